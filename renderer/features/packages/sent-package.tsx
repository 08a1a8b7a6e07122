import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ErrorNote, Note } from '#renderer/components/notes.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './packages.module.css'

type Result = OutputOf<'packages.verify'>['files'][number]['result']

/** A package that is sent: when and to whom, and the files as they went, which can be verified. */
export function SentPackage({ opened: { package: made, files } }: { readonly opened: OutputOf<'packages.open'> }) {
  const t = useT()
  const format = useFormat()
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Error | null>(null)
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map())
  const day = format.day(made.sentOn)
  // Asked anew at each press, and not kept as an answer: the file may have been damaged meanwhile.
  async function verify() {
    setBusy(true)
    setFailed(null)
    try {
      const found = await client.call('packages.verify', { id: made.id })
      setResults(new Map(found.files.map(({ id, result }) => [id, result])))
    } catch (cause) {
      setFailed(cause instanceof Error ? cause : new Error(String(cause)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className={styles.section}>
      <h3>
        {made.sentTo === null
          ? t('packageSending.sent', { day })
          : t('packageSending.sentToWhom', { day, whom: made.sentTo })}
      </h3>
      <p className={styles.quiet}>{t('packageSending.sentText')}</p>
      <ul className={styles.notes}>
        {files.map(({ id, fileName, size, sha256 }) => {
          const result = results.get(id)
          return (
            <li key={id}>
              <p className={styles.strong}>{fileName}</p>
              <p className={styles.quiet} title={sha256}>
                {t('packageSending.file', { size: format.bytes(size), hash: sha256.slice(0, 8) })}
              </p>
              {result && (
                <Note tone={result === 'changed' ? 'danger' : result === 'different' ? 'warning' : 'success'}>
                  {t(`packageSending.results.${result}`)}
                </Note>
              )}
            </li>
          )
        })}
      </ul>
      {failed && <ErrorNote error={failed} />}
      <div role="status">{results.size > 0 && !busy && t('packageSending.verified')}</div>
      <div className={styles.actions}>
        <Button small busy={busy} onPress={() => void verify()}>
          {t('packageSending.verify')}
        </Button>
      </div>
    </section>
  )
}
