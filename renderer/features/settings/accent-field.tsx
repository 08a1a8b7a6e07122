import { useEffect, useRef } from 'react'
import { SavingStatus } from '#renderer/components/saving-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useSavingText } from '#renderer/lib/use-saving.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { fyrsBlue, readColour } from './accent-colour.ts'
import styles from './documents-page.module.css'

interface Props {
  /** `#RRGGBB`; null = Fyr's blue. */
  readonly value: string | null
  readonly onSave: (colour: string | null) => Promise<Reply>
  /** A colour that is written and not saved yet; null where what is written is none, or stands saved. */
  readonly onWritten: (colour: string | null) => void
}

/** The accent of documents: written, or chosen in the system's colour picker, whose button shows it. */
export function AccentField({ value, onSave, onWritten }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const label = t('settings.documents.colour')
  const saving = useSavingText<string | null>(
    { value, onSave, field: 'accentColour' },
    (colour) => colour ?? '',
    readColour,
  )
  const read = readColour(saving.text)
  const colour = (read.ok ? read.value : value) ?? fyrsBlue
  const isWritten = saving.state !== 'idle' && saving.state !== 'saved'
  useEffect(() => onWritten(isWritten ? colour : null), [isWritten, colour, onWritten])

  // React hears every colour passed on the way as a change; the browser's own event comes when one is settled on.
  const picker = useRef<HTMLInputElement>(null)
  const settle = useRef(saving.leave)
  settle.current = saving.leave
  useEffect(() => {
    const onSettled = () => void settle.current()
    const input = picker.current
    input?.addEventListener('change', onSettled)
    return () => input?.removeEventListener('change', onSettled)
  }, [])
  function choose(next: string) {
    saving.type(next)
    void saving.leave()
  }
  return (
    <div className={styles.accent}>
      <TextField
        label={label}
        hint={t('settings.documents.colourHint', { blue: fyrsBlue })}
        readOnly={readOnly}
        placeholder={fyrsBlue}
        value={saving.text}
        onChange={saving.type}
        onBlur={saving.leave}
        onEnter={() => void saving.leave()}
        problem={saving.problem}
        status={<SavingStatus {...saving} label={label} />}
      />
      <div className={styles.pickers}>
        <input
          ref={picker}
          type="color"
          className={styles.picker}
          aria-label={t('settings.documents.pick')}
          title={t('settings.documents.pick')}
          disabled={readOnly}
          value={colour.toLowerCase()}
          onChange={(event) => saving.type(event.target.value.toUpperCase())}
          onBlur={() => void saving.leave()}
        />
        {saving.text.trim() !== '' && (
          <WriteButton small kind="quiet" onPress={() => choose('')}>
            {t('settings.documents.useBlue')}
          </WriteButton>
        )}
      </div>
    </div>
  )
}
