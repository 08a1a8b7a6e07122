import { useMemo, useState } from 'react'
import { Select } from '#renderer/components/select.tsx'
import { TextArea, TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { type Proposal, proposalKinds } from '#shared/domain/records/agenda-item.ts'
import { unputProposal } from './put-proposal.tsx'
import { FieldRow, SectionForm } from './section.tsx'
import { useAttendees } from './use-attendees.ts'
import { useEntered } from './use-forms.ts'

interface Entered {
  kind: Proposal['kind']
  proposerId: string | null
  party: string
  text: string
  [key: string]: string | null
}
interface Props {
  readonly open: ItemDetail
  readonly edited: Proposal | null
  readonly onClose: () => void
}

/** A proposal at the meeting. The first one starts as the agenda's proposed decision. */
export function ProposalForm({ open, edited, onClose }: Props) {
  const t = useT()
  const { options: people, partyOf } = useAttendees()
  const kinds = useMemo(() => proposalKinds.map((key) => ({ key, label: t(`codes.proposalKind.${key}`) })), [t])
  const add = useCommand('proposals.add')
  const revise = useCommand('proposals.revise')
  const [tried, setTried] = useState(false)
  const proposed = unputProposal(open)
  const { entered, set, discard } = useEntered<Entered>(
    edited ? null : `item:${open.item.id}:proposal`,
    edited
      ? { kind: edited.kind, proposerId: edited.proposerId, party: edited.party ?? '', text: edited.text }
      : { kind: proposed ? 'main' : 'counter', proposerId: null, party: '', text: proposed ?? '' },
  )
  const problem = add.problem ?? revise.problem
  const field = (name: string) => add.field(name) ?? revise.field(name)
  async function save() {
    setTried(true)
    if (entered.text.trim() === '') return
    const changes = {
      kind: entered.kind,
      proposerId: entered.proposerId,
      party: entered.party.trim() || null,
      text: entered.text,
    }
    const reply = edited
      ? await revise.run({ id: edited.id, changes })
      : await add.run({ itemId: open.item.id, ...changes })
    if (!reply.ok) return
    discard()
    onClose()
  }
  function giveUp() {
    discard()
    onClose()
  }
  return (
    <SectionForm
      title={edited ? t('session.proposals.edit') : t('session.proposals.new')}
      save={edited ? t('session.form.save') : t('session.proposals.save')}
      busy={add.busy || revise.busy}
      problem={problem}
      onSave={() => void save()}
      onClose={onClose}
      onDiscard={giveUp}
    >
      <TextArea
        label={t('session.proposals.text')}
        required
        autoFocus
        rows={3}
        value={entered.text}
        onChange={(text) => set({ text })}
        problem={field('text') ?? (tried && entered.text.trim() === '' ? t('problems.field.required') : undefined)}
      />
      <FieldRow>
        <Select
          label={t('session.proposals.kind')}
          options={kinds}
          value={entered.kind}
          onChange={(kind) => set({ kind: kind ?? 'counter' })}
          problem={field('kind')}
        />
        <Select
          label={t('session.proposals.proposer')}
          emptyLabel={t('session.proposals.chairOrBody')}
          options={people}
          value={entered.proposerId}
          onChange={(proposerId) => set({ proposerId, party: (proposerId && partyOf(proposerId)) || entered.party })}
          problem={field('proposerId')}
        />
        <TextField
          label={t('session.proposals.party')}
          value={entered.party}
          onChange={(party) => set({ party })}
          problem={field('party')}
        />
      </FieldRow>
    </SectionForm>
  )
}
