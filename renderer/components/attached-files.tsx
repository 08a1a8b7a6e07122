import type { FileHome } from '#renderer/lib/use-add-files.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import { AddFiles } from './add-files.tsx'
import { AttachedFile } from './attached-file.tsx'
import styles from './attached-files.module.css'
import { Note } from './notes.tsx'

interface Props {
  readonly home: FileHome
  readonly attachments: readonly Attachment[]
  /** True where what is pasted anywhere on the screen is meant for this record. */
  readonly takesPaste?: boolean
  /** The record can't change: its files can be read and copied. */
  readonly sealed?: boolean
}

/** Photos and files of a record, stored in the partnership's own file. Dropped, chosen or pasted. */
export function AttachedFiles({ home, attachments, takesPaste = false, sealed = false }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const used = attachments.reduce((sum, { size, disposedOn }) => sum + (disposedOn === null ? size : 0), 0)
  const photos = attachments.filter((one) => one.kind === 'photo')
  const files = attachments.filter((one) => one.kind === 'file')
  return (
    <div className={styles.part}>
      {readOnly && !sealed && <Note>{t('problems.readOnly')}</Note>}
      {!readOnly && !sealed && (
        <AddFiles home={home} used={used} isEmpty={attachments.length === 0} takesPaste={takesPaste} />
      )}
      {photos.length > 0 && (
        <ul className={styles.photos} aria-label={t('visits.files.photos')}>
          {photos.map((photo) => (
            <li key={photo.id}>
              <AttachedFile attachment={photo} readOnly={sealed} />
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className={styles.files} aria-label={t('visits.files.files')}>
          {files.map((file) => (
            <li key={file.id}>
              <AttachedFile attachment={file} readOnly={sealed} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
