/** What the papers of a meeting say in their language, and which country's form they follow. */
import { formatDay, formatDayLong } from '../../domain/days.ts'
import { formatNumber } from '../../domain/numbers.ts'
import type { Language } from '../../domain/values.ts'
import { localeOf, type Translate, translator } from '../../i18n/translator.ts'
import type { MeetingPaper } from '../meeting-paper.ts'

export type PaperWords = {
  t: Translate
  language: Language
  /** BCP 47 tag of the document. */
  locale: string
  /** Which form the paper follows: what a Swedish protokoll holds differs from a Norwegian one (practice.md 6.1). */
  form: 'NO' | 'SE'
  /** Municipal law's words and rules apply: `publicLikeNo` or `municipalLikeSe`. */
  isPublic: boolean
  day: (day: string) => string
  /** With the day of the week. */
  dayLong: (day: string) => string
  /** A time of day `HH:MM` as it is written: nb and sv `10.00`, en `10:00`. */
  time: (at: string) => string
  number: (value: number) => string
  /** Number of the next list of the document, so that each numbered list begins at 1. */
  nextList: () => number
}

/** Counts the numbered lists of one document. */
export function listCounter(): () => number {
  let lists = 0
  return () => {
    lists += 1
    return lists
  }
}

/** The words of a paper. A document that holds several papers hands the same counter to each. */
export function paperWords(
  paper: {
    language: Language
    body: Pick<MeetingPaper['body'], 'rules'>
    partnership: Pick<MeetingPaper['partnership'], 'country'>
  },
  nextList: () => number = listCounter(),
): PaperWords {
  const { language, body, partnership } = paper
  const isSwedish = body.rules === 'municipalLikeSe' || (body.rules !== 'publicLikeNo' && partnership.country === 'SE')
  return {
    t: translator(language),
    language,
    locale: localeOf(language),
    form: isSwedish ? 'SE' : 'NO',
    isPublic: body.rules === 'publicLikeNo' || body.rules === 'municipalLikeSe',
    day: (day) => formatDay(day, language),
    dayLong: (day) => formatDayLong(day, language),
    time: (at) => (language === 'en' ? at : at.replace(':', '.')),
    number: (value) => formatNumber(value, language, 0),
    nextList,
  }
}
