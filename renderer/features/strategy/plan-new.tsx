import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './plan.module.css'

interface Props {
  /** No plan is there yet: this one is most likely what people work by. */
  readonly first: boolean
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}

/** The form of a new plan: its title, whose it is, and whether it is in force already. All else is written in its page. */
export function NewPlan({ first, onDone, onCancel }: Props) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const [title, setTitle] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [versionLabel, setVersion] = useState('')
  const [inForce, setInForce] = useState(first)
  const discard = useFormDraft('plan:new', { title, organisation, versionLabel }, (kept) => {
    setTitle(kept.title)
    setOrganisation(kept.organisation)
    setVersion(kept.versionLabel)
  })
  const add = useCommand('plans.add', { done: t('strategy.add.done') })
  useFocusProblem(form, add.problem)
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  async function submit() {
    const reply = await add.run({
      title,
      organisation: orNull(organisation),
      versionLabel: orNull(versionLabel),
      status: inForce ? 'inForce' : 'draft',
    })
    if (!reply.ok) return
    discard()
    onDone(reply.value.id)
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
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <TextField
        label={t('app.fields.title')}
        required
        autoFocus
        value={title}
        onChange={setTitle}
        problem={add.field('title')}
      />
      <div className={styles.pair}>
        <TextField
          label={t('strategy.add.organisation')}
          hint={t('strategy.add.organisationHint')}
          value={organisation}
          onChange={setOrganisation}
          problem={add.field('organisation')}
        />
        <TextField
          label={t('app.fields.versionLabel')}
          value={versionLabel}
          onChange={setVersion}
          problem={add.field('versionLabel')}
        />
      </div>
      <Checkbox label={t('strategy.add.inForce')} checked={inForce} onChange={setInForce} />
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" busy={add.busy}>
          {t('common.add')}
        </Button>
        <Button
          onPress={() => {
            discard()
            onCancel()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
