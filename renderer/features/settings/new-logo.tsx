import { useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { fieldText, problemText } from '#renderer/lib/problem-text.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './documents-page.module.css'
import { LogoPicture } from './logo-picture.tsx'

interface Props {
  readonly chosen: { readonly base64: string; readonly mime: string }
  /** What the logo shows, to be kept or written over. */
  readonly proposed: string
  readonly onDone: () => void
  /** The file is no logo: the reason, to be shown where another is chosen. */
  readonly onRefused: (why: string) => void
}

/** A file that was chosen: looked at and put into words before it is used. */
export function NewLogo({ chosen, proposed, onDone, onRefused }: Props) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const [altText, setAltText] = useState(proposed)
  const set = useCommand('partnership.setLogo', { done: t('settings.documents.saved') })
  useEffect(() => {
    const field = form.current?.querySelector('input')
    field?.focus()
    field?.select()
  }, [])
  async function use() {
    const reply = await set.run({ base64: chosen.base64, altText: altText.trim() === '' ? null : altText })
    if (reply.ok) onDone()
    else if (fieldText(t, reply.problem, 'altText')) form.current?.querySelector('input')?.focus()
    else onRefused(fieldText(t, reply.problem, 'base64') ?? problemText(t, reply.problem))
  }
  return (
    <InlineForm ref={form} title={t('settings.documents.newLogo')}>
      <div className={styles.logo}>
        <LogoPicture {...chosen} altText={altText} />
        <TextField
          label={t('settings.documents.alt')}
          hint={t('settings.documents.altHint')}
          required
          value={altText}
          onChange={setAltText}
          onEnter={() => void use()}
          problem={set.field('altText')}
        />
      </div>
      <div className={styles.buttons}>
        <WriteButton kind="primary" busy={set.busy} onPress={() => void use()}>
          {t('settings.documents.use')}
        </WriteButton>
        <Button onPress={onDone}>{t('settings.documents.cancel')}</Button>
      </div>
    </InlineForm>
  )
}
