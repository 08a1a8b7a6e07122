import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { largestAttachment, largestVisit } from '#shared/domain/records/attachment.ts'
import { useAddFiles } from './use-add-files.ts'
import type { OpenVisit } from './visit-detail.tsx'
import { VisitFile } from './visit-file.tsx'
import styles from './visit-files.module.css'

const megabyte = 1024 * 1024

/** Photos and files, stored in the partnership's own file. Dropped, chosen or pasted. */
export function VisitFiles({ open }: { readonly open: OpenVisit }) {
  const t = useT()
  const readOnly = useReadOnly()
  const { addAll, waiting, refused, forget } = useAddFiles(open.visit.id, open.attachedBytes)
  const photos = open.attachments.filter((one) => one.kind === 'photo')
  const files = open.attachments.filter((one) => one.kind === 'file')
  return (
    <div className={styles.part}>
      {readOnly ? <Note>{t('problems.readOnly')}</Note> : <DropZone open={open} waiting={waiting} onFiles={addAll} />}
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
              <VisitFile attachment={photo} />
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className={styles.files} aria-label={t('visits.files.files')}>
          {files.map((file) => (
            <li key={file.id}>
              <VisitFile attachment={file} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface DropProps {
  readonly open: OpenVisit
  /** Files on their way into the file. */
  readonly waiting: number
  readonly onFiles: (files: readonly File[]) => Promise<void>
}

/** Where files are dropped or chosen; what is pasted anywhere on the screen lands here too. */
function DropZone({ open, waiting, onFiles }: DropProps) {
  const t = useT()
  const format = useFormat()
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const add = useRef(onFiles)
  add.current = onFiles

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      // What is pasted into a dialog above is not meant for the visit behind it.
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
  }, [])

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
      <Button kind={open.attachments.length === 0 ? 'primary' : 'normal'} onPress={() => chooser.current?.click()}>
        {t('visits.files.choose')}
      </Button>
      <p className={styles.quiet}>
        {t('visits.files.limits', {
          one: format.number(largestAttachment / megabyte),
          all: format.number(largestVisit / megabyte),
        })}
        {open.attachedBytes > 0 && <> {t('visits.files.used', { used: format.bytes(open.attachedBytes) })}</>}
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
