import { useEffect, useRef } from 'react'
import { SavingNumber, SavingSelect, SavingSwitch, SavingText } from '#renderer/components/saving-field.tsx'
import { SortableList } from '#renderer/components/sortable-list.tsx'
import { WriteButton, WriteIconButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { type AgendaTemplate, itemTypes } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import styles from './bodies.module.css'
import { useKeyedRows } from './use-keyed-rows.ts'

type Row = AgendaTemplate['rows'][number]

interface Props {
  readonly template: AgendaTemplate
  readonly body: Body
  readonly onRemoved: () => void
}

/** A template written in place: each field and each row saves itself. */
export function TemplateFields({ template, body, onRemoved }: Props) {
  const t = useT()
  const list = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const revise = useCommand('agendaTemplates.revise')
  const remove = useCommand('agendaTemplates.remove', { done: t('bodies.templates.removed'), problemAsToast: true })
  const keyed = useKeyedRows(template.rows)
  const put = (rows: readonly Row[]) => revise.run({ id: template.id, changes: { rows: [...rows] } })
  const rows = keyed.map(({ row }) => row)
  const change = (key: string, changes: Partial<Row>) =>
    put(keyed.map((one) => (one.key === key ? { ...one.row, ...changes } : one.row)))
  async function addRow() {
    const reply = await put([...rows, { type: 'decision', title: t('bodies.templates.newRow'), minutesPlanned: null }])
    wantsFocus.current = reply.ok
  }
  // The title of a row just added is written over at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a row came
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    const titles = list.current?.querySelectorAll<HTMLInputElement>('li input')
    const title = [...(titles ?? [])].filter((input) => input.closest('[data-title]')).at(-1)
    title?.focus()
    title?.select()
  }, [rows.length])
  return (
    <>
      <SavingText
        label={t('bodies.templates.name')}
        field="name"
        draftKey={`agendaTemplate:${template.id}:name`}
        required
        value={template.name}
        onSave={(name) => revise.run({ id: template.id, changes: { name: name ?? '' } })}
      />
      <SavingSwitch
        label={t('bodies.templates.standing')}
        field="standing"
        value={template.standing}
        onSave={(standing) => revise.run({ id: template.id, changes: { standing } })}
      />
      <SavingSwitch
        label={t('bodies.templates.forAll')}
        field="bodyId"
        value={template.bodyId === null}
        onSave={(all) => revise.run({ id: template.id, changes: { bodyId: all ? null : body.id } })}
      />
      <div ref={list}>
        <SortableList
          label={t('bodies.templates.rowsOf', { name: template.name })}
          items={keyed}
          keyOf={(one) => one.key}
          nameOf={(one) => one.row.title}
          onMove={async (one, to) => {
            const next = keyed.filter(({ key }) => key !== one.key).map(({ row }) => row)
            next.splice(to, 0, one.row)
            return (await put(next)).ok
          }}
        >
          {(one) => (
            <RowFields
              row={one.row}
              // By its place: a number given to a row is another after a restart.
              draftKey={`agendaTemplate:${template.id}:row-${keyed.indexOf(one)}`}
              onChange={(changes) => change(one.key, changes)}
              onRemove={() => void put(keyed.filter(({ key }) => key !== one.key).map(({ row }) => row))}
            />
          )}
        </SortableList>
      </div>
      <div className={styles.buttons}>
        <WriteButton icon="plus" onPress={() => void addRow()}>
          {t('bodies.templates.addRow')}
        </WriteButton>
        <WriteButton
          icon="remove"
          kind="quiet"
          busy={remove.busy}
          onPress={() => void remove.run({ id: template.id }).then((reply) => reply.ok && onRemoved())}
        >
          {t('bodies.templates.remove')}
        </WriteButton>
      </div>
    </>
  )
}

interface RowProps {
  readonly row: Row
  /** Beginning of the keys under which is kept what is being typed. */
  readonly draftKey: string
  readonly onChange: (changes: Partial<Row>) => Promise<Reply>
  readonly onRemove: () => void
}
function RowFields({ row, draftKey, onChange, onRemove }: RowProps) {
  const t = useT()
  return (
    <div className={styles.rowFields}>
      <div data-title>
        <SavingText
          label={t('bodies.templates.rowTitle')}
          field="title"
          draftKey={`${draftKey}:title`}
          required
          value={row.title}
          onSave={(title) => onChange({ title: title ?? '' })}
        />
      </div>
      <SavingSelect
        label={t('bodies.templates.rowType')}
        field="type"
        options={itemTypes.map((key) => ({ key, label: t(`codes.itemType.${key}`) }))}
        value={row.type}
        onSave={(type) => onChange(type ? { type } : {})}
      />
      <SavingNumber
        label={t('bodies.templates.rowMinutes')}
        field="minutesPlanned"
        draftKey={`${draftKey}:minutesPlanned`}
        value={row.minutesPlanned}
        onSave={(minutesPlanned) => onChange({ minutesPlanned })}
      />
      <WriteIconButton icon="remove" label={t('bodies.templates.removeRow', { name: row.title })} onPress={onRemove} />
    </div>
  )
}
