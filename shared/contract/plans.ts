import { z } from 'zod'
import { attachment } from '#shared/domain/records/attachment.ts'
import { activityStatuses, goalStatuses, strategy, wording } from '#shared/domain/records/goal.ts'
import {
  focusArea,
  focusAreaChanges,
  longestPlanFile,
  plan,
  planChanges,
  planSection,
  planSectionChanges,
} from '#shared/domain/records/plan.ts'
import { projectStatuses } from '#shared/domain/records/project.ts'
import { count, day, id, language, line } from '#shared/domain/values.ts'
import { activityRow, goalRow } from './goals.ts'
import { indicatorRow } from './indicators.ts'
import { byId, done, message, nothing, savedFile } from './lists.ts'
import { command, query } from './operation.ts'
import { warning } from './warning.ts'

const planReads = ['plans', 'goals', 'projects', 'persons', 'indicators', 'measurements'] as const
const touches = ['plans', 'goals', 'projects'] as const

/** How many of each a plan holds. */
export const planCounts = z.object({
  areas: z.int(),
  goals: z.int(),
  subGoals: z.int(),
  strategies: z.int(),
  activities: z.int(),
  indicators: z.int(),
  projects: z.int(),
  sections: z.int(),
})
export const planRow = plan.extend({
  areas: z.array(focusArea),
  counts: planCounts,
  /** True where a later version names it as the one before. */
  hasNewer: z.boolean(),
})
const planProject = z.object({
  id,
  title: z.string(),
  number: z.string().nullable(),
  lighthouse: z.boolean(),
  status: z.enum(projectStatuses),
  startYear: z.int(),
  focusAreaIds: z.array(id),
})
/** What an imported file holds of one plan. */
const importedPlan = z.object({
  title: z.string(),
  organisation: z.string().nullable(),
  versionLabel: z.string().nullable(),
  counts: planCounts.extend({ wordings: z.int(), measurements: z.int() }),
  /** A plan of the same title and organisation that is here already. */
  already: z.object({ id, title: z.string() }).nullable(),
})
/** Something said of a line of an imported file; 1 = the first line. `error` stops the import, `warning` and `ignored` do not. */
export const fileRemark = z.object({
  severity: z.enum(['error', 'warning', 'ignored']),
  line: z.int().nullable(),
  column: z.int().nullable(),
  /** "plans[0].focus_areas[1].goals[0].target". */
  path: z.string().nullable(),
  message,
})
const fileText = z.string().max(longestPlanFile, 'problems.field.planFile.tooLarge')

/** Plans as trees: areas, goals, strategies, activities; their versions side by side; their exchange as YAML (docs/plan-format.md). */
export const planOperations = {
  /** Plans, those in force first, each with its focus areas by number. */
  'plans.list': query({ input: nothing, output: z.array(planRow), reads: planReads }),
  /** A whole plan, for its tree, its map and its page. Goals by position, those of areas and sub-goals among them. */
  'plans.open': query({
    input: byId,
    output: z.object({
      plan: planRow,
      /** Of the main goal; where several are kept and none is in force, a warning says so. */
      wordings: z.array(wording),
      sections: z.array(planSection),
      goals: z.array(goalRow),
      strategies: z.array(strategy),
      activities: z.array(activityRow),
      /** Of the main goal and of the goals, by code. */
      indicators: z.array(indicatorRow),
      projects: z.array(planProject),
      attachments: z.array(attachment),
      /** The chain of versions that it belongs to, the oldest first. */
      versions: z.array(
        z.object({ id, title: z.string(), versionLabel: z.string().nullable(), status: plan.shape.status }),
      ),
      /** What is missing or to be looked at: no period, areas without goals, conflicting wordings … */
      warnings: z.array(warning),
    }),
    reads: [...planReads, 'attachments'],
  }),
  'plans.add': command({ input: planChanges.required({ title: true }), output: plan, touches }),
  /** A status that puts it in force hands on as `plans.adopt` does; refused while another version is in force. */
  'plans.revise': command({
    input: z.strictObject({ id, changes: planChanges }),
    output: plan,
    touches: [...touches, 'commitments'],
  }),
  /** With its areas, sections, goals, wordings, strategies, activities and documents; refused while a project, an indicator or a later version names it. */
  'plans.remove': command({ input: byId, output: done, touches: [...touches, 'attachments'] }),
  /**
   * A revision (rullering): a draft that holds all that this version holds, each part tied to the one that it came of. Indicators stay
   * the same ones. The status of goals set by hand starts anew; activities keep theirs, and those done or dropped stay behind. Refused where
   * another version follows it already.
   */
  'plans.newVersion': command({ input: z.strictObject({ id, versionLabel: line }), output: plan, touches }),
  /**
   * Puts a version in force: the one before is superseded, and what isn't ended (running projects, open commitments, milestones,
   * decisions and follow-ups) is tied to the goals and areas that took over; ties to the old goals stay. A project
   * with an area that nothing took over keeps its plan, and `plans.open` warns of it. One change, so one undo.
   */
  'plans.adopt': command({
    input: z.strictObject({ id, adoptedOn: day, adoptedBy: line }),
    output: plan,
    touches: [...touches, 'commitments'],
  }),
  /**
   * Two versions side by side: what was kept, reworded, added, taken out. Parts are paired by `previousId`, through versions between; how things
   * stand is left out. Of fields, codes are as stored, records by name. Refused on `toId` unless both are of one series.
   */
  'plans.compare': query({
    input: z.strictObject({ fromId: id, toId: id }),
    output: z.object({
      from: plan,
      to: plan,
      rows: z.array(
        z.object({
          kind: z.enum(['plan', 'area', 'goal', 'strategy', 'activity', 'section']),
          change: z.enum(['same', 'changed', 'added', 'removed']),
          /** Depth in the tree: 0 = the plan itself. */
          level: z.int(),
          fromCode: z.string().nullable(),
          toCode: z.string().nullable(),
          fromTitle: z.string().nullable(),
          toTitle: z.string().nullable(),
          fromId: id.nullable(),
          toId: id.nullable(),
          /** The fields that differ; values as they are shown of each, null = not stated. */
          fields: z.array(z.object({ field: z.string(), from: z.json(), to: z.json() })),
        }),
      ),
    }),
    reads: planReads,
  }),
  /** Says what a plan file holds before anything is written: counts, problems by line, and what it says that Fyr has no place for. */
  'plans.previewImport': query({
    // Quotes and line ends take two characters each in JSON.
    maxInput: 5_000_000,
    input: z.strictObject({ text: fileText }),
    output: z.object({ formatVersion: z.int().nullable(), plans: z.array(importedPlan), remarks: z.array(fileRemark) }),
    reads: planReads,
  }),
  /** Makes the chosen plans of the file (by their place in it), all in one change; refused while the file has errors. */
  'plans.import': command({
    maxInput: 5_000_000,
    input: z.strictObject({ text: fileText, plans: z.array(count).min(1).max(50) }),
    output: z.object({ planIds: z.array(id) }),
    touches: [...touches, 'indicators', 'measurements'],
  }),
  /** Writes plans as YAML that `plans.import` reads again. */
  'plans.export': command({
    input: z.strictObject({ ids: z.array(id).min(1).max(50) }),
    output: savedFile.nullable(),
    touches: [],
  }),
  /** Starts making the report that walks the plan in Word: each goal with what serves it and what is missing; follow it with `jobs.show`. */
  'plans.report': command({
    input: z.strictObject({ id, language }),
    output: z.object({ jobId: z.string() }),
    touches: ['jobs'],
  }),
  /** Takes the next free number where none is given. */
  'focusAreas.add': command({
    input: focusAreaChanges.omit({ previousId: true }).required({ planId: true, title: true }),
    output: focusArea,
    touches,
  }),
  'focusAreas.revise': command({
    input: z.strictObject({ id, changes: focusAreaChanges.omit({ planId: true, previousId: true }) }),
    output: focusArea,
    touches,
  }),
  /** Puts an area where another one of its plan stands, by that one's number; the areas between move along, the numbers stay the plan's own. */
  'focusAreas.move': command({ input: z.strictObject({ id, number: count }), output: done, touches }),
  /** Refused while a project, goal, strategy or activity belongs to it (records.md 3.14). */
  'focusAreas.remove': command({ input: byId, output: done, touches }),
  /** Last, or at `position`. */
  'planSections.add': command({
    input: planSectionChanges.required({ planId: true, title: true }),
    output: planSection,
    touches,
  }),
  'planSections.revise': command({
    input: z.strictObject({ id, changes: planSectionChanges.omit({ planId: true }) }),
    output: planSection,
    touches,
  }),
  'planSections.remove': command({ input: byId, output: done, touches }),
  /** How the plans in force stand, for the first screen: goals by status, and the gaps that are most urgent. */
  'plans.summary': query({
    input: nothing,
    output: z.array(
      z.object({
        id,
        title: z.string(),
        goals: z.int(),
        byStatus: z.array(z.object({ status: z.enum(goalStatuses).nullable(), count: z.int() })),
        activities: z.array(z.object({ status: z.enum(activityStatuses), count: z.int() })),
        /** Goals that lack something (`goalGaps`). */
        withGaps: z.int(),
      }),
    ),
    reads: [...planReads, 'commitments', 'decisions', 'visits', 'followUps'],
  }),
}
