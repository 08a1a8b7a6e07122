/**
 * The axis of a timeline: days to lengths and back, and the lines that divide it. Days are `YYYY-MM-DD` without a time zone, lengths in
 * whatever unit the caller draws in (pixels on screen, columns of a table on paper). Weeks are those of ISO 8601: they begin on Monday.
 */
import { addDays, addMonths, daysBetween } from './days.ts'
import { standsOn } from './milestone-rules.ts'
import type { Day } from './values.ts'

/** From near to far: what the axis is divided into. */
export const zooms = ['week', 'month', 'quarter', 'year', 'decade'] as const
export type Zoom = (typeof zooms)[number]
export type AxisUnit = 'day' | Zoom

/** The lines of a zoom, and those of the heads above them. */
const divisions: Readonly<Record<Zoom, { readonly minor: AxisUnit; readonly major: AxisUnit }>> = {
  week: { minor: 'day', major: 'week' },
  month: { minor: 'week', major: 'month' },
  quarter: { minor: 'month', major: 'quarter' },
  year: { minor: 'quarter', major: 'year' },
  decade: { minor: 'year', major: 'decade' },
}
/** Pixels of a day: so many that the short label of a minor line has room. */
const dayWidths: Readonly<Record<Zoom, number>> = { week: 44, month: 12, quarter: 3.5, year: 1, decade: 0.2 }

/** The least pixels of a day at which the labels of a zoom's lines still have room, for seeing a whole range at once. */
const leastWidths: Readonly<Record<Zoom, number>> = { week: 40, month: 8, quarter: 1.5, year: 0.55, decade: 0 }

/** The first and the last day that can be written (`values.isDay`). */
const firstDay: Day = '1800-01-01'
const lastDay: Day = '2199-12-31'

function clamp(day: Day, from: Day = firstDay, to: Day = lastDay): Day {
  return day < from ? from : day > to ? to : day
}

/** ISO 8601: Monday 1 … Sunday 7. */
function weekday(day: Day): number {
  // 1 January 1800 was a Wednesday.
  return ((daysBetween(firstDay, day) + 2) % 7) + 1
}

/** The ISO week that a day lies in. Its year is the one of the week's Thursday, so 1 January 2027 lies in week 53 of 2026. */
export function isoWeek(day: Day): { year: number; week: number } {
  const thursday = addDays(day, 4 - weekday(day))
  return {
    year: Number(thursday.slice(0, 4)),
    week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1,
  }
}

/** The first day of the day, week, month, quarter, year or decade that a day lies in; never before 1800. */
export function startOf(unit: AxisUnit, day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  switch (unit) {
    case 'day':
      return day
    case 'week':
      return clamp(addDays(day, 1 - weekday(day)))
    case 'month':
      return `${day.slice(0, 7)}-01`
    case 'quarter':
      return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
    case 'year':
      return `${day.slice(0, 4)}-01-01`
    case 'decade':
      return `${year - (year % 10)}-01-01`
  }
}

/** The first day of the next unit. May lie after 2199. */
function nextStart(unit: AxisUnit, start: Day): Day {
  switch (unit) {
    case 'day':
      return addDays(start, 1)
    case 'week':
      return addDays(start, 8 - weekday(start))
    case 'month':
      return addMonths(start, 1)
    case 'quarter':
      return addMonths(start, 3)
    case 'year':
      return addMonths(start, 12)
    case 'decade':
      return addMonths(start, 120)
  }
}

/** Both days are within it. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

/** The units that a range touches, as their first days in order; the first may begin before the range. */
export function ticksOf(unit: AxisUnit, { from, to }: DayRange): Day[] {
  const ticks: Day[] = []
  for (let day = startOf(unit, from); day <= to; day = nextStart(unit, day)) ticks.push(day)
  return ticks
}

/** The whole units that hold all the days; those of `otherwise` where there is none. Texts that are no days are the caller's fault. */
export function rangeOf(unit: AxisUnit, days: Iterable<Day>, otherwise: Day): DayRange {
  let from: Day | null = null
  let to: Day | null = null
  for (const day of days) {
    if (from === null || day < from) from = day
    if (to === null || day > to) to = day
  }
  return {
    from: startOf(unit, from ?? otherwise),
    to: clamp(addDays(nextStart(unit, startOf(unit, to ?? otherwise)), -1)),
  }
}

/** The same range with `days` more at both ends, within 1800–2199. */
export function widened({ from, to }: DayRange, days: number): DayRange {
  return { from: clamp(addDays(from, -days)), to: clamp(addDays(to, days)) }
}

export interface Scale {
  readonly range: DayRange
  readonly dayWidth: number
  /** Of the whole range. */
  readonly width: number
  readonly minor: AxisUnit
  readonly major: AxisUnit
  /** Where a day begins; days outside the range lie outside 0 … width. */
  xOf(day: Day): number
  /** The middle of a day: where its mark stands. */
  middleOf(day: Day): number
  /** The day under a place; the nearest of the range where the place lies outside. */
  dayAt(x: number): Day
}

/** The axis of a range. `dayWidth`: the length of a day, that of the zoom in pixels unless given. */
export function scaleOf(zoom: Zoom, range: DayRange, dayWidth = dayWidths[zoom]): Scale {
  const days = daysBetween(range.from, range.to) + 1
  const xOf = (day: Day) => daysBetween(range.from, day) * dayWidth
  return {
    range,
    dayWidth,
    width: days * dayWidth,
    ...divisions[zoom],
    xOf,
    middleOf: (day) => xOf(day) + dayWidth / 2,
    dayAt: (x) => {
      // A little more than the quotient: 17 × 0.2 / 0.2 must not fall to 16.
      const index = Math.floor(x / dayWidth + 1e-6)
      return addDays(range.from, Math.max(0, Math.min(days - 1, index)))
    },
  }
}

/** How to see a whole range in a width at once: the length of a day, and the zoom whose lines have room at that length. */
export function fitIn(range: DayRange, width: number): { zoom: Zoom; dayWidth: number } {
  const days = daysBetween(range.from, range.to) + 1
  const dayWidth = Math.min(dayWidths.week, Math.max(width / days, 0.001))
  return { zoom: zooms.find((zoom) => leastWidths[zoom] <= dayWidth) ?? 'decade', dayWidth }
}

/** The zoom one step nearer (−1) or farther (+1); the same at the ends. */
export function stepZoom(zoom: Zoom, step: number): Zoom {
  const index = Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(zoom) + step))
  return zooms[index] ?? zoom
}

interface ThreeDates {
  readonly baselineOn: Day
  readonly forecastOn: Day | null
  readonly actualOn: Day | null
}
/** The days that a milestone has on the axis. */
export function daysOf({ baselineOn, forecastOn, actualOn }: ThreeDates): Day[] {
  return [baselineOn, forecastOn, actualOn].filter((day) => day !== null)
}

interface ProjectDays {
  readonly startYear: number
  readonly startOn: Day | null
  readonly endPlannedOn: Day | null
  readonly endActualOn: Day | null
  readonly milestones: readonly ThreeDates[]
}
/**
 * The bar of a project. Without a start day it begins on 1 January of the start year; without any end it runs to its last milestone or to
 * the end of its start year, whichever is later, and `open` says that its end is not said.
 */
export function projectBar(project: ProjectDays): DayRange & { open: boolean } {
  const from = project.startOn ?? `${project.startYear}-01-01`
  const end = project.endActualOn ?? project.endPlannedOn
  if (end !== null) return { from, to: end < from ? from : end, open: false }
  const last = project.milestones.map(standsOn).reduce((a, b) => (a > b ? a : b), `${from.slice(0, 4)}-12-31`)
  return { from, to: last, open: true }
}

/** Every day that a project has on the axis. */
export function daysOfProject(project: ProjectDays): Day[] {
  const { from, to } = projectBar(project)
  return [from, to, ...(project.endPlannedOn ? [project.endPlannedOn] : []), ...project.milestones.flatMap(daysOf)]
}
