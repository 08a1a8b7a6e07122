/** What the form of a decision holds, and what it begins with. */
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { unanimityOf } from '#shared/domain/decision-rules.ts'
import type { Decision } from '#shared/domain/records/decision.ts'
import { winnerOf } from '#shared/domain/vote-rules.ts'
import { unputProposal } from './put-proposal.tsx'

export interface Entered {
  text: string
  kind: Decision['kind']
  unanimous: Decision['unanimous']
  voteId: string | null
  proposalId: string | null
  responsibleId: string | null
  deadline: string | null
  effectiveFrom: string | null
  recipients: string
  /** "yes", "no" or unsaid. */
  appealable: 'yes' | 'no' | null
  correctsId: string | null
  correctsLabel: string | null
  [key: string]: string | null
}

/** A decision that is corrected, as its form shows it. */
export function enteredOf(decision: Decision): Entered {
  return {
    text: decision.text,
    kind: decision.kind,
    unanimous: decision.unanimous,
    voteId: decision.voteId,
    proposalId: decision.proposalId,
    responsibleId: decision.responsibleId,
    deadline: decision.deadline,
    effectiveFrom: decision.effectiveFrom,
    recipients: decision.recipients.join('\n'),
    appealable: decision.appealable === null ? null : decision.appealable ? 'yes' : 'no',
    correctsId: decision.correctsId,
    correctsLabel: null,
  }
}

const kindOfItem: Partial<Record<ItemDetail['item']['type'], Decision['kind']>> = {
  election: 'election',
  noticeApproval: 'approval',
  minutesApproval: 'approval',
  information: 'informationNoted',
  reference: 'informationNoted',
  followUpList: 'informationNoted',
}
const kindOfProposal: Partial<Record<string, Decision['kind']>> = {
  postponement: 'postponement',
  referralBack: 'referralBack',
}

/** The decision that comes next: of the newest ballot without one, else of the only proposal put, else as the agenda proposed. */
export function nextDecision(open: ItemDetail): Entered {
  const decided = new Set(open.decisions.map(({ voteId }) => voteId))
  const vote = open.votes.findLast(({ id }) => !decided.has(id)) ?? null
  const put = open.proposals.filter(({ status }) => status === 'open' || status === 'adopted')
  const free = put.filter(({ id }) => !open.decisions.some(({ proposalId }) => proposalId === id))
  const proposalId = vote ? winnerOf(vote) : free.length === 1 ? (free[0]?.id ?? null) : null
  const proposal = open.proposals.find(({ id }) => id === proposalId) ?? null
  const first = open.decisions.length === 0
  return {
    text: proposal?.text ?? (first && !vote ? (unputProposal(open) ?? '') : ''),
    kind: (proposal && kindOfProposal[proposal.kind]) ?? kindOfItem[open.item.type] ?? 'decision',
    unanimous: unanimityOf(vote),
    voteId: vote?.id ?? null,
    proposalId: proposal?.id ?? null,
    responsibleId: open.item.responsibleId,
    deadline: null,
    effectiveFrom: null,
    recipients: first ? (open.item.recipients ?? '') : '',
    appealable: null,
    correctsId: null,
    correctsLabel: null,
  }
}
