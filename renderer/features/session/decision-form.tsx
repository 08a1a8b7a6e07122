import { useMemo, useState } from 'react'
import { DayField } from '#renderer/components/checked-field.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextArea } from '#renderer/components/text-field.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDayWarnings } from '#renderer/lib/use-day-warnings.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { unanimityOf } from '#shared/domain/decision-rules.ts'
import { type Decision, decisionKinds, unanimities } from '#shared/domain/records/decision.ts'
import { type Entered, enteredOf, nextDecision } from './decision-start.ts'
import sectionStyles from './section.module.css'
import { FieldRow, SectionForm } from './section.tsx'
import { useEntered } from './use-forms.ts'
import { useSession } from './use-session.ts'
import { resultText } from './vote-words.ts'

interface Props {
  readonly open: ItemDetail
  readonly edited: Decision | null
  readonly onClose: () => void
}

/** A decision. It starts as the proposal that won, with what its ballot says; all of it may be changed before it is taken. */
export function DecisionForm({ open, edited, onClose }: Props) {
  const t = useT()
  const { detail } = useSession()
  const take = useCommand('decisions.take')
  const revise = useCommand('decisions.revise')
  const [tried, setTried] = useState(false)
  const [start] = useState(() => (edited ? enteredOf(edited) : nextDecision(open)))
  // Lifted from the newest ballot: a draft of before that ballot is another decision.
  const { entered, set, discard } = useEntered<Entered>(
    edited ? null : `item:${open.item.id}:decision:${start.voteId ?? start.proposalId ?? 'own'}`,
    start,
  )
  const field = (name: string) => take.field(name) ?? revise.field(name)
  const { deadline, effectiveFrom } = entered
  const decidedOn = edited?.decidedOn ?? detail.meeting.startsOn
  const warning = useDayWarnings().ofDecision({ decidedOn, deadline, effectiveFrom })
  async function save() {
    setTried(true)
    if (entered.text.trim() === '') return
    const { text, kind, unanimous, voteId, proposalId, responsibleId, deadline, effectiveFrom, correctsId } = entered
    const appealable = entered.appealable === null ? null : entered.appealable === 'yes'
    const recipients = entered.recipients
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean)
    const changes = {
      text,
      kind,
      unanimous,
      voteId,
      proposalId,
      responsibleId,
      deadline,
      effectiveFrom,
      correctsId,
      recipients,
      appealable,
    }
    const reply = edited
      ? await revise.run({ id: edited.id, changes })
      : await take.run({ itemId: open.item.id, ...changes })
    if (!reply.ok) return
    discard()
    onClose()
  }
  return (
    <SectionForm
      title={edited ? t('session.decisions.edit') : t('session.add.decision')}
      save={edited ? t('session.form.save') : t('session.decisions.take')}
      busy={take.busy || revise.busy}
      problem={take.problem ?? revise.problem}
      onSave={() => void save()}
      onClose={onClose}
      onDiscard={() => {
        discard()
        onClose()
      }}
    >
      <TextArea
        label={t('session.decisions.text')}
        required
        autoFocus
        rows={4}
        value={entered.text}
        onChange={(text) => set({ text })}
        problem={field('text') ?? (tried && entered.text.trim() === '' ? t('problems.field.required') : undefined)}
      />
      <How entered={entered} set={set} open={open} field={field} />
      <CarryingOut entered={entered} set={set} field={field} warning={warning} />
      <More entered={entered} set={set} field={field} warning={warning} />
    </SectionForm>
  )
}

interface PartProps {
  readonly entered: Entered
  readonly set: (changes: Partial<Entered>) => void
  readonly field: (name: string) => string | undefined
}

interface DayProps extends PartProps {
  readonly warning: ReturnType<ReturnType<typeof useDayWarnings>['ofDecision']>
}

/** What kind of decision it is, by which ballot, and whether all agreed. */
function How({ entered, set, field, open }: PartProps & { readonly open: ItemDetail }) {
  const t = useT()
  const kinds = useMemo(() => decisionKinds.map((key) => ({ key, label: t(`codes.decisionKind.${key}`) })), [t])
  const agreed = useMemo(() => unanimities.map((key) => ({ key, label: t(`codes.unanimity.${key}`) })), [t])
  const ballots = open.votes.map((vote) => ({
    key: vote.id,
    label: resultText(t, vote),
    detail: vote.subject ?? undefined,
  }))
  return (
    <>
      <FieldRow>
        <Select
          label={t('session.decisions.kind')}
          options={kinds}
          value={entered.kind}
          onChange={(kind) => set({ kind: kind ?? 'decision' })}
          problem={field('kind')}
        />
        {ballots.length > 0 && (
          <Select
            label={t('session.decisions.vote')}
            emptyLabel={t('session.decisions.noVote')}
            options={ballots}
            value={entered.voteId}
            onChange={(voteId) => {
              const vote = open.votes.find(({ id }) => id === voteId) ?? null
              set({ voteId, unanimous: unanimityOf(vote) })
            }}
            problem={field('voteId')}
          />
        )}
      </FieldRow>
      <RadioGroup
        label={t('session.decisions.unanimous')}
        look="segments"
        options={agreed}
        value={entered.unanimous}
        onChange={(unanimous) => set({ unanimous })}
        problem={field('unanimous')}
      />
    </>
  )
}

/** Who sees to it, and until when. */
function CarryingOut({ entered, set, field, warning }: DayProps) {
  const t = useT()
  const { options: people } = usePersonOptions(entered.responsibleId ? [entered.responsibleId] : [])
  return (
    <FieldRow>
      <Select
        label={t('session.decisions.responsible')}
        emptyLabel={t('common.notStated')}
        options={people}
        value={entered.responsibleId}
        onChange={(responsibleId) => set({ responsibleId })}
        problem={field('responsibleId')}
      />
      <DayField
        label={t('session.decisions.deadline')}
        yearless="future"
        hint={warning.deadline}
        value={entered.deadline}
        onChange={(deadline) => set({ deadline })}
        problem={field('deadline')}
      />
    </FieldRow>
  )
}

/** What few decisions need: recipients, the day it takes effect, and the earlier decision that it corrects. */
function More({ entered, set, field, warning }: DayProps) {
  const t = useT()
  const suggest = useEarlierDecisions()
  const needed = field('recipients') ?? field('effectiveFrom') ?? field('correctsId')
  return (
    <details
      className={sectionStyles.more}
      {...(needed || entered.recipients || entered.correctsId ? { open: true } : {})}
    >
      <summary>{t('session.decisions.more')}</summary>
      <div className={sectionStyles.fields}>
        <TextArea
          label={t('session.decisions.recipients')}
          hint={t('session.decisions.recipientsHint')}
          rows={2}
          value={entered.recipients}
          onChange={(recipients) => set({ recipients })}
          problem={field('recipients')}
        />
        <FieldRow>
          <DayField
            label={t('session.decisions.effectiveFrom')}
            yearless="future"
            hint={warning.effectiveFrom}
            value={entered.effectiveFrom}
            onChange={(effectiveFrom) => set({ effectiveFrom })}
            problem={field('effectiveFrom')}
          />
          <Select
            label={t('session.decisions.appealable')}
            emptyLabel={t('common.notStated')}
            options={[
              { key: 'yes', label: t('common.yes') },
              { key: 'no', label: t('common.no') },
            ]}
            value={entered.appealable}
            onChange={(appealable) => set({ appealable })}
            problem={field('appealable')}
          />
        </FieldRow>
        <ComboBox
          label={t('session.decisions.corrects')}
          hint={t('session.decisions.correctsHint')}
          value={
            entered.correctsId
              ? { key: entered.correctsId, label: entered.correctsLabel ?? t('session.decisions.correctsEarlier') }
              : null
          }
          suggest={suggest}
          onChange={(option) => set({ correctsId: option?.key ?? null, correctsLabel: option?.label ?? null })}
          problem={field('correctsId')}
        />
      </div>
    </details>
  )
}

/** Decisions of closed meetings by their words or number, newest first. */
function useEarlierDecisions() {
  const client = useClient()
  const format = useFormat()
  return async (text: string) => {
    const reply = await client.ask('decisions.list', { filter: { text }, limit: 20 })
    if (!reply.ok) return []
    return reply.value.rows
      .filter(({ numberText, itemId }) => itemId !== null && numberText !== null)
      .map((one) => ({
        key: one.id,
        label: `${one.numberText} ${one.itemTitle}`,
        detail: `${one.bodyName}, ${format.day(one.decidedOn)}`,
      }))
  }
}
