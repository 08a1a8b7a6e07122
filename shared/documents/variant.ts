/** What a package is called by what it is for: board package, notice, agenda, annual report. */
import type { PackageVariant } from '../domain/records/package-template.ts'
import { periodOf } from './period.ts'
import type { Snapshot } from './snapshot.ts'
import type { Words } from './words.ts'

/** Older packages are papers. */
export function variantOf({ layout }: Snapshot): PackageVariant {
  return layout?.variant ?? 'papers'
}

/** True for the variants of one to three pages: their head stands on the first page, and what follows it on the same. */
export function isShort(snapshot: Snapshot): boolean {
  const variant = variantOf(snapshot)
  return variant === 'notice' || variant === 'agenda'
}

/** "2026" where the period is a calendar year, else its days. */
export function yearOf(snapshot: Snapshot, words: Words): string {
  const { periodFrom, periodTo } = snapshot.package
  return calendarYear(periodFrom, periodTo) ?? periodOf(snapshot, words)
}

/** The year that two days are the first and the last of; null for any other period. */
export function calendarYear(from: string, to: string): string | null {
  const year = from.slice(0, 4)
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : null
}

/** "Styrepakke", "Innkalling", "Årsrapport 2026". */
export function kindOf(snapshot: Snapshot, words: Words): string {
  const variant = variantOf(snapshot)
  if (variant === 'papers') return words.t('documents.kind')
  if (variant !== 'annualReport') return words.t(`codes.packageVariant.${variant}`)
  const { periodFrom, periodTo } = snapshot.package
  const year = calendarYear(periodFrom, periodTo)
  return year === null
    ? words.t('documents.annual.titles.period', { period: periodOf(snapshot, words) })
    : words.t('documents.annual.titles.year', { year })
}
