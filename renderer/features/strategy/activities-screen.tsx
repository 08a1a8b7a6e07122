import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { StrategyAreas } from './strategy-areas.tsx'

/** Every activity of every plan. `id`: the open one, from the address. */
export function ActivitiesScreen(_props: { readonly id: string | null }) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('app.areas.activities')} />
      <StrategyAreas here="activities" />
    </>
  )
}
