import { useState } from 'react'
import { Note } from '#renderer/components/notes.tsx'
import { SavingQuantity } from '#renderer/components/quantity-field.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import {
  SavingComboBox,
  SavingDay,
  SavingSelect,
  SavingSwitch,
  SavingText,
} from '#renderer/components/saving-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDecisionOption, useDecisionSuggestions } from '#renderer/lib/use-decisions.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { commitmentWarnings, mustBeCounted, unitsOf } from '#shared/domain/commitment-rules.ts'
import {
  type CommitmentUnit,
  commitmentKinds,
  commitmentSources,
  recurrences,
} from '#shared/domain/records/commitment.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { CommitmentProject } from './commitment-project.tsx'
import styles from './partners.module.css'
import type { CommitmentRow } from './sums.ts'

type Changes = InputOf<'commitments.revise'>['changes']

/** Every field of a commitment, each saving itself; the amount is read in its unit. */
export function CommitmentFields({ commitment }: { readonly commitment: CommitmentRow }) {
  const t = useT()
  const revise = useCommand('commitments.revise')
  const partners = useOperation('partners.list', {})
  const { id, kind, unit, source, recurrence } = commitment
  const save = (changes: Changes) => revise.run({ id, changes })
  const country = partners.data?.find((one) => one.id === commitment.partnerId)?.country
  const warning = country ? commitmentWarnings(commitment, country).unit : undefined
  // Only kinds that the unit fits: 200 000 kroner must not become as many hours. Another unit opens the others.
  const kinds = commitmentKinds.filter(
    (one) => one === kind || (unit === null ? !mustBeCounted(one) : unitsOf[one].includes(unit)),
  )
  return (
    <section className={styles.section} aria-label={t('partners.tabs.fields')}>
      <h3>{t('partners.tabs.fields')}</h3>
      <SavingText
        label={t('app.fields.title')}
        required
        field="title"
        draftKey={`commitment:${commitment.id}:title`}
        value={commitment.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      {warning && <Note tone="warning">{messageText(t, warning)}</Note>}
      <div className={styles.pair}>
        <SavingSelect
          label={t('partners.register.kind')}
          field="kind"
          options={kinds.map((key) => ({ key, label: t(`codes.commitmentKind.${key}`) }))}
          value={kind}
          onSave={(next) => save(next ? { kind: next } : {})}
        />
        <UnitAndAmount commitment={commitment} save={save} />
        <SavingSelect
          label={t('app.fields.recurrence')}
          field="recurrence"
          options={recurrences.map((key) => ({ key, label: t(`codes.recurrence.${key}`) }))}
          value={recurrence}
          onSave={(next) => save(next ? { recurrence: next } : {})}
        />
        <SavingDay
          label={t('app.fields.periodFrom')}
          required
          field="periodFrom"
          draftKey={`commitment:${commitment.id}:periodFrom`}
          value={commitment.periodFrom}
          onSave={(periodFrom) => save({ periodFrom: periodFrom ?? '' })}
        />
        <SavingDay
          label={t('app.fields.periodTo')}
          required
          yearless="future"
          field="periodTo"
          draftKey={`commitment:${commitment.id}:periodTo`}
          value={commitment.periodTo}
          onSave={(periodTo) => save({ periodTo: periodTo ?? '' })}
        />
        {source !== 'meetingDecision' && (
          <SavingSelect
            label={t('app.fields.source')}
            field="source"
            // A decision is named first, and makes itself the source.
            options={commitmentSources
              .filter((key) => key !== 'meetingDecision')
              .map((key) => ({ key, label: t(`codes.commitmentSource.${key}`) }))}
            value={source}
            onSave={(next) => save(next ? { source: next } : {})}
          />
        )}
      </div>
      <SourceDecision commitment={commitment} save={save} />
      <CommitmentProject commitment={commitment} save={save} />
      <SavingText
        label={t('app.fields.note')}
        field="note"
        multiline
        value={commitment.note}
        draftKey={`commitment:${id}:note`}
        onSave={(note) => save({ note })}
      />
      <SavingSwitch
        label={t('partners.commitments.public')}
        field="isPublic"
        value={commitment.isPublic}
        onSave={(isPublic) => save({ isPublic })}
      />
    </section>
  )
}

interface PartProps {
  readonly commitment: CommitmentRow
  readonly save: (changes: Changes) => ReturnType<ReturnType<typeof useCommand<'commitments.revise'>>['run']>
}

/** How much, and of what. What isn't counted yet gets its unit together with its amount: neither says anything alone. */
function UnitAndAmount({ commitment, save }: PartProps) {
  const t = useT()
  const readOnly = useReadOnly()
  const [wanted, setWanted] = useState<CommitmentUnit | null>(null)
  const { kind, unit, recurrence } = commitment
  const options = unitsOf[kind].map((key) => ({ key, label: t(`codes.commitmentUnit.${key}`) }))
  const label = t('partners.commitments.unit')
  const none = mustBeCounted(kind) ? {} : { emptyLabel: t('partners.commitments.notCounted') }
  const counted = unit ?? wanted
  return (
    <>
      {unit === null ? (
        <Select label={label} {...none} options={options} value={wanted} onChange={setWanted} disabled={readOnly} />
      ) : (
        <SavingSelect
          label={label}
          field="unit"
          {...none}
          options={options}
          value={unit}
          onSave={(next) => {
            setWanted(null)
            return save(next === null ? { unit: null, amount: null } : { unit: next })
          }}
        />
      )}
      {counted !== null && (
        <SavingQuantity
          label={t(recurrence === 'yearly' ? 'partners.commitments.amountYearly' : 'partners.commitments.amount')}
          required
          field="amount"
          draftKey={`commitment:${commitment.id}:amount`}
          unit={counted}
          value={commitment.amount}
          onSave={(amount) => save({ amount, ...(unit === null ? { unit: counted } : {}) })}
        />
      )}
    </>
  )
}

/** The decision that the commitment rests on. Choosing one makes it the source; emptying the field leaves the agreement. */
function SourceDecision({ commitment, save }: PartProps) {
  const t = useT()
  const suggest = useDecisionSuggestions()
  const { sourceDecisionId, decisionNumber } = commitment
  const chosen = useDecisionOption(sourceDecisionId)
  return (
    <>
      <SavingComboBox
        label={t('partners.commitments.decision')}
        hint={t('partners.commitments.decisionHint')}
        field="sourceDecisionId"
        value={chosen}
        suggest={suggest}
        onSave={(option) =>
          save(
            option
              ? { source: 'meetingDecision', sourceDecisionId: option.key }
              : { source: 'agreement', sourceDecisionId: null },
          )
        }
      />
      {sourceDecisionId && (
        <p>
          <RecordLink area="decisions" id={sourceDecisionId}>
            {decisionNumber
              ? t('partners.commitments.openDecision', { number: decisionNumber })
              : t('partners.commitments.toDecision')}
          </RecordLink>
        </p>
      )}
    </>
  )
}
