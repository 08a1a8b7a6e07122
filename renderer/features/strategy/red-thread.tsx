import { useState } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { SavingText } from '#renderer/components/saving-field.tsx'
import type { Option } from '#renderer/components/select.tsx'
import { WriteButton, WriteIconButton } from '#renderer/components/write-button.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { isDone } from '#shared/contract/problem.ts'
import { type LinkKind, linkKinds } from '#shared/domain/records/goal.ts'
import { GoalActivities } from './goal-activities.tsx'
import type { OpenGoal } from './goal-use.ts'
import { type Strand, strandId, useStrands } from './red-thread-strands.tsx'

/** What is measured comes first, then work and means, then what was heard and decided. */
const order: readonly LinkKind[] = ['indicator', 'project', 'milestone', 'commitment', 'decision', 'visit', 'followUp']

/** All that serves the goal, by kind, each with its state; what else does is found and tied here. */
export function RedThread({ open, edit }: { readonly open: OpenGoal; readonly edit: string | null }) {
  const strands = useStrands(open)
  return (
    <div className={styles.part}>
      <Kind kind="indicator" strands={strands.indicator} goalId={open.goal.id} adding={edit === 'indicator'} />
      <GoalActivities open={open} />
      {order
        .filter((kind) => kind !== 'indicator' && linkKinds.includes(kind))
        .map((kind) => (
          <Kind key={kind} kind={kind} strands={strands[kind]} goalId={open.goal.id} adding={edit === kind} />
        ))}
    </div>
  )
}

interface KindProps {
  readonly kind: LinkKind
  readonly strands: readonly Strand[]
  readonly goalId: string
  /** The search is open at once. */
  readonly adding: boolean
}
function Kind({ kind, strands, goalId, adding: atOnce }: KindProps) {
  const t = useT()
  const [adding, setAdding] = useState(atOnce)
  const title = t(`goals.thread.kinds.${kind}`)
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      {strands.length === 0 ? (
        <p className={styles.quiet}>{t(`goals.thread.none.${kind}`)}</p>
      ) : (
        <ul className={styles.lines}>
          {strands.map((one) => (
            <li key={one.linkId}>
              <Line one={one} />
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <Add kind={kind} goalId={goalId} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <WriteButton small icon="link" onPress={() => setAdding(true)}>
            {t(`goals.thread.add.${kind}`)}
          </WriteButton>
        </div>
      )}
    </section>
  )
}

/** One record that serves the goal: its state, how it serves, and the way to let it go. */
function Line({ one: { linkId, name, link, facts, mark, tools, note } }: { readonly one: Strand }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const revise = useCommand('goalLinks.revise')
  const remove = useCommand('goalLinks.remove', { done: t('goals.thread.removed', { name }), problemAsToast: true })
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>
            <span id={strandId(linkId)}>{link}</span> {mark}
          </span>
          {facts && <span className={styles.quiet}>{facts}</span>}
          {note && !open && <span>{note}</span>}
        </div>
        <span className={styles.buttons}>
          {tools}
          <IconButton
            icon={open ? 'up' : 'edit'}
            label={t(open ? 'goals.thread.close' : 'goals.thread.edit', { name })}
            expanded={open}
            onPress={() => setOpen(!open)}
          />
          <WriteIconButton
            icon="close"
            label={t('goals.thread.remove', { name })}
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

interface AddProps {
  readonly kind: LinkKind
  readonly goalId: string
  readonly onClose: () => void
}
/** Finds by words and ties at once; stays open for the next one. */
function Add({ kind, goalId, onClose }: AddProps) {
  const t = useT()
  const client = useClient()
  const format = useFormat()
  /** A new search after each: what was tied is no suggestion any more, and the list stays shut. */
  const [round, setRound] = useState(0)
  const [chosen, setChosen] = useState<Option | null>(null)
  const add = useCommand('goalLinks.add', { done: t('goals.thread.added') })
  const suggest = async (text: string): Promise<readonly Option[]> => {
    const reply = await client.ask('goalLinks.candidates', { goalId, kind, text: text.slice(0, 200) })
    if (!reply.ok) return []
    return reply.value.map(({ id, title, detail, day }) => ({
      key: id,
      label: title,
      detail: [detail, day && format.day(day)].filter(Boolean).join(' · ') || undefined,
    }))
  }
  async function tie(option: Option | null) {
    setChosen(option)
    if (!option) return
    const reply = await add.run({ goalId, kind, recordIds: [option.key] })
    if (!isDone(reply)) return
    setChosen(null)
    setRound((before) => before + 1)
  }
  return (
    <div className={styles.stack}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <ComboBox
        key={round}
        label={t(`goals.thread.add.${kind}`)}
        hint={t('goals.thread.addHint')}
        autoFocus
        value={chosen}
        suggest={suggest}
        onChange={(option) => void tie(option)}
        problem={add.field('recordIds') ?? add.field('goalId')}
      />
      <div>
        <WriteButton small onPress={onClose}>
          {t('common.close')}
        </WriteButton>
      </div>
    </div>
  )
}
