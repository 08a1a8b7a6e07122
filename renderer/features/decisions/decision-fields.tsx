import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDayWarnings } from '#renderer/lib/use-day-warnings.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { decisionKinds } from '#shared/domain/records/decision.ts'
import type { Row } from './decision-detail.tsx'
import styles from './decisions.module.css'

/** What was decided. Once the minutes are final it is read, not written. */
export function DecisionFields({ decision }: { readonly decision: Row }) {
  const t = useT()
  const warnings = useDayWarnings()
  const revise = useCommand('decisions.revise')
  const save = (changes: InputOf<'decisions.revise'>['changes']) => revise.run({ id: decision.id, changes })
  if (decision.sealed) return <SealedFields decision={decision} />
  const external = decision.itemId === null
  return (
    <>
      <SavingText
        label={t('decisions.external.text')}
        field="text"
        required
        multiline
        rows={4}
        draftKey={`decision:${decision.id}:text`}
        value={decision.text}
        onSave={(text) => save({ text: text ?? '' })}
      />
      <div className={styles.pair}>
        {external && (
          <>
            <SavingText
              label={t('decisions.external.body')}
              field="externalBody"
              draftKey={`decision:${decision.id}:externalBody`}
              required
              value={decision.externalBody}
              onSave={(externalBody) => save({ externalBody: externalBody ?? '' })}
            />
            <SavingText
              label={t('decisions.external.source')}
              hint={t('decisions.external.sourceHint')}
              field="externalSource"
              draftKey={`decision:${decision.id}:externalSource`}
              value={decision.externalSource}
              onSave={(externalSource) => save({ externalSource })}
            />
            <SavingDay
              label={t('decisions.external.day')}
              field="decidedOn"
              draftKey={`decision:${decision.id}:decidedOn`}
              required
              value={decision.decidedOn}
              onSave={(decidedOn) => save({ decidedOn: decidedOn ?? '' })}
            />
          </>
        )}
        <SavingSelect
          label={t('decisions.list.kinds')}
          field="kind"
          options={decisionKinds.map((key) => ({ key, label: t(`codes.decisionKind.${key}`) }))}
          value={decision.kind}
          onSave={(kind) => save(kind ? { kind } : {})}
        />
        <SavingDay
          label={t('app.fields.effectiveFrom')}
          field="effectiveFrom"
          draftKey={`decision:${decision.id}:effectiveFrom`}
          yearless="future"
          hint={warnings.ofDecision(decision).effectiveFrom}
          value={decision.effectiveFrom}
          onSave={(effectiveFrom) => save({ effectiveFrom })}
        />
        <SavingSelect
          label={t('app.fields.appealable')}
          field="appealable"
          emptyLabel={t('decisions.detail.notStated')}
          options={[
            { key: 'yes', label: t('common.yes') },
            { key: 'no', label: t('common.no') },
          ]}
          value={decision.appealable === null ? null : decision.appealable ? 'yes' : 'no'}
          onSave={(answer) => save({ appealable: answer === null ? null : answer === 'yes' })}
        />
      </div>
      <SavingText
        label={t('decisions.detail.recipients')}
        hint={t('decisions.detail.recipientsHint')}
        field="recipients"
        draftKey={`decision:${decision.id}:recipients`}
        multiline
        rows={2}
        value={decision.recipients.length > 0 ? decision.recipients.join('\n') : null}
        onSave={(text) => save({ recipients: linesOf(text) })}
      />
    </>
  )
}

function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function SealedFields({ decision }: { readonly decision: Row }) {
  const t = useT()
  const format = useFormat()
  const facts = [
    { label: t('app.fields.effectiveFrom'), value: format.day(decision.effectiveFrom) },
    {
      label: t('app.fields.appealable'),
      value: decision.appealable === null ? '' : t(decision.appealable ? 'common.yes' : 'common.no'),
    },
    { label: t('decisions.detail.recipients'), value: decision.recipients.join('\n') },
  ].filter((fact) => fact.value !== '')
  return (
    <>
      <p className={styles.text}>{decision.text}</p>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(({ label, value }) => (
            <div key={label} className={styles.fact}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
