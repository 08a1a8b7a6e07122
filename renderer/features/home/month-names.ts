import type { Language } from '#shared/domain/values.ts'
import { localeOf } from '#shared/i18n/translator.ts'

/** The twelve months, January first: `jan`, or `januar`. */
export function monthNames(language: Language, length: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(localeOf(language), { month: length, timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 15)).replace(/\.$/, ''))
}
