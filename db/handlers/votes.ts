import { invalid } from '#shared/contract/problem.ts'
import { checkUnanimity } from '#shared/domain/decision-rules.ts'
import type { Vote } from '#shared/domain/records/agenda-item.ts'
import { countsOfNames } from '#shared/domain/vote-rules.ts'
import { type AreaHandlers, type Context, change } from '../context.ts'
import { wrongInVote } from '../item-checks.ts'
import { settingOf } from '../item-setting.ts'
import { childrenOf } from '../repositories/agenda-items.ts'
import { decisionsOfVote } from '../repositories/decisions.ts'
import { nextPosition } from '../settling.ts'
import { read } from '../store.ts'
import { filled, refuseIfWrong, revised } from './checking.ts'

type NewVote = Omit<Vote, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

/** A ballot with nothing counted. */
export function voteDefaults(itemId: string | null, kind: Vote['kind'], position: number): NewVote {
  return {
    itemId,
    position,
    subject: null,
    forId: null,
    againstId: null,
    kind,
    forCount: null,
    againstCount: null,
    abstainCount: null,
    namedVotes: [],
    castingVote: false,
    castFor: null,
  }
}

/** The names of a named vote give its counts, where none are given beside them. */
function counted(vote: NewVote, given: { readonly [F in keyof NewVote]?: NewVote[F] | undefined }): NewVote {
  if (vote.kind !== 'named' || given.namedVotes === undefined) return vote
  const counts = countsOfNames(vote.namedVotes)
  return {
    ...vote,
    forCount: given.forCount ?? counts.forCount,
    againstCount: given.againstCount ?? counts.againstCount,
    abstainCount: given.abstainCount ?? counts.abstainCount,
  }
}

/** Every rule of a ballot at an open meeting. @throws ProblemError `invalid`, `refused`. */
function check({ store }: Context, vote: NewVote, prefix = ''): void {
  refuseIfWrong(wrongInVote(store, vote.itemId === null ? null : settingOf(store, vote.itemId), vote), prefix)
}

export const voteHandlers: AreaHandlers<'votes'> = {
  'votes.add': (input, context) => {
    const position = nextPosition(childrenOf(context.store, 'votes', input.itemId))
    const vote = counted(filled(voteDefaults(input.itemId, input.kind, position), input), input)
    check(context, vote)
    return change(context, (write) => write.insert('votes', { id: context.newId(), ...vote }))
  },
  'votes.revise': ({ id, changes }, context) => {
    const next = counted(revised(read(context.store, 'votes', id), changes), changes)
    check(context, next, 'changes.')
    for (const { unanimous } of decisionsOfVote(context.store, id)) {
      const wrong = checkUnanimity(unanimous, next)
      if (wrong) throw invalid({ [unanimous === 'no' ? 'changes.kind' : 'changes.againstCount']: wrong })
    }
    const { forCount, againstCount, abstainCount } = next
    return change(context, (write) => write.revise('votes', id, { ...changes, forCount, againstCount, abstainCount }))
  },
  'votes.remove': ({ id }, context) => {
    change(context, (write) => write.remove('votes', id))
    return {}
  },
}
