/** Figures typed or pasted but not saved yet, as the draft keeps them. */
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import type { Message } from '#shared/contract/problem.ts'
import { type FigureText, readFigure } from '#shared/domain/figure-text.ts'
import type { DecimalSign } from '#shared/domain/numbers.ts'
import type { IndicatorUnit } from '#shared/domain/records/indicator.ts'

export type GridRow = OutputOf<'measurements.grid'>['rows'][number]
export type Figure = GridRow['figures'][number]
export type EnteredFigure = InputOf<'measurements.enter'>['figures'][number]
/** What holds for everything that is entered together. */
export type Entry = {
  status: 'final' | 'preliminary' | 'estimated' | 'revised'
  /** Null = today. */
  vintage: string | null
  sourceDocument: string
  /** Why values are missing, for those that have no reason of their own. */
  reason: string
}
export const entryStatuses = ['final', 'preliminary', 'estimated', 'revised'] as const
export const emptyEntry: Entry = { status: 'final', vintage: null, sourceDocument: '', reason: '' }

/** A cell with what is needed to read, name and save it when its row is out of sight. */
export type PendingCell = {
  indicatorId: string
  regionCode: string
  period: string
  text: string
  /** The decimal sign of the sheet that it was pasted from, where known. */
  sign?: DecimalSign
  reason: string
  seriesBreak: boolean
  breakNote: string
  unit: IndicatorUnit
  unitText: string | null
  /** "I-1.1.1 Sysselsatte, Østfold". */
  label: string
}
export type Pending = Readonly<Record<string, PendingCell>>

export const rowKeyOf = (row: Pick<PendingCell, 'indicatorId' | 'regionCode'>) => `${row.indicatorId} ${row.regionCode}`
export const cellKeyOf = (rowKey: string, period: string) => `${rowKey} ${period}`
export const keyOf = (cell: PendingCell) => cellKeyOf(rowKeyOf(cell), cell.period)

/** A cell of a row with a text in it. */
export function pendingCell(row: GridRow, period: string, text: string, sign?: DecimalSign): PendingCell {
  const { indicator, regionCode, regionName } = row
  return {
    indicatorId: indicator.id,
    regionCode,
    period,
    text,
    ...(sign ? { sign } : {}),
    reason: '',
    seriesBreak: false,
    breakNote: '',
    unit: indicator.unit,
    unitText: indicator.unitText,
    label: `${indicator.code} ${indicator.title}, ${regionName}`,
  }
}

export const readPending = (cell: PendingCell): FigureText => readFigure(cell.text, cell, cell.sign)

/** Why a value is missing, given or by the sign that was typed; `signs`: what those mean in words. */
export function reasonOf(cell: PendingCell, entry: Entry, signs: Readonly<Record<string, string>>): string {
  const read = readPending(cell)
  const own = cell.reason.trim() || entry.reason.trim()
  if (own !== '' || read.kind !== 'missing' || read.sign === null) return own
  return signs[read.sign] ?? ''
}

/** What must be put right before a cell can be saved; null where nothing. */
export function problemOf(cell: PendingCell, reason: string): Message | null {
  const read = readPending(cell)
  if (read.kind === 'refused') return read.message
  if (read.kind === 'empty') return { key: 'indicators.figures.problems.emptied' }
  if (read.kind === 'missing' && reason === '') return { key: 'indicators.figures.problems.noReason' }
  if (cell.seriesBreak && cell.breakNote.trim() === '') return { key: 'indicators.figures.problems.noBreakNote' }
  return null
}

/** A readable cell as the command takes it. */
export function enteredOf(cell: PendingCell, entry: Entry, reason: string): EnteredFigure {
  const read = readPending(cell)
  const value = read.kind === 'value' ? read.value : null
  return {
    indicatorId: cell.indicatorId,
    regionCode: cell.regionCode,
    period: cell.period,
    value,
    missingReason: value === null ? reason : null,
    status: value === null ? 'missing' : entry.status,
    vintage: entry.vintage,
    seriesBreak: cell.seriesBreak,
    breakNote: cell.seriesBreak ? cell.breakNote.trim() : null,
    sourceDocument: entry.sourceDocument.trim() || null,
  }
}

/** The index of the figure that a refused field belongs to: `figures.3.value` → 3. */
export function figureIndexOf(path: string): number | null {
  const found = /^figures\.(\d+)(?:\.|$)/.exec(path)?.[1]
  return found === undefined ? null : Number(found)
}
