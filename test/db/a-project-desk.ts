/** Plans, projects and milestones, through the operations of a test backend. */
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { aPartnerDesk, type PartnerDesk } from './a-partner-desk.ts'

export interface ProjectDesk extends PartnerDesk {
  /** In force, with two focus areas. */
  readonly planId: string
  readonly areaIds: readonly [string, string]
  /** Running since 2026, led by who sits here, in the first focus area. */
  aProject(given?: Partial<InputOf<'projects.add'>>): Promise<OutputOf<'projects.add'>>
  /** Baseline 2026-10-01, set on 2026-01-15, in a project of its own where none is given. */
  aMilestone(given?: Partial<InputOf<'milestones.add'>>): Promise<OutputOf<'milestones.add'>>
  openProject(id: string): Promise<OutputOf<'projects.open'>>
  milestone(id: string): Promise<OutputOf<'milestones.open'>['milestone']>
  /** Takes back the newest change. */
  undo(): Promise<void>
}

export async function aProjectDesk(given: Parameters<typeof aPartnerDesk>[0] = {}): Promise<ProjectDesk> {
  const desk = await aPartnerDesk(given)
  const plan = await desk.call('plans.add', { title: 'Strategisk næringsplan', versionLabel: '2026' })
  const [first, second] = [
    await desk.call('focusAreas.add', { planId: plan.id, title: 'Kompetanse' }),
    await desk.call('focusAreas.add', { planId: plan.id, title: 'Arealer' }),
  ]
  const self: ProjectDesk = {
    ...desk,
    planId: plan.id,
    areaIds: [first.id, second.id],
    aProject: (fields = {}) =>
      desk.call('projects.add', {
        title: 'Næringsvertskap',
        startYear: 2026,
        status: 'running',
        leadId: desk.me,
        ...(fields.crossCutting || fields.newFocusAreas || fields.newPlan ? {} : { focusAreaIds: [first.id] }),
        ...fields,
      }),
    async aMilestone(fields = {}) {
      const projectId = fields.projectId ?? (await self.aProject()).id
      return desk.call('milestones.add', {
        title: 'Kartlegging ferdig',
        baselineOn: '2026-10-01',
        baselineSetOn: '2026-01-15',
        ...fields,
        projectId,
      })
    },
    openProject: (id) => desk.call('projects.open', { id }),
    milestone: async (id) => (await desk.call('milestones.open', { id })).milestone,
    async undo() {
      const stamp = desk.backend.workspaces
        .store()
        .db.prepare('SELECT max(stamp) FROM change_sets')
        .pluck()
        .get() as string
      await desk.call('history.undo', { stamp })
    },
  }
  return self
}
