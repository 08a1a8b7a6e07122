import type { Snapshot } from '#shared/documents/snapshot.ts'
import type { Id } from '#shared/domain/values.ts'
import type { Past } from './repositories/past.ts'
import { personName } from './repositories/person-name.ts'
import { find, type Store, sql } from './store.ts'

type Changes = NonNullable<Snapshot['changes']>
type DecisionChanges = Pick<Changes, 'newDecisions' | 'doneDecisions' | 'newActions' | 'doneActions'> & {
  /** Of confidential items: counted, not named. */
  readonly confidential: number
}

/**
 * Decisions taken and carried out, actions made and done, since a body's last package. A decision is new when its meeting was closed
 * since: what is still being minuted is nobody's decision yet.
 */
export function decisionChanges(
  store: Store,
  past: Past,
  { bodyId, withConfidential }: { readonly bodyId: Id; readonly withConfidential: boolean },
): DecisionChanges {
  const found = { newDecisions: [], doneDecisions: [], newActions: [], doneActions: [] } as {
    -readonly [K in Exclude<keyof DecisionChanges, 'confidential'>]: DecisionChanges[K]
  }
  let confidential = 0
  const closedSince = past.changed('meetings').filter((id) => {
    const then = past.before('meetings', id)
    return find(store, 'meetings', id)?.number != null && then?.number == null
  })
  const candidates = new Set([
    ...past.changed('decisions'),
    ...closedSince.flatMap((id) => decisionsOfMeeting(store, id)),
  ])
  for (const id of candidates) {
    const now = find(store, 'decisions', id)
    if (!now || now.deletedAt !== null) continue
    const item = now.itemId === null ? undefined : find(store, 'agendaItems', now.itemId)
    if (item && item.bodyId !== bodyId) continue
    const meeting = item?.meetingId ? find(store, 'meetings', item.meetingId) : undefined
    if (item && meeting?.number == null) continue
    const then = past.before('decisions', id)
    const isNew =
      then === undefined || then.deletedAt !== null || (meeting !== undefined && closedSince.includes(meeting.id))
    const isDone = now.status === 'done' && (isNew || then?.status !== 'done')
    if (!isNew && !isDone) continue
    if (item?.confidential && !withConfidential) {
      confidential += 1
      continue
    }
    const title = item?.title ?? now.externalBody ?? ''
    const numberText = item?.numberText ?? null
    if (isNew) found.newDecisions.push({ numberText, title, text: now.text })
    if (isDone) found.doneDecisions.push({ numberText, title, result: now.result })
  }
  for (const id of past.changed('actions')) {
    const now = find(store, 'actions', id)
    if (!now || now.deletedAt !== null) continue
    const origin = now.originDecisionId === null ? undefined : find(store, 'decisions', now.originDecisionId)
    const itemId = now.originItemId ?? origin?.itemId ?? null
    const item = itemId === null ? undefined : find(store, 'agendaItems', itemId)
    if (item && item.bodyId !== bodyId) continue
    const visit = now.originVisitId === null ? undefined : find(store, 'visits', now.originVisitId)
    const then = past.before('actions', id)
    const isNew = then === undefined || then.deletedAt !== null
    const isDone = now.status === 'done' && (isNew || then?.status !== 'done')
    if (!isNew && !isDone) continue
    if ((item?.confidential && !withConfidential) || visit?.confidentiality === 'confidential') {
      confidential += 1
      continue
    }
    if (isDone) found.doneActions.push({ title: now.title, result: now.result })
    else
      found.newActions.push({ title: now.title, responsible: personName(store, now.ownerId) ?? '', dueOn: now.dueOn })
  }
  return { ...found, confidential }
}

function decisionsOfMeeting(store: Store, meetingId: Id): Id[] {
  return sql(
    store,
    'SELECT d.id FROM agenda_items i JOIN decisions d ON d.item_id = i.id WHERE i.meeting_id = ? ORDER BY i.position, d.position',
  )
    .pluck()
    .all(meetingId) as Id[]
}
