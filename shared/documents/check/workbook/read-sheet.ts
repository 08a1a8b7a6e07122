/** Reads a sheet's cells in one pass and keeps what the rules ask: where something stands, and the formulas. */
import type { OfficeFile } from '../office-file.ts'
import type { XmlCursor } from '../xml.ts'

/** Rows and columns of cells, counted from 1, both ends included. */
export interface CellArea {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}
export interface Formula {
  readonly text: string
  /** Excel's last result is that it knows no such name. */
  readonly isUnknownName: boolean
  /** Its table among the sheet's, and its column there, both from 0; null outside tables. */
  readonly place: { readonly table: number; readonly column: number } | null
}
/** What stands in a table below its header. */
export interface TableCells {
  readonly blankRows: number
  /** Per column: texts that are no formula, and cells that say anything. */
  readonly texts: readonly number[]
  readonly filled: readonly number[]
  /** Per column: its header cell says nothing. */
  readonly blankHeaders: readonly boolean[]
}
export interface SheetCells {
  readonly hasTitle: boolean
  readonly merged: number
  /** Rows from the top that stay when the sheet is scrolled. */
  readonly frozenRows: number
  /** Rows with two cells or more outside tables. */
  readonly looseRows: number
  readonly formulas: readonly Formula[]
  readonly cells: readonly TableCells[]
}

interface OpenTable {
  readonly area: CellArea
  readonly texts: number[]
  readonly filled: number[]
  readonly blankHeaders: boolean[]
  filledRows: number
  lastRow: number
}
interface Cell {
  readonly row: number
  readonly column: number
  readonly isText: boolean
  readonly isBlank: boolean
  readonly formula: string | null
  readonly value: string
}

/** @param areas of the sheet's tables, header row first. */
export function readSheet(
  file: OfficeFile,
  name: string,
  areas: readonly CellArea[],
  blankStrings: ReadonlySet<number>,
): SheetCells {
  const tables = areas.map((area): OpenTable => {
    const columns = Math.min(16_384, Math.max(0, area.right - area.left + 1))
    const none = () => Array.from({ length: columns }, () => 0)
    return { area, texts: none(), filled: none(), blankHeaders: none().map(() => true), filledRows: 0, lastRow: 0 }
  })
  const sheet = { hasTitle: false, merged: 0, frozenRows: 0, looseRows: 0 }
  const formulas: Formula[] = []
  const cursor = file.xml(name)
  let row = 0
  let column = 0
  let loose = 0
  while (cursor?.next()) {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 's:c') {
      const cell = readCell(cursor, row, column + 1, blankStrings)
      column = cell.column
      if (cell.isBlank) continue
      if (cell.row === 1 && cell.column === 1) sheet.hasTitle = true
      const at = tables.findIndex(({ area }) => holds(area, cell))
      if (at < 0) {
        if (++loose === 2) sheet.looseRows++
      } else count(tables[at], cell)
      if (cell.formula !== null) {
        const left = tables[at]?.area.left ?? 0
        const place = at < 0 ? null : { table: at, column: cell.column - left }
        formulas.push({ text: cell.formula, isUnknownName: cell.value === '#NAME?', place })
      }
    } else if (cursor.name === 's:row') {
      row = Number(cursor.attribute('r') ?? row + 1)
      column = 0
      loose = 0
    } else if (cursor.name === 's:mergeCell') sheet.merged++
    else if (cursor.name === 's:pane' && /^frozen/.test(cursor.attribute('state') ?? ''))
      sheet.frozenRows = Number(cursor.attribute('ySplit') ?? 0)
  }
  const cells = tables.map(({ area, texts, filled, blankHeaders, filledRows }) => {
    const rows = area.bottom - area.top
    // Excel demands a row below the header: a table without rows has one that is blank.
    return { texts, filled, blankHeaders, blankRows: rows > 1 ? rows - filledRows : 0 }
  })
  return { ...sheet, formulas, cells }
}

function holds({ top, bottom, left, right }: CellArea, { row, column }: Cell): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

function count(table: OpenTable | undefined, cell: Cell): void {
  if (!table) return
  const { area, texts, filled, blankHeaders } = table
  const column = cell.column - area.left
  if (cell.row === area.top) {
    blankHeaders[column] = false
    return
  }
  filled[column] = (filled[column] ?? 0) + 1
  if (cell.isText && cell.formula === null) texts[column] = (texts[column] ?? 0) + 1
  if (cell.row !== table.lastRow) table.filledRows++
  table.lastRow = cell.row
}

/** Reads a cell that has just been opened, to its end. */
function readCell(cursor: XmlCursor, row: number, next: number, blankStrings: ReadonlySet<number>): Cell {
  const place = placeOf(cursor.attribute('r') ?? '')
  const type = cursor.attribute('t')
  const depth = cursor.depth
  let value = ''
  let formula: string | null = null
  let within = ''
  while (cursor.next() && !(cursor.kind === 'close' && cursor.depth < depth)) {
    if (cursor.kind === 'close') within = ''
    else if (cursor.kind === 'text') {
      if (within === 's:f') formula = (formula ?? '') + cursor.text
      else if (within === 's:v' || within === 's:t') value += cursor.text
    } else within = cursor.name
  }
  const isBlank =
    formula === null && (type === 's' ? value === '' || blankStrings.has(Number(value)) : value.trim() === '')
  return {
    row: place?.row ?? row,
    column: place?.column ?? next,
    isText: type === 's' || type === 'inlineStr' || type === 'str',
    isBlank,
    formula,
    value,
  }
}

/** `B12` as row 12, column 2; by hand, since a sheet may have millions. */
function placeOf(reference: string): { row: number; column: number } | null {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  const row = Number(reference.slice(at))
  return at > 0 && row > 0 ? { row, column } : null
}
