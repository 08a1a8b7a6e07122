import { useState } from 'react'
import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { ConfirmDialog } from '#renderer/components/dialog.tsx'
import { HistoryButton } from '#renderer/components/history-button.tsx'
import { Loading, Note } from '#renderer/components/notes.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { PackageChanges } from './package-changes.tsx'
import { PackageContents } from './package-contents.tsx'
import { PackageExceptions } from './package-exceptions.tsx'
import { PackageFiles } from './package-files.tsx'
import { PackageMeeting } from './package-meeting.tsx'
import { PackageProjects } from './package-projects.tsx'
import { PackageSending } from './package-sending.tsx'
import styles from './packages.module.css'
import { SentPackage } from './sent-package.tsx'

type Opened = OutputOf<'packages.open'>

/** A package as it was made: what it holds, what changed since the one before, its files, and whether it was sent. */
export function PackageDetail({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const opened = useOperation('packages.open', { id })
  if (opened.isPending) return <Loading lines={8} />
  if (opened.error) {
    return <UnreadableDetail error={opened.error} onRetry={() => void opened.refetch()} onClose={onClose} />
  }
  return (
    <DetailPage loose>
      <Shown opened={opened.data} onClose={onClose} />
    </DetailPage>
  )
}

function Shown({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const { package: made, snapshot } = opened
  return (
    <>
      <DetailHeader
        title={made.title}
        subtitle={[
          t('packages.version', { version: made.version }),
          made.bodyName,
          t(`codes.language.${made.language}`),
        ].join(' · ')}
        tools={<HistoryButton entity="packages" id={made.id} name={made.title} />}
        onClose={onClose}
      />
      {made.sentOn === null && opened.cancelledMeetingOn !== null && (
        <Note tone="warning">{t('packages.meeting.cancelled', { day: format.day(opened.cancelledMeetingOn) })}</Note>
      )}
      <PackageFiles made={made} />
      {made.sentOn === null ? <PackageSending made={made} /> : <SentPackage opened={opened} />}
      <PackageMeeting snapshot={snapshot} />
      <PackageProjects snapshot={snapshot} />
      <PackageContents snapshot={snapshot} />
      <PackageExceptions snapshot={snapshot} />
      <PackageChanges changes={snapshot.changes} />
      <Provenance opened={opened} />
      {made.sentOn === null && <RemovePackage opened={opened} />}
    </>
  )
}

function Provenance({ opened: { package: made, snapshot } }: { readonly opened: Opened }) {
  const t = useT()
  const format = useFormat()
  return (
    <section className={styles.section}>
      <h3>{t('packages.provenance.title')}</h3>
      <dl className={styles.facts}>
        <dt>{t('packages.fields.period')}</dt>
        <dd>
          {format.day(made.periodFrom)} – {format.day(made.periodTo)}
        </dd>
        {made.meetingId !== null && (
          <>
            <dt>{t('packages.fields.withConfidential')}</dt>
            <dd>{t(made.withConfidential ? 'packages.meeting.shown' : 'packages.meeting.withheld')}</dd>
          </>
        )}
        <dt>{t('packages.fields.madeOn')}</dt>
        <dd>{format.instant(made.madeOn)}</dd>
        <dt>{t('packages.fields.madeBy')}</dt>
        <dd>{made.madeBy ?? '–'}</dd>
        <dt>{t('packages.provenance.dataAsOf')}</dt>
        <dd>{format.instant(snapshot.package.dataAsOf)}</dd>
        <dt>{t('packages.fields.hash')}</dt>
        <dd>
          <code className={styles.hash}>{made.snapshotSha256}</code>
        </dd>
      </dl>
      <p className={styles.quiet}>{t('packages.provenance.text')}</p>
    </section>
  )
}

/** Only the newest of a body can go: a later one tells what changed since the one before it. */
function RemovePackage({ opened: { package: made } }: { readonly opened: Opened }) {
  const t = useT()
  const go = useGo()
  const toasts = useToasts()
  const [asking, setAsking] = useState(false)
  const all = useOperation('packages.list', {})
  const remove = useCommand('packages.remove')
  const newest = Math.max(...(all.data ?? []).filter((one) => one.bodyId === made.bodyId).map((one) => one.version))
  if (!all.data) return null
  if (made.version < newest) return <p className={styles.quiet}>{t('packages.remove.notNewest')}</p>
  async function confirm() {
    const reply = await remove.run({ id: made.id })
    if (!reply.ok) return
    toasts.show({ text: t('packages.remove.done') })
    go('packages', null, { keepSearch: true })
  }
  return (
    <div className={styles.actions}>
      <WriteButton small kind="quiet" icon="remove" onPress={() => setAsking(true)}>
        {t('packages.remove.action')}
      </WriteButton>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('packages.remove.title', { version: made.version })}
        confirm={t('packages.remove.action')}
        onConfirm={() => void confirm()}
        busy={remove.busy}
      >
        <p>{t('packages.remove.text')}</p>
        {remove.problem && (
          <Note tone="danger">
            <span role="alert">{remove.problemText}</span>
          </Note>
        )}
      </ConfirmDialog>
    </div>
  )
}
