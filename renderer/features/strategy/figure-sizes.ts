import { useEffect, useMemo, useState } from 'react'
import { type GridRow, type Pending, readPending } from './figure-pending.ts'
import type { FigureWords } from './figure-words.ts'

/** Names take a third of a narrow window at most, so that figures have room beside them. */
export function useNameWidth(scroller: { readonly current: HTMLDivElement | null }): number {
  const [room, setRoom] = useState(1000)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  return Math.round(Math.max(150, Math.min(340, room * 0.36)))
}

/** Columns are as wide as their longest number, what waits with it, and all alike. */
export function useColWidth(
  rows: readonly GridRow[],
  periods: readonly string[],
  pending: Pending,
  words: FigureWords,
): number {
  const saved = useMemo(
    () =>
      Math.max(
        0,
        ...rows.map(({ figures, indicator }) =>
          Math.max(0, ...figures.map(({ value }) => (value === null ? 0 : words.number(value, indicator).length))),
        ),
      ),
    [rows, words],
  )
  const waiting = useMemo(() => {
    const decimals = new Map(rows.map(({ indicator }) => [indicator.id, indicator.decimals]))
    return Math.max(
      0,
      ...Object.values(pending).map((cell) => {
        const read = readPending(cell)
        if (read.kind !== 'value') return cell.text.length
        // What waits is bold, which takes a letter's room more.
        return words.number(read.value, { decimals: decimals.get(cell.indicatorId) ?? 0 }).length + 1
      }),
    )
  }, [rows, pending, words])
  const least = periods.some((period) => period.length > 7) ? 116 : 92
  return Math.max(least, Math.min(190, Math.max(saved, waiting) * 9 + 28))
}

/** Scrolls so far that a column is in sight beside the names. */
export function showColumn(element: HTMLElement | null, nameWidth: number, left: number, width: number): void {
  if (!element) return
  const room = element.clientWidth - nameWidth
  if (left < element.scrollLeft) element.scrollLeft = left
  else if (left + width > element.scrollLeft + room) element.scrollLeft = left + width - room
}
