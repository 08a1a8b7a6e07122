/** How a figure differs from that of the year before, in words: no sign or arrow has to be read. */
import type { Words } from '../../words.ts'

type Value = number | null

/** "12 flere", "3 færre", "Uendret"; a dash where one of the two is not known. */
export function changeOfCount(now: Value, before: Value, { t, number }: Words): string {
  return told(now, before, t, (by) =>
    by > 0
      ? t('documents.annual.change.more', { number: number(by) })
      : t('documents.annual.change.fewer', { number: number(-by) }),
  )
}

/** "50 000 kr mer"; `write` gives the amount with its unit. */
export function changeOfAmount(now: number, before: Value, { t }: Words, write: (amount: number) => string): string {
  return told(now, before, t, (by) =>
    by > 0
      ? t('documents.annual.change.moreAmount', { amount: write(by) })
      : t('documents.annual.change.lessAmount', { amount: write(-by) }),
  )
}

/** Of two shares in per cent, each already rounded as it stands in its cell: "4 prosentpoeng høyere". */
export function changeOfShare(now: Value, before: Value, { t, number }: Words): string {
  const whole = (share: Value) => (share === null ? null : Math.round(share))
  return told(whole(now), whole(before), t, (by) =>
    by > 0
      ? t('documents.annual.change.pointsUp', { number: number(by) })
      : t('documents.annual.change.pointsDown', { number: number(-by) }),
  )
}

/** "2 dager kortere". */
export function changeOfDays(now: Value, before: Value, { t, number }: Words): string {
  return told(now, before, t, (by) =>
    by > 0
      ? t('documents.annual.change.longer', { count: by, number: number(by) })
      : t('documents.annual.change.shorter', { count: -by, number: number(-by) }),
  )
}

function told(now: Value, before: Value, t: Words['t'], words: (by: number) => string): string {
  if (now === null || before === null) return '–'
  return now === before ? t('documents.annual.change.same') : words(now - before)
}
