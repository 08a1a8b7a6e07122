import { z } from 'zod'
import { snapshot } from '#shared/documents/snapshot.ts'
import { boardPackage, packageFile, packageFormats } from '#shared/domain/records/board-package.ts'
import { documentFinding, documentRules } from '#shared/domain/records/document-finding.ts'
import {
  packageEditions,
  packageSections,
  packageTemplate,
  packageTemplateChanges,
  packageVariants,
} from '#shared/domain/records/package-template.ts'
import { day, id, language, line, title } from '#shared/domain/values.ts'
import { byId, done, message, nothing } from './lists.ts'
import { command, query } from './operation.ts'

export const job = z.object({
  id: z.string(),
  /** `asking`: the save dialog is open. `held`: nothing was kept, for the findings want an answer (`packages.send`, `accepted`). */
  state: z.enum(['working', 'asking', 'done', 'held', 'failed', 'cancelled']),
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
  /** The document was made and could not be saved: it is kept under this id (`unsaved.list`), and the job is done once it is saved. */
  unsaved: z.string().nullable(),
  /**
   * What readers could not use in the Word and Excel files made, by file, as the check of finished documents found it
   * (`shared/documents/check`). Null of a file that is too large to be checked. Jobs that check nothing have none.
   */
  findings: z.array(z.object({ fileName: z.string(), findings: z.array(documentFinding).nullable() })),
})
const packageChoice = {
  bodyId: id,
  variant: z.enum(packageVariants).default('papers'),
  /** Null = the body's usual template of the variant; where it has none, the usual layout. */
  templateId: id.nullable().default(null),
  /** Sections of the layout that this package goes without. */
  leftOut: z.array(z.enum(packageSections)).max(packageSections.length).default([]),
  /** Its notice, agenda and case papers go in, and the minutes of the meeting before. */
  meetingId: id.nullable().default(null),
  /** Confidential items are withheld unless this says otherwise. */
  withConfidential: z.boolean().default(false),
  periodFrom: day,
  periodTo: day,
  language,
}

/** What a look through the data finds before a package is made. `missing`: a reader will ask for it. `check`: somebody should look. */
export const readinessKinds = [
  'noMeeting',
  'noticeNotSent',
  'decisionWithoutProposal',
  'itemWithoutText',
  'previousMinutesNotApproved',
  'followUpWithoutAnswer',
  'redWithoutComment',
  'staleLight',
  'milestoneWithoutForecast',
  'indicatorOverdue',
  'goalWithoutStatus',
  'commitmentOverdue',
  'visitWithoutSummary',
  'draftVisit',
  'attachmentWithoutAltText',
  'contactIncomplete',
] as const
const readiness = z.object({
  kind: z.enum(readinessKinds),
  weight: z.enum(['missing', 'check']),
  /** The section that it shows in. */
  section: z.enum(packageSections),
  /** How many there are; `records` names the first ten. */
  total: z.int(),
  records: z.array(
    z.object({
      /** What to open: a record's own page. */
      entity: z.enum([
        'partnership',
        'meetings',
        'agendaItems',
        'decisions',
        'actions',
        'projects',
        'milestones',
        'goals',
        'indicators',
        'commitments',
        'visits',
        'attachments',
      ]),
      id,
      /** Of an agenda item and what hangs on it. */
      meetingId: id.nullable(),
      title: z.string(),
      /** What is known of it beside its name: "due 12 May". */
      detail: message.nullable(),
    }),
  ),
})
/** A section of the layout and how full it is: `empty` leaves no trace in the document. */
const sectionState = z.object({
  section: z.enum(packageSections),
  state: z.enum(['filled', 'empty', 'leftOut']),
  heading: z.string().nullable(),
})

const files = {
  formats: z.array(z.enum(packageFormats)).min(1).max(packageFormats.length),
  /** `public` is the package itself where it holds nothing confidential. */
  editions: z.array(z.enum(packageEditions)).min(1).max(packageEditions.length),
}

export const packageOperations = {
  'packageTemplates.list': query({
    input: nothing,
    /** By position. */
    output: z.array(packageTemplate),
    reads: ['packageTemplates'],
  }),
  /** A template of a body, or of every body; what is not said comes from the usual layout of its variant. */
  'packageTemplates.add': command({
    input: packageTemplateChanges.required({ name: true, variant: true }),
    output: packageTemplate,
    touches: ['packageTemplates'],
  }),
  'packageTemplates.revise': command({
    input: z.strictObject({ id, changes: packageTemplateChanges }),
    output: packageTemplate,
    touches: ['packageTemplates'],
  }),
  /** Puts it at a place among all templates; the others make room. The first of a body and variant is its usual one. */
  'packageTemplates.move': command({
    input: z.strictObject({ id, position: z.int().min(0) }),
    output: done,
    touches: ['packageTemplates'],
  }),
  'packageTemplates.remove': command({ input: byId, output: done, touches: ['packageTemplates'] }),

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
      /** What is missing and what to look at, by section in the order of the layout. */
      readiness: z.array(readiness),
      /** The sections of the layout in order. */
      sections: z.array(sectionState),
    }),
    reads: [
      'packages',
      'packageTemplates',
      'indicators',
      'measurements',
      'goals',
      'actions',
      'attachments',
      'visits',
      'companies',
      'followUps',
      'bodies',
      'partnership',
      'meetings',
      'decisions',
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
    output: z.object({
      package: boardPackage.extend({ bodyName: z.string() }),
      snapshot,
      /** Kept as they were sent; none before that. */
      files: z.array(packageFile),
      /** The day of the package's meeting where it has been cancelled, or removed, since. */
      cancelledMeetingOn: day.nullable(),
    }),
    reads: ['packages', 'meetings'],
  }),
  /** Only a body's newest, and none that was sent (`refused`). */
  'packages.remove': command({ input: byId, output: done, touches: ['packages'] }),
  /**
   * Starts making the files: one is saved as itself, several in a zip archive. `remember`: they are the body's usual ones from now on. Of
   * a sent package the kept files are given. Each file is
   * looked through for what its readers could not use, and the job tells it (`findings`). Follow it with `jobs.show`. `unavailable` where
   * PDF is asked for and nothing here can make it.
   */
  'packages.export': command({
    input: z.strictObject({ id, ...files, remember: z.boolean().default(false) }),
    output: z.object({ jobId: z.string() }),
    touches: ['jobs', 'preferences'],
  }),
  /** The formats and editions last made of a body's packages on this device; null before the first. */
  'packages.usualFiles': query({
    input: z.strictObject({ bodyId: id }),
    output: z
      .object({ formats: z.array(z.enum(packageFormats)), editions: z.array(z.enum(packageEditions)) })
      .nullable(),
    reads: ['preferences'],
  }),
  /**
   * Makes the files, looks through them, keeps them with their hashes and marks the package as sent, in one change that is not undone.
   * Refused where it was sent before. Where the look finds something that is not `accepted`, nothing is kept and the job ends as `held`
   * with its findings: sending once more with them accepted goes on. A passage that is exempt from disclosure is never accepted
   * (`shared/domain/finding-weight.ts`).
   */
  'packages.send': command({
    input: z.strictObject({
      id,
      ...files,
      sentOn: day,
      sentTo: line,
      /** Rules of which the sender has read the findings; `unchecked`: a file too large to be looked through. */
      accepted: z.array(z.enum([...documentRules, 'unchecked'])).default([]),
    }),
    output: z.object({ jobId: z.string() }),
    touches: ['jobs', 'packages'],
  }),
  /** Makes the files of a sent package again and compares. PDF depends on the program that made it and is compared by its kept bytes alone. */
  'packages.verify': query({
    input: byId,
    output: z.object({
      files: z.array(
        z.object({
          id,
          /** `changed`: the kept bytes are not those that were sent. `different`: this version of Fyr makes other bytes of the same data. */
          result: z.enum(['same', 'changed', 'different', 'kept']),
        }),
      ),
    }),
    reads: ['packages'],
  }),
  /** What can make PDF here. */
  'packages.means': query({
    input: nothing,
    output: z.object({ pdf: z.enum(['libreOffice', 'host']).nullable() }),
    reads: [],
  }),
  /** Starts laying out the pages of a package that is made, or of a choice before it is; then ask `packages.pages`. */
  'packages.preparePages': command({
    input: z.strictObject({
      of: z.union([byId, z.strictObject({ ...packageChoice, title: title.nullable().default(null) })]),
      edition: z.enum(packageEditions),
    }),
    output: z.object({ jobId: z.string() }),
    touches: ['jobs'],
  }),
  /** The Word file laid out by `packages.preparePages`, to be shown page by page; null while it isn't ready or after another took its place. */
  'packages.pages': query({
    input: z.strictObject({ jobId: z.string().max(100) }),
    output: z.object({ base64: z.string() }).nullable(),
    reads: ['jobs'],
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
