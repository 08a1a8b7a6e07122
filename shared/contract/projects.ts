import { z } from 'zod'
import { attachment } from '#shared/domain/records/attachment.ts'
import {
  currencies,
  financing,
  financingChanges,
  lights,
  project,
  projectChanges,
  projectPartner,
  projectPartnerChanges,
  projectReport,
  projectReportChanges,
  projectRoles,
  projectStatuses,
} from '#shared/domain/records/project.ts'
import { day, id, title, year } from '#shared/domain/values.ts'
import { commitmentRow } from './commitments.ts'
import { byId, direction, done, pageOf, paging } from './lists.ts'
import { milestoneRow } from './milestones.ts'
import { command, query } from './operation.ts'
import { warning } from './warning.ts'

export const projectFilter = z.strictObject({
  text: z.string().max(200).default(''),
  statuses: z.array(z.enum(projectStatuses)).default([]),
  lights: z.array(z.enum(lights)).default([]),
  focusAreaId: id.nullable().default(null),
  crossCuttingOnly: z.boolean().default(false),
  lighthouseOnly: z.boolean().default(false),
  leadId: id.nullable().default(null),
  partnerId: id.nullable().default(null),
  /** Running or to run in the year: started by it and not ended before it. */
  year: year.nullable().default(null),
})
export const projectRow = project.extend({
  leadName: z.string().nullable(),
  /** Partners with the role of owner, by name. */
  ownerNames: z.array(z.string()),
  focusAreaTitles: z.array(z.string()),
  /** Of the newest report; null before the first. */
  light: z.enum(lights).nullable(),
  lightComment: z.string().nullable(),
  lightOn: day.nullable(),
  /** Sums of the financing, in øre/öre of the project's currency. */
  granted: z.int(),
  appliedFor: z.int(),
  milestones: z.int(),
  reached: z.int(),
  /** Milestones late or overdue. */
  slipping: z.int(),
  overdue: z.int(),
  /** The next milestone without an actual day, by the day it stands on. */
  nextMilestone: z.object({ id, title: z.string(), standsOn: day }).nullable(),
})
export const projectTotals = z.object({
  count: z.int(),
  byStatus: z.array(z.object({ status: z.enum(projectStatuses), count: z.int() })),
  /** `light` null = never reported. */
  byLight: z.array(z.object({ light: z.enum(lights).nullable(), count: z.int() })),
  /** Exact sums in øre/öre, one row per currency. */
  money: z.array(z.object({ currency: z.enum(currencies), budget: z.int(), granted: z.int(), appliedFor: z.int() })),
})

const projectReads = ['projects', 'plans', 'partners', 'persons'] as const
const touches = ['projects'] as const

export const projectOperations = {
  'projects.list': query({
    input: z.strictObject({
      filter: projectFilter.prefault({}),
      sort: z.enum(['title', 'startYear']).default('title'),
      direction: direction.default('asc'),
      ...paging,
    }),
    output: pageOf(projectRow),
    reads: projectReads,
  }),
  /** What all that the filter holds comes to. */
  'projects.totals': query({
    input: z.strictObject({ filter: projectFilter.prefault({}) }),
    output: projectTotals,
    reads: projectReads,
  }),
  'projects.open': query({
    input: byId,
    output: z.object({
      project: projectRow,
      partners: z.array(projectPartner.extend({ partnerName: z.string() })),
      /** What partners have promised to this project. */
      commitments: z.array(commitmentRow),
      financing: z.array(financing.extend({ partnerName: z.string().nullable() })),
      /** Newest first. */
      reports: z.array(projectReport),
      /** By position. */
      milestones: z.array(milestoneRow),
      attachments: z.array(attachment),
      /** The project that carries it on, and those that it carries on. */
      continuesAs: z.object({ id, title: z.string() }).nullable(),
      continues: z.array(z.object({ id, title: z.string() })),
      nextDecision: z
        .object({
          id,
          title: z.string(),
          numberText: z.string().nullable(),
          bodyName: z.string(),
          meetingId: id.nullable(),
          meetingOn: day.nullable(),
        })
        .nullable(),
      warnings: z.array(warning),
    }),
    reads: [...projectReads, 'commitments', 'meetings', 'bodies', 'attachments'],
  }),
  /**
   * A plan is needed: `planId`, or `newPlan` (its title), or neither where exactly one plan is in force. `newFocusAreas` are made in
   * that plan on the way. All in one change, so that one undo takes it back.
   */
  'projects.add': command({
    input: projectChanges
      .omit({ nextDecisionId: true })
      .required({ title: true, startYear: true })
      .extend({ newPlan: title.nullable().default(null), newFocusAreas: z.array(title).max(20).default([]) }),
    output: project,
    touches: ['projects', 'plans'],
  }),
  'projects.revise': command({
    input: z.strictObject({ id, changes: projectChanges }),
    output: project,
    touches,
  }),
  /** The same change to many at once: all or none; what is wrong names the project. One undo takes all back. */
  'projects.reviseMany': command({
    input: z.strictObject({
      ids: z.array(id).min(1).max(500),
      changes: projectChanges.pick({ status: true, leadId: true, lighthouse: true, planId: true }),
    }),
    output: z.object({ changed: z.int() }),
    touches,
  }),
  /** Refused while milestones, commitments or an agenda item name it. */
  'projects.remove': command({ input: byId, output: done, touches }),
  /** Says how the project stands on a day. */
  'projects.report': command({
    input: projectReportChanges.required({ projectId: true, reportedOn: true, light: true }),
    output: projectReport,
    touches,
  }),
  'projectReports.revise': command({
    input: z.strictObject({ id, changes: projectReportChanges.omit({ projectId: true }) }),
    output: projectReport,
    touches,
  }),
  'projectReports.remove': command({ input: byId, output: done, touches }),
  'projectPartners.add': command({
    input: projectPartnerChanges.required({ projectId: true, partnerId: true, role: true }),
    output: projectPartner,
    touches,
  }),
  'projectPartners.revise': command({
    input: z.strictObject({ id, changes: projectPartnerChanges.omit({ projectId: true, partnerId: true }) }),
    output: projectPartner,
    touches,
  }),
  'projectPartners.remove': command({ input: byId, output: done, touches }),
  'financings.add': command({
    input: financingChanges.required({ projectId: true, source: true, amount: true }),
    output: financing,
    touches,
  }),
  'financings.revise': command({
    input: z.strictObject({ id, changes: financingChanges.omit({ projectId: true }) }),
    output: financing,
    touches,
  }),
  'financings.remove': command({ input: byId, output: done, touches }),
  /** The projects of a partner, with what it is in each. */
  'projects.ofPartner': query({
    input: z.strictObject({ partnerId: id }),
    output: z.array(
      z.object({ id, title: z.string(), status: z.enum(projectStatuses), roles: z.array(z.enum(projectRoles)) }),
    ),
    reads: projectReads,
  }),
}
