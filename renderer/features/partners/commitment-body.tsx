import { AttachedFiles } from '#renderer/components/attached-files.tsx'
import { Escalate } from '#renderer/components/escalate.tsx'
import { GoalLinks } from '#renderer/components/goal-links.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { CommitmentFields } from './commitment-fields.tsx'
import { CommitmentStage } from './commitment-stage.tsx'
import { CommitmentProgress } from './commitment-state.tsx'
import { Deliveries } from './deliveries.tsx'
import { YearTable } from './partner-overview.tsx'
import styles from './partners.module.css'

export type OpenCommitment = OutputOf<'commitments.open'>

interface Props {
  readonly id: string
  readonly onRemoved: () => void
}

/** One commitment: how far it has come, what was delivered, its fields and evidence. On the partner's page and in the register. */
export function CommitmentBody({ id, onRemoved }: Props) {
  const t = useT()
  const query = useOperation('commitments.open', { id })
  const remove = useCommand('commitments.remove', { done: t('partners.commitments.removed'), problemAsToast: true })
  if (query.isPending) return <Loading lines={4} />
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  const { commitment, deliveries, years, attachments } = query.data
  const { unit } = commitment
  return (
    <div className={styles.part}>
      <section className={styles.section}>
        <CommitmentProgress row={commitment} />
        {commitment.stage === 'withdrawn' && commitment.withdrawnReason && <Note>{commitment.withdrawnReason}</Note>}
        <CommitmentStage commitment={commitment} />
      </section>
      <Deliveries commitment={commitment} deliveries={deliveries} />
      {unit !== null && years.length > 1 && (
        <section className={styles.section} aria-label={t('partners.commitments.years')}>
          <h3>{t('partners.commitments.years')}</h3>
          <YearTable years={years} unit={unit} />
        </section>
      )}
      <CommitmentFields commitment={commitment} />
      <GoalLinks kind="commitment" recordId={id} />
      <section className={styles.section} aria-label={t('partners.commitments.evidence')}>
        <h3>{t('partners.commitments.evidence')}</h3>
        <AttachedFiles home={{ commitmentId: id }} attachments={attachments} />
      </section>
      <Escalate from={{ entity: 'commitments', id }} title={`${commitment.partnerName}: ${commitment.title}`} />
      <div>
        <WriteButton
          small
          kind="quiet"
          icon="remove"
          busy={remove.busy}
          onPress={() =>
            void remove.run({ id }).then((reply) => {
              if (reply.ok) onRemoved()
            })
          }
        >
          {t('partners.commitments.remove')}
        </WriteButton>
      </div>
    </div>
  )
}
