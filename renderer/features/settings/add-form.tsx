import { type ReactNode, useRef } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Problem } from '#shared/contract/problem.ts'
import styles from './settings.module.css'

interface Props {
  readonly children: ReactNode
  readonly busy: boolean
  readonly problem: Problem | null
  readonly onSave: () => void
  readonly onCancel: () => void
}

/** The form of a new record: its fields, "Add" and "Cancel". Problems of single fields stand at the fields. */
export function AddForm({ children, busy, problem, onSave, onCancel }: Props) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  useFocusProblem(form, problem)
  const inFields = Object.keys(problem?.fields ?? {}).length > 0
  return (
    <form
      ref={form}
      noValidate
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      {problem && !inFields && <ErrorNote error={problem} />}
      {children}
      <div className={styles.row}>
        <Button kind="primary" type="submit" busy={busy}>
          {t('common.add')}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
