import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { StrategyAreas } from './strategy-areas.tsx'

/** Every goal of every plan. `id`: the open one, from the address. */
export function GoalsScreen(_props: { readonly id: string | null }) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('app.areas.goals')} />
      <StrategyAreas here="goals" />
    </>
  )
}
