import { z } from 'zod'
import { commitmentStatuses } from '#shared/domain/records/commitment.ts'
import { decision } from '#shared/domain/records/decision.ts'
import { followUpStatuses } from '#shared/domain/records/follow-up.ts'
import {
  activity,
  activityChanges,
  activityStatuses,
  figureGaps,
  goal,
  goalChanges,
  goalGaps,
  goalLink,
  goalStatuses,
  linkKinds,
  strategy,
  strategyChanges,
  targetKinds,
  wording,
  wordingChanges,
} from '#shared/domain/records/goal.ts'
import { indicatorUnits, measurementStatuses } from '#shared/domain/records/indicator.ts'
import { lights, milestoneStates, projectStatuses } from '#shared/domain/records/project.ts'
import { count, day, id, line, year } from '#shared/domain/values.ts'
import { indicatorRow } from './indicators.ts'
import { byId, changed, direction, done, many, pageOf, paging } from './lists.ts'
import { command, query } from './operation.ts'
import { warning } from './warning.ts'

const figureOn = z.object({
  value: z.number(),
  period: z.string(),
  status: z.enum(measurementStatuses),
  regionCode: z.string(),
})
/** What the figures say of a goal (`shared/domain/goal-figures.ts`). Numbers in the lead indicator's unit. */
export const goalFigures = z.object({
  /** `notMeasurable` with the reasons in `gaps` where it can't be said. */
  status: z.enum(goalStatuses),
  gaps: z.array(z.enum(figureGaps)),
  /** Share of the way from baseline to target, 0.35 = 35 %; below 0 where it went the wrong way; null where it can't be said. */
  progress: z.number().nullable(),
  /** The level, rate or rank that is aimed at, counted out of kind, value and baseline. */
  target: z.number().nullable(),
  current: figureOn.nullable(),
  baseline: z.object({ value: z.number(), period: z.string().nullable() }).nullable(),
  /** Where it should be in the current figure's period to arrive in time. */
  expected: z.number().nullable(),
  /** Of a yearly rate: what was achieved, in percent a year. The even growth since the baseline, or of a series of growth its mean since. */
  rate: z.number().nullable(),
  /** The reference series' figure of the same period. */
  reference: figureOn.nullable(),
  /** Of the lead indicator from the figure before to the current one. `better` null where the direction is neutral or it is flat. */
  trend: z
    .object({
      direction: z.enum(['up', 'down', 'flat']),
      better: z.boolean().nullable(),
      change: z.number(),
      since: z.string(),
    })
    .nullable(),
  /** The period of the newest series break between baseline and current figure. */
  brokenIn: z.string().nullable(),
})
export const goalRow = goal.extend({
  planTitle: z.string(),
  areaNumber: z.int().nullable(),
  areaTitle: z.string().nullable(),
  parentCode: z.string().nullable(),
  responsibleName: z.string().nullable(),
  leadIndicator: z
    .object({
      id,
      code: z.string(),
      title: z.string(),
      unit: z.enum(indicatorUnits),
      unitText: z.string().nullable(),
      decimals: z.int(),
    })
    .nullable(),
  figures: goalFigures,
  /** How many of each serve it. */
  serving: z.record(z.enum(linkKinds), z.int()),
  activities: z.int(),
  gaps: z.array(z.enum(goalGaps)),
})
export const activityRow = activity.extend({
  planTitle: z.string(),
  areaTitle: z.string().nullable(),
  goalCode: z.string().nullable(),
  responsibleName: z.string().nullable(),
  /** Days since its day, or the end of its year, passed while neither done nor dropped; 0 else. */
  daysOverdue: z.int(),
})
export const goalFilter = z.strictObject({
  text: z.string().max(200).default(''),
  planId: id.nullable().default(null),
  /** Of plans in force only. */
  inForceOnly: z.boolean().default(false),
  focusAreaId: id.nullable().default(null),
  /** Set by hand, else by figures. */
  statuses: z.array(z.enum(goalStatuses)).default([]),
  kinds: z.array(z.enum(targetKinds)).default([]),
  gaps: z.array(z.enum(goalGaps)).default([]),
  responsibleId: id.nullable().default(null),
})
export const activityFilter = z.strictObject({
  text: z.string().max(200).default(''),
  planId: id.nullable().default(null),
  focusAreaId: id.nullable().default(null),
  goalId: id.nullable().default(null),
  statuses: z.array(z.enum(activityStatuses)).default([]),
  year: year.nullable().default(null),
  responsibleId: id.nullable().default(null),
  overdueOnly: z.boolean().default(false),
})
const tie = { linkId: id, note: z.string().nullable() }
/** All that serves a goal, each with its link. */
export const servingGoal = z.object({
  commitments: z.array(
    z.object({
      ...tie,
      id,
      title: z.string(),
      partnerName: z.string(),
      status: z.enum(commitmentStatuses),
      overdue: z.boolean(),
    }),
  ),
  projects: z.array(
    z.object({
      ...tie,
      id,
      title: z.string(),
      lighthouse: z.boolean(),
      status: z.enum(projectStatuses),
      light: z.enum(lights).nullable(),
    }),
  ),
  milestones: z.array(
    z.object({
      ...tie,
      id,
      title: z.string(),
      projectTitle: z.string(),
      state: z.enum(milestoneStates),
      standsOn: day,
    }),
  ),
  /** `confidential` ones are on screen only; no paper names them. */
  decisions: z.array(
    z.object({
      ...tie,
      id,
      /** Null for one taken by another body, outside of Fyr's meetings. */
      itemId: id.nullable(),
      meetingId: id.nullable(),
      numberText: z.string().nullable(),
      text: z.string(),
      decidedOn: day.nullable(),
      status: decision.shape.status,
      confidential: z.boolean(),
    }),
  ),
  visits: z.array(
    z.object({
      ...tie,
      id,
      companyName: z.string(),
      visitedOn: day,
      purpose: z.string().nullable(),
      confidential: z.boolean(),
    }),
  ),
  followUps: z.array(
    z.object({
      ...tie,
      id,
      visitId: id,
      description: z.string(),
      companyName: z.string(),
      dueOn: day,
      status: z.enum(followUpStatuses),
      confidential: z.boolean(),
    }),
  ),
  indicators: z.array(indicatorRow.extend(tie)),
})

const goalReads = [
  'goals',
  'plans',
  'persons',
  'indicators',
  'measurements',
  'projects',
  'commitments',
  'decisions',
  'meetings',
  'visits',
  'followUps',
  'companies',
  'partners',
] as const
const touches = ['goals', 'plans'] as const
const ownFields = { position: true, previousId: true } as const

/** Goals with what serves them; wordings, strategies and activities of plans; the links of the red thread. */
export const goalOperations = {
  'goals.list': query({
    input: z.strictObject({
      filter: goalFilter.prefault({}),
      sort: z.enum(['code', 'title']).default('code'),
      direction: direction.default('asc'),
      ...paging,
    }),
    output: pageOf(goalRow),
    reads: goalReads,
  }),
  'goals.totals': query({
    input: z.strictObject({ filter: goalFilter.prefault({}) }),
    output: z.object({
      count: z.int(),
      /** By hand, else by figures. */
      byStatus: z.array(z.object({ status: z.enum(goalStatuses), count: z.int() })),
      byGap: z.array(z.object({ gap: z.enum(goalGaps), count: z.int() })),
    }),
    reads: goalReads,
  }),
  /** The page of a goal: the red thread at one of its knots. */
  'goals.open': query({
    input: byId,
    output: z.object({
      goal: goalRow,
      plan: z.object({
        id,
        title: z.string(),
        versionLabel: z.string().nullable(),
        areaLabel: z.string().nullable(),
        goalLabel: z.string().nullable(),
        subGoalLabel: z.string().nullable(),
        strategyLabel: z.string().nullable(),
        activityLabel: z.string().nullable(),
      }),
      parent: z.object({ id, code: z.string(), title: z.string() }).nullable(),
      subGoals: z.array(goalRow),
      /** The one in force first. */
      wordings: z.array(wording),
      strategies: z.array(strategy),
      activities: z.array(activityRow),
      serving: servingGoal,
      /** The same goal in earlier and later versions of the plan, the oldest first. */
      versions: z.array(z.object({ id, planId: id, versionLabel: z.string().nullable(), title: z.string() })),
      reference: z.object({ id, code: z.string(), title: z.string() }).nullable(),
      warnings: z.array(warning),
    }),
    reads: goalReads,
  }),
  /** The next free code where none is given: after M-1.2 comes M-1.3. */
  'goals.add': command({
    input: goalChanges.omit(ownFields).required({ planId: true, title: true }),
    output: goal,
    touches,
  }),
  /** `statusOn` is today where a status is set and no day is given. */
  'goals.revise': command({
    input: z.strictObject({ id, changes: goalChanges.omit({ ...ownFields, planId: true }) }),
    output: goal,
    touches,
  }),
  'goals.reviseMany': command({
    input: many(
      goalChanges.pick({
        responsibleId: true,
        focusAreaId: true,
        status: true,
        statusComment: true,
        targetPeriod: true,
      }),
    ),
    output: changed,
    touches,
  }),
  'goals.move': command({ input: z.strictObject({ id, position: count }), output: done, touches }),
  /** With its wordings, strategies and links; refused while it has sub-goals or activities. */
  'goals.remove': command({ input: byId, output: done, touches }),
  /** In force at once where it is the first; else not, until `wordings.putInForce`. */
  'wordings.add': command({
    input: wordingChanges.omit({ inForce: true }).required({ planId: true, text: true }),
    output: wording,
    touches,
  }),
  'wordings.revise': command({
    input: z.strictObject({
      id,
      changes: wordingChanges.pick({ text: true, sourceDocument: true, place: true, targetValue: true }),
    }),
    output: wording,
    touches,
  }),
  /** The others of its goal are so no longer in force; its target value becomes the goal's where it states one. False takes it out of force: none is. */
  'wordings.putInForce': command({
    input: z.strictObject({ id, inForce: z.boolean().default(true) }),
    output: wording,
    touches,
  }),
  'wordings.remove': command({ input: byId, output: done, touches }),
  'strategies.add': command({
    input: strategyChanges.required({ planId: true, text: true }),
    output: strategy,
    touches,
  }),
  'strategies.revise': command({
    input: z.strictObject({ id, changes: strategyChanges.omit({ planId: true }) }),
    output: strategy,
    touches,
  }),
  'strategies.remove': command({ input: byId, output: done, touches }),
  'activities.list': query({
    input: z.strictObject({
      filter: activityFilter.prefault({}),
      sort: z.enum(['code', 'title', 'year']).default('code'),
      direction: direction.default('asc'),
      ...paging,
    }),
    output: pageOf(activityRow),
    reads: ['goals', 'plans', 'persons'],
  }),
  'activities.totals': query({
    input: z.strictObject({ filter: activityFilter.prefault({}) }),
    output: z.object({
      count: z.int(),
      byStatus: z.array(z.object({ status: z.enum(activityStatuses), count: z.int() })),
    }),
    reads: ['goals', 'plans', 'persons'],
  }),
  'activities.open': query({
    input: byId,
    output: z.object({ activity: activityRow }),
    reads: ['goals', 'plans', 'persons'],
  }),
  'activities.add': command({
    input: activityChanges.omit({ previousId: true }).required({ planId: true, title: true }),
    output: activity,
    touches,
  }),
  'activities.revise': command({
    input: z.strictObject({ id, changes: activityChanges.omit({ planId: true, previousId: true }) }),
    output: activity,
    touches,
  }),
  'activities.reviseMany': command({
    input: many(
      activityChanges.pick({ status: true, statusComment: true, responsibleId: true, year: true, dueOn: true }),
    ),
    output: changed,
    touches,
  }),
  'activities.remove': command({ input: byId, output: done, touches }),
  /** Ties records to a goal; what is tied already stays as it is. */
  'goalLinks.add': command({
    input: z.strictObject({
      goalId: id,
      kind: z.enum(linkKinds),
      recordIds: z.array(id).min(1).max(200),
      note: line.default(null),
    }),
    output: z.array(goalLink),
    touches,
  }),
  'goalLinks.revise': command({ input: z.strictObject({ id, note: line }), output: goalLink, touches }),
  'goalLinks.remove': command({ input: byId, output: done, touches }),
  /** The goals that a record serves, from its end of the thread. */
  'goalLinks.ofRecord': query({
    input: z.strictObject({ kind: z.enum(linkKinds), recordId: id }),
    output: z.array(
      z.object({
        linkId: id,
        note: z.string().nullable(),
        goalId: id,
        code: z.string(),
        title: z.string(),
        planTitle: z.string(),
        inForce: z.boolean(),
      }),
    ),
    reads: ['goals', 'plans'],
  }),
  /** Records that may be tied to a goal: of one kind, by words; those tied to it already are left out. At most 50. */
  'goalLinks.candidates': query({
    input: z.strictObject({ goalId: id, kind: z.enum(linkKinds), text: z.string().max(200).default('') }),
    output: z.array(z.object({ id, title: z.string(), detail: z.string().nullable(), day: day.nullable() })),
    reads: goalReads,
  }),
}
