// biome-ignore-all lint/a11y/useSemanticElements: a table element can't hold rows placed by transform, of which only those in sight exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop; rows are its active descendants
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './data-list.module.css'
import { Icon } from './icon.tsx'
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
}
const typeAheadMs = 700

/**
 * A list of any length: only the rows in sight are in the page. One tab stop; up, down, page, home and end move,
 * letters jump, Space opens, Enter opens and goes there.
 */
export function DataList<Row>(props: Props<Row>) {
  const { label, rows, keyOf, columns, selectedKey, onOpen, sort, onSort, total, hasMore = false, onLoadMore } = props
  const { loading = false, error, onRetry, empty, textOf, rowHeight = 40, onSight } = props
  const t = useT()
  const id = useId()
  const toDetail = useWayToDetail()
  const scroller = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const [active, setActive] = useState(0)
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  const count = rows.length + (hasMore ? 1 : 0)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  })
  const items = virtual.getVirtualItems()
  const firstInSight = items[0]?.index ?? 0
  const lastInSight = items.at(-1)?.index ?? 0
  const activeRow = Math.min(active, Math.max(0, rows.length - 1))

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
    setActive(selectedIndex)
    virtual.scrollToIndex(selectedIndex)
  }, [selectedKey])
  useEffect(() => {
    const element = scroller.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  function moveTo(index: number) {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setActive(next)
    virtual.scrollToIndex(next)
  }
  function jump(key: string) {
    const now = performance.now()
    const text = (now - typed.current.at < typeAheadMs ? typed.current.text : '') + key.toLocaleLowerCase()
    typed.current = { text, at: now }
    const start = text.length === 1 ? activeRow + 1 : activeRow
    for (let step = 0; step < rows.length; step++) {
      const index = (start + step) % rows.length
      const row = rows[index]
      if (row && textOf?.(row).toLocaleLowerCase().startsWith(text)) return moveTo(index)
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1)
    const moves: Record<string, number> = {
      ArrowDown: activeRow + 1,
      ArrowUp: activeRow - 1,
      PageDown: activeRow + page,
      PageUp: activeRow - page,
      Home: 0,
      End: rows.length - 1,
    }
    const target = moves[event.key]
    const row = rows[activeRow]
    if (target !== undefined) moveTo(target)
    else if ((event.key === 'Enter' || event.key === ' ') && row) {
      if (event.key === 'Enter') toDetail(keyOf(row) === selectedKey)
      onOpen(row)
    } else if (event.key.length === 1 && textOf) jump(event.key)
    else return
    event.preventDefault()
  }

  const wide = room >= leastWidth(columns)
  const shown = columns.filter((column) => wide || column.show !== 'wide')
  const template = shown.map((column) => column.width).join(' ')
  const none = rows.length === 0
  return (
    <div className={styles.frame}>
      {error && <ErrorNote error={error} {...(onRetry ? { onRetry } : {})} />}
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={(total ?? (hasMore ? -2 : rows.length)) + 1}
        aria-colcount={shown.length}
        aria-busy={loading}
        tabIndex={0}
        {...(none ? {} : { 'aria-activedescendant': `${id}-${activeRow}` })}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
            {shown.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]
            const place = { transform: `translateY(${item.start}px)`, height: rowHeight, gridTemplateColumns: template }
            if (!row) {
              return (
                <div key="more" role="row" className={`${styles.row} ${styles.line}`} style={place}>
                  <div role="gridcell" className={styles.waiting}>
                    {t('common.loading')}
                  </div>
                </div>
              )
            }
            const key = keyOf(row)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and takes Enter for the active row
              <div
                key={key}
                id={`${id}-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={key === selectedKey}
                data-active={item.index === activeRow}
                className={`${styles.row} ${styles.line}`}
                style={place}
                onClick={() => {
                  setActive(item.index)
                  onOpen(row)
                }}
              >
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

interface HeaderProps<Row> {
  readonly column: Column<Row>
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
}
function HeaderCell<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const by = column.sort
  if (!by || !onSort) {
    return (
      <div role="columnheader" className={styles.header} data-align={column.align}>
        {column.header}
      </div>
    )
  }
  const direction = sort?.by === by ? sort.direction : null
  const words = direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : 'none'
  return (
    <div role="columnheader" aria-sort={words} className={styles.header} data-align={column.align}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort({ by, direction: direction === 'asc' ? 'desc' : 'asc' })}
      >
        {column.header}
        {direction && <Icon name={direction === 'asc' ? 'up' : 'down'} size={12} />}
      </button>
    </div>
  )
}
