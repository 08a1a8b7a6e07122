import type { Block } from './figure-block.ts'
import { cellKeyOf, type GridRow, type Pending, type PendingCell, pendingCell, rowKeyOf } from './figure-pending.ts'
import type { Place } from './use-figure-keys.ts'

export interface Filled {
  readonly cells: readonly PendingCell[]
  /** Values that fell outside the rows and columns shown. */
  readonly outside: number
}

/**
 * A pasted block from a cell on: down the rows, and along the columns, or under the periods that its first line names. Blank cells
 * leave what stands there; reasons and breaks already given for a cell stay.
 */
export function fillFrom(
  block: Block,
  at: Place,
  rows: readonly GridRow[],
  periods: readonly string[],
  before: Pending,
): Filled {
  const cells: PendingCell[] = []
  let outside = 0
  block.values.forEach((line, down) => {
    line.forEach((raw, along) => {
      const text = raw.trim()
      if (text === '') return
      const row = rows[at.row + down]
      const head = block.periods?.[along]
      const period = block.periods ? periods.find((one) => one === head) : periods[at.col + along]
      if (!row || period === undefined) {
        outside += 1
        return
      }
      const made = pendingCell(row, period, text, block.sign)
      const key = cellKeyOf(rowKeyOf(made), period)
      const was = before[key]
      cells.push(was ? { ...made, reason: was.reason, seriesBreak: was.seriesBreak, breakNote: was.breakNote } : made)
    })
  })
  return { cells, outside }
}
