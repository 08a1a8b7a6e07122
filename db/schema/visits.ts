import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { followUpStatuses } from '#shared/domain/records/follow-up.ts'
import {
  confidentialities,
  type InterviewQuestion,
  themes,
  type visitFlags,
  visitTypes,
} from '#shared/domain/records/visit.ts'
import { inList, isDay, isJson, marks } from './columns.ts'
import { companies } from './companies.ts'
import { partners, persons } from './partnership.ts'

export const visits = sqliteTable(
  'visits',
  {
    ...marks,
    companyId: text('company_id')
      .notNull()
      .references(() => companies.id, { onDelete: 'restrict' }),
    visitedOn: text('visited_on').notNull(),
    startsAt: text('starts_at'),
    endsAt: text('ends_at'),
    type: text('type', { enum: visitTypes }).notNull(),
    place: text('place'),
    coordinates: text('coordinates', { mode: 'json' }).$type<{
      latitude: number
      longitude: number
      accuracyM: number
    }>(),
    ourParticipantIds: text('our_participant_ids', { mode: 'json' }).$type<string[]>().notNull(),
    theirParticipantIds: text('their_participant_ids', { mode: 'json' }).$type<string[]>().notNull(),
    purpose: text('purpose'),
    notes: text('notes'),
    wentWell: text('went_well'),
    difficulties: text('difficulties'),
    needs: text('needs'),
    growthPlans: text('growth_plans'),
    skillsNeeds: text('skills_needs'),
    premisesPlans: text('premises_plans'),
    investmentPlans: text('investment_plans'),
    export: text('export'),
    innovation: text('innovation'),
    procurementView: text('procurement_view'),
    notAnswered: text('not_answered', { mode: 'json' }).$type<InterviewQuestion[]>().notNull(),
    flags: text('flags', { mode: 'json' }).$type<(typeof visitFlags)[number][]>().notNull(),
    themes: text('themes', { mode: 'json' }).$type<(typeof themes)[number][]>().notNull(),
    confidentiality: text('confidentiality', { enum: confidentialities }).notNull(),
    confidentialText: text('confidential_text'),
    publishableSummary: text('publishable_summary'),
    nextVisitBy: text('next_visit_by'),
    draft: integer('draft', { mode: 'boolean' }).notNull(),
    device: text('device'),
  },
  (t) => [
    isDay('visits_day', t.visitedOn),
    inList('visits_type', t.type, visitTypes),
    inList('visits_confidentiality', t.confidentiality, confidentialities),
    isJson('visits_flags', t.flags),
    isJson('visits_themes', t.themes),
    isJson('visits_not_answered', t.notAnswered),
    isJson('visits_ours', t.ourParticipantIds),
    isJson('visits_theirs', t.theirParticipantIds),
    isJson('visits_coordinates', t.coordinates),
    // The columns after the id are what statistics count: a year is read off the index alone.
    index('visits_day_index')
      .on(t.visitedOn, t.id, t.companyId, t.draft, t.type, t.flags, t.themes)
      .where(sql`deleted_at IS NULL`),
    index('visits_company').on(t.companyId, t.visitedOn, t.id, t.draft, t.nextVisitBy).where(sql`deleted_at IS NULL`),
    index('visits_drafts').on(t.id).where(sql`deleted_at IS NULL AND draft = 1`),
  ],
)

export const followUps = sqliteTable(
  'follow_ups',
  {
    ...marks,
    visitId: text('visit_id')
      .notNull()
      .references(() => visits.id, { onDelete: 'restrict' }),
    description: text('description').notNull(),
    theme: text('theme', { enum: themes }).notNull(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'restrict' }),
    forwardedToId: text('forwarded_to_id').references(() => partners.id, { onDelete: 'restrict' }),
    dueOn: text('due_on').notNull(),
    answeredCompanyOn: text('answered_company_on'),
    status: text('status', { enum: followUpStatuses }).notNull(),
    result: text('result'),
  },
  (t) => [
    isDay('follow_ups_due_day', t.dueOn),
    inList('follow_ups_theme', t.theme, themes),
    inList('follow_ups_status', t.status, followUpStatuses),
    index('follow_ups_visit').on(t.visitId, t.status).where(sql`deleted_at IS NULL`),
    index('follow_ups_due').on(t.dueOn, t.id).where(sql`deleted_at IS NULL`),
    index('follow_ups_open')
      .on(t.dueOn, t.id, t.visitId)
      .where(sql`deleted_at IS NULL AND status IN ('open', 'answered')`),
    index('follow_ups_answered')
      .on(t.answeredCompanyOn, t.visitId, t.status)
      .where(sql`deleted_at IS NULL AND answered_company_on IS NOT NULL`),
    index('follow_ups_owner').on(t.ownerId),
  ],
)

export const visitPlans = sqliteTable(
  'visit_plans',
  {
    ...marks,
    year: integer('year').notNull(),
    target: integer('target').notNull(),
    distribution: text('distribution', { mode: 'json' }).$type<number[]>().notNull(),
  },
  (t) => [
    isJson('visit_plans_distribution', t.distribution),
    uniqueIndex('visit_plans_year').on(t.year).where(sql`deleted_at IS NULL`),
  ],
)
