import type { ReactNode } from 'react'
import { SavingDay, SavingNumber, SavingSelect, SavingSwitch, SavingText } from '#renderer/components/saving-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, Reply } from '#shared/contract/dispatcher.ts'
import {
  adjustmentRules,
  type Body,
  bodyKinds,
  deputyOrders,
  numberForms,
  numberings,
  quorumRules,
} from '#shared/domain/records/body.ts'
import { countries } from '#shared/domain/values.ts'
import styles from './bodies.module.css'
import { PresetChoice } from './preset-choice.tsx'
import { MinutesExample, NoticeExample, NumberExample, QuorumExample } from './rule-examples.tsx'
import { useSameName } from './use-same-name.ts'

type Save = (changes: InputOf<'bodies.revise'>['changes']) => Promise<Reply>
interface PartProps {
  readonly body: Body
  readonly save: Save
}

/** Every rule of a body, with what it means in words and a live example beside it. */
export function BodyRules({ body }: { readonly body: Body }) {
  const t = useT()
  const revise = useCommand('bodies.revise')
  const save: Save = (changes) => revise.run({ id: body.id, changes })
  const part = { body, save }
  return (
    <div className={styles.part}>
      <Section title={t('bodies.rules.about')}>
        <About {...part} />
      </Section>
      <Section title={t('bodies.rules.preset')}>
        <PresetChoice body={body} />
      </Section>
      <Section title={t('bodies.rules.numbers')}>
        <Numbers {...part} />
        <NumberExample body={body} />
      </Section>
      <Section title={t('bodies.rules.quorum')}>
        <Quorum {...part} />
        <QuorumExample body={body} />
      </Section>
      <Section title={t('bodies.rules.votes')}>
        <Votes {...part} />
      </Section>
      <Section title={t('bodies.rules.notice')}>
        <SavingNumber
          label={t('app.fields.noticeDays')}
          hint={t('bodies.rules.noticeDaysHint')}
          field="noticeDays"
          draftKey={`body:${body.id}:noticeDays`}
          required
          value={body.noticeDays}
          onSave={(days) => save({ noticeDays: days ?? 0 })}
        />
        <NoticeExample body={body} />
      </Section>
      <Section title={t('bodies.rules.minutes')}>
        <Minutes {...part} />
        <MinutesExample body={body} />
      </Section>
    </div>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function About({ body, save }: PartProps) {
  const t = useT()
  const sameName = useSameName(body.name, body.id)
  const persons = usePersonOptions(body.secretaryId ? [body.secretaryId] : [])
  return (
    <div className={styles.pair}>
      <SavingText
        label={t('app.fields.name')}
        field="name"
        draftKey={`body:${body.id}:name`}
        required
        value={body.name}
        hint={sameName}
        onSave={(name) => save({ name: name ?? '' })}
      />
      <SavingSelect
        label={t('app.fields.kind')}
        field="kind"
        options={bodyKinds.map((key) => ({ key, label: t(`codes.bodyKind.${key}`) }))}
        value={body.kind}
        onSave={(kind) => save(kind ? { kind } : {})}
      />
      <SavingSelect
        label={t('app.fields.country')}
        field="country"
        options={countries.map((key) => ({ key, label: t(`codes.country.${key}`) }))}
        value={body.country}
        onSave={(country) => save(country ? { country } : {})}
      />
      <SavingSelect
        label={t('app.fields.secretaryId')}
        hint={t('bodies.rules.secretaryHint')}
        field="secretaryId"
        emptyLabel={t('bodies.rules.nobody')}
        options={persons.options}
        value={body.secretaryId}
        onSave={(secretaryId) => save({ secretaryId })}
      />
      <SavingDay
        label={t('app.fields.activeFrom')}
        field="activeFrom"
        draftKey={`body:${body.id}:activeFrom`}
        required
        value={body.activeFrom}
        onSave={(activeFrom) => save({ activeFrom: activeFrom ?? '' })}
      />
      <SavingDay
        label={t('app.fields.activeTo')}
        hint={t('bodies.rules.activeToHint')}
        yearless="future"
        field="activeTo"
        draftKey={`body:${body.id}:activeTo`}
        value={body.activeTo}
        onSave={(activeTo) => save({ activeTo })}
      />
    </div>
  )
}

function Numbers({ body, save }: PartProps) {
  const t = useT()
  return (
    <>
      <div className={styles.pair}>
        <SavingSelect
          label={t('app.fields.numbering')}
          hint={t(`bodies.rules.numberingHint.${body.numbering}`)}
          field="numbering"
          options={numberings.map((key) => ({ key, label: t(`codes.numbering.${key}`) }))}
          value={body.numbering}
          onSave={(numbering) => save(numbering ? { numbering } : {})}
        />
        <SavingText
          label={t('app.fields.numberPrefix')}
          hint={t('bodies.rules.prefixHint')}
          field="numberPrefix"
          draftKey={`body:${body.id}:numberPrefix`}
          value={body.numberPrefix}
          onSave={(numberPrefix) => save({ numberPrefix })}
        />
        <SavingSelect
          label={t('app.fields.numberForm')}
          field="numberForm"
          options={numberForms.map((key) => ({ key, label: t(`codes.numberForm.${key}`) }))}
          value={body.numberForm}
          onSave={(numberForm) => save(numberForm ? { numberForm } : {})}
        />
      </div>
      <p className={styles.quiet}>{t('bodies.rules.numbersGiven')}</p>
    </>
  )
}

function Quorum({ body, save }: PartProps) {
  const t = useT()
  return (
    <div className={styles.pair}>
      <SavingSelect
        label={t('app.fields.quorumRule')}
        hint={t('bodies.rules.quorumRuleHint')}
        field="quorumRule"
        options={quorumRules.map((key) => ({ key, label: t(`codes.quorumRule.${key}`) }))}
        value={body.quorumRule}
        // The rule of a number can't stand without one; leaving it drops the number.
        onSave={(rule) =>
          save(rule ? { quorumRule: rule, quorumNumber: rule === 'number' ? (body.quorumNumber ?? 1) : null } : {})
        }
      />
      {body.quorumRule === 'number' && (
        <SavingNumber
          label={t('app.fields.quorumNumber')}
          hint={t('bodies.rules.quorumNumberHint')}
          field="quorumNumber"
          draftKey={`body:${body.id}:quorumNumber`}
          required
          value={body.quorumNumber}
          onSave={(quorumNumber) => save({ quorumNumber })}
        />
      )}
      <SavingNumber
        label={t('app.fields.seats')}
        hint={t('bodies.rules.seatsHint')}
        field="seats"
        draftKey={`body:${body.id}:seats`}
        value={body.seats}
        onSave={(seats) => save({ seats })}
      />
    </div>
  )
}

function Votes({ body, save }: PartProps) {
  const t = useT()
  return (
    <>
      <SavingSwitch
        label={t('app.fields.chairCastsVote')}
        hint={t('bodies.rules.chairCastsVoteHint')}
        field="chairCastsVote"
        value={body.chairCastsVote}
        onSave={(chairCastsVote) => save({ chairCastsVote })}
      />
      <SavingSwitch
        label={t('app.fields.abstainingAllowed')}
        hint={t('bodies.rules.abstainingAllowedHint')}
        field="abstainingAllowed"
        value={body.abstainingAllowed}
        onSave={(abstainingAllowed) => save({ abstainingAllowed })}
      />
      <SavingSwitch
        label={t('app.fields.deputiesAllowed')}
        hint={t('bodies.rules.deputiesAllowedHint')}
        field="deputiesAllowed"
        value={body.deputiesAllowed}
        onSave={(deputiesAllowed) => save({ deputiesAllowed })}
      />
      {body.deputiesAllowed && (
        <SavingSelect
          label={t('app.fields.deputyOrder')}
          hint={t(`bodies.rules.deputyOrderHint.${body.deputyOrder}`)}
          field="deputyOrder"
          options={deputyOrders.map((key) => ({ key, label: t(`codes.deputyOrder.${key}`) }))}
          value={body.deputyOrder}
          onSave={(deputyOrder) => save(deputyOrder ? { deputyOrder } : {})}
        />
      )}
    </>
  )
}

/** Days that adjusters most often have; practice.md 6.1 has fourteen. */
const usualAdjustmentDays = 14

function Minutes({ body, save }: PartProps) {
  const t = useT()
  return (
    <div className={styles.pair}>
      <SavingSelect
        label={t('app.fields.adjustmentRule')}
        hint={t(`bodies.rules.adjustmentRuleHint.${body.adjustmentRule}`)}
        field="adjustmentRule"
        options={adjustmentRules.map((key) => ({ key, label: t(`codes.adjustmentRule.${key}`) }))}
        value={body.adjustmentRule}
        onSave={(rule) =>
          save(
            rule
              ? {
                  adjustmentRule: rule,
                  adjustmentDays: rule === 'adjustedWithinDays' ? (body.adjustmentDays ?? usualAdjustmentDays) : null,
                }
              : {},
          )
        }
      />
      {body.adjustmentRule === 'adjustedWithinDays' && (
        <SavingNumber
          label={t('app.fields.adjustmentDays')}
          hint={t('bodies.rules.adjustmentDaysHint')}
          field="adjustmentDays"
          draftKey={`body:${body.id}:adjustmentDays`}
          required
          value={body.adjustmentDays}
          onSave={(adjustmentDays) => save({ adjustmentDays })}
        />
      )}
      <SavingNumber
        label={t('app.fields.adjusters')}
        hint={t('bodies.rules.adjustersHint')}
        field="adjusters"
        draftKey={`body:${body.id}:adjusters`}
        required
        value={body.adjusters}
        onSave={(adjusters) => save({ adjusters: adjusters ?? 0 })}
      />
    </div>
  )
}
