import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './opening.module.css'

/** Opens an encrypted file with its recovery code. `id`: of the trouble that its opening gave. */
export function UnlockForm({ id }: { readonly id: string }) {
  const t = useT()
  const go = useGo()
  const shown = useOperation('encryption.show', {})
  const keepsCodes = shown.data?.keepsCodes ?? false
  const unlock = useCommand('encryption.unlock')
  const [code, setCode] = useState('')
  const [keep, setKeep] = useState(true)
  const form = useRef<HTMLFormElement>(null)
  useFocusProblem(form, unlock.problem)

  async function open(): Promise<void> {
    const reply = await unlock.run({ id, code, keep: keepsCodes && keep })
    if (reply.ok) go('home')
  }
  return (
    <form
      ref={form}
      className={styles.unlock}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <TextField
        label={t('encryption.unlock.code')}
        hint={t('encryption.unlock.hint')}
        value={code}
        onChange={setCode}
        problem={unlock.field('code')}
        required
        autoFocus
      />
      {keepsCodes && (
        <Checkbox
          label={t('encryption.step.keep')}
          hint={t('encryption.step.keepHint')}
          checked={keep}
          onChange={setKeep}
        />
      )}
      {unlock.problem && !unlock.field('code') && <ErrorNote error={unlock.problem} />}
      <div>
        <Button kind="primary" type="submit" busy={unlock.busy}>
          {t('encryption.unlock.action')}
        </Button>
      </div>
    </form>
  )
}
