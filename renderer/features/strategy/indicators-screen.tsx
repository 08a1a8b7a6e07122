import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { StrategyAreas } from './strategy-areas.tsx'

/** Every indicator. `id`: the open one, from the address. */
export function IndicatorsScreen(_props: { readonly id: string | null }) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('app.areas.indicators')} />
      <StrategyAreas here="indicators" />
    </>
  )
}
