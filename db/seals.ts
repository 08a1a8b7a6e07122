/**
 * Approved minutes are immutable (records.md 3.21): nothing within a meeting whose minutes are in review or final, or which was
 * cancelled, may change, whichever way the change comes. The writer asks here before each write; there is no other guard.
 */
import { problem } from '#shared/contract/problem.ts'
import { isSealed } from '#shared/domain/meeting-states.ts'
import type { MeetingStatus } from '#shared/domain/records/meeting.ts'
import type { EntityName } from './entities.ts'
import { type Store, sql } from './store.ts'

/** The operations that move a sealed meeting on; each checks its own step. Closing approves the meeting before. */
const ownSteps: ReadonlySet<string> = new Set([
  'minutes.sendToReview',
  'minutes.adjust',
  'minutes.approve',
  'minutes.reopen',
  'meetings.archive',
  'meetings.reopen',
  'meetings.close',
])
/** A cancelled meeting that was cancelled by mistake comes back by undo. */
const undoable: ReadonlySet<string> = new Set(['meetings.cancel'])

/**
 * Fields that go on living after the minutes are final: the carrying out, the announcement that follows approval, and the archive's
 * dealings with what was attached.
 */
const carriedOut: Readonly<Partial<Record<EntityName, ReadonlySet<string>>>> = {
  meetings: new Set(['announcedOn']),
  decisions: new Set(['status', 'doneOn', 'result', 'reportedInId']),
  actions: new Set(['status', 'doneOn', 'result', 'reportedInId', 'ownerId', 'organisationId', 'dueOn', 'priority']),
  attachments: new Set([
    'publicity',
    'exemptionReason',
    'retention',
    'disposeOn',
    'archiveStatus',
    'disposedOn',
    'disposedReason',
  ]),
}

/** What only a new baseline sets. */
const baselineFields: ReadonlySet<string> = new Set(['baselineOn', 'baselineSetOn', 'baselineDecisionId'])

/** How a record finds the meeting that it lies in. */
type Way = (store: Store, record: Readonly<Record<string, unknown>>) => MeetingStatus | undefined
const statusOf = (store: Store, meetingId: unknown) =>
  meetingId == null
    ? undefined
    : (sql(store, 'SELECT status FROM meetings WHERE id = ?').pluck().get(meetingId) as MeetingStatus | undefined)
const byMeeting: Way = (store, { meetingId }) => statusOf(store, meetingId)
const byItemId = (store: Store, itemId: unknown) =>
  itemId == null
    ? undefined
    : (sql(store, 'SELECT m.status FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id WHERE i.id = ?')
        .pluck()
        .get(itemId) as MeetingStatus | undefined)
const byItem: Way = (store, { itemId }) => byItemId(store, itemId)
const ways: Readonly<Partial<Record<EntityName, Way>>> = {
  meetings: (store, { id }) => statusOf(store, id),
  attendances: byMeeting,
  agendaItems: byMeeting,
  minutes: byMeeting,
  adjustments: byMeeting,
  disqualifications: byItem,
  proposals: byItem,
  votes: byItem,
  decisions: byItem,
  statements: byItem,
  actions: (store, { originItemId }) => byItemId(store, originItemId),
  attachments: (store, record) => byItem(store, record) ?? byMeeting(store, record),
}

/**
 * Refuses a write within a sealed meeting. `before` is null for a new record; `fields` are those that change. A record that moves
 * from one meeting to another is looked at in both. An item that has its number keeps it, and its agenda, sealed or not.
 *
 * @throws ProblemError `refused`: `problems.sealed`, for a cancelled meeting `problems.sealedCancelled`, `problems.itemNumbered`, `problems.baselineKept`.
 */
export function refuseSealed(
  store: Store,
  by: { readonly command: string; readonly undoes?: string | undefined },
  entity: EntityName,
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): void {
  if (entity === 'baselines' || entity === 'milestones') refuseOtherBaseline(by, entity, before, fields)
  const way = ways[entity]
  if (!way) return
  const living = carriedOut[entity]
  const livesOn = before !== null && living !== undefined && fields.every((field) => living.has(field))
  if (!ownSteps.has(by.command) && !livesOn) refuseWithin(store, by, before ? [before, after] : [after], way)
  if (entity === 'agendaItems') refuseLosingNumber(before, after)
}

/** True for a record that lies in a meeting whose minutes are in review or final, or which was cancelled. */
export function isWithinSealed(store: Store, entity: EntityName, record: object): boolean {
  const status = ways[entity]?.(store, record as Readonly<Record<string, unknown>>)
  return status !== undefined && isSealed(status)
}

function refuseWithin(
  store: Store,
  by: { readonly undoes?: string | undefined },
  records: readonly Readonly<Record<string, unknown>>[],
  way: Way,
): void {
  for (const record of records) {
    const status = way(store, record)
    if (status === undefined || !isSealed(status)) continue
    if (by.undoes !== undefined && undoable.has(commandOf(store, by.undoes))) return
    throw problem('refused', status === 'cancelled' ? 'problems.sealedCancelled' : 'problems.sealed')
  }
}

/**
 * An adopted baseline is immutable (records.md 3.19, 3.21): a milestone gets another only with its reason, by its own operation, and
 * the one it had is kept as it was. Undo may take the whole step back.
 */
function refuseOtherBaseline(
  by: { readonly command: string; readonly undoes?: string | undefined },
  entity: 'baselines' | 'milestones',
  before: Readonly<Record<string, unknown>> | null,
  fields: readonly string[],
): void {
  if (before === null || by.undoes !== undefined) return
  const changed =
    entity === 'baselines'
      ? fields.some((field) => field !== 'deletedAt')
      : by.command !== 'milestones.rebaseline' && fields.some((field) => baselineFields.has(field))
  if (changed) throw problem('refused', 'problems.baselineKept')
}

/** A number once given stays, and its item on the agenda where it was given: no gaps, undo or not (records.md 3.21). */
function refuseLosingNumber(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>>,
): void {
  if (before === null || before.number == null) return
  const stays = (['number', 'numberSeries', 'meetingId', 'deletedAt'] as const).every(
    (field) => (before[field] ?? null) === (after[field] ?? null),
  )
  if (!stays) throw problem('refused', 'problems.itemNumbered')
}

/** The operation that a change came of: of an undo and a redo the one that these undo and redo. */
function commandOf(store: Store, stamp: string): string {
  const set = sql(store, 'SELECT command, undoes FROM change_sets WHERE stamp = ?').get(stamp) as
    | { command: string; undoes: string | null }
    | undefined
  return set?.undoes ? commandOf(store, set.undoes) : (set?.command ?? '')
}
