import { endOfYear, startOfYear } from '#shared/domain/days.ts'
import type { Day } from '#shared/domain/values.ts'

export const presets = ['thisHalf', 'lastHalf', 'thisYear', 'lastYear', 'own'] as const
export type Preset = (typeof presets)[number]
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** The half-year that a day lies in. */
function halfOf(day: Day): Period {
  const year = day.slice(0, 4)
  return day.slice(5) < '07-01'
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` }
}

/** The period of a preset as seen from today; null for one's own. */
export function periodOf(preset: Preset, today: Day): Period | null {
  const lastYear = `${Number(today.slice(0, 4)) - 1}-01-01`
  const half = halfOf(today)
  if (preset === 'thisHalf') return half
  if (preset === 'lastHalf')
    return halfOf(half.from.endsWith('-01-01') ? `${lastYear.slice(0, 4)}-12-31` : startOfYear(today))
  if (preset === 'thisYear') return { from: startOfYear(today), to: endOfYear(today) }
  if (preset === 'lastYear') return { from: lastYear, to: endOfYear(lastYear) }
  return null
}
