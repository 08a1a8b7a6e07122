import { z } from 'zod'
import { count, id, line, oneOf, text, title, year } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const planStatuses = ['draft', 'inForce', 'superseded'] as const

/** A plan that projects serve (records.md 3.14): its name, version and period. Goals come with the strategy area. */
export const planFields = {
  title,
  /** "Rullert 2018", "2.0". */
  versionLabel: line,
  /** Missing years are a warning, not an error: two of the founding plans state none. */
  periodFrom: year.nullable(),
  periodTo: year.nullable(),
  status: oneOf(planStatuses),
  /** What this plan calls its focus areas (innsatsområde, satsingsområde, insatsområde, inriktning); null = the language's usual word. */
  areaLabel: line,
}
export const plan = z.object({ ...recordMarks, ...planFields })
export type Plan = z.infer<typeof plan>
export const planChanges = changesOf(planFields)

/** A focus area (innsatsområde / insatsområde) of a plan. Numbers are unique within the plan. */
export const focusAreaFields = {
  planId: id,
  number: count,
  title,
  description: text,
  responsibleId: id.nullable(),
}
export const focusArea = z.object({ ...recordMarks, ...focusAreaFields })
export type FocusArea = z.infer<typeof focusArea>
export const focusAreaChanges = changesOf(focusAreaFields)
