import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { SavingMultiSelect, SavingSwitch } from '#renderer/components/saving-field.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { FocusArea } from '#shared/domain/records/plan.ts'
import { type ProjectRow, useReviseProject } from './use-project.ts'

interface Props {
  readonly project: ProjectRow
  /** Those of the project's plan. */
  readonly areas: readonly FocusArea[]
}

/** "2 Kompetanse". */
export function areaLabel({ number, title }: Pick<FocusArea, 'number' | 'title'>): string {
  return `${number} ${title}`
}

/** What the project serves: at least one focus area of its plan, or all of it. */
export function FocusAreas({ project, areas }: Props) {
  const t = useT()
  const save = useReviseProject(project.id)
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('projects.fields.aims')}</legend>
      {areas.length === 0 ? (
        <p className={styles.quiet}>
          {t('projects.fields.noAreas')}{' '}
          <RecordLink area="strategy" id={project.planId} search={{ tab: 'tree' }}>
            {t('projects.fields.toPlans')}
          </RecordLink>
        </p>
      ) : (
        <SavingMultiSelect
          label={t('app.fields.focusAreaIds')}
          field="focusAreaIds"
          options={areas.map((area) => ({ key: area.id, label: areaLabel(area) }))}
          value={project.focusAreaIds}
          onSave={(focusAreaIds) => save({ focusAreaIds: [...focusAreaIds] })}
        />
      )}
      <SavingSwitch
        label={t('app.fields.crossCutting')}
        hint={t('projects.fields.crossCuttingHint')}
        field="crossCutting"
        value={project.crossCutting}
        onSave={(crossCutting) => save({ crossCutting })}
      />
    </fieldset>
  )
}
