import { type ReactNode, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { SavingDay, SavingText } from '#renderer/components/saving-field.tsx'
import { type Option, Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import { publicities, retentions } from '#shared/domain/records/document.ts'
import styles from './documents.module.css'

/** Who may read it. What is exempted is saved with its legal ground, never without. */
export function PublicityChoice({ attachment }: { readonly attachment: Attachment }) {
  const t = useT()
  const { id, publicity, exemptionReason } = attachment
  const revise = useCommand('attachments.revise')
  const [asked, setAsked] = useState<Attachment['publicity'] | null>(null)
  const [reason, setReason] = useState('')
  const discard = useFormDraft(`attachments:${id}:exemptionReason:first`, { reason }, (kept) => setReason(kept.reason))
  async function choose(next: Attachment['publicity']) {
    if (next !== 'public' && exemptionReason === null) return setAsked(next)
    setAsked(null)
    await revise.run({ id, changes: { publicity: next } })
  }
  async function submit() {
    if (asked === null) return
    const reply = await revise.run({ id, changes: { publicity: asked, exemptionReason: reason } })
    if (reply.ok) giveUp()
  }
  function giveUp() {
    discard()
    setReason('')
    setAsked(null)
  }
  return (
    <>
      <Choice
        label={t('app.fields.publicity')}
        hint={t('archive.publicityHint')}
        options={publicities.map((key) => ({ key, label: t(`codes.publicity.${key}`) }))}
        value={asked ?? publicity}
        onChange={(next) => void choose(next)}
      />
      {asked !== null && (
        <FirstMore
          title={t('archive.reasonFirst')}
          save={t('archive.reasonSave')}
          command={revise}
          onSubmit={() => void submit()}
          onCancel={giveUp}
        >
          <TextField
            label={t('app.fields.exemptionReason')}
            required
            autoFocus
            value={reason}
            onChange={setReason}
            onEnter={() => void submit()}
            problem={revise.field('exemptionReason')}
          />
        </FirstMore>
      )}
      {asked === null && publicity !== 'public' && (
        <SavingText
          label={t('app.fields.exemptionReason')}
          field="exemptionReason"
          draftKey={`attachments:${id}:exemptionReason`}
          required
          value={exemptionReason}
          onSave={(next) => revise.run({ id, changes: { exemptionReason: next } })}
        />
      )}
    </>
  )
}

/** Kept for ever, or disposed of from a day on; never the one without the other. */
export function DisposalChoice({ attachment }: { readonly attachment: Attachment }) {
  const t = useT()
  const { id, retention, disposeOn } = attachment
  const revise = useCommand('attachments.revise')
  const [asking, setAsking] = useState(false)
  const [day, setDay] = useState<string | null>(null)
  async function choose(next: Attachment['retention']) {
    if (next === 'dispose' && disposeOn === null) return setAsking(true)
    setAsking(false)
    await revise.run({ id, changes: { retention: next } })
  }
  async function submit() {
    const reply = await revise.run({ id, changes: { retention: 'dispose', disposeOn: day } })
    if (reply.ok) setAsking(false)
  }
  return (
    <>
      <Choice
        label={t('app.fields.retention')}
        options={retentions.map((key) => ({ key, label: t(`codes.retention.${key}`) }))}
        value={asking ? 'dispose' : retention}
        onChange={(next) => void choose(next)}
      />
      {asking && (
        <FirstMore
          title={t('archive.disposeFirst')}
          save={t('archive.disposeSave')}
          command={revise}
          onSubmit={() => void submit()}
          onCancel={() => setAsking(false)}
        >
          <DayField
            label={t('app.fields.disposeOn')}
            required
            autoFocus
            yearless="future"
            value={day}
            onChange={setDay}
            problem={revise.field('disposeOn')}
          />
        </FirstMore>
      )}
      {!asking && retention === 'dispose' && (
        <SavingDay
          label={t('app.fields.disposeOn')}
          field="disposeOn"
          draftKey={`attachments:${id}:disposeOn`}
          required
          yearless="future"
          readOnly={attachment.disposedOn !== null}
          value={disposeOn}
          onSave={(next) => revise.run({ id, changes: { disposeOn: next } })}
        />
      )}
    </>
  )
}

/** One of a closed list that asks for something more before it is saved; in a file opened for reading its word. */
function Choice<K extends string>({
  label,
  hint,
  options,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly options: readonly Option<K>[]
  readonly value: K
  readonly onChange: (value: K) => void
}) {
  const readOnly = useReadOnly()
  if (readOnly) {
    const chosen = options.find(({ key }) => key === value)?.label ?? ''
    return <TextField label={label} hint={hint} readOnly value={chosen} onChange={() => {}} />
  }
  return (
    <Select
      label={label}
      hint={hint}
      options={options}
      value={value}
      onChange={(next) => {
        if (next !== null && next !== value) onChange(next)
      }}
    />
  )
}

function FirstMore({
  title,
  save,
  command,
  onSubmit,
  onCancel,
  children,
}: {
  readonly title: string
  readonly save: string
  readonly command: ReturnType<typeof useCommand<'attachments.revise'>>
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  useFocusProblem(form, command.problem)
  return (
    <InlineForm ref={form} title={title}>
      {command.problem && !command.problem.fields && <ErrorNote error={command.problem} />}
      {children}
      <div className={styles.buttons}>
        <Button kind="primary" busy={command.busy} onPress={onSubmit}>
          {save}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </InlineForm>
  )
}
