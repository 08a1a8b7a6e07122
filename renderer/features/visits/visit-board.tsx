import { RadioGroup } from '#renderer/components/choices.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { SavingText } from '#renderer/components/saving-field.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useSavingChoice } from '#renderer/lib/use-saving.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { confidentialities, type Visit } from '#shared/domain/records/visit.ts'
import styles from './visit-detail.module.css'
import type { PartProps } from './visit-detail.tsx'

/** What the board may read, and what nobody outside this file may. The two stand apart. */
export function VisitBoard({ open, save }: PartProps) {
  const t = useT()
  const readOnly = useReadOnly()
  const { visit } = open
  const choice = useSavingChoice<Visit['confidentiality']>({
    value: visit.confidentiality,
    field: 'confidentiality',
    onSave: (confidentiality) => save({ confidentiality }),
  })
  const confidential = choice.value === 'confidential'
  return (
    <div className={styles.part}>
      <RadioGroup
        label={t('visits.fields.confidentiality')}
        options={confidentialities.map((key) => ({
          key,
          label: t(`codes.confidentiality.${key}`),
          detail: t(`visits.confidentialityHint.${key}`),
        }))}
        value={choice.value}
        readOnly={readOnly}
        onChange={(key) => void choice.choose(key)}
        problem={choice.problem}
      />
      <section className={styles.section} aria-labelledby={`${visit.id}-summary`}>
        <h3 id={`${visit.id}-summary`}>{t('visits.sections.summary')}</h3>
        {confidential ? (
          <Note>{t('visits.board.confidential')}</Note>
        ) : (
          <>
            {visit.publishableSummary === null && <Note tone="warning">{t('visits.board.empty')}</Note>}
            <SavingText
              label={t('visits.fields.publishableSummary')}
              hint={t('visits.board.hint')}
              field="publishableSummary"
              multiline
              rows={4}
              draftKey={`visit:${visit.id}:publishableSummary`}
              value={visit.publishableSummary}
              onSave={(publishableSummary) => save({ publishableSummary })}
            />
          </>
        )}
      </section>
      <section className={styles.locked} aria-labelledby={`${visit.id}-locked`}>
        <h3 id={`${visit.id}-locked`}>
          <Icon name="lock" size={16} /> {t('visits.sections.confidential')}
        </h3>
        <p>{t('visits.board.neverLeaves')}</p>
        <SavingText
          label={t('visits.fields.confidentialText')}
          field="confidentialText"
          multiline
          rows={3}
          draftKey={`visit:${visit.id}:confidentialText`}
          value={visit.confidentialText}
          onSave={(confidentialText) => save({ confidentialText })}
        />
      </section>
    </div>
  )
}
