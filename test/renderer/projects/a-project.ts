import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { aDeskOn } from '../a-window.tsx'

export type Desk = Awaited<ReturnType<typeof aDeskOn>>

/** A project of a plan with two focus areas, led by Kari, unless said otherwise. */
export async function aProject(desk: Desk, given: Partial<InputOf<'projects.add'>> = {}) {
  const [known] = await desk.call('plans.list', {})
  const plan = known ?? (await desk.call('plans.add', { title: 'Næringsplan 2024–2028', status: 'inForce' }))
  if (!known) {
    await desk.call('focusAreas.add', { planId: plan.id, title: 'Kompetanse' })
    await desk.call('focusAreas.add', { planId: plan.id, title: 'Areal' })
  }
  const people = await desk.call('persons.list', {})
  const lead = people[0] ?? (await desk.call('persons.add', { givenName: 'Kari', familyName: 'Berg' }))
  return await desk.call('projects.add', {
    title: 'Næringsvertskap',
    startYear: 2026,
    planId: plan.id,
    crossCutting: true,
    leadId: lead.id,
    ...given,
  })
}

/** A milestone of a project, planned for the end of October. */
export const aMilestone = (desk: Desk, projectId: string, given: Partial<InputOf<'milestones.add'>> = {}) =>
  desk.call('milestones.add', { projectId, title: 'Kurs holdt', baselineOn: '2026-10-31', ...given })
