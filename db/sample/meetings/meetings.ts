import { addDays } from '#shared/domain/days.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import type { Foundation } from '../foundation.ts'
import type { Random } from '../random.ts'
import type { Setting } from '../setting.ts'
import { afterwards, archive } from './after.ts'
import { aBoard, type Board, found } from './board.ts'
import { calendarOf, type Held } from './calendar.ts'
import type { Desk } from './desk.ts'
import { hold, reportAbsence } from './hold.ts'
import { prepare, queueSome } from './prepare.ts'
import { addExternal, begin, reportDue } from './reports.ts'
import type { MeetingSource } from './source.ts'

/** The life of two bodies over all years: planned, called, held, minuted, approved and carried out, up to the coming meeting. */
export function meetings(setting: Setting, people: Foundation, source: MeetingSource, random: Random): void {
  const { from, years, today } = setting
  const language = setting.source.partnership.language as Language
  const shared = { source, random, language, ours: people.ours, personIds: [] }
  const board = aBoard({ ...shared, bodyId: people.bodyIds[0] ?? '', matters: source.matters, brief: false })
  const second = aBoard({ ...shared, bodyId: people.bodyIds[1] ?? '', matters: source.second.matters, brief: true })
  const calendar = calendarOf(from, years, today)
  const act = (day: Day, time: string, does: (desk: Desk) => void) => {
    if (day < today) setting.act(day, time, does)
  }
  // The first term ends with the first year, or within it where there is no second.
  const [year = 0] = years
  const firstTermEnds = years.length > 1 ? `${year}-12-31` : `${year}-06-30`
  const terms = { from, firstTermEnds, nextTerm: addDays(firstTermEnds, 1) }
  act(from, '09:00', (desk) => found(desk, { board, second, people, ...terms }))
  for (const { days, plannedOn } of calendar.series) act(plannedOn, '13:00', (desk) => planSeries(desk, board, days))
  aCancelled(act, board, calendar.cancelled)
  const { remote, coming } = calendar
  if (remote !== null) {
    act(addDays(remote, -13), '10:00', (desk) => {
      plan(desk, board, remote, {
        kind: 'remote',
        title: source.texts.remoteTitle,
        place: source.remotePlace,
        startsAt: '14:00',
      })
    })
  }
  const adjusted = source.texts.adjusterDecision !== undefined
  takePlace(act, board, calendar.held, adjusted)
  for (const day of calendar.small) {
    act(addDays(day, -9), '09:00', (desk) => plan(desk, second, day, { place: source.second.place, startsAt: '08:30' }))
  }
  takePlace(
    act,
    second,
    calendar.small.map((day) => ({ day, turn: {} })),
    adjusted,
  )
  for (const one of years) anExternal(act, board, addDays(`${one}-05-20`, 0), today)
  call(act, board, coming, today)
}

type Act = (day: Day, time: string, does: (desk: Desk) => void) => void

function planSeries(desk: Desk, board: Board, days: readonly Day[]): void {
  const planned = desk.call('meetings.planSeries', {
    bodyId: board.bodyId,
    startsOn: [...days],
    startsAt: '09:00',
    endsAt: '11:30',
    place: board.source.place,
  })
  for (const { id, startsOn } of planned) board.meetingIds.set(startsOn, id)
}

function plan(
  desk: Desk,
  board: Board,
  startsOn: Day,
  given: { kind?: 'remote' | 'extraordinary'; title?: string; place: string; startsAt: string },
): void {
  const isRemote = given.kind === 'remote'
  const { id } = desk.call('meetings.plan', {
    bodyId: board.bodyId,
    startsOn,
    ...given,
    ...(isRemote ? { remoteLink: 'https://moete.example/styret', allSeeAndHear: true } : {}),
  })
  board.meetingIds.set(startsOn, id)
}

/** Prepared, called, held and minuted; older ones archived when two more have taken place. */
function takePlace(act: Act, board: Board, held: readonly Held[], adjusted: boolean): void {
  held.forEach(({ day, turn }, index) => {
    const days = board.brief || turn.remote ? { papers: -8, notice: -7 } : { papers: -16, notice: -10 }
    act(addDays(day, days.papers), '11:00', (desk) => prepare(desk, board, day, turn, addDays(day, days.notice - 1)))
    act(addDays(day, days.notice), '15:00', (desk) => sendNotice(desk, board, day, addDays(day, days.notice)))
    act(addDays(day, -1), '14:00', (desk) => reportAbsence(desk, board, day, turn))
    const newest = index === held.length - 1
    act(day, turn.remote ? '14:00' : board.brief ? '08:30' : '09:00', (desk) => hold(desk, board, day, turn, newest))
    for (const { after, time, does } of afterwards(turn, adjusted)) {
      act(addDays(day, after), time, (desk) => does(desk, board, day, addDays(day, after)))
    }
    const later = held[index + 2]
    if (later) act(addDays(later.day, 6), '09:30', (desk) => archive(desk, board, day))
  })
}

function sendNotice(desk: Desk, board: Board, day: Day, sentOn: Day): void {
  const id = board.meetingIds.get(day)
  if (id !== undefined) desk.call('meetings.sendNotice', { id, sentOn })
}

function aCancelled(act: Act, board: Board, day: Day | null): void {
  if (day === null) return
  const { texts, place } = board.source
  act(addDays(day, -14), '10:00', (desk) => {
    plan(desk, board, day, { kind: 'extraordinary', title: texts.cancelTitle, place, startsAt: '12:00' })
  })
  act(addDays(day, -13), '10:00', (desk) => prepare(desk, board, day, {}))
  act(addDays(day, -10), '10:00', (desk) => sendNotice(desk, board, day, addDays(day, -10)))
  act(addDays(day, -2), '09:00', (desk) => {
    const id = board.meetingIds.get(day)
    if (id === undefined) return
    // Nobody adjusts the minutes of a meeting that does not take place.
    for (const { item } of desk.call('meetings.open', { id }).items) {
      if (item.type === 'election' && !board.matterOf.has(item.id)) desk.call('agendaItems.remove', { id: item.id })
    }
    desk.call('meetings.cancel', { id, reason: texts.cancelled })
  })
}

function anExternal(act: Act, board: Board, day: Day, today: Day): void {
  let id: string | undefined
  act(day, '12:00', (desk) => {
    id = addExternal(desk, board, day)
  })
  const doneOn = addDays(day, 100)
  // The last one is still on its way.
  if (doneOn >= addDays(today, -90)) return
  act(doneOn, '12:00', (desk) => {
    const { result } = board.source.external
    if (id !== undefined) desk.call('decisions.report', { id, status: 'done', doneOn, result })
  })
}

/** The coming meeting: called, with all its papers and a secret; then what has happened since the last one. */
function call(act: Act, board: Board, { day, isExtra }: { day: Day; isExtra: boolean }, today: Day): void {
  const least = (one: Day, other: Day) => (one < other ? one : other)
  if (isExtra) {
    act(addDays(today, -6), '09:00', (desk) => {
      plan(desk, board, day, { place: board.source.place, startsAt: '09:00' })
    })
  }
  const preparedOn = least(addDays(day, -16), addDays(today, -4))
  const sentOn = least(addDays(day, -10), addDays(today, -2))
  const turn = { confidential: true, escalates: true }
  act(preparedOn, '10:00', (desk) => {
    prepare(desk, board, day, turn, sentOn)
    proposeAhead(desk, board, day)
    queueSome(desk, board, day)
  })
  act(addDays(today, -3), '13:00', (desk) => {
    begin(desk, board)
    reportDue(desk, board, { day: addDays(today, -3), meetingId: null, leaving: true })
  })
  act(sentOn, '15:00', (desk) => sendNotice(desk, board, day, sentOn))
}

/** A member tells beforehand what they will propose. */
function proposeAhead(desk: Desk, board: Board, day: Day): void {
  const id = board.meetingIds.get(day)
  if (id === undefined) return
  const { items, attendances } = desk.call('meetings.open', { id })
  const item = items.find(({ item: one }) => one.type === 'decision' && board.matterOf.has(one.id))?.item
  const member = attendances.find(({ role, votes }) => role === 'member' && votes)
  const matter = item && board.matterOf.get(item.id)
  if (!item || !member || !matter) return
  desk.call('proposals.add', { itemId: item.id, text: matter.proposal.join('\n') })
  const { personId: proposerId, party } = member
  desk.call('proposals.add', {
    itemId: item.id,
    kind: 'referralBack',
    text: board.source.texts.counter,
    proposerId,
    party,
  })
}
