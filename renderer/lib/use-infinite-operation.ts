import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import type { ProblemError } from '#shared/contract/problem.ts'
import { type QueryName, useClient } from './client.ts'

/** Queries that answer with a page: rows and the cursor of the next. */
export type ListName = {
  [N in QueryName]: OutputOf<N> extends { rows: unknown[]; next: string | null } ? N : never
}[QueryName]
export type RowOf<N extends ListName> = OutputOf<N> extends { rows: (infer Row)[] } ? Row : never

export const pageLength = 100
interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}
interface View {
  readonly list: string
  /** Cursor of the next page that was asked for; null = none yet. */
  readonly asked: string | null
  /** First and last page with a row in sight. Null where the screen doesn't tell: then all are. */
  readonly sight: readonly [number, number] | null
}

/**
 * Asks a list page by page. `rows` are all rows so far; `loadMore` asks for the next page, once at a time.
 *
 * Each page is a query of its own, and only those in sight are switched on: a saved field asks one or two pages again,
 * however many are loaded, and the others when they come into sight. A screen tells what is in sight by `onSight`.
 */
export function useInfiniteOperation<N extends ListName>(name: N, input: Omit<InputOf<N>, 'cursor' | 'limit'>) {
  type Row = RowOf<N>
  const client = useClient()
  const queries = useQueryClient()
  const list = JSON.stringify([name, input])
  const [kept, setView] = useState<View>({ list, asked: null, sight: null })
  const view = viewOf(list, kept)
  const keyOf = (cursor: string | null) => [name, input, 'page', cursor]

  const loaded = (cursor: string | null) => queries.getQueryData<Page<Row>>(keyOf(cursor))
  const cursors = chain(view, loaded)
  const inSight = (index: number) => !view.sight || (index >= view.sight[0] && index <= view.sight[1])
  const results = useQueries({
    queries: cursors.map((cursor, index) => ({
      queryKey: keyOf(cursor),
      // The generic row type can't be followed through the operation's name; the contract has checked it.
      queryFn: async () =>
        (await client.call(name, { ...input, cursor, limit: pageLength } as InputOf<N>)) as unknown as Page<Row>,
      enabled: inSight(index) || loaded(cursor) === undefined,
    })),
  })

  // What was shown stands until the new answer is there: no flicker for a new filter, nor where pages have shifted.
  const shown = useRef<{ list: string; pages: readonly Page<Row>[] }>({ list, pages: [] })
  const first = results[0]
  const changing = first?.data === undefined && shown.current.list !== list && shown.current.pages.length > 0
  const data = useSame(results.map((result) => result.data))
  // biome-ignore lint/correctness/useExhaustiveDependencies: `inSight` is made anew each time of `view.sight`
  const pages = useMemo(() => {
    if (changing) return shown.current.pages
    const before = shown.current.list === list ? shown.current.pages : []
    const found = data.map((page, index) => page ?? before[index]).filter((page) => page !== undefined)
    return withoutDoubles(found, inSight)
  }, [list, changing, view.sight, data])
  useEffect(() => {
    if (!changing) shown.current = { list, pages }
  }, [list, pages, changing])
  const rows = useMemo(() => pages.flatMap((page) => page.rows), [pages])

  const last = results.at(-1)
  const next = last?.data?.next ?? null
  const error = results.find((result) => result.error)?.error ?? null
  return {
    rows,
    hasMore: !changing && (next !== null || (results.length > 1 && last?.data === undefined)),
    loadMore: () => {
      if (next !== null && view.asked !== next) setView((before) => ({ ...viewOf(list, before), asked: next }))
    },
    /** Tell the first and the last row that are in sight. */
    onSight: (firstRow: number, lastRow: number) => {
      const sight = [pageAt(pages, firstRow), pageAt(pages, lastRow)] as const
      if (view.sight?.[0] !== sight[0] || view.sight[1] !== sight[1]) {
        setView((before) => ({ ...viewOf(list, before), sight }))
      }
    },
    loading: pages.length === 0 && error === null,
    loadingMore: results.length > 1 && last?.data === undefined && error === null,
    error: error as ProblemError | null,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch()
    },
  }
}

/** Another filter or order begins at its first page. */
function viewOf(list: string, view: View): View {
  return view.list === list ? view : { list, asked: null, sight: view.sight && [0, 0] }
}

/** The list of before where the new one holds the very same things. */
function useSame<T>(list: readonly T[]): readonly T[] {
  const kept = useRef(list)
  const same = list.length === kept.current.length && list.every((one, index) => one === kept.current[index])
  if (!same) kept.current = list
  return kept.current
}

/** The cursors of the pages so far: each page names the next. It ends at what is neither loaded, asked for nor in sight. */
function chain(view: View, pageOf: (cursor: string | null) => Page<unknown> | undefined): (string | null)[] {
  const cursors: (string | null)[] = [null]
  for (;;) {
    const next = pageOf(cursors.at(-1) ?? null)?.next
    if (next == null) return cursors
    // A page that shifted has another cursor than before, so what follows it is asked for anew.
    const wanted = next === view.asked || (view.sight !== null && cursors.length <= view.sight[1])
    if (!wanted && pageOf(next) === undefined) return cursors
    cursors.push(next)
  }
}

/** A row that moved to a page in sight still stands in the older answer of another page: there it is left out. */
function withoutDoubles<Row>(pages: readonly Page<Row>[], inSight: (index: number) => boolean): readonly Page<Row>[] {
  const fresh = new Set(pages.flatMap((page, index) => (inSight(index) ? page.rows.map(idOf) : [])))
  return pages.map((page, index) => {
    if (inSight(index) || !page.rows.some((row) => fresh.has(idOf(row)))) return page
    return { ...page, rows: page.rows.filter((row) => !fresh.has(idOf(row))) }
  })
}

/** What tells a row from others: its id, or the stamp of a change. */
function idOf(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  if ('id' in row) return row.id
  return 'stamp' in row ? row.stamp : row
}

function pageAt(pages: readonly Page<unknown>[], row: number): number {
  let start = 0
  for (const [index, page] of pages.entries()) {
    start += page.rows.length
    if (row < start) return index
  }
  return Math.max(0, pages.length - 1)
}
