/** A workbook as plain data; `workbook.ts` writes it. */
import type { Light } from '../domain/records/project.ts'
import type { DocumentLook } from './look.ts'

/** What a column holds. `day` takes `YYYY-MM-DD`, `year` a number written without parting its thousands, `amount` one with two decimals, `share` a part of 1, `figure` a number with up to six decimals, as many as it has, `link` the name of a sheet. */
export type ColumnKind = 'text' | 'name' | 'day' | 'number' | 'year' | 'amount' | 'share' | 'figure' | 'link'
/** What a mark says: something is late or red, wants watching, or goes as it should. */
export type MarkTone = 'late' | 'watch' | 'good'
export type SheetColumn = {
  header: string
  kind: ColumnKind
  /** In characters. */
  width: number
  /** Computed from other columns of the row, given as the formula's text with `{Header}` for the cell of that column. */
  formula?: string
  /** Cells that stand out: a number above nought, or this text. */
  marks?: readonly { of: 'aboveZero' | { text: string }; tone: MarkTone }[]
}
/** Days late stand out. */
export const lateAboveZero = [{ of: 'aboveZero', tone: 'late' }] as const satisfies SheetColumn['marks']
/** Status lights by their words, as `told` has them. */
export function lightMarks(told: (light: Light) => string): NonNullable<SheetColumn['marks']> {
  return [
    { of: { text: told('red') }, tone: 'late' },
    { of: { text: told('amber') }, tone: 'watch' },
    { of: { text: told('green') }, tone: 'good' },
  ]
}
export type SheetValue = string | number | null
/** A figure above the table that counts only the rows the filter shows. */
type SheetTotal = { label: string; of: 'count' | 'sum' | 'max'; header: string; value: number }
export type SheetSpec = {
  name: string
  title: string
  notes: readonly string[]
  totals?: readonly SheetTotal[]
  /** Name of the table in formulas; unique in the workbook. */
  table: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly SheetValue[])[]
  /** Said instead of a table without rows. */
  empty: string
  chart?: {
    type: 'bar' | 'column'
    title: string
    alt: string
    /** Headers of the columns drawn, and how many rows from the top. */
    categories: string
    series: readonly string[]
    rows: number
    /** The categories are days, shown by their month. */
    days?: boolean
  }
}
export type WorkbookSpec = {
  sheets: readonly SheetSpec[]
  /** BCP 47. */
  locale: string
  title: string
  subject: string
  author: string
  keywords: string
  description: string
  /** UTC instant written as the time of making. */
  madeAt: string
  /** How the language writes a day. */
  dayFormat: string
  /** How it writes a month on a chart's axis. */
  monthFormat: string
  /** Ends a text that is longer than a cell holds. */
  cutMark: string
  /** Shown at the foot of each printed page around the numbers. */
  page: { word: string; of: string }
  /** Absent: as Fyr's own. */
  look?: DocumentLook
}
