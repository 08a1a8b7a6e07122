import { useRef, useState } from 'react'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDecisionSuggestions } from '#renderer/lib/use-decisions.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePartnerOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { mustBeCounted, unitsOf } from '#shared/domain/commitment-rules.ts'
import {
  type Commitment,
  type CommitmentUnit,
  commitmentKinds,
  commitmentSources,
  recurrences,
} from '#shared/domain/records/commitment.ts'
import { Button } from './button.tsx'
import { DayField } from './checked-field.tsx'
import { ComboBox } from './combo-box.tsx'
import { InlineForm } from './inline-form.tsx'
import { ErrorNote } from './notes.tsx'
import styles from './parts.module.css'
import { QuantityField } from './quantity-field.tsx'
import { type Option, Select } from './select.tsx'
import { TextField } from './text-field.tsx'

interface Props {
  /** Whose it is; null = chosen in the form. */
  readonly partnerId: string | null
  /** The project that it is given to from the start. */
  readonly projectId?: string
  readonly onDone: (made: Commitment) => void
  readonly onCancel: () => void
}

/** The unit that a kind has most often, money in the partner's own currency. */
function usualUnit(kind: Commitment['kind'], currency: CommitmentUnit): CommitmentUnit | null {
  if (kind === 'money') return currency
  return kind === 'hours' || kind === 'people' ? (unitsOf[kind][0] ?? null) : null
}

/** A new promise: what, how much, for which years, and on what it rests. */
export function NewCommitment({ partnerId: given, projectId, onDone, onCancel }: Props) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const year = today().slice(0, 4)
  const choices = usePartnerOptions()
  const partners = useOperation('partners.list', {})
  const suggest = useDecisionSuggestions()
  const [chosenPartner, setPartner] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<Commitment['kind']>('money')
  const [chosenUnit, setUnit] = useState<CommitmentUnit | null | undefined>(undefined)
  const [amount, setAmount] = useState<number | null>(null)
  const [recurrence, setRecurrence] = useState<Commitment['recurrence']>('once')
  const [periodFrom, setFrom] = useState<string | null>(`${year}-01-01`)
  const [periodTo, setTo] = useState<string | null>(`${year}-12-31`)
  const [source, setSource] = useState<Commitment['source']>('agreement')
  const [decision, setDecision] = useState<Option | null>(null)
  const [stage, setStage] = useState<'proposed' | 'promised'>('promised')
  const discard = useFormDraft(
    projectId ? `project:${projectId}:commitment` : given ? `partner:${given}:commitment` : 'commitment:new',
    { title, kind, amount, recurrence, periodFrom, periodTo, source, stage },
    (kept) => {
      setTitle(kept.title)
      setKind(kept.kind)
      setAmount(kept.amount)
      setRecurrence(kept.recurrence)
      setFrom(kept.periodFrom)
      setTo(kept.periodTo)
      setSource(kept.source)
      setStage(kept.stage)
    },
  )
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set())
  const [missing, setMissing] = useState(false)
  const partnerId = given ?? chosenPartner
  const country = partners.data?.find((one) => one.id === partnerId)?.country ?? 'NO'
  const unit = chosenUnit === undefined ? usualUnit(kind, country === 'SE' ? 'SEK' : 'NOK') : chosenUnit
  const add = useCommand('commitments.add', { done: t('partners.commitments.added') })
  useFocusProblem(form, add.problem)
  const valid = (field: string) => (ok: boolean) =>
    setUnreadable((before) => {
      const next = new Set(before)
      if (ok) next.delete(field)
      else next.add(field)
      return next
    })
  const required = (empty: boolean) => (missing && empty ? t('problems.field.required') : undefined)

  async function submit() {
    setMissing(true)
    if (unreadable.size > 0 || partnerId === null || periodFrom === null || periodTo === null) return
    const reply = await add.run({
      partnerId,
      title,
      kind,
      unit,
      amount: unit === null ? null : amount,
      recurrence,
      periodFrom,
      periodTo,
      source,
      sourceDecisionId: source === 'meetingDecision' ? (decision?.key ?? null) : null,
      stage,
      ...(projectId ? { projectId } : {}),
    })
    if (!reply.ok) return
    discard()
    onDone(reply.value)
  }
  return (
    <InlineForm ref={form} title={t('partners.commitments.add')}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      {given === null && (
        <Select
          label={t('partners.commitments.partner')}
          required
          options={choices.options}
          value={partnerId}
          onChange={setPartner}
          problem={add.field('partnerId') ?? required(partnerId === null)}
        />
      )}
      <TextField
        label={t('app.fields.title')}
        required
        autoFocus={given !== null}
        value={title}
        onChange={setTitle}
        onEnter={() => void submit()}
        problem={add.field('title')}
      />
      <div className={styles.pair}>
        <Select
          label={t('partners.register.kind')}
          options={commitmentKinds.map((key) => ({ key, label: t(`codes.commitmentKind.${key}`) }))}
          value={kind}
          onChange={(next) => {
            setKind(next ?? kind)
            setUnit(undefined)
          }}
          problem={add.field('kind')}
        />
        <Select
          label={t('partners.commitments.unit')}
          {...(mustBeCounted(kind) ? {} : { emptyLabel: t('partners.commitments.notCounted') })}
          options={unitsOf[kind].map((key) => ({ key, label: t(`codes.commitmentUnit.${key}`) }))}
          value={unit}
          onChange={setUnit}
          problem={add.field('unit')}
        />
        {unit !== null && (
          <QuantityField
            label={t(recurrence === 'yearly' ? 'partners.commitments.amountYearly' : 'partners.commitments.amount')}
            required
            unit={unit}
            value={amount}
            onChange={setAmount}
            onValid={valid('amount')}
            onEnter={() => void submit()}
            problem={add.field('amount')}
          />
        )}
        <Select
          label={t('app.fields.recurrence')}
          options={recurrences.map((key) => ({ key, label: t(`codes.recurrence.${key}`) }))}
          value={recurrence}
          onChange={(next) => setRecurrence(next ?? recurrence)}
        />
        <DayField
          label={t('app.fields.periodFrom')}
          required
          value={periodFrom}
          onChange={setFrom}
          onValid={valid('periodFrom')}
          problem={add.field('periodFrom') ?? required(periodFrom === null)}
        />
        <DayField
          label={t('app.fields.periodTo')}
          required
          yearless="future"
          value={periodTo}
          onChange={setTo}
          onValid={valid('periodTo')}
          problem={add.field('periodTo') ?? required(periodTo === null)}
        />
        <Select
          label={t('app.fields.source')}
          options={commitmentSources.map((key) => ({ key, label: t(`codes.commitmentSource.${key}`) }))}
          value={source}
          onChange={(next) => setSource(next ?? source)}
          problem={add.field('source')}
        />
        <Select
          label={t('app.fields.stage')}
          options={(['promised', 'proposed'] as const).map((key) => ({
            key,
            label: t(`codes.commitmentStage.${key}`),
          }))}
          value={stage}
          onChange={(next) => setStage(next ?? stage)}
        />
      </div>
      {source === 'meetingDecision' && (
        <ComboBox
          label={t('partners.commitments.decision')}
          hint={t('partners.commitments.decisionHint')}
          required
          value={decision}
          onChange={setDecision}
          suggest={suggest}
          problem={add.field('sourceDecisionId')}
        />
      )}
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('common.add')}
        </Button>
        <Button
          onPress={() => {
            discard()
            onCancel()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </InlineForm>
  )
}
