import { id } from '#shared/domain/values.ts'
import { type ColumnKind, columnKinds, mostYears } from './figure-columns.ts'

const none: string[] = []
/** The grid's rows and columns as the address holds them. */
export const figuresDefaults = {
  /** A plan's id, or `all`; null = the plan in force. */
  plan: null as string | null,
  goal: null as string | null,
  /** Only these indicators. */
  ids: none,
  text: '',
  kind: '',
  from: '',
  to: '',
  importing: false,
}
export type FiguresState = typeof figuresDefaults

const knownId = (value: string | null) => (id.safeParse(value).success ? value : null)
const yearOf = (text: string) => (/^(19|20|21)\d\d$/.test(text) ? Number(text) : null)

/** Which indicators are asked for: the chosen ones, a goal's, a plan's, or all. */
export function scopeOf(state: FiguresState, planInForce: string | null) {
  const indicatorIds = state.ids.filter((one) => knownId(one) !== null).slice(0, 200)
  if (indicatorIds.length > 0) return { indicatorIds }
  const goalId = knownId(state.goal)
  if (goalId) return { goalId }
  if (state.plan === 'all') return {}
  const planId = knownId(state.plan) ?? planInForce
  return planId ? { planId } : {}
}

export function kindOf(state: FiguresState): ColumnKind | null {
  return columnKinds.find((one) => one === state.kind) ?? null
}

/** First and last year of the columns: as chosen, else so many years up to this one. */
export function yearsOf(state: FiguresState, thisYear: number, most: number): { fromYear: number; toYear: number } {
  const toYear = yearOf(state.to) ?? thisYear
  const wanted = yearOf(state.from) ?? toYear - most + 1
  const fromYear = Math.max(Math.min(wanted, toYear), toYear - mostYears + 1)
  return { fromYear, toYear }
}
