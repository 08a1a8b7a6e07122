import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { NewCommitment } from '#renderer/components/new-commitment.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import type { Option } from '#renderer/components/select.tsx'
import { WriteButton, WriteIconButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useQuantity } from '#renderer/lib/use-quantity.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OpenProject } from './use-project.ts'
import { useFreeCommitmentSuggestions } from './use-suggestions.ts'

type CommitmentRow = OpenProject['commitments'][number]
interface Props {
  readonly projectId: string
  readonly commitments: readonly CommitmentRow[]
}

/** What partners have promised to the project and given: their own commitments, tied to it or made here. */
export function ProjectCommitments({ projectId, commitments }: Props) {
  const t = useT()
  const [doing, setDoing] = useState<'adding' | 'tying' | null>(null)
  return (
    <section className={styles.section} aria-label={t('projects.commitments.title')}>
      <h3>{t('projects.commitments.title')}</h3>
      {commitments.length === 0 ? (
        <p className={styles.quiet}>{t('projects.commitments.none')}</p>
      ) : (
        <ul className={styles.lines}>
          {commitments.map((row) => (
            <li key={row.id}>
              <CommitmentLine row={row} />
            </li>
          ))}
        </ul>
      )}
      {doing === 'adding' && (
        <NewCommitment
          partnerId={null}
          projectId={projectId}
          onDone={() => setDoing(null)}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === 'tying' && <TieCommitment projectId={projectId} onClose={() => setDoing(null)} />}
      {doing === null && (
        <div className={styles.buttons}>
          <WriteButton icon="link" onPress={() => setDoing('tying')}>
            {t('projects.commitments.tie')}
          </WriteButton>
          <WriteButton icon="plus" onPress={() => setDoing('adding')}>
            {t('projects.commitments.add')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}

function CommitmentLine({ row }: { readonly row: CommitmentRow }) {
  const t = useT()
  const quantity = useQuantity()
  const untie = useCommand('commitments.revise', { done: t('projects.commitments.untied'), problemAsToast: true })
  const { id, title, partnerName, unit, pledged, delivered, status } = row
  const amounts =
    unit === null || pledged === null
      ? t('partners.commitments.notCounted')
      : t('partners.quantity.both', {
          delivered: quantity.words(delivered, unit),
          pledged: quantity.words(pledged, unit),
        })
  return (
    <div className={styles.recordTop}>
      <div className={styles.words}>
        <RecordLink area="commitments" id={id}>
          {title}
        </RecordLink>
        <span className={styles.quiet}>
          {[partnerName, t(`codes.commitmentKind.${row.kind}`), amounts, t(`codes.commitmentStatus.${status}`)].join(
            ' · ',
          )}
        </span>
      </div>
      <WriteIconButton
        icon="close"
        label={t('projects.commitments.untie', { title })}
        onPress={() => void untie.run({ id, changes: { projectId: null } })}
      />
    </div>
  )
}

function TieCommitment({ projectId, onClose }: { readonly projectId: string; readonly onClose: () => void }) {
  const t = useT()
  const suggest = useFreeCommitmentSuggestions()
  const [chosen, setChosen] = useState<Option | null>(null)
  const [tried, setTried] = useState(false)
  const tie = useCommand('commitments.revise', { done: t('projects.commitments.tied') })
  async function submit() {
    setTried(true)
    if (!chosen) return
    const reply = await tie.run({ id: chosen.key, changes: { projectId } })
    if (reply.ok) onClose()
  }
  return (
    <InlineForm title={t('projects.commitments.tie')}>
      {tie.problem && !tie.field('projectId') && <ErrorNote error={tie.problem} />}
      <ComboBox
        label={t('projects.commitments.commitment')}
        hint={t('projects.commitments.tieHint')}
        required
        autoFocus
        value={chosen}
        onChange={setChosen}
        suggest={suggest}
        onEnter={() => void submit()}
        problem={tie.field('projectId') ?? (tried && !chosen ? t('problems.field.required') : undefined)}
      />
      <div className={styles.buttons}>
        <Button kind="primary" busy={tie.busy} onPress={() => void submit()}>
          {t('projects.commitments.tie')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </InlineForm>
  )
}
