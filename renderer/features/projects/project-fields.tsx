import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import {
  SavingDay,
  SavingNumber,
  SavingParsed,
  SavingSelect,
  SavingSwitch,
  SavingText,
} from '#renderer/components/saving-field.tsx'
import { planOptions } from '#renderer/lib/plan-options.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { currencies, projectStatuses } from '#shared/domain/records/project.ts'
import { FocusAreas } from './focus-areas.tsx'
import { ProjectLinks } from './project-links.tsx'
import { type OpenProject, useCurrency, useReviseProject, useWarningAt } from './use-project.ts'
import { Warned } from './warned.tsx'

/** Every field of a project, each saving itself; what is to be looked at stands beside the field that it is about. */
export function ProjectFields({ open }: { readonly open: OpenProject }) {
  const t = useT()
  const { project } = open
  const save = useReviseProject(project.id)
  return (
    <div className={styles.part}>
      <Identity open={open} />
      <Time open={open} />
      <SavingText
        label={t('app.fields.description')}
        field="description"
        multiline
        value={project.description}
        draftKey={`project:${project.id}:description`}
        onSave={(description) => save({ description })}
      />
      <SavingText
        label={t('app.fields.effect')}
        field="effect"
        multiline
        value={project.effect}
        draftKey={`project:${project.id}:effect`}
        onSave={(effect) => save({ effect })}
      />
      <ProjectLinks open={open} />
    </div>
  )
}

function Identity({ open }: { readonly open: OpenProject }) {
  const t = useT()
  const { project, warnings } = open
  const save = useReviseProject(project.id)
  const warning = useWarningAt(warnings)
  const plans = useOperation('plans.list', {})
  const persons = usePersonOptions(project.leadId ? [project.leadId] : [])
  if (plans.error) return <ErrorNote error={plans.error} onRetry={() => void plans.refetch()} />
  if (!plans.data) return <Loading lines={3} />
  const areasOf = (planId: string) => plans.data.find((plan) => plan.id === planId)?.areas ?? []
  const own = areasOf(project.planId)
  /** Focus areas belong to a plan: those of the same name come along to another one. */
  const inPlan = (planId: string) => {
    const titles = own.filter(({ id }) => project.focusAreaIds.includes(id)).map(({ title }) => title)
    return areasOf(planId)
      .filter(({ title }) => titles.includes(title))
      .map(({ id }) => id)
  }
  return (
    <>
      <SavingText
        label={t('app.fields.title')}
        required
        field="title"
        draftKey={`project:${project.id}:title`}
        value={project.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      <div className={styles.pair}>
        <SavingText
          label={t('app.fields.projectNumber')}
          field="number"
          draftKey={`project:${project.id}:number`}
          value={project.number}
          onSave={(number) => save({ number })}
        />
        <Warned by={warning('status')}>
          <SavingSelect
            label={t('app.fields.status')}
            field="status"
            value={project.status}
            options={projectStatuses.map((key) => ({ key, label: t(`codes.projectStatus.${key}`) }))}
            onSave={(status) => save(status ? { status } : {})}
          />
        </Warned>
        <Warned by={warning('leadId')}>
          <SavingSelect
            label={t('app.fields.leadId')}
            emptyLabel={t('projects.fields.nobody')}
            field="leadId"
            value={project.leadId}
            options={persons.options}
            onSave={(leadId) => save({ leadId })}
          />
        </Warned>
        <SavingSelect
          label={t('app.fields.planId')}
          field="planId"
          value={project.planId}
          options={planOptions(t, plans.data)}
          onSave={(planId) => save(planId ? { planId, focusAreaIds: inPlan(planId) } : {})}
        />
      </div>
      <SavingSwitch
        label={t('projects.list.lighthouse')}
        hint={t('projects.fields.lighthouseHint')}
        field="lighthouse"
        value={project.lighthouse}
        onSave={(lighthouse) => save({ lighthouse })}
      />
      <FocusAreas project={project} areas={own} />
    </>
  )
}

function Time({ open }: { readonly open: OpenProject }) {
  const t = useT()
  const format = useFormat()
  const { project, warnings } = open
  const save = useReviseProject(project.id)
  const warning = useWarningAt(warnings)
  const currency = useCurrency(project)
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('projects.fields.time')}</legend>
      <div className={styles.pair}>
        <SavingParsed<number>
          label={t('app.fields.startYear')}
          required
          field="startYear"
          draftKey={`project:${project.id}:startYear`}
          value={project.startYear}
          // A year has no thousands sign.
          format={(year) => (year === null ? '' : String(year))}
          parse={format.parseCount}
          onSave={(year) => save({ startYear: year ?? Number.NaN })}
        />
        <SavingDay
          label={t('app.fields.startOn')}
          field="startOn"
          draftKey={`project:${project.id}:startOn`}
          value={project.startOn}
          onSave={(startOn) => save({ startOn })}
        />
        <Warned by={warning('endPlannedOn')}>
          <SavingDay
            label={t('app.fields.endPlannedOn')}
            yearless="future"
            field="endPlannedOn"
            draftKey={`project:${project.id}:endPlannedOn`}
            value={project.endPlannedOn}
            onSave={(endPlannedOn) => save({ endPlannedOn })}
          />
        </Warned>
        <Warned by={warning('endActualOn')}>
          <SavingDay
            label={t('app.fields.endActualOn')}
            field="endActualOn"
            draftKey={`project:${project.id}:endActualOn`}
            value={project.endActualOn}
            onSave={(endActualOn) => save({ endActualOn })}
          />
        </Warned>
        <Warned by={warning('budgetAmount')}>
          <SavingNumber
            label={t('app.fields.budgetAmount')}
            hint={project.currency === null ? t('projects.fields.budgetNeedsCurrency', { currency }) : undefined}
            currency={currency}
            field="budgetAmount"
            draftKey={`project:${project.id}:budgetAmount`}
            value={project.budgetAmount}
            // An amount says nothing without its currency: both in one change, so that one undo takes both back.
            onSave={(budgetAmount) =>
              save({ budgetAmount, ...(project.currency === null && budgetAmount !== null ? { currency } : {}) })
            }
          />
        </Warned>
        <SavingSelect
          label={t('app.fields.currency')}
          emptyLabel={t('projects.fields.noCurrency')}
          field="currency"
          value={project.currency}
          options={currencies.map((key) => ({ key, label: t(`codes.commitmentUnit.${key}`) }))}
          onSave={(chosen) => save({ currency: chosen })}
        />
      </div>
    </fieldset>
  )
}
