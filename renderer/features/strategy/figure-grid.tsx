// biome-ignore-all lint/a11y/useSemanticElements: a table element can't hold rows placed by their distance, of which only those in sight exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop; cells are its active descendants
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type ClipboardEvent,
  type MouseEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import spoken from '#renderer/components/spoken.module.css'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Editing, FigureCell } from './figure-cell.tsx'
import styles from './figure-grid.module.css'
import { cellKeyOf, type Figure, type GridRow, type Pending, rowKeyOf } from './figure-pending.ts'
import { FigureRowHead } from './figure-row-head.tsx'
import { showColumn, useColWidth, useNameWidth } from './figure-sizes.ts'
import type { FigureWords } from './figure-words.ts'
import { type Place, useFigureKeys, wayOut } from './use-figure-keys.ts'
import type { CellProblem } from './use-figure-pending.ts'

export interface GridHandle {
  /** Goes to a cell; false where it isn't shown. */
  readonly go: (rowKey: string, period: string) => boolean
  readonly focus: () => void
}
interface Props {
  readonly rows: readonly GridRow[]
  readonly periods: readonly string[]
  readonly pending: Pending
  readonly problems: ReadonlyMap<string, CellProblem>
  /** Days since a figure was expected, by indicator; absent where none is late. */
  readonly overdue: ReadonlyMap<string, number>
  readonly words: FigureWords
  readonly active: { readonly rowKey: string; readonly period: string } | null
  readonly onActive: (rowKey: string, period: string) => void
  readonly onType: (row: GridRow, period: string, text: string) => void
  readonly onEmpty: (row: GridRow, period: string) => void
  readonly onPaste: (at: Place, text: string) => void
  readonly onUndo: () => boolean
  readonly ref?: Ref<GridHandle | null>
}
const rowHeight = 44
const keyOfRow = (row: GridRow) => rowKeyOf({ indicatorId: row.indicator.id, regionCode: row.regionCode })

/** A sheet of figures: a row per indicator and region, a column per period. One tab stop; everything works by keyboard. */
export function FigureGrid(props: Props) {
  const { rows, periods, pending, problems, overdue, words, active, onActive } = props
  const t = useT()
  const id = useId()
  const readOnly = useReadOnly()
  const scroller = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const latest = useRef<Editing | null>(null)
  latest.current = editing
  const nameWidth = useNameWidth(scroller)
  const colWidth = useColWidth(rows, periods, pending, words)
  const at: Place = useMemo(() => {
    const row = active ? rows.findIndex((one) => keyOfRow(one) === active.rowKey) : -1
    const col = active ? periods.indexOf(active.period) : -1
    return { row: Math.max(0, row), col: col < 0 ? Math.max(0, periods.length - 1) : col }
  }, [rows, periods, active])
  const byCell = useMemo(
    () =>
      new Map<string, Figure>(
        rows.flatMap((row) => row.figures.map((one) => [cellKeyOf(keyOfRow(row), one.period), one] as const)),
      ),
    [rows],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingEnd: head.current?.offsetHeight ?? 0,
    initialRect: { width: 1000, height: 600 },
    // The active row is what a screen reader stands on: it stays in the page when it is scrolled away.
    rangeExtractor: (seen) => {
      const own = defaultRangeExtractor(seen)
      return at.row < rows.length && !own.includes(at.row) ? [...own, at.row].sort((a, b) => a - b) : own
    },
  })
  // Begins, and stays through changes of width, where figures are entered: the newest period lies to the far right.
  useLayoutEffect(
    () => showColumn(scroller.current, nameWidth, at.col * colWidth, colWidth),
    [nameWidth, at.col, colWidth],
  )

  function moveTo(place: Place) {
    const row = Math.max(0, Math.min(rows.length - 1, place.row))
    const col = Math.max(0, Math.min(periods.length - 1, place.col))
    const [line, period] = [rows[row], periods[col]]
    if (!line || period === undefined) return
    onActive(keyOfRow(line), period)
    virtual.scrollToIndex(row)
    showColumn(scroller.current, nameWidth, col * colWidth, colWidth)
    scroller.current?.scrollIntoView?.({ block: 'nearest' })
  }
  useImperativeHandle<GridHandle | null, GridHandle | null>(props.ref, () => ({
    go: (rowKey, period) => {
      const row = rows.findIndex((one) => keyOfRow(one) === rowKey)
      const col = periods.indexOf(period)
      if (row < 0 || col < 0) return false
      moveTo({ row, col })
      scroller.current?.focus({ preventScroll: true })
      return true
    },
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }))

  const shownAt = (place: Place): string => {
    const [row, period] = [rows[place.row], periods[place.col]]
    if (!row || period === undefined) return ''
    const key = cellKeyOf(keyOfRow(row), period)
    const waiting = pending[key]
    if (waiting) return waiting.text
    const figure = byCell.get(key)
    return figure?.value == null ? '' : plainNumber(figure.value, words)
  }
  function start(next: Editing | 'shown') {
    if (readOnly || rows.length === 0) return
    setEditing(next === 'shown' ? { text: shownAt(at), replacing: false } : next)
  }
  /** Takes what is written over; what was opened and left as it was changes nothing. */
  function commit() {
    const written = latest.current
    const [row, period] = [rows[at.row], periods[at.col]]
    latest.current = null
    setEditing(null)
    if (!written || !row || period === undefined || written.text.trim() === shownAt(at).trim()) return
    if (written.text.trim() === '') props.onEmpty(row, period)
    else props.onType(row, period, written.text.trim())
  }
  const onKeyDown = useFigureKeys({
    at,
    rows: rows.length,
    cols: periods.length,
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - 40) / rowHeight) - 1),
    moveTo,
    start,
    empty: () => {
      const [row, period] = [rows[at.row], periods[at.col]]
      if (row && period !== undefined) props.onEmpty(row, period)
    },
    undo: props.onUndo,
    readOnly,
  })
  function onPaste(event: ClipboardEvent) {
    if (readOnly) return
    const text = event.clipboardData.getData('text/plain')
    // One value goes into the field that is open; a block goes into the grid.
    if (text === '' || (editing && !/[\t\n\r]/.test(text.trim()))) return
    event.preventDefault()
    latest.current = null
    setEditing(null)
    scroller.current?.focus({ preventScroll: true })
    props.onPaste(at, text)
  }
  function onMouse(event: MouseEvent) {
    const target = (event.target as Element).closest<HTMLElement>('[data-period]')
    if (!target || (event.target as Element).tagName === 'INPUT') return
    const place = {
      row: rows.findIndex((one) => keyOfRow(one) === target.dataset.row),
      col: periods.indexOf(target.dataset.period ?? ''),
    }
    if (event.type === 'dblclick') start('shown')
    else {
      if (latest.current) commit()
      moveTo(place)
      event.preventDefault()
      scroller.current?.focus({ preventScroll: true })
    }
  }
  const width = nameWidth + periods.length * colWidth
  const activeId = `${id}-${at.row}-${at.col}`
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={styles.scroller}
      aria-label={t('indicators.figures.grid')}
      aria-rowcount={rows.length + 1}
      aria-colcount={periods.length + 1}
      aria-readonly={readOnly}
      {...(rows.length > 0 && !editing ? { 'aria-activedescendant': activeId } : {})}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onCopy={(event) => {
        if (editing) return
        event.clipboardData.setData('text/plain', shownAt(at))
        event.preventDefault()
      }}
    >
      <div ref={head} role="rowgroup" className={styles.head} style={{ width }}>
        <div role="row" aria-rowindex={1} style={{ display: 'flex' }}>
          <div role="columnheader" aria-colindex={1} className={styles.nameHead} style={{ width: nameWidth }}>
            {t('indicators.figures.rowHead')}
          </div>
          {periods.map((period, col) => (
            <div
              key={period}
              role="columnheader"
              aria-colindex={col + 2}
              className={styles.colHead}
              data-active={col === at.col}
              style={{ width: colWidth }}
            >
              <span aria-hidden="true">{words.periodShort(period)}</span>
              <span className={spoken.spoken}>{words.period(period)}</span>
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: virtual.getTotalSize(), width }}
        onMouseDown={onMouse}
        onDoubleClick={onMouse}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          const key = keyOfRow(row)
          return (
            <div
              key={key}
              role="row"
              aria-rowindex={item.index + 2}
              className={styles.row}
              data-active={item.index === at.row}
              style={{ top: item.start, height: rowHeight, width }}
            >
              <FigureRowHead row={row} width={nameWidth} overdue={overdue.get(row.indicator.id) ?? 0} words={words} />
              {periods.map((period, col) => {
                const cell = cellKeyOf(key, period)
                const isActive = item.index === at.row && col === at.col
                return (
                  <FigureCell
                    key={period}
                    width={colWidth}
                    id={`${id}-${item.index}-${col}`}
                    row={row}
                    period={period}
                    colIndex={col + 2}
                    figure={byCell.get(cell)}
                    pending={pending[cell]}
                    problem={problems.get(cell)}
                    active={isActive}
                    editing={isActive ? editing : null}
                    readOnly={readOnly}
                    words={words}
                    onEdit={isActive ? (text) => setEditing({ text, replacing: editing?.replacing ?? false }) : ignore}
                    onEditKey={
                      isActive
                        ? (event) => {
                            const out = wayOut(event, at, periods.length, rows.length, editing?.replacing ?? false)
                            if (out === null) return
                            event.preventDefault()
                            event.stopPropagation()
                            if (out === 'stay') {
                              latest.current = null
                              setEditing(null)
                            } else commit()
                            scroller.current?.focus({ preventScroll: true })
                            if (out !== 'stay') moveTo(out)
                          }
                        : ignore
                    }
                    onLeave={isActive ? commit : ignore}
                  />
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const ignore = () => {}

/** A figure as it is typed: no blanks between thousands, all its decimals, in the language's sign. */
function plainNumber(value: number, words: FigureWords): string {
  const sign = words.number(0.5, { decimals: 1 }).charAt(1)
  return String(value).includes('e') ? words.number(value, { decimals: 6 }) : String(value).replace('.', sign)
}
