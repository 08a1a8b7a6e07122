import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { Loading, Note } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { leadToRefused } from '#renderer/lib/use-focus-problem.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { FileChoice, useFileChoice } from './file-choice.tsx'
import styles from './packages.module.css'
import { PagesButton } from './pages-dialog.tsx'

/** The package's files: ticked, made at once, with their progress, a way to stop it, and what to do with them after. */
export function PackageFiles({ made }: { readonly made: OutputOf<'packages.open'>['package'] }) {
  const t = useT()
  const form = useRef<HTMLElement>(null)
  const choice = useFileChoice(made)
  const [tried, setTried] = useState(false)
  const start = useCommand('packages.export')
  const { job, running, follow, cancel } = useExportJob()
  const { value, count } = choice
  const problem =
    start.problemText ??
    (job?.problem ? messageText(t, { key: job.problem.key, params: job.problem.params ?? {} }) : undefined)
  async function make() {
    setTried(true)
    if (count === 0) return leadToRefused(form.current)
    follow(await start.run({ id: made.id, ...value, remember: true }))
  }
  return (
    <section ref={form} className={styles.section}>
      <h3>{t('packages.export.title')}</h3>
      {choice.isPending ? (
        <Loading lines={3} />
      ) : (
        <FileChoice
          choice={choice}
          labels={{ formats: t('packages.export.formats'), editions: t('packageSending.editions') }}
          tried={tried}
          explained
        />
      )}
      {choice.noPdf && <Note>{t('problems.noPdf')}</Note>}
      {running ? (
        <JobProgress job={job} onCancel={cancel} />
      ) : (
        <div className={styles.actions}>
          <Button icon="download" busy={start.busy || choice.isPending} onPress={() => void make()}>
            {problem ? t('common.retry') : t('packages.export.make', { count: Math.max(count, 1) })}
          </Button>
          <PagesButton of={{ id: made.id }} withConfidential={made.withConfidential} />
          {count > 1 && <span className={styles.quiet}>{t('packages.export.zipped')}</span>}
        </div>
      )}
      <JobOutcome job={job} />
      {problem && !running && (
        <Note tone="danger">
          <span role="alert">{problem}</span>
        </Note>
      )}
    </section>
  )
}
