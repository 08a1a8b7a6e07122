import { AttachedFiles } from '#renderer/components/attached-files.tsx'
import { SavingDay, SavingParsed, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { planName } from '#renderer/lib/plan-options.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { planStatuses } from '#shared/domain/records/plan.ts'
import { countries, languages } from '#shared/domain/values.ts'
import styles from './plan.module.css'
import { linesOf, textOf } from './plan-lines.ts'
import { PlanSections } from './plan-sections.tsx'
import { type OpenPlan, useRevisePlan } from './plan-use.ts'
import { PlanWordings } from './plan-wordings.tsx'

/** All that is said of a plan itself; each field saves itself. */
export function PlanAbout({ open }: { readonly open: OpenPlan }) {
  const t = useT()
  const { plan } = open
  return (
    <div className={`${styles.stack} ${styles.narrow}`}>
      <Facts open={open} />
      <section className={styles.section} aria-label={t('strategy.about.content')}>
        <h3>{t('strategy.about.content')}</h3>
        <Texts open={open} />
      </section>
      <PlanWordings plan={plan} wordings={open.wordings.filter(({ goalId }) => goalId === null)} />
      <PlanSections planId={plan.id} sections={open.sections} />
      <Labels open={open} />
      <section className={styles.section} aria-label={t('strategy.about.documents')}>
        <h3>{t('strategy.about.documents')}</h3>
        <AttachedFiles home={{ planId: plan.id }} attachments={open.attachments} takesPaste />
      </section>
    </div>
  )
}

function Facts({ open: { plan } }: { readonly open: OpenPlan }) {
  const t = useT()
  const format = useFormat()
  const save = useRevisePlan(plan.id)
  const plans = useOperation('plans.list', {}).data ?? []
  // A year has no thousands sign.
  const year = { format: (value: number | null) => (value === null ? '' : String(value)), parse: format.parseCount }
  return (
    <section className={styles.section} aria-label={t('strategy.about.facts')}>
      <h3>{t('strategy.about.facts')}</h3>
      <SavingText
        label={t('app.fields.title')}
        required
        field="title"
        draftKey={`plan:${plan.id}:title`}
        value={plan.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      <div className={styles.pair}>
        <SavingText
          label={t('strategy.add.organisation')}
          hint={t('strategy.about.organisationHint')}
          field="organisation"
          draftKey={`plan:${plan.id}:organisation`}
          value={plan.organisation}
          onSave={(organisation) => save({ organisation })}
        />
        <SavingText
          label={t('app.fields.versionLabel')}
          field="versionLabel"
          draftKey={`plan:${plan.id}:versionLabel`}
          value={plan.versionLabel}
          onSave={(versionLabel) => save({ versionLabel })}
        />
        <SavingSelect
          label={t('app.fields.country')}
          emptyLabel={t('strategy.about.noCountry')}
          field="country"
          value={plan.country}
          options={countries.map((key) => ({ key, label: t(`codes.country.${key}`) }))}
          onSave={(country) => save({ country })}
        />
        <SavingSelect
          label={t('app.fields.language')}
          emptyLabel={t('strategy.about.usualLanguage')}
          field="language"
          value={plan.language}
          options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
          onSave={(language) => save({ language })}
        />
        <SavingParsed<number>
          label={t('app.fields.periodFrom')}
          field="periodFrom"
          draftKey={`plan:${plan.id}:periodFrom`}
          value={plan.periodFrom}
          {...year}
          onSave={(periodFrom) => save({ periodFrom })}
        />
        <SavingParsed<number>
          label={t('app.fields.periodTo')}
          field="periodTo"
          draftKey={`plan:${plan.id}:periodTo`}
          value={plan.periodTo}
          {...year}
          onSave={(periodTo) => save({ periodTo })}
        />
        <SavingSelect
          label={t('app.fields.status')}
          hint={t('strategy.about.statusHint')}
          field="status"
          value={plan.status}
          options={planStatuses.map((key) => ({ key, label: t(`codes.planStatus.${key}`) }))}
          onSave={(status) => save(status ? { status } : {})}
        />
        <SavingSelect
          label={t('app.fields.previousVersionId')}
          emptyLabel={t('strategy.about.noPrevious')}
          field="previousVersionId"
          value={plan.previousVersionId}
          options={plans
            .filter(({ id }) => id !== plan.id)
            .map((one) => ({ key: one.id, label: planName(one), detail: one.organisation ?? undefined }))}
          onSave={(previousVersionId) => save({ previousVersionId })}
        />
        <SavingDay
          label={t('app.fields.adoptedOn')}
          field="adoptedOn"
          draftKey={`plan:${plan.id}:adoptedOn`}
          value={plan.adoptedOn}
          onSave={(adoptedOn) => save({ adoptedOn })}
        />
        <SavingText
          label={t('app.fields.adoptedBy')}
          field="adoptedBy"
          draftKey={`plan:${plan.id}:adoptedBy`}
          value={plan.adoptedBy}
          onSave={(adoptedBy) => save({ adoptedBy })}
        />
      </div>
    </section>
  )
}

const texts = ['vision', 'mission', 'mainGoal'] as const
function Texts({ open: { plan } }: { readonly open: OpenPlan }) {
  const t = useT()
  const save = useRevisePlan(plan.id)
  return (
    <>
      {texts.map((field) => (
        <SavingText
          key={field}
          label={t(`app.fields.${field}`)}
          field={field}
          multiline
          rows={2}
          value={plan[field]}
          draftKey={`plan:${plan.id}:${field}`}
          onSave={(text) => save({ [field]: text })}
        />
      ))}
      <SavingText
        label={t('app.fields.values')}
        hint={t('strategy.about.onePerLine')}
        field="values"
        multiline
        rows={3}
        value={textOf(plan.values)}
        draftKey={`plan:${plan.id}:values`}
        onSave={(text) => save({ values: linesOf(text) })}
      />
    </>
  )
}

const parts = ['area', 'goal', 'subGoal', 'strategy', 'activity'] as const
function Labels({ open: { plan } }: { readonly open: OpenPlan }) {
  const t = useT()
  const save = useRevisePlan(plan.id)
  return (
    <section className={styles.section} aria-label={t('strategy.about.labels')}>
      <h3>{t('strategy.about.labels')}</h3>
      <div className={styles.pair}>
        {parts.map((part) => (
          <SavingText
            key={part}
            label={t(`app.fields.${part}Label`)}
            hint={t('strategy.about.labelsHint', { usual: t(`strategy.labels.${part}`).toLocaleLowerCase() })}
            field={`${part}Label`}
            draftKey={`plan:${plan.id}:${part}Label`}
            value={plan[`${part}Label`]}
            onSave={(label) => save({ [`${part}Label`]: label })}
          />
        ))}
      </div>
    </section>
  )
}
