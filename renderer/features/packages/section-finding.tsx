import { useSearch } from '@tanstack/react-router'
import { ItemLink } from '#renderer/components/item-link.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import type { Area } from '#renderer/lib/navigation.ts'
import { keepPackageReturn } from '#renderer/lib/package-return.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './package-sections.module.css'

type Finding = OutputOf<'packages.preview'>['readiness'][number]
type Found = Finding['records'][number]

/** What was found, in words, and a link to each record that it is about. */
export function FindingView({ finding }: { readonly finding: Finding }) {
  const { kind, weight, total, records } = finding
  const t = useT()
  const keep = useKeepReturn()
  const more = total - records.length
  return (
    <li className={styles.finding} data-tone={weight}>
      <p>
        <span className={styles.weight}>{t(`packages.readiness.weight.${weight}`)}</span>{' '}
        <span>{t(`packages.readiness.kinds.${kind}`, { count: total })}</span>{' '}
        {kind === 'noMeeting' && (
          <RecordLink area="meetings" onFollow={keep}>
            {t('packages.readiness.chooseMeeting')}
          </RecordLink>
        )}
      </p>
      {records.length > 0 && (
        <ul className={styles.records}>
          {records.map((record) => (
            <li key={`${record.entity} ${record.id}`}>
              <FoundLink found={record} /> <Detail found={record} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && kind !== 'noMeeting' && (
        <p className={styles.quiet}>{t('packages.readiness.more', { count: more })}</p>
      )}
    </li>
  )
}

/** Where each kind of record is mended. */
const areaOfRecord: Readonly<Record<Exclude<Found['entity'], 'agendaItems' | 'partnership'>, Area>> = {
  meetings: 'meetings',
  decisions: 'decisions',
  actions: 'actions',
  projects: 'projects',
  milestones: 'milestones',
  goals: 'goals',
  indicators: 'indicators',
  commitments: 'commitments',
  visits: 'visits',
  attachments: 'documents',
}

function FoundLink({ found: { entity, id, meetingId, title } }: { readonly found: Found }) {
  const keep = useKeepReturn()
  if (entity === 'agendaItems') {
    return (
      <ItemLink itemId={id} meetingId={meetingId} onFollow={keep}>
        {title}
      </ItemLink>
    )
  }
  if (entity === 'partnership') {
    return (
      <RecordLink area="settings" id="partnership" onFollow={keep}>
        {title}
      </RecordLink>
    )
  }
  return (
    <RecordLink area={areaOfRecord[entity]} id={id} onFollow={keep}>
      {title}
    </RecordLink>
  )
}

/** Keeps the choice at hand for the way back. */
function useKeepReturn(): () => void {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  return () => keepPackageReturn(search)
}

/** Days come as they are kept and are written in the language of the screen. */
function Detail({ found: { detail } }: { readonly found: Found }) {
  const t = useT()
  const format = useFormat()
  if (detail === null) return null
  const { day, ...params } = detail.params ?? {}
  const told = typeof day === 'string' ? { ...params, day: format.day(day) } : params
  return (
    <span className={styles.quiet}>{t(detail.key as 'packages.readiness.details.due', told as { day: string })}</span>
  )
}
