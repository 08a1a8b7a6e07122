import { z } from 'zod'
import { count, country, day, id, line, oneOf, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const bodyKinds = ['board', 'committee', 'council', 'steeringGroup', 'workingGroup'] as const
export const bodyRules = ['publicLikeNo', 'municipalLikeSe', 'associationOrCompany', 'ownRules'] as const
export const numberings = ['perYear', 'perMeeting', 'continuous'] as const
/** How a number is written: `12`, `12/26`, `2026/12` (practice.md 6.1, "Number form"). */
export const numberForms = ['number', 'numberSlashYear', 'yearSlashNumber'] as const
export const quorumRules = ['moreThanHalf', 'atLeastHalf', 'number', 'none'] as const
export const deputyOrders = ['inTurn', 'personal'] as const
export const adjustmentRules = ['signedInMeeting', 'approvedInNextMeeting', 'adjustedWithinDays'] as const

/** A meeting body with the rules its meetings follow (records.md 3.4). Presets: `shared/domain/body-presets.ts`. */
export const bodyFields = {
  name: title,
  kind: oneOf(bodyKinds),
  country,
  rules: oneOf(bodyRules),
  numbering: oneOf(numberings),
  /** "Sak", "§", "HS", "PS"; printed before the number. */
  numberPrefix: line,
  numberForm: oneOf(numberForms),
  quorumRule: oneOf(quorumRules),
  /** Voters needed; only with the rule `number`. */
  quorumNumber: count.nullable(),
  /** Voting seats by statute; null = as many as members are registered. */
  seats: count.nullable(),
  deputiesAllowed: z.boolean(),
  deputyOrder: oneOf(deputyOrders),
  /** The chair's vote decides where votes are even. */
  chairCastsVote: z.boolean(),
  abstainingAllowed: z.boolean(),
  /** Days between notice and meeting. */
  noticeDays: count.max(365, 'problems.field.tooMany'),
  adjustmentRule: oneOf(adjustmentRules),
  /** Days after the meeting; only with `adjustedWithinDays`. */
  adjustmentDays: count.max(365, 'problems.field.tooMany').nullable(),
  /** Adjusters beside the chair. */
  adjusters: z.int().min(0, 'problems.field.negative').max(4, 'problems.field.tooMany'),
  secretaryId: id.nullable(),
  activeFrom: day,
  activeTo: day.nullable(),
}
export const body = z.object({ ...recordMarks, ...bodyFields })
export type Body = z.infer<typeof body>
export const bodyChanges = changesOf(bodyFields)

export const memberRoles = ['chair', 'viceChair', 'member', 'deputy', 'observer', 'secretary'] as const
/** Roles that hold a voting seat. */
export const seatedRoles = ['chair', 'viceChair', 'member'] as const satisfies readonly (typeof memberRoles)[number][]

/** A person's seat in a body for a term. Deputies serve in the order of `position`; a personal deputy names whom for. */
export const bodyMemberFields = {
  bodyId: id,
  personId: id,
  role: oneOf(memberRoles),
  representingId: id.nullable(),
  /** Political party or group, where votes are told by it. */
  party: line,
  /** The member whom a personal deputy stands in for; null = in turn. */
  deputyForId: id.nullable(),
  /** 0, 1, 2 … within the body: the order of the roll, and of deputies. */
  position: count,
  termFrom: day,
  termTo: day.nullable(),
}
export const bodyMember = z.object({ ...recordMarks, ...bodyMemberFields })
export type BodyMember = z.infer<typeof bodyMember>
export const bodyMemberChanges = changesOf(bodyMemberFields)
