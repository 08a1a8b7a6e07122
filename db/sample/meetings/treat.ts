import type { ItemDetail } from '#shared/contract/meetings.ts'
import { decide } from './decide.ts'
import { reportDue } from './reports.ts'
import { acclaim, rollOf, type Session, write } from './session.ts'

/** One item by its type: what is said, and what comes of it. */
export function treat(session: Session, detail: ItemDetail, how: { isMain: boolean; postponed: boolean }): void {
  const { desk, board } = session
  const { item } = detail
  const { texts } = board.source
  const matter = board.matterOf.get(item.id)
  const say = (...lines: readonly string[]) => write(desk, detail, lines)
  const agree = (text: string) => acclaim(session, item.id, text)
  if (how.postponed) {
    say(texts.postponedWhy)
    desk.call('agendaItems.settle', { id: item.id, status: 'postponed' })
    return
  }
  if (item.originFollowUpId !== null) {
    decide(session, detail, { text: texts.escalatedDecision, lines: [], isMain: false })
    return
  }
  if (item.title === texts.correctionTitle) {
    correct(session, detail)
    return
  }
  switch (item.type) {
    case 'opening':
      say(texts.opening)
      return
    case 'noticeApproval':
      say(texts.noticeApproval)
      agree(texts.noticeDecision)
      return
    case 'minutesApproval':
      if (item.aboutMeetingId === null) {
        desk.call('agendaItems.settle', { id: item.id, status: 'withdrawn' })
        return
      }
      say(texts.minutesApproval)
      agree(texts.minutesDecision)
      return
    case 'followUpList':
      say(texts.followUpList)
      reportDue(desk, board, { day: session.day, meetingId: session.meetingId, leaving: session.newest })
      return
    case 'reference':
      say(texts.references)
      return
    case 'anyOtherBusiness':
      say(texts.otherBusiness)
      return
    default:
  }
  if (!matter) {
    if (item.type === 'election') chooseAdjuster(session, detail)
    return
  }
  const carried = item.carriedFromId === null ? [] : [texts.carried]
  decide(session, detail, { text: null, lines: [...carried, ...matter.minutes], isMain: how.isMain })
}

/** The adjuster is elected by name; without an election in the body's texts nobody is. */
function chooseAdjuster(session: Session, { item }: ItemDetail): void {
  const { desk, board, meetingId, cast } = session
  const adjusterId = cast.at(-2)
  const name = rollOf(session).find(({ personId }) => personId === adjusterId)?.personName
  const text = board.source.texts.adjusterDecision
  if (adjusterId === undefined || name === undefined || text === undefined) return
  desk.call('minutes.chooseAdjusters', { meetingId, personIds: [adjusterId] })
  acclaim(
    session,
    item.id,
    text.replace('{name}', () => name),
  )
}

/** A decision of the meeting before is put right by a new one: what was approved is never edited. */
function correct(session: Session, detail: ItemDetail): void {
  const { desk, board, day } = session
  const { texts } = board.source
  const { rows } = desk.call('decisions.list', {
    filter: { bodyId: board.bodyId, kinds: ['decision'], to: day },
    limit: 20,
  })
  const wrong = rows.find((row) => row.decidedOn < day && !row.confidential)
  if (!wrong) {
    desk.call('agendaItems.settle', { id: detail.item.id, status: 'withdrawn' })
    return
  }
  write(desk, detail, [texts.correctionMinutes])
  const text = texts.correction.replace('{title}', () => wrong.itemTitle)
  acclaim(session, detail.item.id, text, { correctsId: wrong.id })
}
