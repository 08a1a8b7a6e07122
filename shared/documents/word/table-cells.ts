/** The heads of tables, and how their cells look. */
import type { IXmlableObject } from 'docx'
import type { PlainRow } from './plain.ts'

const value = (given: string) => ({ _attr: { 'w:val': given } })

/** Tables of no more rows than this, each of a line or two, stand on one page. */
const fewRows = 8
/** Letters of a row, in all of its cells. */
const shortRow = 90

/**
 * For each row of a table whether it is held to the next: a short table whole, else the first two rows and the last two, so that no page
 * begins or ends with a row alone. `lengths`: letters of each row.
 */
export function heldRows(lengths: readonly number[]): boolean[] {
  const whole = lengths.length <= fewRows && lengths.every((length) => length <= shortRow)
  const last = lengths.length - 1
  const held = (at: number) => (lengths[at] ?? 0) <= longRow && (lengths[at + 1] ?? 0) <= longRow
  return lengths.map((_, at) => at < last && (whole || ((at === 0 || at === last - 1) && held(at))))
}

/** Rows longer than this may break across pages: kept whole they could leave most of a page white. */
export const longRow = 1200

/** The head of a table: shaded, names of columns at the foot of their cells, repeated on every page. `fill`: six hexadecimal digits. */
export function headRow(
  columns: readonly { readonly header: string; readonly number?: boolean }[],
  fill: string,
): PlainRow {
  const properties = [shaded(fill), { 'w:vAlign': value('bottom') }]
  return {
    isHead: true,
    cantSplit: true,
    cells: columns.map(({ header, number }) => ({
      properties,
      texts: [header],
      look: { style: number ? 'TableHeadNumber' : 'TableHead' },
    })),
  }
}

/** Of a cell: its background. */
export function shaded(fill: string): IXmlableObject {
  return { 'w:shd': { _attr: { 'w:fill': fill, 'w:color': 'auto', 'w:val': 'clear' } } }
}

/** Of a cell: its text in the middle. */
export const centred: IXmlableObject = { 'w:vAlign': value('center') }
