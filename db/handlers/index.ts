import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { Context } from '../context.ts'
import { actionHandlers } from './actions.ts'
import { activityHandlers } from './activities.ts'
import { agendaItemHandlers } from './agenda-items.ts'
import { agendaTemplateHandlers } from './agenda-templates.ts'
import { appHandlers } from './app.ts'
import { attendanceHandlers } from './attendances.ts'
import { backupHandlers } from './backups.ts'
import { bodyMemberHandlers } from './body-members.ts'
import { checkHandlers } from './check.ts'
import { commitmentHandlers } from './commitments.ts'
import { companyHandlers } from './companies.ts'
import { decisionHandlers } from './decisions.ts'
import { deskHandlers } from './desk.ts'
import { documentHandlers } from './documents.ts'
import { encryptionHandlers } from './encryption.ts'
import { followUpHandlers } from './follow-ups.ts'
import { goalLinkHandlers } from './goal-links.ts'
import { goalHandlers } from './goals.ts'
import { historyHandlers } from './history.ts'
import { houseStyleHandlers } from './house-style.ts'
import { indicatorHandlers } from './indicators.ts'
import { itemPartHandlers } from './item-parts.ts'
import { measurementHandlers } from './measurements.ts'
import { meetingHandlers } from './meetings.ts'
import { milestoneHandlers } from './milestones.ts'
import { minutesHandlers } from './minutes.ts'
import { openingHandlers } from './opening.ts'
import { packagePageHandlers } from './package-pages.ts'
import { packageFileHandlers } from './package-sending.ts'
import { packageTemplateHandlers } from './package-templates.ts'
import { packageHandlers } from './packages.ts'
import { paperHandlers } from './papers.ts'
import { affiliationHandlers, partnerHandlers } from './partners.ts'
import { planFileHandlers } from './plan-file.ts'
import { planPageHandlers } from './plan-page.ts'
import { planReportHandlers } from './plan-report.ts'
import { planVersionHandlers } from './plan-versions.ts'
import { planHandlers } from './plans.ts'
import { projectHandlers } from './projects.ts'
import { registerExportHandlers } from './register-export.ts'
import { registerHandlers } from './registers.ts'
import { savedViewHandlers } from './saved-views.ts'
import { statisticsImportHandlers } from './statistics-import.ts'
import { unsavedHandlers } from './unsaved.ts'
import { visitHandlers } from './visits.ts'
import { voteHandlers } from './votes.ts'
import { strategyHandlers, wordingHandlers } from './wordings-and-strategies.ts'
import { type About, workspaceHandlers } from './workspace.ts'

/** Every operation of the contract with its handler; a missing one is a type error. */
export function handlers(about: About): Handlers<Context> {
  return {
    ...workspaceHandlers(about),
    ...appHandlers,
    ...openingHandlers(about),
    ...backupHandlers,
    ...checkHandlers,
    ...registerHandlers,
    ...savedViewHandlers,
    ...registerExportHandlers,
    ...partnerHandlers,
    ...affiliationHandlers,
    ...commitmentHandlers,
    ...companyHandlers,
    ...visitHandlers,
    ...encryptionHandlers,
    ...followUpHandlers,
    ...packageHandlers,
    ...paperHandlers,
    ...bodyMemberHandlers,
    ...meetingHandlers,
    ...attendanceHandlers,
    ...minutesHandlers,
    ...actionHandlers,
    ...agendaItemHandlers,
    ...agendaTemplateHandlers,
    ...decisionHandlers,
    ...itemPartHandlers,
    ...voteHandlers,
    ...planHandlers,
    ...planVersionHandlers,
    ...planPageHandlers,
    ...planFileHandlers,
    ...goalHandlers,
    ...wordingHandlers,
    ...strategyHandlers,
    ...activityHandlers,
    ...goalLinkHandlers,
    ...projectHandlers,
    ...milestoneHandlers,
    ...documentHandlers,
    ...deskHandlers,
    ...historyHandlers,
    ...indicatorHandlers,
    ...measurementHandlers,
    ...statisticsImportHandlers,
    ...planReportHandlers,
    ...packageTemplateHandlers,
    ...houseStyleHandlers,
    ...packagePageHandlers,
    ...packageFileHandlers,
    ...unsavedHandlers,
  }
}
