import { z } from 'zod'
import { snapshot } from '#shared/documents/snapshot.ts'
import { boardPackage } from '#shared/domain/records/board-package.ts'
import { day, id, language, title } from '#shared/domain/values.ts'
import { done, nothing } from './lists.ts'
import { command, query } from './operation.ts'

export const job = z.object({
  id: z.string(),
  /** `asking`: the save dialog is open. */
  state: z.enum(['working', 'asking', 'done', 'failed', 'cancelled']),
  /** 0–1. */
  progress: z.number().min(0).max(1),
  /** Message key of the step under way. */
  step: z.string(),
  /** Set when done. `url` where the host delivers by download (preview). */
  file: z.object({ fileId: z.string(), name: z.string(), size: z.int(), url: z.string().nullable() }).nullable(),
  problem: z
    .object({
      code: z.string(),
      key: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .nullable(),
})
const packageChoice = {
  bodyId: id,
  /** Its notice, agenda and case papers go in, and the minutes of the meeting before. */
  meetingId: id.nullable().default(null),
  /** Confidential items are withheld unless this says otherwise. */
  withConfidential: z.boolean().default(false),
  periodFrom: day,
  periodTo: day,
  language,
}

export const packageOperations = {
  'packages.list': query({
    input: nothing,
    output: z.array(boardPackage.extend({ bodyName: z.string() })),
    reads: ['packages', 'bodies'],
  }),
  /** What a package of this choice would hold and what is missing in it, before it is made. */
  'packages.preview': query({
    input: z.strictObject(packageChoice),
    output: z.object({
      visits: z.int(),
      /** Visits in the period that print no summary: ids and company names, open and internal ones only. */
      withoutSummary: z.array(z.object({ id, companyName: z.string(), visitedOn: day })),
      drafts: z.int(),
      confidential: z.int(),
      overdueFollowUps: z.int(),
      /** Of the meeting chosen: items on its agenda, those withheld, decision items without a proposal. */
      items: z.int(),
      withheldItems: z.int(),
      withoutProposal: z.array(z.object({ id, title: z.string() })),
      /** Decisions and actions still open, and those past their day. */
      openDecisions: z.int(),
      overdueDecisions: z.int(),
      /** Projects that are printed; of those neither finished nor stopped the red and amber ones, and milestones late or overdue. */
      projects: z.int(),
      redOrAmber: z.int(),
      slippingMilestones: z.int(),
      /** Red or amber with a comment no newer than the last package's data. */
      staleLights: z.array(z.object({ id, title: z.string() })),
      /** Contact persons' names found in texts that would be printed; they are replaced by a neutral word. */
      maskedNames: z.int(),
      previous: z.object({ id, version: z.int(), madeOn: z.string() }).nullable(),
    }),
    reads: [
      'packages',
      'visits',
      'companies',
      'followUps',
      'bodies',
      'partnership',
      'meetings',
      'decisions',
      'actions',
      'projects',
      'plans',
      'partners',
      'commitments',
    ],
  }),
  /** Freezes the data as a snapshot and keeps it with version and hash. */
  'packages.make': command({
    input: z.strictObject({ ...packageChoice, title: title.nullable().default(null) }),
    output: boardPackage,
    touches: ['packages'],
  }),
  'packages.open': query({
    input: z.strictObject({ id }),
    output: z.object({ package: boardPackage.extend({ bodyName: z.string() }), snapshot }),
    reads: ['packages'],
  }),
  'packages.remove': command({ input: z.strictObject({ id }), output: done, touches: ['packages'] }),
  /** Starts making the file; follow it with `jobs.show`. */
  'packages.export': command({
    input: z.strictObject({ id, format: z.enum(['docx', 'xlsx']) }),
    output: z.object({ jobId: z.string() }),
    touches: ['jobs'],
  }),
  'jobs.show': query({
    input: z.strictObject({ id: z.string().max(100) }),
    output: job.nullable(),
    reads: ['jobs'],
    withoutWorkspace: true,
  }),
  'jobs.cancel': command({
    input: z.strictObject({ id: z.string().max(100) }),
    output: done,
    touches: ['jobs'],
    withoutWorkspace: true,
  }),
}
