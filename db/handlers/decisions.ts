import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { checkDecision, unanimityOf } from '#shared/domain/decision-rules.ts'
import type { AgendaItem, Proposal, Vote } from '#shared/domain/records/agenda-item.ts'
import type { Decision } from '#shared/domain/records/decision.ts'
import { plainText } from '#shared/domain/rich-text.ts'
import { checkCounts, outcomeOf, winnerOf } from '#shared/domain/vote-rules.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { wrongInDecision } from '../item-checks.ts'
import { settingOf } from '../item-setting.ts'
import { actionsOfDecision } from '../repositories/actions.ts'
import { childrenOf } from '../repositories/agenda-items.ts'
import { correctionsOf, countDecisions, decisionRowOf, listDecisions } from '../repositories/decisions.ts'
import { decisionDefaults, nextPosition } from '../settling.ts'
import { find, read } from '../store.ts'
import { dayOf, filled, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'
import { voteDefaults } from './votes.ts'

type NewDecision = Omit<Decision, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

/** Refuses to adopt what was withdrawn or what its own ballot did not carry. @throws ProblemError `invalid` on `proposalId`. */
function refuseNotCarried(proposal: Proposal, vote: Vote | null): void {
  if (proposal.status === 'withdrawn') throw invalid({ proposalId: fieldMessage('withdrawnAdopted') })
  if (vote === null || (vote.forId !== proposal.id && vote.againstId !== proposal.id)) return
  if (outcomeOf(vote) === 'even') throw invalid({ voteId: fieldMessage('voteUndecided') })
  if (winnerOf(vote) !== proposal.id) throw invalid({ proposalId: fieldMessage('proposalLostVote') })
}

/** What a decision in an item of this type most likely is. */
function kindOf(item: AgendaItem, proposal: Proposal | undefined): Decision['kind'] {
  if (proposal?.kind === 'postponement' || proposal?.kind === 'referralBack') return proposal.kind
  switch (item.type) {
    case 'noticeApproval':
    case 'minutesApproval':
      return 'approval'
    case 'election':
      return 'election'
    case 'information':
    case 'reference':
    case 'followUpList':
      return 'informationNoted'
    default:
      return 'decision'
  }
}

const statusOfKind = { postponement: 'postponed', referralBack: 'referredBack' } as const
/** What a decision makes of its item. */
function itemStatusAfter(kind: Decision['kind']): AgendaItem['status'] {
  return kind === 'postponement' || kind === 'referralBack' ? statusOfKind[kind] : 'treated'
}

/** Who gets a decision: one per line of what its item says, each once. */
function recipientsOf({ recipients }: AgendaItem): string[] {
  const lines = (recipients ?? '').split(/\r?\n/).map((line) => line.trim().slice(0, 200))
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, 200)
}

const carryingOut = (given: Pick<NewDecision, 'responsibleId' | 'deadline'>) =>
  given.responsibleId === null && given.deadline === null ? 'noAction' : 'open'

/** Adopts the proposal that a decision was lifted from; those it stood against in the ballot are rejected. */
function adopt(write: Writer, proposal: Proposal, vote: Vote | null): void {
  write.revise('proposals', proposal.id, { status: 'adopted' })
  for (const rivalId of [vote?.forId, vote?.againstId]) {
    if (rivalId == null || rivalId === proposal.id) continue
    if (read(write, 'proposals', rivalId).status === 'open') write.revise('proposals', rivalId, { status: 'rejected' })
  }
}

/** Opens again what taking the decision settled: its proposal, the rivals of the ballot, and the item where nothing else decides it. */
function untake(write: Writer, decision: Decision): void {
  if (decision.itemId === null) return
  const vote = decision.voteId === null ? undefined : find(write, 'votes', decision.voteId)
  for (const id of new Set([decision.proposalId, vote?.forId, vote?.againstId])) {
    const proposal = id == null ? undefined : find(write, 'proposals', id)
    const expected = id === decision.proposalId ? 'adopted' : 'rejected'
    if (proposal?.status === expected && proposal.deletedAt === null) {
      write.revise('proposals', proposal.id, { status: 'open' })
    }
  }
  const item = read(write, 'agendaItems', decision.itemId)
  const others = childrenOf(write, 'decisions', item.id)
  if (others.length === 0 && item.status === itemStatusAfter(decision.kind)) {
    write.revise('agendaItems', item.id, { status: 'pending' })
  }
}

/** Who carries it out and how far it has come, by the rules of revising and of reporting. */
function revise(
  context: Context,
  write: Writer,
  before: Decision,
  changes: ParsedInputOf<'decisions.revise'>['changes'] & ParsedInputOf<'decisions.reviseMany'>['changes'],
): Decision {
  const given = revised(before, changes)
  // Naming somebody, or a day, makes it something to be carried out.
  const status = changes.status ?? (before.status === 'noAction' ? carryingOut(given) : before.status)
  // The day belongs to being done; what is opened again has none.
  const next = { ...given, status, doneOn: status === 'done' ? given.doneOn : null }
  refuseIfWrong(wrongInDecision(write, next, dayOf(context)), 'changes.')
  return write.revise('decisions', before.id, next)
}

export const decisionHandlers: AreaHandlers<'decisions'> = {
  'decisions.list': (input, context) => listDecisions(context.store, input, today(context)),
  'decisions.count': ({ filter }, context) => countDecisions(context.store, filter, today(context)),
  'decisions.open': ({ id }, context) => {
    const { store } = context
    const day = today(context)
    const decision = decisionRowOf(store, id, day)
    if (!decision) throw problem('notFound', 'problems.notFound')
    return {
      decision,
      actions: actionsOfDecision(store, id, day),
      corrects: decision.correctsId === null ? null : (decisionRowOf(store, decision.correctsId, day) ?? null),
      correctedBy: correctionsOf(store, id, day),
    }
  },
  'decisions.take': ({ text, ...input }, context) => {
    const { store } = context
    const { item, meeting } = settingOf(store, input.itemId)
    const vote = input.voteId == null ? null : read(store, 'votes', input.voteId)
    const proposalId = input.proposalId ?? (vote === null ? null : winnerOf(vote))
    const proposal = proposalId === null ? undefined : read(store, 'proposals', proposalId)
    const lifted = text?.trim() || proposal?.text || plainText(item.proposedDecision).trim()
    if (lifted === '') throw invalid({ text: fieldMessage('decisionTextMissing') })
    const kind = input.kind ?? kindOf(item, proposal)
    const defaults = {
      ...decisionDefaults(item.id, meeting.startsOn),
      text: lifted,
      kind,
      unanimous: unanimityOf(vote),
      proposalId,
      recipients: recipientsOf(item),
      position: nextPosition(childrenOf(store, 'decisions', item.id)),
    }
    const taken = filled<NewDecision>(defaults, { ...input, proposalId })
    const decision = { ...taken, status: carryingOut(taken) } satisfies NewDecision
    refuseIfWrong(wrongInDecision(store, decision, dayOf(context)))
    if (proposal) refuseNotCarried(proposal, vote)
    return change(context, (write) => {
      if (proposal) adopt(write, proposal, vote)
      write.revise('agendaItems', item.id, { status: itemStatusAfter(kind) })
      return write.insert('decisions', { id: context.newId(), ...decision })
    })
  },
  'decisions.addExternal': ({ votes, ...input }, context) => {
    if (votes !== null && votes.kind !== 'acclamation') {
      refuseIfWrong(checkCounts({ ...votes }, null), 'votes.')
    }
    const counts =
      votes === null
        ? null
        : votes.kind === 'acclamation'
          ? voteDefaults(null, 'acclamation', 0)
          : { ...voteDefaults(null, votes.kind, 0), ...votes }
    const taken = filled<NewDecision>(
      { ...decisionDefaults(null, input.decidedOn), text: input.text, unanimous: unanimityOf(counts) },
      input,
    )
    const decision = { ...taken, status: carryingOut(taken) } satisfies NewDecision
    refuseIfWrong(checkDecision(decision, { ...dayOf(context), vote: counts, correctsClosed: false }))
    return change(context, (write) => {
      const vote = counts && write.insert('votes', { id: context.newId(), ...counts })
      return write.insert('decisions', { id: context.newId(), ...decision, voteId: vote?.id ?? null })
    })
  },
  'decisions.revise': ({ id, changes }, context) =>
    change(context, (write) => {
      const before = read(write, 'decisions', id)
      const next = revise(context, write, before, changes)
      if (next.itemId !== null && next.kind !== before.kind) {
        // What was a decision and became a postponement is taken up again at the next meeting.
        const item = read(write, 'agendaItems', next.itemId)
        const [was, is] = [itemStatusAfter(before.kind), itemStatusAfter(next.kind)]
        if (item.status === was && was !== is) write.revise('agendaItems', item.id, { status: is })
      }
      return next
    }),
  'decisions.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'decisions', ids, (write, decision) => revise(context, write, decision, changes)),
  'decisions.report': ({ id, status, doneOn, result, reportedInId }, context) => {
    const before = read(context.store, 'decisions', id)
    const reported = {
      status,
      // The day belongs to being done; what is opened again has none.
      doneOn: status === 'done' ? doneOn : null,
      result: result.trim() === '' ? null : result,
      reportedInId,
    }
    refuseIfWrong(wrongInDecision(context.store, { ...before, ...reported }, dayOf(context)))
    return change(context, (write) => write.revise('decisions', id, reported))
  },
  'decisions.remove': ({ id }, context) => {
    const { store } = context
    const decision = read(store, 'decisions', id)
    change(context, (write) => {
      write.remove('decisions', id)
      untake(write, decision)
      // The figures of a decision taken elsewhere are nobody else's.
      if (decision.itemId === null && decision.voteId !== null) write.remove('votes', decision.voteId)
    })
    return {}
  },
}
