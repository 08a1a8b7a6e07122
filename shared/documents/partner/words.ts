/** How papers write what was promised and given. */
import { formatDay, formatDayLong, timeZoneOf, todayIn } from '../../domain/days.ts'
import { formatNumber } from '../../domain/numbers.ts'
import { formatQuantity } from '../../domain/quantities.ts'
import type { CommitmentUnit } from '../../domain/records/commitment.ts'
import type { Language } from '../../domain/values.ts'
import { localeOf, type Translate, translator } from '../../i18n/translator.ts'
import type { PartnerPaper } from '../partner-paper.ts'

export type CommitmentWords = {
  t: Translate
  day: (day: string) => string
  number: (value: number) => string
  /** Øre/öre or hundredths with their unit: `1 234,50 kr`, `7,5 t`. */
  quantity: (value: number, unit: CommitmentUnit) => string
  /** What is promised and not given, in a cell; where more was given than promised, how much more. */
  rest: (total: { unit: CommitmentUnit; pledged: number; delivered: number }) => string
}

/** The words of a language. */
export function commitmentWords(language: Language): CommitmentWords {
  const t = translator(language)
  const quantity = (value: number, unit: CommitmentUnit) => formatQuantity(value, unit, language)
  return {
    t,
    day: (day) => formatDay(day, language),
    number: (value) => formatNumber(value, language, 0),
    quantity,
    rest: ({ unit, pledged, delivered }) =>
      delivered > pledged
        ? t('partners.doc.totals.over', { amount: quantity(delivered - pledged, unit) })
        : quantity(pledged - delivered, unit),
  }
}

export type PartnerWords = CommitmentWords & {
  /** BCP 47 tag of the document. */
  locale: string
  /** The day of an instant where the partnership lives, with the day of the week. */
  dayOfInstant: (instant: string) => string
}

/** The words of a partner's page. */
export function partnerWords({ language, partnership }: PartnerPaper): PartnerWords {
  return {
    ...commitmentWords(language),
    locale: localeOf(language),
    dayOfInstant: (instant) => formatDayLong(todayIn(timeZoneOf(partnership.country), instant), language),
  }
}
