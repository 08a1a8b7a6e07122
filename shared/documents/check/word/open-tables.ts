/** The tables that stand open while a part is read, the innermost last. */
import type { XmlCursor } from '../xml.ts'
import type { Table } from './document.ts'
import type { Styles } from './styles.ts'
import { groundOf } from './text-look.ts'

interface OpenTable {
  where: string | null
  readonly section: number
  readonly nested: boolean
  floating: boolean
  marksFirstColumn: boolean
  headerRows: number
  rows: number
  columns: number
  merged: number
  emptyHeaders: number
  readonly firstColumn: string[]
  readonly texts: string[]
  shadedByStyle: boolean
  row: { isHeader: boolean; cells: number }
  cell: { ground: string | null; text: string }
}

/** True of a switch that is set by standing there, unless it says otherwise. */
export const isSet = (value: string | undefined) => value === undefined || !/^(0|false|off)$/.test(value)

export class OpenTables {
  readonly #styles: Styles
  readonly #open: OpenTable[] = []

  constructor(styles: Styles) {
    this.#styles = styles
  }

  open(where: string | null, section: number): void {
    this.#open.push({
      where,
      section,
      nested: this.#open.length > 0,
      floating: false,
      marksFirstColumn: false,
      headerRows: 0,
      rows: 0,
      columns: 0,
      merged: 0,
      emptyHeaders: 0,
      firstColumn: [],
      texts: [],
      shadedByStyle: false,
      row: { isHeader: false, cells: 0 },
      cell: { ground: null, text: '' },
    })
  }

  /** Reads a `w:tblPr` that has just been opened. */
  readProperties(cursor: XmlCursor): void {
    const table = this.#open.at(-1)
    for (const name of cursor.inside()) {
      if (!table) continue
      const value = cursor.attribute('w:val')
      if (name === 'w:tblPrChange') cursor.skip()
      else if (name === 'w:tblLook') {
        const first = cursor.attribute('w:firstColumn')
        table.marksFirstColumn = first === undefined ? (Number.parseInt(value ?? '0', 16) & 0x80) !== 0 : isSet(first)
      } else if (name === 'w:tblCaption') table.where = value?.trim() || table.where
      else if (name === 'w:tblStyle') table.shadedByStyle = this.#styles.shades(value)
      else if (name === 'w:tblpPr') table.floating = true
    }
  }

  openRow(): void {
    const table = this.#open.at(-1)
    if (table) table.row = { isHeader: false, cells: 0 }
  }

  markHeader(): void {
    const table = this.#open.at(-1)
    if (table) table.row.isHeader = true
  }

  openCell(): void {
    const table = this.#open.at(-1)
    if (table) table.cell = { ground: null, text: '' }
  }

  /** Reads a `w:tcPr` that has just been opened. */
  readCellProperties(cursor: XmlCursor): void {
    const table = this.#open.at(-1)
    for (const name of cursor.inside()) {
      if (!table) continue
      if (name === 'w:tcPrChange') cursor.skip()
      else if (name === 'w:shd') table.cell.ground = groundOf(cursor)
      else if (name === 'w:vMerge' || name === 'w:hMerge') table.merged++
      else if (name === 'w:gridSpan' && Number(cursor.attribute('w:val')) > 1) table.merged++
    }
  }

  /** A paragraph of the innermost cell. */
  write(text: string): void {
    const cell = this.#open.at(-1)?.cell
    if (cell) cell.text += `${cell.text === '' ? '' : '\n'}${text}`
  }

  /** The ground of the innermost cell; undefined where a table's style gives one that the cell doesn't tell. */
  get ground(): string | null | undefined {
    const table = this.#open.at(-1)
    return table?.cell.ground ?? (table?.shadedByStyle ? undefined : null)
  }

  closeCell(): void {
    const table = this.#open.at(-1)
    if (!table) return
    const { text } = table.cell
    if (table.row.isHeader && /^[\s–—-]*$/.test(text)) table.emptyHeaders++
    if (table.row.cells === 0 && !table.row.isHeader) table.firstColumn.push(text)
    table.texts.push(text)
    table.row.cells++
  }

  closeRow(): void {
    const table = this.#open.at(-1)
    if (!table) return
    if (table.row.isHeader && table.headerRows === table.rows) table.headerRows++
    table.rows++
    table.columns = Math.max(table.columns, table.row.cells)
  }

  /** The innermost table, now read; what it says is said by the cell around it too. */
  close(): Table | undefined {
    const table = this.#open.pop()
    if (!table) return undefined
    const { texts, row: _row, cell: _cell, shadedByStyle: _shaded, ...rest } = table
    const text = texts.join('\n')
    this.write(text)
    return { ...rest, text }
  }
}
