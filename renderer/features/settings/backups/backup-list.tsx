import { useCallback, useId, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ConfirmDialog } from '#renderer/components/dialog.tsx'
import { Menu, type MenuEntry } from '#renderer/components/menu.tsx'
import { Badge, EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFollowedJob } from '#renderer/lib/use-followed-job.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useSavedFile } from '#renderer/lib/use-saved-file.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import styles from '../settings.module.css'
import { BackupProgress } from './backup-progress.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

type Backup = OutputOf<'backups.list'>[number]
type Where = 'here' | 'place'

/** The backups of one place, newest first. `newest`: instant of the one that can't be deleted. */
export function BackupList({
  where,
  title,
  newest,
}: {
  readonly where: Where
  readonly title: string
  readonly newest: string | null
}) {
  const t = useT()
  const heading = useId()
  const list = useOperation('backups.list', { where })
  const [restoring, setRestoring] = useState<Backup | null>(null)
  return (
    <section className={styles.fields} aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {list.isPending && <Loading />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 &&
        (where === 'here' ? (
          <EmptyState icon="history" title={t('backups.empty')}>
            {t('backups.emptyText')}
          </EmptyState>
        ) : (
          <p className={styles.quiet}>{t('backups.emptyThere')}</p>
        ))}
      {list.data && list.data.length > 0 && (
        <ul className={styles.register}>
          {list.data.map((backup) => (
            <Line
              key={backup.id}
              backup={backup}
              where={where}
              mayRemove={where === 'here' && backup.madeAt !== newest}
              onRestore={() => setRestoring(backup)}
            />
          ))}
        </ul>
      )}
      {restoring && <RestoreDialog where={where} backup={restoring} onClose={() => setRestoring(null)} />}
    </section>
  )
}

function Line({
  backup,
  where,
  mayRemove,
  onRestore,
}: {
  readonly backup: Backup
  readonly where: Where
  readonly mayRemove: boolean
  readonly onRestore: () => void
}) {
  const t = useT()
  const format = useFormat()
  const titleId = useId()
  const toasts = useToasts()
  const { reveal } = useSavedFile()
  const check = useCommand('backups.check', { problemAsToast: true })
  const copy = useCommand('backups.restoreCopy', { problemAsToast: true })
  const [removing, setRemoving] = useState(false)
  const { job, running, problem, follow } = useFollowedJob(useCallback(() => {}, []))
  async function saveCopy() {
    const reply = await copy.run({ where, backupId: backup.id })
    if (!reply.ok || !reply.value) return
    const { fileId, name } = reply.value
    toasts.show({
      text: t('backups.copied', { name }),
      ...(reveal ? { action: { label: t('common.showInFolder'), run: () => reveal(fileId) } } : {}),
    })
  }
  const entries: MenuEntry[] = [
    {
      id: 'check',
      label: t('backups.check'),
      icon: 'check',
      run: () => void check.run({ where, backupId: backup.id }).then(follow),
    },
    { id: 'copy', label: t('backups.copy'), icon: 'download', disabled: !backup.good, run: () => void saveCopy() },
    ...(mayRemove
      ? [
          {
            id: 'remove',
            label: t('backups.remove'),
            icon: 'remove' as const,
            danger: true,
            run: () => setRemoving(true),
          },
        ]
      : []),
  ]
  return (
    <li className={`${styles.record} ${styles.review}`}>
      <div className={styles.reviewWords}>
        <span className={styles.title} id={titleId}>
          {format.instant(backup.madeAt)}
          {!backup.good && <Badge tone="danger">{t('backups.damaged')}</Badge>}
        </span>
        <span className={styles.quiet}>
          {[
            t(`backups.reasons.${backup.reason}`),
            format.bytes(backup.size),
            ...(backup.checked?.good ? [t('backups.checkedAt', { at: format.instant(backup.checked.at) })] : []),
          ].join(' · ')}
        </span>
        {job?.state === 'done' && <span role="status">{outcome(t, backup)}</span>}
      </div>
      <div className={styles.row}>
        {running ? (
          <BackupProgress job={job} />
        ) : (
          <>
            <Button small disabled={!backup.good} describedBy={titleId} onPress={onRestore}>
              {t('backups.restore')}
            </Button>
            <Menu label={t('backups.more')} icon="more" describedBy={titleId} entries={entries} />
          </>
        )}
      </div>
      {problem && <ErrorNote error={problem} />}
      {removing && <RemoveDialog backup={backup} onClose={() => setRemoving(false)} />}
    </li>
  )
}

function outcome(t: Translate, { good, checked }: Backup): string {
  if (!good) return t('backups.checkBad')
  const findings = checked?.findings ?? 0
  return findings > 0 ? t('backups.checkFindings', { count: findings }) : t('backups.checkGood')
}

function RemoveDialog({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const remove = useCommand('backups.remove', { done: t('backups.removed') })
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('backups.removeTitle', { when: format.instant(backup.madeAt) })}
      confirm={t('backups.removeConfirm')}
      busy={remove.busy}
      onConfirm={() => void remove.run({ backupId: backup.id }).then((reply) => reply.ok && onClose())}
    >
      <p>{t('backups.removeText')}</p>
      {remove.problem && <ErrorNote error={remove.problem} />}
    </ConfirmDialog>
  )
}
