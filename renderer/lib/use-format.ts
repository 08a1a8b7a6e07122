import { useMemo } from 'react'
import type { Checked } from '#shared/domain/checked.ts'
import {
  formatDay,
  formatDayLong,
  formatMonth,
  type ParseDayOptions,
  parseDay,
  timeZoneOf,
  todayIn,
} from '#shared/domain/days.ts'
import { formatAmount, formatNumber, formatShare, parseAmount, parseCount } from '#shared/domain/numbers.ts'
import { timeOfDay } from '#shared/domain/values.ts'
import { localeOf } from '#shared/i18n/translator.ts'
import { useLanguage } from './use-t.ts'

/** Which day it is where this window stands. With `timeNow` the only place in the renderer that asks the clock. */
export function today(): string {
  return todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone || timeZoneOf('NO'), new Date())
}

/** What the clock on the wall shows where this window stands, `HH:MM`. */
export function timeNow(): string {
  const now = new Date()
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`
}

/** A typed time of day: `9`, `9:30`, `09.30`, `0930`. Null for an empty text. */
export function parseTime(text: string): Checked<string | null> {
  const typed = text.trim()
  if (typed === '') return { ok: true, value: null }
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(typed)
  const read = match ? `${match[1]?.padStart(2, '0')}:${match[2] ?? '00'}` : typed
  return timeOfDay.safeParse(read).success
    ? { ok: true, value: read }
    : { ok: false, message: { key: 'problems.field.notATime' } }
}

/** Formats and parses in the language of the screen. `null` formats as an empty text. */
export function useFormat() {
  const language = useLanguage()
  return useMemo(() => {
    const locale = localeOf(language)
    const instantFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
    const collator = new Intl.Collator(locale, { numeric: true })
    return {
      day: (day: string | null) => (day ? formatDay(day, language) : ''),
      dayLong: (day: string | null) => (day ? formatDayLong(day, language) : ''),
      month: (month: string) => formatMonth(month, language),
      instant: (instant: string | null) => (instant ? instantFormat.format(new Date(instant)) : ''),
      number: (value: number | null, decimals = 0) => (value === null ? '' : formatNumber(value, language, decimals)),
      amount: (minor: number | null, currency: 'NOK' | 'SEK') =>
        minor === null ? '' : formatAmount(minor, currency, language),
      share: (percent: number, decimals = 0) => formatShare(percent, language, decimals),
      bytes: (size: number) =>
        size < 1_000_000
          ? `${formatNumber(Math.max(1, size / 1000), language)} kB`
          : `${formatNumber(size / 1_000_000, language, 1)} MB`,
      /** Orders texts as the language does: å, ä, ö, æ, ø where they belong. */
      compare: (a: string, b: string) => collator.compare(a, b),
      parseDay: (text: string, options?: ParseDayOptions) => parseDay(text, language, today(), options),
      parseTime,
      parseCount,
      parseAmount,
    }
  }, [language])
}
