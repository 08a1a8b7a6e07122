/**
 * The timeline of section 11 (board-package.md 4.1): projects and milestones against months, quarters or years. It is a table whose cells
 * are shaded, not a chart: a bar chart can't carry three dates of one milestone, and this can be read aloud row by row and edited in Word.
 * Each date stands as letters in its column, so that nothing is told by colour alone.
 */
import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { addMonths, formatDay, formatMonthShort, timeZoneOf, todayIn } from '../../domain/days.ts'
import { standsOn } from '../../domain/milestone-rules.ts'
import { formatNumber } from '../../domain/numbers.ts'
import { type AxisUnit, type DayRange, daysOf, projectBar, rangeOf, startOf, ticksOf } from '../../domain/timeline.ts'
import type { Day, Language } from '../../domain/values.ts'
import { type Translate, translator } from '../../i18n/translator.ts'
import { cleanLine } from '../clean-text.ts'
import type { Snapshot, SnapshotProject } from '../snapshot.ts'
import { type Block, heading, sentence } from './blocks.ts'
import { colours, page } from './styles.ts'

type Milestone = SnapshotProject['milestones'][number]
type Axis = { unit: AxisUnit; ticks: readonly Day[]; now: number; today: Day }
type Words = { t: Translate; language: Language; day: (day: Day) => string }

/** More columns get too narrow for their heads. */
const mostColumns = 14
/** A board reads no more rows on paper; the workbook has them all. */
const mostRows = 120
const nameWidth = 3000
const slipFill = 'F6E7CC'

/** A heading of level 3, what the letters mean, and the table. None where there is no project, nor in older packages. */
export function timelineBlocks(snapshot: Snapshot): Block[] {
  const projects = snapshot.projects?.rows ?? []
  if (projects.length === 0) return []
  const { language } = snapshot
  const t = translator(language)
  const words: Words = { t, language, day: (day) => formatDay(day, language) }
  const today = todayIn(timeZoneOf(snapshot.partnership.country), snapshot.package.dataAsOf)
  const axis = axisOf(projects, today)
  const shown = upTo(projects, mostRows)
  const left = projects.length - shown.length
  const outside = shown.some(({ milestones }) => milestones.flatMap(daysOf).some((day) => beyond(axis, day) !== null))
  return [
    heading(3, t('documents.timeline.heading')),
    sentence(t('documents.timeline.legend', { day: words.day(today) }), 'Byline'),
    ...(outside ? [sentence(t('documents.timeline.outside'), 'Byline')] : []),
    drawn(shown, axis, words),
    new Paragraph({ style: 'AfterTable' }),
    ...(left > 0
      ? [sentence(t('documents.timeline.more', { count: left, number: formatNumber(left, language, 0) }))]
      : []),
  ]
}

/** As many whole projects as the rows allow; the first always. */
function upTo(projects: readonly SnapshotProject[], rows: number): readonly SnapshotProject[] {
  let used = 0
  const end = projects.findIndex((project, index) => {
    used += 1 + project.milestones.length
    return used > rows && index > 0
  })
  return end === -1 ? projects : projects.slice(0, end)
}

/**
 * The finest columns of which few enough hold everything from a year back; else those that hold every milestone, and ends of projects as far
 * as there is room. What is older or farther off would make all columns coarse: its marks stand at the edge, with an arrow.
 */
function axisOf(projects: readonly SnapshotProject[], today: Day): Axis {
  const oldest = addMonths(today, -12)
  const recent = (day: Day) => (day < oldest ? oldest : day)
  const bars = projects.map(projectBar)
  const needed = [
    today,
    ...projects.flatMap(({ milestones }) => milestones.flatMap(daysOf)),
    ...bars.map(({ from }) => from),
  ]
  const wanted = [...needed, ...bars.map(({ to }) => to)].map(recent)
  const columns = (unit: AxisUnit, days: readonly Day[]) => ticksOf(unit, rangeOf(unit, days, today))
  const hold = (among: readonly AxisUnit[], days: readonly Day[]) =>
    among.find((unit) => columns(unit, days).length <= mostColumns)
  const unit = hold(['month', 'quarter'], wanted) ?? hold(['quarter', 'year'], needed.map(recent)) ?? 'decade'
  const ticks = columns(unit, wanted).slice(0, mostColumns)
  return { unit, ticks, today, now: columnOf(ticks, today) }
}

/** The column that a day lies in; days outside count to the first and the last. */
function columnOf(ticks: readonly Day[], day: Day): number {
  return Math.max(
    0,
    ticks.findLastIndex((tick) => tick <= day),
  )
}

/** Which end of the axis a day lies beyond; null = none. */
function beyond({ unit, ticks }: Axis, day: Day): 'before' | 'after' | null {
  const start = startOf(unit, day)
  if (start < (ticks[0] ?? start)) return 'before'
  return start > (ticks.at(-1) ?? start) ? 'after' : null
}

function drawn(projects: readonly SnapshotProject[], axis: Axis, words: Words): Block {
  const width = Math.floor((page.textWidth - nameWidth) / axis.ticks.length)
  const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
  const edge = { ...line, size: 8, color: colours.accent }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    width: { size: page.textWidth, type: WidthType.DXA },
    columnWidths: [page.textWidth - width * axis.ticks.length, ...axis.ticks.map(() => width)],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.LEFT,
    margins: { top: 40, bottom: 40, left: 30, right: 30 },
    borders: { top: edge, bottom: edge, left: none, right: none, insideHorizontal: line, insideVertical: line },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      headRow(axis, words),
      ...projects.flatMap((project) => [
        projectRow(project, axis, words),
        ...project.milestones.map((milestone) => milestoneRow(milestone, axis, words)),
      ]),
    ],
  })
}

/** The column of the day of the data has strong lines at its sides. */
function bordersOf(column: number, { now }: Axis): { left?: IBorderOptions; right?: IBorderOptions } {
  const strong = { style: BorderStyle.SINGLE, size: 12, color: colours.accent }
  return {
    ...(column === now ? { left: strong, right: strong } : {}),
    ...(column === now - 1 ? { right: strong } : {}),
    ...(column === now + 1 ? { left: strong } : {}),
  }
}

function cell(
  lines: readonly { text: string; style: string }[],
  options: { fill?: string; column?: number; axis: Axis; keepNext?: boolean },
) {
  const { fill, column, axis, keepNext = false } = options
  return new TableCell({
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
    verticalAlign: 'center',
    borders: column === undefined ? {} : bordersOf(column, axis),
    children: (lines.length > 0 ? lines : [{ text: '', style: 'TimelineMark' }]).map(
      ({ text, style }) => new Paragraph({ style, text: cleanLine(text), keepNext }),
    ),
  })
}

function headRow(axis: Axis, words: Words): TableRow {
  const { t } = words
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [
      cell([{ text: t('documents.timeline.name'), style: 'TableHead' }], { fill: colours.headFill, axis }),
      ...axis.ticks.map((tick, column) =>
        cell(
          [...labelOf(axis.unit, tick, words), ...(column === axis.now ? [t('documents.timeline.now')] : [])].map(
            (text) => ({
              text,
              style: 'TimelineHead',
            }),
          ),
          { fill: colours.headFill, column, axis },
        ),
      ),
    ],
  })
}

function labelOf(unit: AxisUnit, tick: Day, { t, language }: Words): string[] {
  const year = tick.slice(0, 4)
  if (unit === 'month') return [formatMonthShort(tick, language, false), year]
  if (unit === 'quarter')
    return [t('documents.timeline.quarter', { number: String(Math.ceil(Number(tick.slice(5, 7)) / 3)) }), year]
  return unit === 'decade' ? [t('documents.timeline.decade', { year })] : [year]
}

function projectRow(project: SnapshotProject, axis: Axis, words: Words): TableRow {
  const { t, day } = words
  const bar = projectBar(project)
  const from = project.startOn ? day(project.startOn) : String(project.startYear)
  const end = project.endActualOn ?? project.endPlannedOn
  const told = [
    end ? t('documents.timeline.fromTo', { from, to: day(end) }) : t('documents.timeline.noEnd', { from }),
    t(`codes.projectStatus.${project.status}`),
  ].join(' · ')
  const title = project.number ? `${project.number} ${project.title}` : project.title
  const keepNext = project.milestones.length > 0
  return new TableRow({
    cantSplit: true,
    children: [
      cell(
        [
          { text: title, style: 'TableFirst' },
          { text: told, style: 'TimelineNote' },
        ],
        { axis, keepNext },
      ),
      ...axis.ticks.map((_, column) =>
        cell([], { ...(covers(axis, column, bar) ? { fill: colours.soft } : {}), column, axis, keepNext }),
      ),
    ],
  })
}

function covers(axis: Axis, column: number, { from, to }: DayRange): boolean {
  const { ticks } = axis
  if (beyond(axis, to) === 'before' || beyond(axis, from) === 'after') return false
  return column >= columnOf(ticks, from) && column <= columnOf(ticks, to)
}

function milestoneRow(milestone: Milestone, axis: Axis, words: Words): TableRow {
  const { t } = words
  const { baselineOn, forecastOn, actualOn } = milestone
  const marks = [
    { day: baselineOn, text: t('documents.timeline.baseline') },
    { day: forecastOn, text: t('documents.timeline.forecast') },
    { day: actualOn, text: t('documents.timeline.actual') },
  ].flatMap(({ day, text }) => {
    if (day === null) return []
    const side = beyond(axis, day)
    const shown = side === 'before' ? `← ${text}` : side === 'after' ? `${text} →` : text
    return [{ column: columnOf(axis.ticks, day), text: shown }]
  })
  const [planned, reached] = [columnOf(axis.ticks, baselineOn), columnOf(axis.ticks, standsOn(milestone))]
  const late = reached >= planned
  return new TableRow({
    cantSplit: true,
    children: [
      cell(
        [
          { text: milestone.title, style: 'TableText' },
          { text: toldOf(milestone, words), style: 'TimelineNote' },
        ],
        { axis },
      ),
      ...axis.ticks.map((_, column) => {
        const own = marks.filter((mark) => mark.column === column).map(({ text }) => text)
        const between = column > Math.min(planned, reached) && column < Math.max(planned, reached)
        const within =
          planned !== reached && column >= Math.min(planned, reached) && column <= Math.max(planned, reached)
        const lines = own.length > 0 || !between ? own : [late ? '→' : '←']
        return cell(
          lines.map((text) => ({ text, style: 'TimelineMark' })),
          { ...(within ? { fill: late ? slipFill : colours.headFill } : {}), column, axis },
        )
      }),
    ],
  })
}

/** "Late, 50 days after the baseline". */
function toldOf({ state, slipDays }: Milestone, { t, language }: Words): string {
  const word = t(`codes.milestoneState.${state}`)
  if (slipDays === null || slipDays === 0) return word
  const count = Math.abs(slipDays)
  const told = { state: word, count, number: formatNumber(count, language, 0) }
  return slipDays > 0 ? t('documents.timeline.late', told) : t('documents.timeline.early', told)
}
