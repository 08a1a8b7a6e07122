import { useState } from 'react'
import { ReportForm } from '#renderer/components/report-form.tsx'
import { SavingDay, SavingSelect } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDayWarnings } from '#renderer/lib/use-day-warnings.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { decisionStatuses } from '#shared/domain/records/decision.ts'
import type { Row } from './decision-detail.tsx'
import styles from './decisions.module.css'

/** Who carries a decision out, by when, and how far it has come. Open also after the minutes are final. */
export function CarryingOut({ decision }: { readonly decision: Row }) {
  const t = useT()
  const format = useFormat()
  const [reporting, setReporting] = useState(false)
  const persons = usePersonOptions(decision.responsibleId ? [decision.responsibleId] : [])
  const warnings = useDayWarnings()
  const revise = useCommand('decisions.revise')
  const report = useCommand('decisions.report', {
    done: (saved) => t('decisions.reported', { status: t(`codes.decisionStatus.${saved.status}`).toLocaleLowerCase() }),
  })
  const save = (changes: InputOf<'decisions.revise'>['changes']) => revise.run({ id: decision.id, changes })
  const title = t('decisions.detail.carryingOut')
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      <div className={styles.pair}>
        <SavingSelect
          label={t('app.fields.responsibleId')}
          field="responsibleId"
          emptyLabel={t('decisions.detail.nobody')}
          options={persons.options}
          value={decision.responsibleId}
          onSave={(responsibleId) => save({ responsibleId })}
        />
        <SavingDay
          label={t('app.fields.deadline')}
          field="deadline"
          draftKey={`decision:${decision.id}:deadline`}
          yearless="future"
          hint={warnings.ofDecision(decision).deadline}
          value={decision.deadline}
          onSave={(deadline) => save({ deadline })}
        />
      </div>
      {decision.doneOn && <p>{t('decisions.detail.doneOn', { day: format.day(decision.doneOn) })}</p>}
      {decision.result && !reporting && <p className={styles.text}>{decision.result}</p>}
      {reporting ? (
        <ReportForm
          given={decision}
          statuses={decisionStatuses.map((key) => ({ key, label: t(`codes.decisionStatus.${key}`) }))}
          bodyId={decision.bodyId}
          draftKey={`decision:${decision.id}:report`}
          onSave={(told) => report.run({ id: decision.id, ...told })}
          onClose={() => setReporting(false)}
        />
      ) : (
        <div>
          <WriteButton
            icon="check"
            {...(decision.status === 'open' || decision.status === 'inProgress' ? { kind: 'primary' as const } : {})}
            onPress={() => setReporting(true)}
          >
            {t('decisions.report.open')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}
