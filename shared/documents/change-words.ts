/** The parts that lines of changes are made of: names cut short, days, amounts, targets, reasons. */
import { formatQuantity } from '../domain/quantities.ts'
import type { Language } from '../domain/values.ts'
import { cleanLine } from './clean-text.ts'
import type { SectionChange } from './section-changes.ts'
import { type StrategyWords, targetText, whenText } from './strategy/words.ts'

/** A line names its item; the whole text stands in the package. */
const longestName = 160

/** The data of one code. */
export type Of<C extends SectionChange['code']> = Extract<SectionChange, { code: C }>

/** What a line is written with: the words of a language. */
export interface LineWords extends StrategyWords {
  readonly language: Language
  /** On one line and cut; "not stated" where there is none. */
  readonly short: (text: string | null) => string
}

/** A text on one line, cut at about two lines of a page. */
export function shortLine(text: string): string {
  const line = cleanLine(text)
  return line.length <= longestName ? line : `${line.slice(0, longestName).toWellFormed().trimEnd()} …`
}

/** A day with its hour. */
export const moment = ({ on, at }: { on: string; at: string }, { t, day }: LineWords) =>
  t('documents.sectionChanges.moment', { day: day(on), time: at })
/** A day, or that none is stated. */
export const dayOr = (on: string | null, { t, day }: LineWords) =>
  on === null ? t('documents.sectionChanges.notStated') : day(on)
/** An item of an agenda with its number. */
export const item = ({ numberText, title }: { numberText: string | null; title: string }, { short }: LineWords) =>
  numberText === null ? short(title) : `${cleanLine(numberText)} ${short(title)}`
/** What a plan numbers, with its code. */
export const coded = ({ code, title }: { code: string | null; title: string }, { short }: LineWords) =>
  code === null ? short(title) : `${cleanLine(code)} ${short(title)}`
/** Whose commitment, and which; names for a line. */
export const promise = ({ partner, title }: { partner: string; title: string }, { short }: LineWords) => ({
  partner: short(partner),
  title: short(title),
})
/** An amount with its unit, or that none is stated. */
export const quantity = (
  given: { amount: number; unit: Parameters<typeof formatQuantity>[1] } | null,
  words: LineWords,
) =>
  given === null
    ? words.t('documents.sectionChanges.notStated')
    : formatQuantity(given.amount, given.unit, words.language)
/** Names of codes begin with a capital; inside a sentence they don't. */
export const inside = (name: string) => name.slice(0, 1).toLocaleLowerCase() + name.slice(1)
/** A line with the reason that was given, where one was. */
export const withReason = (text: string, reason: string | null, { t, short }: LineWords) =>
  reason === null ? text : t('documents.sectionChanges.reason', { text, reason: sentenceOf(short(reason)) })
/** A line with the comment that was given, where one was. */
export const withComment = (text: string, comment: string | null, { t, short }: LineWords) =>
  comment === null ? text : t('documents.sectionChanges.comment', { text, comment: sentenceOf(short(comment)) })
const sentenceOf = (text: string) => text.replace(/[.\s]+$/, '')

/** So many days later or earlier, late or early; `days` from 0 up is later. */
export function daysText(
  days: number,
  more: 'later' | 'late',
  less: 'earlier' | 'early',
  { t, number }: LineWords,
): string {
  const count = Math.abs(days)
  const told = { count, number: number(count) }
  return days >= 0 ? t(`documents.sectionChanges.${more}`, told) : t(`documents.sectionChanges.${less}`, told)
}

/** "«Minst 5 %, innen 2030»" */
export function target({ measure }: Of<'goalTarget'>, aim: Of<'goalTarget'>['from'], words: LineWords): string {
  const lead = measure?.code ?? null
  const goal = { ...aim, lead, target: null, baseline: null, baselineUnit: null, gaps: [], wordings: [] }
  const told = targetText(goal, { indicators: measure ? [measure] : [] }, words)
  return words.t('documents.sectionChanges.lines.target', {
    target: words.short(told),
    when: inside(whenText(aim, words)),
  })
}

/** How many figures came, were revised and went. */
export function figures({ made, revised, gone }: Of<'figuresOther'>, { t, number }: LineWords): string {
  const told = (count: number) => ({ count, number: number(count) })
  return [
    made > 0 ? t('documents.sectionChanges.lines.figuresMade', told(made)) : null,
    revised > 0 ? t('documents.sectionChanges.lines.figuresRevised', told(revised)) : null,
    gone > 0 ? t('documents.sectionChanges.lines.figuresGone', told(gone)) : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** A milestone and its project; names for a line. */
export const ofProject = ({ project, title }: { project: string; title: string }, { short }: LineWords) => ({
  project: short(project),
  title: short(title),
})
/** A light in words, as it stands within a sentence. */
export const light = (of: 'green' | 'amber' | 'red' | null, { t }: LineWords) =>
  inside(t(of === null ? 'documents.projects.lightNone' : `codes.light.${of}`))
