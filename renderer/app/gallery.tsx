import { type ReactNode, useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { Chart } from '#renderer/components/chart.tsx'
import { AmountField, DayField, NumberField, TimeField } from '#renderer/components/checked-field.tsx'
import { Checkbox, MultiSelect, RadioGroup, Switch } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { DataList, type Sort } from '#renderer/components/data-list.tsx'
import { ConfirmDialog, Dialog } from '#renderer/components/dialog.tsx'
import { Menu, Popover } from '#renderer/components/menu.tsx'
import {
  Badge,
  EmptyState,
  ErrorNote,
  KeyHint,
  Loading,
  Meter,
  Note,
  ProgressBar,
} from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { SavingDay, SavingMultiSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { type Option, Select } from '#renderer/components/select.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { SearchField, TextArea, TextField } from '#renderer/components/text-field.tsx'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { confidentialities, themes, visitFlags } from '#shared/domain/records/visit.ts'
import styles from './gallery.module.css'

const fruit: Option[] = ['Multer', 'Tyttebær', 'Blåbær', 'Åkerbær', 'Østers'].map((label) => ({
  key: label,
  label,
  detail: `${label.length}`,
}))
const rows = Array.from({ length: 100_000 }, (_, index) => ({
  id: `${index}`,
  name: `Bedrift ${index}`,
  count: index % 7,
}))
const accepted: Reply = { ok: true, value: {}, change: null }
const refused: Reply = {
  ok: false,
  problem: { code: 'invalid', key: 'problems.invalid', fields: { name: { key: 'problems.field.required' } } },
}

/** Every component in its states, for those who build with them. Words that no user sees are not translated. */
export function Gallery() {
  return (
    <main className={styles.page}>
      <PageHeader title="Gallery" detail="Every component in its states" />
      <div className={styles.parts}>
        <Buttons />
        <Fields />
        <Choices />
        <Saving />
        <Notes />
        <Overlays />
        <Charts />
        <Lists />
      </div>
    </main>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Buttons() {
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

function Fields() {
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

function Choices() {
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

function Saving() {
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

function Notes() {
  return (
    <Part title="Notes">
      <div className={styles.row}>
        <Badge>Neutral</Badge>
        <Badge tone="info">Info</Badge>
        <Badge tone="success" icon="check">
          Success
        </Badge>
        <Badge tone="warning">Warning</Badge>
        <Badge tone="danger" icon="warning">
          Danger
        </Badge>
      </div>
      <div className={styles.grid}>
        <Note>A remark</Note>
        <Note tone="success">It worked</Note>
        <Note tone="warning">Look out</Note>
        <ErrorNote error={{ code: 'diskFull', key: 'problems.internal' }} onRetry={() => {}} />
        <Meter label="Visits" value={37} max={50} />
        <Meter label="Coverage" value={12} max={50} tone="warning" />
        <ProgressBar label="Making the document" progress={0.4} />
        <ProgressBar label="Reading" progress={null} />
        <EmptyState icon="visits" title="No visits yet" action={<Button kind="primary">Log visit</Button>}>
          What to do first stands here.
        </EmptyState>
        <Loading />
      </div>
    </Part>
  )
}

function Overlays() {
  const toasts = useToasts()
  const [open, setOpen] = useState<'dialog' | 'confirm' | null>(null)
  return (
    <Part title="Overlays">
      <div className={styles.row}>
        <Button onPress={() => setOpen('dialog')}>Dialog</Button>
        <Button onPress={() => setOpen('confirm')}>Confirm</Button>
        <Button onPress={() => toasts.show({ text: 'Saved.', action: { label: 'Undo', run: () => {} } })}>Toast</Button>
        <Button onPress={() => toasts.show({ text: 'The disk is full.', tone: 'danger' })}>Problem</Button>
        <Menu
          label="Menu"
          showLabel
          entries={[
            { id: 'edit', label: 'Edit', icon: 'edit', run: () => {} },
            { id: 'remove', label: 'Delete', icon: 'remove', danger: true, run: () => {} },
          ]}
        />
        <Popover label="Popover" icon="filter" showLabel>
          Anything
        </Popover>
      </div>
      <Tabs
        label="Tabs"
        items={[
          { key: 'one', label: 'One', content: <p>First</p> },
          { key: 'two', label: 'Two', count: 3, content: <p>Second</p> },
        ]}
      />
      <Dialog
        open={open === 'dialog'}
        onClose={() => setOpen(null)}
        title="Dialog"
        actions={<Button kind="primary">Save</Button>}
      >
        <TextField label="Field" value="" onChange={() => {}} autoFocus />
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onClose={() => setOpen(null)}
        title="Delete the package"
        confirm="Delete"
        onConfirm={() => setOpen(null)}
      >
        This can’t be undone.
      </ConfirmDialog>
    </Part>
  )
}

function Charts() {
  const months = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des']
  const counts = [3, 4, 6, 5, 4, 2, 0, 3, 5, 5, null, null]
  return (
    <Part title="Charts">
      <div className={styles.grid}>
        <Chart
          kind="bar"
          title="Bars and a line"
          summary="37 of 50"
          categoryName="Month"
          categories={months}
          series={[
            { name: 'Visits', values: counts },
            { name: 'Target', values: months.map(() => 4), line: true },
          ]}
          level={3}
        />
        <Chart
          kind="bar"
          horizontal
          title="Lying bars"
          summary="Most in industry"
          categoryName="Sector"
          categories={['Industry', 'Food', 'Culture and travel']}
          series={[{ name: 'Visits', values: [12, 8, 3] }]}
          level={3}
        />
        <Chart
          kind="donut"
          title="Donut"
          summary="Most are company visits"
          categoryName="Type"
          categories={['Visit', 'Phone', 'Web']}
          series={[{ name: 'Visits', values: [20, 9, 4] }]}
          level={3}
        />
        <Chart
          kind="line"
          title="Line"
          summary="Rising"
          categoryName="Month"
          categories={months}
          series={[{ name: 'Visits', values: counts }]}
          level={3}
        />
      </div>
    </Part>
  )
}

function Lists() {
  const [open, setOpen] = useState<string | null>('3')
  const [sort, setSort] = useState<Sort>({ by: 'name', direction: 'asc' })
  return (
    <Part title="List of 100,000">
      <div className={styles.list}>
        <DataList
          label="Companies"
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            { key: 'name', header: 'Name', sort: 'name', width: 'minmax(120px, 3fr)', cell: (row) => row.name },
            { key: 'count', header: 'Visits', sort: 'count', width: '80px', align: 'end', cell: (row) => row.count },
          ]}
          selectedKey={open}
          onOpen={(row) => setOpen(row.id)}
          sort={sort}
          onSort={setSort}
          total={rows.length}
          textOf={(row) => row.name}
          empty={null}
        />
      </div>
    </Part>
  )
}
