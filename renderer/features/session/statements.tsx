import { useState } from 'react'
import { DayField, TimeField } from '#renderer/components/checked-field.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextArea, TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { timeNow, today, useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import type { Statement } from '#shared/domain/records/agenda-item.ts'
import sectionStyles from './section.module.css'
import { FieldRow, Row, Section, SectionForm } from './section.tsx'
import { useAttendees } from './use-attendees.ts'
import { type Forms, useEntered } from './use-forms.ts'
import { useSession } from './use-session.ts'

interface Props {
  readonly open: ItemDetail
  readonly forms: Forms
}

/** Dissents and notes to the minutes: whose, what, and when they were delivered, since both have a deadline. */
export function Statements({ open, forms }: Props) {
  const t = useT()
  const form = forms.opened?.kind === 'dissent' || forms.opened?.kind === 'note' ? forms.opened : null
  return (
    <Section title={t('session.statements.title')} empty={open.statements.length === 0 && !form}>
      <ul className={sectionStyles.list}>
        {open.statements.map((one) => (
          <OneStatement key={one.id} statement={one} forms={forms} />
        ))}
      </ul>
      {form && (
        <StatementForm
          key={`${form.kind} ${form.id}`}
          open={open}
          kind={form.kind === 'dissent' ? 'dissent' : 'noteToMinutes'}
          edited={open.statements.find(({ id }) => id === form.id) ?? null}
          onClose={forms.close}
        />
      )}
    </Section>
  )
}

function OneStatement({ statement, forms }: { readonly statement: Statement; readonly forms: Forms }) {
  const t = useT()
  const format = useFormat()
  const { nameOf, locked } = useSession()
  const readOnly = useReadOnly()
  const remove = useCommand('statements.remove', { done: t('session.statements.removed'), problemAsToast: true })
  const { kind, deliveredOn, deliveredAt } = statement
  return (
    <Row
      mark={<Badge tone={kind === 'dissent' ? 'warning' : 'neutral'}>{t(`codes.statementKind.${kind}`)}</Badge>}
      quiet={[nameOf(statement.personId), statement.party, format.day(deliveredOn), deliveredAt]
        .filter(Boolean)
        .join(' · ')}
      tools={
        !locked &&
        !readOnly && (
          <Menu
            label={t('session.row.more', { what: statement.text.slice(0, 60) })}
            entries={[
              {
                id: 'edit',
                label: t('session.row.edit'),
                icon: 'edit',
                run: () => forms.open(kind === 'dissent' ? 'dissent' : 'note', statement.id),
              },
              {
                id: 'remove',
                label: t('common.remove'),
                icon: 'remove',
                danger: true,
                run: () => void remove.run({ id: statement.id }),
              },
            ]}
          />
        )
      }
    >
      {statement.text}
    </Row>
  )
}

interface Entered {
  personId: string | null
  party: string
  text: string
  deliveredOn: string | null
  deliveredAt: string | null
  [key: string]: string | null
}

function StatementForm(props: {
  readonly open: ItemDetail
  readonly kind: Statement['kind']
  readonly edited: Statement | null
  readonly onClose: () => void
}) {
  const { open, kind, edited, onClose } = props
  const t = useT()
  const { inSession } = useSession()
  const { options: people, partyOf } = useAttendees()
  const add = useCommand('statements.add')
  const revise = useCommand('statements.revise')
  const [tried, setTried] = useState(false)
  const { entered, set, discard } = useEntered<Entered>(
    edited ? null : `item:${open.item.id}:${kind}`,
    edited
      ? {
          personId: edited.personId,
          party: edited.party ?? '',
          text: edited.text,
          deliveredOn: edited.deliveredOn,
          deliveredAt: edited.deliveredAt,
        }
      : {
          personId: null,
          party: '',
          text: '',
          deliveredOn: today(),
          deliveredAt: inSession ? timeNow() : null,
        },
  )
  const field = (name: string) => add.field(name) ?? revise.field(name)
  const missing = (gone: boolean) => (tried && gone ? t('problems.field.required') : undefined)
  async function save() {
    setTried(true)
    const { text, personId, deliveredOn, deliveredAt } = entered
    if (text.trim() === '' || deliveredOn === null) return
    const changes = { kind, personId, party: entered.party.trim() || null, text, deliveredOn, deliveredAt }
    const reply = edited
      ? await revise.run({ id: edited.id, changes })
      : await add.run({ itemId: open.item.id, ...changes })
    if (!reply.ok) return
    discard()
    onClose()
  }
  return (
    <SectionForm
      title={t(edited ? 'session.statements.edit' : kind === 'dissent' ? 'session.add.dissent' : 'session.add.note')}
      save={t('session.form.save')}
      busy={add.busy || revise.busy}
      problem={add.problem ?? revise.problem}
      onSave={() => void save()}
      onClose={onClose}
      onDiscard={() => {
        discard()
        onClose()
      }}
    >
      <TextArea
        label={t(`codes.statementKind.${kind}`)}
        required
        autoFocus
        rows={3}
        hint={t(kind === 'dissent' ? 'session.statements.dissentHint' : 'session.statements.noteHint')}
        value={entered.text}
        onChange={(text) => set({ text })}
        problem={field('text') ?? missing(entered.text.trim() === '')}
      />
      <FieldRow>
        <Select
          label={t('session.statements.person')}
          emptyLabel={t('common.notStated')}
          options={people}
          value={entered.personId}
          onChange={(personId) => set({ personId, party: (personId && partyOf(personId)) || entered.party })}
          problem={field('personId')}
        />
        <TextField
          label={t('session.statements.party')}
          value={entered.party}
          onChange={(party) => set({ party })}
          problem={field('party')}
        />
      </FieldRow>
      <FieldRow>
        <DayField
          label={t('session.statements.deliveredOn')}
          value={entered.deliveredOn}
          onChange={(deliveredOn) => set({ deliveredOn })}
          problem={field('deliveredOn') ?? missing(entered.deliveredOn === null)}
        />
        <TimeField
          label={t('session.statements.deliveredAt')}
          value={entered.deliveredAt}
          onChange={(deliveredAt) => set({ deliveredAt })}
          problem={field('deliveredAt')}
        />
      </FieldRow>
    </SectionForm>
  )
}
