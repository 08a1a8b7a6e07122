import { z } from 'zod'
import { count, year } from '../values.ts'
import { recordMarks } from './common.ts'

/** How many company visits a year shall have, month by month; the twelve add up to the target. */
export const visitPlanFields = {
  year,
  target: count,
  distribution: z.array(count).length(12),
}
export const visitPlan = z.object({ ...recordMarks, ...visitPlanFields })
export type VisitPlan = z.infer<typeof visitPlan>
