import { useMemo, useState } from 'react'
import { NumberField } from '#renderer/components/checked-field.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { type Vote, voteKinds } from '#shared/domain/records/agenda-item.ts'
import { checkVote, countsOfNames, outcomeOf, sumOf } from '#shared/domain/vote-rules.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { NamedVotes } from './named-votes.tsx'
import { unputProposal } from './put-proposal.tsx'
import { FieldRow, SectionForm } from './section.tsx'
import { useEntered } from './use-forms.ts'
import { useSession } from './use-session.ts'
import { resultText } from './vote-words.ts'

type Entered = Pick<
  Vote,
  'kind' | 'subject' | 'forId' | 'againstId' | 'forCount' | 'againstCount' | 'abstainCount' | 'namedVotes' | 'castFor'
>
interface Props {
  readonly open: ItemDetail
  readonly edited: Vote | null
  readonly onClose: () => void
  /** A ballot was added: the decision comes next. */
  readonly onVoted: (voteId: string) => void
}

/** A ballot. Its sums are held against those who may vote while they are typed, by the same rule as when they are saved. */
export function VoteForm({ open, edited, onClose, onVoted }: Props) {
  const t = useT()
  const { detail } = useSession()
  const { body } = detail
  const add = useCommand('votes.add')
  const revise = useCommand('votes.revise')
  const propose = useCommand('proposals.add')
  const [tried, setTried] = useState(false)
  const { entered, set, discard } = useEntered<Entered>(
    edited ? null : `item:${open.item.id}:vote`,
    edited ?? firstBallot(open),
  )
  const vote = completed(entered, open.voterIds)
  const wrong = checkVote(vote, { voterIds: open.voterIds, body, chairId: detail.meeting.chairId })
  const options = useProposals(open, [entered.forId, entered.againstId])
  const counted =
    vote.kind === 'named'
      ? vote.namedVotes.length === open.voterIds.length
      : vote.forCount !== null && vote.againstCount !== null
  const even = vote.kind !== 'acclamation' && counted && vote.forCount === vote.againstCount
  /** What is too much is told at once, what is missing only when it is sent. */
  const problem = (name: string) => {
    const sent = add.field(name) ?? revise.field(name)
    const early = name !== 'namedVotes' && name in wrong && entered[name as keyof Entered] !== null
    return sent ?? ((tried || early) && wrong[name] ? messageText(t, wrong[name]) : undefined)
  }
  async function save() {
    setTried(true)
    if (Object.keys(wrong).length > 0) return
    if (edited) {
      const reply = await revise.run({ id: edited.id, changes: vote })
      if (reply.ok) onClose()
      return
    }
    const forId = await putFirst()
    if (forId === undefined) return
    const reply = await add.run({ itemId: open.item.id, ...vote, forId })
    if (!reply.ok) return
    discard()
    onVoted(reply.value.id)
  }
  /** The agenda's own proposal is put together with its first ballot. Undefined: it could not be. */
  async function putFirst(): Promise<string | null | undefined> {
    const text = unputProposal(open)
    if (vote.forId !== asOnAgenda || text === null) return vote.forId
    const reply = await propose.run({ itemId: open.item.id, kind: 'main', proposerId: null, party: null, text })
    if (!reply.ok) return undefined
    set({ forId: reply.value.id })
    return reply.value.id
  }
  return (
    <SectionForm
      title={edited ? t('session.votes.edit') : t('session.add.vote')}
      save={t('session.votes.save')}
      busy={propose.busy || add.busy || revise.busy}
      problem={propose.problem ?? add.problem ?? revise.problem}
      onSave={() => void save()}
      onClose={onClose}
      onDiscard={() => {
        discard()
        onClose()
      }}
    >
      <KindOfVote entered={entered} set={set} />
      {options.length > 0 ? (
        <FieldRow>
          <Select
            label={t('session.votes.for')}
            emptyLabel={t('session.votes.noProposal')}
            options={options}
            value={entered.forId}
            onChange={(forId) => set({ forId, ...(forId === null ? { againstId: null } : {}) })}
            problem={problem('forId')}
          />
          <Select
            label={t('session.votes.against')}
            emptyLabel={t('session.votes.noContraposition')}
            disabled={entered.forId === null}
            options={options.filter(({ key }) => key !== entered.forId)}
            value={entered.againstId}
            onChange={(againstId) => set({ againstId })}
            problem={problem('againstId')}
          />
        </FieldRow>
      ) : (
        <TextField
          label={t('session.votes.subject')}
          value={entered.subject ?? ''}
          onChange={(subject) => set({ subject: subject === '' ? null : subject })}
          problem={problem('subject')}
        />
      )}
      {(entered.kind === 'showOfHands' || entered.kind === 'secret') && (
        <Counts entered={entered} set={set} voters={open.voterIds.length} problem={problem} />
      )}
      {entered.kind === 'named' && (
        <NamedVotes
          voterIds={open.voterIds}
          value={entered.namedVotes}
          contraposition={entered.againstId !== null}
          onChange={(namedVotes) => set({ namedVotes })}
          problem={problem('namedVotes')}
        />
      )}
      {even && body.chairCastsVote && (
        <CastingVote entered={entered} set={set} problem={problem('castingVote') ?? problem('castFor')} />
      )}
      {Object.keys(wrong).length === 0 && (
        <div role="status">
          <Note tone={outcomeOf(vote) === 'even' ? 'warning' : 'info'}>{resultText(t, vote)}</Note>
        </div>
      )}
    </SectionForm>
  )
}

interface PartProps {
  readonly entered: Entered
  readonly set: (changes: Partial<Entered>) => void
}

function KindOfVote({ entered, set }: PartProps) {
  const t = useT()
  const kinds = useMemo(() => voteKinds.map((key) => ({ key, label: t(`session.votes.kinds.${key}`) })), [t])
  return (
    <RadioGroup
      label={t('session.votes.kind')}
      look="segments"
      autoFocus
      options={kinds}
      value={entered.kind}
      onChange={(kind) => set({ kind })}
    />
  )
}

function Counts(
  props: PartProps & { readonly voters: number; readonly problem: (name: string) => string | undefined },
) {
  const { entered, set, voters, problem } = props
  const t = useT()
  const { body } = useSession().detail
  const contraposition = entered.againstId !== null
  return (
    <>
      <FieldRow>
        <NumberField
          label={contraposition ? t('session.votes.forFirst') : t('codes.voteChoice.for')}
          value={entered.forCount}
          onChange={(forCount) => set({ forCount })}
          problem={problem('forCount')}
        />
        <NumberField
          label={contraposition ? t('session.votes.forSecond') : t('codes.voteChoice.against')}
          value={entered.againstCount}
          onChange={(againstCount) => set({ againstCount })}
          problem={problem('againstCount')}
        />
        {body.abstainingAllowed && (
          <NumberField
            label={t('codes.voteChoice.abstain')}
            value={entered.abstainCount}
            onChange={(abstainCount) => set({ abstainCount })}
            problem={problem('abstainCount')}
          />
        )}
      </FieldRow>
      <p role="status">{t('session.votes.sum', { sum: sumOf(entered), voters })}</p>
    </>
  )
}

function CastingVote({ entered, set, problem }: PartProps & { readonly problem: string | undefined }) {
  const t = useT()
  const { detail, nameOf } = useSession()
  const sides = [
    { key: 'for' as const, label: t(entered.againstId ? 'session.votes.forFirst' : 'codes.voteChoice.for') },
    { key: 'against' as const, label: t(entered.againstId ? 'session.votes.forSecond' : 'codes.voteChoice.against') },
    { key: 'none' as const, label: t('session.votes.notCast') },
  ]
  return (
    <RadioGroup
      label={t('session.votes.casting', { name: nameOf(detail.meeting.chairId) })}
      look="segments"
      options={sides}
      value={entered.castFor ?? 'none'}
      onChange={(side) => set({ castFor: side === 'none' ? null : side })}
      problem={problem}
    />
  )
}

/** Stands for the agenda's proposed decision until somebody has put it. */
const asOnAgenda = 'agenda'

function useProposals(open: ItemDetail, keep: readonly (string | null)[]) {
  const t = useT()
  const unput = unputProposal(open)
  const onAgenda =
    unput === null ? [] : [{ key: asOnAgenda, label: unput.slice(0, 80), detail: t('session.votes.asOnAgenda') }]
  const put = open.proposals
    .filter(({ id, status }) => status !== 'withdrawn' || keep.includes(id))
    .map((one) => ({ key: one.id, label: one.text.slice(0, 80), detail: t(`codes.proposalKind.${one.kind}`) }))
  return [...onAgenda, ...put]
}

/** What is most likely put to the vote: the agenda's proposal, the only one, or the two that stand against each other. */
function firstBallot(open: ItemDetail): Entered {
  const put = open.proposals.filter(({ status }) => status === 'open')
  const unput = unputProposal(open)
  const mainId = unput === null ? ((put.find(({ kind }) => kind === 'main') ?? put[0])?.id ?? null) : asOnAgenda
  const counter = put.find(({ kind, id }) => kind === 'counter' && id !== mainId)
  return {
    kind: put.length + (unput === null ? 0 : 1) > 1 ? 'showOfHands' : 'acclamation',
    subject: null,
    forId: mainId,
    againstId: counter?.id ?? null,
    forCount: null,
    againstCount: null,
    abstainCount: null,
    namedVotes: [],
    castFor: null,
  }
}

/** The ballot as it is saved: counts follow from the names, and what its kind doesn't have is left out. */
function completed(entered: Entered, voterIds: readonly string[]): Entered & Pick<Vote, 'castingVote'> {
  const { kind, subject, forId, againstId } = entered
  const none = { forCount: null, againstCount: null, abstainCount: null }
  const namedVotes = kind === 'named' ? entered.namedVotes.filter((one) => voterIds.includes(one.personId)) : []
  const counts =
    kind === 'acclamation'
      ? none
      : kind === 'named'
        ? namedVotes.length === 0
          ? none
          : countsOfNames(namedVotes)
        : { forCount: entered.forCount, againstCount: entered.againstCount, abstainCount: entered.abstainCount }
  const even = counts.forCount !== null && counts.forCount === counts.againstCount
  const castFor = even ? entered.castFor : null
  return { kind, subject, forId, againstId, ...counts, namedVotes, castFor, castingVote: castFor !== null }
}
