import { useCallback } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFollowedJob } from '#renderer/lib/use-followed-job.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { entities } from '#shared/contract/desk.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from '../settings.module.css'
import { BackupProgress } from './backup-progress.tsx'

type Backup = OutputOf<'backups.list'>[number]
type Preview = OutputOf<'backups.preview'>

/** What a backup holds and what restoring it would take away, before it is done. */
export function RestoreDialog({
  where,
  backup,
  onClose,
}: {
  readonly where: 'here' | 'place'
  readonly backup: Backup
  readonly onClose: () => void
}) {
  const t = useT()
  const format = useFormat()
  const toasts = useToasts()
  const which = { where, backupId: backup.id }
  const preview = useOperation('backups.preview', which)
  const restore = useCommand('backups.restore')
  const finish = useCallback(() => {
    toasts.show({ text: t('backups.dialog.done') })
    onClose()
  }, [toasts, t, onClose])
  const { job, running, problem, follow } = useFollowedJob(finish)
  const failed = restore.problem ?? problem
  return (
    <Dialog
      open
      onClose={running ? () => {} : onClose}
      closeOutside={false}
      title={t('backups.dialog.title', { when: format.instant(backup.madeAt) })}
      actions={
        running ? undefined : (
          <>
            <Button onPress={onClose} autoFocus>
              {t('common.cancel')}
            </Button>
            <Button
              kind="danger"
              busy={restore.busy}
              disabled={!preview.data}
              onPress={() => void restore.run(which).then(follow)}
            >
              {t('backups.dialog.confirm')}
            </Button>
          </>
        )
      }
    >
      <div className={styles.fields}>
        {running ? (
          <BackupProgress job={job} />
        ) : (
          <>
            {preview.isPending && <Loading />}
            {preview.error && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
            {preview.data && <Losses preview={preview.data} />}
            <p>{t('backups.dialog.kept')}</p>
            <Facts backup={backup} />
          </>
        )}
        {failed && <ErrorNote error={failed} />}
      </div>
    </Dialog>
  )
}

/** The registers by which people know their file; what hangs on these records would fill the dialog. */
const told = [
  'companies',
  'visits',
  'followUps',
  'partners',
  'commitments',
  'projects',
  'milestones',
  'plans',
  'goals',
  'indicators',
  'meetings',
  'decisions',
  'actions',
  'attachments',
  'packages',
] as const satisfies readonly (typeof entities)[number][]

function Facts({ backup }: { readonly backup: Backup }) {
  const t = useT()
  const format = useFormat()
  const held = told.map((entity) => ({ entity, count: backup.counts[entity] ?? 0 })).filter(({ count }) => count > 0)
  return (
    <dl className={styles.facts}>
      <dt>{t('backups.dialog.reason')}</dt>
      <dd>{t(`backups.reasons.${backup.reason}`)}</dd>
      <dt>{t('backups.dialog.size')}</dt>
      <dd>{format.bytes(backup.size)}</dd>
      <dt>{t('backups.dialog.version')}</dt>
      <dd>{backup.app}</dd>
      <dt>{t('backups.dialog.holds')}</dt>
      <dd>
        {held
          .map(({ entity, count }) =>
            t('backups.dialog.count', { what: t(`app.entities.${entity}`), number: format.number(count) }),
          )
          .join(' · ')}
      </dd>
    </dl>
  )
}

function Losses({ preview }: { readonly preview: Preview }) {
  const t = useT()
  const { lost, returning, erasures } = preview
  return (
    <>
      {lost.count === 0 ? (
        <p>{t('backups.dialog.lostNone')}</p>
      ) : (
        <div>
          <p>{t('backups.dialog.lost', { count: lost.count })}</p>
          <ul className={styles.lost}>
            {lost.newest.map((change) => (
              <li key={change.stamp}>
                <LostChange change={change} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {returning > 0 && <p>{t('backups.dialog.returning', { count: returning })}</p>}
      {erasures > 0 && <Note tone="warning">{t('backups.dialog.erasures', { count: erasures })}</Note>}
    </>
  )
}

function LostChange({ change }: { readonly change: Preview['lost']['newest'][number] }) {
  const t = useT()
  const format = useFormat()
  const { record, others } = change
  const entity = entities.find((one) => one === record?.entity)
  const name = record && [record.name, format.day(record.day)].filter(Boolean).join(' ')
  return (
    <>
      {record && entity && (
        <>
          {name ? t('backups.dialog.change', { what: t(`app.entities.${entity}`), name }) : t(`app.entities.${entity}`)}
          , {t(`backups.dialog.deeds.${record.deed}`)}
          {others > 0 && ` ${t('backups.dialog.others', { count: others })}`}
          <br />
        </>
      )}
      <span className={styles.quiet}>
        {change.actor || t('backups.dialog.someone')} · {format.instant(change.at)}
      </span>
    </>
  )
}
