import { useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { AmountField, DayField, NumberField, TimeField } from '#renderer/components/checked-field.tsx'
import { Checkbox, MultiSelect, RadioGroup, Switch } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { KeyHint } from '#renderer/components/notes.tsx'
import { SavingDay, SavingMultiSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { type Option, Select } from '#renderer/components/select.tsx'
import { SearchField, TextArea, TextField } from '#renderer/components/text-field.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { confidentialities, themes, visitFlags } from '#shared/domain/records/visit.ts'
import styles from './gallery.module.css'

import { Part } from './part.tsx'

const fruit: Option[] = ['Multer', 'Tyttebær', 'Blåbær', 'Åkerbær', 'Østers'].map((label) => ({
  key: label,
  label,
  detail: `${label.length}`,
}))
const accepted: Reply = { ok: true, value: {}, change: null }
const refused: Reply = {
  ok: false,
  problem: { code: 'invalid', key: 'problems.invalid', fields: { name: { key: 'problems.field.required' } } },
}

export function Buttons() {
  return (
    <Part title="Buttons">
      <div className={styles.row}>
        <Button kind="primary" icon="plus">
          Primary
        </Button>
        <Button>Normal</Button>
        <Button kind="quiet">Quiet</Button>
        <Button kind="danger">Danger</Button>
        <Button disabled>Disabled</Button>
        <Button busy>Busy</Button>
        <Button small>Small</Button>
        <IconButton icon="edit" label="Edit" />
        <IconButton icon="table" label="Table" pressed />
        <KeyHint shortcut="mod+shift+l" />
      </div>
    </Part>
  )
}

export function Fields() {
  const [text, setText] = useState('')
  const [day, setDay] = useState<string | null>('2026-03-14')
  const [count, setCount] = useState<number | null>(1234)
  const [money, setMoney] = useState<number | null>(123_450)
  const [time, setTime] = useState<string | null>(null)
  const [choice, setChoice] = useState<string | null>(null)
  const [found, setFound] = useState<Option | null>(null)
  return (
    <Part title="Fields">
      <div className={styles.grid}>
        <TextField label="One line" value={text} onChange={setText} hint="A hint" />
        <TextField
          label="Required, refused"
          value={text}
          onChange={setText}
          required
          problem="This must be filled in."
        />
        <TextField label="Read only" value="Fixed" onChange={setText} readOnly />
        <TextField label="Disabled" value="Off" onChange={setText} disabled />
        <SearchField label="Search" value={text} onChange={setText} />
        <DayField label="Day" value={day} onChange={setDay} />
        <TimeField label="Time" value={time} onChange={setTime} />
        <NumberField label="Number" value={count} onChange={setCount} />
        <AmountField label="Money" value={money} onChange={setMoney} currency="NOK" />
        <Select label="Select" value={choice} onChange={setChoice} options={fruit} emptyLabel="None" />
        <ComboBox
          label="Combo box"
          value={found}
          onChange={setFound}
          suggest={async (words) => fruit.filter((one) => one.label.toLowerCase().startsWith(words.toLowerCase()))}
          onCreate={(name) => setFound({ key: name, label: name })}
        />
        <TextArea label="Many lines" value={text} onChange={setText} />
      </div>
    </Part>
  )
}

export function Choices() {
  const t = useT()
  const [flags, setFlags] = useState<(typeof visitFlags)[number][]>(['expanding', 'urgent'])
  const [some, setSome] = useState<(typeof themes)[number][]>([])
  const [one, setOne] = useState<(typeof confidentialities)[number]>('internal')
  const [on, setOn] = useState(true)
  return (
    <Part title="Choices">
      <div className={styles.grid}>
        <Checkbox label="Checkbox" checked={on} onChange={setOn} hint="With a hint" />
        <Switch label="Switch" checked={on} onChange={setOn} />
        <RadioGroup
          label="Radio group"
          value={one}
          onChange={setOne}
          options={confidentialities.map((key) => ({ key, label: t(`codes.confidentiality.${key}`) }))}
        />
        <RadioGroup
          label="Segments"
          look="segments"
          value={one}
          onChange={setOne}
          options={confidentialities.map((key) => ({ key, label: t(`codes.confidentiality.${key}`) }))}
        />
        <MultiSelect
          label="Chips"
          value={flags}
          onChange={setFlags}
          options={visitFlags.map((key) => ({ key, label: t(`codes.flag.${key}`) }))}
        />
        <MultiSelect
          label="List"
          look="list"
          value={some}
          onChange={setSome}
          options={themes.slice(0, 5).map((key) => ({ key, label: t(`codes.theme.${key}`) }))}
        />
      </div>
    </Part>
  )
}

export function Saving() {
  const t = useT()
  return (
    <Part title="Fields that save themselves">
      <div className={styles.grid}>
        <SavingText label="Saves" field="name" value="Change me" onSave={async () => accepted} />
        <SavingText label="Is refused" field="name" value="Change me" onSave={async () => refused} />
        <SavingText label="Never answers" field="name" value="Change me" onSave={() => new Promise(() => {})} />
        <SavingDay label="Day" field="day" value={null} onSave={async () => accepted} />
        <SavingMultiSelect
          label="Flags"
          field="flags"
          value={['expanding']}
          options={visitFlags.map((key) => ({ key, label: t(`codes.flag.${key}`) }))}
          onSave={async () => accepted}
        />
      </div>
    </Part>
  )
}
