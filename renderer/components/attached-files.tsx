import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { type FileHome, useAddFiles } from '#renderer/lib/use-add-files.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Attachment, largestAttachment, largestVisit } from '#shared/domain/records/attachment.ts'
import { AttachedFile } from './attached-file.tsx'
import styles from './attached-files.module.css'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Note } from './notes.tsx'

const megabyte = 1024 * 1024

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
  const used = attachments.reduce((sum, { size }) => sum + size, 0)
  const { addAll, waiting, refused, forget } = useAddFiles(home, used)
  const photos = attachments.filter((one) => one.kind === 'photo')
  const files = attachments.filter((one) => one.kind === 'file')
  return (
    <div className={styles.part}>
      {readOnly && !sealed && <Note>{t('problems.readOnly')}</Note>}
      {!readOnly && !sealed && (
        <DropZone
          used={used}
          isEmpty={attachments.length === 0}
          takesPaste={takesPaste}
          waiting={waiting}
          onFiles={addAll}
        />
      )}
      {refused.length > 0 && (
        <div role="alert">
          <Note
            tone="danger"
            action={
              <Button small onPress={forget}>
                {t('common.close')}
              </Button>
            }
          >
            <ul>
              {refused.map(({ name, why }) => (
                <li key={name}>
                  <strong>{name}</strong>: {why}
                </li>
              ))}
            </ul>
          </Note>
        </div>
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

interface DropProps {
  /** Bytes attached so far. */
  readonly used: number
  readonly isEmpty: boolean
  readonly takesPaste: boolean
  /** Files on their way into the file. */
  readonly waiting: number
  readonly onFiles: (files: readonly File[]) => Promise<void>
}

/** Where files are dropped or chosen; what is pasted anywhere on the screen lands here too. */
function DropZone({ used, isEmpty, takesPaste, waiting, onFiles }: DropProps) {
  const t = useT()
  const format = useFormat()
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const add = useRef(onFiles)
  add.current = onFiles

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (!takesPaste) return
      const files = [...(event.clipboardData?.files ?? [])]
      // What is pasted into a dialog above is not meant for the record behind it.
      const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null
      if (files.length === 0 || inDialog) return
      event.preventDefault()
      void add.current(files)
    }
    // A file let go beside the frame would open in the window's place.
    const stay = (event: Event) => event.preventDefault()
    document.addEventListener('paste', onPaste)
    document.addEventListener('dragover', stay)
    document.addEventListener('drop', stay)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('dragover', stay)
      document.removeEventListener('drop', stay)
    }
  }, [takesPaste])

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void onFiles([...event.dataTransfer.files])
  }
  const onChosen = (event: ChangeEvent<HTMLInputElement>) => {
    void onFiles([...(event.target.files ?? [])])
    // The same file may be chosen again after it was removed.
    event.target.value = ''
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping needs a pointer; the button inside does the same by keyboard
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Icon name="photo" size={24} />
      <p>{t('visits.files.drop')}</p>
      <Button kind={isEmpty ? 'primary' : 'normal'} onPress={() => chooser.current?.click()}>
        {t('visits.files.choose')}
      </Button>
      <p className={styles.quiet}>
        {t('visits.files.limits', {
          one: format.number(largestAttachment / megabyte),
          all: format.number(largestVisit / megabyte),
        })}
        {used > 0 && <> {t('visits.files.used', { used: format.bytes(used) })}</>}
      </p>
      <p role="status">{waiting > 0 && t('visits.files.adding', { count: waiting })}</p>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t('visits.files.choose')}
        onChange={onChosen}
        tabIndex={-1}
      />
    </div>
  )
}
