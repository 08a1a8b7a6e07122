import { useMemo, useState } from 'react'

/** What is chosen in a list, for changing many at once. Keeps the rows, so that what has left the page can still be named. */
export interface Selection<Row> {
  readonly rows: readonly Row[]
  readonly count: number
  readonly has: (key: string) => boolean
  /** Chooses rows, or lets them go. */
  readonly set: (rows: readonly Row[], on: boolean) => void
  readonly clear: () => void
}

/** Nothing is chosen at first, nor in a list of another `filter`: what can't be seen must not be changed by mistake. */
export function useSelection<Row>(keyOf: (row: Row) => string, filter: string): Selection<Row> {
  const [kept, setKept] = useState<{ filter: string; rows: ReadonlyMap<string, Row> }>({ filter, rows: new Map() })
  const rows = useMemo(() => (kept.filter === filter ? kept.rows : new Map<string, Row>()), [kept, filter])
  return {
    rows: useMemo(() => [...rows.values()], [rows]),
    count: rows.size,
    has: (key) => rows.has(key),
    set: (changed, on) =>
      setKept((before) => {
        const next = new Map(before.filter === filter ? before.rows : [])
        for (const row of changed) {
          if (on) next.set(keyOf(row), row)
          else next.delete(keyOf(row))
        }
        return { filter, rows: next }
      }),
    clear: () => setKept({ filter, rows: new Map() }),
  }
}
