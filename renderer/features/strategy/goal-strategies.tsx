import { useRef, useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { SavingText } from '#renderer/components/saving-field.tsx'
import { TextArea } from '#renderer/components/text-field.tsx'
import { WriteButton, WriteIconButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { type OpenGoal, useReviseGoal } from './goal-use.ts'

type Strategy = OpenGoal['strategies'][number]

/** How the goal is to be reached: the plan's lines, in their order, with its examples. */
export function GoalStrategies({ open }: { readonly open: OpenGoal }) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const { goal, strategies, plan } = open
  const save = useReviseGoal(goal.id)
  const title = plan.strategyLabel ?? t('goals.strategies.title')
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      <SavingText
        label={t('app.fields.strategyIntro')}
        field="strategyIntro"
        multiline
        rows={1}
        value={goal.strategyIntro}
        draftKey={`goal:${goal.id}:strategyIntro`}
        onSave={(strategyIntro) => save({ strategyIntro })}
      />
      {strategies.length === 0 ? (
        <p className={styles.quiet}>{t('goals.strategies.none')}</p>
      ) : (
        <ol className={styles.lines}>
          {strategies.map((one, index) => (
            <li key={one.id}>
              <Line one={one} at={index} last={index === strategies.length - 1} />
            </li>
          ))}
        </ol>
      )}
      {adding ? (
        <NewStrategy goal={goal} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <WriteButton icon="plus" onPress={() => setAdding(true)}>
            {t('goals.strategies.add')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}

/** Examples stand one on each line. */
const asLines = (examples: readonly string[] | null) => (examples ?? []).join('\n')
const fromLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

interface LineProps {
  readonly one: Strategy
  readonly at: number
  readonly last: boolean
}
function Line({ one, at, last }: LineProps) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { id, text, examples } = one
  const revise = useCommand('strategies.revise')
  const move = useCommand('strategies.revise', { problemAsToast: true })
  const remove = useCommand('strategies.remove', { done: t('goals.strategies.removed'), problemAsToast: true })
  const save = (changes: InputOf<'strategies.revise'>['changes']) => revise.run({ id, changes })
  const name = text.length > 40 ? `${text.slice(0, 40).trimEnd()} …` : text
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>{text}</span>
          {examples.length > 0 && (
            <span className={styles.quiet}>{t('goals.strategies.examples', { examples: examples.join(', ') })}</span>
          )}
        </div>
        <span className={styles.buttons}>
          {at > 0 && (
            <WriteIconButton
              icon="up"
              label={t('goals.strategies.up', { name })}
              onPress={() => void move.run({ id, changes: { position: at - 1 } })}
            />
          )}
          {!last && (
            <WriteIconButton
              icon="down"
              label={t('goals.strategies.down', { name })}
              onPress={() => void move.run({ id, changes: { position: at + 1 } })}
            />
          )}
          <IconButton
            icon="edit"
            label={t(open ? 'goals.strategies.close' : 'goals.strategies.edit', { name })}
            expanded={open}
            onPress={() => setOpen(!open)}
          />
        </span>
      </div>
      {open && (
        <div className={styles.inner}>
          <SavingText
            label={t('goals.strategies.text')}
            required
            multiline
            field="text"
            value={text}
            draftKey={`strategy:${id}:text`}
            onSave={(next) => save({ text: next ?? '' })}
          />
          <Examples id={id} value={examples} onSave={(next) => save({ examples: next })} />
          <div>
            <WriteButton small kind="quiet" icon="remove" busy={remove.busy} onPress={() => void remove.run({ id })}>
              {t('goals.strategies.remove')}
            </WriteButton>
          </div>
        </div>
      )}
    </div>
  )
}

interface ExamplesProps {
  /** Of the strategy. */
  readonly id: string
  readonly value: readonly string[]
  readonly onSave: (examples: string[]) => ReturnType<Parameters<typeof SavingText>[0]['onSave']>
}
function Examples({ id, value, onSave }: ExamplesProps) {
  const t = useT()
  return (
    <SavingText
      label={t('app.fields.examples')}
      hint={t('goals.strategies.examplesHint')}
      multiline
      field="examples"
      draftKey={`strategy:${id}:examples`}
      value={asLines(value)}
      onSave={(text) => onSave(fromLines(text ?? ''))}
    />
  )
}

function NewStrategy({ goal, onClose }: { readonly goal: OpenGoal['goal']; readonly onClose: () => void }) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const [entered, setEntered] = useState({ text: '', examples: '' })
  const [tried, setTried] = useState(false)
  const draft = useDraft<typeof entered>(`goal:${goal.id}:strategy`, setEntered)
  const add = useCommand('strategies.add', { done: t('goals.strategies.added') })
  useFocusProblem(form, add.problem)
  const set = (changes: Partial<typeof entered>) => {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  async function submit() {
    setTried(true)
    if (entered.text.trim() === '') return leadToRefused(form.current)
    const reply = await add.run({
      planId: goal.planId,
      goalId: goal.id,
      text: entered.text,
      examples: fromLines(entered.examples),
    })
    if (!reply.ok) return
    draft.discard()
    setEntered({ text: '', examples: '' })
    setTried(false)
  }
  return (
    <InlineForm ref={form} title={t('goals.strategies.add')}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <TextArea
        label={t('goals.strategies.text')}
        required
        autoFocus
        rows={2}
        value={entered.text}
        onChange={(text) => set({ text })}
        onEnter={() => void submit()}
        problem={add.field('text') ?? (tried && entered.text.trim() === '' ? t('problems.field.required') : undefined)}
      />
      <TextArea
        label={t('app.fields.examples')}
        hint={t('goals.strategies.examplesHint')}
        rows={2}
        value={entered.examples}
        onChange={(examples) => set({ examples })}
        problem={add.field('examples')}
      />
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('common.add')}
        </Button>
        <Button onPress={onClose}>{t('common.close')}</Button>
      </div>
    </InlineForm>
  )
}
