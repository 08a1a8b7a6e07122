/** What the document makers say in the document's language: one translate function, one way to write a day, a number, a name. */
import { formatDay, formatDayLong, formatMonth, formatMonthShort, timeZoneOf, todayIn } from '../domain/days.ts'
import { formatNumber, formatShare } from '../domain/numbers.ts'
import { employeeBands } from '../domain/records/company.ts'
import { localeOf, type Translate, translator } from '../i18n/translator.ts'
import { cleanLine } from './clean-text.ts'
import type { Snapshot } from './snapshot.ts'

export type Words = {
  t: Translate
  /** BCP 47 tag of the document. */
  locale: string
  day: (day: string) => string
  /** The day of an instant where the partnership lives, with the day of the week. */
  dayOfInstant: (instant: string) => string
  /** A month, given as `YYYY-MM` or as its first day. */
  month: (month: string) => string
  /** The months of an axis, short; with the year where they span more than one. */
  axisMonths: (months: readonly string[]) => string[]
  number: (value: number) => string
  /** A part of a whole in per cent; a dash where there is no whole. */
  share: (part: number, whole: number) => string
  /** A company's name, or the words for a sole trader, who is never named. */
  company: (name: string | null) => string
  /** A group's name ready to print, or "not stated". */
  group: (label: string | null) => string
  /** A coverage row's group: a name, a band of employees, or the row that gathers the small groups. */
  coverageGroup: (row: { label: string | null; gathered: boolean }) => string
}

/** The words of a snapshot's language. */
export function wordsOf(snapshot: Snapshot): Words {
  const { language } = snapshot
  const t = translator(language)
  const group = (label: string | null) => (label === null ? t('documents.notStated') : cleanLine(label))
  return {
    t,
    locale: localeOf(language),
    day: (day) => formatDay(day, language),
    dayOfInstant: (instant) => formatDayLong(todayIn(timeZoneOf(snapshot.partnership.country), instant), language),
    month: (month) => formatMonth(month, language),
    axisMonths: (months) => {
      const years = new Set(months.map((month) => month.slice(0, 4)))
      return months.map((month) => formatMonthShort(month, language, years.size > 1))
    },
    number: (value) => formatNumber(value, language, Number.isInteger(value) ? 0 : 1),
    share: (part, whole) => (whole > 0 ? formatShare((100 * part) / whole, language) : '–'),
    company: (name) => (name === null ? t('documents.soleTrader') : cleanLine(name)),
    group,
    coverageGroup: ({ label, gathered }) => {
      if (gathered) return t('documents.smallGroups', { smallest: snapshot.partnership.smallestGroup })
      const band = employeeBands.find((each) => each === label)
      return band ? t(`codes.employeesBand.${band}`) : group(label)
    },
  }
}

/** Where a renderer stands; told together with a share from 0 to 1. */
type RenderStep = 'meeting' | 'visits' | 'followUps' | 'changes' | 'layout' | 'writing'
export type OnProgress = (done: number, step: RenderStep) => void
