import { type Area, useGo } from './navigation.ts'

interface Loaded<Row> {
  readonly rows: readonly Row[]
  readonly hasMore: boolean
  readonly loadMore: () => void
  readonly onSight: (first: number, last: number) => void
  readonly loading: boolean
  readonly error: Error | null
  readonly retry: () => void
}
interface Wiring<Row> {
  readonly area: Area
  /** The open record; null = none. */
  readonly openId: string | null
  /** What `useInfiniteOperation` gave. */
  readonly list: Loaded<Row>
  readonly total: number | undefined
  readonly sort: string
  readonly direction: 'asc' | 'desc'
  /** Writes sort and direction into the address. */
  readonly change: (changes: { sort: string; direction: string }) => void
}

/** What an area's list takes from its pages and its address: rows that open beside it, and an order that the address keeps. */
export function useRecordList<Row extends { readonly id: string }>(wiring: Wiring<Row>) {
  const { area, openId, list, total, sort, direction, change } = wiring
  const go = useGo()
  return {
    rows: list.rows,
    keyOf: (row: Row) => row.id,
    selectedKey: openId,
    onOpen: (row: Row) => go(area, row.id, { keepSearch: true }),
    sort: { by: sort, direction },
    onSort: (next: { by: string; direction: string }) => change({ sort: next.by, direction: next.direction }),
    total,
    hasMore: list.hasMore,
    onLoadMore: list.loadMore,
    onSight: list.onSight,
    loading: list.loading,
    error: list.error,
    onRetry: list.retry,
  }
}
