import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { AmountField } from '#renderer/components/checked-field.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { usePartnerOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type ProjectRow, useCurrency } from './use-project.ts'

interface Props {
  readonly project: ProjectRow
  readonly onClose: () => void
}

/** A new source of money. Where the project has no currency yet, it gets that of the partnership's country along with it. */
export function NewFinancing({ project, onClose }: Props) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const currency = useCurrency(project)
  const { options, nameOf } = usePartnerOptions()
  const [source, setSource] = useState('')
  const [partnerId, setPartner] = useState<string | null>(null)
  const [amount, setAmount] = useState<number | null>(null)
  const [readable, setReadable] = useState(true)
  const [granted, setGranted] = useState(false)
  const discard = useFormDraft(`project:${project.id}:financing`, { source, partnerId, amount, granted }, (kept) => {
    setSource(kept.source)
    setPartner(kept.partnerId)
    setAmount(kept.amount)
    setGranted(kept.granted)
  })
  const [tried, setTried] = useState(false)
  const add = useCommand('financings.add', { done: t('projects.financing.added') })
  const settle = useCommand('projects.revise')
  useFocusProblem(form, add.problem)
  async function submit() {
    setTried(true)
    if (!readable || amount === null) return
    if (project.currency === null) {
      const reply = await settle.run({ id: project.id, changes: { currency } })
      if (!reply.ok) return
    }
    const reply = await add.run({ projectId: project.id, source, partnerId, amount, granted })
    if (!reply.ok) return
    discard()
    onClose()
  }
  const unplaced = [add.problem, settle.problem].find((one) => one && !one.fields)
  return (
    <InlineForm ref={form} title={t('projects.financing.add')}>
      {unplaced && <ErrorNote error={unplaced} />}
      <div className={styles.pair}>
        <TextField
          label={t('projects.financing.source')}
          required
          autoFocus
          value={source}
          onChange={setSource}
          onEnter={() => void submit()}
          problem={add.field('source')}
        />
        <AmountField
          label={t('projects.financing.amount')}
          required
          currency={currency}
          value={amount}
          onChange={setAmount}
          onValid={setReadable}
          onEnter={() => void submit()}
          problem={add.field('amount') ?? (tried && amount === null ? t('problems.field.required') : undefined)}
        />
        <Select
          label={t('projects.financing.partner')}
          emptyLabel={t('projects.financing.noPartner')}
          options={options}
          value={partnerId}
          onChange={(next) => {
            setPartner(next)
            if (next && source.trim() === '') setSource(nameOf(next) ?? '')
          }}
          problem={add.field('partnerId')}
        />
      </div>
      <Checkbox label={t('projects.financing.grantedYes')} checked={granted} onChange={setGranted} />
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy || settle.busy} onPress={() => void submit()}>
          {t('common.add')}
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
