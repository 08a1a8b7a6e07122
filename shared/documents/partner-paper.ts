/** A partner's page as plain data: agreement, people, what was promised and what was given. Made from the database, printed by `partner-docx.ts`. */
import { z } from 'zod'
import { commitmentKinds, commitmentStatuses, commitmentUnits, recurrences } from '../domain/records/commitment.ts'
import { partnerStatuses, partnerTypes } from '../domain/records/partner.ts'
import { country, day, instant, language } from '../domain/values.ts'

/** A commitment as papers print it. Amounts in øre/öre or hundredths of the unit. */
export const paperCommitment = z.object({
  partner: z.string(),
  title: z.string(),
  /** May be named in papers that anybody may read. */
  isPublic: z.boolean(),
  kind: z.enum(commitmentKinds),
  unit: z.enum(commitmentUnits).nullable(),
  recurrence: z.enum(recurrences),
  periodFrom: day,
  periodTo: day,
  status: z.enum(commitmentStatuses),
  pledged: z.int().nullable(),
  delivered: z.int(),
  remaining: z.int().nullable(),
  over: z.int(),
  daysOverdue: z.int(),
  /** "Sak 12/26", an agreement's day, or null. */
  source: z.string().nullable(),
  /** Titles of what was attached as evidence. */
  evidence: z.array(z.string()),
  deliveries: z.array(z.object({ deliveredOn: day, amount: z.int().nullable(), description: z.string().nullable() })),
})
/** Sums of a year and unit. */
export const paperTotal = z.object({
  year: z.int(),
  unit: z.enum(commitmentUnits),
  pledged: z.int(),
  delivered: z.int(),
})
export const partnerPaper = z.object({
  format: z.literal('fyr-partner-paper'),
  formatVersion: z.literal(1),
  language,
  partnership: z.object({
    name: z.string(),
    country,
    contactName: z.string().nullable(),
    contactEmail: z.string().nullable(),
  }),
  partner: z.object({
    name: z.string(),
    partnerType: z.enum(partnerTypes),
    status: z.enum(partnerStatuses),
    joinedOn: day,
    leftOn: day.nullable(),
    agreementSignedOn: day.nullable(),
    agreementValidFrom: day.nullable(),
    agreementValidTo: day.nullable(),
    agreementEndsInDays: z.int().nullable(),
  }),
  people: z.array(z.object({ name: z.string(), roleTitle: z.string().nullable(), isContact: z.boolean() })),
  commitments: z.array(paperCommitment),
  totals: z.array(paperTotal),
  today: day,
  dataAsOf: instant,
  madeBy: z.string(),
})
export type PartnerPaper = z.infer<typeof partnerPaper>
export type PaperCommitment = z.infer<typeof paperCommitment>
export type PaperTotal = z.infer<typeof paperTotal>
