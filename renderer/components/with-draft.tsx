import type { ReactNode } from 'react'
import { useT } from '#renderer/lib/use-t.ts'
import { ChangedText } from './changed-text.tsx'
import { Note } from './notes.tsx'
import styles from './saving-field.module.css'
import { WriteButton } from './write-button.tsx'

/** A field, and under it what was restored that the record does not hold, with both ways on. */
export function WithDraft({
  saving: { restored, saved, text, leave, giveUp },
  children,
}: {
  readonly saving: {
    readonly restored: boolean
    readonly saved: string
    readonly text: string
    readonly leave: () => Promise<void>
    readonly giveUp: () => void
  }
  readonly children: ReactNode
}) {
  const t = useT()
  return (
    <div className={styles.withDraft}>
      {children}
      {restored && (
        <Note
          action={
            <>
              <WriteButton small kind="primary" onPress={() => void leave()}>
                {t('history.drafts.keep')}
              </WriteButton>
              <WriteButton small onPress={giveUp}>
                {t('history.drafts.useSaved')}
              </WriteButton>
            </>
          }
        >
          <p>{t('history.drafts.differs')}</p>
          <ChangedText before={saved || t('common.empty')} after={text || t('common.empty')} />
        </Note>
      )}
    </div>
  )
}
