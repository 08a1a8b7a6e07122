import { Button } from '#renderer/components/button.tsx'
import { ErrorNote, Note } from '#renderer/components/notes.tsx'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from '../settings.module.css'
import { reasonText } from './reason-text.ts'

type Place = OutputOf<'backups.state'>['place']

/** The second place: chosen, changed, left, and caught up where it was away. */
export function BackupPlace({ place }: { readonly place: Place }) {
  const t = useT()
  const toasts = useToasts()
  const choose = useCommand('backups.setPlace')
  const stop = useCommand('backups.clearPlace', { done: t('backups.place.stopped') })
  const retry = useCommand('backups.catchUp')
  async function copyNow() {
    const reply = await retry.run({})
    if (!reply.ok) return
    const { copied } = reply.value
    toasts.show({ text: copied === 0 ? t('backups.place.copiedNone') : t('backups.place.copied', { count: copied }) })
  }
  return (
    <section className={styles.fields} aria-labelledby="backup-place">
      <h3 id="backup-place">{t('backups.place.title')}</h3>
      {place ? <PlaceState place={place} /> : <p className={styles.quiet}>{t('backups.place.text')}</p>}
      <div className={styles.row}>
        {place && (
          <Button icon="download" busy={retry.busy} onPress={() => void copyNow()}>
            {t('backups.place.retry')}
          </Button>
        )}
        <Button icon="folder" busy={choose.busy} onPress={() => void choose.run({})}>
          {t(place ? 'backups.place.change' : 'backups.place.choose')}
        </Button>
        {place && (
          <Button kind="quiet" busy={stop.busy} onPress={() => void stop.run({})}>
            {t('backups.place.stop')}
          </Button>
        )}
      </div>
      {choose.problem && <ErrorNote error={choose.problem} />}
      {stop.problem && <ErrorNote error={stop.problem} />}
      {/* The state tells what a copy failed of; only what it can't tell is said here. */}
      {retry.problem && !place?.problem && <ErrorNote error={retry.problem} />}
    </section>
  )
}

function PlaceState({ place }: { readonly place: NonNullable<Place> }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <p className={styles.path}>{place.path}</p>
      {place.problem ? (
        <Note tone="warning">
          {place.lacking > 0 ? t('backups.place.lacking', { count: place.lacking }) : t('backups.place.failed')}{' '}
          {reasonText(t, place.problem)}
        </Note>
      ) : (
        <p role="status" className={styles.quiet}>
          {place.caughtUpAt
            ? t('backups.place.caughtUp', { at: format.instant(place.caughtUpAt) })
            : t('backups.place.waiting')}
        </p>
      )}
    </>
  )
}
