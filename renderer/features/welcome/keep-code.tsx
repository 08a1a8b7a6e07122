import { type ReactNode, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { RecoveryCode } from '#renderer/components/encryption/recovery-code.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { leadToRefused } from '#renderer/lib/use-focus-problem.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { groupsOfRecoveryCode, isGroupOfRecoveryCode, recoveryCodeGroups } from '#shared/domain/recovery-code.ts'
import styles from './welcome.module.css'

interface Props {
  readonly code: string
  /** The partnership's name. */
  readonly name: string
  readonly busy: boolean
  readonly problem: ReactNode
  readonly onBack: () => void
  readonly onKept: (keepHere: boolean) => void
}

/** The step before an encrypted file is made: its code is shown, carried away, and two of its groups typed from what was kept. */
export function KeepCode({ code, name, busy, problem, onBack, onKept }: Props) {
  const t = useT()
  const shown = useOperation('encryption.show', {})
  const keepsCodes = shown.data?.keepsCodes ?? false
  const [asked] = useState(twoGroups)
  const [typed, setTyped] = useState<readonly string[]>(['', ''])
  const [tried, setTried] = useState(false)
  const [keepHere, setKeepHere] = useState(true)
  const form = useRef<HTMLFormElement>(null)
  const groups = groupsOfRecoveryCode(code)
  const isRight = (at: number) => isGroupOfRecoveryCode(typed[at] ?? '', groups[asked[at] ?? 0] ?? '')

  function make(): void {
    setTried(true)
    if (asked.every((_, at) => isRight(at))) onKept(keepsCodes && keepHere)
    else leadToRefused(form.current)
  }
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        make()
      }}
    >
      <h2 tabIndex={-1} ref={focusOnce}>
        {t('encryption.step.title')}
      </h2>
      {problem}
      <p>{t('encryption.step.why', { name })}</p>
      <RecoveryCode code={code} name={name} />
      <p>{t('encryption.step.where')}</p>
      <p>{t('encryption.step.confirm')}</p>
      <div className={styles.pair}>
        {asked.map((group, at) => (
          <TextField
            key={group}
            label={t('encryption.step.confirmGroup', { number: group + 1 })}
            value={typed[at] ?? ''}
            onChange={(text) => setTyped(typed.map((one, index) => (index === at ? text : one)))}
            problem={tried && !isRight(at) ? t('problems.field.recoveryCodeGroup', { number: group + 1 }) : undefined}
            required
          />
        ))}
      </div>
      {keepsCodes ? (
        <Checkbox
          label={t('encryption.step.keep')}
          hint={t('encryption.step.keepHint')}
          checked={keepHere}
          onChange={setKeepHere}
        />
      ) : (
        <p>{t('encryption.step.cannotKeep')}</p>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" busy={busy}>
          {t('encryption.step.make')}
        </Button>
        <Button onPress={onBack} disabled={busy}>
          {t('encryption.step.back')}
        </Button>
      </div>
    </form>
  )
}

function focusOnce(heading: HTMLElement | null): void {
  heading?.focus()
}

/** Two places of groups, in order: what was kept is looked at, not what was seen last. */
function twoGroups(): readonly number[] {
  const [random = 0, other = 0] = crypto.getRandomValues(new Uint32Array(2))
  const first = random % recoveryCodeGroups
  const second = (first + 1 + (other % (recoveryCodeGroups - 1))) % recoveryCodeGroups
  return first < second ? [first, second] : [second, first]
}
