import { useState } from 'react'
import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { type Body, bodyKinds } from '#shared/domain/records/body.ts'
import { countries } from '#shared/domain/values.ts'
import { AddForm } from './add-form.tsx'
import { Register } from './register.tsx'
import styles from './settings.module.css'

export function BodiesPage() {
  const t = useT()
  const format = useFormat()
  const bodies = useOperation('bodies.list', {})
  const remove = useCommand('bodies.remove', { done: t('settings.removed'), problemAsToast: true })
  return (
    <Register
      entity="bodies"
      query={{ ...bodies, data: bodies.data?.toSorted((a, b) => format.compare(a.name, b.name)) }}
      titleOf={(body) => body.name}
      detailOf={(body) => t(`codes.bodyKind.${body.kind}`)}
      badgeOf={(body) => (body.activeTo !== null && body.activeTo < today() ? t('settings.bodies.ended') : null)}
      fields={(body) => <BodyFields body={body} />}
      addLabel={t('settings.bodies.add')}
      addForm={(done, cancel) => <AddBody onDone={done} onCancel={cancel} />}
      onRemove={(body) => void remove.run({ id: body.id })}
      empty={t('settings.bodies.empty')}
    />
  )
}

function BodyFields({ body }: { readonly body: Body }) {
  const t = useT()
  const revise = useCommand('bodies.revise')
  const save = (changes: InputOf<'bodies.revise'>['changes']) => revise.run({ id: body.id, changes })
  return (
    <div className={styles.pair}>
      <SavingText
        label={t('app.fields.name')}
        required
        field="name"
        value={body.name}
        onSave={(value) => save({ name: value ?? '' })}
      />
      <SavingSelect
        label={t('app.fields.kind')}
        field="kind"
        value={body.kind}
        options={bodyKinds.map((key) => ({ key, label: t(`codes.bodyKind.${key}`) }))}
        onSave={(kind) => save(kind ? { kind } : {})}
      />
      <SavingSelect
        label={t('app.fields.country')}
        field="country"
        value={body.country}
        options={countries.map((key) => ({ key, label: t(`codes.country.${key}`) }))}
        onSave={(country) => save(country ? { country } : {})}
      />
      <SavingDay
        label={t('app.fields.activeFrom')}
        required
        field="activeFrom"
        value={body.activeFrom}
        onSave={(value) => save({ activeFrom: value ?? '' })}
      />
      <SavingDay
        label={t('app.fields.activeTo')}
        hint={t('settings.bodies.activeToHint')}
        yearless="future"
        field="activeTo"
        value={body.activeTo}
        onSave={(activeTo) => save({ activeTo })}
      />
    </div>
  )
}

function AddBody({ onDone, onCancel }: { readonly onDone: (id: string) => void; readonly onCancel: () => void }) {
  const t = useT()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Body['kind']>('board')
  const add = useCommand('bodies.add', { done: t('settings.added') })
  return (
    <AddForm
      busy={add.busy}
      problem={add.problem}
      onCancel={onCancel}
      onSave={() => void add.run({ name, kind }).then((reply) => reply.ok && onDone(reply.value.id))}
    >
      <TextField
        label={t('app.fields.name')}
        value={name}
        onChange={setName}
        problem={add.field('name')}
        required
        autoFocus
      />
      <Select
        label={t('app.fields.kind')}
        options={bodyKinds.map((key) => ({ key, label: t(`codes.bodyKind.${key}`) }))}
        value={kind}
        onChange={(value) => setKind(value ?? kind)}
      />
    </AddForm>
  )
}
