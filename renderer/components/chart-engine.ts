/** The parts of ECharts that Fyr draws with; loaded when the first chart comes into sight. */
import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

export function startChart(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'svg' })
}
