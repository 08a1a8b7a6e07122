import { useCallback } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFollowedJob } from '#renderer/lib/use-followed-job.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from '../settings.module.css'
import { BackupList } from './backup-list.tsx'
import { BackupPlace } from './backup-place.tsx'
import { BackupProgress } from './backup-progress.tsx'
import { reasonText } from './reason-text.ts'

type State = OutputOf<'backups.state'>

/** How safe the file is, its backups here and in the second place, and the way back to each of them. */
export function BackupsPage() {
  const t = useT()
  const format = useFormat()
  const state = useOperation('backups.state', {})
  // The way back must be in sight where nothing else can be read.
  if (state.error) {
    return (
      <>
        <ErrorNote error={state.error} onRetry={() => void state.refetch()} />
        <BackupList where="here" title={t('backups.here')} newest={null} />
      </>
    )
  }
  if (!state.data) return <Loading />
  const { newest, restored, place, damagedCopy } = state.data
  return (
    <>
      <p className={styles.quiet}>{t('backups.text')}</p>
      <Note tone="info">{t('backups.confidential')}</Note>
      {restored && (
        <Note tone="info">
          {t('backups.restored', { at: format.instant(restored.at), madeAt: format.instant(restored.madeAt) })}
        </Note>
      )}
      {damagedCopy && <Note tone="warning">{t('backups.dialog.doneDamaged', { file: damagedCopy })}</Note>}
      <Now state={state.data} />
      <BackupList where="here" title={t('backups.here')} newest={newest?.madeAt ?? null} />
      <BackupPlace place={place} />
      {place && <BackupList where="place" title={t('backups.there')} newest={null} />}
    </>
  )
}

/** The newest backup, what it lacks, and a new one by a press. */
function Now({ state }: { readonly state: State }) {
  const t = useT()
  const format = useFormat()
  const toasts = useToasts()
  const make = useCommand('backups.make')
  const { job, running, problem, follow } = useFollowedJob(
    useCallback(() => toasts.show({ text: t('backups.made') }), [toasts, t]),
  )
  return (
    <div className={styles.fields}>
      <dl className={styles.facts}>
        <dt>{t('backups.newest')}</dt>
        <dd>
          {state.newest
            ? `${format.instant(state.newest.madeAt)} · ${t(`backups.reasons.${state.newest.reason}`)}`
            : t('backups.never')}
          {state.newest && (
            <>
              <br />
              <span className={styles.quiet}>
                {state.changesSince === 0 ? t('backups.upToDate') : t('backups.since', { count: state.changesSince })}
              </span>
            </>
          )}
        </dd>
      </dl>
      {state.problem && (
        <Note tone="warning">
          {t('backups.failed')} {reasonText(t, state.problem)} {t('backups.failedHint')}
        </Note>
      )}
      {running ? (
        <BackupProgress job={job} />
      ) : (
        <div className={styles.row}>
          <Button icon="plus" busy={make.busy} onPress={() => void make.run({}).then(follow)}>
            {t('backups.make')}
          </Button>
        </div>
      )}
      {make.problem && <ErrorNote error={make.problem} />}
      {problem && !state.problem && <ErrorNote error={problem} />}
    </div>
  )
}
