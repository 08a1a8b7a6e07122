/** THE table: every operation of Fyr, by name. Grep a name and you find its schema here, its handler in `db/handlers`, its screen and its test. */
import { commitmentOperations } from './commitments.ts'
import { companyOperations } from './companies.ts'
import { decisionOperations } from './decisions.ts'
import { deskOperations } from './desk.ts'
import { followUpOperations } from './follow-ups.ts'
import { meetingOperations } from './meetings.ts'
import { packageOperations } from './packages.ts'
import { paperOperations } from './papers.ts'
import { registerOperations } from './registers.ts'
import { visitOperations } from './visits.ts'
import { workspaceOperations } from './workspace.ts'

export const contract = {
  ...workspaceOperations,
  ...registerOperations,
  ...companyOperations,
  ...visitOperations,
  ...followUpOperations,
  ...commitmentOperations,
  ...meetingOperations,
  ...decisionOperations,
  ...paperOperations,
  ...packageOperations,
  ...deskOperations,
}
