import { z } from 'zod'
import { count, day, id, line, oneOf, text, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const decisionKinds = [
  'decision',
  'approval',
  'election',
  'postponement',
  'referralBack',
  'informationNoted',
  'consultationStatement',
] as const
export const unanimities = ['yes', 'no', 'notRecorded'] as const
/** How far the carrying out has come; `noAction` = nothing is to be done. */
export const decisionStatuses = ['noAction', 'open', 'inProgress', 'done'] as const

/** A decision of an item, or one taken elsewhere (records.md 3.8). Its votes are a vote record. */
export const decisionFields = {
  /** Exactly one of `itemId` and `externalBody`. */
  itemId: id.nullable(),
  externalBody: line,
  externalSource: line,
  /** The meeting's day; for an external decision the day it was taken. */
  decidedOn: day,
  /** 0, 1, 2 … within the item. */
  position: count,
  text: z.string().trim().min(1, 'problems.field.required').max(100_000, 'problems.field.textTooLong'),
  kind: oneOf(decisionKinds),
  unanimous: oneOf(unanimities),
  /** The deciding ballot. */
  voteId: id.nullable(),
  proposalId: id.nullable(),
  effectiveFrom: day.nullable(),
  /** Who gets it, one per entry. */
  recipients: z.array(title).max(200),
  appealable: z.boolean().nullable(),
  responsibleId: id.nullable(),
  deadline: day.nullable(),
  status: oneOf(decisionStatuses),
  doneOn: day.nullable(),
  result: text,
  /** The meeting that was told it is done. */
  reportedInId: id.nullable(),
  /** An earlier decision that this one corrects: approved minutes are never edited (JO 3339-2013). */
  correctsId: id.nullable(),
}
export const decision = z.object({ ...recordMarks, ...decisionFields })
export type Decision = z.infer<typeof decision>
export const decisionChanges = changesOf(decisionFields).omit({
  itemId: true,
  position: true,
  status: true,
  doneOn: true,
  result: true,
  reportedInId: true,
})

export const actionPriorities = ['low', 'normal', 'high'] as const
export const actionStatuses = ['open', 'inProgress', 'done', 'cancelled'] as const
/** Something to be done (records.md 3.9). Overdue is calculated, never stored. */
export const actionFields = {
  title,
  originItemId: id.nullable(),
  originDecisionId: id.nullable(),
  originVisitId: id.nullable(),
  ownerId: id,
  organisationId: id.nullable(),
  dueOn: day,
  priority: oneOf(actionPriorities),
  status: oneOf(actionStatuses),
  doneOn: day.nullable(),
  result: text,
  reportedInId: id.nullable(),
}
export const action = z.object({ ...recordMarks, ...actionFields })
export type Action = z.infer<typeof action>
export const actionChanges = changesOf(actionFields)
export const newAction = actionChanges.required({ title: true, ownerId: true, dueOn: true })
