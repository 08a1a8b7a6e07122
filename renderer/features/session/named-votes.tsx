import { type KeyboardEvent, useRef } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { KeyHint } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { namedVoteChoices, type Vote } from '#shared/domain/records/agenda-item.ts'
import { countsOfNames } from '#shared/domain/vote-rules.ts'
import styles from './named-votes.module.css'
import { useSession } from './use-session.ts'

type Named = Vote['namedVotes']
type Choice = Named[number]['vote']
interface Props {
  readonly voterIds: readonly string[]
  readonly value: Named
  /** Two proposals against each other: the choices are called first and second. */
  readonly contraposition: boolean
  readonly onChange: (value: Named) => void
  readonly problem: string | undefined
}

/**
 * A line for each voter. With the focus on a line 1, 2 and 3 are for, against and abstaining and go on to the next voter;
 * the arrows up and down walk the list.
 */
export function NamedVotes({ voterIds, value, contraposition, onChange, problem }: Props) {
  const t = useT()
  const { nameOf, detail } = useSession()
  const list = useRef<HTMLDivElement>(null)
  const choices = namedVoteChoices.filter((choice) => choice !== 'abstain' || detail.body.abstainingAllowed)
  const options = choices.map((key) => ({
    key,
    label:
      contraposition && key !== 'abstain'
        ? t(key === 'for' ? 'session.votes.first' : 'session.votes.second')
        : t(`codes.voteChoice.${key}`),
  }))
  const voteOf = (personId: string) => value.find((one) => one.personId === personId)?.vote ?? null
  function choose(personId: string, vote: Choice) {
    onChange(
      voterIds.flatMap((id) => {
        const chosen = id === personId ? vote : voteOf(id)
        return chosen === null ? [] : [{ personId: id, vote: chosen }]
      }),
    )
  }
  function onKeyDown(event: KeyboardEvent) {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-voter]') ?? [])]
    const here = rows.findIndex((row) => row.contains(event.target as Node))
    const personId = rows[here]?.dataset.voter
    if (!personId) return
    const choice = choices[Number(event.key) - 1]
    const step = event.key === 'ArrowDown' || choice ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    if (choice) choose(personId, choice)
    const next = rows[here + step]
    next?.querySelector<HTMLElement>('input:checked, input')?.focus()
  }
  const counts = countsOfNames(value)
  return (
    <div className={styles.named}>
      <div className={styles.top}>
        <span className={styles.hint}>
          {options.map(({ key, label }, at) => (
            <span key={key}>
              <KeyHint shortcut={String(at + 1)} /> {label}
            </span>
          ))}
        </span>
        <Button
          small
          onPress={() => onChange(voterIds.map((personId) => ({ personId, vote: voteOf(personId) ?? 'for' })))}
        >
          {t('session.votes.restFor')}
        </Button>
      </div>
      <div ref={list} className={styles.list} onKeyDownCapture={onKeyDown}>
        {voterIds.map((personId) => (
          <div key={personId} className={styles.row} data-voter={personId}>
            <span className={styles.name} aria-hidden="true">
              {nameOf(personId)}
            </span>
            <RadioGroup
              label={nameOf(personId)}
              hideLabel
              look="segments"
              options={options}
              value={voteOf(personId)}
              onChange={(vote) => choose(personId, vote)}
            />
          </div>
        ))}
      </div>
      <p role="status">
        {t(detail.body.abstainingAllowed ? 'session.votes.namedSum' : 'session.votes.namedSumNoAbstaining', {
          for: counts.forCount,
          against: counts.againstCount,
          abstain: counts.abstainCount,
          given: value.length,
          voters: voterIds.length,
        })}
      </p>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
