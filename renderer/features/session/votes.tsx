import { useEffect, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { namedVoteChoices, type Vote } from '#shared/domain/records/agenda-item.ts'
import sectionStyles from './section.module.css'
import { Row, Section } from './section.tsx'
import type { Forms } from './use-forms.ts'
import { useSession } from './use-session.ts'
import { VoteForm } from './vote-form.tsx'
import { resultText } from './vote-words.ts'

interface Props {
  readonly open: ItemDetail
  readonly forms: Forms
}

/** The ballots in their order, each with its result in words. */
export function Votes({ open, forms }: Props) {
  const t = useT()
  const form = forms.opened?.kind === 'vote' ? forms.opened : null
  // The decision is lifted from the new ballot, so it waits until that ballot has been read.
  const [awaited, setAwaited] = useState<string | null>(null)
  const arrived = open.votes.some(({ id }) => id === awaited)
  const openForm = forms.open
  useEffect(() => {
    if (!arrived) return
    setAwaited(null)
    openForm('decision')
  }, [arrived, openForm])
  return (
    <Section title={t('session.votes.title')} empty={open.votes.length === 0 && !form}>
      <ul className={sectionStyles.list}>
        {open.votes.map((one) => (
          <OneVote key={one.id} vote={one} open={open} forms={forms} />
        ))}
      </ul>
      {form && (
        <VoteForm
          key={form.id}
          open={open}
          edited={open.votes.find(({ id }) => id === form.id) ?? null}
          onClose={forms.close}
          onVoted={setAwaited}
        />
      )}
    </Section>
  )
}

function OneVote({ vote, open, forms }: { readonly vote: Vote } & Props) {
  const t = useT()
  const { locked } = useSession()
  const readOnly = useReadOnly()
  const remove = useCommand('votes.remove', { done: t('session.votes.removed'), problemAsToast: true })
  const textOf = (id: string | null) => open.proposals.find((one) => one.id === id)?.text ?? null
  const subject = vote.subject ?? textOf(vote.forId)
  const against = textOf(vote.againstId)
  const decided = open.decisions.some(({ voteId }) => voteId === vote.id)
  const free = !locked && !readOnly
  return (
    <Row
      mark={<Badge>{t(`codes.voteKind.${vote.kind}`)}</Badge>}
      quiet={
        <>
          {subject && <span className={sectionStyles.clamp}>{subject}</span>}
          {against && <span className={sectionStyles.clamp}>{t('session.votes.putAgainst', { text: against })}</span>}
          {vote.kind === 'named' && <Names vote={vote} />}
        </>
      }
      tools={
        free && (
          <>
            {!decided && (
              <Button small onPress={() => forms.open('decision')}>
                {t('session.votes.decide')}
              </Button>
            )}
            <Menu
              label={t('session.row.more', { what: resultText(t, vote) })}
              entries={[
                { id: 'edit', label: t('session.row.edit'), icon: 'edit', run: () => forms.open('vote', vote.id) },
                {
                  id: 'remove',
                  label: t('common.remove'),
                  icon: 'remove',
                  danger: true,
                  run: () => void remove.run({ id: vote.id }),
                },
              ]}
            />
          </>
        )
      }
    >
      {resultText(t, vote)}
    </Row>
  )
}

/** Who voted how, side by side. */
function Names({ vote }: { readonly vote: Vote }) {
  const t = useT()
  const { nameOf } = useSession()
  return (
    <span>
      {namedVoteChoices
        .map((choice) => {
          const names = vote.namedVotes.filter((one) => one.vote === choice).map(({ personId }) => nameOf(personId))
          return names.length === 0 ? null : `${t(`codes.voteChoice.${choice}`)}: ${names.join(', ')}`
        })
        .filter(Boolean)
        .join('. ')}
    </span>
  )
}
