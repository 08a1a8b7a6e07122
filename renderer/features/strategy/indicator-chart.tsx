import { useEffect, useRef } from 'react'
import { coloursOf } from '#renderer/components/chart.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { useThemeName } from '#renderer/lib/use-theme.ts'
import { comparePeriods, yearOf } from '#shared/domain/periods.ts'
import { columnKindOf, columnsFor, kindOfPeriod } from './figure-columns.ts'
import { useFigureWords } from './figure-words.ts'
import styles from './indicator.module.css'
import { type Drawn, seriesOption } from './indicator-chart-option.ts'
import { type IndicatorRow, type Series, seriesName } from './indicator-use.ts'

interface Props {
  readonly indicator: IndicatorRow
  readonly series: readonly Series[]
  readonly reference: { readonly name: string; readonly series: Series } | null
}
const height = 260

/** The series of an indicator as lines, with what they are held against. The table beneath says the same in text. */
export function IndicatorChart({ indicator, series, reference }: Props) {
  const t = useT()
  const words = useFigureWords()
  const theme = useThemeName()
  const place = useRef<HTMLDivElement>(null)
  const lines: Drawn[] = [
    ...series.map((one) => ({ name: seriesName(one), figures: one.figures })),
    ...(reference ? [{ name: reference.name, figures: reference.series.figures, reference: true }] : []),
  ]
  const periods = periodsDrawn(indicator, series.length > 0 ? series : reference ? [reference.series] : [])
  const summary = lines
    .map((line) => {
      const own = line.figures
        .filter(({ value }) => value !== null)
        .toSorted((a, b) => comparePeriods(a.period, b.period))
      const [first, last] = [own[0], own.at(-1)]
      if (!first || !last || first.value === null || last.value === null)
        return t('indicators.chart.noValue', { name: line.name })
      return t('indicators.chart.said', {
        name: line.name,
        from: words.value(first.value, indicator),
        fromPeriod: words.period(first.period),
        to: words.value(last.value, indicator),
        toPeriod: words.period(last.period),
      })
    })
    .join(' ')
  const drawing = JSON.stringify([periods, lines])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing stands for periods and lines; a new theme means new colours
  useEffect(() => {
    let stop = () => {}
    let gone = false
    void import('#renderer/components/chart-engine.ts').then(({ startChart }) => {
      const element = place.current
      if (gone || !element) return
      const chart = startChart(element)
      chart.setOption(
        seriesOption(periods, lines, coloursOf(element), {
          number: (value) =>
            indicator.unit === 'percent' ? words.value(value, indicator) : words.number(value, indicator),
          smallest: 10 ** -indicator.decimals,
          value: (value) => words.value(value, indicator),
          period: words.periodShort,
          status: words.status,
          missing: t('indicators.figures.none'),
        }),
      )
      const observer = new ResizeObserver(() => chart.resize())
      observer.observe(element)
      stop = () => {
        observer.disconnect()
        chart.dispose()
      }
    })
    return () => {
      gone = true
      stop()
    }
  }, [drawing, theme, words])
  const provisional = series.some(({ figures }) =>
    figures.some(({ status }) => status === 'preliminary' || status === 'estimated'),
  )
  return (
    <figure className={styles.chart} aria-label={t('indicators.chart.title')}>
      <figcaption>
        <h3>{t('indicators.chart.title')}</h3>
        {indicator.unit !== 'percent' && <p className={styles.quiet}>{words.unitName(indicator)}</p>}
      </figcaption>
      <div ref={place} role="img" aria-label={`${t('indicators.chart.title')}. ${summary}`} style={{ height }} />
      {(provisional || reference) && (
        <p className={styles.quiet}>
          {[
            provisional && t('indicators.chart.provisional'),
            reference && t('indicators.chart.reference', { name: reference.name }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
    </figure>
  )
}

/** Every period between the first and the last figure, so that a year without one is a gap and not a shortcut. */
function periodsDrawn(indicator: IndicatorRow, series: readonly Series[]): string[] {
  const found = [...new Set(series.flatMap(({ figures }) => figures.map(({ period }) => period)))].sort(comparePeriods)
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined) return []
  const kinds = found.map(kindOfPeriod).filter((kind) => kind !== null)
  const kind = kinds[0] ?? columnKindOf(indicator.frequency)
  // Series of several kinds of periods are drawn by what they have.
  if (indicator.frequency === 'everySecondYear' || kinds.some((one) => one !== kind)) return found
  const rows = series.map(({ figures }) => ({ indicator: { frequency: indicator.frequency }, figures }))
  const all = columnsFor(rows, kind, yearOf(first), yearOf(last))
  return all.slice(all.indexOf(first), all.indexOf(last) + 1)
}
