import type { ReactNode } from 'react'
import { MeetingPaperView } from '#renderer/components/meeting-paper/meeting-paper-view.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { PaperFollowUp } from '#shared/documents/meeting-paper.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import styles from './packages.module.css'

/** What the package holds of meetings, to read before it is exported: papers as printed, decisions, coming meetings. */
export function PackageMeeting({ snapshot }: { readonly snapshot: Snapshot }) {
  const { meeting, previousMinutes, decisions, attendance, nextMeetings } = snapshot
  const t = useT()
  const format = useFormat()
  const followed = decisions === null ? 0 : decisions.open + decisions.done
  if (!meeting && !previousMinutes && followed + attendance.length + nextMeetings.length === 0) return null
  return (
    <section className={styles.section}>
      <h3>{t('packages.meeting.title')}</h3>
      {meeting?.meeting ? (
        <p>
          {[
            `${format.dayLong(meeting.meeting.startsOn)}, ${meeting.meeting.startsAt}`,
            meeting.meeting.title ?? t(`codes.meetingKind.${meeting.meeting.kind}`),
            meeting.meeting.place,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      ) : (
        <p className={styles.quiet}>{t('packages.meeting.none')}</p>
      )}
      {decisions && <DecisionFigures decisions={decisions} />}
      {meeting && (
        <>
          <Unfolding title={t('packages.meeting.notice')}>
            <MeetingPaperView paper={{ ...meeting, kind: 'notice' }} />
          </Unfolding>
          <Unfolding title={t('packages.meeting.papers')}>
            <MeetingPaperView paper={meeting} />
          </Unfolding>
        </>
      )}
      {previousMinutes && (
        <Unfolding title={t('packages.meeting.previousMinutes')}>
          <MeetingPaperView paper={previousMinutes} />
        </Unfolding>
      )}
      {decisions && decisions.rows.length > 0 && (
        <Unfolding title={t('packages.meeting.decisionsList', { number: format.number(decisions.rows.length) })}>
          <ul className={styles.lines}>
            {decisions.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list; two rows may read the same
              <Followed key={index} row={row} />
            ))}
          </ul>
        </Unfolding>
      )}
      {nextMeetings.length > 0 && (
        <Unfolding title={t('packages.meeting.next')}>
          <ul className={styles.lines}>
            {nextMeetings.map(({ startsOn, startsAt, place }) => (
              <li key={`${startsOn} ${startsAt}`}>
                {[`${format.dayLong(startsOn)}, ${startsAt}`, place].filter((part) => part !== null).join(' · ')}
              </li>
            ))}
          </ul>
        </Unfolding>
      )}
      {attendance.length > 0 && (
        <p className={styles.quiet}>{t('packages.meeting.attendance', { number: format.number(attendance.length) })}</p>
      )}
    </section>
  )
}

function DecisionFigures({ decisions }: { readonly decisions: NonNullable<Snapshot['decisions']> }) {
  const t = useT()
  const format = useFormat()
  const { open, overdue, done, rows } = decisions
  const withheld = open + done - rows.length
  const figures = [
    ['overdue', overdue],
    ['open', open],
    ['done', done],
    ...(withheld === 0 ? [] : [['notListed', withheld] as const]),
  ] as const
  return (
    <>
      <p className={styles.strong}>{t('packages.meeting.decisions')}</p>
      <dl className={styles.figures}>
        {figures.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`packages.meeting.${key}`)}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Followed({ row }: { readonly row: PaperFollowUp }) {
  const t = useT()
  const format = useFormat()
  const status = row.decisionStatus
    ? t(`codes.decisionStatus.${row.decisionStatus}`)
    : row.actionStatus && t(`codes.actionStatus.${row.actionStatus}`)
  const told = [
    row.responsible,
    row.dueOn && t('packages.meeting.due', { day: format.day(row.dueOn) }),
    row.daysOverdue > 0 && t('packages.meeting.daysOverdue', { count: row.daysOverdue }),
    status,
  ]
  return (
    <li>
      <span className={styles.strong}>{[row.numberText, row.title].filter(Boolean).join(' ')}</span>
      {` · ${told.filter(Boolean).join(' · ')}`}
    </li>
  )
}

function Unfolding({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={styles.group}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
