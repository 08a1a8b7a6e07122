import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'
import type { Overview } from './view.ts'

interface Props {
  readonly followUps: Overview['statistics']['followUps']
  readonly year: number
}

/** How fast companies got their answer, and how the year's follow-ups stand. */
export function ResponseTime({ followUps, year }: Props) {
  const t = useT()
  const format = useFormat()
  const { medianResponseDays: median, meanResponseDays: mean } = followUps
  const days = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 1)
  return (
    <Panel title={t('home.response.title', { year })} span={12}>
      <div className={styles.response}>
        <p className={styles.figure}>
          {median === null ? (
            <span className={styles.quiet}>{t('home.response.none')}</span>
          ) : (
            <>
              <span className={styles.big}>{days(median)}</span>{' '}
              <span className={styles.ofBig}>{t('home.response.days', { count: median })}</span>
            </>
          )}
        </p>
        <dl className={styles.factRow}>
          {mean !== null && (
            <div>
              <dt>{t('home.response.mean')}</dt>
              <dd>{t('home.response.inDays', { count: mean, number: days(mean) })}</dd>
            </div>
          )}
          {(['made', 'answered', 'closed', 'open', 'overdue'] as const).map((key) => (
            <div key={key}>
              <dt>{t(`home.response.${key}`)}</dt>
              <dd>{format.number(followUps[key])}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Panel>
  )
}
