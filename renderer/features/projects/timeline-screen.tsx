import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'

/** Milestones of all projects on one axis of time. */
export function TimelineScreen() {
  const t = useT()
  return <PageHeader title={t('projects.title')} />
}
