import { useRef, useState } from 'react'
import { AttachedFiles } from '#renderer/components/attached-files.tsx'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { Badge, ErrorNote } from '#renderer/components/notes.tsx'
import { QuantityField, SavingQuantity } from '#renderer/components/quantity-field.tsx'
import { SavingDay, SavingText } from '#renderer/components/saving-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useQuantity } from '#renderer/lib/use-quantity.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { OpenCommitment } from './commitment-body.tsx'
import styles from './partners.module.css'
import type { CommitmentRow } from './sums.ts'

type Delivery = OpenCommitment['deliveries'][number]
interface Props {
  readonly commitment: CommitmentRow
  readonly deliveries: readonly Delivery[]
}

/** What was delivered, part by part, each with its evidence. */
export function Deliveries({ commitment, deliveries }: Props) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  return (
    <section className={styles.section} aria-label={t('partners.deliveries.title')}>
      <h3>{t('partners.deliveries.title')}</h3>
      {deliveries.length === 0 ? (
        <p className={styles.quiet}>{t('partners.deliveries.none')}</p>
      ) : (
        <ul className={styles.lines}>
          {deliveries.map((delivery) => (
            <li key={delivery.id}>
              <DeliveryLine delivery={delivery} commitment={commitment} />
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <NewDelivery commitment={commitment} onClose={() => setAdding(false)} />
      ) : (
        commitment.stage === 'promised' && (
          <div>
            <WriteButton icon="plus" onPress={() => setAdding(true)}>
              {t('partners.deliveries.add')}
            </WriteButton>
          </div>
        )
      )}
    </section>
  )
}

function NewDelivery({ commitment, onClose }: { readonly commitment: CommitmentRow; readonly onClose: () => void }) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const [deliveredOn, setDay] = useState<string | null>(today())
  const [amount, setAmount] = useState<number | null>(null)
  const [description, setDescription] = useState('')
  const discard = useFormDraft(`commitment:${commitment.id}:delivery`, { deliveredOn, amount, description }, (kept) => {
    setDay(kept.deliveredOn)
    setAmount(kept.amount)
    setDescription(kept.description)
  })
  const [dayReadable, setDayReadable] = useState(true)
  const [amountReadable, setAmountReadable] = useState(true)
  const add = useCommand('deliveries.add', { done: t('partners.deliveries.added') })
  useFocusProblem(form, add.problem)
  const { unit } = commitment
  async function submit() {
    if (!dayReadable || !amountReadable || deliveredOn === null) return
    const reply = await add.run({
      commitmentId: commitment.id,
      deliveredOn,
      amount: unit === null ? null : amount,
      description: description.trim() === '' ? null : description,
    })
    if (!reply.ok) return
    discard()
    onClose()
  }
  const whole = add.field('commitmentId')
  return (
    <InlineForm ref={form} title={t('partners.deliveries.add')}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      {whole && <p role="alert">{whole}</p>}
      <div className={styles.pair}>
        <DayField
          label={t('partners.deliveries.day')}
          required
          autoFocus={unit === null}
          value={deliveredOn}
          onChange={setDay}
          onValid={setDayReadable}
          onEnter={() => void submit()}
          problem={add.field('deliveredOn') ?? (deliveredOn === null ? t('problems.field.required') : undefined)}
        />
        {unit !== null && (
          <QuantityField
            label={t('partners.deliveries.amount')}
            required
            autoFocus
            unit={unit}
            value={amount}
            onChange={setAmount}
            onValid={setAmountReadable}
            onEnter={() => void submit()}
            problem={add.field('amount')}
          />
        )}
      </div>
      <TextField
        label={t('partners.deliveries.description')}
        value={description}
        onChange={setDescription}
        onEnter={() => void submit()}
        problem={add.field('description')}
      />
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('partners.deliveries.book')}
        </Button>
        <Button
          onPress={() => {
            discard()
            onClose()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </InlineForm>
  )
}

function DeliveryLine({ delivery, commitment }: { readonly delivery: Delivery; readonly commitment: CommitmentRow }) {
  const t = useT()
  const format = useFormat()
  const quantity = useQuantity()
  const [open, setOpen] = useState(false)
  const { unit } = commitment
  const day = format.day(delivery.deliveredOn)
  const { attachments } = delivery
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>
            <span className={styles.name}>
              {unit !== null && delivery.amount !== null ? quantity.words(delivery.amount, unit) : day}
            </span>{' '}
            {delivery.outsidePeriod && (
              <Badge tone="warning" icon="calendar">
                {t('partners.deliveries.outside')}
              </Badge>
            )}
          </span>
          <span className={styles.quiet}>
            {[
              unit !== null && delivery.amount !== null ? day : null,
              delivery.description,
              attachments.length > 0 && t('partners.deliveries.evidenceCount', { count: attachments.length }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <IconButton
          icon={open ? 'up' : 'edit'}
          label={t(open ? 'partners.deliveries.close' : 'partners.deliveries.edit', { day })}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </div>
      {open && <DeliveryFields delivery={delivery} commitment={commitment} />}
    </div>
  )
}

function DeliveryFields({ delivery, commitment }: { readonly delivery: Delivery; readonly commitment: CommitmentRow }) {
  const t = useT()
  const { id } = delivery
  const { unit } = commitment
  const revise = useCommand('deliveries.revise')
  const remove = useCommand('deliveries.remove', { done: t('partners.deliveries.removed'), problemAsToast: true })
  const save = (changes: InputOf<'deliveries.revise'>['changes']) => revise.run({ id, changes })
  return (
    <div className={styles.inner}>
      <div className={styles.pair}>
        <SavingDay
          label={t('partners.deliveries.day')}
          required
          field="deliveredOn"
          draftKey={`delivery:${delivery.id}:deliveredOn`}
          value={delivery.deliveredOn}
          onSave={(deliveredOn) => save({ deliveredOn: deliveredOn ?? '' })}
        />
        {unit !== null && (
          <SavingQuantity
            label={t('partners.deliveries.amount')}
            required
            field="amount"
            draftKey={`delivery:${delivery.id}:amount`}
            unit={unit}
            value={delivery.amount}
            onSave={(amount) => save({ amount })}
          />
        )}
      </div>
      <SavingText
        label={t('partners.deliveries.description')}
        field="description"
        draftKey={`delivery:${delivery.id}:description`}
        value={delivery.description}
        onSave={(description) => save({ description })}
      />
      <SavingText
        label={t('partners.deliveries.note')}
        field="note"
        multiline
        rows={2}
        value={delivery.note}
        draftKey={`delivery:${id}:note`}
        onSave={(note) => save({ note })}
      />
      <h4>{t('partners.deliveries.evidence')}</h4>
      <AttachedFiles home={{ deliveryId: id }} attachments={delivery.attachments} />
      <div>
        <WriteButton small kind="quiet" icon="remove" busy={remove.busy} onPress={() => void remove.run({ id })}>
          {t('partners.deliveries.remove')}
        </WriteButton>
      </div>
    </div>
  )
}
