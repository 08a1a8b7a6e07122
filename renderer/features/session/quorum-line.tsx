import { Icon } from '#renderer/components/icon.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './item-panel.module.css'
import { useSession } from './use-session.ts'

/** Whether those who may vote on the item are enough, and what is short where they are not. Told aloud when it changes. */
export function QuorumLine({ open: { quorum } }: { readonly open: ItemDetail }) {
  const t = useT()
  const { detail } = useSession()
  const called = detail.attendances.some(({ status }) => status !== null)
  if (!called) return <p className={styles.quiet}>{t('session.quorum.notCalled')}</p>
  const counts = t('session.quorum.counts', { voters: quorum.voters, seats: quorum.seats, needed: quorum.needed })
  return (
    <div role="status">
      {quorum.met ? (
        <p className={styles.quorum}>
          <Icon name="check" size={14} /> {t('session.quorum.met')} <span className={styles.quiet}>{counts}</span>
        </p>
      ) : (
        <Note tone="danger">
          {quorum.why
            ? messageText(t, { key: quorum.why.key, ...(quorum.why.params ? { params: quorum.why.params } : {}) })
            : `${t('session.quorum.short')}. ${counts}`}
        </Note>
      )}
    </div>
  )
}
