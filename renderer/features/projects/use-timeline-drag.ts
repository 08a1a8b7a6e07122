import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { Line, TimelineMilestone } from './timeline-lines.ts'
import type { Axis } from './use-axis.ts'
import type { useMove } from './use-move.ts'

/** Pixels that a pointer may tremble before it drags. */
const tremble = 3
/** Pixels from the edge where the view follows the pointer, and how far at each step. */
const edge = { near: 28, step: 18 }
/** How much the wheel turns for one zoom: a notch of a mouse, a short way of two fingers. */
const notch = 60

/** The row that something on the screen lies in. */
export function rowIndexOf(target: Element): number | null {
  const row = target.closest<HTMLElement>('[data-index]')
  return row ? Number(row.dataset.index) : null
}

interface Drag {
  readonly milestone: TimelineMilestone
  readonly startX: number
  /** From the middle of the mark to where it was taken hold of. */
  readonly held: number
  moved: boolean
}

/** Drags a forecast, or the baseline's mark where there is no forecast yet. The handlers go on the body of the chart. */
export function useTimelineDrag(
  lines: readonly Line[],
  axis: Axis,
  moving: ReturnType<typeof useMove>,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const drag = useRef<Drag | null>(null)
  return {
    onPointerDown: (event: PointerEvent) => {
      const mark = (event.target as Element).closest<HTMLElement>('[data-grab]')
      const index = mark && rowIndexOf(mark)
      const line = index === null ? undefined : lines[index]
      if (!mark || event.button !== 0 || line?.kind !== 'milestone') return
      const box = mark.getBoundingClientRect()
      mark.setPointerCapture?.(event.pointerId)
      drag.current = {
        milestone: line.milestone,
        startX: event.clientX,
        held: event.clientX - (box.left + box.width / 2),
        moved: false,
      }
    },
    onPointerMove: (event: PointerEvent) => {
      const own = drag.current
      if (!own) return
      if (!own.moved) {
        if (Math.abs(event.clientX - own.startX) < tremble) return
        own.moved = true
        if (!moving.start(own.milestone)) {
          drag.current = null
          return
        }
      }
      follow(scroller.current, event.clientX, axis.nameWidth)
      moving.to(axis.dayAt(event.clientX - own.held))
    },
    onPointerUp: () => {
      const own = drag.current
      drag.current = null
      if (own?.moved) moving.confirm()
    },
    onPointerCancel: () => {
      drag.current = null
      moving.cancel()
    },
  }
}

/** The view goes along with a pointer at its edge. */
function follow(element: HTMLElement | null, clientX: number, nameWidth: number): void {
  const box = element?.getBoundingClientRect()
  if (!element || !box || box.width === 0) return
  if (clientX > box.right - edge.near) element.scrollLeft += edge.step
  else if (clientX < box.left + nameWidth + edge.near) element.scrollLeft -= edge.step
}

/** Ctrl (⌘) and the wheel, or two fingers drawn apart, zoom at the pointer. React listens to wheels passively, so it is done by hand. */
export function useWheelZoom(scroller: RefObject<HTMLDivElement | null>, axis: Axis): void {
  const turned = useRef(0)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      turned.current += event.deltaY
      if (Math.abs(turned.current) < notch) return
      axis.zoomBy(turned.current > 0 ? 1 : -1, event.clientX)
      turned.current = 0
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [scroller, axis])
}
