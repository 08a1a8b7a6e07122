import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { RecoveryCode } from '#renderer/components/encryption/recovery-code.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './settings.module.css'

/** Whether the open file is encrypted; its code once more, and whether this device remembers it. */
export function EncryptionSection({ name }: { readonly name: string }) {
  const t = useT()
  const shown = useOperation('encryption.show', {})
  const read = useCommand('encryption.readCode', { problemAsToast: true })
  const keep = useCommand('encryption.keepCode', {
    problemAsToast: true,
    done: t('encryption.file.remembered'),
  })
  const [code, setCode] = useState<string | null>(null)
  const [forgetting, setForgetting] = useState(false)
  if (!shown.data) return null
  const { file, keepsCodes } = shown.data

  async function show(): Promise<void> {
    const reply = await read.run({})
    if (reply.ok) setCode(reply.value.code)
  }
  return (
    <section className={styles.fields} aria-labelledby="encryption">
      <h2 id="encryption">{t('encryption.file.title')}</h2>
      <p className={styles.quiet}>{t(file ? 'encryption.file.encrypted' : 'encryption.file.plain')}</p>
      {file && (
        <>
          {keepsCodes && (
            <p className={styles.quiet}>{t(file.kept ? 'encryption.file.kept' : 'encryption.file.notKept')}</p>
          )}
          {!keepsCodes && <p className={styles.quiet}>{t('encryption.step.cannotKeep')}</p>}
          <div className={styles.row}>
            {code === null ? (
              <Button busy={read.busy} onPress={() => void show()}>
                {t('encryption.file.show')}
              </Button>
            ) : (
              <Button onPress={() => setCode(null)}>{t('encryption.file.hide')}</Button>
            )}
            {keepsCodes && file.kept && (
              <Button onPress={() => setForgetting(true)}>{t('encryption.file.forget')}</Button>
            )}
            {keepsCodes && !file.kept && (
              <Button busy={keep.busy} onPress={() => void keep.run({})}>
                {t('encryption.file.keep')}
              </Button>
            )}
          </div>
          {code !== null && (
            <>
              <p role="status" className={styles.quiet}>
                {t('encryption.file.showing')}
              </p>
              <RecoveryCode code={code} name={name} />
            </>
          )}
          {forgetting && <ForgetDialog onClose={() => setForgetting(false)} />}
        </>
      )}
    </section>
  )
}

/** Asks for the code before it is forgotten: whoever has not kept it would lose the file. */
function ForgetDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const forget = useCommand('encryption.forgetCode', { done: t('encryption.file.forgotten') })
  const [code, setCode] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useFocusProblem(form, forget.problem)

  async function run(): Promise<void> {
    const reply = await forget.run({ code })
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('encryption.file.forgetTitle')}
      closeOutside={false}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" busy={forget.busy} onPress={() => void run()}>
            {t('encryption.file.forgetAction')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className={styles.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <p>{t('encryption.file.forgetText')}</p>
        <TextField
          label={t('encryption.unlock.code')}
          hint={t('encryption.unlock.hint')}
          value={code}
          onChange={setCode}
          problem={forget.field('code')}
          required
          autoFocus
        />
        {forget.problem && !forget.field('code') && <ErrorNote error={forget.problem} />}
      </form>
    </Dialog>
  )
}
