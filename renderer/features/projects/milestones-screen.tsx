import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'

/** Every milestone. `id`: the open one, from the address. */
export function MilestonesScreen(_: { readonly id: string | null }) {
  const t = useT()
  return <PageHeader title={t('app.areas.milestones')} />
}
