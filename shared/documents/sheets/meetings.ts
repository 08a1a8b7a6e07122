/** The sheets of a body's meetings: agenda, decisions, actions, attendance. */
import { ranges, withheldTitle } from '../meeting/items.ts'
import { calledFor, roleName } from '../meeting/paper-facts.ts'
import type { PaperFollowUp, PaperItem, PaperVote } from '../meeting-paper.ts'
import { packagePaperWords, withheldRows } from '../meeting-parts.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import { lateAboveZero, type SheetSpec, type SheetValue } from '../workbook-spec.ts'

type Decisions = NonNullable<Snapshot['decisions']>

/** A row an item; the heading it stands under is a column, so that the rows can be sorted. Null where the package is for no meeting. */
export function agendaSheet(snapshot: Snapshot, words: Words): SheetSpec | null {
  const { meeting: paper } = snapshot
  if (paper?.meeting == null) return null
  const { t } = words
  const [item, minutes] = [t('documents.meetings.columns.item'), t('documents.meetings.columns.minutes')]
  let heading: string | null = null
  const rows = paper.items.flatMap((one) => {
    if (one.type === 'heading') heading = one.title
    return one.type === 'heading' ? [] : [agendaRow(one, heading, snapshot, words)]
  })
  return {
    name: t('documents.meetings.sheets.agenda'),
    title: t('documents.meetings.sheets.agenda'),
    notes: [
      t('documents.meetings.notes.agenda', { body: snapshot.body.name, meeting: meetingTime(paper.meeting, words) }),
    ],
    totals: [
      { label: t('documents.meetings.totals.items'), of: 'count', header: item, value: rows.length },
      {
        label: t('documents.meetings.totals.minutes'),
        of: 'sum',
        header: minutes,
        value: paper.items.reduce((sum, one) => sum + (one.type === 'heading' ? 0 : (one.minutesPlanned ?? 0)), 0),
      },
    ],
    table: t('documents.meetings.tables.agenda'),
    columns: [
      { header: t('documents.meetings.columns.number'), kind: 'name', width: 24 },
      { header: item, kind: 'text', width: 52 },
      { header: t('documents.meetings.columns.heading'), kind: 'text', width: 20 },
      { header: t('documents.meetings.columns.type'), kind: 'text', width: 24 },
      { header: t('documents.meetings.columns.presenter'), kind: 'text', width: 22 },
      { header: t('documents.meetings.columns.attachments'), kind: 'text', width: 12 },
      { header: t('documents.meetings.columns.caseNo'), kind: 'text', width: 16 },
      { header: minutes, kind: 'number', width: 12 },
    ],
    rows,
    empty: t('documents.meetings.empty.agenda'),
  }
}

function agendaRow(item: PaperItem, heading: string | null, snapshot: Snapshot, { t }: Words): SheetValue[] {
  const number = item.numberText ?? '–'
  if (item.withheld)
    return [
      number,
      withheldTitle(item, packagePaperWords(snapshot)),
      heading,
      null,
      null,
      null,
      null,
      item.minutesPlanned,
    ]
  return [
    number,
    item.title,
    heading,
    t(`codes.itemType.${item.type}`),
    item.presenter,
    ranges(item.attachments.map(({ no }) => no)) || null,
    item.caseNo,
    item.minutesPlanned,
  ]
}

function meetingTime(
  { startsOn, startsAt, place }: { startsOn: string; startsAt: string; place: string | null },
  { day }: Words,
) {
  return [`${day(startsOn)} ${startsAt}`, place].filter((part) => part !== null).join(', ')
}

/** A row a decision, overdue first. */
export function decisionsSheet(snapshot: Snapshot, words: Words): SheetSpec {
  const { decisions } = snapshot
  const { t } = words
  const [text, days] = [t('documents.meetings.columns.decision'), t('documents.workbook.columns.daysOverdue')]
  const rows = rowsOf(decisions, 'decision')
  return {
    name: t('documents.meetings.sheets.decisions'),
    title: t('documents.meetings.sheets.decisions'),
    notes: [withheldNote(snapshot, words)],
    totals: totalsOf(t('documents.meetings.totals.decisions'), text, days, rows, words),
    table: t('documents.meetings.tables.decisions'),
    columns: [
      { header: t('documents.meetings.columns.number'), kind: 'name', width: 24 },
      { header: t('documents.meetings.columns.meetingOn'), kind: 'day', width: 14 },
      { header: t('documents.meetings.columns.body'), kind: 'text', width: 16 },
      { header: t('documents.meetings.columns.item'), kind: 'text', width: 26 },
      { header: text, kind: 'text', width: 44 },
      { header: t('documents.meetings.columns.decisionKind'), kind: 'text', width: 14 },
      { header: t('documents.meetings.columns.unanimous'), kind: 'text', width: 14 },
      { header: t('documents.workbook.columns.status'), kind: 'text', width: 15 },
      { header: t('documents.workbook.columns.owner'), kind: 'text', width: 16 },
      { header: t('documents.workbook.columns.due'), kind: 'day', width: 12 },
      { header: days, kind: 'number', width: 15, marks: lateAboveZero },
      { header: t('documents.meetings.columns.doneOn'), kind: 'day', width: 14 },
      { header: t('documents.workbook.columns.result'), kind: 'text', width: 28 },
      // Figures stand at the edge, so that none runs into the text of the next column.
      { header: t('documents.meetings.columns.for'), kind: 'number', width: 10 },
      { header: t('documents.meetings.columns.against'), kind: 'number', width: 10 },
      { header: t('documents.meetings.columns.abstain'), kind: 'number', width: 11 },
    ],
    rows: rows.map((row) => [
      row.numberText ?? t('documents.notStated'),
      row.meetingOn,
      row.bodyName,
      row.title,
      row.text,
      row.decisionKind && t(`codes.decisionKind.${row.decisionKind}`),
      row.unanimous && t(`codes.unanimity.${row.unanimous}`),
      row.decisionStatus && t(`codes.decisionStatus.${row.decisionStatus}`),
      row.responsible,
      row.dueOn,
      row.daysOverdue,
      row.doneOn,
      row.result,
      votes(row.vote, 'for'),
      votes(row.vote, 'against'),
      votes(row.vote, 'abstain'),
    ]),
    empty: t('documents.meetings.empty.decisions'),
  }
}

/** A row an action, overdue first. Follow-ups of visits have a sheet of their own. */
export function actionsSheet(snapshot: Snapshot, words: Words): SheetSpec {
  const { decisions } = snapshot
  const { t } = words
  const [action, days] = [t('documents.meetings.columns.action'), t('documents.workbook.columns.daysOverdue')]
  const rows = rowsOf(decisions, 'action')
  return {
    name: t('documents.meetings.sheets.actions'),
    title: t('documents.meetings.sheets.actions'),
    notes: [withheldNote(snapshot, words)],
    totals: totalsOf(t('documents.meetings.totals.actions'), action, days, rows, words),
    table: t('documents.meetings.tables.actions'),
    columns: [
      { header: action, kind: 'name', width: 36 },
      { header: t('documents.meetings.columns.origin'), kind: 'text', width: 32 },
      { header: t('documents.meetings.columns.meetingOn'), kind: 'day', width: 14 },
      { header: t('documents.workbook.columns.owner'), kind: 'text', width: 18 },
      { header: t('documents.workbook.columns.organisation'), kind: 'text', width: 18 },
      { header: t('documents.workbook.columns.due'), kind: 'day', width: 12 },
      { header: t('documents.workbook.columns.status'), kind: 'text', width: 16 },
      { header: days, kind: 'number', width: 15, marks: lateAboveZero },
      { header: t('documents.meetings.columns.actionDoneOn'), kind: 'day', width: 12 },
      { header: t('documents.workbook.columns.result'), kind: 'text', width: 40 },
    ],
    rows: rows.map((row) => [
      row.title,
      row.origin,
      row.meetingOn,
      row.responsible,
      row.organisation,
      row.dueOn,
      row.actionStatus && t(`codes.actionStatus.${row.actionStatus}`),
      row.daysOverdue,
      row.doneOn,
      row.result,
    ]),
    empty: t('documents.meetings.empty.actions'),
  }
}

/** A row a person and meeting, in the order of the rolls. */
export function attendanceSheet(snapshot: Snapshot, { t }: Words): SheetSpec {
  const { attendance } = snapshot
  const person = t('documents.meetings.columns.person')
  const paperWords = packagePaperWords(snapshot)
  return {
    name: t('documents.meetings.sheets.attendance'),
    title: t('documents.meetings.sheets.attendance'),
    notes: [t('documents.meetings.notes.attendance')],
    totals: [
      { label: t('documents.meetings.totals.attendances'), of: 'count', header: person, value: attendance.length },
    ],
    table: t('documents.meetings.tables.attendance'),
    columns: [
      { header: person, kind: 'name', width: 26 },
      { header: t('documents.meetings.columns.meeting'), kind: 'text', width: 14 },
      { header: t('documents.meetings.columns.meetingOn'), kind: 'day', width: 14 },
      { header: t('documents.meetings.columns.role'), kind: 'text', width: 26 },
      { header: t('documents.meetings.columns.attendance'), kind: 'text', width: 26 },
      { header: t('documents.meetings.columns.replaces'), kind: 'text', width: 24 },
      { header: t('documents.meetings.columns.votes'), kind: 'text', width: 12 },
    ],
    rows: attendance.map((row) => [
      row.name,
      row.meetingNumber,
      row.meetingOn,
      roleName(row.role, paperWords),
      row.status && t(`codes.attendanceStatus.${row.status}`),
      calledFor(row, paperWords),
      t(row.votes ? 'documents.workbook.yes' : 'documents.workbook.no'),
    ]),
    empty: t('documents.meetings.empty.attendance'),
  }
}

function rowsOf(decisions: Decisions | null, kind: PaperFollowUp['kind']): PaperFollowUp[] {
  return decisions?.rows.filter((row) => row.kind === kind) ?? []
}

/** The snapshot doesn't tell how many of the withheld are decisions and how many are actions. */
function withheldNote(snapshot: Snapshot, { t, number }: Words): string {
  const withheld = withheldRows(snapshot)
  return withheld === 0
    ? t('documents.meetings.notes.none')
    : t('documents.meetings.notes.withheld', { number: number(withheld) })
}

function totalsOf(
  label: string,
  header: string,
  days: string,
  rows: readonly PaperFollowUp[],
  { t }: Words,
): NonNullable<SheetSpec['totals']> {
  return [
    { label, of: 'count', header, value: rows.length },
    {
      label: t('documents.workbook.totals.daysOverdue'),
      of: 'max',
      header: days,
      value: rows.reduce((most, { daysOverdue }) => Math.max(most, daysOverdue), 0),
    },
  ]
}

/** Counted votes; of a named ballot the names are counted. Null where nobody counted. */
function votes(vote: PaperVote | null, choice: 'for' | 'against' | 'abstain'): number | null {
  if (vote === null) return null
  const counted = vote[`${choice}Count`]
  if (counted !== null) return counted
  return vote.named.length === 0 ? null : vote.named.filter((one) => one.vote === choice).length
}
