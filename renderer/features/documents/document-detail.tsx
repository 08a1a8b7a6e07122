import { useState } from 'react'
import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge, Loading, Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useSaveCopy } from '#renderer/lib/use-save-copy.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { isDisposalDue } from '#shared/domain/document-rules.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { Dispose } from './dispose.tsx'
import { DocumentFields } from './document-fields.tsx'
import styles from './documents.module.css'
import { FileFacts } from './file-facts.tsx'
import { HomeLink } from './home-link.tsx'
import { PackageFiles, PaperAgain } from './made-again.tsx'
import { NewVersion } from './new-version.tsx'

type OpenDocument = OutputOf<'documents.open'>
const tabs = ['fields', 'history'] as const
type Tab = (typeof tabs)[number]
const historyOf = { attachment: 'attachments', paper: 'papers', package: 'packages' } as const

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: Tab) => void
  readonly onClose: () => void
}

/** One document: what is said of it, its versions, and its file. */
export function DocumentDetail({ id, tab, onTab, onClose }: Props) {
  const t = useT()
  const names = useFieldNames()
  const query = useOperation('documents.open', { id })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const open = query.data
  return (
    <DetailPage>
      <Header open={open} onClose={onClose} />
      <Tabs<Tab>
        label={t('archive.detail')}
        selected={tabs.find((one) => one === tab) ?? 'fields'}
        onSelect={onTab}
        items={[
          { key: 'fields', label: t('archive.about'), content: <Parts open={open} /> },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity={historyOf[open.document.source]} id={id} {...names} />,
          },
        ]}
      />
    </DetailPage>
  )
}

function Header({ open, onClose }: { readonly open: OpenDocument; readonly onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const { document, attachment, versions } = open
  const newest = versions[0]
  return (
    <DetailHeader
      title={document.title}
      subtitle={
        <>
          <HomeLink home={document.home} /> ·{' '}
          {t('archive.made', { day: format.day(document.madeOn), name: document.madeBy })}
        </>
      }
      onClose={onClose}
      tools={attachment && <AttachmentMenu attachment={attachment} sealed={open.sealed} onRemoved={onClose} />}
    >
      <div className={styles.badges}>
        <Badge>{t(`codes.documentKind.${document.kind}`)}</Badge>
        <Badge>{t('archive.version', { number: document.version })}</Badge>
        <Badge {...(document.publicity === 'public' ? {} : { icon: 'lock' as const, tone: 'warning' as const })}>
          {t(`codes.publicity.${document.publicity}`)}
        </Badge>
        {document.superseded && <Badge>{t('archive.superseded')}</Badge>}
        {document.disposedOn && <Badge>{t('archive.disposed')}</Badge>}
        {isDisposalDue(document, today()) && (
          <Badge tone="warning" icon="clock">
            {t('archive.dueBadge')}
          </Badge>
        )}
        {document.archiveStatus === 'archived' && <Badge>{t('codes.archiveStatus.archived')}</Badge>}
      </div>
      {document.superseded && newest && (
        <Note
          action={
            <RecordLink area="documents" id={newest.id}>
              {t('archive.toNewest')}
            </RecordLink>
          }
        >
          {t('archive.supersededText')}
        </Note>
      )}
      {attachment?.disposedOn && (
        <Note>
          {t('archive.disposedText', {
            day: format.day(attachment.disposedOn),
            reason: attachment.disposedReason ?? '–',
          })}
        </Note>
      )}
      {open.sealed && <Note>{t('archive.sealed')}</Note>}
      {document.publicityDerived && (
        <Note>
          {t(attachment ? 'archive.derived.home' : 'archive.derived.made')}
          {document.exemptionReason && ` (${document.exemptionReason})`}
        </Note>
      )}
      {Object.values(open.warnings).map((warning) => (
        <Note key={warning.key} tone="warning">
          {messageText(t, { key: warning.key, params: warning.params ?? {} })}
        </Note>
      ))}
    </DetailHeader>
  )
}

function AttachmentMenu({
  attachment,
  sealed,
  onRemoved,
}: {
  readonly attachment: Attachment
  readonly sealed: boolean
  readonly onRemoved: () => void
}) {
  const t = useT()
  const readOnly = useReadOnly()
  const [disposing, setDisposing] = useState(false)
  const { saveCopy, busy } = useSaveCopy()
  const remove = useCommand('attachments.remove', {
    done: t('archive.removed', { name: attachment.title }),
    problemAsToast: true,
  })
  const gone = attachment.disposedOn !== null
  return (
    <>
      <Menu
        label={t('common.more')}
        entries={[
          {
            id: 'copy',
            label: t('archive.saveCopy'),
            icon: 'download',
            disabled: gone || busy,
            run: () => void saveCopy(attachment.id),
          },
          {
            id: 'dispose',
            label: t('archive.dispose'),
            icon: 'clock',
            danger: true,
            disabled: readOnly || !isDisposalDue(attachment, today()),
            run: () => setDisposing(true),
          },
          {
            id: 'remove',
            label: t('archive.remove'),
            icon: 'remove',
            danger: true,
            disabled: readOnly || sealed,
            run: () =>
              void remove.run({ id: attachment.id }).then((reply) => {
                if (reply.ok) onRemoved()
              }),
          },
        ]}
      />
      <Dispose document={attachment} open={disposing} onClose={() => setDisposing(false)} />
    </>
  )
}

function Parts({ open }: { readonly open: OpenDocument }) {
  const { document, attachment, paper } = open
  const t = useT()
  return (
    <div className={styles.part}>
      {attachment && <DocumentFields attachment={attachment} sealed={open.sealed} />}
      {paper && <PaperAgain paper={paper} />}
      {document.source === 'package' && <PackageFiles id={document.id} />}
      <Versions open={open} />
      <section className={styles.section}>
        <h3>{t('archive.file')}</h3>
        <FileFacts document={document} />
      </section>
    </div>
  )
}

/** Every version, the newest first, and a way to add the next. */
function Versions({ open }: { readonly open: OpenDocument }) {
  const t = useT()
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const { document, attachment, versions, sealed } = open
  const newest = versions[0]
  return (
    <section className={styles.section}>
      <h3>{t('archive.versions')}</h3>
      <ol className={styles.lines} reversed>
        {versions.map((one) => (
          <li key={one.id} className={styles.version}>
            {one.id === document.id ? (
              <strong>{t('archive.version', { number: one.version })}</strong>
            ) : (
              <RecordLink area="documents" id={one.id}>
                {t('archive.version', { number: one.version })}
              </RecordLink>
            )}
            <span className={styles.quiet}>
              {[
                t('archive.made', { day: format.day(one.madeOn), name: one.madeBy }),
                one.size !== null && format.bytes(one.size),
                one.disposedOn && t('archive.disposed'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {attachment && newest && !sealed && (
        <div className={styles.buttons}>
          <WriteButton small icon="plus" onPress={() => setAdding(true)}>
            {t('archive.newVersion')}
          </WriteButton>
          <NewVersion newest={newest} open={adding} onClose={() => setAdding(false)} />
        </div>
      )}
    </section>
  )
}
