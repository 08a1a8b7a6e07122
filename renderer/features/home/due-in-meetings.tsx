import { Badge, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import type { Area } from '#renderer/lib/navigation.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { addDays } from '#shared/domain/days.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'

type InMeetings = OutputOf<'meetings.reminders'>[number]
type WithPartners = OutputOf<'commitments.reminders'>[number]
type InProjects = OutputOf<'milestones.reminders'>[number]
/** One line of the panel, whatever it comes from. */
interface Reminder {
  readonly kind: InMeetings['kind'] | WithPartners['kind'] | 'milestone'
  readonly openId: string
  readonly title: string
  readonly dueOn: string
  readonly daysOverdue: number
  /** Body and person, the partner, or project and owner. */
  readonly who: string
}
const days = 14
/** A new agreement takes longer to make than a meeting. */
const agreementDays = 90
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
  agreement: { area: 'partners', path: (id) => id },
  commitment: { area: 'commitments', path: (id) => id },
  milestone: { area: 'milestones', path: (id) => id },
}

const ofMeetings = (row: InMeetings): Reminder => ({
  ...row,
  who: [row.bodyName === row.title ? null : row.bodyName, row.personName].filter(Boolean).join(' · '),
})
const ofPartners = (row: WithPartners): Reminder => ({
  ...row,
  who: row.partnerName === row.title ? '' : row.partnerName,
})

const ofProjects = ({ id, projectTitle, ownerName, ...row }: InProjects): Reminder => ({
  ...row,
  kind: 'milestone',
  openId: id,
  who: `${projectTitle} · ${ownerName}`,
})

function isNear({ kind, dueOn }: WithPartners): boolean {
  return kind === 'agreement' || dueOn <= addDays(today(), days)
}

/** What is due in meetings, decisions, action items, projects and with partners: overdue first, then the next two weeks. */
export function DueInMeetings() {
  const t = useT()
  const meetings = useOperation('meetings.reminders', { withinDays: days })
  const partners = useOperation('commitments.reminders', { withinDays: agreementDays })
  const milestones = useOperation('milestones.reminders', { withinDays: days })
  const all = [meetings, partners, milestones]
  const error = all.find((one) => one.error)?.error ?? null
  const pending = all.some((one) => one.isPending)
  const rows = [
    ...(meetings.data ?? []).map(ofMeetings),
    ...(partners.data ?? []).filter(isNear).map(ofPartners),
    ...(milestones.data ?? []).map(ofProjects),
  ].sort((a, b) => b.daysOverdue - a.daysOverdue || a.dueOn.localeCompare(b.dueOn))
  const left = rows.length - shown
  return (
    <Panel title={t('decisions.reminders.title')} span={8}>
      {pending && !error && <Loading lines={3} />}
      {error && <ErrorNote error={error} onRetry={() => void Promise.all(all.map((one) => one.refetch()))} />}
      {!pending && !error && rows.length === 0 && (
        <p className={styles.quiet}>{t('decisions.reminders.none', { days })}</p>
      )}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.slice(0, shown).map((row) => (
            <li key={`${row.kind} ${row.openId} ${row.who}`} className={styles.row}>
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
  const { kind, who } = row
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
        <Badge>
          {kind === 'milestone'
            ? t('projects.reminder')
            : kind === 'agreement' || kind === 'commitment'
              ? t(`partners.reminders.${kind}`)
              : t(`decisions.reminders.kinds.${kind}`)}
        </Badge>
        {who && <span>{who}</span>}
      </p>
    </>
  )
}
