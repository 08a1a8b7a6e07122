import { AreaLinks } from '#renderer/components/area-links.tsx'
import { useT } from '#renderer/lib/use-t.ts'

const parts = ['projects', 'milestones', 'timeline'] as const

/** The three ways to look at what is under way: projects, their milestones, and both on one axis of time. */
export function ProjectAreas({ here }: { readonly here: (typeof parts)[number] }) {
  const t = useT()
  return <AreaLinks label={t('projects.areas')} parts={parts} here={here} />
}
