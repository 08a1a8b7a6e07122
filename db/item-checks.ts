/**
 * The rules of what hangs on agenda items, with what they must know of the meeting read from the file: field → what is wrong,
 * empty = good. Handlers ask them before they write, undo asks them after.
 */
import { checkAction } from '#shared/domain/action-rules.ts'
import { type FieldMessages, fieldMessage } from '#shared/domain/checked.ts'
import { checkDecision } from '#shared/domain/decision-rules.ts'
import { checkDisqualification } from '#shared/domain/disqualification-rules.ts'
import { checkItem } from '#shared/domain/item-rules.ts'
import { lastDayOf } from '#shared/domain/meeting-states.ts'
import { votersAt } from '#shared/domain/presence.ts'
import { checkProposal } from '#shared/domain/proposal-rules.ts'
import type { AgendaItem, Disqualification, Proposal, Statement, Vote } from '#shared/domain/records/agenda-item.ts'
import type { Action, Decision } from '#shared/domain/records/decision.ts'
import { checkStatement } from '#shared/domain/statement-rules.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import { checkCounts, checkVote, sumOf } from '#shared/domain/vote-rules.ts'
import { isAgendaOpen } from './agenda-places.ts'
import { disqualifiedIn, type ItemSetting } from './item-setting.ts'
import { childrenOf } from './repositories/agenda-items.ts'
import { find, type Store } from './store.ts'

/** A record that is there, or one to be made. */
type Drafted<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'> & { readonly id?: string }
export interface On {
  readonly today: Day
  readonly language: Language
}

/** An item's clock, type and, for an approval of minutes, the meeting it is about: one of the same body, not its own. */
export function wrongInItem(store: Store, item: Drafted<AgendaItem>): FieldMessages {
  const meeting = item.meetingId === null ? undefined : find(store, 'meetings', item.meetingId)
  const wrong = checkItem(item, meeting?.openedAt ?? null)
  const about = item.aboutMeetingId === null ? undefined : find(store, 'meetings', item.aboutMeetingId)
  if (about && (about.bodyId !== item.bodyId || about.id === item.meetingId)) {
    wrong.aboutMeetingId = fieldMessage('meetingOfOtherBody')
  }
  return wrong
}

/** A disqualification; a vote that was counted with the person in it can't stand when they may not have voted. */
export function wrongInDisqualification(
  store: Store,
  setting: ItemSetting,
  one: Drafted<Disqualification>,
): FieldMessages {
  const { openedAt } = setting.meeting
  const others = setting.disqualifications.filter(({ id }) => id !== one.id)
  const wrong = checkDisqualification(one, { ...setting, openedAt, others })
  const voters = votersAt({ ...setting, openedAt, disqualifications: [...others, one] })
  const names = new Set(voters)
  const broken = childrenOf(store, 'votes', setting.item.id).some(
    (vote) => sumOf(vote) > voters.length || vote.namedVotes.some(({ personId }) => !names.has(personId)),
  )
  if (broken) wrong.outcome = fieldMessage('voteTakenWith')
  return wrong
}

/** A proposal, by somebody on the roll. `before` is its status so far, null for a new one. */
export function wrongInProposal(
  store: Store,
  setting: ItemSetting,
  one: Drafted<Proposal>,
  before: Proposal['status'] | null,
): FieldMessages {
  const others = childrenOf(store, 'proposals', setting.item.id).filter(({ id }) => id !== one.id)
  const wrong = checkProposal(one, { before, others, disqualifiedIds: disqualifiedIn(setting) })
  if (one.proposerId !== null && !setting.attendances.some(({ personId }) => personId === one.proposerId)) {
    wrong.proposerId = fieldMessage('notAtMeeting')
  }
  return wrong
}

/** A ballot; what is put to the vote are proposals of the same item that stand. Figures of a decision taken elsewhere have no setting. */
export function wrongInVote(store: Store, setting: ItemSetting | null, vote: Drafted<Vote>): FieldMessages {
  if (!setting) return checkCounts(vote, null)
  const { item, meeting, body, voterIds } = setting
  const wrong = checkVote(vote, { voterIds, body, chairId: meeting.chairId })
  for (const field of ['forId', 'againstId'] as const) {
    const proposal = vote[field] === null ? undefined : find(store, 'proposals', vote[field])
    if (proposal && proposal.itemId !== item.id) wrong[field] = fieldMessage('proposalOfOtherItem')
    else if (proposal?.status === 'withdrawn') wrong[field] = fieldMessage('proposalWithdrawn')
  }
  return wrong
}

/** A dissent or note: by somebody who was there. */
export function wrongInStatement(setting: ItemSetting, one: Drafted<Statement>, on: On): FieldMessages {
  return checkStatement(one, {
    ...on,
    meeting: setting.meeting,
    attendeeIds: setting.attendances
      .filter(({ status }) => status !== 'absent' && status !== 'absentWithReason')
      .map(({ personId }) => personId),
    disqualifiedIds: disqualifiedIn(setting),
  })
}

/** A decision; its ballot and proposal are of the same item, its day is its meeting's. */
export function wrongInDecision(store: Store, decision: Drafted<Decision>, on: On): FieldMessages {
  const vote = decision.voteId === null ? null : (find(store, 'votes', decision.voteId) ?? null)
  const proposal = decision.proposalId === null ? undefined : find(store, 'proposals', decision.proposalId)
  const wrong = checkDecision(decision, {
    ...on,
    vote,
    correctsClosed:
      decision.correctsId !== null &&
      decision.correctsId !== decision.id &&
      isClosedDecision(store, decision.correctsId, decision.itemId),
  })
  if (vote && vote.itemId !== decision.itemId) wrong.voteId = fieldMessage('voteOfOtherItem')
  if (proposal && proposal.itemId !== decision.itemId) wrong.proposalId = fieldMessage('proposalOfOtherItem')
  const item = decision.itemId === null ? undefined : find(store, 'agendaItems', decision.itemId)
  const meeting = item?.meetingId == null ? undefined : find(store, 'meetings', item.meetingId)
  if (meeting && (decision.decidedOn < meeting.startsOn || decision.decidedOn > lastDayOf(meeting))) {
    wrong.decidedOn = fieldMessage('decidedOutsideMeeting')
  }
  return wrong
}

/** True where a decision was taken at a meeting of the same body that is closed: such are corrected, not revised. */
function isClosedDecision(store: Store, id: string, itemId: string | null): boolean {
  const corrected = find(store, 'decisions', id)
  const item = corrected?.itemId == null ? undefined : find(store, 'agendaItems', corrected.itemId)
  const own = itemId === null ? undefined : find(store, 'agendaItems', itemId)
  const meeting = item?.meetingId == null ? undefined : find(store, 'meetings', item.meetingId)
  return meeting !== undefined && !isAgendaOpen(meeting) && item?.bodyId === own?.bodyId
}

/** An action. */
export function wrongInAction(store: Store, action: Drafted<Action>, on: On): FieldMessages {
  return checkAction(action, { ...on, arisenOn: arisenOn(store, action) })
}

/** The day that an action came up: of its meeting, its decision taken elsewhere, or its visit; null where it came from none. */
function arisenOn(
  store: Store,
  action: Pick<Action, 'originItemId' | 'originDecisionId' | 'originVisitId'>,
): Day | null {
  const decision = action.originDecisionId === null ? undefined : find(store, 'decisions', action.originDecisionId)
  const itemId = action.originItemId ?? decision?.itemId ?? null
  const item = itemId === null ? undefined : find(store, 'agendaItems', itemId)
  const meeting = item?.meetingId == null ? undefined : find(store, 'meetings', item.meetingId)
  const visit = action.originVisitId === null ? undefined : find(store, 'visits', action.originVisitId)
  return meeting?.startsOn ?? decision?.decidedOn ?? visit?.visitedOn ?? null
}
