import { useRef, useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { Badge, ErrorNote, Note } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { SavingParsed, SavingText } from '#renderer/components/saving-field.tsx'
import { TextArea, TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { Checked } from '#shared/domain/checked.ts'
import { parseDecimal, typedNumber } from '#shared/domain/numbers.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { unitOfValue, useTargetWords } from './goal-target-words.ts'
import type { OpenGoal } from './goal-use.ts'

type Wording = OpenGoal['wordings'][number]

/** What the goal says, word for word, in every source; one at most is in force, and those that disagree are kept. */
export function GoalWordings({ open }: { readonly open: OpenGoal }) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const { wordings, goal } = open
  return (
    <section className={styles.section} aria-label={t('goals.wordings.title')}>
      <h3>{t('goals.wordings.title')}</h3>
      {wordings.length > 1 && !wordings.some(({ inForce }) => inForce) && (
        <Note tone="warning">{t('goals.wordings.noneInForce')}</Note>
      )}
      {wordings.length === 0 ? (
        <p className={styles.quiet}>{t('goals.wordings.none')}</p>
      ) : (
        <ul className={styles.lines}>
          {wordings.map((one) => (
            <li key={one.id}>
              <Line one={one} goal={goal} />
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <NewWording goal={goal} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <WriteButton icon="plus" onPress={() => setAdding(true)}>
            {t('goals.wordings.add')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}

function Line({ one, goal }: { readonly one: Wording; readonly goal: OpenGoal['goal'] }) {
  const t = useT()
  const language = useLanguage()
  const words = useTargetWords()
  const [open, setOpen] = useState(false)
  const { id, text, sourceDocument, place, inForce, targetValue } = one
  const revise = useCommand('wordings.revise')
  const put = useCommand('wordings.putInForce', { done: t('goals.wordings.nowInForce'), problemAsToast: true })
  const takeOut = useCommand('wordings.putInForce', { done: t('goals.wordings.takenOut'), problemAsToast: true })
  const remove = useCommand('wordings.remove', { done: t('goals.wordings.removed'), problemAsToast: true })
  const save = (changes: InputOf<'wordings.revise'>['changes']) => revise.run({ id, changes })
  const name = text.length > 40 ? `${text.slice(0, 40).trimEnd()} …` : text
  const unit = unitOfValue(goal.targetKind, goal.targetUnit, goal.leadIndicator)
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>
            <q>{text}</q>{' '}
            {inForce && (
              <Badge tone="success" icon="check">
                {t('goals.wordings.inForce')}
              </Badge>
            )}
          </span>
          <span className={styles.quiet}>
            {[
              sourceDocument,
              place,
              targetValue !== null &&
                t('goals.wordings.states', { shown: words.inUnit(targetValue, unit, goal.leadIndicator) }),
            ]
              .filter(Boolean)
              .join(' · ') || t('goals.wordings.noSource')}
          </span>
        </div>
        <IconButton
          icon={open ? 'up' : 'edit'}
          label={t(open ? 'goals.wordings.close' : 'goals.wordings.edit', { name })}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </div>
      <div className={styles.buttons}>
        {inForce ? (
          <WriteButton small kind="quiet" busy={takeOut.busy} onPress={() => void takeOut.run({ id, inForce: false })}>
            {t('goals.wordings.takeOut')}
          </WriteButton>
        ) : (
          <WriteButton small icon="check" busy={put.busy} onPress={() => void put.run({ id })}>
            {t('goals.wordings.putInForce')}
          </WriteButton>
        )}
      </div>
      {open && (
        <div className={styles.inner}>
          <SavingText
            label={t('goals.wordings.text')}
            required
            multiline
            field="text"
            value={text}
            draftKey={`wording:${id}:text`}
            onSave={(next) => save({ text: next ?? '' })}
          />
          <div className={styles.pair}>
            <SavingText
              label={t('app.fields.sourceDocument')}
              field="sourceDocument"
              draftKey={`wording:${id}:sourceDocument`}
              value={sourceDocument}
              onSave={(next) => save({ sourceDocument: next })}
            />
            <SavingText
              label={t('goals.wordings.place')}
              field="place"
              draftKey={`wording:${id}:place`}
              value={place}
              onSave={(next) => save({ place: next })}
            />
            <SavingParsed<number>
              label={t('goals.wordings.value')}
              hint={t('goals.wordings.valueHint')}
              field="targetValue"
              draftKey={`wording:${id}:targetValue`}
              value={targetValue}
              format={(value) => (value === null ? '' : typedNumber(value, language))}
              parse={readValue}
              onSave={(next) => save({ targetValue: next })}
            />
          </div>
          <div>
            <WriteButton small kind="quiet" icon="remove" busy={remove.busy} onPress={() => void remove.run({ id })}>
              {t('goals.wordings.remove')}
            </WriteButton>
          </div>
        </div>
      )}
    </div>
  )
}

/** A number that a wording states, in the unit of its goal: what stands behind it says nothing more. */
function readValue(text: string): Checked<number | null> {
  return parseDecimal(text.trim().replace(/\s*(%|prosent|procent|percent|ganger|gånger|times)$/iu, ''))
}

type Entered = {
  text: string
  sourceDocument: string
  place: string
  value: string
}
const nothing: Entered = { text: '', sourceDocument: '', place: '', value: '' }

function NewWording({ goal, onClose }: { readonly goal: OpenGoal['goal']; readonly onClose: () => void }) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const [entered, setEntered] = useState(nothing)
  const [tried, setTried] = useState(false)
  const draft = useDraft<Entered>(`goal:${goal.id}:wording`, setEntered)
  const add = useCommand('wordings.add', { done: t('goals.wordings.added') })
  useFocusProblem(form, add.problem)
  const value = readValue(entered.value)
  const set = (changes: Partial<Entered>) => {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  async function submit() {
    setTried(true)
    if (entered.text.trim() === '' || !value.ok) return leadToRefused(form.current)
    const reply = await add.run({
      planId: goal.planId,
      goalId: goal.id,
      text: entered.text,
      sourceDocument: orNull(entered.sourceDocument),
      place: orNull(entered.place),
      targetValue: value.value,
    })
    if (!reply.ok) return
    draft.discard()
    onClose()
  }
  return (
    <InlineForm ref={form} title={t('goals.wordings.add')}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <TextArea
        label={t('goals.wordings.text')}
        required
        autoFocus
        rows={3}
        value={entered.text}
        onChange={(text) => set({ text })}
        onEnter={() => void submit()}
        problem={add.field('text') ?? (tried && entered.text.trim() === '' ? t('problems.field.required') : undefined)}
      />
      <div className={styles.pair}>
        <TextField
          label={t('app.fields.sourceDocument')}
          value={entered.sourceDocument}
          onChange={(sourceDocument) => set({ sourceDocument })}
          problem={add.field('sourceDocument')}
        />
        <TextField
          label={t('goals.wordings.place')}
          value={entered.place}
          onChange={(place) => set({ place })}
          problem={add.field('place')}
        />
        <TextField
          label={t('goals.wordings.value')}
          hint={t('goals.wordings.valueHint')}
          value={entered.value}
          onChange={(text) => set({ value: text })}
          problem={add.field('targetValue') ?? (tried && !value.ok ? messageText(t, value.message) : undefined)}
        />
      </div>
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('common.add')}
        </Button>
        <Button
          onPress={() => {
            draft.discard()
            onClose()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </InlineForm>
  )
}
