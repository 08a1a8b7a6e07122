import { PageHeader } from '#renderer/components/page-header.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { StrategyAreas } from './strategy-areas.tsx'

/** Figures as a grid. */
export function FiguresScreen() {
  const t = useT()
  return (
    <>
      <PageHeader title={t('app.areas.figures')} />
      <StrategyAreas here="figures" />
    </>
  )
}
