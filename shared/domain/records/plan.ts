import { z } from 'zod'
import { count, country, day, id, language, line, oneOf, text, title, year } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

/** Longest plan file (docs/plan-format.md) that is read, in characters; the founding plans together have 27,000. A file of a million short keys takes seconds to refuse. */
export const longestPlanFile = 1_000_000
export const planStatuses = ['draft', 'inForce', 'superseded'] as const

/** A short list of texts in their order, one line or paragraph each. */
const texts = z.array(z.string().trim().min(1).max(2000)).max(100)

/**
 * A version of a plan (plan, handlingsprogram / handlingsplan, näringslivsstrategi; records.md 3.14). A revision is a record of its own
 * that names the version before it; the versions so tied are a series, in which one at most is in force.
 */
export const planFields = {
  title,
  /** Whose plan it is; null = the partnership's own. */
  organisation: line,
  /** Null = the partnership's. */
  country: country.nullable(),
  /** Of the plan's texts; null = the usual language of its country. */
  language: language.nullable(),
  /** "Rullert 2018", "2.0". */
  versionLabel: line,
  /** Missing years are a warning, not an error: two of the founding plans state none. */
  periodFrom: year.nullable(),
  periodTo: year.nullable(),
  status: oneOf(planStatuses),
  adoptedBy: line,
  adoptedOn: day.nullable(),
  vision: text,
  mission: text,
  mainGoal: text,
  values: texts,
  previousVersionId: id.nullable(),
  /** What this plan calls its parts, one of them (innsatsområde, inriktning, näringslivslöfte …); null = the language's usual word. */
  areaLabel: line,
  goalLabel: line,
  subGoalLabel: line,
  strategyLabel: line,
  activityLabel: line,
}
export const plan = z.object({ ...recordMarks, ...planFields })
export type Plan = z.infer<typeof plan>
/** A draft that says nothing but its title. */
export const blankPlan = {
  organisation: null,
  country: null,
  language: null,
  versionLabel: null,
  periodFrom: null,
  periodTo: null,
  status: 'draft' as (typeof planStatuses)[number],
  adoptedBy: null,
  adoptedOn: null,
  vision: null,
  mission: null,
  mainGoal: null,
  values: [],
  previousVersionId: null,
  areaLabel: null,
  goalLabel: null,
  subGoalLabel: null,
  strategyLabel: null,
  activityLabel: null,
}
export const planChanges = changesOf(planFields)

/** A wording met elsewhere, and where: "S000", "nettsiden". */
export const titleVariant = z.strictObject({ text: title, source: line })

/** A focus area (innsatsområde / insatsområde), direction or promise of a plan. Numbers are unique within the plan and are its order. */
export const focusAreaFields = {
  planId: id,
  number: count,
  title,
  titleVariants: z.array(titleVariant).max(20),
  description: text,
  responsibleId: id.nullable(),
  /** The sentence that leads into its strategies. */
  strategyIntro: text,
  /** The same area in the version before. */
  previousId: id.nullable(),
}
export const focusArea = z.object({ ...recordMarks, ...focusAreaFields })
export type FocusArea = z.infer<typeof focusArea>
/** A focus area that says nothing but its plan, number and title. */
export const blankArea = {
  titleVariants: [],
  description: null,
  responsibleId: null,
  strategyIntro: null,
  previousId: null,
}
export const focusAreaChanges = changesOf(focusAreaFields)

/** A part of a plan that is neither area nor goal: its obligations, sectors, recognitions, need; a heading with lines. */
export const planSectionFields = { planId: id, position: count, title, lines: texts }
export const planSection = z.object({ ...recordMarks, ...planSectionFields })
export type PlanSection = z.infer<typeof planSection>
export const planSectionChanges = changesOf(planSectionFields)
