import { ItemLink } from '#renderer/components/item-link.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './packages.module.css'

interface Props {
  readonly data: OutputOf<'packages.preview'>
  readonly bodyId: string
  readonly meetingId: string | null
}

/** What the meeting's papers lack, and what is late among the decisions, each with a way there. */
export function MissingPapers({ data, bodyId, meetingId }: Props) {
  const t = useT()
  const { items, withoutProposal, withheldItems, overdueDecisions } = data
  const openMeeting = (
    <RecordLink area="meetings" id={meetingId}>
      {t('packages.preview.openMeeting')}
    </RecordLink>
  )
  return (
    <>
      {meetingId !== null && items === 0 && (
        <Note tone="warning" action={openMeeting}>
          {t('packages.preview.noItems')}
        </Note>
      )}
      {items > 0 && withoutProposal.length === 0 && <Note tone="success">{t('packages.preview.meetingComplete')}</Note>}
      {withoutProposal.length > 0 && (
        <Note tone="warning">
          <p>{t('packages.preview.withoutProposal', { count: withoutProposal.length })}</p>
          <ul className={styles.missing}>
            {withoutProposal.map((item) => (
              <li key={item.id}>
                <ItemLink itemId={item.id} meetingId={meetingId}>
                  {item.title}
                </ItemLink>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {withheldItems > 0 && (
        <Note action={openMeeting}>{t('packages.preview.withheldItems', { count: withheldItems })}</Note>
      )}
      {overdueDecisions > 0 && (
        <Note
          tone="warning"
          action={
            <RecordLink area="decisions" search={{ body: bodyId, state: 'overdue' }}>
              {t('packages.preview.openDecisionsLink')}
            </RecordLink>
          }
        >
          {t('packages.preview.overdueDecisionsText', { count: overdueDecisions })}
        </Note>
      )}
    </>
  )
}
