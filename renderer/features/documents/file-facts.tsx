import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './documents.module.css'

/** The file's own particulars: name, format, size, checksum. Of a package only what it has: its files are made when asked for. */
export function FileFacts({ document }: { readonly document: OutputOf<'documents.list'>['rows'][number] }) {
  const t = useT()
  const format = useFormat()
  const facts: readonly (readonly [string, string | null])[] = [
    [t('archive.fileName'), document.source === 'package' ? null : document.fileName],
    [t('archive.columns.format'), document.source === 'package' ? null : t(`codes.documentFormat.${document.format}`)],
    [t('archive.size'), document.size === null ? null : format.bytes(document.size)],
    [t('app.fields.language'), document.language && t(`codes.language.${document.language}`)],
    [t('archive.madeBy'), document.madeBy],
    [t('archive.checksum'), document.sha256],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
