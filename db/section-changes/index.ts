import type { ChangesOfSection } from '#shared/documents/section-changes.ts'
import { commitmentChanges } from './commitments.ts'
import type { Comparing } from './comparing.ts'
import { indicatorChanges } from './indicators.ts'
import { meetingChanges } from './meeting.ts'
import { minutesChanges, nextMeetingChanges } from './meetings.ts'
import { partnerChanges } from './partners.ts'
import { projectChanges } from './projects.ts'
import { strategyChanges } from './strategy.ts'

/**
 * What changed since a body's last package, section by section in the order of the package; a section that the package prints and in which
 * nothing changed is there without changes. Only what differs between then and now is told: what came and went again, and what was changed
 * and changed back, is not.
 */
export function sectionChanges(at: Comparing): ChangesOfSection[] {
  const [projects, milestones] = projectChanges(at)
  const [goals, activities] = strategyChanges(at)
  const sections = [
    meetingChanges(at),
    minutesChanges(at),
    commitmentChanges(at),
    goals,
    activities,
    indicatorChanges(at),
    projects,
    milestones,
    partnerChanges(at),
    nextMeetingChanges(at),
  ]
  return sections.flatMap((told) => {
    if (told === null) return []
    const { section, changes, withheld, printed } = told
    return printed || changes.length + withheld > 0 ? [{ section, changes, withheld }] : []
  })
}
