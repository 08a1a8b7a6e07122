import { Badge, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import type { Area } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'

type Reminder = OutputOf<'meetings.reminders'>[number]
const days = 14
const shown = 6
interface Place {
  readonly area: Area
  readonly path: (id: string) => string
  readonly search?: Record<string, string>
}
const meeting: Place = { area: 'meetings', path: (id) => id }
const minutes: Place = { area: 'meetings', path: (id) => `${id}/session`, search: { panel: 'minutes' } }
/** Where each kind opens; a meeting at the part that is due. */
const places: Record<Reminder['kind'], Place> = {
  papers: meeting,
  notice: meeting,
  minutes,
  adjustment: minutes,
  decision: { area: 'decisions', path: (id) => id },
  action: { area: 'actions', path: (id) => id },
}

/** What is due in meetings, decisions and action items: overdue first, then the next two weeks. */
export function DueInMeetings() {
  const t = useT()
  const reminders = useOperation('meetings.reminders', { withinDays: days })
  const rows = reminders.data ?? []
  const left = rows.length - shown
  return (
    <Panel title={t('decisions.reminders.title')} span={8}>
      {reminders.isPending && <Loading lines={3} />}
      {reminders.error && <ErrorNote error={reminders.error} onRetry={() => void reminders.refetch()} />}
      {reminders.data && rows.length === 0 && <p className={styles.quiet}>{t('decisions.reminders.none', { days })}</p>}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.slice(0, shown).map((row) => (
            <li key={`${row.kind} ${row.openId} ${row.personName}`} className={styles.row}>
              <ReminderLine row={row} />
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <p className={styles.quiet}>{t('decisions.reminders.more', { count: left })}</p>}
    </Panel>
  )
}

function ReminderLine({ row }: { readonly row: Reminder }) {
  const t = useT()
  const format = useFormat()
  const { area, path, search = {} } = places[row.kind]
  const who = [row.bodyName === row.title ? null : row.bodyName, row.personName].filter(Boolean).join(' · ')
  return (
    <>
      <div className={styles.rowTop}>
        <RecordLink area={area} id={path(row.openId)} search={search}>
          {row.title}
        </RecordLink>
        <span className={styles.rowEnd}>{format.day(row.dueOn)}</span>
      </div>
      <p className={`${styles.rowDetail} ${styles.wraps}`}>
        {row.daysOverdue > 0 && (
          <Badge tone="danger" icon="clock">
            {t('decisions.reminders.overdue', { count: row.daysOverdue })}
          </Badge>
        )}
        <Badge>{t(`decisions.reminders.kinds.${row.kind}`)}</Badge>
        {who && <span>{who}</span>}
      </p>
    </>
  )
}
