import type { EChartsCoreOption } from 'echarts/core'
import type { ChartColours } from '#renderer/components/chart-option.ts'
import type { Figure } from './figure-pending.ts'

export interface Drawn {
  readonly name: string
  readonly figures: readonly Figure[]
  /** What others are held against: dashed and grey. */
  readonly reference?: boolean
}
interface Words {
  /** A number alone, for the axis: the unit is told once above it. */
  readonly number: (value: number) => string
  /** What its steps are at least, so that no two of them read the same. */
  readonly smallest: number
  readonly value: (value: number) => string
  readonly period: (period: string) => string
  readonly status: (status: Figure['status']) => string
  readonly missing: string
}
type Point = { value: number | null; symbol?: string; symbolSize?: number }

const settled = (figure: Figure | undefined) => figure?.status === 'final' || figure?.status === 'revised'

/**
 * Lines of figures in ECharts: parted where the series is broken, with a line and a text there; gaps where a value is missing;
 * figures that are not final as hollow marks on a dotted line.
 */
export function seriesOption(
  periods: readonly string[],
  lines: readonly Drawn[],
  colours: ChartColours,
  words: Words,
): EChartsCoreOption {
  const text = { color: colours.muted, fontFamily: colours.font, fontSize: 12 }
  const byPeriod = lines.map((line) => new Map(line.figures.map((one) => [one.period, one])))
  const breaks = periods.flatMap((period) => {
    const notes = byPeriod.flatMap((own, at) => {
      const figure = own.get(period)
      return figure?.seriesBreak && !lines[at]?.reference ? [figure.breakNote ?? ''] : []
    })
    return notes.length > 0 ? [{ period, note: [...new Set(notes)].join(' · ') }] : []
  })
  const series = lines.flatMap((line, at) => {
    const own = byPeriod[at] ?? new Map<string, Figure>()
    const colour = line.reference ? colours.muted : (colours.series[at % colours.series.length] ?? colours.text)
    return segmentsOf(periods, own).map((data) => ({
      name: line.name,
      type: 'line',
      connectNulls: false,
      color: colour,
      symbolSize: 6,
      symbol: 'circle',
      lineStyle: {
        width: line.reference ? 1.5 : 2,
        type: data.dotted ? 'dotted' : line.reference ? 'dashed' : 'solid',
      },
      data: data.points,
    }))
  })
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    legend: {
      show: lines.length > 1,
      bottom: 0,
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 8,
      textStyle: text,
      data: [...new Set(lines.map(({ name }) => name))],
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { ...text, color: colours.text },
      confine: true,
      renderMode: 'richText',
      formatter: (points: readonly { readonly dataIndex: number }[]) => {
        const period = periods[points[0]?.dataIndex ?? -1]
        if (period === undefined) return ''
        const said = lines.flatMap((line, at) => {
          const figure = byPeriod[at]?.get(period)
          if (!figure) return []
          const shown = figure.value === null ? words.missing : words.value(figure.value)
          return [`${line.name}: ${shown}${settled(figure) ? '' : ` (${words.status(figure.status)})`}`]
        })
        return [words.period(period), ...said].join('\n')
      },
    },
    grid: {
      left: 4,
      right: 16,
      top: breaks.length > 0 ? 28 : 12,
      bottom: lines.length > 1 ? 32 : 4,
      containLabel: true,
    },
    xAxis: {
      type: 'category',
      data: periods.map(words.period),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      scale: true,
      minInterval: words.smallest,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { ...text, formatter: (value: number) => words.number(value) },
    },
    series: [
      ...series,
      {
        type: 'line',
        data: [],
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colours.muted, type: 'solid', width: 1.5 },
          data: breaks.map(({ period, note }) => ({
            xAxis: periods.indexOf(period),
            label: {
              formatter: short(note),
              position: 'end',
              // Near an edge the words lean inwards.
              align: periods.indexOf(period) > periods.length / 2 ? 'right' : 'left',
              color: colours.text,
              fontFamily: colours.font,
              fontSize: 12,
            },
          })),
        },
      },
    ],
  }
}

const short = (note: string) => (note.length > 40 ? `${note.slice(0, 39)}…` : note)

/** A line in pieces: a new one at each break; what is not final is a piece of its own, joined to the figures beside it. */
function segmentsOf(
  periods: readonly string[],
  own: ReadonlyMap<string, Figure>,
): { dotted: boolean; points: Point[] }[] {
  const ends = periods.flatMap((period, at) => (own.get(period)?.seriesBreak ? [at] : []))
  const bounds = [0, ...ends.filter((at) => at > 0), periods.length]
  return bounds.slice(0, -1).flatMap((from, piece) => {
    const to = bounds[piece + 1] ?? periods.length
    const inside = (at: number) => at >= from && at < to
    const figureAt = (at: number) => (inside(at) ? own.get(periods[at] ?? '') : undefined)
    const firm: Point[] = periods.map((_, at) => {
      const figure = figureAt(at)
      return { value: figure && settled(figure) ? figure.value : null }
    })
    const loose = (at: number) => {
      const figure = figureAt(at)
      return figure !== undefined && figure.value !== null && !settled(figure)
    }
    const soft: Point[] = periods.map((_, at) => {
      const figure = figureAt(at)
      if (loose(at)) return { value: figure?.value ?? null, symbol: 'emptyCircle', symbolSize: 9 }
      return loose(at - 1) || loose(at + 1) ? { value: figure?.value ?? null, symbol: 'none' } : { value: null }
    })
    return [
      { dotted: false, points: firm },
      ...(soft.some(({ symbol }) => symbol === 'emptyCircle') ? [{ dotted: true, points: soft }] : []),
    ]
  })
}
