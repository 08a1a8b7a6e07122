import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { StrategyAreas } from './strategy-areas.tsx'

/** Plans. */
export function StrategyScreen(_props: { readonly id: string | null }) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('app.areas.strategy')} />
      <StrategyAreas here="strategy" />
    </>
  )
}
