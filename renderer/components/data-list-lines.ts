import { useMemo } from 'react'
import type { RowGroup } from '#renderer/lib/use-grouped.ts'

/** A line of a list: a row, or the head of a group. */
export type Line<Row> =
  | { readonly kind: 'row'; readonly row: Row; readonly index: number }
  | { readonly kind: 'head'; readonly group: RowGroup<Row> }

/** Rows and heads by their line, without a list of lines as long as the rows. */
export function useLines<Row>(rows: readonly Row[], groups: readonly RowGroup<Row>[]) {
  return useMemo(() => {
    /** How many groups begin at or before a line. */
    const begun = (line: number) => {
      let low = 0
      let high = groups.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((groups[middle]?.start ?? 0) + middle <= line) low = middle + 1
        else high = middle
      }
      return low
    }
    return {
      count: rows.length + groups.length,
      at(line: number): Line<Row> | null {
        const before = begun(line)
        const group = groups[before - 1]
        if (group && group.start + before - 1 === line) return { kind: 'head', group }
        const row = rows[line - before]
        return row === undefined ? null : { kind: 'row', row, index: line - before }
      },
      /** Where a row stands; -1 for none. */
      ofRow(index: number): number {
        if (index < 0) return -1
        return index + groups.filter((group) => group.start <= index).length
      },
    }
  }, [rows, groups])
}
