import { z } from 'zod'
import { day, id, line, oneOf, setOf, text, timeOfDay } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const visitTypes = ['companyVisit', 'phone', 'webMeeting', 'event', 'reverseVisit'] as const
export const confidentialities = ['open', 'internal', 'confidential'] as const
/** Red flags of company-visit practice (practice.md 6.8). */
export const visitFlags = [
  'movingOrClosing',
  'expanding',
  'downsizing',
  'regulation',
  'training',
  'suppliers',
  'outdatedEquipment',
  'salesChange',
  'labourSupply',
  'qualityOfLife',
  'urgent',
] as const
/** Themes and service areas: SKR Insikt and the points of Robertsfors' promise (records.md 3.13). */
export const themes = [
  'permitsAndPlanning',
  'environmentAndHealth',
  'foodControl',
  'alcoholLicence',
  'fireSafety',
  'landAndPublicGround',
  'surveying',
  'tobaccoAndMedicines',
  'procurement',
  'skillsAndRecruitment',
  'premisesAndPlots',
  'financing',
  'digitalAndBroadband',
  'transport',
  'establishmentContact',
  'other',
] as const

/** The interview guide, in the order of a good talk. Each is a text field of the visit, and may be in `notAnswered`. */
export const interviewQuestions = [
  'wentWell',
  'difficulties',
  'needs',
  'growthPlans',
  'skillsNeeds',
  'premisesPlans',
  'investmentPlans',
  'export',
  'innovation',
  'procurementView',
] as const
export type InterviewQuestion = (typeof interviewQuestions)[number]

/** A visit or another talk with a company (records.md 3.12). */
export const visitFields = {
  companyId: id,
  visitedOn: day,
  startsAt: timeOfDay.nullable(),
  endsAt: timeOfDay.nullable(),
  type: oneOf(visitTypes),
  place: line,
  /** Stored only when the user asked for it: degrees, and the accuracy in metres. */
  coordinates: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      accuracyM: z.number().min(0).max(100_000),
    })
    .nullable(),
  /** People of the secretariat; at least one. */
  ourParticipantIds: z.array(id).min(1, 'problems.field.ownParticipantMissing').max(50),
  /** Contacts of the company. */
  theirParticipantIds: z.array(id).max(50),
  purpose: text,
  /** The free text of quick capture; internal. */
  notes: text,
  wentWell: text,
  difficulties: text,
  needs: text,
  growthPlans: text,
  skillsNeeds: text,
  premisesPlans: text,
  investmentPlans: text,
  export: text,
  innovation: text,
  procurementView: text,
  /** Questions put and not answered. Kept apart from empty: an empty question was not put (BRE skip-rule practice). */
  notAnswered: setOf(interviewQuestions),
  flags: setOf(visitFlags),
  themes: setOf(themes),
  confidentiality: oneOf(confidentialities),
  /** Never leaves the file: not in documents, not in exports, not in the search index. */
  confidentialText: text,
  /** The only text of a visit that a board package prints. */
  publishableSummary: text,
  nextVisitBy: day.nullable(),
  /** Not yet released: left out of statistics and packages. */
  draft: z.boolean(),
  /** Name of the device that the visit was logged on. */
  device: line,
}
export const visit = z.object({ ...recordMarks, ...visitFields })
export type Visit = z.infer<typeof visit>
export const visitChanges = changesOf(visitFields)
/** Quick capture: a company and a day; everything else has a default or is filled in later. */
export const newVisit = visitChanges.required({ companyId: true, visitedOn: true })
