import { z } from 'zod'
import { count, day, id, line, oneOf, text, title, year } from '../values.ts'
import { amount } from './commitment.ts'
import { changesOf, recordMarks } from './common.ts'

export const projectStatuses = [
  'notStated',
  'idea',
  'preliminaryStudy',
  'planned',
  'running',
  'onHold',
  'finished',
  'stopped',
] as const
export type ProjectStatus = (typeof projectStatuses)[number]
export const lights = ['green', 'amber', 'red'] as const
export type Light = (typeof lights)[number]
export const projectRoles = ['owner', 'partner', 'funder', 'supplier', 'referenceGroup'] as const
export const currencies = ['NOK', 'SEK'] as const

/**
 * A project, lighthouse or ordinary (prosjekt, fyrtårn / projekt, fyrtorn; records.md 3.18). Who owns it stands among its partners,
 * what partners give among their commitments (`commitments.projectId`), its light among its reports: each fact in one place.
 */
export const projectFields = {
  planId: id,
  title,
  /** "F-1"; the plan's own numbering. */
  number: line,
  lighthouse: z.boolean(),
  /** At least one, or cross-cutting. */
  focusAreaIds: z.array(id).max(50),
  crossCutting: z.boolean(),
  leadId: id.nullable(),
  startYear: year,
  startOn: day.nullable(),
  endPlannedOn: day.nullable(),
  endActualOn: day.nullable(),
  status: oneOf(projectStatuses),
  /** Øre/öre of `currency`. */
  budgetAmount: amount.nullable(),
  currency: oneOf(currencies).nullable(),
  /** The agenda item where it is next decided upon. */
  nextDecisionId: id.nullable(),
  /** The project that carries it on; never in a ring. */
  continuesAsId: id.nullable(),
  description: text,
  effect: text,
}
export const project = z.object({ ...recordMarks, ...projectFields })
export type Project = z.infer<typeof project>
export const projectChanges = changesOf(projectFields)

/** What a partner is in a project; each role once. */
export const projectPartnerFields = { projectId: id, partnerId: id, role: oneOf(projectRoles), note: line }
export const projectPartner = z.object({ ...recordMarks, ...projectPartnerFields })
export type ProjectPartner = z.infer<typeof projectPartner>
export const projectPartnerChanges = changesOf(projectPartnerFields)

/** A source of money of a project, granted (tilsagn / beviljat) or applied for; øre/öre of the project's currency. */
export const financingFields = {
  projectId: id,
  source: title,
  /** Where the source is a partner. */
  partnerId: id.nullable(),
  amount,
  granted: z.boolean(),
  note: line,
}
export const financing = z.object({ ...recordMarks, ...financingFields })
export type Financing = z.infer<typeof financing>
export const financingChanges = changesOf(financingFields)

/** How a project stood on a day: its light with a comment. The newest by day is the project's light. */
export const projectReportFields = {
  projectId: id,
  reportedOn: day,
  light: oneOf(lights),
  /** Needed for amber and red. */
  comment: text,
}
export const projectReport = z.object({ ...recordMarks, ...projectReportFields })
export type ProjectReport = z.infer<typeof projectReport>
export const projectReportChanges = changesOf(projectReportFields)

/** Derived, never stored (records.md 3.19). */
export const milestoneStates = ['onTime', 'late', 'overdue', 'reached', 'reachedLate', 'notReached'] as const
export type MilestoneState = (typeof milestoneStates)[number]

/** A milestone with three dates: baseline, forecast, actual (milepæl / milstolpe; records.md 3.19). */
export const milestoneFields = {
  projectId: id,
  /** 0, 1, 2 … within the project. */
  position: count,
  title,
  ownerId: id,
  /** The baseline in force; earlier ones are kept as `baselines`. Changed only by `milestones.rebaseline`. */
  baselineOn: day,
  baselineSetOn: day,
  baselineDecisionId: id.nullable(),
  forecastOn: day.nullable(),
  actualOn: day.nullable(),
  /** Needed where the forecast or the actual day is later than the baseline. */
  deviationReason: text,
  note: text,
}
export const milestone = z.object({ ...recordMarks, ...milestoneFields })
export type Milestone = z.infer<typeof milestone>
export const milestoneChanges = changesOf(milestoneFields)

/** A baseline that another took the place of. Never changed (records.md 3.21). */
export const baselineFields = {
  milestoneId: id,
  baselineOn: day,
  setOn: day,
  decisionId: id.nullable(),
  /** The day it was replaced, and why. */
  replacedOn: day,
  reason: z.string().trim().min(1, 'problems.field.required').max(10_000, 'problems.field.textTooLong'),
}
export const baseline = z.object({ ...recordMarks, ...baselineFields })
export type Baseline = z.infer<typeof baseline>
