import { invalid } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import type { GoalLink, LinkKind } from '#shared/domain/records/goal.ts'
import type { Id } from '#shared/domain/values.ts'
import { type AreaHandlers, change } from '../context.ts'
import { candidatesFor, goalsOfRecord, linkBetween, linkEntities } from '../repositories/goal-links.ts'
import { find, read } from '../store.ts'

/** A link that names nothing yet. */
const blankLink = {
  commitmentId: null,
  projectId: null,
  milestoneId: null,
  decisionId: null,
  visitId: null,
  followUpId: null,
  indicatorId: null,
}
const fields = {
  commitment: 'commitmentId',
  project: 'projectId',
  milestone: 'milestoneId',
  decision: 'decisionId',
  visit: 'visitId',
  followUp: 'followUpId',
  indicator: 'indicatorId',
} as const satisfies Record<LinkKind, keyof GoalLink>

export const goalLinkHandlers: AreaHandlers<'goalLinks'> = {
  'goalLinks.add': ({ goalId, kind, recordIds, note }, context) =>
    change(context, (write) => {
      read(write, 'goals', goalId)
      return [...new Set(recordIds)].map((recordId) => {
        const record = find(write, linkEntities[kind], recordId)
        if (!record || record.deletedAt !== null) throw invalid({ recordIds: fieldMessage('gone') })
        const there = linkBetween(write, goalId, kind, recordId)
        if (there !== undefined) return read(write, 'goalLinks', there)
        return write.insert('goalLinks', { id: context.newId(), goalId, ...blankLink, [fields[kind]]: recordId, note })
      })
    }),
  'goalLinks.revise': ({ id, note }, context) => change(context, (write) => write.revise('goalLinks', id, { note })),
  'goalLinks.remove': ({ id }, context) => {
    change(context, (write) => write.remove('goalLinks', id))
    return {}
  },
  'goalLinks.ofRecord': ({ kind, recordId }, { store }) => {
    read(store, linkEntities[kind], recordId as Id)
    return goalsOfRecord(store, kind, recordId)
  },
  'goalLinks.candidates': ({ goalId, kind, text }, { store }) => {
    read(store, 'goals', goalId)
    return candidatesFor(store, goalId, kind, text)
  },
}
