import { useEffect, useRef, useState } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { useThemeName } from '#renderer/lib/use-theme.ts'
import { IconButton } from './button.tsx'
import styles from './chart.module.css'
import { type ChartColours, type ChartData, chartOption } from './chart-option.ts'

interface Props extends ChartData {
  readonly title: string
  /** The chart in one sentence, for those who can't see it: "37 of 50 visits; most in March". */
  readonly summary: string
  /** Header of the table's first column: "Month", "Sector". */
  readonly categoryName: string
  /** Pixels; 220 unless said. */
  readonly height?: number
  /** `h2` unless said. */
  readonly level?: 2 | 3
  /** Numbers without decimals unless said. */
  readonly formatValue?: (value: number) => string
}

/** A chart in theme colours, with the same numbers as a table one press away. */
export function Chart(props: Props) {
  const { title, summary, categoryName, categories, series, height = 220, level = 2 } = props
  const t = useT()
  const format = useFormat()
  const { formatValue = (value: number) => format.number(value) } = props
  const [asTable, setAsTable] = useState(false)
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <figure className={styles.chart} aria-label={title}>
      <figcaption className={styles.top}>
        <Title>{title}</Title>
        <IconButton
          icon={asTable ? 'chart' : 'table'}
          label={`${asTable ? t('common.chart.asChart') : t('common.chart.asTable')}: ${title}`}
          onPress={() => setAsTable(!asTable)}
        />
      </figcaption>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section className={styles.tableFrame} style={{ maxHeight: height }} aria-label={title} tabIndex={0}>
          <table className={styles.table}>
            <caption className={styles.spoken}>{summary}</caption>
            <thead>
              <tr>
                <th scope="col">{categoryName}</th>
                {series.map((one) => (
                  <th key={one.name} scope="col">
                    {one.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {categories.map((category, index) => (
                <tr key={category}>
                  <th scope="row">{category}</th>
                  {series.map((one) => (
                    <td key={one.name}>{valueText(one.values[index], formatValue)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <Drawing {...props} height={height} summary={summary} formatValue={formatValue} />
      )}
    </figure>
  )
}

function valueText(value: number | null | undefined, formatValue: (value: number) => string): string {
  return value === null || value === undefined ? '' : formatValue(value)
}

interface DrawingProps extends Props {
  readonly height: number
  readonly formatValue: (value: number) => string
}
function Drawing(props: DrawingProps) {
  const { height, summary, title, kind, categories, series, horizontal, stacked } = props
  const place = useRef<HTMLDivElement>(null)
  const theme = useThemeName()
  const words = useRef(props.formatValue)
  words.current = props.formatValue
  const language = useLanguage()
  const data = JSON.stringify({ kind, categories, series, horizontal, stacked })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme means new colours, a new language other numbers
  useEffect(() => {
    let stop = () => {}
    let gone = false
    void import('./chart-engine.ts').then(({ startChart }) => {
      const element = place.current
      if (gone || !element) return
      const chart = startChart(element)
      // Written three lines up from the typed props; text only so that equal data doesn't redraw.
      chart.setOption(chartOption(JSON.parse(data) as ChartData, coloursOf(element), (value) => words.current(value)))
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
  }, [data, theme, language])
  return <div ref={place} role="img" aria-label={`${title}. ${summary}`} style={{ height }} />
}

/** The theme's colours as computed here: ECharts can't read `light-dark()`. */
export function coloursOf(element: HTMLElement): ChartColours {
  const probe = document.createElement('span')
  element.append(probe)
  const colour = (token: string) => {
    probe.style.color = `var(--${token})`
    return getComputedStyle(probe).color
  }
  const colours = {
    series: ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6'].map(colour),
    text: colour('text'),
    muted: colour('muted'),
    line: colour('line'),
    surface: colour('surface'),
    font: getComputedStyle(element).fontFamily,
  }
  probe.remove()
  return colours
}
