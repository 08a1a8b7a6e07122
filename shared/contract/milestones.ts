import { z } from 'zod'
import { attachment } from '#shared/domain/records/attachment.ts'
import {
  baseline,
  lights,
  milestone,
  milestoneChanges,
  milestoneStates,
  projectStatuses,
} from '#shared/domain/records/project.ts'
import { count, day, id, instant, text } from '#shared/domain/values.ts'
import { byId, direction, done, pageOf, paging } from './lists.ts'
import { command, query } from './operation.ts'

export const milestoneFilter = z.strictObject({
  text: z.string().max(200).default(''),
  projectId: id.nullable().default(null),
  ownerId: id.nullable().default(null),
  states: z.array(z.enum(milestoneStates)).default([]),
  lighthouseOnly: z.boolean().default(false),
  focusAreaId: id.nullable().default(null),
  /** The day that it stands on: actual, else forecast, else baseline. */
  from: day.nullable().default(null),
  to: day.nullable().default(null),
})
export const milestoneRow = milestone.extend({
  projectTitle: z.string(),
  ownerName: z.string(),
  state: z.enum(milestoneStates),
  /** Actual, else forecast, else baseline. */
  standsOn: day,
  /** Days from the baseline to the actual day or the forecast; negative = early; null where neither is said. */
  slipDays: z.int().nullable(),
  /** Days since the forecast, else the baseline, passed; 0 where not overdue. */
  daysOverdue: z.int(),
  /** How many baselines were replaced. */
  rebaselined: z.int(),
})
/** A change of one of the three dates, read from the log: what, from, to, when, who and why. */
export const milestoneEvent = z.object({
  at: instant,
  actor: z.string(),
  date: z.enum(['baseline', 'forecast', 'actual']),
  /** Null = it was not said before. */
  from: day.nullable(),
  to: day.nullable(),
  reason: z.string().nullable(),
})
/** What a timeline draws of a project. */
export const timelineProject = z.object({
  id,
  title: z.string(),
  number: z.string().nullable(),
  lighthouse: z.boolean(),
  status: z.enum(projectStatuses),
  light: z.enum(lights).nullable(),
  startYear: z.int(),
  startOn: day.nullable(),
  endPlannedOn: day.nullable(),
  endActualOn: day.nullable(),
  milestones: z.array(
    z.object({
      id,
      title: z.string(),
      ownerName: z.string(),
      baselineOn: day,
      forecastOn: day.nullable(),
      actualOn: day.nullable(),
      state: z.enum(milestoneStates),
      slipDays: z.int().nullable(),
      deviationReason: z.string().nullable(),
    }),
  ),
})

const milestoneReads = ['projects', 'persons', 'decisions', 'plans'] as const
const touches = ['projects'] as const
const reason = text

export const milestoneOperations = {
  'milestones.list': query({
    input: z.strictObject({
      filter: milestoneFilter.prefault({}),
      sort: z.enum(['standsOn', 'project', 'title']).default('standsOn'),
      direction: direction.default('asc'),
      ...paging,
    }),
    output: pageOf(milestoneRow),
    reads: milestoneReads,
  }),
  /** How many the filter holds, and how they stand. */
  'milestones.totals': query({
    input: z.strictObject({ filter: milestoneFilter.prefault({}) }),
    output: z.object({
      count: z.int(),
      byState: z.array(z.object({ state: z.enum(milestoneStates), count: z.int() })),
    }),
    reads: milestoneReads,
  }),
  'milestones.open': query({
    input: byId,
    output: z.object({
      milestone: milestoneRow,
      /** Replaced baselines, the oldest first. */
      baselines: z.array(baseline.extend({ decisionNumber: z.string().nullable() })),
      decisionNumber: z.string().nullable(),
      /** Newest first. */
      events: z.array(milestoneEvent),
      attachments: z.array(attachment),
    }),
    reads: [...milestoneReads, 'attachments'],
  }),
  /** Last in its project, or at `position`. The baseline is set today unless `baselineSetOn` says otherwise; the owner is the project's lead where none is given. */
  'milestones.add': command({
    input: milestoneChanges
      .omit({ actualOn: true, forecastOn: true, deviationReason: true })
      .required({ projectId: true, title: true, baselineOn: true }),
    output: milestone,
    touches,
  }),
  /** What it is called, who owns it, its note and the wording of its reason; the dates have operations of their own. */
  'milestones.revise': command({
    input: z.strictObject({
      id,
      changes: milestoneChanges.pick({ title: true, ownerId: true, note: true, deviationReason: true }),
    }),
    output: milestone,
    touches,
  }),
  /** A new owner for many at once: all or none. */
  'milestones.reviseMany': command({
    input: z.strictObject({ ids: z.array(id).min(1).max(500), changes: milestoneChanges.pick({ ownerId: true }) }),
    output: z.object({ changed: z.int() }),
    touches,
  }),
  /** Says when it is expected; null takes the forecast back. Later than the baseline needs a reason. */
  'milestones.forecast': command({
    input: z.strictObject({ id, forecastOn: day.nullable(), reason: reason.default(null) }),
    output: milestone,
    touches,
  }),
  /** Says that it was reached on a day that isn't in the future; null takes it back. Later than the baseline needs a reason. */
  'milestones.reach': command({
    input: z.strictObject({ id, actualOn: day.nullable(), reason: reason.default(null) }),
    output: milestone,
    touches,
  }),
  /** Sets a new baseline with its reason; the old one is kept. Refused for a milestone that is reached. */
  'milestones.rebaseline': command({
    input: z.strictObject({
      id,
      baselineOn: day,
      setOn: day,
      reason,
      decisionId: id.nullable().default(null),
    }),
    output: milestone,
    touches,
  }),
  'milestones.move': command({ input: z.strictObject({ id, position: count }), output: done, touches }),
  'milestones.remove': command({ input: byId, output: done, touches }),
  /** Every project that the filter holds with all its milestones, for the timeline; projects by start, then title. */
  'milestones.timeline': query({
    input: z.strictObject({
      projectId: id.nullable().default(null),
      focusAreaId: id.nullable().default(null),
      lighthouseOnly: z.boolean().default(false),
      /** Finished and stopped projects too. */
      withEnded: z.boolean().default(false),
    }),
    output: z.array(timelineProject),
    reads: milestoneReads,
  }),
  /** Milestones overdue or due soon, of projects that are not ended; overdue first. */
  'milestones.reminders': query({
    input: z.strictObject({ withinDays: z.int().min(0).max(365).default(30) }),
    output: z.array(
      z.object({
        id,
        title: z.string(),
        projectTitle: z.string(),
        ownerName: z.string(),
        dueOn: day,
        daysOverdue: z.int(),
      }),
    ),
    reads: milestoneReads,
  }),
}
