import { useState } from 'react'
import { useClient } from '#renderer/lib/client.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { isDone } from '#shared/contract/problem.ts'
import type { LinkKind } from '#shared/domain/records/goal.ts'
import { Button, IconButton } from './button.tsx'
import { ComboBox } from './combo-box.tsx'
import { ErrorNote } from './notes.tsx'
import styles from './parts.module.css'
import { RecordLink } from './record-link.tsx'
import { SavingText } from './saving-field.tsx'
import type { Option } from './select.tsx'
import { WriteButton, WriteIconButton } from './write-button.tsx'

interface Props {
  readonly kind: LinkKind
  readonly recordId: string
}
type Tie = OutputOf<'goalLinks.ofRecord'>[number]

/** The goals that a record serves: the red thread from its end. Quiet where there are none. */
export function GoalLinks({ kind, recordId }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const [adding, setAdding] = useState(false)
  const ties = useOperation('goalLinks.ofRecord', { kind, recordId })
  if (ties.error) return <ErrorNote error={ties.error} onRetry={() => void ties.refetch()} />
  if (!ties.data || (readOnly && ties.data.length === 0)) return null
  return (
    <section className={styles.section} aria-label={t('goals.links.title')}>
      <h3>{t('goals.links.title')}</h3>
      {ties.data.length > 0 && (
        <ul className={styles.lines}>
          {ties.data.map((one) => (
            <li key={one.linkId}>
              <Line one={one} />
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <Add kind={kind} recordId={recordId} ties={ties.data} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <WriteButton small icon="link" onPress={() => setAdding(true)}>
            {t('goals.links.add')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}

function Line({ one: { linkId, note, goalId, code, title, planTitle, inForce } }: { readonly one: Tie }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const revise = useCommand('goalLinks.revise')
  const remove = useCommand('goalLinks.remove', { done: t('goals.links.removed', { code }), problemAsToast: true })
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <RecordLink area="goals" id={goalId}>
            {code} {title}
          </RecordLink>
          <span className={styles.quiet}>
            {[planTitle, !inForce && t('goals.links.notInForce')].filter(Boolean).join(' · ')}
          </span>
          {note && !open && <span>{note}</span>}
        </div>
        <span className={styles.buttons}>
          <IconButton
            icon={open ? 'up' : 'edit'}
            label={t(open ? 'goals.thread.close' : 'goals.thread.edit', { name: code })}
            expanded={open}
            onPress={() => setOpen(!open)}
          />
          <WriteIconButton
            icon="close"
            label={t('goals.links.remove', { code })}
            onPress={() => void remove.run({ id: linkId })}
          />
        </span>
      </div>
      {open && (
        <div className={styles.inner}>
          <SavingText
            label={t('goals.thread.note')}
            field="note"
            draftKey={`goalLink:${linkId}:note`}
            value={note}
            onSave={(next) => revise.run({ id: linkId, note: next })}
          />
        </div>
      )}
    </div>
  )
}

interface AddProps extends Props {
  readonly ties: readonly Tie[]
  readonly onClose: () => void
}
/** Finds a goal in force by code or words and ties the record to it; stays open for the next one. */
function Add({ kind, recordId, ties, onClose }: AddProps) {
  const t = useT()
  const client = useClient()
  /** A new search after each: what was tied is no suggestion any more, and the list stays shut. */
  const [round, setRound] = useState(0)
  const [chosen, setChosen] = useState<Option | null>(null)
  const add = useCommand('goalLinks.add', { done: t('goals.links.added') })
  const suggest = async (text: string): Promise<readonly Option[]> => {
    const reply = await client.ask('goals.list', {
      filter: { text: text.slice(0, 200), inForceOnly: true },
      limit: 50,
    })
    if (!reply.ok) return []
    return reply.value.rows
      .filter(({ id }) => !ties.some(({ goalId }) => goalId === id))
      .map(({ id, code, title, areaTitle, planTitle }) => ({
        key: id,
        label: `${code} ${title}`,
        detail: [areaTitle, planTitle].filter(Boolean).join(' · '),
      }))
  }
  async function tie(option: Option | null) {
    setChosen(option)
    if (!option) return
    const reply = await add.run({ goalId: option.key, kind, recordIds: [recordId] })
    if (!isDone(reply)) return
    setChosen(null)
    setRound((before) => before + 1)
  }
  return (
    <div className={styles.stack}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <ComboBox
        key={round}
        label={t('goals.links.goal')}
        hint={t('goals.links.hint')}
        autoFocus
        value={chosen}
        suggest={suggest}
        onChange={(option) => void tie(option)}
        problem={add.field('goalId') ?? add.field('recordIds')}
      />
      <div>
        <Button small onPress={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </div>
  )
}
