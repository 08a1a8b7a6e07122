import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { type FileHome, useAddFiles } from '#renderer/lib/use-add-files.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Attachment, largestAttachment, largestVisit } from '#shared/domain/records/attachment.ts'
import styles from './attached-files.module.css'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Note } from './notes.tsx'

const megabyte = 1024 * 1024

interface Props {
  readonly home: FileHome
  /** Bytes attached to the record so far. */
  readonly used: number
  readonly isEmpty: boolean
  /** True where what is pasted anywhere on the screen is meant for this record. */
  readonly takesPaste?: boolean
  /** One file only: the next version of a document. */
  readonly single?: boolean
  readonly onAdded?: (attachment: Attachment) => void
}

/** Where files are added to a record: dropped, chosen or pasted. What can't be added is named with the reason. */
export function AddFiles({ home, used, isEmpty, takesPaste = false, single = false, onAdded }: Props) {
  const t = useT()
  const { addAll, waiting, refused, forget } = useAddFiles(home, used, onAdded)
  return (
    <>
      <DropZone
        used={used}
        isEmpty={isEmpty}
        takesPaste={takesPaste}
        single={single}
        waiting={waiting}
        onFiles={(files) => addAll(single ? files.slice(0, 1) : files)}
      />
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
    </>
  )
}

interface DropProps {
  /** Bytes attached so far. */
  readonly used: number
  readonly isEmpty: boolean
  readonly takesPaste: boolean
  readonly single: boolean
  /** Files on their way into the file. */
  readonly waiting: number
  readonly onFiles: (files: readonly File[]) => Promise<void>
}

/** Where files are dropped or chosen; what is pasted anywhere on the screen lands here too. */
function DropZone({ used, isEmpty, takesPaste, single, waiting, onFiles }: DropProps) {
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
        multiple={!single}
        hidden
        aria-label={t('visits.files.choose')}
        onChange={onChosen}
        tabIndex={-1}
      />
    </div>
  )
}
