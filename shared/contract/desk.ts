import { z } from 'zod'
import { day, id, instant, year } from '#shared/domain/values.ts'
import { followUpRow } from './follow-ups.ts'
import { done, nothing } from './lists.ts'
import { command, query } from './operation.ts'
import { dueCompany, visitRow, visitStatistics } from './visits.ts'

/** Entities with a history, as the change log names them. */
export const entities = [
  'partnership',
  'persons',
  'partners',
  'bodies',
  'sectors',
  'companies',
  'contacts',
  'visits',
  'followUps',
  'attachments',
  'visitPlans',
  'packages',
  'packageTemplates',
  'packageFiles',
  'bodyMembers',
  'meetings',
  'attendances',
  'agendaItems',
  'disqualifications',
  'proposals',
  'votes',
  'decisions',
  'statements',
  'actions',
  'adjustments',
  'minutes',
  'papers',
  'agendaTemplates',
  'phrases',
  'affiliations',
  'commitments',
  'deliveries',
  'plans',
  'focusAreas',
  'projects',
  'projectPartners',
  'financings',
  'projectReports',
  'milestones',
  'baselines',
  'savedViews',
  'planSections',
  'goals',
  'wordings',
  'strategies',
  'activities',
  'goalLinks',
  'indicators',
  'measurements',
] as const
export const searchable = [
  'companies',
  'contacts',
  'visits',
  'followUps',
  'persons',
  'partners',
  'bodies',
  'packages',
  'meetings',
  'agendaItems',
  'decisions',
  'actions',
  'commitments',
  'projects',
  'milestones',
  'goals',
  'activities',
  'indicators',
] as const

export const deskOperations = {
  /** What the home screen shows, in one answer. */
  'home.overview': query({
    input: z.strictObject({ year, today: day }),
    output: z.object({
      statistics: visitStatistics,
      /** Counted visits and target from 1 January to today. */
      soFar: z.object({ counted: z.int(), target: z.int() }),
      overdue: z.array(followUpRow),
      overdueCount: z.int(),
      latest: z.array(visitRow),
      due: z.array(dueCompany),
      companies: z.int(),
      drafts: z.int(),
    }),
    reads: ['visits', 'companies', 'followUps', 'visitPlans', 'persons', 'partners', 'partnership', 'sectors'],
  }),
  /** Every record whose words begin so. Best first: names before texts, newer before older; at most `limit`. */
  'search.find': query({
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(100).default(20) }),
    output: z.array(
      z.object({
        entity: z.enum(searchable),
        id,
        title: z.string(),
        detail: z.string(),
        day: day.nullable(),
        /** Record to show: a contact opens its company, a follow-up its visit. */ openId: id,
      }),
    ),
    reads: [
      'companies',
      'contacts',
      'visits',
      'followUps',
      'persons',
      'partners',
      'bodies',
      'packages',
      'meetings',
      'decisions',
      'actions',
      'commitments',
      'projects',
      'plans',
      'goals',
      'indicators',
    ],
  }),
  /** Half-written text, kept at every pause in typing. The key names the place: `capture`, `visit:<id>:notes`. */
  'drafts.save': command({
    input: z.strictObject({ key: z.string().min(1).max(200), value: z.json() }),
    output: z.object({ savedAt: instant }),
    touches: ['drafts'],
    maxInput: 5_000_000,
  }),
  'drafts.load': query({
    input: z.strictObject({ key: z.string().max(200) }),
    output: z.object({ value: z.json(), savedAt: instant }).nullable(),
    reads: ['drafts'],
  }),
  /** What was typed and not saved, newest first: where it stood, and its words. */
  'drafts.list': query({
    input: nothing,
    output: z.array(
      z.object({
        key: z.string(),
        savedAt: instant,
        /** Its words, at most 20,000 characters; empty where it holds choices only. */
        text: z.string(),
        /** The record it belongs to, or the kind of a new one; null where the key names neither. */
        entity: z.enum(entities).nullable(),
        id: id.nullable(),
        /** The field, or the form of the record: the last part of its key. */
        field: z.string(),
        name: z.string(),
        day: day.nullable(),
        /** The record was removed, or is gone with an older file. */
        removed: z.boolean(),
        /** Record whose screen shows it; null where it has none of its own. */
        openId: id.nullable(),
      }),
    ),
    reads: ['drafts'],
  }),
  'drafts.discard': command({ input: z.strictObject({ key: z.string().max(200) }), output: done, touches: ['drafts'] }),
}
