import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { likelyRules } from '#shared/domain/body-presets.ts'
import { type Body, bodyKinds, bodyRules } from '#shared/domain/records/body.ts'
import styles from './bodies.module.css'
import { useSameName } from './use-same-name.ts'

interface Props {
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}

/** What a new body needs: a name, its kind, and the rules it starts from. */
export function NewBody({ onDone, onCancel }: Props) {
  const t = useT()
  const country = usePartnership()?.country ?? 'NO'
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Body['kind']>('board')
  const [rules, setRules] = useState<Body['rules']>(likelyRules(country))
  const discard = useFormDraft('body:new', { name, kind, rules }, (kept) => {
    setName(kept.name)
    setKind(kept.kind)
    setRules(kept.rules)
  })
  const sameName = useSameName(name)
  const add = useCommand('bodies.add', { done: t('bodies.added') })
  const form = useRef<HTMLFormElement>(null)
  useFocusProblem(form, add.problem)
  return (
    <form
      ref={form}
      noValidate
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        void add.run({ name, kind, rules }).then((reply) => {
          if (!reply.ok) return
          discard()
          onDone(reply.value.id)
        })
      }}
    >
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <TextField
        label={t('app.fields.name')}
        value={name}
        onChange={setName}
        problem={add.field('name')}
        hint={sameName}
        required
        autoFocus
      />
      <Select
        label={t('app.fields.kind')}
        options={bodyKinds.map((key) => ({ key, label: t(`codes.bodyKind.${key}`) }))}
        value={kind}
        onChange={(value) => setKind(value ?? kind)}
      />
      <RadioGroup
        label={t('bodies.rules.preset')}
        options={bodyRules.map((key) => ({
          key,
          label: t(`codes.bodyRules.${key}`),
          detail: t(`bodies.rules.presetText.${key}`),
        }))}
        value={rules}
        onChange={setRules}
      />
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
