import { useRef } from 'react'

interface Keyed<Row> {
  readonly key: string
  readonly row: Row
}

/**
 * Keys for rows that have no id of their own, so that moving a row keeps what is being typed in it. A row that reads as before
 * keeps its key wherever it went; those that changed keep theirs by their order; new ones get new keys.
 */
export function useKeyedRows<Row>(rows: readonly Row[]): readonly Keyed<Row>[] {
  const kept = useRef<{ rows: readonly Row[] | null; keyed: readonly Keyed<Row>[]; made: number }>({
    rows: null,
    keyed: [],
    made: 0,
  })
  const known = kept.current
  if (known.rows === rows) return known.keyed
  const left = [...known.keyed]
  const take = (index: number) => (index < 0 ? undefined : left.splice(index, 1)[0]?.key)
  const text = (row: Row) => JSON.stringify(row)
  const same = rows.map((row) => take(left.findIndex((one) => text(one.row) === text(row))))
  const keyed = rows.map((row, index) => {
    const key = same[index] ?? take(0)
    if (key !== undefined) return { key, row }
    known.made += 1
    return { key: `row-${known.made}`, row }
  })
  kept.current = { rows, keyed, made: known.made }
  return keyed
}
