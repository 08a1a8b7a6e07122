import { z } from 'zod'
import { day, id, instant, year } from '#shared/domain/values.ts'
import { followUpRow } from './follow-ups.ts'
import { done, nothing, pageOf, paging } from './lists.ts'
import { command, query, topics } from './operation.ts'
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

/** A change may touch any record: history reads, and undo touches, every topic of records. */
const recordTopics = topics.filter((topic) => !['preferences', 'workspace', 'jobs', 'drafts'].includes(topic))

/** One field of one change. Values are as stored; `value` of a made record is the whole record under field `*`. */
export const fieldChange = z.object({
  entity: z.enum(entities),
  recordId: id,
  field: z.string(),
  value: z.unknown(),
  /** The value overwritten; undefined where the record was made. */
  before: z.unknown().optional(),
})
export const change = z.object({
  /** Identifies the change; sorts by time. */
  stamp: z.string(),
  at: instant,
  actor: z.string(),
  device: z.string(),
  /** Operation that made it, e.g. `visits.log`. */
  command: z.string(),
  /** Stamp of the change that this one undid. */
  undoes: z.string().nullable(),
  undone: z.boolean(),
  /** False for what can't be undone: anonymising, made packages. */
  undoable: z.boolean(),
  fields: z.array(fieldChange),
  /** What the records are called that the change touches or names, by id, as they are called now; a visit by its company and day. */
  names: z.record(z.string(), z.object({ name: z.string(), day: day.nullable() })),
})

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
  'history.of': query({
    input: z.strictObject({ entity: z.enum(entities), id }),
    output: z.array(change),
    reads: recordTopics,
  }),
  /** The newest changes of the whole file; with `entities`, those that touched such records. */
  'history.latest': query({
    input: z.strictObject({ entities: z.array(z.enum(entities)).max(entities.length).default([]), ...paging }),
    output: pageOf(change),
    reads: recordTopics,
  }),
  /** Puts back what a change overwrote. Refused, with the fields named, where they were changed again since. Undoing an undo is redo. */
  'history.undo': command({
    input: z.strictObject({ stamp: z.string().max(100) }),
    output: done,
    touches: [...recordTopics, 'workspace'],
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
  'drafts.list': query({
    input: nothing,
    output: z.array(z.object({ key: z.string(), savedAt: instant })),
    reads: ['drafts'],
  }),
  'drafts.discard': command({ input: z.strictObject({ key: z.string().max(200) }), output: done, touches: ['drafts'] }),
}
