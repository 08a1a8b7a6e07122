// biome-ignore-all lint/a11y/useSemanticElements: a table element can't hold rows placed by transform, of which only those in sight exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop; rows are its active descendants
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import type { RowGroup } from '#renderer/lib/use-grouped.ts'
import type { Selection } from '#renderer/lib/use-selection.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './data-list.module.css'
import { CheckCell } from './data-list-check.tsx'
import { HeaderCell } from './data-list-header.tsx'
import { useLines } from './data-list-lines.ts'
import { useWayToDetail } from './master-detail.tsx'
import { ErrorNote } from './notes.tsx'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  /** The name of the sort order that this column asks for; absent = not sortable. */
  readonly sort?: string
  readonly cell: (row: Row) => ReactNode
  /** A CSS grid track: `minmax(120px, 2fr)`, `96px`. */
  readonly width: string
  readonly align?: 'end'
  /** `wide`: shown only where all columns have room (no detail beside the list, no narrow window). */
  readonly show?: 'wide'
}
export interface Sort {
  readonly by: string
  readonly direction: 'asc' | 'desc'
}
interface Props<Row> {
  /** Names the list for screen readers. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  /** The open record; null = none. */
  readonly selectedKey: string | null
  readonly onOpen: (row: Row) => void
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
  /** How many there are in all, loaded or not; for `aria-rowcount`. */
  readonly total?: number | undefined
  readonly hasMore?: boolean
  readonly onLoadMore?: () => void
  /** Told which rows are in sight, so that a change asks only for those again. */
  readonly onSight?: (first: number, last: number) => void
  readonly loading?: boolean
  readonly error?: Error | null
  readonly onRetry?: () => void
  /** Shown when there is no row: what to do first. */
  readonly empty: ReactNode
  /** The text that typing jumps by. */
  readonly textOf?: (row: Row) => string
  /** Pixels; 40 unless said. */
  readonly rowHeight?: number
  /** Groups that the rows lie in, in order; each gets a head of its own. */
  readonly groups?: readonly RowGroup<Row>[]
  /** What is chosen, for changing many at once. Given, each row has a box before it. */
  readonly selection?: Selection<Row> | undefined
  /** The grid itself, which takes the focus. */
  readonly ref?: Ref<HTMLDivElement | null>
}
const typeAheadMs = 700
const checkWidth = 20
const noGroups: readonly never[] = []

/**
 * A list of any length: only the rows in sight are in the page. One tab stop; up, down, page, home and end move,
 * letters jump, Space opens, Enter opens and goes there. Where rows can be chosen: Ctrl or Shift with Space, Shift with the
 * arrows, Ctrl+A for all that are loaded, Escape for none; with the pointer the boxes, Ctrl or ⌘ and Shift.
 */
export function DataList<Row>(props: Props<Row>) {
  const { label, rows, keyOf, columns, selectedKey, onOpen, sort, onSort, total, hasMore = false, onLoadMore } = props
  const {
    loading = false,
    error,
    onRetry,
    empty,
    textOf,
    rowHeight = 40,
    onSight,
    groups = noGroups,
    selection,
  } = props
  const t = useT()
  const lines = useLines(rows, groups)
  /** Where a range begins that Shift ends. */
  const anchor = useRef(0)
  const id = useId()
  const toDetail = useWayToDetail()
  const scroller = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(props.ref, () => scroller.current)
  const [active, setActive] = useState(0)
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  const count = lines.count + (hasMore ? 1 : 0)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
    // The heads stand above the rows in the same scroller: without their height the last row would stay half below its edge.
    scrollPaddingEnd: head.current?.offsetHeight ?? 0,
  })
  const items = virtual.getVirtualItems()
  const firstInSight = items[0]?.index ?? 0
  const lastInSight = items.at(-1)?.index ?? 0
  const activeLine = Math.min(active, Math.max(0, lines.count - 1))

  useEffect(() => {
    if (hasMore && lastInSight >= rows.length - 30) onLoadMore?.()
  }, [hasMore, lastInSight, rows.length, onLoadMore])
  useEffect(() => {
    onSight?.(firstInSight, lastInSight)
  }, [onSight, firstInSight, lastInSight])
  const selectedIndex = selectedKey === null ? -1 : rows.findIndex((row) => keyOf(row) === selectedKey)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the open record only when another one opens
  useEffect(() => {
    if (selectedIndex < 0) return
    setActive(lines.ofRow(selectedIndex))
    virtual.scrollToIndex(lines.ofRow(selectedIndex))
  }, [selectedKey])
  useEffect(() => {
    const element = scroller.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  function moveTo(index: number) {
    const next = Math.max(0, Math.min(lines.count - 1, index))
    setActive(next)
    virtual.scrollToIndex(next)
    // In a low window, or at 200 %, the list itself may stand half below the edge: the page has to follow too.
    scroller.current?.scrollIntoView?.({ block: 'nearest' })
    return next
  }
  function jump(key: string) {
    const now = performance.now()
    const text = (now - typed.current.at < typeAheadMs ? typed.current.text : '') + key.toLocaleLowerCase()
    typed.current = { text, at: now }
    const start = text.length === 1 ? activeLine + 1 : activeLine
    for (let step = 0; step < lines.count; step++) {
      const index = (start + step) % lines.count
      const line = lines.at(index)
      if (line?.kind === 'row' && textOf?.(line.row).toLocaleLowerCase().startsWith(text)) return moveTo(index)
    }
  }
  /** The rows of a line: its own, or all of the group that it heads. */
  function rowsOf(index: number): readonly Row[] {
    const line = lines.at(index)
    return line?.kind === 'head' ? line.group.rows : line ? [line.row] : []
  }
  function toggle(index: number) {
    const own = rowsOf(index)
    selection?.set(own, !own.every((row) => selection.has(keyOf(row))))
    anchor.current = index
  }
  function chooseTo(index: number) {
    const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
    const between = Array.from({ length: to - from + 1 }, (_, step) => lines.at(from + step))
    selection?.set(
      between.flatMap((line) => (line?.kind === 'row' ? [line.row] : [])),
      true,
    )
  }
  /** What the keys do to what is chosen; false where they mean something else. */
  function chooses(event: KeyboardEvent): boolean {
    if (!selection || event.altKey) return false
    const mod = event.ctrlKey || event.metaKey
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === ' ' && (mod || event.shiftKey)) toggle(activeLine)
    else if (mod && event.key.toLowerCase() === 'a') selection.set(rows, true)
    else if (event.key === 'Escape' && selection.count > 0) selection.clear()
    else if (event.shiftKey && step !== 0) {
      if (!rowsOf(activeLine).every((row) => selection.has(keyOf(row)))) anchor.current = activeLine
      chooseTo(moveTo(activeLine + step))
    } else return false
    return true
  }
  function open(index: number) {
    const line = lines.at(index)
    if (line?.kind === 'row') onOpen(line.row)
    else line?.group.open?.()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return
    if (chooses(event)) return event.preventDefault()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1)
    const moves: Record<string, number> = {
      ArrowDown: activeLine + 1,
      ArrowUp: activeLine - 1,
      PageDown: activeLine + page,
      PageUp: activeLine - page,
      Home: 0,
      End: lines.count - 1,
    }
    const target = moves[event.key]
    const line = lines.at(activeLine)
    if (target !== undefined) moveTo(target)
    else if ((event.key === 'Enter' || event.key === ' ') && line) {
      if (event.key === 'Enter') toDetail(line.kind === 'row' && keyOf(line.row) === selectedKey)
      open(activeLine)
    } else if (event.key.length === 1 && textOf) jump(event.key)
    else return
    event.preventDefault()
  }
  function onPress(event: MouseEvent, index: number) {
    setActive(index)
    if (selection && (event.ctrlKey || event.metaKey)) return toggle(index)
    if (selection && event.shiftKey) return chooseTo(index)
    anchor.current = index
    open(index)
  }

  const wide = room >= leastWidth(columns) + (selection ? checkWidth + 12 : 0)
  const shown = columns.filter((column) => wide || column.show !== 'wide')
  const tracks = shown.map((column) => column.width)
  const template = (selection ? [`${checkWidth}px`, ...tracks] : tracks).join(' ')
  const colCount = shown.length + (selection ? 1 : 0)
  const chosenOf = (own: readonly Row[]) => own.filter((row) => selection?.has(keyOf(row))).length
  const none = rows.length === 0
  return (
    <div className={styles.frame}>
      {error && <ErrorNote error={error} {...(onRetry ? { onRetry } : {})} />}
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={(total ?? (hasMore ? -2 - groups.length : rows.length)) + groups.length + 1}
        aria-colcount={colCount}
        aria-busy={loading}
        {...(selection ? { 'aria-multiselectable': true } : {})}
        tabIndex={0}
        {...(none ? {} : { 'aria-activedescendant': `${id}-${activeLine}` })}
        onKeyDown={onKeyDown}
      >
        <div ref={head} role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
            {selection && (
              <CheckCell
                role="columnheader"
                label={t('registers.select.loaded')}
                checked={!none && selection.count >= rows.length && chosenOf(rows) === rows.length}
                partly={selection.count > 0 && !(selection.count >= rows.length && chosenOf(rows) === rows.length)}
                onToggle={() => selection.set(rows, chosenOf(rows) < rows.length)}
              />
            )}
            {shown.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const line = lines.at(item.index)
            const place = { transform: `translateY(${item.start}px)`, height: rowHeight, gridTemplateColumns: template }
            if (!line) {
              return (
                <div key="more" role="row" className={`${styles.row} ${styles.line}`} style={place}>
                  <div role="gridcell" className={styles.waiting}>
                    {t('common.loading')}
                  </div>
                </div>
              )
            }
            const marks = {
              id: `${id}-${item.index}`,
              'aria-rowindex': item.index + 2,
              'data-active': item.index === activeLine,
              style: place,
              onClick: (event: MouseEvent) => onPress(event, item.index),
              onMouseDown: (event: MouseEvent) => {
                // Shift ends a range here; the browser would mark the texts between.
                if (!selection || !event.shiftKey) return
                event.preventDefault()
                scroller.current?.focus({ preventScroll: true })
              },
            }
            const onToggle = (shift: boolean) => {
              setActive(item.index)
              if (shift) chooseTo(item.index)
              else toggle(item.index)
            }
            if (line.kind === 'head') {
              const { group } = line
              const chosen = selection ? chosenOf(group.rows) : 0
              return (
                <div
                  key={`group ${group.key}`}
                  role="row"
                  {...marks}
                  className={`${styles.row} ${styles.line} ${styles.group}`}
                  data-opens={group.open !== undefined}
                >
                  {selection && (
                    <CheckCell
                      role="gridcell"
                      label={t('registers.select.group', { name: group.label })}
                      checked={chosen === group.rows.length}
                      partly={chosen > 0 && chosen < group.rows.length}
                      onToggle={onToggle}
                    />
                  )}
                  <div role="gridcell" aria-colspan={shown.length} className={styles.groupHead}>
                    <strong>{group.label}</strong>
                    <span className={styles.groupCount}>
                      {t('registers.group.count', { count: group.rows.length })}
                    </span>
                    {group.detail && <span className={styles.groupSums}>{group.detail}</span>}
                  </div>
                </div>
              )
            }
            const { row } = line
            const key = keyOf(row)
            const isOpen = key === selectedKey
            return (
              <div
                key={key}
                role="row"
                {...marks}
                // Where rows can be chosen, "selected" tells of that, and "current" of the open one.
                aria-selected={selection ? selection.has(key) : isOpen}
                {...(isOpen ? { 'aria-current': true } : {})}
                data-open={isOpen}
                className={`${styles.row} ${styles.line}`}
              >
                {selection && (
                  <CheckCell
                    role="gridcell"
                    label={t('registers.select.row', { name: textOf?.(row) ?? '' })}
                    checked={selection.has(key)}
                    onToggle={onToggle}
                  />
                )}
                {shown.map((column) => (
                  <div key={column.key} role="gridcell" className={styles.cell} data-align={column.align}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      {none && !error && (
        <div className={styles.empty}>{loading ? <p role="status">{t('common.loading')}</p> : empty}</div>
      )}
    </div>
  )
}

/** Pixels that the columns need side by side, with the gaps between them and the padding of a row. */
function leastWidth<Row>(columns: readonly Column<Row>[]): number {
  const least = columns.map((column) => Number(/\d+(?=px)/.exec(column.width)?.[0] ?? 0))
  return least.reduce((sum, one) => sum + one, 0) + (columns.length - 1) * 12 + 2 * 24
}
