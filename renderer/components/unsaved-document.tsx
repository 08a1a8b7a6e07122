import { useId } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type UnsavedDocument as Shown, useUnsavedElsewhere, useUnsavedWays } from '#renderer/lib/use-unsaved.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { Button } from './button.tsx'
import { Note } from './notes.tsx'
import styles from './unsaved-document.module.css'

/** Why a document was not saved, and what can be done with it: it is made, so nothing has to be done again. */
export function UnsavedDocument({ document, told }: { readonly document: Shown; readonly told: boolean }) {
  const t = useT()
  const format = useFormat()
  const { busy, problem, again, elsewhere, letGo } = useUnsavedWays(document.id, { told })
  const about = useId()
  // A try that was refused before anything was written (a Word file edited by hand, say) has its own reason.
  const why = problem ?? document.problem
  return (
    <Note tone="danger">
      <p role="alert">{messageText(t, { key: why.key, params: why.params ?? {} })}</p>
      <p id={about} className={styles.waits}>
        {t('unsaved.waits', { name: document.name, size: format.bytes(document.size) })}
      </p>
      <div className={styles.ways}>
        <Button small kind="primary" busy={busy} describedBy={about} onPress={elsewhere}>
          {t('unsaved.elsewhere')}
        </Button>
        <Button small busy={busy} describedBy={about} onPress={again}>
          {t('unsaved.again')}
        </Button>
        <Button small busy={busy} describedBy={about} onPress={letGo}>
          {t('unsaved.letGo')}
        </Button>
      </div>
    </Note>
  )
}

/** The documents that wait to be saved and whose own screen is not open, above whatever screen is. */
export function UnsavedDocuments() {
  const t = useT()
  const documents = useUnsavedElsewhere()
  if (documents.length === 0) return null
  return (
    <section className={styles.region} aria-label={t('unsaved.title')}>
      {documents.map((document) => (
        <UnsavedDocument key={document.id} document={document} told={false} />
      ))}
    </section>
  )
}
