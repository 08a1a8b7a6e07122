/** The meeting that a package is for: moved, its items added, withdrawn, in another place, their papers changed. */
import type { SectionChange } from '#shared/documents/section-changes.ts'
import { type AgendaItem, unnumberedTypes } from '#shared/domain/records/agenda-item.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import type { Id } from '#shared/domain/values.ts'
import { meetingDetail } from '../repositories/meeting-detail.ts'
import { find, type Store, sql } from '../store.ts'
import { type Comparing, Gathering, isThere, same, type Told } from './comparing.ts'
import { outOfOrder } from './out-of-order.ts'

type Part = Extract<SectionChange, { code: 'itemPapers' }>['parts'][number]
const partFields = {
  title: ['title'],
  type: ['type'],
  presenter: ['presenterId'],
  summary: ['summary'],
  proposal: ['proposedDecision'],
  background: ['background'],
} as const satisfies Partial<Record<Part, readonly (keyof AgendaItem)[]>>

/** Null for a package without a meeting. */
export function meetingChanges(at: Comparing): Told | null {
  const { store, past, previous, choice } = at
  const { meetingId } = choice
  const now = meetingId === null ? undefined : find(store, 'meetings', meetingId)
  if (meetingId === null || !isThere(now)) return null
  const gathering = new Gathering()
  const wasPrinted = previous.meetingId === meetingId
  const then = past.before('meetings', meetingId)
  if (isThere(then) && (wasPrinted || isComing(then))) {
    gathering.tell(...moves(then, now))
    if (now.status === 'cancelled' && then.status !== 'cancelled') {
      gathering.tell({ code: 'meetingCancelled', on: now.startsOn })
    }
  }
  const numbers = new Map(meetingDetail(store, meetingId, at.today).items.map((one) => [one.item.id, one.numberText]))
  if (wasPrinted) itemChanges(at, meetingId, numbers, gathering)
  else {
    const items = itemsOf(store, meetingId).filter(isItem).length
    if (items > 0) gathering.tell({ code: 'agendaNew', items })
  }
  return gathering.told('meeting', true)
}

/** Still to be held. */
export function isComing({ status }: Pick<Meeting, 'status'>): boolean {
  return status === 'planned' || status === 'noticeSent'
}

function moves(then: Meeting, now: Meeting): SectionChange[] {
  const from = { on: then.startsOn, at: then.startsAt }
  const to = { on: now.startsOn, at: now.startsAt }
  const moved = same(from, to) ? [] : [{ code: 'meetingMoved' as const, from, to }]
  const [fromPlace, toPlace] = [then.place ?? then.remoteLink, now.place ?? now.remoteLink]
  return fromPlace === toPlace ? moved : [...moved, { code: 'meetingPlace', from: fromPlace, to: toPlace }]
}

/** Headings and breaks are lines of an agenda, not items. */
function isItem({ type }: Pick<AgendaItem, 'type'>): boolean {
  return !unnumberedTypes.some((one) => one === type)
}
function isOn(item: AgendaItem | undefined, meetingId: Id): item is AgendaItem {
  return isThere(item) && item.meetingId === meetingId && item.status !== 'withdrawn' && isItem(item)
}

function itemChanges(
  at: Comparing,
  meetingId: Id,
  numbers: ReadonlyMap<Id, string | null>,
  gathering: Gathering,
): void {
  const { store, past, choice } = at
  const onNow = itemsOf(store, meetingId).map(({ id }) => id)
  const ids = [...new Set([...onNow, ...past.changed('agendaItems')])]
  const pairs = ids
    .map((id) => ({ id, was: past.before('agendaItems', id), now: find(store, 'agendaItems', id) }))
    .filter(({ was: then, now }) => isOn(then, meetingId) || isOn(now, meetingId))
  const placesThen = placesOf(pairs.flatMap(({ was: then }) => (isOn(then, meetingId) ? [then] : [])))
  const placesNow = placesOf(pairs.flatMap(({ now }) => (isOn(now, meetingId) ? [now] : [])))
  const moved = outOfOrder(placesThen, placesNow)
  const files = attachmentChanges(at)
  const mayBeRead = (item: AgendaItem) => choice.withConfidential || !item.confidential
  // By the agenda as it is now; what was withdrawn keeps the order that it had.
  const order = (id: Id) => placesNow.get(id) ?? 1000 + (placesThen.get(id) ?? 0)
  for (const { id, was: then, now } of pairs.sort((a, b) => order(a.id) - order(b.id))) {
    if (!now) continue
    const wasOn = isOn(then, meetingId)
    const isOnNow = isOn(now, meetingId)
    const read = wasOn && mayBeRead(then)
    const named = { numberText: numbers.get(id) ?? null, title: now.title }
    const parts = wasOn && isOnNow ? partsChanged(then, now, files.has(id)) : []
    const isMoved = moved.has(id)
    if (!mayBeRead(now)) {
      if (read || wasOn !== isOnNow || parts.length > 0 || isMoved) gathering.withhold()
    } else if (!isOnNow) {
      if (read) gathering.tell({ code: 'itemWithdrawn', ...named })
      else gathering.withhold()
    } else if (!read) gathering.tell({ code: 'itemAdded', ...named })
    else {
      if (isMoved) {
        gathering.tell({ code: 'itemMoved', ...named, from: placesThen.get(id) ?? 0, to: placesNow.get(id) ?? 0 })
      }
      if (parts.length > 0) gathering.tell({ code: 'itemPapers', ...named, parts })
    }
  }
}

/** Place from 1 of each item, by the order of the agenda. */
function placesOf(items: readonly AgendaItem[]): Map<Id, number> {
  const sorted = items.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  return new Map(sorted.map(({ id }, index) => [id, index + 1]))
}

function partsChanged(then: AgendaItem, now: AgendaItem, files: boolean): Part[] {
  const parts = (Object.keys(partFields) as (keyof typeof partFields)[]).filter((part) =>
    partFields[part].some((field) => !same(then[field], now[field])),
  )
  return files ? [...parts, 'attachments'] : parts
}

/** Items some of whose attachments, those that may be read, came or went or are called otherwise. */
function attachmentChanges({ store, past, choice }: Comparing): Set<Id> {
  const shown = (one: Attachment | undefined) =>
    isThere(one) && (one.publicity === 'public' || choice.withConfidential) ? one : null
  const items = new Set<Id>()
  for (const id of past.changed('attachments')) {
    const [then, now] = [shown(past.before('attachments', id)), shown(find(store, 'attachments', id))]
    const told = (one: Attachment | null) => one && [one.itemId, one.title, one.fileName, one.sha256]
    if (same(told(then), told(now))) continue
    for (const itemId of [then?.itemId, now?.itemId]) if (itemId) items.add(itemId)
  }
  return items
}

function itemsOf(store: Store, meetingId: Id): Pick<AgendaItem, 'id' | 'type'>[] {
  return sql(
    store,
    "SELECT id, type FROM agenda_items WHERE meeting_id = ? AND deleted_at IS NULL AND status <> 'withdrawn' ORDER BY position",
  ).all(meetingId) as Pick<AgendaItem, 'id' | 'type'>[]
}
