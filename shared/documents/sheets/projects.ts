/** The sheets with one row for each project of the period and one for each milestone (board-package.md 4.2). */
import { inUnits } from '../partner/totals.ts'
import { nameOf, nextDecisionParts, projectWords } from '../project-words.ts'
import type { Snapshot, SnapshotProject } from '../snapshot.ts'
import { lateAboveZero, lightMarks, type SheetSpec } from '../workbook-spec.ts'

type Projects = NonNullable<Snapshot['projects']>

/** Lighthouses first, as in the paper. Amounts are numbers of the row's currency; sums stand above only where all are in one. */
export function projectsSheet(snapshot: Snapshot, { rows }: Projects): SheetSpec {
  const words = projectWords(snapshot)
  const { t } = words
  const project = t('documents.projects.project')
  const budget = t('documents.projects.columns.budget')
  const granted = t('documents.projects.columns.granted')
  const yesNo = (is: boolean) => t(is ? 'documents.workbook.yes' : 'documents.workbook.no')
  const usual = snapshot.partnership.country === 'NO' ? 'NOK' : 'SEK'
  const currencyOf = (row: SnapshotProject) => row.currency ?? usual
  const sum = (amounts: readonly (number | null)[]) =>
    inUnits(amounts.reduce<number>((all, one) => all + (one ?? 0), 0))
  const inOneCurrency = new Set(rows.map(currencyOf)).size === 1
  return {
    name: t('documents.projects.sheets.projects'),
    title: t('documents.projects.sheets.projects'),
    notes: [t('documents.projects.notes.projects')],
    totals: [
      { label: t('documents.projects.totals.projects'), of: 'count', header: project, value: rows.length },
      ...(inOneCurrency
        ? ([
            {
              label: t('documents.projects.totals.budget'),
              of: 'sum',
              header: budget,
              value: sum(rows.map((row) => row.budget)),
            },
            {
              label: t('documents.projects.totals.granted'),
              of: 'sum',
              header: granted,
              value: sum(rows.map((row) => row.granted)),
            },
          ] as const)
        : []),
    ],
    table: t('documents.projects.tables.projects'),
    columns: [
      { header: project, kind: 'name', width: 28 },
      { header: t('documents.projects.columns.number'), kind: 'text', width: 10 },
      { header: t('documents.projects.columns.lighthouse'), kind: 'text', width: 10 },
      { header: t('documents.projects.columns.areas'), kind: 'text', width: 22 },
      { header: t('documents.projects.responsible'), kind: 'text', width: 20 },
      { header: t('documents.projects.columns.owners'), kind: 'text', width: 20 },
      // A year is no amount: no blank parts its thousands.
      { header: t('documents.projects.columns.startYear'), kind: 'year', width: 9 },
      { header: t('documents.projects.columns.start'), kind: 'day', width: 12 },
      { header: t('documents.projects.columns.endPlanned'), kind: 'day', width: 12 },
      { header: t('documents.projects.columns.endActual'), kind: 'day', width: 12 },
      { header: t('documents.workbook.columns.status'), kind: 'text', width: 14 },
      { header: t('documents.projects.light'), kind: 'text', width: 14, marks: lightMarks(words.light) },
      { header: t('documents.projects.columns.lightOn'), kind: 'day', width: 12 },
      { header: t('documents.projects.columns.comment'), kind: 'text', width: 38 },
      { header: t('documents.projects.columns.isStale'), kind: 'text', width: 16 },
      { header: budget, kind: 'amount', width: 17 },
      { header: granted, kind: 'amount', width: 17 },
      { header: t('documents.projects.columns.appliedFor'), kind: 'amount', width: 17 },
      {
        header: t('documents.projects.columns.lacking'),
        kind: 'amount',
        width: 17,
        formula: `{${budget}}-{${granted}}`,
      },
      { header: t('documents.projects.columns.currency'), kind: 'text', width: 16 },
      { header: t('documents.projects.facts.nextDecision'), kind: 'text', width: 26 },
      { header: t('documents.projects.columns.nextDecisionOn'), kind: 'day', width: 15 },
    ],
    rows: rows.map((row) => [
      row.title,
      row.number,
      yesNo(row.lighthouse),
      [...row.focusAreas, ...(row.crossCutting ? [t('documents.projects.crossCutting')] : [])].join('; ') || null,
      row.lead,
      row.owners.join('; ') || null,
      row.startYear,
      row.startOn,
      row.endPlannedOn,
      row.endActualOn,
      t(`codes.projectStatus.${row.status}`),
      words.light(row.light),
      row.lightOn,
      row.lightComment,
      row.lightComment === null ? null : yesNo(row.lightIsStale),
      row.budget === null ? null : inUnits(row.budget),
      inUnits(row.granted),
      inUnits(row.appliedFor),
      row.budget === null ? null : inUnits(row.budget - row.granted),
      t(`codes.commitmentUnit.${currencyOf(row)}`),
      nextDecisionParts(row, words).slice(0, 2).join(', ') || null,
      row.nextDecision?.meetingOn ?? null,
    ]),
    empty: t('documents.workbook.emptyNote'),
  }
}

/** By project, then in the project's order. Slippage is computed by the sheet from the row's own days. */
export function milestonesSheet(snapshot: Snapshot, { rows: projects }: Projects): SheetSpec {
  const { t } = projectWords(snapshot)
  const rows = projects.flatMap((project) => project.milestones.map((milestone) => ({ project, milestone })))
  const milestone = t('documents.projects.milestone.milestone')
  const slip = t('documents.projects.columns.slip')
  const [baseline, forecast, actual] = (['baseline', 'forecast', 'actual'] as const).map((key) =>
    t(`documents.projects.milestone.${key}`),
  )
  return {
    name: t('documents.projects.sheets.milestones'),
    title: t('documents.projects.sheets.milestones'),
    notes: [t('documents.projects.notes.milestones')],
    totals: [
      { label: t('documents.projects.totals.milestones'), of: 'count', header: milestone, value: rows.length },
      {
        label: t('documents.projects.totals.slip'),
        of: 'max',
        header: slip,
        value: mostOf(rows.map((row) => row.milestone.slipDays)),
      },
      {
        label: t('documents.workbook.totals.daysOverdue'),
        of: 'max',
        header: t('documents.workbook.columns.daysOverdue'),
        value: mostOf(rows.map((row) => row.milestone.daysOverdue)),
      },
    ],
    table: t('documents.projects.tables.milestones'),
    columns: [
      { header: milestone, kind: 'name', width: 34 },
      { header: t('documents.projects.project'), kind: 'text', width: 32 },
      { header: t('documents.workbook.columns.owner'), kind: 'text', width: 20 },
      { header: baseline ?? '', kind: 'day', width: 14 },
      { header: forecast ?? '', kind: 'day', width: 14 },
      { header: actual ?? '', kind: 'day', width: 14 },
      { header: t('documents.projects.columns.state'), kind: 'text', width: 16 },
      { header: t('documents.projects.columns.reason'), kind: 'text', width: 44 },
      { header: t('documents.projects.columns.evidence'), kind: 'text', width: 34 },
      { header: t('documents.projects.columns.baselineSetOn'), kind: 'day', width: 14 },
      // Figures stand at the edge, so that none runs into the text of the next column.
      { header: t('documents.projects.columns.rebaselined'), kind: 'number', width: 14 },
      {
        header: slip,
        kind: 'number',
        width: 14,
        marks: [{ of: 'aboveZero', tone: 'watch' }],
        formula: `IF(ISNUMBER({${actual}}),{${actual}},{${forecast}})-{${baseline}}`,
      },
      { header: t('documents.workbook.columns.daysOverdue'), kind: 'number', width: 15, marks: lateAboveZero },
    ],
    rows: rows.map(({ project, milestone: one }) => [
      one.title,
      nameOf(project),
      one.owner,
      one.baselineOn,
      one.forecastOn,
      one.actualOn,
      t(`codes.milestoneState.${one.state}`),
      one.reason,
      one.evidence.join('; ') || null,
      one.baselineSetOn,
      one.rebaselined,
      one.slipDays,
      one.daysOverdue,
    ]),
    empty: t('documents.projects.empty.milestones'),
  }
}

/** The largest of numbers, as Excel's MAX counts it: 0 where there is none. */
function mostOf(days: readonly (number | null)[]): number {
  const told = days.filter((one) => one !== null)
  return told.length === 0 ? 0 : told.reduce((most, one) => Math.max(most, one))
}
