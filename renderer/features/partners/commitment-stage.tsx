import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './partners.module.css'
import type { CommitmentRow } from './sums.ts'

/** What is said of a commitment by hand: a proposal is promised, a promise withdrawn with its reason, and made good again. */
export function CommitmentStage({ commitment }: { readonly commitment: CommitmentRow }) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { id, stage } = commitment
  const discard = useFormDraft(`commitment:${id}:withdrawnReason`, { reason }, (kept) => setReason(kept.reason))
  const close = () => {
    discard()
    setAsking(false)
    setReason('')
  }
  const promise = useCommand('commitments.revise', {
    done: t(stage === 'proposed' ? 'partners.commitments.accepted' : 'partners.commitments.reinstated'),
    problemAsToast: true,
  })
  const withdraw = useCommand('commitments.revise', { done: t('partners.commitments.withdrawn') })
  async function submit() {
    const withdrawnReason = reason.trim() === '' ? null : reason
    const reply = await withdraw.run({ id, changes: { stage: 'withdrawn', withdrawnReason } })
    if (reply.ok) close()
  }
  if (asking) {
    return (
      <InlineForm title={t('partners.commitments.withdraw')}>
        {withdraw.problem && !withdraw.problem.fields && <ErrorNote error={withdraw.problem} />}
        <TextField
          label={t('partners.commitments.withdrawReason')}
          required
          autoFocus
          value={reason}
          onChange={setReason}
          onEnter={() => void submit()}
          problem={withdraw.field('withdrawnReason')}
        />
        <div className={styles.buttons}>
          <Button kind="primary" busy={withdraw.busy} onPress={() => void submit()}>
            {t('partners.commitments.withdraw')}
          </Button>
          <Button onPress={close}>{t('common.cancel')}</Button>
        </div>
      </InlineForm>
    )
  }
  return (
    <div className={styles.buttons}>
      {stage !== 'promised' && (
        <WriteButton
          small
          icon="check"
          busy={promise.busy}
          onPress={() => void promise.run({ id, changes: { stage: 'promised', withdrawnReason: null } })}
        >
          {t(stage === 'proposed' ? 'partners.commitments.accept' : 'partners.commitments.reinstate')}
        </WriteButton>
      )}
      {stage !== 'withdrawn' && (
        <WriteButton small icon="close" onPress={() => setAsking(true)}>
          {t('partners.commitments.withdraw')}
        </WriteButton>
      )}
    </div>
  )
}
