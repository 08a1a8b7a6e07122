/** THE table: every operation of Fyr, by name. Grep a name and you find its schema here, its handler in `db/handlers`, its screen and its test. */
import { agendaItemOperations } from './agenda-items.ts'
import { bodyOperations } from './bodies.ts'
import { commitmentOperations } from './commitments.ts'
import { companyOperations } from './companies.ts'
import { decisionOperations } from './decisions.ts'
import { deskOperations } from './desk.ts'
import { followUpOperations } from './follow-ups.ts'
import { itemPartOperations } from './item-parts.ts'
import { meetingOperations } from './meetings.ts'
import { minutesOperations } from './minutes.ts'
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
  ...bodyOperations,
  ...commitmentOperations,
  ...meetingOperations,
  ...agendaItemOperations,
  ...itemPartOperations,
  ...minutesOperations,
  ...decisionOperations,
  ...paperOperations,
  ...packageOperations,
  ...deskOperations,
}
