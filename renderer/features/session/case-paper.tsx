import { RichTextView } from '#renderer/components/rich-text-view.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import styles from './item-panel.module.css'
import { PutProposal } from './put-proposal.tsx'
import { useSession } from './use-session.ts'

/** What the agenda says of the item, to be read while it is treated: the proposal in sight, the rest one press away. */
export function CasePaper({ open }: { readonly open: ItemDetail }) {
  const t = useT()
  const { locked } = useSession()
  const { item, attachments } = open
  const { proposedDecision, summary, background } = item
  if (!proposedDecision && !summary && !background && attachments.length === 0) return null
  return (
    <div className={styles.paper}>
      {proposedDecision && (
        <details open className={styles.fold}>
          <summary>{t('session.paper.proposed')}</summary>
          <RichTextView doc={proposedDecision} under={2} />
        </details>
      )}
      {!locked && (
        <div className={styles.put}>
          <PutProposal open={open} />
        </div>
      )}
      {(summary || background || attachments.length > 0) && (
        <details className={styles.fold}>
          <summary>{t('session.paper.background')}</summary>
          {summary && <p className={styles.lines}>{summary}</p>}
          {background && <RichTextView doc={background} under={2} />}
          {attachments.length > 0 && (
            <ul className={styles.lines} aria-label={t('session.paper.attachments')}>
              {attachments.map((one) => (
                <li key={one.id}>{one.fileName}</li>
              ))}
            </ul>
          )}
        </details>
      )}
    </div>
  )
}
