/**
 * What an annual report (årsrapport, verksamhetsberättelse) tells beside the ordinary sections: the year's figures beside those of the
 * year before, who sat in the body, which partners there were, the meetings held. Made from the database by `db/annual-snapshot.ts`.
 * Confidential matters are counted and never named; of people only the body's own are named.
 */
import { z } from 'zod'
import { memberRoles } from '../domain/records/body.ts'
import { commitmentUnits } from '../domain/records/commitment.ts'
import { meetingKinds } from '../domain/records/meeting.ts'
import { partnerTypes } from '../domain/records/partner.ts'
import { day } from '../domain/values.ts'

/** Counted in one period, both days included; what is still to come of it is not counted. */
const yearFigures = z.object({
  from: day,
  to: day,
  /** Visits that count towards the target, and the target of the whole period. */
  visits: z.int(),
  visitTarget: z.int(),
  companies: z.int(),
  /** Follow-ups of the period's visits; of these closed by its end. */
  followUps: z.int(),
  followUpsClosed: z.int(),
  /** Days from visit to the company's answer, of the answers given in the period. Null where none was given. */
  medianResponseDays: z.number().nullable(),
  /** Meetings of the body held and closed; decisions taken at them, without those to postpone. */
  meetings: z.int(),
  decisionsTaken: z.int(),
  /** The body's decisions carried out in the period, whenever they were taken. */
  decisionsDone: z.int(),
  /** Of the whole partnership: sums of the calendar years that the period touches, in øre/öre or hundredths of the unit. */
  commitments: z.array(z.object({ unit: z.enum(commitmentUnits), pledged: z.int(), delivered: z.int() })),
  /** Projects finished or stopped in the period. */
  projectsEnded: z.int(),
  /** Milestones whose baseline in force lies in the period; of these reached by its end. */
  milestones: z.int(),
  milestonesReached: z.int(),
})

const seat = z.object({
  name: z.string(),
  role: z.enum(memberRoles),
  /** Partner that they stand for, else that they belong to. */
  represents: z.string().nullable(),
  party: z.string().nullable(),
  termFrom: day,
  termTo: day.nullable(),
  /** A personal deputy's member. */
  deputyFor: z.string().nullable(),
})

const seatChange = z.object({
  /** The first day in the new place; the last day of a term for those who left. */
  on: day,
  kind: z.enum(['joined', 'left', 'newRole']),
  name: z.string(),
  /** The new role; for those who left the one they had. */
  role: z.enum(memberRoles),
})

const yearMeeting = z.object({
  /** "4/2026". */
  number: z.string(),
  heldOn: day,
  kind: z.enum(meetingKinds),
  title: z.string().nullable(),
  place: z.string().nullable(),
  /** Numbered items that were not postponed or withdrawn; confidential ones are counted. */
  cases: z.int(),
  decisions: z.int(),
  /** On the roll with a seat of their own; of these present, wholly or in part, in the room or at a distance. */
  members: z.int(),
  present: z.int(),
  /** Deputies who were there with a vote. */
  deputies: z.int(),
})

export const annualPart = z.object({
  figures: yearFigures,
  /** The same period a year earlier; null where nothing is kept from it. */
  before: yearFigures.nullable(),
  /** Projects under way on the day of the data. */
  projectsRunning: z.int(),
  /** Everybody with a seat at some time of the period, in the order of the roll; terms without a break stand as one. */
  seats: z.array(seat),
  changes: z.array(seatChange),
  /** Of the body; null where none is named. */
  secretary: z.string().nullable(),
  /** Active at the period's end (or today, where it is not over), by name. */
  partners: z.array(
    z.object({ name: z.string(), type: z.enum(partnerTypes), joinedOn: day, joinedInPeriod: z.boolean() }),
  ),
  /** Left in the period, by name. */
  partnersLeft: z.array(z.object({ name: z.string(), leftOn: day })),
  meetings: z.array(yearMeeting),
})

export type AnnualPart = z.infer<typeof annualPart>
export type YearFigures = z.infer<typeof yearFigures>
