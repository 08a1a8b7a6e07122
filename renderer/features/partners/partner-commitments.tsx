import { useState } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { NewCommitment } from '#renderer/components/new-commitment.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { Partner } from '#shared/domain/records/partner.ts'
import { CommitmentBody } from './commitment-body.tsx'
import { CommitmentProgress, CommitmentState, usePeriodWords } from './commitment-state.tsx'
import styles from './partners.module.css'
import type { CommitmentRow } from './sums.ts'

interface Props {
  readonly partner: Partner
  readonly commitments: readonly CommitmentRow[]
  /** The one that is unfolded; null = none. */
  readonly openId: string | null
  readonly onOpen: (id: string | null) => void
}

/** Everything the partner has promised, open ones first; each unfolds into its fields and deliveries. */
export function PartnerCommitments({ partner, commitments, openId, onOpen }: Props) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const addButton = (
    <WriteButton icon="plus" kind={commitments.length === 0 ? 'primary' : 'normal'} onPress={() => setAdding(true)}>
      {t('partners.commitments.add')}
    </WriteButton>
  )
  return (
    <div className={styles.part}>
      {adding ? (
        <NewCommitment
          partnerId={partner.id}
          onDone={(made) => {
            setAdding(false)
            onOpen(made.id)
          }}
          onCancel={() => setAdding(false)}
        />
      ) : commitments.length === 0 ? (
        <EmptyState icon="commitments" title={t('partners.commitments.none')} action={addButton}>
          {t('partners.commitments.noneText')}
        </EmptyState>
      ) : (
        <div>{addButton}</div>
      )}
      {commitments.length > 0 && (
        <ul className={styles.lines} aria-label={t('partners.tabs.commitments')}>
          {commitments.map((row) => (
            <li key={row.id}>
              <CommitmentLine row={row} open={row.id === openId} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function CommitmentLine({
  row,
  open,
  onOpen,
}: {
  readonly row: CommitmentRow
  readonly open: boolean
  readonly onOpen: Props['onOpen']
}) {
  const t = useT()
  const period = usePeriodWords()
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>
            <span className={styles.name}>{row.title}</span> <CommitmentState row={row} />
          </span>
          <span className={styles.quiet}>
            {[t(`codes.commitmentKind.${row.kind}`), t(`codes.recurrence.${row.recurrence}`), period(row)].join(' · ')}
          </span>
        </div>
        <IconButton
          icon={open ? 'up' : 'down'}
          label={t(open ? 'partners.commitments.close' : 'partners.commitments.open', { title: row.title })}
          expanded={open}
          onPress={() => onOpen(open ? null : row.id)}
        />
      </div>
      {open ? (
        <div className={styles.inner}>
          <CommitmentBody key={row.id} id={row.id} onRemoved={() => onOpen(null)} />
          <RecordLink area="commitments" id={row.id}>
            {t('partners.commitments.inRegister')}
          </RecordLink>
        </div>
      ) : (
        <CommitmentProgress row={row} />
      )}
    </div>
  )
}
