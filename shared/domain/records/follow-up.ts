import { z } from 'zod'
import { day, id, oneOf, text } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'
import { themes } from './visit.ts'

export const followUpStatuses = ['open', 'answered', 'closed', 'cannotBeDone'] as const

/** Something promised to a company at a visit (records.md 3.13). Overdue is calculated, never stored. */
export const followUpFields = {
  visitId: id,
  description: z.string().trim().min(1, 'problems.field.required').max(10_000, 'problems.field.textTooLong'),
  theme: oneOf(themes),
  ownerId: id,
  forwardedToId: id.nullable(),
  dueOn: day,
  /** The day the company was told; response time is counted from the visit to this day (BRE response time). */
  answeredCompanyOn: day.nullable(),
  status: oneOf(followUpStatuses),
  result: text,
}
export const followUp = z.object({ ...recordMarks, ...followUpFields })
export type FollowUp = z.infer<typeof followUp>
export const followUpChanges = changesOf(followUpFields)
export const newFollowUp = followUpChanges.required({
  visitId: true,
  description: true,
  theme: true,
  ownerId: true,
  dueOn: true,
})
