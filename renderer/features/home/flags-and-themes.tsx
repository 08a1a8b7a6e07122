import { Chart } from '#renderer/components/chart.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { themes, visitFlags } from '#shared/domain/records/visit.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'
import type { Overview } from './view.ts'

interface Bar {
  readonly label: string
  readonly count: number
}

/** What the companies told of this year: signs to look into, and what the talks were about. */
export function FlagsAndThemes(props: { readonly statistics: Overview['statistics']; readonly year: number }) {
  const t = useT()
  const { statistics, year } = props
  const flags = statistics.byFlag.flatMap(({ key, count }) => {
    const flag = visitFlags.find((one) => one === key)
    return flag ? [{ label: t(`codes.flag.${flag}`), count }] : []
  })
  const talks = statistics.byTheme.flatMap(({ key, count }) => {
    const theme = themes.find((one) => one === key)
    return theme ? [{ label: t(`codes.theme.${theme}`), count }] : []
  })
  return (
    <Panel title={t('home.signs.title', { year })} span={12}>
      {flags.length + talks.length === 0 ? (
        <p className={styles.quiet}>{t('home.signs.none')}</p>
      ) : (
        <div className={styles.charts}>
          <Bars title={t('home.signs.flags')} category={t('home.signs.flag')} bars={flags.slice(0, 8)} />
          <Bars title={t('home.signs.themes')} category={t('home.signs.theme')} bars={talks.slice(0, 8)} />
        </div>
      )}
    </Panel>
  )
}

function Bars({ title, category, bars }: { readonly title: string; readonly category: string; readonly bars: Bar[] }) {
  const t = useT()
  const format = useFormat()
  if (bars.length === 0) return null
  return (
    <Chart
      kind="bar"
      horizontal
      level={3}
      title={title}
      categoryName={category}
      summary={bars.map((bar) => `${bar.label}: ${format.number(bar.count)}`).join(', ')}
      categories={bars.map((bar) => bar.label)}
      series={[{ name: t('home.signs.visits'), values: bars.map((bar) => bar.count) }]}
      height={30 + bars.length * 24}
    />
  )
}
