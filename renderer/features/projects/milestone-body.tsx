import { AttachedFiles } from '#renderer/components/attached-files.tsx'
import { GoalLinks } from '#renderer/components/goal-links.tsx'
import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { MilestoneDates } from './milestone-dates.tsx'
import { MilestoneHistory } from './milestone-history.tsx'

export type OpenMilestone = OutputOf<'milestones.open'>

interface Props {
  readonly id: string
  readonly onRemoved: () => void
}

/** One milestone: its three dates and how they came about, its words and its evidence. In the project and in the register. */
export function MilestoneBody({ id, onRemoved }: Props) {
  const t = useT()
  const query = useOperation('milestones.open', { id })
  const remove = useCommand('milestones.remove', { done: t('projects.milestones.removed'), problemAsToast: true })
  if (query.isPending) return <Loading lines={4} />
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  const open = query.data
  return (
    <div className={styles.part}>
      <MilestoneDates open={open} />
      <Fields open={open} />
      <GoalLinks kind="milestone" recordId={id} />
      <MilestoneHistory open={open} />
      <section className={styles.section} aria-label={t('projects.milestones.evidence')}>
        <h3>{t('projects.milestones.evidence')}</h3>
        <AttachedFiles home={{ milestoneId: id }} attachments={open.attachments} />
      </section>
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
          {t('projects.milestones.remove')}
        </WriteButton>
      </div>
    </div>
  )
}

function Fields({ open }: { readonly open: OpenMilestone }) {
  const t = useT()
  const { milestone } = open
  const { id, ownerId, deviationReason } = milestone
  const persons = usePersonOptions(ownerId ? [ownerId] : [])
  const revise = useCommand('milestones.revise')
  const save = (changes: InputOf<'milestones.revise'>['changes']) => revise.run({ id, changes })
  return (
    <section className={styles.section} aria-label={t('projects.tabs.fields')}>
      <h3>{t('projects.tabs.fields')}</h3>
      <div className={styles.pair}>
        <SavingText
          label={t('app.fields.title')}
          required
          field="title"
          draftKey={`milestone:${milestone.id}:title`}
          value={milestone.title}
          onSave={(title) => save({ title: title ?? '' })}
        />
        <SavingSelect
          label={t('projects.milestones.owner')}
          field="ownerId"
          value={ownerId}
          options={persons.options}
          onSave={(chosen) => save(chosen ? { ownerId: chosen } : {})}
        />
      </div>
      {deviationReason !== null && (
        <SavingText
          label={t('projects.milestones.reason')}
          field="deviationReason"
          multiline
          rows={2}
          value={deviationReason}
          draftKey={`milestone:${id}:deviationReason`}
          onSave={(reason) => save({ deviationReason: reason })}
        />
      )}
      <SavingText
        label={t('app.fields.note')}
        field="note"
        multiline
        rows={2}
        value={milestone.note}
        draftKey={`milestone:${id}:note`}
        onSave={(note) => save({ note })}
      />
    </section>
  )
}
