import { Badge, Meter } from '#renderer/components/notes.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useQuantity } from '#renderer/lib/use-quantity.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { CommitmentRow } from './sums.ts'

const tones = {
  proposed: 'info',
  promised: 'neutral',
  partlyDelivered: 'info',
  delivered: 'success',
  withdrawn: 'neutral',
} as const

/** How far a commitment has come, in words; overdue says by how much. */
export function CommitmentState({ row }: { readonly row: Pick<CommitmentRow, 'status' | 'daysOverdue'> }) {
  const t = useT()
  const { status, daysOverdue } = row
  if (daysOverdue > 0) {
    return (
      <Badge tone="danger" icon="warning">
        {t('partners.commitments.overdue', { count: daysOverdue })}
      </Badge>
    )
  }
  const icon = status === 'delivered' ? ('check' as const) : status === 'withdrawn' ? ('close' as const) : undefined
  return (
    <Badge tone={tones[status]} {...(icon ? { icon } : {})}>
      {t(`codes.commitmentStatus.${status}`)}
    </Badge>
  )
}

/** What was delivered of what was pledged: a bar, and the same in words. */
export function CommitmentProgress({ row }: { readonly row: CommitmentRow }) {
  const t = useT()
  const quantity = useQuantity()
  const { unit, pledged, delivered, remaining, over } = row
  if (unit === null || pledged === null) {
    return <p>{t('partners.commitments.wordsUncounted', { count: row.deliveries })}</p>
  }
  const amounts = { delivered: quantity.words(delivered, unit), pledged: quantity.words(pledged, unit) }
  const words =
    over > 0
      ? t('partners.commitments.wordsOver', { ...amounts, over: quantity.words(over, unit) })
      : (remaining ?? 0) > 0
        ? t('partners.commitments.words', { ...amounts, remaining: quantity.words(remaining ?? 0, unit) })
        : t('partners.commitments.wordsDone', amounts)
  return (
    <Meter
      label={t('partners.commitments.progress')}
      hideLabel
      value={delivered}
      max={pledged}
      tone={row.isOverdue ? 'danger' : row.status === 'delivered' ? 'success' : 'accent'}
      text={words}
    />
  )
}

/** "1.1.2026 til 31.12.2026 · Hvert år". */
export function usePeriodWords() {
  const t = useT()
  const format = useFormat()
  return (row: Pick<CommitmentRow, 'periodFrom' | 'periodTo'>) =>
    t('partners.commitments.period', { from: format.day(row.periodFrom), to: format.day(row.periodTo) })
}
