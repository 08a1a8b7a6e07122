import { itemTypes } from '../../domain/records/agenda-item.ts'
import { bodyKinds } from '../../domain/records/body.ts'
import { commitmentKinds, commitmentStatuses, commitmentUnits, recurrences } from '../../domain/records/commitment.ts'
import { employeeBands } from '../../domain/records/company.ts'
import { actionStatuses, decisionKinds, decisionStatuses, unanimities } from '../../domain/records/decision.ts'
import { followUpStatuses } from '../../domain/records/follow-up.ts'
import { goalStatuses, targetKinds } from '../../domain/records/goal.ts'
import {
  availabilities,
  directions,
  frequencies,
  indicatorUnits,
  measurementStatuses,
} from '../../domain/records/indicator.ts'
import { attendanceRoles, attendanceStatuses } from '../../domain/records/meeting.ts'
import { lights, milestoneStates, projectStatuses } from '../../domain/records/project.ts'
import { themes, visitFlags, visitTypes } from '../../domain/records/visit.ts'
import { languages } from '../../domain/values.ts'
import { translator } from '../../i18n/translator.ts'
import { hasCommitments, hasMeetings, hasProjects, hasStrategy } from '../meeting-parts.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import type { SheetSpec } from '../workbook-spec.ts'

const lists = {
  visitType: visitTypes,
  flag: visitFlags,
  theme: themes,
  followUpStatus: followUpStatuses,
  employeesBand: employeeBands,
  bodyKind: bodyKinds,
} as const
/** Used only where the body holds meetings. */
const meetingLists = {
  itemType: itemTypes,
  decisionKind: decisionKinds,
  unanimity: unanimities,
  decisionStatus: decisionStatuses,
  actionStatus: actionStatuses,
  attendanceRole: attendanceRoles,
  attendanceStatus: attendanceStatuses,
} as const
/** Used only where partners have promised something. */
const commitmentLists = {
  commitmentKind: commitmentKinds,
  commitmentUnit: commitmentUnits,
  recurrence: recurrences,
  commitmentStatus: commitmentStatuses,
} as const
/** Used only where projects run in the period. */
const projectLists = {
  projectStatus: projectStatuses,
  light: lights,
  milestoneState: milestoneStates,
} as const
/** Used only where a plan in force has goals or indicators. */
const strategyLists = {
  targetKind: targetKinds,
  goalStatus: goalStatuses,
  indicatorUnit: indicatorUnits,
  direction: directions,
  frequency: frequencies,
  availability: availabilities,
  measurementStatus: measurementStatuses,
} as const
type KeyOf<T extends Record<string, readonly string[]>> = {
  [L in keyof T & string]: `codes.${L}.${T[L][number] & string}`
}[keyof T & string]
type Key =
  | KeyOf<typeof lists>
  | KeyOf<typeof meetingLists>
  | KeyOf<typeof commitmentLists>
  | KeyOf<typeof projectLists>
  | KeyOf<typeof strategyLists>

/** Every closed list that the workbook uses, in all three languages, so that a reader of one can serve readers of another. */
export function codeListSheet(snapshot: Snapshot, { t }: Words): SheetSpec {
  const names = Object.keys(lists) as (keyof typeof lists)[]
  const ofMeetings = hasMeetings(snapshot) ? (Object.keys(meetingLists) as (keyof typeof meetingLists)[]) : []
  const ofPartners = hasCommitments(snapshot) ? (Object.keys(commitmentLists) as (keyof typeof commitmentLists)[]) : []
  const ofProjects = hasProjects(snapshot) ? (Object.keys(projectLists) as (keyof typeof projectLists)[]) : []
  const ofStrategy = hasStrategy(snapshot) ? (Object.keys(strategyLists) as (keyof typeof strategyLists)[]) : []
  const rows = (name: string, list: string, codes: readonly string[]) =>
    codes.map((code) => [
      code,
      name,
      ...languages.map((language) => translator(language)(`codes.${list}.${code}` as Key)),
    ])
  return {
    name: t('documents.sheets.codes'),
    title: t('documents.sheets.codes'),
    notes: [t('documents.workbook.codesNote')],
    table: t('documents.tables.codes'),
    columns: [
      { header: t('documents.workbook.columns.code'), kind: 'name', width: 24 },
      { header: t('documents.workbook.columns.list'), kind: 'text', width: 24 },
      // The languages are named in themselves, in every language.
      { header: 'Norsk', kind: 'text', width: 40 },
      { header: 'Svenska', kind: 'text', width: 40 },
      { header: 'English', kind: 'text', width: 40 },
    ],
    rows: [
      ...names.flatMap((list) => rows(t(`documents.workbook.lists.${list}`), list, lists[list])),
      ...ofMeetings.flatMap((list) => rows(t(`documents.meetings.lists.${list}`), list, meetingLists[list])),
      ...ofPartners.flatMap((list) => rows(t(`documents.commitments.lists.${list}`), list, commitmentLists[list])),
      ...ofStrategy.flatMap((list) => rows(t(`documents.strategy.lists.${list}`), list, strategyLists[list])),
      ...ofProjects.flatMap((list) => rows(t(`documents.projects.lists.${list}`), list, projectLists[list])),
    ],
    empty: t('documents.workbook.emptyNote'),
  }
}
