import type { ReactNode } from 'react'
import { useState } from 'react'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { Register } from '#shared/domain/records/saved-view.ts'
import { useClient } from './client.ts'
import { type Area, useGo } from './navigation.ts'
import { everyRow, type ListInput, useEveryRow } from './use-every-row.ts'
import { type GroupBy, type RowGroup, useGrouped } from './use-grouped.ts'
import { type ListName, type RowOf, useInfiniteOperation } from './use-infinite-operation.ts'
import { useListState } from './use-list-state.ts'
import { type Selection, useSelection } from './use-selection.ts'

/** Groups need every row, or their sums would lie; above this the list must be narrowed first. */
export const mostGrouped = 2000
/** What a list was asked by, as the export takes it. */
type ExportInput = InputOf<'registers.export'>['input']
const viewDefaults = { groupBy: null as string | null }

interface Common<Row> {
  readonly register: Register
  readonly area: Area
  /** The open record; null = none. */
  readonly openId: string | null
  /** How many the filter lets through; undefined while it is counted. */
  readonly total: number | undefined
  /** Writes sort and direction into the address. */
  readonly change: (changes: { sort: string; direction: string }) => void
  /** Ways to group; keep the list stable (useMemo). */
  readonly groups?: readonly GroupBy<Row>[]
  /** What rows come to besides their number, for the heads of groups; keep it stable (useCallback). */
  readonly sums?: (rows: readonly Row[]) => ReactNode
  /** What of the address belongs to an open record, and is left behind when another one opens. */
  readonly without?: readonly string[]
}
interface Source<Row> {
  readonly rows: readonly Row[]
  readonly hasMore: boolean
  readonly loadMore: () => void
  readonly onSight?: (first: number, last: number) => void
  readonly loading: boolean
  readonly error: Error | null
  readonly retry: () => void
}
interface Order {
  readonly sort: string
  readonly direction: 'asc' | 'desc'
}
export type Grouping<Row> = {
  readonly choices: readonly GroupBy<Row>[]
  readonly chosen: GroupBy<Row> | null
  readonly choose: (key: string | null) => void
  /** `tooMany`: shown ungrouped until the list is narrowed. */
  readonly state: 'off' | 'loading' | 'tooMany' | 'on'
  /** How many rows have come, while `loading`. */
  readonly loaded: number
}

interface ListWiring<Row> {
  readonly rows: readonly Row[]
  readonly groups: readonly RowGroup<Row>[]
  readonly keyOf: (row: Row) => string
  readonly selectedKey: string | null
  readonly onOpen: (row: Row) => void
  readonly sort: { readonly by: string; readonly direction: 'asc' | 'desc' }
  readonly onSort: (next: { readonly by: string; readonly direction: string }) => void
  readonly total: number | undefined
  readonly hasMore: boolean
  readonly onLoadMore: () => void
  readonly onSight?: (first: number, last: number) => void
  readonly loading: boolean
  readonly error: Error | null
  readonly onRetry: () => void
}

/** What a register shows and how: `RegisterTools` and `RegisterList` take it whole. */
export interface RegisterView<Row> {
  readonly register: Register
  readonly area: Area
  readonly total: number | undefined
  /** Closes the open record: back to the list as it was, without what belonged to the record. */
  readonly close: () => void
  /** What `DataList` takes. */
  readonly list: ListWiring<Row>
  readonly selection: Selection<Row>
  readonly grouping: Grouping<Row>
  /** What the list was asked by, for the export. */
  readonly input: ExportInput
  /** The rows that the filter lets through, at most so many. */
  readonly every: (most: number) => Promise<readonly Row[]>
}

/**
 * A register whose rows come page by page. `input` is what its list takes, but the place; keep `columns` keys stable, saved
 * views and the export name them.
 *
 *   const register = useRegister({ register: 'actions', area: 'actions', openId: id, operation: 'actions.list',
 *     input: { filter, sort, direction }, order: { sort, direction }, total: count.data, change, groups })
 *   <ActionFilters … tools={<RegisterTools register={register} columns={columns} />} />
 *   <RegisterList register={register} label=… columns={columns} nameOf={…} empty={…}
 *     bulk={{ operation: 'actions.reviseMany', fields }} />
 */
export function useRegister<N extends ListName>(
  wiring: Common<RowOf<N> & { readonly id: string }> & {
    readonly operation: N
    readonly input: ListInput<N>
    readonly order: Order
  },
): RegisterView<RowOf<N> & { readonly id: string }> {
  type Row = RowOf<N> & { readonly id: string }
  const { operation, input, order, total } = wiring
  const client = useClient()
  const grouping = useChosenGroup(wiring.groups)
  const fits = total !== undefined && total <= mostGrouped
  const pages = useInfiniteOperation(operation, input)
  const whole = grouping.chosen !== null && fits
  const [loaded, setLoaded] = useState(0)
  const every = useEveryRow(operation, input, { enabled: whole, most: mostGrouped + 1, onProgress: setLoaded })
  // Every list has rows with an id; TypeScript can't see it through the operation's name.
  const source = pages as unknown as Source<Row>
  const all = whole ? ((every.data ?? null) as readonly Row[] | null) : null
  const grouped = useGrouped(all, grouping.chosen, wiring.sums)
  const state = !grouping.chosen ? 'off' : !fits && total !== undefined ? 'tooMany' : grouped ? 'on' : 'loading'
  const shown: Source<Row> = { ...source, error: source.error ?? every.error }
  return useView(wiring, order, shown, {
    grouped,
    grouping: { ...grouping, state, loaded },
    input,
    every: async (most) =>
      (all && !every.isPlaceholderData
        ? all.slice(0, most)
        : await everyRow(client, operation, input, { most })) as readonly Row[],
  })
}

/** A register whose rows are all at hand, filtered and in order. `input`: what the export is asked by. */
export function useRegisterOf<Row extends { readonly id: string }>(
  wiring: Common<Row> & { readonly source: Omit<Source<Row>, 'hasMore' | 'loadMore'> } & {
    readonly input: object
    readonly order: Order
  },
): RegisterView<Row> {
  const { source, input, order } = wiring
  const grouping = useChosenGroup(wiring.groups)
  const grouped = useGrouped(source.rows, grouping.chosen, wiring.sums)
  return useView(
    wiring,
    order,
    { ...source, hasMore: false, loadMore: () => {} },
    {
      grouped,
      grouping: { ...grouping, state: grouping.chosen ? 'on' : 'off', loaded: source.rows.length },
      input,
      every: async (most) => source.rows.slice(0, most),
    },
  )
}

function useChosenGroup<Row>(groups: readonly GroupBy<Row>[] = []) {
  const [{ groupBy }, change] = useListState(viewDefaults)
  return {
    choices: groups,
    chosen: groups.find((one) => one.key === groupBy) ?? null,
    choose: (key: string | null) => change({ groupBy: key }),
  }
}

interface Parts<Row> {
  readonly grouped: ReturnType<typeof useGrouped<Row>>
  readonly grouping: Grouping<Row>
  readonly input: object
  readonly every: RegisterView<Row>['every']
}
function useView<Row extends { readonly id: string }>(
  wiring: Common<Row>,
  order: Order,
  source: Source<Row>,
  parts: Parts<Row>,
): RegisterView<Row> {
  const go = useGo()
  const { register, area, total, without = [] } = wiring
  const asked = asJson(parts.input)
  const selection = useSelection<Row>(keyOf, JSON.stringify([register, asked.filter ?? null]))
  const open = (row: Row) => go(area, row.id, { keepSearch: true, without })
  const close = () => go(area, null, { keepSearch: true, without })
  const list = wire(wiring, order, source, parts.grouped, open)
  const { grouping, every } = parts
  return { register, area, total, close, list, selection, grouping, input: asked, every }
}

const keyOf = (row: { readonly id: string }) => row.id

/** The props of `DataList`: the groups where there are any, else the rows page by page. */
function wire<Row extends { readonly id: string }>(
  { openId, total, change }: Common<Row>,
  order: Order,
  source: Source<Row>,
  grouped: ReturnType<typeof useGrouped<Row>>,
  onOpen: (row: Row) => void,
): ListWiring<Row> {
  return {
    rows: grouped?.rows ?? source.rows,
    groups: grouped?.groups ?? [],
    keyOf,
    selectedKey: openId,
    onOpen,
    sort: { by: order.sort, direction: order.direction },
    onSort: (next: { by: string; direction: string }) => change({ sort: next.by, direction: next.direction }),
    total: grouped ? grouped.rows.length : total,
    hasMore: grouped ? false : source.hasMore,
    onLoadMore: source.loadMore,
    ...(source.onSight && !grouped ? { onSight: source.onSight } : {}),
    loading: source.loading,
    error: source.error,
    onRetry: source.retry,
  }
}

/** As it crosses to the other side: what is undefined is left out. */
function asJson(input: object): ExportInput {
  return JSON.parse(JSON.stringify(input))
}
