import { z } from 'zod'
import { day, id, line, oneOf, text, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const commitmentKinds = ['money', 'hours', 'people', 'premises', 'dataAnalysis', 'promotion', 'other'] as const
export const commitmentUnits = ['NOK', 'SEK', 'hours', 'posts', 'pieces'] as const
export type CommitmentUnit = (typeof commitmentUnits)[number]
export const recurrences = ['once', 'yearly'] as const
export const commitmentSources = ['agreement', 'meetingDecision', 'letter'] as const
/** What is said of a commitment by hand; how far it is delivered is counted from its deliveries. */
export const commitmentStages = ['proposed', 'promised', 'withdrawn'] as const
/** Derived, never stored (records.md 3.3). */
export const commitmentStatuses = ['proposed', 'promised', 'partlyDelivered', 'delivered', 'withdrawn'] as const

/** Ten billion kroner or units: nine thousand of them still add up exactly. */
export const mostAmount = 1_000_000_000_000
/** Money in øre/öre, everything else in hundredths of the unit. */
export const amount = z.int().min(0, 'problems.field.negative').max(mostAmount, 'problems.field.tooMany')

/** What a partner has promised (forpliktelse / åtagande; records.md 3.3). */
export const commitmentFields = {
  partnerId: id,
  title,
  kind: oneOf(commitmentKinds),
  /** Of each year where `yearly`, of the whole period where `once`; null where nothing is counted. */
  amount: amount.nullable(),
  unit: oneOf(commitmentUnits).nullable(),
  periodFrom: day,
  periodTo: day,
  recurrence: oneOf(recurrences),
  source: oneOf(commitmentSources),
  /** The decision that it rests on; needed with `meetingDecision`. */
  sourceDecisionId: id.nullable(),
  stage: oneOf(commitmentStages),
  /** May be named in papers that anybody may read. */
  isPublic: z.boolean(),
  /** Why it was withdrawn. */
  withdrawnReason: line,
  note: text,
  /** The project that it is given to. */
  projectId: id.nullable(),
}
export const commitment = z.object({ ...recordMarks, ...commitmentFields })
export type Commitment = z.infer<typeof commitment>
export const commitmentChanges = changesOf(commitmentFields)
export const newCommitment = commitmentChanges.required({
  partnerId: true,
  title: true,
  kind: true,
  periodFrom: true,
  periodTo: true,
})

/** A part of a commitment as it was delivered. Its evidence is attached. */
export const deliveryFields = {
  commitmentId: id,
  deliveredOn: day,
  /** In the commitment's unit: øre/öre or hundredths; null for what isn't counted. */
  amount: amount.nullable(),
  description: line,
  note: text,
}
export const delivery = z.object({ ...recordMarks, ...deliveryFields })
export type Delivery = z.infer<typeof delivery>
export const deliveryChanges = changesOf(deliveryFields)

/** What a person is in a partner, for a time; one person may be in several. */
export const affiliationFields = {
  personId: id,
  partnerId: id,
  roleTitle: line,
  /** Whom the secretariat talks to first. */
  isContact: z.boolean(),
  from: day,
  to: day.nullable(),
}
export const affiliation = z.object({ ...recordMarks, ...affiliationFields })
export type Affiliation = z.infer<typeof affiliation>
export const affiliationChanges = changesOf(affiliationFields)
