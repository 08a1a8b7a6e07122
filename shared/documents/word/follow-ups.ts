/** The follow-ups of visits in a board package: overdue first, then the open ones, then those closed in the period. */
import { hasMeetings } from '../meeting-parts.ts'
import type { Snapshot, SnapshotFollowUp } from '../snapshot.ts'
import type { Words } from '../words.ts'
import { type Block, type CellText, heading, places, sentence, table } from './blocks.ts'

/** Starts a page of its own; a sentence where there are none. */
export function followUpsSection(snapshot: Snapshot, words: Words): Block[] {
  const { t, number } = words
  const { followUps } = snapshot
  // Beside the decisions of meetings the title tells which follow-ups these are.
  const name = hasMeetings(snapshot) ? 'documents.meetings.visitFollowUps' : 'documents.followUps.heading'
  const title = heading(2, t(name), { pageBreakBefore: true, place: places.followUps })
  const isOpen = ({ status }: SnapshotFollowUp) => status === 'open' || status === 'answered'
  const overdue = followUps.rows.filter((row) => isOpen(row) && row.daysOverdue > 0)
  const open = followUps.rows.filter((row) => isOpen(row) && row.daysOverdue === 0)
  const closed = followUps.rows.filter((row) => !isOpen(row))
  if (followUps.rows.length + followUps.made + followUps.open + followUps.closed === 0)
    return [title, sentence(t('documents.followUps.empty'))]
  const figures = [
    [t('documents.followUps.overdueCount'), followUps.overdue],
    [t('documents.followUps.open'), followUps.open],
    [t('documents.followUps.made'), followUps.made],
    [t('documents.followUps.answered'), followUps.answered],
    [t('documents.followUps.closed'), followUps.closed],
  ] as const
  const group = (name: string, rows: SnapshotFollowUp[], none: string, lastColumn: 'status' | 'result') => [
    heading(3, name),
    ...(rows.length === 0 ? [sentence(none)] : listed(rows, words, lastColumn)),
  ]
  return [
    title,
    heading(3, t('documents.followUps.figures')),
    ...table(
      [
        { header: t('documents.followUps.measure'), width: 4 },
        { header: t('documents.followUps.number'), width: 1, number: true },
      ],
      figures.map(([label, value]) => [label, number(value)]),
    ),
    ...(followUps.confidential > 0
      ? [
          sentence(
            t('documents.followUps.confidential', {
              count: followUps.confidential,
              number: number(followUps.confidential),
            }),
          ),
        ]
      : []),
    ...group(t('documents.followUps.overdue'), overdue, t('documents.followUps.overdueEmpty'), 'status'),
    ...group(t('documents.followUps.openHeading'), open, t('documents.followUps.openEmpty'), 'status'),
    ...group(t('documents.followUps.closedHeading'), closed, t('documents.followUps.closedEmpty'), 'result'),
  ]
}

function listed(rows: readonly SnapshotFollowUp[], words: Words, lastColumn: 'status' | 'result'): Block[] {
  const { t, day, number, company } = words
  const status = (row: SnapshotFollowUp): string[] => [
    t(`codes.followUpStatus.${row.status}`),
    ...(row.daysOverdue > 0
      ? [t('documents.followUps.daysOverdue', { count: row.daysOverdue, number: number(row.daysOverdue) })]
      : []),
    ...(row.answeredCompanyOn === null
      ? []
      : [t('documents.followUps.answeredOn', { day: day(row.answeredCompanyOn) })]),
  ]
  const last = (row: SnapshotFollowUp): CellText =>
    lastColumn === 'status' ? status(row) : [...status(row), row.result ?? t('documents.followUps.noResult')]
  return table(
    [
      { header: t('documents.followUps.company'), width: 2.2 },
      { header: t('documents.followUps.description'), width: lastColumn === 'status' ? 3.3 : 2.7 },
      { header: t('documents.followUps.owner'), width: 1.7 },
      { header: t('documents.followUps.due'), width: 1.3 },
      { header: t(`documents.followUps.${lastColumn}`), width: lastColumn === 'status' ? 1.6 : 2.2 },
    ],
    rows.map((row) => [
      company(row.companyName),
      [row.description, t(`codes.theme.${row.theme}`), t('documents.followUps.visited', { day: day(row.visitedOn) })],
      row.organisation === null ? row.ownerName : [row.ownerName, row.organisation],
      day(row.dueOn),
      last(row),
    ]),
  )
}
