import { useMemo, useState } from 'react'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { wasPresent } from '#shared/domain/attendance-rules.ts'
import {
  type Disqualification,
  disqualificationGrounds,
  disqualificationOutcomes,
} from '#shared/domain/records/agenda-item.ts'
import sectionStyles from './section.module.css'
import { FieldRow, Row, Section, SectionForm } from './section.tsx'
import { type Forms, useEntered } from './use-forms.ts'
import { useSession } from './use-session.ts'

interface Props {
  readonly open: ItemDetail
  readonly forms: Forms
}
const tones = { pending: 'warning', disqualified: 'danger', notDisqualified: 'success' } as const

/** Who may not take part in the item, why, what the body found, and who serves instead. */
export function Disqualifications({ open, forms }: Props) {
  const t = useT()
  const form = forms.opened?.kind === 'disqualification' ? forms.opened : null
  return (
    <Section title={t('session.disqualifications.title')} empty={open.disqualifications.length === 0 && !form}>
      <ul className={sectionStyles.list}>
        {open.disqualifications.map((one) => (
          <OneDisqualification key={one.id} one={one} forms={forms} />
        ))}
      </ul>
      {form && (
        <DisqualificationForm
          key={form.id}
          open={open}
          edited={open.disqualifications.find(({ id }) => id === form.id) ?? null}
          onClose={forms.close}
        />
      )}
    </Section>
  )
}

function OneDisqualification({ one, forms }: { readonly one: Disqualification; readonly forms: Forms }) {
  const t = useT()
  const { nameOf, locked } = useSession()
  const readOnly = useReadOnly()
  const remove = useCommand('disqualifications.remove', {
    done: t('session.disqualifications.removed'),
    problemAsToast: true,
  })
  return (
    <Row
      mark={<Badge tone={tones[one.outcome]}>{t(`codes.disqualificationOutcome.${one.outcome}`)}</Badge>}
      quiet={[
        t(`codes.disqualificationGround.${one.ground}`),
        one.explanation,
        one.replacedById && t('session.disqualifications.replacedBy', { name: nameOf(one.replacedById) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      tools={
        !locked &&
        !readOnly && (
          <Menu
            label={t('session.row.more', { what: nameOf(one.personId) })}
            entries={[
              {
                id: 'edit',
                label: t('session.row.edit'),
                icon: 'edit',
                run: () => forms.open('disqualification', one.id),
              },
              {
                id: 'remove',
                label: t('common.remove'),
                icon: 'remove',
                danger: true,
                run: () => void remove.run({ id: one.id }),
              },
            ]}
          />
        )
      }
    >
      {nameOf(one.personId)}
    </Row>
  )
}

interface Entered {
  personId: string | null
  ground: Disqualification['ground']
  explanation: string
  outcome: Disqualification['outcome']
  replacedById: string | null
  [key: string]: string | null
}

function DisqualificationForm(props: {
  readonly open: ItemDetail
  readonly edited: Disqualification | null
  readonly onClose: () => void
}) {
  const { open, edited, onClose } = props
  const t = useT()
  const { people, deputies, notCalled } = useChoices(open, edited)
  const { detail } = useSession()
  const grounds = useMemo(
    () => disqualificationGrounds.map((key) => ({ key, label: t(`codes.disqualificationGround.${key}`) })),
    [t],
  )
  const outcomes = useMemo(
    () => disqualificationOutcomes.map((key) => ({ key, label: t(`codes.disqualificationOutcome.${key}`) })),
    [t],
  )
  const add = useCommand('disqualifications.add')
  const revise = useCommand('disqualifications.revise')
  const callIn = useCommand('attendances.add')
  const [tried, setTried] = useState(false)
  const { entered, set, discard } = useEntered<Entered>(
    edited ? null : `item:${open.item.id}:disqualification`,
    edited
      ? {
          personId: edited.personId,
          ground: edited.ground,
          explanation: edited.explanation ?? '',
          outcome: edited.outcome,
          replacedById: edited.replacedById,
        }
      : { personId: null, ground: 'representsAParty', explanation: '', outcome: 'disqualified', replacedById: null },
  )
  const field = (name: string) => add.field(name) ?? revise.field(name)
  async function save() {
    setTried(true)
    const { personId, ground, outcome, replacedById } = entered
    if (personId === null) return
    if (replacedById !== null && notCalled.has(replacedById)) {
      // Serves on this item alone: there, but with no seat of their own.
      const called = await callIn.run({
        meetingId: detail.meeting.id,
        personId: replacedById,
        role: 'deputy',
        status: 'present',
        votes: false,
      })
      if (!called.ok) return
    }
    const explanation = entered.explanation.trim() || null
    const changes = { personId, ground, explanation, outcome, replacedById }
    const reply = edited
      ? await revise.run({ id: edited.id, changes })
      : await add.run({ itemId: open.item.id, ...changes })
    if (!reply.ok) return
    discard()
    onClose()
  }
  return (
    <SectionForm
      title={edited ? t('session.disqualifications.edit') : t('session.add.disqualification')}
      save={t('session.form.save')}
      busy={add.busy || revise.busy || callIn.busy}
      problem={callIn.problem ?? add.problem ?? revise.problem}
      onSave={() => void save()}
      onClose={onClose}
      onDiscard={() => {
        discard()
        onClose()
      }}
    >
      <FieldRow>
        <Select
          label={t('session.disqualifications.person')}
          required
          autoFocus
          options={people}
          value={entered.personId}
          onChange={(personId) => set({ personId })}
          problem={field('personId') ?? (tried && entered.personId === null ? t('problems.field.required') : undefined)}
        />
        <Select
          label={t('session.disqualifications.ground')}
          options={grounds}
          value={entered.ground}
          onChange={(ground) => set({ ground: ground ?? 'otherCircumstance' })}
          problem={field('ground')}
        />
      </FieldRow>
      <TextField
        label={t('session.disqualifications.explanation')}
        value={entered.explanation}
        onChange={(explanation) => set({ explanation })}
        problem={field('explanation')}
      />
      <RadioGroup
        label={t('session.disqualifications.outcome')}
        look="segments"
        options={outcomes}
        value={entered.outcome}
        onChange={(outcome) => set({ outcome, ...(outcome === 'notDisqualified' ? { replacedById: null } : {}) })}
        problem={field('outcome')}
      />
      {entered.outcome !== 'notDisqualified' && (
        <Select
          label={t('session.disqualifications.replacer')}
          emptyLabel={t('session.disqualifications.nobody')}
          hint={deputies.length === 0 ? t('session.disqualifications.noDeputies') : undefined}
          options={deputies}
          value={entered.replacedById}
          onChange={(replacedById) => set({ replacedById })}
          problem={field('replacedById')}
        />
      )}
    </SectionForm>
  )
}

/** Whom it may concern, and the deputies who have no vote on the item: those there, then those who would be called in. */
function useChoices(open: ItemDetail, edited: Disqualification | null) {
  const t = useT()
  const { detail } = useSession()
  const option = (one: (typeof detail.attendances)[number]) => ({
    key: one.personId,
    label: one.personName,
    detail: one.organisation ?? undefined,
  })
  const named = new Set(open.disqualifications.map(({ personId }) => personId))
  // A deputy may be at the meeting and still wait for a seat: on the roll and among those to be called in.
  const onRoll = new Set(detail.attendances.map(({ personId }) => personId))
  const elsewhere = detail.deputies.filter(({ personId }) => !onRoll.has(personId))
  return {
    people: detail.attendances
      .filter((one) => (one.status === null || wasPresent(one)) && one.role !== 'guest')
      .filter(({ personId }) => personId === edited?.personId || !named.has(personId))
      .map(option),
    deputies: [
      ...detail.attendances
        .filter((one) => one.role === 'deputy' && (one.status === null || wasPresent(one)))
        .filter(({ personId }) => personId === edited?.replacedById || !open.voterIds.includes(personId))
        .map(option),
      ...elsewhere.map(({ personId, personName }) => ({
        key: personId,
        label: personName,
        detail: t('session.disqualifications.callsIn'),
      })),
    ],
    notCalled: new Set(elsewhere.map(({ personId }) => personId)),
  }
}
