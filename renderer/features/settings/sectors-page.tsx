import { useState } from 'react'
import { SavingText } from '#renderer/components/saving-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { sectorName } from '#renderer/lib/sector-name.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { Sector } from '#shared/domain/records/sector.ts'
import { AddForm } from './add-form.tsx'
import { Register } from './register.tsx'
import styles from './settings.module.css'

const names = ['nameNb', 'nameSv', 'nameEn'] as const

export function SectorsPage() {
  const t = useT()
  const language = useLanguage()
  const sectors = useOperation('sectors.list', {})
  const remove = useCommand('sectors.remove', { done: t('settings.removed'), problemAsToast: true })
  return (
    <Register
      entity="sectors"
      query={{ ...sectors, data: sectors.data?.toSorted((a, b) => a.position - b.position) }}
      titleOf={(sector) => sectorName(sector, language)}
      detailOf={() => ''}
      fields={(sector) => <SectorFields sector={sector} />}
      addLabel={t('settings.sectors.add')}
      addForm={(done, cancel) => <AddSector onDone={done} onCancel={cancel} />}
      onRemove={(sector) => void remove.run({ id: sector.id })}
      empty={t('settings.sectors.empty')}
    />
  )
}

function SectorFields({ sector }: { readonly sector: Sector }) {
  const t = useT()
  const revise = useCommand('sectors.revise')
  const save = (changes: InputOf<'sectors.revise'>['changes']) => revise.run({ id: sector.id, changes })
  return (
    <div className={styles.pair}>
      {names.map((name) => (
        <SavingText
          key={name}
          label={t(`app.fields.${name}`)}
          field={name}
          draftKey={`sector:${sector.id}:${name}`}
          value={sector[name]}
          onSave={(value) => save({ [name]: value ?? '' })}
        />
      ))}
    </div>
  )
}

function AddSector({ onDone, onCancel }: { readonly onDone: (id: string) => void; readonly onCancel: () => void }) {
  const t = useT()
  const [texts, setTexts] = useState({ nameNb: '', nameSv: '', nameEn: '' })
  const discard = useFormDraft('sector:new', texts, setTexts)
  const add = useCommand('sectors.add', { done: t('settings.added') })
  async function save() {
    const reply = await add.run(texts)
    if (!reply.ok) return
    discard()
    onDone(reply.value.id)
  }
  return (
    <AddForm
      busy={add.busy}
      problem={add.problem}
      onCancel={() => {
        discard()
        onCancel()
      }}
      onSave={() => void save()}
    >
      {names.map((name) => (
        <TextField
          key={name}
          label={t(`app.fields.${name}`)}
          value={texts[name]}
          onChange={(text) => setTexts({ ...texts, [name]: text })}
          problem={add.field(name)}
          required
          autoFocus={name === 'nameNb'}
        />
      ))}
    </AddForm>
  )
}
