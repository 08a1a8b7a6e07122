import type { KeyboardEvent } from 'react'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { addDays, addMonths } from '#shared/domain/days.ts'
import { standsOn } from '#shared/domain/milestone-rules.ts'
import { projectBar } from '#shared/domain/timeline.ts'
import { type Day, isDay } from '#shared/domain/values.ts'
import type { Line, Seen } from './timeline-lines.ts'
import type { Axis } from './use-axis.ts'
import type { useMove } from './use-move.ts'

interface Given {
  readonly lines: readonly Line[]
  /** Index of the row that the keys act on. */
  readonly active: number
  readonly moveTo: (index: number) => void
  /** Rows in sight. */
  readonly page: () => number
  readonly open: (line: Line) => void
  readonly onToggle: (projectId: string) => void
  readonly onZoom: (zoom: Seen) => void
  readonly axis: Axis
  readonly moving: ReturnType<typeof useMove>
}

/** The day that a row is about: where its milestone stands, or its project begins. */
export function dayOf(line: Line): Day {
  return line.kind === 'milestone' ? standsOn(line.milestone) : projectBar(line.project).from
}

/** Everything in the timeline by keyboard; while a forecast is moved, the keys move it and nothing else. */
export function useTimelineKeys({ lines, active, moveTo, page, open, onToggle, onZoom, axis, moving }: Given) {
  const t = useT()
  const toasts = useToasts()

  /** True where the key was for the forecast on its way. */
  function moveForecast(event: KeyboardEvent): boolean {
    const now = moving.current()
    if (now?.stage !== 'moving') return false
    const step = event.shiftKey ? 7 : 1
    const days: Record<string, string> = {
      ArrowLeft: addDays(now.day, -step),
      ArrowRight: addDays(now.day, step),
      PageUp: addMonths(now.day, -1),
      PageDown: addMonths(now.day, 1),
    }
    const day = days[event.key]
    if (day !== undefined) {
      if (isDay(day)) {
        moving.to(day)
        axis.show(day)
      }
    } else if (event.key === 'Enter') moving.confirm()
    else if (event.key === 'Escape') moving.cancel()
    else return event.key !== 'Tab'
    return true
  }

  function sideways(line: Line, way: 'in' | 'out'): void {
    if (line.kind === 'milestone') {
      if (way === 'out') moveTo(lines.findIndex(({ key }) => key === line.project.id))
    } else if (line.project.milestones.length > 0) {
      if (line.open === (way === 'out')) onToggle(line.project.id)
      else if (way === 'in') moveTo(active + 1)
    }
  }

  function startMove(line: Line): void {
    if (line.kind === 'project') toasts.show({ text: t('projects.timeline.move.onlyMilestones') })
    else if (moving.start(line.milestone)) axis.show(line.milestone.forecastOn ?? line.milestone.baselineOn)
  }

  /** True where the key moved the row, the view or the zoom. */
  function look({ key, shiftKey }: KeyboardEvent): boolean {
    const rows: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page(),
      PageUp: active - page(),
      Home: 0,
      End: lines.length - 1,
    }
    const row = rows[key]
    if (row !== undefined) moveTo(row)
    else if (shiftKey && key === 'ArrowLeft') axis.pan(-0.25)
    else if (shiftKey && key === 'ArrowRight') axis.pan(0.25)
    else if (key === '+' || key === '=') axis.zoomBy(-1)
    else if (key === '-') axis.zoomBy(1)
    else if (key === '0') onZoom('fit')
    else return false
    return true
  }

  function act(line: Line, key: string): boolean {
    if (key === 'ArrowLeft') sideways(line, 'out')
    else if (key === 'ArrowRight') sideways(line, 'in')
    else if (key === 'Enter') open(line)
    else if (key === ' ') axis.show(dayOf(line))
    else if (key === 'F2' || key === 'm' || key === 'M') startMove(line)
    else return false
    return true
  }

  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const line = lines[active]
    if (moveForecast(event) || look(event) || (line && act(line, event.key))) event.preventDefault()
  }
}
