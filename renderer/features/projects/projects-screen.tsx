import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'

/** Every project. `id`: the open one, from the address. */
export function ProjectsScreen(_: { readonly id: string | null }) {
  const t = useT()
  return <PageHeader title={t('app.areas.projects')} />
}
