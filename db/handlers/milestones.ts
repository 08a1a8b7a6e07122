import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { addDays } from '#shared/domain/days.ts'
import { checkMilestone, checkRebaseline } from '#shared/domain/milestone-rules.ts'
import type { Milestone } from '#shared/domain/records/project.ts'
import type { Id } from '#shared/domain/values.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { milestoneEvents } from '../milestone-events.ts'
import { closeMilestoneGaps, placeMilestone } from '../milestone-places.ts'
import { attachmentsOf } from '../repositories/attachments.ts'
import {
  baselinesOf,
  listMilestones,
  milestoneReminders,
  milestoneRowOf,
  numberOfDecision,
  placesIn,
  timelineOf,
  totalsOfMilestones,
} from '../repositories/milestones.ts'
import { read } from '../store.ts'
import { dayOf, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'

export const milestoneHandlers: AreaHandlers<'milestones'> = {
  'milestones.list': (input, context) => listMilestones(context.store, input, today(context)),
  'milestones.totals': ({ filter }, context) => totalsOfMilestones(context.store, filter, today(context)),
  'milestones.open': ({ id }, context) => {
    const { store } = context
    const milestone = milestoneRowOf(store, id, today(context))
    if (!milestone) throw problem('notFound', 'problems.notFound')
    return {
      milestone,
      baselines: baselinesOf(store, id),
      decisionNumber: numberOfDecision(store, milestone.baselineDecisionId),
      events: milestoneEvents(store, id),
      attachments: attachmentsOf(store, id, 'milestoneId'),
    }
  },
  'milestones.add': (input, context) => {
    const { store } = context
    const ownerId = input.ownerId ?? read(store, 'projects', input.projectId).leadId
    if (ownerId === null) throw invalid({ ownerId: fieldMessage('milestoneOwnerMissing') })
    const places = placesIn(store, input.projectId)
    const milestone = {
      projectId: input.projectId,
      position: places.length,
      title: input.title,
      ownerId,
      baselineOn: input.baselineOn,
      baselineSetOn: input.baselineSetOn ?? today(context),
      baselineDecisionId: input.baselineDecisionId ?? null,
      forecastOn: null,
      actualOn: null,
      deviationReason: null,
      note: input.note ?? null,
    }
    refuseIfWrong(checkMilestone(milestone, dayOf(context)))
    return change(context, (write) => {
      const made = write.insert('milestones', { id: context.newId(), ...milestone })
      if (input.position === undefined || input.position >= places.length) return made
      placeMilestone(write, made, input.position)
      return read(write, 'milestones', made.id)
    })
  },
  'milestones.revise': ({ id, changes }, context) => {
    refuseIfWrong(checkMilestone(revised(read(context.store, 'milestones', id), changes), dayOf(context)), 'changes.')
    return change(context, (write) => write.revise('milestones', id, changes))
  },
  'milestones.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'milestones', ids, (write, { id }) => write.revise('milestones', id, changes)),
  'milestones.forecast': ({ id, forecastOn, reason }, context) => setDates(context, id, { forecastOn }, reason),
  'milestones.reach': ({ id, actualOn, reason }, context) => setDates(context, id, { actualOn }, reason),
  'milestones.rebaseline': ({ id, baselineOn, setOn, reason, decisionId }, context) => {
    const before = read(context.store, 'milestones', id)
    if (before.actualOn !== null) throw problem('refused', 'problems.milestoneReached')
    refuseIfWrong(checkRebaseline(before, { baselineOn, setOn, reason }, dayOf(context)))
    return change(context, (write) => {
      write.insert('baselines', {
        id: context.newId(),
        milestoneId: id,
        baselineOn: before.baselineOn,
        setOn: before.baselineSetOn,
        decisionId: before.baselineDecisionId,
        replacedOn: setOn,
        reason: (reason ?? '').trim(),
      })
      return write.revise('milestones', id, { baselineOn, baselineSetOn: setOn, baselineDecisionId: decisionId })
    })
  },
  'milestones.move': ({ id, position }, context) => {
    const milestone = read(context.store, 'milestones', id)
    change(context, (write) => placeMilestone(write, milestone, position))
    return {}
  },
  'milestones.remove': ({ id }, context) => {
    const { projectId } = read(context.store, 'milestones', id)
    change(context, (write) => {
      // Its evidence and its earlier baselines go with it, so that one undo brings all back.
      for (const attachment of attachmentsOf(write, id, 'milestoneId')) write.remove('attachments', attachment.id)
      for (const baseline of baselinesOf(write, id)) write.remove('baselines', baseline.id)
      write.remove('milestones', id)
      closeMilestoneGaps(write, projectId)
    })
    return {}
  },
  'milestones.timeline': (query, context) => timelineOf(context.store, query, today(context)),
  'milestones.reminders': ({ withinDays }, context) =>
    milestoneReminders(context.store, today(context), addDays(today(context), withinDays)),
}

/**
 * Sets the forecast or the actual day. A reason that is given takes the place of the one before; where none is given, that one holds on
 * as long as the milestone deviates.
 */
function setDates(
  context: Context,
  id: Id,
  dates: Partial<Pick<Milestone, 'forecastOn' | 'actualOn'>>,
  reason: string | null,
): Milestone {
  const before = read(context.store, 'milestones', id)
  const changes = { ...dates, ...(reason === null ? {} : { deviationReason: reason }) }
  const { deviationReason, ...wrong } = checkMilestone(revised(before, changes), dayOf(context))
  refuseIfWrong({ ...wrong, ...(deviationReason ? { reason: deviationReason } : {}) })
  return change(context, (write) => write.revise('milestones', id, changes))
}
