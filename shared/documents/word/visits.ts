/** The visits section of a board package: progress, months, coverage, flags, who was not visited, and what was told. */
import type { Snapshot, SnapshotCoverage } from '../snapshot.ts'
import { variantOf } from '../variant.ts'
import type { Words } from '../words.ts'
import { type Block, type Column, heading, prose, sentence, table } from './blocks.ts'
import { bars, doneAgainstTarget } from './charts.ts'

type Visits = Snapshot['visits']

/** Starts a page of its own. Figures of small groups come folded from the snapshot. */
export function visitsSection(snapshot: Snapshot, words: Words): Block[] {
  const { visits } = snapshot
  const isAnnual = variantOf(snapshot) === 'annualReport'
  // The year in brief has drawn the months already.
  const isDrawn =
    snapshot.annual !== null && (snapshot.layout?.sections.some(({ section }) => section === 'yearInBrief') ?? false)
  return [
    heading(2, words.t('documents.visits.heading'), { pageBreakBefore: true }),
    ...keyFigures(visits, isAnnual, words),
    ...(isDrawn ? [] : visitsByMonth(visits, words)),
    ...byType(visits, words),
    ...coverage(visits, words),
    ...flagsAndThemes(visits, words),
    ...notVisited(visits, isAnnual, words),
    ...responseTime(snapshot, words),
    ...summaries(visits, words),
  ]
}

/** An annual report is of its period alone: "so far this year" would say the same again, or of a past year something wrong. */
function keyFigures(visits: Visits, isAnnual: boolean, { t, number, share }: Words): Block[] {
  const { period, year } = visits
  const values = (of: typeof period) => ({
    counted: number(of.counted),
    target: number(of.target),
    share: share(of.counted, of.target),
  })
  const row = (label: string, value: (of: typeof period) => string) => [
    label,
    value(period),
    ...(isAnnual ? [] : [value(year)]),
  ]
  const progress = isAnnual
    ? period.target > 0
      ? t('documents.annual.visits.progress', values(period))
      : t('documents.annual.visits.progressNoTarget', values(period))
    : year.target > 0
      ? t('documents.visits.progress', values(year))
      : t('documents.visits.progressNoTarget', values(year))
  return [
    heading(3, t('documents.visits.keyFigures')),
    sentence(progress, 'Lead'),
    ...(isAnnual
      ? []
      : [
          sentence(
            t('documents.visits.inPeriod', {
              count: period.counted,
              number: number(period.counted),
              target: number(period.target),
            }),
          ),
        ]),
    ...(visits.confidential > 0
      ? [
          sentence(
            t('documents.visits.confidential', { count: visits.confidential, number: number(visits.confidential) }),
          ),
        ]
      : []),
    ...table(
      [
        { header: t('documents.visits.figures.measure'), width: 4 },
        {
          header: t(isAnnual ? 'documents.annual.visits.year' : 'documents.visits.figures.period'),
          width: 1.5,
          number: true,
        },
        ...(isAnnual ? [] : [{ header: t('documents.visits.figures.year'), width: 1.5, number: true }]),
      ],
      [
        row(t('documents.visits.figures.counted'), (of) => number(of.counted)),
        row(t('documents.visits.figures.target'), (of) => number(of.target)),
        row(t('documents.visits.figures.share'), (of) => share(of.counted, of.target)),
        row(t('documents.visits.figures.total'), (of) => number(of.total)),
        row(t('documents.visits.figures.companies'), (of) => number(of.companies)),
      ],
    ),
  ]
}

/** A chart of visits by month against the target, `height` pixels high, and its figures. */
export function visitsByMonth(
  { byMonth: months }: Visits,
  { t, number, month: monthName, axisMonths }: Words,
  height = 270,
): Block[] {
  const title = t('documents.visits.byMonth.heading')
  if (months.length === 0) return [heading(3, title), sentence(t('documents.visits.byMonth.empty'))]
  const names = months.map(({ month }) => monthName(month))
  const figures = months
    .map(({ count, target }, index) =>
      t('documents.visits.byMonth.altMonth', {
        month: names[index] ?? '',
        visits: number(count),
        target: number(target),
      }),
    )
    .join('; ')
  const visits = t('documents.visits.byMonth.visits')
  const target = t('documents.visits.byMonth.target')
  return [
    heading(3, title),
    doneAgainstTarget(
      { title, alt: t('documents.visits.byMonth.alt', { figures }) },
      axisMonths(months.map(({ month }) => month)),
      { name: visits, values: months.map(({ count }) => count) },
      { name: target, values: months.map((month) => month.target) },
      { height },
    ),
    ...table(
      [
        { header: t('documents.visits.byMonth.month'), width: 3 },
        { header: visits, width: 1, number: true },
        { header: target, width: 1, number: true },
      ],
      months.map((month, index) => [names[index] ?? '', number(month.count), number(month.target)]),
    ),
  ]
}

function byType({ byType: types }: Visits, { t, number }: Words): Block[] {
  const some = types.filter(({ count }) => count > 0)
  return [
    heading(3, t('documents.visits.byType.heading')),
    ...(some.length === 0
      ? [sentence(t('documents.visits.byType.empty'))]
      : counts(
          t('documents.visits.byType.type'),
          t('documents.visits.count'),
          some.map(({ code, count }) => [t(`codes.visitType.${code}`), number(count)]),
        )),
  ]
}

function counts(first: string, second: string, rows: string[][]): Block[] {
  const columns: Column[] = [
    { header: first, width: 4 },
    { header: second, width: 1, number: true },
  ]
  return table(columns, rows)
}

function coverage({ coverage: groups }: Visits, words: Words): Block[] {
  const { t } = words
  const tables = [
    [t('documents.visits.coverage.bySector'), t('documents.visits.coverage.sector'), groups.bySector],
    [t('documents.visits.coverage.byMunicipality'), t('documents.visits.coverage.municipality'), groups.byMunicipality],
    [t('documents.visits.coverage.byBand'), t('documents.visits.coverage.band'), groups.byBand],
  ] as const
  if (tables.every(([, , rows]) => rows.length === 0))
    return [heading(3, t('documents.visits.coverage.heading')), sentence(t('documents.visits.coverage.empty'))]
  return tables.flatMap(([title, group, rows], index) => [
    heading(3, title),
    ...(index === 0 ? [sentence(t('documents.visits.coverage.intro'))] : []),
    ...(rows.length === 0 ? [sentence(t('documents.visits.coverage.empty'))] : coverageTable(group, rows, words)),
  ])
}

function coverageTable(group: string, rows: readonly SnapshotCoverage[], words: Words): Block[] {
  const { t, number, share, day } = words
  return table(
    [
      { header: group, width: 3.2 },
      { header: t('documents.visits.coverage.companies'), width: 1.2, number: true },
      { header: t('documents.visits.coverage.visited'), width: 1.1, number: true },
      { header: t('documents.visits.coverage.share'), width: 1, number: true },
      { header: t('documents.visits.coverage.neverVisited'), width: 1.2, number: true },
      { header: t('documents.visits.coverage.oldest'), width: 1.5, number: true },
    ],
    rows.map((row) => [
      words.coverageGroup(row),
      number(row.companies),
      number(row.visited),
      share(row.visited, row.companies),
      number(row.neverVisited),
      row.oldestVisit === null ? t('documents.none') : day(row.oldestVisit),
    ]),
  )
}

function flagsAndThemes(visits: Visits, { t, number }: Words): Block[] {
  const most = <T extends { count: number }>(rows: readonly T[]) =>
    rows.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  const flags = most(visits.flags).map(({ code, count }) => ({ name: t(`codes.flag.${code}`), count }))
  const themes = most(visits.themes).map(({ code, count }) => ({ name: t(`codes.theme.${code}`), count }))
  const title = t('documents.visits.flags.heading')
  const count = t('documents.visits.count')
  const rowsOf = (rows: typeof flags) => rows.map((row) => [row.name, number(row.count)])
  const figures = flags.map((flag) => `${flag.name}: ${number(flag.count)}`).join('; ')
  return [
    heading(3, title),
    ...(flags.length === 0
      ? [sentence(t('documents.visits.flags.empty'))]
      : [
          sentence(t('documents.visits.flags.intro')),
          bars(
            { title, alt: t('documents.visits.flags.alt', { figures }) },
            flags.map(({ name }) => name),
            count,
            flags.map((flag) => flag.count),
          ),
          ...counts(t('documents.visits.flags.flag'), count, rowsOf(flags)),
        ]),
    heading(3, t('documents.visits.themes.heading')),
    ...(themes.length === 0
      ? [sentence(t('documents.visits.themes.empty'))]
      : counts(t('documents.visits.themes.theme'), count, rowsOf(themes))),
  ]
}

/** An annual report gives the number: a list of whom to visit next is the desk's own, and its readers are many. */
function notVisited({ notVisited: { since, total, rows: all } }: Visits, isAnnual: boolean, words: Words): Block[] {
  const { t, day, number, group } = words
  const rows = isAnnual ? [] : all
  const title = heading(3, t('documents.visits.notVisited.heading', { since: day(since) }))
  if (total === 0) return [title, sentence(t('documents.visits.notVisited.empty', { since: day(since) }))]
  return [
    title,
    sentence(t('documents.visits.notVisited.all', { count: total, number: number(total), since: day(since) })),
    ...(all.length === 0 ? [sentence(t('documents.visits.notVisited.unnamed'))] : []),
    ...(rows.length > 0 && rows.length < total
      ? [sentence(t('documents.visits.notVisited.first', { shown: number(rows.length) }))]
      : []),
    ...(rows.length === 0
      ? []
      : table(
          [
            { header: t('documents.visits.notVisited.company'), width: 3 },
            { header: t('documents.visits.coverage.municipality'), width: 1.8 },
            { header: t('documents.visits.coverage.sector'), width: 2 },
            { header: t('documents.visits.notVisited.lastVisit'), width: 1.4, number: true },
          ],
          rows.map((row) => [
            row.companyName,
            group(row.municipality),
            group(row.sector),
            row.lastVisitedOn === null ? t('documents.never') : day(row.lastVisitedOn),
          ]),
        )),
  ]
}

function responseTime({ followUps }: Snapshot, { t, number }: Words): Block[] {
  const { answered, medianResponseDays, meanResponseDays } = followUps
  const title = heading(3, t('documents.visits.response.heading'))
  if (medianResponseDays === null || meanResponseDays === null)
    return [title, sentence(t('documents.visits.response.empty'))]
  return [
    title,
    sentence(t('documents.visits.response.intro')),
    ...table(
      [
        { header: t('documents.followUps.measure'), width: 4 },
        { header: t('documents.followUps.number'), width: 1, number: true },
      ],
      [
        [t('documents.visits.response.answered'), number(answered)],
        [t('documents.visits.response.median'), number(medianResponseDays)],
        [t('documents.visits.response.mean'), number(meanResponseDays)],
      ],
    ),
  ]
}

function summaries({ summaries: told }: Visits, { t, number, company, day, group }: Words): Block[] {
  const title = heading(3, t('documents.visits.summaries.heading'))
  if (told.length === 0) return [title, sentence(t('documents.visits.summaries.empty'))]
  return [
    title,
    sentence(t('documents.visits.summaries.intro', { count: told.length, number: number(told.length) })),
    ...told.flatMap((visit) => [
      // With its day: several visits to one company, or to sole traders, would otherwise be headings that sound alike.
      heading(4, `${company(visit.companyName)}, ${day(visit.visitedOn)}`),
      sentence(
        [...(visit.municipality === null ? [] : [group(visit.municipality)]), t(`codes.visitType.${visit.type}`)].join(
          ' · ',
        ),
        'Byline',
      ),
      ...prose(visit.text),
    ]),
  ]
}
