import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { type DayRange, daysOfProject, rangeOf, type Zoom, zooms } from '#shared/domain/timeline.ts'
import { type Day, id } from '#shared/domain/values.ts'

export type TimelineProject = OutputOf<'milestones.timeline'>[number]
export type TimelineMilestone = TimelineProject['milestones'][number]
export type Line =
  | { readonly kind: 'project'; readonly key: string; readonly project: TimelineProject; readonly open: boolean }
  | {
      readonly kind: 'milestone'
      readonly key: string
      readonly project: TimelineProject
      readonly milestone: TimelineMilestone
    }

/** What the timeline shows, as the address holds it. */
export const timelineDefaults = {
  project: null as string | null,
  area: null as string | null,
  lighthouse: false,
  ended: false,
  zoom: 'year',
  table: false,
}
export type TimelineState = typeof timelineDefaults
/** `fit`: everything at once. */
export type Seen = Zoom | 'fit'

export function zoomOf(state: TimelineState): Seen {
  return state.zoom === 'fit' ? 'fit' : (zooms.find((zoom) => zoom === state.zoom) ?? 'year')
}

/** The query; what no query knows is left out rather than refused. A project asked for by name is shown even when it is ended. */
export function filterOf(state: TimelineState) {
  const known = (value: string | null) => (id.safeParse(value).success ? value : null)
  const projectId = known(state.project)
  return {
    projectId,
    focusAreaId: known(state.area),
    lighthouseOnly: state.lighthouse,
    withEnded: state.ended || projectId !== null,
  } satisfies InputOf<'milestones.timeline'>
}

/** Projects in the order given, each followed by its milestones unless they are hidden. */
export function linesOf(projects: readonly TimelineProject[], hidden: ReadonlySet<string>): Line[] {
  return projects.flatMap((project): Line[] => {
    const open = !hidden.has(project.id)
    const head: Line = { kind: 'project', key: project.id, project, open }
    if (!open) return [head]
    return [
      head,
      ...project.milestones.map((milestone): Line => ({ kind: 'milestone', key: milestone.id, project, milestone })),
    ]
  })
}

/** Whole years that hold everything, and today. */
export function daysShown(projects: readonly TimelineProject[], today: Day): DayRange {
  return rangeOf('year', [today, ...projects.flatMap(daysOfProject)], today)
}
