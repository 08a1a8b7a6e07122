import { AreaLinks } from '#renderer/components/area-links.tsx'
import { useT } from '#renderer/lib/use-t.ts'

const parts = ['partners', 'commitments', 'giveAndTake'] as const

/** The three ways to look at the partnership: who is in it, what was promised, and all of it at a glance. */
export function PartnerAreas({ here }: { readonly here: (typeof parts)[number] }) {
  const t = useT()
  return <AreaLinks label={t('partners.areas')} parts={parts} here={here} />
}
