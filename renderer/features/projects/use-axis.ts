import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { today } from '#renderer/lib/use-format.ts'
import { daysBetween } from '#shared/domain/days.ts'
import { type DayRange, fitIn, type Scale, scaleOf, stepZoom, widened } from '#shared/domain/timeline.ts'
import type { Day } from '#shared/domain/values.ts'
import type { Seen } from './timeline-lines.ts'

export interface Axis {
  readonly scale: Scale
  /** Pixels of the column of names, and of the part of the axis in sight. */
  readonly nameWidth: number
  readonly view: number
  /** Moves the view by parts of its width. */
  readonly pan: (parts: number) => void
  /** Brings a day into sight, if it isn't; `middle` puts it there anyhow. */
  readonly show: (day: Day, middle?: boolean) => void
  /** The day under a place on the screen. */
  readonly dayAt: (clientX: number) => Day
  /** One step nearer (−1) or farther (+1); the day under `clientX`, else the one in the middle, stays where it is. */
  readonly zoomBy: (step: number, clientX?: number) => void
}

/** Where the middle of what is seen lies: a day and a part of it, so that zooming and coming data leave it in place. */
interface Anchor {
  readonly from: Day
  readonly days: number
  /** Pixels from the left end of the axis in sight. */
  readonly offset: number
}

/** The axis of a scrolling chart: its scale, and what moves and zooms it. */
export function useAxis(
  scroller: RefObject<HTMLDivElement | null>,
  range: DayRange,
  seen: Seen,
  onZoom: (zoom: Seen) => void,
): Axis {
  const [room, setRoom] = useState(1000)
  const anchor = useRef<Anchor | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const measure = () => setRoom(Math.max(240, element.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  const nameWidth = Math.round(Math.min(320, Math.max(120, room * 0.38)))
  const view = room - nameWidth

  const scale = useMemo(() => {
    if (seen === 'fit') {
      const { zoom, dayWidth } = fitIn(range, view - 1)
      return scaleOf(zoom, range, dayWidth)
    }
    const { dayWidth } = scaleOf(seen, range)
    // Half a view more at both ends, so that the first and the last day can stand in the middle.
    return scaleOf(seen, widened(range, Math.ceil(view / 2 / dayWidth)))
  }, [range, seen, view])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const held = anchor.current ?? { from: today(), days: 0, offset: view * 0.4 }
    element.scrollLeft = (daysBetween(scale.range.from, held.from) + held.days) * scale.dayWidth - held.offset
    anchor.current = held
  }, [scroller, scale, view])

  const hold = useCallback(
    (offset: number) => {
      const left = scroller.current?.scrollLeft ?? 0
      anchor.current = { from: scale.range.from, days: (left + offset) / scale.dayWidth, offset }
    },
    [scroller, scale],
  )
  useEffect(() => {
    const element = scroller.current
    if (!element || seen === 'fit') return
    const onScroll = () => hold(view / 2)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [scroller, seen, hold, view])

  return useMemo(() => {
    const offsetOf = (clientX: number) => clientX - (scroller.current?.getBoundingClientRect().left ?? 0) - nameWidth
    return {
      scale,
      nameWidth,
      view,
      pan: (parts) => {
        if (scroller.current) scroller.current.scrollLeft += parts * view
      },
      show: (day, middle = false) => {
        const element = scroller.current
        if (!element) return
        const x = scale.middleOf(day)
        const [left, right] = [element.scrollLeft + 24, element.scrollLeft + view - 24]
        if (middle || x < left || x > right) element.scrollLeft = x - view / 2
      },
      dayAt: (clientX) => scale.dayAt((scroller.current?.scrollLeft ?? 0) + offsetOf(clientX)),
      zoomBy: (step, clientX) => {
        // From a view of everything, the first step nearer is to the zoom whose lines have room.
        const now = seen === 'fit' ? fitIn(scale.range, view - 1).zoom : seen
        hold(clientX === undefined ? view / 2 : offsetOf(clientX))
        onZoom(stepZoom(now, step))
      },
    }
  }, [scroller, scale, nameWidth, view, seen, hold, onZoom])
}
