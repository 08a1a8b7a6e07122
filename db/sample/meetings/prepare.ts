import { richFromPlain } from '#shared/domain/rich-text.ts'
import type { Day } from '#shared/domain/values.ts'
import { meetingToApprove } from '../../repositories/meetings.ts'
import { read, sql } from '../../store.ts'
import { plainPdf } from '../pdf.ts'
import type { Board } from './board.ts'
import type { Desk } from './desk.ts'
import type { Matter } from './source.ts'
import type { Turn } from './turns.ts'

/** The agenda of a meeting: what waits in the queue, new matters with their papers, and what ends every meeting. */
export function prepare(desk: Desk, board: Board, day: Day, turn: Turn, papersDueOn: Day | null = null): void {
  const meetingId = board.meetingIds.get(day)
  if (meetingId === undefined) return
  const { source, bodyId } = board
  const meeting = desk.call('meetings.revise', {
    id: meetingId,
    changes: { papersDueOn, noticeText: board.brief ? null : source.noticeText },
  })
  nameMinutesToApprove(desk, meetingId)
  let position = desk.call('meetings.open', { id: meetingId }).items.length
  for (const item of desk.call('agendaItems.queue', { bodyId })) {
    desk.call('agendaItems.move', { id: item.id, meetingId, position })
    const matter = item.carriedFromId === null ? undefined : board.matterOf.get(item.carriedFromId)
    if (matter) board.matterOf.set(item.id, matter)
    position += 1
  }
  const brief = board.brief || meeting.kind !== 'ordinary'
  const chosen = chooseMatters(board, day, turn, brief)
  const made = chosen.map((matter) => addMatter(desk, board, matter, { meetingId, day }))
  if (!brief) attach(desk, board, made[0])
  if (turn.corrects) {
    desk.call('agendaItems.add', {
      bodyId,
      meetingId,
      type: 'decision',
      title: source.texts.correctionTitle,
      minutesPlanned: 5,
    })
  }
  if (turn.escalates) escalate(desk, board, meetingId)
  if (brief) return
  for (const [type, title, minutesPlanned] of source.closing) {
    desk.call('agendaItems.add', { bodyId, meetingId, type, title, minutesPlanned })
  }
}

/** The series was planned long before: the minutes to approve are those of the meeting that came last since. */
function nameMinutesToApprove(desk: Desk, meetingId: string): void {
  const { meeting, items } = desk.call('meetings.open', { id: meetingId })
  const about = meetingToApprove(desk.store, meeting)
  const held = about !== undefined && about.openedAt !== null
  for (const { item } of items) {
    if (item.type !== 'minutesApproval') continue
    desk.call('agendaItems.revise', { id: item.id, changes: { aboutMeetingId: held ? about.id : null } })
  }
}

/** Two or three decisions, an election or a secret where the turn says so, and something to hear or to talk about. */
function chooseMatters(board: Board, day: Day, turn: Turn, brief: boolean): Matter[] {
  const { matters } = board
  const isPlain = (matter: Matter) => matter.type === 'decision' && !matter.confidential && matter.month === undefined
  const decisions = matters.filter(isPlain)
  const others = matters.filter(({ type }) => type === 'information' || type === 'discussion')
  const take = (list: readonly Matter[], count: number) =>
    Array.from(
      { length: Math.min(count, list.length) },
      (_, index) => list[(board.nextMatter + index) % list.length],
    ).filter((matter) => matter !== undefined)
  const ofMonth = brief ? [] : matters.filter(({ month }) => month === Number(day.slice(5, 7)))
  const wanted = brief ? 1 : 3 - ofMonth.length
  const chosen = [
    ...take(decisions, wanted),
    ...ofMonth,
    ...(turn.confidential ? matters.filter(({ confidential }) => confidential) : []),
    ...(turn.secretElection ? matters.filter(({ type }) => type === 'election') : []),
    ...take(others, brief && !board.brief ? 0 : board.brief ? 1 : 2),
  ]
  board.nextMatter += wanted
  return chosen
}

function addMatter(desk: Desk, board: Board, matter: Matter, at: { meetingId: string | null; day: Day }): string {
  const { source, bodyId, random, ours } = board
  const year = at.day.slice(0, 4)
  const decided = matter.type === 'decision' || matter.type === 'election'
  const title = matter.title.replace('{next}', String(Number(year) + 1))
  const before = board.titles.get(title) ?? 0
  board.titles.set(title, before + 1)
  const item = desk.call('agendaItems.add', {
    bodyId,
    meetingId: at.meetingId,
    type: matter.type,
    // A decision that comes back is told apart by its year.
    title: before === 0 || !decided ? title : `${title} ${year}`,
    caseNo: decided ? `${year}/${100 + board.nextCase++}` : null,
    responsibleId: random.pick(ours),
    presenterId: random.pick(ours),
    minutesPlanned: matter.type === 'decision' ? random.pick([10, 15, 20]) : 10,
    summary: matter.summary,
    background: richFromPlain(matter.background.join('\n')),
    proposedDecision: richFromPlain(matter.proposal.join('\n')),
    recipients: matter.type === 'decision' ? source.texts.recipients.join('\n') : null,
    confidential: matter.confidential ?? false,
    confidentialGround: matter.confidential ? source.texts.confidentialGround : null,
  })
  board.matterOf.set(item.id, matter)
  return item.id
}

/** Matters that nobody has put on an agenda yet. */
export function queueSome(desk: Desk, board: Board, day: Day): void {
  for (const matter of chooseMatters(board, day, {}, false)
    .filter(({ type }) => type === 'decision')
    .slice(0, 2)) {
    const id = addMatter(desk, board, matter, { meetingId: null, day })
    desk.call('agendaItems.revise', { id, changes: { summary: board.source.texts.queued } })
  }
}

function attach(desk: Desk, { source }: Board, itemId: string | undefined): void {
  if (itemId === undefined) return
  const { title } = read(desk.store, 'agendaItems', itemId)
  desk.call('attachments.add', {
    itemId,
    kind: 'file',
    fileName: `${source.texts.attachment}.pdf`,
    mime: 'application/pdf',
    altText: null,
    base64: Buffer.from(plainPdf([title, ...source.texts.attachmentLines])).toString('base64'),
  })
}

/** The longest open promise to a company becomes a matter of the board; never one from a confidential visit. */
function escalate(desk: Desk, { source, bodyId }: Board, meetingId: string): void {
  const found = sql(
    desk.store,
    `SELECT f.id, f.description FROM follow_ups f JOIN visits v ON v.id = f.visit_id
     WHERE f.status IN ('open', 'answered') AND f.deleted_at IS NULL AND v.deleted_at IS NULL AND v.confidentiality <> 'confidential'
       AND NOT EXISTS (SELECT 1 FROM agenda_items i WHERE i.origin_follow_up_id = f.id) ORDER BY f.due_on, f.id LIMIT 1`,
  ).get() as { id: string; description: string } | undefined
  if (!found) return
  const title = source.texts.escalatedTitle.replace('{text}', () => found.description).slice(0, 200)
  desk.call('agendaItems.escalate', { from: { entity: 'followUps', id: found.id }, bodyId, meetingId, title })
}
