import { describe, expect, it } from 'vitest'
import * as agendaItem from '#shared/domain/records/agenda-item.ts'
import { attachmentKinds } from '#shared/domain/records/attachment.ts'
import { packageFormats } from '#shared/domain/records/board-package.ts'
import * as body from '#shared/domain/records/body.ts'
import * as commitment from '#shared/domain/records/commitment.ts'
import { lawfulBases } from '#shared/domain/records/common.ts'
import { companyStatuses, employeeBands, industryVersions } from '#shared/domain/records/company.ts'
import { contactStatuses } from '#shared/domain/records/contact.ts'
import * as decision from '#shared/domain/records/decision.ts'
import * as document from '#shared/domain/records/document.ts'
import { followUpStatuses } from '#shared/domain/records/follow-up.ts'
import * as goal from '#shared/domain/records/goal.ts'
import * as indicator from '#shared/domain/records/indicator.ts'
import * as meeting from '#shared/domain/records/meeting.ts'
import * as packaging from '#shared/domain/records/package-template.ts'
import { partnerStatuses, partnerTypes } from '#shared/domain/records/partner.ts'
import { personStatuses } from '#shared/domain/records/person.ts'
import { planStatuses } from '#shared/domain/records/plan.ts'
import * as project from '#shared/domain/records/project.ts'
import { registers } from '#shared/domain/records/saved-view.ts'
import { confidentialities, interviewQuestions, themes, visitFlags, visitTypes } from '#shared/domain/records/visit.ts'
import { countries, languages } from '#shared/domain/values.ts'
import { catalogues } from '#shared/i18n/translator.ts'

const lists: Record<keyof (typeof catalogues)['nb']['codes'], readonly string[]> = {
  partnerType: partnerTypes,
  packageVariant: packaging.packageVariants,
  packageEdition: packaging.packageEditions,
  packageFormat: packageFormats,
  packageSection: packaging.packageSections,
  packageSheet: packaging.packageSheets,
  attachmentMode: packaging.attachmentModes,
  partnerStatus: partnerStatuses,
  bodyKind: body.bodyKinds,
  employeesBand: employeeBands,
  companyStatus: companyStatuses,
  contactStatus: contactStatuses,
  personStatus: personStatuses,
  lawfulBasis: lawfulBases,
  visitType: visitTypes,
  confidentiality: confidentialities,
  flag: visitFlags,
  theme: themes,
  question: interviewQuestions,
  questionHint: interviewQuestions,
  followUpStatus: followUpStatuses,
  industryVersion: industryVersions,
  country: countries,
  language: languages,
  attachmentKind: attachmentKinds,
  commitmentKind: commitment.commitmentKinds,
  commitmentUnit: commitment.commitmentUnits,
  recurrence: commitment.recurrences,
  commitmentSource: commitment.commitmentSources,
  commitmentStage: commitment.commitmentStages,
  commitmentStatus: commitment.commitmentStatuses,
  bodyRules: body.bodyRules,
  numbering: body.numberings,
  numberForm: body.numberForms,
  quorumRule: body.quorumRules,
  deputyOrder: body.deputyOrders,
  adjustmentRule: body.adjustmentRules,
  memberRole: body.memberRoles,
  meetingKind: meeting.meetingKinds,
  meetingStatus: meeting.meetingStatuses,
  openness: meeting.openness,
  attendanceRole: meeting.attendanceRoles,
  attendanceStatus: meeting.attendanceStatuses,
  minutesStatus: meeting.minutesStatuses,
  verdict: meeting.verdicts,
  paperKind: meeting.paperKinds,
  itemType: agendaItem.itemTypes,
  itemStatus: agendaItem.itemStatuses,
  disqualificationGround: agendaItem.disqualificationGrounds,
  disqualificationOutcome: agendaItem.disqualificationOutcomes,
  proposalKind: agendaItem.proposalKinds,
  proposalStatus: agendaItem.proposalStatuses,
  voteKind: agendaItem.voteKinds,
  voteChoice: agendaItem.namedVoteChoices,
  statementKind: agendaItem.statementKinds,
  decisionKind: decision.decisionKinds,
  unanimity: decision.unanimities,
  decisionStatus: decision.decisionStatuses,
  actionPriority: decision.actionPriorities,
  actionStatus: decision.actionStatuses,
  planStatus: planStatuses,
  projectStatus: project.projectStatuses,
  light: project.lights,
  projectRole: project.projectRoles,
  milestoneState: project.milestoneStates,
  documentKind: document.documentKinds,
  documentFormat: document.documentFormats,
  publicity: document.publicities,
  retention: document.retentions,
  archiveStatus: document.archiveStatuses,
  register: registers,
  targetKind: goal.targetKinds,
  comparator: goal.comparators,
  goalStatus: goal.goalStatuses,
  activityStatus: goal.activityStatuses,
  linkKind: goal.linkKinds,
  figureGap: goal.figureGaps,
  goalGap: goal.goalGaps,
  indicatorUnit: indicator.indicatorUnits,
  direction: indicator.directions,
  frequency: indicator.frequencies,
  availability: indicator.availabilities,
  breakdown: indicator.breakdowns,
  measurementStatus: indicator.measurementStatuses,
}

describe.each(languages)('labels in %s', (language) => {
  it.each(Object.keys(lists) as (keyof typeof lists)[])('%s has one for each of its codes and for no other', (list) => {
    const labels: Record<string, string> = catalogues[language].codes[list]
    expect(Object.keys(labels).sort()).toEqual([...lists[list]].sort())
    expect(Object.values(labels).filter((label) => label.trim() === '')).toEqual([])
    expect(new Set(Object.values(labels)).size).toBe(lists[list].length)
  })

  it('questions are put as questions', () => {
    expect(Object.values(catalogues[language].codes.questionHint).filter((hint) => !hint.endsWith('?'))).toEqual([])
  })
})
