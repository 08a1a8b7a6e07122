import { Button, IconButton } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { ErrorNote, ProgressBar } from '#renderer/components/notes.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { problemText } from '#renderer/lib/problem-text.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './opening.module.css'
import { UnlockForm } from './unlock-form.tsx'

type Trouble = NonNullable<OutputOf<'opening.trouble'>>
/** The ways that are a button; entering a code is a form. */
type Way = Exclude<Trouble['waysOut'][number], 'enterCode'>

/** Troubles of a file that could be opened. */
const titles: Partial<
  Record<Trouble['state'], 'opening.walTitle' | 'opening.keptEndingTitle' | 'opening.encryptedTitle'>
> = {
  walDamaged: 'opening.walTitle',
  keptEnding: 'opening.keptEndingTitle',
  encrypted: 'opening.encryptedTitle',
}

/** A file that could not be opened: what happened, what is safe, and the ways out, the best first. */
export function TroublePanel({ trouble }: { readonly trouble: Trouble }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const commands = {
    retry: useCommand('opening.retry'),
    restoreBackup: useCommand('opening.restoreNewest'),
    openCopy: useCommand('opening.openCopy'),
    salvage: useCommand('opening.salvage'),
  }
  const ways = trouble.waysOut.filter((way) => way !== 'enterCode')
  // Nothing is the matter with a file that only lacks its code.
  const calm = trouble.state === 'encrypted'
  const dismiss = useCommand('opening.dismiss')
  const busy = Object.values(commands).some((command) => command.busy)
  // A try that gave the same again says nothing new; what went wrong on a way out does.
  const failed = [commands.restoreBackup, commands.openCopy, commands.salvage].find(({ problem }) => problem)?.problem
  const hints: Partial<Record<Way, string>> = {
    ...(trouble.backup
      ? { restoreBackup: t('opening.hints.restoreBackup', { when: format.instant(trouble.backup.madeAt) }) }
      : {}),
    salvage: t('opening.hints.salvage'),
    openCopy: t('opening.hints.openCopy'),
  }

  async function take(way: Way): Promise<void> {
    const reply = await commands[way].run({ id: trouble.id })
    if (reply.ok && reply.value) go('home')
  }
  return (
    <section className={styles.panel} data-calm={calm || undefined} aria-labelledby="trouble">
      <div className={styles.head}>
        <Icon name={calm ? 'lock' : 'warning'} />
        <h2 id="trouble">{t(titles[trouble.state] ?? 'opening.title', { file: trouble.fileName })}</h2>
        <IconButton
          icon="close"
          label={t('opening.ways.dismiss')}
          disabled={busy}
          onPress={() => void dismiss.run({ id: trouble.id })}
        />
      </div>
      <p role="alert">
        {problemText(t, { code: 'unavailable', ...trouble.problem, params: trouble.problem.params ?? {} })}
      </p>
      <p>
        {t(`opening.state.${trouble.state}`, {
          host: trouble.openBy?.host ?? '',
          since: trouble.openBy ? format.instant(trouble.openBy.since) : '',
        })}
      </p>
      <p className={styles.place}>{t('opening.place', { location: trouble.location })}</p>
      {trouble.waysOut.includes('enterCode') && <UnlockForm key={trouble.id} id={trouble.id} />}
      {ways.length > 0 && (
        <div className={styles.ways}>
          {ways.map((way, at) => (
            <div key={way} className={styles.way}>
              <Button
                kind={at === 0 ? 'primary' : 'normal'}
                busy={commands[way].busy}
                disabled={busy && !commands[way].busy}
                onPress={() => void take(way)}
              >
                {t(`opening.ways.${way}`)}
              </Button>
              {hints[way] && <span>{hints[way]}</span>}
            </div>
          ))}
        </div>
      )}
      {commands.salvage.busy && <ProgressBar label={t('opening.salvaging')} progress={null} />}
      {commands.restoreBackup.busy && <ProgressBar label={t('opening.restoring')} progress={null} />}
      {failed && !busy && <ErrorNote error={failed} />}
    </section>
  )
}
