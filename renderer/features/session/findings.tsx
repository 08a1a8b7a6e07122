import { Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './open-or-close.module.css'
import { useSession } from './use-session.ts'

type Finding = MeetingDetail['obstacles'][number]

/** What stands in the way or is to be looked at, each with the way to where it is mended. */
export function Findings(props: {
  readonly title: string
  readonly tone: 'danger' | 'warning'
  readonly findings: readonly Finding[]
  /** Called as the user goes there. */
  readonly onGo?: () => void
}) {
  const t = useT()
  return (
    <Note tone={props.tone}>
      <p className={styles.strong}>{props.title}</p>
      <ul className={styles.list}>
        {props.findings.map((one) => (
          <li key={`${one.key} ${one.itemId} ${JSON.stringify(one.params)}`}>
            {messageText(t, { key: one.key, ...(one.params ? { params: one.params } : {}) })}{' '}
            <WayThere finding={one} {...(props.onGo ? { onGo: props.onGo } : {})} />
          </li>
        ))}
      </ul>
    </Note>
  )
}

/** To the item it is about; roll and leaders stand on this very screen; what is said of the meeting itself, on its page. */
function WayThere({ finding, onGo }: { readonly finding: Finding; readonly onGo?: () => void }) {
  const t = useT()
  const { detail, show } = useSession()
  const { itemId, key } = finding
  if (itemId !== null) {
    const title = detail.items.find((one) => one.item.id === itemId)?.item.title ?? ''
    return (
      <button
        type="button"
        className={styles.way}
        onClick={() => {
          onGo?.()
          // The dialog gives the focus back first.
          setTimeout(() => show(itemId))
        }}
      >
        {t('session.close.goToItem', { title })}
      </button>
    )
  }
  if (key.endsWith('.remoteNotConfirmed')) {
    return (
      <RecordLink area="meetings" id={detail.meeting.id}>
        {t('session.toMeeting')}
      </RecordLink>
    )
  }
  return null
}
