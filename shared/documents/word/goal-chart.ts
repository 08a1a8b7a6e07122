/** The chart of a goal's lead indicator in Word, with the figures in its alternative text and the breaks told below. */
import { Paragraph } from 'docx'
import { cleanLine } from '../clean-text.ts'
import { chartOf } from '../strategy/chart.ts'
import { breakTexts, indicatorOf, measureOf, type StrategyWords } from '../strategy/words.ts'
import type { PaperGoal, PaperPlan } from '../strategy-snapshot.ts'
import type { Block } from './blocks.ts'
import { figureLines, type LineSeries } from './charts.ts'

/** Nothing where the goal has no lead indicator with three figures. Word's charts have no upright mark, so a break is a gap and a sentence. */
export function goalChart(goal: PaperGoal, plan: PaperPlan, words: StrategyWords): Block[] {
  const chart = chartOf(goal)
  const lead = indicatorOf(plan, goal.lead)
  if (chart === null || lead === undefined) return []
  const { t, value, period } = words
  const measure = measureOf(goal, plan)
  const title = t('documents.strategy.chart.title', { code: goal.code, indicator: lead.title })
  const series: LineSeries[] = [
    { name: t('documents.strategy.chart.value'), values: chart.value, look: 'result' as const },
    ...(chart.afterBreak === null
      ? []
      : [{ name: t('documents.strategy.chart.afterBreak'), values: chart.afterBreak, look: 'after' as const }]),
    ...(chart.path === null
      ? []
      : [
          {
            name: t(`documents.strategy.chart.${chart.climbs ? 'path' : 'level'}`),
            values: chart.path,
            look: 'path' as const,
          },
        ]),
    ...(chart.reference === null
      ? []
      : [
          {
            name: goal.reference ?? t('documents.strategy.chart.reference'),
            values: chart.reference,
            look: 'reference' as const,
          },
        ]),
  ]
  const figures = series.map(({ name, values }) =>
    t('documents.strategy.chart.altSeries', {
      name,
      figures: values
        .flatMap((one, at) =>
          one === null
            ? []
            : [
                t('documents.strategy.chart.altFigure', {
                  period: period(chart.periods[at] ?? ''),
                  value: value(one, measure),
                }),
              ],
        )
        .join(', '),
    }),
  )
  const breaks = breakTexts(goal, words)
  return [
    new Paragraph({ style: 'Byline', keepNext: true, spacing: { before: 200 }, text: cleanLine(title) }),
    figureLines(
      {
        title,
        alt: t('documents.strategy.chart.alt', {
          indicator: lead.title,
          unit: lead.unitText ?? t(`codes.indicatorUnit.${lead.unit}`),
          figures: [...figures, ...breaks].join('. '),
        }),
        keepNext: breaks.length > 0,
      },
      chart.periods.map(period),
      series,
      measure.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(measure.decimals)}`,
    ),
    ...(breaks.length === 0
      ? []
      : [
          // The style holds a line to what follows; held to the next chart, this one would leave its page half white.
          new Paragraph({
            style: 'Byline',
            keepNext: false,
            text: cleanLine(`${breaks.join('. ')}. ${t('documents.strategy.breakRule')}`),
          }),
        ]),
  ]
}
