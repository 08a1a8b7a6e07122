import styles from '#renderer/components/parts.module.css'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { OpenMilestone } from './milestone-body.tsx'

type Event = OutputOf<'milestones.open'>['events'][number]

/** How the three dates came to be what they are: each change with who, when and why, and the baselines that were replaced. */
export function MilestoneHistory({ open }: { readonly open: OpenMilestone }) {
  const t = useT()
  const format = useFormat()
  const { events, baselines } = open
  const day = (on: string) => format.day(on)
  return (
    <>
      {baselines.length > 0 && (
        <section className={styles.section} aria-label={t('projects.milestones.baselines')}>
          <h3>{t('projects.milestones.baselines')}</h3>
          <ol className={styles.lines}>
            {baselines.map((one) => (
              <li key={one.id} className={styles.words}>
                <span>
                  {t('projects.milestones.baselineLine', {
                    day: day(one.baselineOn),
                    setOn: day(one.setOn),
                    replacedOn: day(one.replacedOn),
                  })}
                  {one.decisionNumber && <> · {t('projects.milestones.decision', { number: one.decisionNumber })}</>}
                </span>
                <span className={styles.quiet}>{one.reason}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className={styles.section} aria-label={t('projects.milestones.events')}>
        <h3>{t('projects.milestones.events')}</h3>
        {events.length === 0 ? (
          <p className={styles.quiet}>{t('projects.milestones.noEvents')}</p>
        ) : (
          <ol className={styles.lines}>
            {events.map((event) => (
              <EventLine key={`${event.at} ${event.date}`} event={event} />
            ))}
          </ol>
        )}
      </section>
    </>
  )
}

const fields = { baseline: 'baselineOn', forecast: 'forecastOn', actual: 'actualOn' } as const

function EventLine({ event }: { readonly event: Event }) {
  const t = useT()
  const format = useFormat()
  const { from, to, reason } = event
  const date = t(`app.fields.${fields[event.date]}`)
  const what =
    to === null
      ? t('projects.milestones.eventCleared', { date, from: format.day(from) })
      : from === null
        ? t('projects.milestones.eventSet', { date, to: format.day(to) })
        : t('projects.milestones.eventChanged', { date, from: format.day(from), to: format.day(to) })
  return (
    <li className={styles.words}>
      <span>{what}</span>
      {reason && <span>{reason}</span>}
      <span className={styles.quiet}>
        {event.actor || t('app.history.someone')} · {format.instant(event.at)}
      </span>
    </li>
  )
}
