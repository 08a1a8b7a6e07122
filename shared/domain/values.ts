/**
 * The small value types every record is made of: ids, days, instants, titles, texts, closed lists.
 * Each refuses with a message key under `problems.field.*`, so that a form can say what is wrong and what to do.
 */
import { z } from 'zod'
import type { Message } from '../contract/problem.ts'

/** An issue whose message is a key with parameters; `fieldsOf` in the dispatcher reads it back. */
export function fieldIssue(key: string, params?: Message['params']) {
  return { params: { key: `problems.field.${key}`, ...(params ? { values: params } : {}) } }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** UUIDv7 as text, lower case. */
export const id = z.string().regex(uuid, fieldIssueText('badId'))
export type Id = z.infer<typeof id>

/** A regex/min/max check can't carry params; its message is the key itself and is read back as one. */
export function fieldIssueText(key: string): string {
  return `problems.field.${key}`
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
/** True for an existing calendar day `YYYY-MM-DD`, year 1800–2199. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text)
  if (!match) return false
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || date < 1) return false
  return date <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
/** A calendar day, `YYYY-MM-DD`, no time zone. */
export const day = z.string().refine(isDay, fieldIssue('notADay'))
export type Day = string

/** An instant, UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, fieldIssueText('notAnInstant'))

/** A time of day, `HH:MM`, 24 hours. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, fieldIssueText('notATime'))

const lineBreaks = /[\p{Cc}\u2028\u2029]/u
/** One line, trimmed, 1–200 characters (records.md: titles). */
export const title = z
  .string()
  .trim()
  .min(1, fieldIssueText('required'))
  .max(200, fieldIssueText('titleTooLong'))
  .refine((text) => !lineBreaks.test(text), fieldIssue('oneLineOnly'))
/** One line, trimmed, at most 200 characters; empty becomes null. */
export const line = z
  .string()
  .trim()
  .max(200, fieldIssueText('titleTooLong'))
  .refine((text) => !lineBreaks.test(text), fieldIssue('oneLineOnly'))
  .transform((text) => (text === '' ? null : text))
  .nullable()

/** Longest text of one field, in characters. Records.md sets no limit; past this a paste is an accident. */
export const longestText = 1_000_000
/** Many lines; empty becomes null. Longer than `longestText` is refused whole, so nothing is cut silently. */
export const text = z
  .string()
  .max(longestText, fieldIssueText('textTooLong'))
  .transform((value) => (value.trim() === '' ? null : value))
  .nullable()

export const year = z.int().min(1900, fieldIssueText('badYear')).max(2199, fieldIssueText('badYear'))
export const count = z.int().min(0, fieldIssueText('negative')).max(10_000_000, fieldIssueText('tooMany'))

export const languages = ['nb', 'sv', 'en'] as const
export const language = z.enum(languages, { error: fieldIssueText('notInList') })
export type Language = z.infer<typeof language>

export const countries = ['NO', 'SE'] as const
export const country = z.enum(countries, { error: fieldIssueText('notInList') })
export type Country = z.infer<typeof country>

/** A closed list; a value outside it is refused with `problems.field.notInList`. */
export function oneOf<const T extends readonly [string, ...string[]]>(list: T) {
  return z.enum(list, { error: fieldIssueText('notInList') })
}

/** A set of values of a closed list: duplicates removed, kept in the list's order so that equal sets are equal text. */
export function setOf<const T extends readonly [string, ...string[]]>(list: T) {
  return z
    .array(oneOf(list))
    .max(list.length * 2)
    .transform((values) => list.filter((item) => (values as readonly string[]).includes(item)) as T[number][])
}
