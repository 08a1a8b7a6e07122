import type { Strategy, Wording } from '#shared/domain/records/goal.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change } from '../context.ts'
import { wordingsOf, wrongInGoal, wrongInStrategy, wrongInWording } from '../goal-checks.ts'
import { closeStrategyGaps, placeStrategy, strategiesInOrder } from '../goal-places.ts'
import { read } from '../store.ts'
import { dayOf, filled, refuseIfWrong, revised } from './checking.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

export const wordingHandlers: AreaHandlers<'wordings'> = {
  'wordings.add': (input, context) =>
    change(context, (write) => {
      read(write, 'plans', input.planId)
      const goalId = input.goalId ?? null
      const wording = filled<New<Wording>>(
        {
          planId: input.planId,
          goalId,
          text: input.text,
          sourceDocument: null,
          place: null,
          inForce: wordingsOf(write, input.planId, goalId).length === 0,
          targetValue: null,
        },
        input,
      )
      refuseIfWrong(wrongInWording(write, null, wording))
      const made = write.insert('wordings', { id: context.newId(), ...wording })
      // A value that the goal states already is not overwritten by adding; the goal's page tells where they differ.
      if (made.inForce && goalId !== null && read(write, 'goals', goalId).targetValue === null) {
        takeValue(context, write, made, '')
      }
      return made
    }),
  'wordings.revise': ({ id, changes }, context) =>
    change(context, (write) => {
      const before = read(write, 'wordings', id)
      refuseIfWrong(wrongInWording(write, id, revised(before, changes)), 'changes.')
      const after = write.revise('wordings', id, changes)
      const goal = after.goalId === null ? null : read(write, 'goals', after.goalId)
      // The goal follows the wording in force, unless somebody gave it a value of its own.
      if (goal && after.inForce && goal.targetValue === before.targetValue) takeValue(context, write, after, 'changes.')
      return after
    }),
  'wordings.putInForce': ({ id, inForce }, context) =>
    change(context, (write) => {
      const { planId, goalId } = read(write, 'wordings', id)
      if (inForce) {
        for (const other of wordingsOf(write, planId, goalId)) {
          if (other.id !== id && other.inForce) write.revise('wordings', other.id, { inForce: false })
        }
      }
      const after = write.revise('wordings', id, { inForce })
      if (inForce) takeValue(context, write, after, '')
      return after
    }),
  'wordings.remove': ({ id }, context) => {
    change(context, (write) => write.remove('wordings', id))
    return {}
  },
}

/** The value that a wording in force states becomes its goal's. @throws ProblemError `invalid` where the goal may not have it. */
function takeValue(context: Context, write: Writer, { goalId, targetValue }: Wording, prefix: string): void {
  if (goalId === null || targetValue === null) return
  const goal = read(write, 'goals', goalId)
  const { targetValue: wrong } = wrongInGoal(write, goalId, { ...goal, targetValue }, dayOf(context))
  refuseIfWrong(wrong ? { targetValue: wrong } : {}, prefix)
  write.revise('goals', goalId, { targetValue })
}

export const strategyHandlers: AreaHandlers<'strategies'> = {
  'strategies.add': (input, context) =>
    change(context, (write) => {
      read(write, 'plans', input.planId)
      const home = { planId: input.planId, goalId: input.goalId ?? null, focusAreaId: input.focusAreaId ?? null }
      const last = strategiesInOrder(write, home).length
      const strategy: New<Strategy> = { ...home, position: last, text: input.text, examples: input.examples ?? [] }
      refuseIfWrong(wrongInStrategy(write, strategy))
      const made = write.insert('strategies', { id: context.newId(), ...strategy })
      if (input.position === undefined || input.position >= last) return made
      placeStrategy(write, made, input.position)
      return read(write, 'strategies', made.id)
    }),
  'strategies.revise': ({ id, changes: { position, ...changes } }, context) =>
    change(context, (write) => {
      const before = read(write, 'strategies', id)
      const other = 'goalId' in changes || 'focusAreaId' in changes
      // A strategy has one home: naming the other kind alone moves it there.
      const home = other
        ? {
            goalId: changes.goalId ?? null,
            focusAreaId: changes.focusAreaId ?? null,
          }
        : {}
      refuseIfWrong(wrongInStrategy(write, revised(before, { ...changes, ...home })), 'changes.')
      const after = write.revise('strategies', id, { ...changes, ...home })
      const moved = after.goalId !== before.goalId || after.focusAreaId !== before.focusAreaId
      if (moved) closeStrategyGaps(write, before)
      if (moved || position !== undefined) placeStrategy(write, after, position ?? Number.MAX_SAFE_INTEGER)
      return read(write, 'strategies', id)
    }),
  'strategies.remove': ({ id }, context) => {
    const strategy = read(context.store, 'strategies', id)
    change(context, (write) => {
      write.remove('strategies', id)
      closeStrategyGaps(write, strategy)
    })
    return {}
  },
}
