import { useRef, useState } from 'react'
import { DayField } from '#renderer/components/checked-field.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDayWarnings } from '#renderer/lib/use-day-warnings.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { addDays } from '#shared/domain/days.ts'
import type { Action } from '#shared/domain/records/decision.ts'
import sectionStyles from './section.module.css'
import { Row, Section, SectionForm } from './section.tsx'
import { type Forms, useEntered } from './use-forms.ts'
import { useSession } from './use-session.ts'

interface Props {
  readonly open: ItemDetail
  readonly forms: Forms
}

/** Who does what until when. Enter adds one and begins the next. */
export function Actions({ open, forms }: Props) {
  const t = useT()
  const form = forms.opened?.kind === 'action' ? forms.opened : null
  return (
    <Section title={t('session.actions.title')} empty={open.actions.length === 0 && !form}>
      <ul className={sectionStyles.list}>
        {open.actions.map((one) => (
          <OneAction key={one.id} action={one} forms={forms} />
        ))}
      </ul>
      {form && (
        <ActionForm
          key={form.id}
          open={open}
          edited={open.actions.find(({ id }) => id === form.id) ?? null}
          onClose={forms.close}
        />
      )}
    </Section>
  )
}

function OneAction({ action, forms }: { readonly action: Action; readonly forms: Forms }) {
  const t = useT()
  const format = useFormat()
  const { nameOf, locked } = useSession()
  const readOnly = useReadOnly()
  const remove = useCommand('actions.remove', { done: t('session.actions.removed'), problemAsToast: true })
  return (
    <Row
      mark={action.status !== 'open' && <Badge>{t(`codes.actionStatus.${action.status}`)}</Badge>}
      quiet={[nameOf(action.ownerId), t('session.actions.due', { day: format.day(action.dueOn) })]
        .filter(Boolean)
        .join(' · ')}
      tools={
        !locked &&
        !readOnly && (
          <Menu
            label={t('session.row.more', { what: action.title })}
            entries={[
              { id: 'edit', label: t('session.row.edit'), icon: 'edit', run: () => forms.open('action', action.id) },
              {
                id: 'remove',
                label: t('common.remove'),
                icon: 'remove',
                danger: true,
                run: () => void remove.run({ id: action.id }),
              },
            ]}
          />
        )
      }
    >
      {action.title}
    </Row>
  )
}

interface Entered {
  title: string
  ownerId: string | null
  dueOn: string | null
  [key: string]: string | null
}
const usualDays = 14

function ActionForm(props: {
  readonly open: ItemDetail
  readonly edited: Action | null
  readonly onClose: () => void
}) {
  const { open, edited, onClose } = props
  const t = useT()
  const { detail } = useSession()
  const { options: people } = usePersonOptions(edited ? [edited.ownerId] : [])
  const add = useCommand('actions.add')
  const revise = useCommand('actions.revise')
  const warnings = useDayWarnings()
  const [tried, setTried] = useState(false)
  const [round, setRound] = useState(0)
  const title = useRef<HTMLInputElement>(null)
  const start: Entered = edited
    ? { title: edited.title, ownerId: edited.ownerId, dueOn: edited.dueOn }
    : { title: '', ownerId: null, dueOn: addDays(detail.meeting.startsOn, usualDays) }
  const { entered, set, discard } = useEntered<Entered>(edited ? null : `item:${open.item.id}:action`, start)
  const field = (name: string) => add.field(name) ?? revise.field(name)
  const missing = (gone: boolean) => (tried && gone ? t('problems.field.required') : undefined)
  async function save() {
    setTried(true)
    const { ownerId, dueOn } = entered
    if (entered.title.trim() === '' || ownerId === null || dueOn === null) return
    if (edited) {
      const reply = await revise.run({ id: edited.id, changes: { title: entered.title, ownerId, dueOn } })
      if (reply.ok) onClose()
      return
    }
    const reply = await add.run({ title: entered.title, ownerId, dueOn, originItemId: open.item.id })
    if (!reply.ok) return
    set({ title: '', ownerId: null })
    discard()
    setTried(false)
    setRound(round + 1)
    title.current?.focus()
  }
  return (
    <SectionForm
      line
      title={edited ? t('session.actions.edit') : t('session.add.action')}
      save={edited ? t('session.form.save') : t('session.actions.save')}
      busy={add.busy || revise.busy}
      problem={add.problem ?? revise.problem}
      onSave={() => void save()}
      onClose={onClose}
      onDiscard={() => {
        discard()
        onClose()
      }}
    >
      <div className={sectionStyles.oneLine}>
        <TextField
          ref={title}
          label={t('session.actions.what')}
          autoFocus
          value={entered.title}
          onChange={(next) => set({ title: next })}
          problem={field('title') ?? missing(entered.title.trim() === '')}
        />
        <Select
          label={t('session.actions.owner')}
          options={people}
          value={entered.ownerId}
          onChange={(ownerId) => set({ ownerId })}
          problem={field('ownerId') ?? missing(entered.ownerId === null)}
        />
        <DayField
          key={round}
          label={t('session.actions.dueOn')}
          yearless="future"
          hint={warnings.ofAction(entered.dueOn, detail.meeting.startsOn).dueOn}
          value={entered.dueOn}
          onChange={(dueOn) => set({ dueOn })}
          problem={field('dueOn') ?? missing(entered.dueOn === null)}
        />
      </div>
    </SectionForm>
  )
}
