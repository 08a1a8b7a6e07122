import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'

export type MilestoneRow = OutputOf<'milestones.list'>['rows'][number]

/** How far a milestone stands from its baseline, in words: "12 dager sent". Past its day without being reached says that instead. */
export function useSlipWords() {
  const t = useT()
  const format = useFormat()
  return ({ slipDays, daysOverdue }: Pick<MilestoneRow, 'slipDays' | 'daysOverdue'>): string => {
    const of = (count: number) => ({ count, days: format.number(count) })
    if (daysOverdue > 0) return t('projects.milestones.overdueBy', of(daysOverdue))
    if (slipDays === null) return t('projects.milestones.slipUnknown')
    if (slipDays === 0) return t('projects.milestones.slipNone')
    return slipDays > 0
      ? t('projects.milestones.slipLate', of(slipDays))
      : t('projects.milestones.slipEarly', of(-slipDays))
  }
}
