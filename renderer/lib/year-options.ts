import { today } from './use-format.ts'

interface YearOption {
  readonly key: string
  readonly label: string
}

/** The years that a choice offers around this one, the latest first; a chosen one outside them comes first of all. */
export function yearOptions(back: number, ahead: number, chosen: string | null = null): YearOption[] {
  const latest = Number(today().slice(0, 4)) + ahead
  const years = Array.from({ length: back + ahead + 1 }, (_, index) => String(latest - index))
  const all = chosen !== null && !years.includes(chosen) ? [chosen, ...years] : years
  return all.map((key) => ({ key, label: key }))
}
