/** THE table: every operation of Fyr, by name. Grep a name and you find its schema here, its handler in `db/handlers`, its screen and its test. */
import { agendaItemOperations } from './agenda-items.ts'
import { appOperations } from './app.ts'
import { backupOperations } from './backups.ts'
import { bodyOperations } from './bodies.ts'
import { checkOperations } from './check.ts'
import { commitmentOperations } from './commitments.ts'
import { companyOperations } from './companies.ts'
import { decisionOperations } from './decisions.ts'
import { deskOperations } from './desk.ts'
import { documentOperations } from './documents.ts'
import { encryptionOperations } from './encryption.ts'
import { followUpOperations } from './follow-ups.ts'
import { goalOperations } from './goals.ts'
import { historyOperations } from './history.ts'
import { indicatorOperations } from './indicators.ts'
import { itemPartOperations } from './item-parts.ts'
import { meetingOperations } from './meetings.ts'
import { milestoneOperations } from './milestones.ts'
import { minutesOperations } from './minutes.ts'
import { openingOperations } from './opening.ts'
import { packageOperations } from './packages.ts'
import { paperOperations } from './papers.ts'
import { planOperations } from './plans.ts'
import { projectOperations } from './projects.ts'
import { registerOperations } from './registers.ts'
import { savedViewOperations } from './saved-views.ts'
import { unsavedOperations } from './unsaved.ts'
import { visitOperations } from './visits.ts'
import { workspaceOperations } from './workspace.ts'

export const contract = {
  ...workspaceOperations,
  ...appOperations,
  ...openingOperations,
  ...backupOperations,
  ...checkOperations,
  ...registerOperations,
  ...companyOperations,
  ...visitOperations,
  ...encryptionOperations,
  ...followUpOperations,
  ...bodyOperations,
  ...commitmentOperations,
  ...planOperations,
  ...goalOperations,
  ...indicatorOperations,
  ...projectOperations,
  ...milestoneOperations,
  ...documentOperations,
  ...savedViewOperations,
  ...meetingOperations,
  ...agendaItemOperations,
  ...itemPartOperations,
  ...minutesOperations,
  ...decisionOperations,
  ...paperOperations,
  ...packageOperations,
  ...unsavedOperations,
  ...deskOperations,
  ...historyOperations,
}
