import { ItemLink } from '#renderer/components/item-link.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { SavingComboBox } from '#renderer/components/saving-field.tsx'
import { useProjectSuggestions } from '#renderer/lib/use-project-suggestions.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type OpenProject, useReviseProject } from './use-project.ts'
import { useOpenItemSuggestions } from './use-suggestions.ts'

/** What the project hangs together with: the item where it is next decided upon, and the project that carries it on. */
export function ProjectLinks({ open }: { readonly open: OpenProject }) {
  const t = useT()
  const { project, nextDecision, continuesAs } = open
  const save = useReviseProject(project.id)
  const items = useOpenItemSuggestions()
  const projects = useProjectSuggestions(project.id)
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('projects.fields.links')}</legend>
      <SavingComboBox
        label={t('app.fields.nextDecisionId')}
        hint={t('projects.fields.nextDecisionHint')}
        field="nextDecisionId"
        value={nextDecision && { key: nextDecision.id, label: nextDecision.title }}
        suggest={items}
        onSave={(option) => save({ nextDecisionId: option?.key ?? null })}
      />
      {nextDecision && (
        <p>
          <ItemLink itemId={nextDecision.id} meetingId={nextDecision.meetingId}>
            {[nextDecision.numberText, nextDecision.title].filter(Boolean).join(' ')}
          </ItemLink>
        </p>
      )}
      <SavingComboBox
        label={t('app.fields.continuesAsId')}
        hint={t('projects.fields.continuesHint')}
        field="continuesAsId"
        value={continuesAs && { key: continuesAs.id, label: continuesAs.title }}
        suggest={projects}
        onSave={(option) => save({ continuesAsId: option?.key ?? null })}
      />
      {continuesAs && (
        <p>
          <RecordLink area="projects" id={continuesAs.id}>
            {continuesAs.title}
          </RecordLink>
        </p>
      )}
    </fieldset>
  )
}
