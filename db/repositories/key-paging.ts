import { type CursorValue, cursorOf, type Page, readCursor } from './paging.ts'

/** A row to be: its id, and the text that it is sorted by. */
export interface Keyed {
  readonly id: string
  readonly key: string
}

/**
 * A page of a list whose order SQLite can't give (codes as people count) or whose filter needs figures: the keys of all that fits are
 * sorted here, and rows are made in strides until the page is full. `rowsOf` gives rows in the order of the ids; `fits` says which stay.
 */
export function pageByKey<R extends { readonly id: string }>(
  keyed: readonly Keyed[],
  query: { readonly direction: 'asc' | 'desc'; readonly cursor: string | null; readonly limit: number },
  rowsOf: (ids: readonly string[]) => R[],
  fits: ((row: R) => boolean) | null = null,
): Page<R> {
  const sign = query.direction === 'asc' ? 1 : -1
  const compare = (a: Keyed, b: Keyed) => sign * (order(a.key, b.key) || order(a.id, b.id))
  const sorted = keyed.toSorted(compare)
  const after = readCursor(query.cursor, ['string', 'string']) as [string, string] | null
  const from = after === null ? 0 : sorted.findIndex((one) => compare({ key: after[0], id: after[1] }, one) < 0)
  const rest = from < 0 ? [] : sorted.slice(from)
  const keyOf = new Map(rest.map(({ id, key }) => [id, key]))
  const rows: R[] = []
  // One more than asked for tells whether there is a next page.
  const stride = query.limit + 1
  for (let start = 0; start < rest.length && rows.length <= query.limit; start += stride) {
    const some = rowsOf(rest.slice(start, start + stride).map(({ id }) => id))
    rows.push(...(fits === null ? some : some.filter(fits)))
  }
  const kept = rows.slice(0, query.limit)
  const last = kept.at(-1)
  const cursor = last && ([keyOf.get(last.id) ?? '', last.id] as CursorValue[])
  return { rows: kept, next: rows.length > query.limit && cursor ? cursorOf(cursor) : null }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
