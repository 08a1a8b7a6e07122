/** What hangs on an agenda item while it is treated: disqualifications, proposals, votes, statements. */
import { z } from 'zod'
import {
  disqualification,
  disqualificationChanges,
  proposal,
  proposalChanges,
  statement,
  statementChanges,
  vote,
  voteChanges,
} from '#shared/domain/records/agenda-item.ts'
import { id } from '#shared/domain/values.ts'
import { byId, done } from './lists.ts'
import { command } from './operation.ts'

export const itemPartOperations = {
  'disqualifications.add': command({
    input: disqualificationChanges.required({ personId: true, ground: true }).extend({ itemId: id }),
    output: disqualification,
    touches: ['meetings'],
  }),
  'disqualifications.revise': command({
    input: z.strictObject({ id, changes: disqualificationChanges }),
    output: disqualification,
    touches: ['meetings'],
  }),
  'disqualifications.remove': command({ input: byId, output: done, touches: ['meetings'] }),

  'proposals.add': command({
    input: proposalChanges.omit({ position: true }).required({ text: true }).extend({ itemId: id }),
    output: proposal,
    touches: ['meetings'],
  }),
  'proposals.revise': command({
    input: z.strictObject({ id, changes: proposalChanges }),
    output: proposal,
    touches: ['meetings'],
  }),
  'proposals.remove': command({ input: byId, output: done, touches: ['meetings'] }),

  /** A ballot; its sums are checked against those who may vote on the item. */
  'votes.add': command({
    input: voteChanges.omit({ position: true }).required({ kind: true }).extend({ itemId: id }),
    output: vote,
    touches: ['meetings', 'decisions'],
  }),
  'votes.revise': command({
    input: z.strictObject({ id, changes: voteChanges }),
    output: vote,
    touches: ['meetings', 'decisions'],
  }),
  'votes.remove': command({ input: byId, output: done, touches: ['meetings', 'decisions'] }),

  'statements.add': command({
    input: statementChanges.required({ kind: true, text: true }).extend({ itemId: id }),
    output: statement,
    touches: ['meetings'],
  }),
  'statements.revise': command({
    input: z.strictObject({ id, changes: statementChanges }),
    output: statement,
    touches: ['meetings'],
  }),
  'statements.remove': command({ input: byId, output: done, touches: ['meetings'] }),
}
