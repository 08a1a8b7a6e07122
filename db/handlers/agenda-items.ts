import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { minutesIntoMeeting } from '#shared/domain/presence.ts'
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import { closeGaps, putAt, refuseClosedPlace, refuseTreated } from '../agenda-places.ts'
import { carryItem, itemDefaults } from '../carry-over.ts'
import { lastStamp } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { decideNextIn, escalated, escalatedItem, refuseEscalated } from '../escalation.ts'
import { wrongInItem } from '../item-checks.ts'
import { childrenOf, clocksOf, itemFrom, queueOf } from '../repositories/agenda-items.ts'
import { settle } from '../settling.ts'
import { read } from '../store.ts'
import { filled, languageOf, partnershipOf, refuseIfWrong, revised } from './checking.ts'

export const agendaItemHandlers: AreaHandlers<'agendaItems'> = {
  'agendaItems.queue': ({ bodyId }, { store }) => queueOf(store, bodyId),
  'agendaItems.add': ({ position, ...input }, context) => {
    refuseClosedPlace(context.store, input)
    const item = filled(itemDefaults(input), input)
    refuseIfWrong(wrongInItem(context.store, item))
    refuseLaterMinutes(context, item, '')
    return change(context, (write) => {
      const { id } = write.insert('agendaItems', { id: context.newId(), ...item })
      putAt(write, id, input, position)
      return read(write, 'agendaItems', id)
    })
  },
  'agendaItems.revise': ({ id, changes }, context) => {
    const { status, ...given } = changes
    const before = read(context.store, 'agendaItems', id)
    // An item that no longer approves minutes is about none.
    const loses = given.type !== undefined && given.type !== 'minutesApproval' && given.aboutMeetingId === undefined
    const rest = loses ? { ...given, aboutMeetingId: null } : given
    const next = revised(before, rest)
    refuseIfWrong(wrongInItem(context.store, next), 'changes.')
    if (next.aboutMeetingId !== before.aboutMeetingId) refuseLaterMinutes(context, next, 'changes.')
    return change(context, (write) => {
      const item = write.revise('agendaItems', id, rest)
      return status === undefined || status === item.status ? item : settled(context, write, item, status)
    })
  },
  'agendaItems.write': ({ id, field, content, basedOn }, context) => {
    const { store } = context
    const item = read(store, 'agendaItems', id)
    const stamp = lastStamp(store, id, field, item.createdStamp)
    // What is there already is written: a repeated save after a lost answer, or two windows with the same words.
    if (JSON.stringify(item[field]) === JSON.stringify(content)) return { stamp }
    if (stamp !== basedOn) throw problem('conflict', 'problems.textChanged')
    return change(context, (write) => {
      write.revise('agendaItems', id, { [field]: content })
      return { stamp: write.stamp }
    })
  },
  'agendaItems.move': ({ id, meetingId, position }, context) => {
    const item = read(context.store, 'agendaItems', id)
    const place = { bodyId: item.bodyId, meetingId }
    refuseClosedPlace(context.store, place)
    if (meetingId !== item.meetingId) {
      refuseClosedPlace(context.store, item)
      refuseTreated(context.store, item)
    }
    change(context, (write) => {
      putAt(write, id, place, position)
      if (meetingId !== item.meetingId) closeGaps(write, item)
    })
    return {}
  },
  'agendaItems.carryOver': ({ meetingId, itemIds }, context) => {
    const { store } = context
    const meeting = read(store, 'meetings', meetingId)
    const place = { bodyId: meeting.bodyId, meetingId }
    refuseClosedPlace(store, place)
    return change(context, (write) =>
      [...new Set(itemIds)].map((id) => {
        const item = read(store, 'agendaItems', id)
        if (item.bodyId !== meeting.bodyId) throw problem('refused', 'problems.itemOfOtherBody', { title: item.title })
        if (item.status !== 'postponed' && item.status !== 'referredBack') {
          throw problem('refused', 'problems.itemNotOpen', { title: item.title })
        }
        const again = itemFrom(write, 'carriedFromId', id)
        if (!again) return carryItem(write, context.newId, item, place)
        if (again.meetingId !== null) throw problem('refused', 'problems.itemCarried', { title: item.title })
        // It waits in the queue since its meeting was closed: that one is taken.
        putAt(write, again.id, place, null)
        closeGaps(write, { ...place, meetingId: null })
        return read(write, 'agendaItems', again.id)
      }),
    ).map(({ id }) => read(store, 'agendaItems', id))
  },
  'agendaItems.escalate': ({ from, bodyId, meetingId, title }, context) => {
    const { store } = context
    const place = { bodyId, meetingId }
    refuseClosedPlace(store, place)
    const told = escalated(store, from, { language: partnershipOf(store).language, today: today(context) })
    refuseEscalated(store, from, languageOf(context))
    const item = { ...itemDefaults({ ...place, type: 'discussion', title }), ...told }
    return change(context, (write) => {
      const { id } = write.insert('agendaItems', { id: context.newId(), ...item })
      putAt(write, id, place, null)
      if (from.entity === 'projects') decideNextIn(write, from.id, id)
      return read(write, 'agendaItems', id)
    })
  },
  'agendaItems.escalated': ({ from }, { store }) => escalatedItem(store, from) ?? null,
  'agendaItems.clock': ({ id, at: time, does }, context) => {
    const { store } = context
    const item = read(store, 'agendaItems', id)
    if (item.meetingId === null) throw problem('refused', 'problems.itemInQueue')
    const { openedAt } = read(store, 'meetings', item.meetingId)
    const later = (one: string, other: string) =>
      minutesIntoMeeting(one, openedAt) > minutesIntoMeeting(other, openedAt)
    if (does === 'end') {
      if (item.startedAt === null) throw problem('refused', 'problems.clockNotStarted')
      if (later(item.startedAt, time)) {
        throw invalid({ at: fieldMessage('clockEndBeforeStart', { start: item.startedAt }) })
      }
      return change(context, (write) => write.revise('agendaItems', id, { endedAt: time }))
    }
    const running = clocksOf(store, item.meetingId).filter((one) => one.startedAt !== null && one.endedAt === null)
    return change(context, (write) => {
      for (const { id: other, startedAt } of running) {
        if (other === id || startedAt === null) continue
        write.revise('agendaItems', other, { endedAt: later(startedAt, time) ? startedAt : time })
      }
      // Clicked once more while it runs, it runs on.
      return running.some((one) => one.id === id)
        ? read(write, 'agendaItems', id)
        : write.revise('agendaItems', id, { startedAt: time, endedAt: null })
    })
  },
  'agendaItems.settle': ({ id, status }, context) => {
    const item = read(context.store, 'agendaItems', id)
    return change(context, (write) => settled(context, write, item, status))
  },
  'agendaItems.remove': ({ id }, context) => {
    const { store } = context
    const item = read(store, 'agendaItems', id)
    refuseClosedPlace(store, item)
    refuseTreated(store, item)
    change(context, (write) => {
      // Put up for this item alone; they go and come back with it.
      for (const entity of ['proposals', 'disqualifications', 'attachments'] as const) {
        for (const child of childrenOf(store, entity, id)) write.remove(entity, child.id)
      }
      write.remove('agendaItems', id)
      closeGaps(write, item)
    })
    return {}
  },
}

/** Asked where the meeting is chosen only: one that is moved later keeps its items writable. @throws ProblemError `invalid`. */
function refuseLaterMinutes(
  { store }: Context,
  { meetingId, aboutMeetingId }: Pick<AgendaItem, 'meetingId' | 'aboutMeetingId'>,
  prefix: string,
): void {
  if (meetingId === null || aboutMeetingId === null) return
  const [about, meeting] = [read(store, 'meetings', aboutMeetingId), read(store, 'meetings', meetingId)]
  if (`${about.startsOn} ${about.startsAt}` < `${meeting.startsOn} ${meeting.startsAt}`) return
  throw invalid({ [`${prefix}aboutMeetingId`]: fieldMessage('aboutLaterMeeting') })
}

function settled(
  context: Context,
  write: Parameters<typeof settle>[0],
  item: AgendaItem,
  status: AgendaItem['status'],
): AgendaItem {
  if (item.meetingId === null) {
    // In a queue nothing is treated; a matter may be given up there, and taken up again.
    if (status !== 'pending' && status !== 'withdrawn') throw problem('refused', 'problems.itemInQueue')
    return write.revise('agendaItems', item.id, { status })
  }
  const meeting = read(context.store, 'meetings', item.meetingId)
  const { language } = partnershipOf(context.store)
  return settle(write, context.newId, item, { status, meeting, language })
}
