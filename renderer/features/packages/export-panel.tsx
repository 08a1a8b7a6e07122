import { Button } from '#renderer/components/button.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { PackageFormat } from '#shared/domain/records/board-package.ts'
import type { PackageEdition } from '#shared/domain/records/package-template.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './packages.module.css'

interface Props {
  readonly packageId: string
  readonly format: PackageFormat
  readonly editions: readonly PackageEdition[]
}

/** The package in one format: made on a press, with its progress, a way to stop it, and what to do with it after. */
export function ExportPanel({ packageId, format, editions }: Props) {
  const t = useT()
  const start = useCommand('packages.export')
  const { job, running, follow, cancel } = useExportJob()
  const name = t(`codes.packageFormat.${format}`)
  const text = format === 'pdf' ? t('packageSending.pdfText') : t(`packages.export.${format}Text`)
  const problem =
    start.problemText ??
    (job?.problem ? messageText(t, { key: job.problem.key, params: job.problem.params ?? {} }) : undefined)
  return (
    <div className={styles.export}>
      <div className={styles.exportTop}>
        <Icon name={format === 'xlsx' ? 'table' : 'file'} size={20} />
        <div className={styles.exportWords}>
          <p className={styles.strong}>{name}</p>
          <p className={styles.quiet}>{text}</p>
        </div>
      </div>
      {running ? (
        <JobProgress job={job} onCancel={cancel} />
      ) : (
        <div className={styles.actions}>
          <Button
            icon="download"
            busy={start.busy}
            onPress={() => void start.run({ id: packageId, formats: [format], editions: [...editions] }).then(follow)}
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
