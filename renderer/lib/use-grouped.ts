import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { useFormat } from './use-format.ts'
import { useT } from './use-t.ts'

/** One way to group a register. */
export interface GroupBy<Row> {
  /** Stands in the address; the export groups by the same key. */
  readonly key: string
  readonly label: string
  /** The group of a row; null = what it is grouped by is not stated. Groups stand by `order`, else by their label. */
  readonly of: (row: Row) => { readonly key: string; readonly label: string; readonly order?: number } | null
  /** What opens when the head of a group is pressed. */
  readonly open?: (rows: readonly Row[]) => void
}

/** A group as the list shows it: a head, and the rows from `start` on. */
export interface RowGroup<Row> {
  readonly key: string
  readonly label: string
  readonly start: number
  readonly rows: readonly Row[]
  /** What the group comes to besides its count. */
  readonly detail: ReactNode
  readonly open?: (() => void) | undefined
}
const notStated = '\u0000'

/**
 * Rows in groups, each group's rows in the order that they came. Groups follow their `order`, then their label as `compare`
 * orders it; what is not stated comes last.
 */
export function groupRows<Row>(
  rows: readonly Row[],
  by: GroupBy<Row>,
  compare: (a: string, b: string) => number,
  words: { readonly notStated: string; readonly detail?: ((rows: readonly Row[]) => ReactNode) | undefined },
): { rows: readonly Row[]; groups: readonly RowGroup<Row>[] } {
  const named = new Map<string, { label: string; order: number; rows: Row[] }>()
  for (const row of rows) {
    const of = by.of(row)
    const key = of?.key ?? notStated
    const group = named.get(key)
    if (group) group.rows.push(row)
    else {
      const order = of ? (of.order ?? 0) : Number.POSITIVE_INFINITY
      named.set(key, { label: of?.label ?? words.notStated, order, rows: [row] })
    }
  }
  const inOrder = [...named].sort(
    ([, a], [, b]) => (a.order === b.order ? 0 : a.order - b.order) || compare(a.label, b.label),
  )
  let start = 0
  const groups = inOrder.map(([key, { label, rows: own }]): RowGroup<Row> => {
    const group = {
      key,
      label,
      start,
      rows: own,
      detail: words.detail?.(own),
      open: by.open && key !== notStated ? () => by.open?.(own) : undefined,
    }
    start += own.length
    return group
  })
  return { rows: groups.flatMap((group) => group.rows), groups }
}

/** `groupRows` in the order of the screen's language. Null rows or no way to group: not grouped. */
export function useGrouped<Row>(
  rows: readonly Row[] | null,
  by: GroupBy<Row> | null,
  detail?: (rows: readonly Row[]) => ReactNode,
) {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => (rows && by ? groupRows(rows, by, format.compare, { notStated: t('common.notStated'), detail }) : null),
    [rows, by, detail, format, t],
  )
}
