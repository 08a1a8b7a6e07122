import { RecordLink } from '#renderer/components/record-link.tsx'
import { SavingComboBox } from '#renderer/components/saving-field.tsx'
import { useProjectSuggestions } from '#renderer/lib/use-project-suggestions.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import type { CommitmentRow } from './sums.ts'

interface Props {
  readonly commitment: CommitmentRow
  readonly save: (changes: { readonly projectId: string | null }) => Promise<Reply>
}

/** The project that the commitment is given to, and the way there. */
export function CommitmentProject({ commitment, save }: Props) {
  const t = useT()
  const suggest = useProjectSuggestions()
  const { projectId, projectTitle } = commitment
  return (
    <>
      <SavingComboBox
        label={t('projects.commitments.project')}
        hint={t('projects.commitments.projectHint')}
        field="projectId"
        value={projectId ? { key: projectId, label: projectTitle ?? '…' } : null}
        suggest={suggest}
        onSave={(option) => save({ projectId: option?.key ?? null })}
      />
      {projectId && (
        <p>
          <RecordLink area="projects" id={projectId} search={{ tab: 'partners' }}>
            {t('projects.commitments.toProject')}
          </RecordLink>
        </p>
      )}
    </>
  )
}
