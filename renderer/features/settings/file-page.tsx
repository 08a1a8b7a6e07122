import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ErrorNote, Note } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { EncryptionSection } from './encryption-section.tsx'
import styles from './settings.module.css'

/** Where the file lies, and a verified copy of it. */
export function FilePage() {
  const t = useT()
  const format = useFormat()
  const workspace = useOperation('workspace.current', {})
  const about = useOperation('app.about', {})
  const backup = useCommand('workspace.backup')
  const reveal = useCommand('files.reveal', { problemAsToast: true })
  const close = useCommand('workspace.close', { problemAsToast: true })
  const [copy, setCopy] = useState<{ fileId: string; name: string; size: number; sha256: string } | null>(null)

  async function makeCopy(): Promise<void> {
    const reply = await backup.run({})
    if (reply.ok) setCopy(reply.value)
  }
  return (
    <div className={styles.fields}>
      <dl className={styles.facts}>
        <dt>{t('settings.file.name')}</dt>
        <dd>{workspace.data?.fileName}</dd>
        <dt>{t('settings.file.location')}</dt>
        <dd>{workspace.data?.location}</dd>
      </dl>
      <p className={styles.quiet}>{t('settings.backup.text')}</p>
      <div className={styles.row}>
        <Button icon="download" busy={backup.busy} onPress={() => void makeCopy()}>
          {t('settings.backup.make')}
        </Button>
        <Button icon="folder" onPress={() => void close.run({})}>
          {t('app.actions.closeFile')}
        </Button>
      </div>
      {backup.problem && <ErrorNote error={backup.problem} />}
      {copy && (
        <Note
          tone="success"
          action={
            about.data?.can.revealFiles && (
              <Button small onPress={() => void reveal.run({ fileId: copy.fileId })}>
                {t('settings.backup.reveal')}
              </Button>
            )
          }
        >
          {t('settings.backup.done', { name: copy.name })} {format.bytes(copy.size)}, SHA-256 {copy.sha256.slice(0, 12)}{' '}
          …
        </Note>
      )}
      <EncryptionSection name={workspace.data?.partnership.name ?? ''} />
    </div>
  )
}
