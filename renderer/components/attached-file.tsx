import { useEffect, useRef, useState } from 'react'
import { blobOf } from '#renderer/lib/photo.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useSaveCopy } from '#renderer/lib/use-save-copy.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import styles from './attached-files.module.css'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { Badge } from './notes.tsx'
import { RecordLink } from './record-link.tsx'
import { SavingText } from './saving-field.tsx'
import { WriteIconButton } from './write-button.tsx'

/** One photo or file, with its title, what a photo shows, a copy of it, and a way to take it off. */
export function AttachedFile({
  attachment,
  readOnly = false,
}: {
  readonly attachment: Attachment
  readonly readOnly?: boolean
}) {
  const t = useT()
  const format = useFormat()
  const revise = useCommand('attachments.revise')
  const remove = useCommand('attachments.remove', {
    done: t('visits.files.removed', { name: attachment.fileName }),
    problemAsToast: true,
  })
  const { saveCopy, busy } = useSaveCopy()
  const isPhoto = attachment.kind === 'photo'
  return (
    <div className={isPhoto ? styles.photo : styles.file}>
      {isPhoto && attachment.disposedOn === null ? (
        <Thumbnail attachment={attachment} />
      ) : (
        <Icon name={isPhoto ? 'photo' : 'file'} size={22} />
      )}
      <div className={styles.words}>
        <SavingText
          label={t('visits.files.title')}
          field="title"
          draftKey={`attachments:${attachment.id}:title`}
          readOnly={readOnly}
          value={attachment.title}
          onSave={(title) => revise.run({ id: attachment.id, changes: { title: title ?? '' } })}
        />
        {isPhoto && (
          <SavingText
            label={t('visits.files.altText')}
            hint={attachment.altText ? undefined : t('visits.files.altHint')}
            field="altText"
            draftKey={`attachments:${attachment.id}:altText`}
            readOnly={readOnly}
            value={attachment.altText}
            onSave={(altText) => revise.run({ id: attachment.id, changes: { altText } })}
          />
        )}
        <Marks attachment={attachment} />
        <div className={styles.foot}>
          <span className={styles.quiet} title={attachment.fileName}>
            {attachment.fileName} · {format.bytes(attachment.size)}
          </span>
          <IconButton
            icon="download"
            label={t('visits.files.saveCopy', { name: attachment.title })}
            disabled={busy || attachment.disposedOn !== null}
            onPress={() => void saveCopy(attachment.id)}
          />
          <WriteIconButton
            icon="remove"
            disabled={readOnly}
            label={t('visits.files.remove', { name: attachment.title })}
            onPress={() => void remove.run({ id: attachment.id })}
          />
        </div>
      </div>
    </div>
  )
}

/** What is out of the ordinary about the document, and the way to all that is said of it. */
function Marks({ attachment }: { readonly attachment: Attachment }) {
  const t = useT()
  const { documentKind, publicity, disposedOn } = attachment
  return (
    <div className={styles.marks}>
      {documentKind !== 'attachment' && <Badge>{t(`codes.documentKind.${documentKind}`)}</Badge>}
      {publicity !== 'public' && (
        <Badge tone="warning" icon="lock">
          {t(`codes.publicity.${publicity}`)}
        </Badge>
      )}
      {disposedOn !== null && <Badge>{t('archive.disposed')}</Badge>}
      <RecordLink area="documents" id={attachment.id}>
        {t('archive.openDocument')}
      </RecordLink>
    </div>
  )
}

/** The picture itself; its bytes are asked for when its place comes into sight. */
function Thumbnail({ attachment }: { readonly attachment: Attachment }) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const [inSight, setInSight] = useState(false)
  const [address, setAddress] = useState<string | null>(null)
  const bytes = useOperation('attachments.read', { id: attachment.id }, { enabled: inSight })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setInSight(true)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (!bytes.data) return
    const made = URL.createObjectURL(blobOf(bytes.data.base64, bytes.data.mime))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes.data])
  return (
    <div ref={frame} className={styles.frame}>
      {address ? (
        <img src={address} alt={attachment.altText ?? attachment.title} />
      ) : (
        <Icon name="photo" size={28} label={bytes.error ? t('visits.files.unreadable') : t('common.loading')} />
      )}
    </div>
  )
}
