import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './plan.module.css'
import type { PlanRow } from './plan-use.ts'

interface VersionProps {
  readonly plan: PlanRow
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}

/** Asks what the next version is called, and says what it will hold. */
export function NewVersion({ plan, onDone, onCancel }: VersionProps) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const [versionLabel, setLabel] = useState('')
  const make = useCommand('plans.newVersion', { done: t('strategy.versions.added') })
  useFocusProblem(form, make.problem)
  async function submit() {
    const reply = await make.run({ id: plan.id, versionLabel: versionLabel.trim() === '' ? null : versionLabel })
    if (reply.ok) onDone(reply.value.id)
  }
  return (
    <form
      ref={form}
      noValidate
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {make.problem && !make.problem.fields && <ErrorNote error={make.problem} />}
      <p>{t('strategy.versions.addText')}</p>
      <TextField
        label={t('strategy.versions.label')}
        hint={t('strategy.versions.labelHint')}
        autoFocus
        value={versionLabel}
        onChange={setLabel}
        problem={make.field('versionLabel')}
      />
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" busy={make.busy}>
          {t('strategy.versions.add')}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}

interface AdoptProps {
  readonly plan: PlanRow
  /** What the version in force is called, which this one takes over from. */
  readonly supersedes: string | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Asks when and by whom a version was adopted, and says what happens. */
export function AdoptPlan({ plan, supersedes, onDone, onCancel }: AdoptProps) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const [adoptedOn, setDay] = useState<string | null>(today())
  const [readable, setReadable] = useState(true)
  const [adoptedBy, setBy] = useState(plan.adoptedBy ?? '')
  const adopt = useCommand('plans.adopt', { done: t('strategy.versions.adopted') })
  useFocusProblem(form, adopt.problem)
  async function submit() {
    // A day that can't be read is told at its field; the one before it must not be taken instead.
    if (!readable) return leadToRefused(form.current)
    const reply = await adopt.run({
      id: plan.id,
      adoptedOn: adoptedOn ?? '',
      adoptedBy: adoptedBy.trim() === '' ? null : adoptedBy,
    })
    if (reply.ok) onDone()
  }
  return (
    <form
      ref={form}
      noValidate
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {adopt.problem && !adopt.problem.fields && <ErrorNote error={adopt.problem} />}
      <ul className={styles.lines}>
        <li>{t('strategy.versions.adoptText')}</li>
        {supersedes && <li>{t('strategy.versions.adoptSupersedes', { title: supersedes })}</li>}
        {supersedes && <li>{t('strategy.versions.adoptMoves')}</li>}
      </ul>
      <div className={styles.pair}>
        <DayField
          label={t('app.fields.adoptedOn')}
          required
          value={adoptedOn}
          onChange={setDay}
          onValid={setReadable}
          problem={adopt.field('adoptedOn')}
        />
        <TextField
          label={t('app.fields.adoptedBy')}
          value={adoptedBy}
          onChange={setBy}
          problem={adopt.field('adoptedBy')}
        />
      </div>
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" busy={adopt.busy}>
          {t('strategy.versions.adopt')}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
