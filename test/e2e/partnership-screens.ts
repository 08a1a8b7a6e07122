/** Every screen of projects, milestones and documents on the sample, and the registers as they can be shown. */
import type { Page } from 'playwright-core'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { Desk } from './desk.ts'

/** The names, for tests that are listed before the sample is open. */
export const partnershipScreenNames = [
  'projects',
  'projects-grouped',
  'project-new',
  'project',
  'project-milestones',
  'project-partners',
  'project-fields',
  'project-history',
  'milestones',
  'milestones-grouped',
  'milestone',
  'milestone-history',
  'timeline',
  'documents',
  'document',
] as const
type Name = (typeof partnershipScreenNames)[number]

/** Each screen's path by its name. The sample must be open. */
export async function partnershipScreens(desk: Desk, page: Page): Promise<Record<Name, string>> {
  const projects = await desk.call<OutputOf<'projects.list'>>(page, 'projects.list', { limit: 200 })
  const milestones = await desk.call<OutputOf<'milestones.list'>>(page, 'milestones.list', { limit: 200 })
  const documents = await desk.call<OutputOf<'documents.list'>>(page, 'documents.list', {})
  // The one with most to show.
  const full = projects.rows.toSorted((a, b) => b.milestones - a.milestones)[0]?.id
  const late = milestones.rows.find(({ deviationReason }) => deviationReason !== null) ?? milestones.rows[0]
  return {
    projects: '/projects',
    'projects-grouped': '/projects?groupBy=status',
    'project-new': '/projects?adding=true',
    project: `/projects/${full}`,
    'project-milestones': `/projects/${late?.projectId}?tab=milestones&milestone=${late?.id}`,
    'project-partners': `/projects/${full}?tab=partners`,
    'project-fields': `/projects/${full}?tab=fields`,
    'project-history': `/projects/${full}?tab=history`,
    milestones: '/milestones',
    'milestones-grouped': '/milestones?groupBy=project',
    milestone: `/milestones/${late?.id}`,
    'milestone-history': `/milestones/${late?.id}?tab=history`,
    timeline: '/timeline',
    documents: '/documents',
    document: `/documents/${documents.rows[0]?.id}`,
  }
}
/** The registers in which rows are chosen, by their area's name. */
export const chosenInRegisters = [
  ['companies', '/companies'],
  ['visits', '/visits'],
  ['followUps', '/follow-ups'],
  ['meetings', '/meetings?when=all'],
  ['partners', '/partners'],
  ['commitments', '/commitments'],
  ['projects', '/projects'],
  ['milestones', '/milestones'],
  ['documents', '/documents'],
  ['goals', '/goals'],
  ['activities', '/activities'],
  ['indicators', '/indicators'],
] as const

/** Chooses the first two rows of the register shown, so that the bar for changing many comes. */
export async function chooseTwo(page: Page): Promise<void> {
  const boxes = page.getByRole('gridcell').getByRole('checkbox')
  await boxes.nth(0).click()
  await boxes.nth(1).click()
}
