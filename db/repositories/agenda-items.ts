import type { ItemDetail } from '#shared/contract/meetings.ts'
import { itemTimes, quorumOf, votersAt } from '#shared/domain/presence.ts'
import { type AgendaItem, type Disqualification, type ItemText, itemTexts } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Attendance, Meeting } from '#shared/domain/records/meeting.ts'
import { decode, type EntityName, entities, type Records } from '../entities.ts'
import { find, type Store, sql } from '../store.ts'

/** What is asked of the meeting to tell who may vote on its items. */
export interface MeetingSetting {
  readonly meeting: Meeting
  readonly body: Body
  /** Voting seats on the day. */
  readonly seats: number
  /** Those of them that nobody holds, in which deputies may serve. */
  readonly vacantSeats: number
  readonly attendances: readonly Attendance[]
}

const itemsOfMeeting = 'SELECT id FROM agenda_items WHERE meeting_id = ? AND deleted_at IS NULL'

/** Records of an entity that hang on the items of one meeting. */
function ofMeeting<N extends EntityName>(
  store: Store,
  entity: N,
  meetingId: string,
  order: string,
  column = 'item_id',
): Records[N][] {
  const rows = sql(
    store,
    `SELECT ${entities[entity].select} FROM ${entities[entity].table}
     WHERE ${column} IN (${itemsOfMeeting}) AND deleted_at IS NULL ORDER BY ${order}`,
  ).all(meetingId)
  return rows.map((row) => decode(entity, row as Record<string, unknown>))
}

/** The agenda of a meeting in its order. */
export function itemsOf(store: Store, meetingId: string): AgendaItem[] {
  const rows = sql(
    store,
    `SELECT ${entities.agendaItems.select} FROM agenda_items WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position, id`,
  ).all(meetingId)
  return rows.map((row) => decode('agendaItems', row as Record<string, unknown>))
}

/** The matters of a body, or of all, that are on no agenda, in the queue's order; over all bodies the oldest first. */
export function queueOf(store: Store, bodyId: string | null): (AgendaItem & { bodyName: string })[] {
  const select = [...entities.agendaItems.select.split(', ')].map((column) => `i.${column}`).join(', ')
  const rows = sql(
    store,
    `SELECT ${select}, b.name AS "bodyName" FROM agenda_items i JOIN bodies b ON b.id = i.body_id
     WHERE i.meeting_id IS NULL AND i.deleted_at IS NULL ${bodyId === null ? '' : 'AND i.body_id = ?'}
     ORDER BY ${bodyId === null ? 'i.created_stamp' : 'i.position, i.id'}`,
  ).all(...(bodyId === null ? [] : [bodyId])) as Record<string, unknown>[]
  return rows.map((row) => Object.assign(decode('agendaItems', row), { bodyName: String(row.bodyName) }))
}

/** Stamps of the newest change of each text of a meeting's items, by item. */
function textStampsOf(store: Store, meetingId: string): Map<string, Partial<Record<ItemText, string>>> {
  const rows = sql(
    store,
    `SELECT record_id AS "itemId", field, max(stamp) AS stamp FROM changes
     WHERE record_id IN (${itemsOfMeeting}) AND field IN (${itemTexts.map(() => '?').join(', ')})
     GROUP BY record_id, field`,
  ).all(meetingId, ...itemTexts) as { itemId: string; field: ItemText; stamp: string }[]
  const stamps = new Map<string, Partial<Record<ItemText, string>>>()
  for (const { itemId, field, stamp } of rows) stamps.set(itemId, { ...stamps.get(itemId), [field]: stamp })
  return stamps
}

/** What an item came from, named for a link; null where it came from nothing or that is gone. */
export function originOf(store: Store, item: AgendaItem): ItemDetail['origin'] {
  if (item.originVisitId !== null) {
    const visit = alive(find(store, 'visits', item.originVisitId))
    const company = visit && find(store, 'companies', visit.companyId)
    return visit && company ? { entity: 'visits', id: visit.id, title: company.name, meetingId: null } : null
  }
  if (item.originFollowUpId !== null) {
    const followUp = alive(find(store, 'followUps', item.originFollowUpId))
    return followUp ? { entity: 'followUps', id: followUp.id, title: followUp.description, meetingId: null } : null
  }
  if (item.originActionId !== null) {
    const action = alive(find(store, 'actions', item.originActionId))
    return action ? { entity: 'actions', id: action.id, title: action.title, meetingId: null } : null
  }
  if (item.originCommitmentId !== null) {
    const commitment = alive(find(store, 'commitments', item.originCommitmentId))
    return commitment ? { entity: 'commitments', id: commitment.id, title: commitment.title, meetingId: null } : null
  }
  if (item.originProjectId !== null) {
    const project = alive(find(store, 'projects', item.originProjectId))
    return project ? { entity: 'projects', id: project.id, title: project.title, meetingId: null } : null
  }
  if (item.carriedFromId === null) return null
  const before = alive(find(store, 'agendaItems', item.carriedFromId))
  if (!before) return null
  const title = [before.numberText, before.title].filter((part) => part !== null).join(' ')
  return { entity: 'agendaItems', id: before.id, title, meetingId: before.meetingId }
}

function alive<T extends { readonly deletedAt: string | null }>(record: T | undefined): T | undefined {
  return record?.deletedAt === null ? record : undefined
}

function grouped<T>(records: readonly T[], itemOf: (record: T) => string | null): Map<string | null, T[]> {
  return Map.groupBy(records, itemOf)
}

/** Actions that items or their decisions gave rise to; an action of a decision hangs on the decision's item. */
function actionsOf(store: Store, meetingId: string, decisions: readonly Records['decisions'][]) {
  const itemOfDecision = new Map(decisions.map(({ id, itemId }) => [id, itemId]))
  const ofItems = ofMeeting(store, 'actions', meetingId, 'due_on, id', 'origin_item_id')
  const ofDecisions = sql(
    store,
    `SELECT ${entities.actions.select} FROM actions WHERE origin_item_id IS NULL AND deleted_at IS NULL
     AND origin_decision_id IN (SELECT id FROM decisions WHERE deleted_at IS NULL AND item_id IN (${itemsOfMeeting}))
     ORDER BY due_on, id`,
  )
    .all(meetingId)
    .map((row) => decode('actions', row as Record<string, unknown>))
  return grouped([...ofItems, ...ofDecisions], (action) =>
    action.originItemId !== null ? action.originItemId : (itemOfDecision.get(action.originDecisionId ?? '') ?? null),
  )
}

/**
 * Everything of a meeting's items in agenda order: one query for each kind of child over the whole meeting. `numbers` gives the
 * number of each item as it would be if the meeting were closed now; what is given already stands.
 */
export function itemDetailsOf(
  store: Store,
  meetingId: string,
  { meeting, body, seats, vacantSeats, attendances }: MeetingSetting,
  numbers: ReadonlyMap<string, string> = new Map(),
): ItemDetail[] {
  const items = itemsOf(store, meetingId)
  const decisions = ofMeeting(store, 'decisions', meetingId, 'position, id')
  const children = {
    disqualifications: grouped(ofMeeting(store, 'disqualifications', meetingId, 'created_stamp, id'), (r) => r.itemId),
    proposals: grouped(ofMeeting(store, 'proposals', meetingId, 'position, id'), (r) => r.itemId),
    votes: grouped(ofMeeting(store, 'votes', meetingId, 'position, id'), (r) => r.itemId),
    decisions: grouped(decisions, (r) => r.itemId),
    statements: grouped(ofMeeting(store, 'statements', meetingId, 'created_stamp, id'), (r) => r.itemId),
    actions: actionsOf(store, meetingId, decisions),
    attachments: grouped(ofMeeting(store, 'attachments', meetingId, 'created_stamp, id'), (r) => r.itemId),
  }
  const stamps = textStampsOf(store, meetingId)
  const times = itemTimes(meeting, items)
  const votersOf = votersBy(meeting, attendances, vacantSeats)
  return items.map((item) => {
    const disqualifications = children.disqualifications.get(item.id) ?? []
    const voterIds = votersOf(times.get(item.id) ?? null, disqualifications)
    const made = item.createdStamp
    return {
      item,
      numberText: item.numberText ?? numbers.get(item.id) ?? null,
      disqualifications,
      proposals: children.proposals.get(item.id) ?? [],
      votes: children.votes.get(item.id) ?? [],
      decisions: children.decisions.get(item.id) ?? [],
      statements: children.statements.get(item.id) ?? [],
      actions: children.actions.get(item.id) ?? [],
      attachments: children.attachments.get(item.id) ?? [],
      quorum: quorumOf(body, seats, voterIds.length),
      voterIds,
      textStamps: { background: made, proposedDecision: made, minutesText: made, ...stamps.get(item.id) },
      origin: originOf(store, item),
    }
  })
}

/** `votersAt` of one roll, found once for each time: without a disqualification all items treated then have the same voters. */
function votersBy({ openedAt }: Meeting, attendances: readonly Attendance[], vacantSeats: number) {
  const known = new Map<string | null, string[]>()
  return (at: string | null, disqualifications: readonly Disqualification[]): string[] => {
    if (disqualifications.length > 0) return votersAt({ attendances, disqualifications, at, openedAt, vacantSeats })
    const voterIds = known.get(at) ?? votersAt({ attendances, disqualifications, at, openedAt, vacantSeats })
    known.set(at, voterIds)
    return voterIds
  }
}

/** What hangs on one item, in the order it is shown. */
export function childrenOf<
  N extends 'disqualifications' | 'proposals' | 'votes' | 'decisions' | 'statements' | 'attachments',
>(store: Store, entity: N, itemId: string): Records[N][] {
  const order = entities[entity].logged.has('position') ? 'position, id' : 'created_stamp, id'
  const rows = sql(
    store,
    `SELECT ${entities[entity].select} FROM ${entities[entity].table} WHERE item_id = ? AND deleted_at IS NULL ORDER BY ${order}`,
  ).all(itemId)
  return rows.map((row) => decode(entity, row as Record<string, unknown>))
}

/** Places and clocks of a meeting's items, without their texts. */
export function clocksOf(
  store: Store,
  meetingId: string,
): Pick<AgendaItem, 'id' | 'position' | 'startedAt' | 'endedAt'>[] {
  return sql(
    store,
    `SELECT id, position, started_at AS "startedAt", ended_at AS "endedAt" FROM agenda_items
     WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position, id`,
  ).all(meetingId) as Pick<AgendaItem, 'id' | 'position' | 'startedAt' | 'endedAt'>[]
}

/** Ids of the items of an agenda, or of a body's queue, in order. */
export function idsInPlace(
  store: Store,
  { bodyId, meetingId }: { readonly bodyId: string; readonly meetingId: string | null },
): string[] {
  const where = meetingId === null ? 'body_id = ? AND meeting_id IS NULL' : 'meeting_id = ?'
  return sql(store, `SELECT id FROM agenda_items WHERE ${where} AND deleted_at IS NULL ORDER BY position, id`)
    .pluck()
    .all(meetingId ?? bodyId) as string[]
}

const originColumns = {
  originVisitId: 'origin_visit_id',
  originFollowUpId: 'origin_follow_up_id',
  originActionId: 'origin_action_id',
  originCommitmentId: 'origin_commitment_id',
  originProjectId: 'origin_project_id',
  carriedFromId: 'carried_from_id',
} as const

/**
 * The newest item that came from a record and was not withdrawn, with where it stands; undefined where there is none. With `waiting`
 * only one that is not treated yet, in a queue or at a meeting to come.
 */
export function itemFrom(
  store: Store,
  origin: keyof typeof originColumns,
  id: string,
  { waiting = false }: { readonly waiting?: boolean } = {},
): { id: string; title: string; meetingId: string | null; bodyName: string; meetingOn: string | null } | undefined {
  return sql(
    store,
    `SELECT i.id, i.title, i.meeting_id AS "meetingId", b.name AS "bodyName", m.starts_on AS "meetingOn"
     FROM agenda_items i JOIN bodies b ON b.id = i.body_id LEFT JOIN meetings m ON m.id = i.meeting_id
     WHERE i.${originColumns[origin]} = ? AND i.deleted_at IS NULL AND i.status <> 'withdrawn'
     ${waiting ? `AND i.status = 'pending' AND (m.id IS NULL OR m.status IN ('planned', 'noticeSent'))` : ''}
     ORDER BY i.created_stamp DESC LIMIT 1`,
  ).get(id) as ReturnType<typeof itemFrom>
}
