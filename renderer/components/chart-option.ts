import type { EChartsCoreOption } from 'echarts/core'

export interface ChartSeries {
  readonly name: string
  /** One value per category; null leaves a gap. */
  readonly values: readonly (number | null)[]
  /** Mixes a line into a bar chart: a target over the counts. */
  readonly line?: boolean
  /** The line goes on over what is missing: figures of every second year. A break is told by a series of its own. */
  readonly bridged?: boolean
}
export interface ChartData {
  readonly kind: 'bar' | 'line' | 'donut'
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** Bars lie down: for long names. */
  readonly horizontal?: boolean
  readonly stacked?: boolean
}
export interface ChartColours {
  readonly series: readonly string[]
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly surface: string
  readonly font: string
}

/** Chart data and theme colours as what ECharts draws. */
export function chartOption(
  data: ChartData,
  colours: ChartColours,
  number: (value: number) => string,
): EChartsCoreOption {
  const text = { color: colours.muted, fontFamily: colours.font, fontSize: 12 }
  const shared = {
    animation: false,
    color: [...colours.series],
    textStyle: { fontFamily: colours.font },
    tooltip: {
      trigger: data.kind === 'donut' ? 'item' : 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { ...text, color: colours.text },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? number(value) : ''),
      confine: true,
    },
    legend: {
      show: data.series.length > 1 || data.kind === 'donut',
      bottom: 0,
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 8,
      textStyle: text,
    },
  }
  if (data.kind === 'donut') {
    const values = data.series[0]?.values ?? []
    return {
      ...shared,
      series: [
        {
          type: 'pie',
          radius: ['50%', '75%'],
          center: ['50%', '44%'],
          label: { show: false },
          itemStyle: { borderColor: colours.surface, borderWidth: 2 },
          data: data.categories.map((name, index) => ({ name, value: values[index] ?? 0 })),
        },
      ],
    }
  }
  const names = {
    type: 'category',
    data: [...data.categories],
    inverse: data.horizontal ?? false,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: { ...text, ...(data.horizontal ? { width: 150, overflow: 'truncate' } : { hideOverlap: true }) },
  }
  const values = {
    type: 'value',
    // Counts have no halves; rates do.
    minInterval: data.series.every((one) => one.values.every((value) => Number.isInteger(value ?? 0))) ? 1 : 0,
    // A line tells change: it need not stand on nought.
    scale: data.kind === 'line' && data.series.some((one) => one.bridged),
    splitLine: { lineStyle: { color: colours.line } },
    axisLabel: { ...text, formatter: (value: number) => number(value) },
  }
  return {
    ...shared,
    grid: { left: 4, right: 12, top: 12, bottom: data.series.length > 1 ? 32 : 4, containLabel: true },
    xAxis: data.horizontal ? values : names,
    yAxis: data.horizontal ? names : values,
    series: data.series.map((one) => {
      const line = data.kind === 'line' || one.line
      return {
        name: one.name,
        data: [...one.values],
        ...(line
          ? { type: 'line', symbolSize: 6, lineStyle: { width: 2 }, connectNulls: one.bridged ?? false }
          : {
              type: 'bar',
              barMaxWidth: 28,
              itemStyle: { borderRadius: data.stacked ? 0 : data.horizontal ? [0, 3, 3, 0] : [3, 3, 0, 0] },
            }),
        ...(data.stacked && !line ? { stack: 'all' } : {}),
      }
    }),
  }
}
