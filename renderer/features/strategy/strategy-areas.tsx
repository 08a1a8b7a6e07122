import { AreaLinks } from '#renderer/components/area-links.tsx'
import { useT } from '#renderer/lib/use-t.ts'

const parts = ['strategy', 'goals', 'activities', 'indicators', 'figures'] as const

/** The ways to look at what is aimed at: the plan, its goals and activities, what is measured, and the figures. */
export function StrategyAreas({ here }: { readonly here: (typeof parts)[number] }) {
  const t = useT()
  return <AreaLinks label={t('strategy.areas')} parts={parts} here={here} />
}
