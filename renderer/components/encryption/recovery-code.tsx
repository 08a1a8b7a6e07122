import { createPortal } from 'react-dom'
import { Button } from '#renderer/components/button.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import spoken from '#renderer/components/spoken.module.css'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { groupsOfRecoveryCode } from '#shared/domain/recovery-code.ts'
import styles from './recovery-code.module.css'

interface Props {
  readonly code: string
  /** The partnership's name, for the sheet. */
  readonly name: string
}

/** A recovery code to be kept: in groups on the screen, letter by letter for whoever listens, and ways to carry it away. */
export function RecoveryCode({ code, name }: Props) {
  const t = useT()
  const toasts = useToasts()
  const save = useCommand('encryption.saveSheet', {
    done: (file) => (file ? t('encryption.step.saved', { name: file.name }) : ''),
  })
  const groups = groupsOfRecoveryCode(code)

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(code)
    toasts.show({ text: t('encryption.step.copied') })
  }
  return (
    <div className={styles.whole}>
      <ol className={styles.groups} aria-label={t('encryption.step.code')} translate="no">
        {groups.map((group, at) => (
          // Groups have no name but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: a code's groups never move
          <li key={at}>
            <span aria-hidden="true">{group}</span>
            <span className={spoken.spoken}>
              {t('encryption.step.group', { number: at + 1, letters: [...group].join(' ') })}
            </span>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button icon="print" onPress={() => window.print()}>
          {t('encryption.step.print')}
        </Button>
        <Button icon="download" busy={save.busy} onPress={() => void save.run({ code, name })}>
          {t('encryption.step.save')}
        </Button>
        <Button onPress={() => void copy()}>{t('encryption.step.copy')}</Button>
      </div>
      {save.problem && <ErrorNote error={save.problem} />}
      {createPortal(<Sheet code={code} name={name} />, document.body)}
    </div>
  )
}

/** What is printed while a code is on the screen: this sheet and nothing else. */
function Sheet({ code, name }: Props) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={styles.sheet} aria-hidden="true">
      <h1>{t('encryption.sheet.heading', { name })}</h1>
      <p>{t('encryption.sheet.made', { day: format.day(today()) })}</p>
      <p className={styles.printed} translate="no">
        {code}
      </p>
      <p>{t('encryption.sheet.use')}</p>
      <p>{t('encryption.sheet.keep')}</p>
      <p>{t('encryption.sheet.letters')}</p>
    </div>
  )
}
