/** The sheets with counted figures: by month, by group, and coverage. Long format: one figure a row, ready for a pivot. */
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import type { SheetSpec } from '../workbook-spec.ts'

/** A row a month: visits and the target. */
export function monthsSheet({ visits: { byMonth } }: Snapshot, { t, month, number }: Words): SheetSpec {
  const [name, visits, target] = [
    t('documents.workbook.columns.month'),
    t('documents.workbook.columns.visits'),
    t('documents.workbook.columns.target'),
  ]
  const figures = byMonth
    .map((each) =>
      t('documents.visits.byMonth.altMonth', {
        month: month(each.month),
        visits: number(each.count),
        target: number(each.target),
      }),
    )
    .join('; ')
  const sum = (key: 'count' | 'target') => byMonth.reduce((total, each) => total + each[key], 0)
  return {
    name: t('documents.sheets.months'),
    title: t('documents.visits.byMonth.caption'),
    notes: [t('documents.workbook.monthsNote')],
    totals: [
      { label: t('documents.workbook.totals.visitSum'), of: 'sum', header: visits, value: sum('count') },
      { label: t('documents.workbook.totals.targetSum'), of: 'sum', header: target, value: sum('target') },
    ],
    table: t('documents.tables.months'),
    columns: [
      { header: name, kind: 'day', width: 24 },
      { header: visits, kind: 'number', width: 14 },
      { header: target, kind: 'number', width: 14 },
      {
        header: t('documents.workbook.columns.deviation'),
        kind: 'number',
        width: 20,
        formula: `{${visits}}-{${target}}`,
      },
    ],
    rows: byMonth.map((each) => [`${each.month}-01`, each.count, each.target, each.count - each.target]),
    empty: t('documents.visits.byMonth.empty'),
    chart: {
      type: 'column',
      title: t('documents.visits.byMonth.caption'),
      alt: t('documents.visits.byMonth.alt', { figures }),
      categories: name,
      series: [visits, target],
      rows: byMonth.length,
      days: true,
    },
  }
}

/** Visits by type, sector, municipality, flag and theme; small groups are folded in the snapshot already. */
export function distributionSheet({ visits }: Snapshot, { t, group }: Words): SheetSpec {
  const grouped = [
    [
      t('documents.workbook.lists.visitType'),
      visits.byType.map((row) => [t(`codes.visitType.${row.code}`), row.count]),
    ],
    [t('documents.visits.coverage.sector'), visits.bySector.map((row) => [group(row.label), row.count])],
    [t('documents.visits.coverage.municipality'), visits.byMunicipality.map((row) => [group(row.label), row.count])],
    [t('documents.workbook.lists.flag'), visits.flags.map((row) => [t(`codes.flag.${row.code}`), row.count])],
    [t('documents.workbook.lists.theme'), visits.themes.map((row) => [t(`codes.theme.${row.code}`), row.count])],
  ] as const
  return {
    name: t('documents.sheets.distribution'),
    title: t('documents.sheets.distribution'),
    notes: [t('documents.workbook.distributionNote')],
    table: t('documents.tables.distribution'),
    columns: [
      { header: t('documents.workbook.columns.group'), kind: 'name', width: 40 },
      { header: t('documents.workbook.columns.groupedBy'), kind: 'text', width: 20 },
      { header: t('documents.workbook.columns.visits'), kind: 'number', width: 14 },
    ],
    rows: grouped.flatMap(([by, rows]) => rows.map(([name, count]) => [name ?? null, by, count ?? null])),
    empty: t('documents.visits.byType.empty'),
  }
}

/** Companies visited of those there are, by sector, municipality and size. */
export function coverageSheet({ visits: { coverage } }: Snapshot, words: Words): SheetSpec {
  const { t, number } = words
  const [name, companies, visited] = [
    t('documents.workbook.columns.group'),
    t('documents.workbook.columns.companies'),
    t('documents.workbook.columns.visited'),
  ]
  const grouped = [
    [t('documents.visits.coverage.sector'), coverage.bySector],
    [t('documents.visits.coverage.municipality'), coverage.byMunicipality],
    [t('documents.visits.coverage.band'), coverage.byBand],
  ] as const
  const figures = coverage.bySector
    .map((row) =>
      t('documents.workbook.coverageAltGroup', {
        group: words.coverageGroup(row),
        visited: number(row.visited),
        companies: number(row.companies),
      }),
    )
    .join('; ')
  return {
    name: t('documents.sheets.coverage'),
    title: t('documents.sheets.coverage'),
    notes: [t('documents.workbook.coverageNote')],
    table: t('documents.tables.coverage'),
    columns: [
      { header: name, kind: 'name', width: 36 },
      { header: t('documents.workbook.columns.groupedBy'), kind: 'text', width: 16 },
      { header: companies, kind: 'number', width: 13 },
      { header: visited, kind: 'number', width: 16 },
      {
        header: t('documents.workbook.columns.share'),
        kind: 'share',
        width: 13,
        formula: `IF({${companies}}=0,0,{${visited}}/{${companies}})`,
      },
      { header: t('documents.workbook.columns.neverVisited'), kind: 'number', width: 16 },
      { header: t('documents.workbook.columns.oldest'), kind: 'day', width: 16 },
    ],
    rows: grouped.flatMap(([by, rows]) =>
      rows.map((row) => [
        words.coverageGroup(row),
        by,
        row.companies,
        row.visited,
        row.companies === 0 ? 0 : row.visited / row.companies,
        row.neverVisited,
        row.oldestVisit,
      ]),
    ),
    empty: t('documents.visits.coverage.empty'),
    ...(coverage.bySector.length === 0
      ? {}
      : {
          chart: {
            type: 'bar' as const,
            title: t('documents.workbook.chartCoverage'),
            alt: t('documents.workbook.coverageAlt', { figures }),
            categories: name,
            series: [visited, companies],
            rows: coverage.bySector.length,
          },
        }),
  }
}
