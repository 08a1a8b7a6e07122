/** What makes a proposal put at a meeting right (practice.md 6.1, "Minutes must hold"). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import type { Proposal } from './records/agenda-item.ts'

/**
 * Field → what is wrong; empty = good. An item has one main proposal, what was withdrawn is not adopted (`before` is its status
 * so far, null for a new one), and who is disqualified on the item proposes nothing in it.
 */
export function checkProposal(
  proposal: Pick<Proposal, 'kind' | 'status' | 'proposerId'>,
  setting: {
    readonly before: Proposal['status'] | null
    /** The item's other proposals. */
    readonly others: readonly Pick<Proposal, 'kind' | 'status'>[]
    readonly disqualifiedIds: readonly string[]
  },
): FieldMessages {
  const wrong: FieldMessages = {}
  const hasMain = setting.others.some(({ kind, status }) => kind === 'main' && status !== 'withdrawn')
  if (proposal.kind === 'main' && proposal.status !== 'withdrawn' && hasMain)
    wrong.kind = fieldMessage('mainProposalTwice')
  if (setting.before === 'withdrawn' && proposal.status === 'adopted') wrong.status = fieldMessage('withdrawnAdopted')
  if (proposal.proposerId !== null && setting.disqualifiedIds.includes(proposal.proposerId)) {
    wrong.proposerId = fieldMessage('disqualifiedHere')
  }
  return wrong
}
