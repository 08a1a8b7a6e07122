import { Button } from '#renderer/components/button.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './packages.module.css'

interface Props {
  readonly packageId: string
  readonly format: 'docx' | 'xlsx'
}

/** One of the package's two files: made on a press, with its progress, a way to stop it, and what to do with it after. */
export function ExportPanel({ packageId, format }: Props) {
  const t = useT()
  const start = useCommand('packages.export')
  const { job, running, follow, cancel } = useExportJob()
  const name = t(`packages.export.${format}`)
  const problem =
    start.problemText ??
    (job?.problem ? messageText(t, { key: job.problem.key, params: job.problem.params ?? {} }) : undefined)
  return (
    <div className={styles.export}>
      <div className={styles.exportTop}>
        <Icon name={format === 'docx' ? 'file' : 'table'} size={20} />
        <div className={styles.exportWords}>
          <p className={styles.strong}>{name}</p>
          <p className={styles.quiet}>{t(`packages.export.${format}Text`)}</p>
        </div>
      </div>
      {running ? (
        <JobProgress job={job} onCancel={cancel} />
      ) : (
        <div className={styles.actions}>
          <Button
            icon="download"
            busy={start.busy}
            onPress={() => void start.run({ id: packageId, formats: [format], editions: ['full'] }).then(follow)}
          >
            {problem ? t('common.retry') : t('packages.export.action', { name })}
          </Button>
        </div>
      )}
      <JobOutcome job={job} />
      {problem && (
        <Note tone="danger">
          <span role="alert">{problem}</span>
        </Note>
      )}
    </div>
  )
}
