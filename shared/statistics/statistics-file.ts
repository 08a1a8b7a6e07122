/** A statistics file as Fyr reads it, whatever its format: dimensions with their codes, and cells that are looked up, never laid out. */
import type { Message } from '../contract/problem.ts'
import { fieldMessage } from '../domain/checked.ts'
import { readPeriod } from '../domain/periods.ts'
import type { Day } from '../domain/values.ts'

export type DimensionRole = 'region' | 'period' | 'content' | 'other'
export interface Dimension {
  readonly id: string
  readonly label: string
  readonly role: DimensionRole
  readonly values: readonly { readonly code: string; readonly label: string }[]
}
/** What stands in a cell: a number, or null with the sign that the bureau gives for why (`:` withheld, `..` not known, `.` cannot be). */
export interface Cell {
  readonly value: number | null
  readonly sign: string | null
  /** Why what stands there cannot be read; then there is neither value nor sign. */
  readonly wrong?: Message
}
export interface StatisticsFile {
  readonly title: string | null
  readonly source: string | null
  readonly updatedOn: Day | null
  readonly dimensions: readonly Dimension[]
  /** How many cells the file has, empty ones among them. */
  readonly cells: number
  /** How many lines were left out whole, for none of their cells can be told; problems tell the first of them. */
  readonly unread: number
  /** The cell of one code per dimension, in their order; null where the file says nothing of it. */
  readonly cellAt: (codes: readonly string[]) => Cell | null
}
export interface FileProblem {
  /** Of the text, from 1; null where it is of no line. */
  readonly line: number | null
  readonly message: Message
}
export type ReadFile =
  | { readonly ok: true; readonly file: StatisticsFile; readonly problems: readonly FileProblem[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** Characters of a file at most. */
export const mostCharacters = 30_000_000
/** Cells of a file at most: a table of all municipalities over forty years has a twentieth of them. */
export const mostCells = 2_000_000
/** Problems told of one file at most: whoever has more needs another file. */
export const mostProblems = 50

/** A file that cannot be read, and why. */
export function unreadable(key: string, line: number | null = null, params?: Message['params']): ReadFile {
  return { ok: false, problems: [{ line, message: fieldMessage(key, params) }] }
}

const regionNames =
  /^(region|fylke|fylker|län|lan|kommun|kommune|kommuner|kommuner?region|geo|area|county|municipality|land|country)\b/i
const periodNames = /^(tid|time|år|ar|year|month|måned|månad|kvartal|quarter|period|halvår)\b/i
const contentNames =
  /^(contentscode|contents|statistikkvariabel|statistikvariabel|tabellinnhold|tabellinnehåll|observations|metric|variable|måltall)\b/i

/** The role of a dimension by its name and, for time, by what its codes are: a column of years is no region. */
export function roleOf(id: string, label: string, codes: readonly string[]): DimensionRole {
  const named = (pattern: RegExp) => pattern.test(id.trim()) || pattern.test(label.trim())
  if (named(contentNames)) return 'content'
  if (named(regionNames)) return 'region'
  const someCodes = codes.slice(0, 200)
  const arePeriods = someCodes.length > 0 && someCodes.every((code) => isPeriodText(code))
  if (arePeriods && (named(periodNames) || someCodes.every((code) => /^(19|20)\d\d/.test(code)))) return 'period'
  return named(periodNames) ? 'period' : 'other'
}

/** True of a text that `readPeriod` takes. */
export function isPeriodText(text: string): boolean {
  const read = readPeriod(text)
  return read.ok && read.value !== null
}
