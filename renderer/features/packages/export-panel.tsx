import { useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Note, ProgressBar } from '#renderer/components/notes.tsx'
import { download } from '#renderer/lib/host.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useSavedFile } from '#renderer/lib/use-saved-file.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { nb } from '#shared/i18n/nb/index.ts'
import styles from './packages.module.css'

type Job = NonNullable<OutputOf<'jobs.show'>>
interface Props {
  readonly packageId: string
  readonly format: 'docx' | 'xlsx'
}

/** One of the package's two files: made on a press, with its progress, a way to stop it, and what to do with it after. */
export function ExportPanel({ packageId, format }: Props) {
  const t = useT()
  const [jobId, setJobId] = useState<string | null>(null)
  const start = useCommand('packages.export')
  const cancel = useCommand('jobs.cancel')
  const watched = useOperation('jobs.show', { id: jobId ?? '' }, { enabled: jobId !== null })
  const job = jobId === null ? null : (watched.data ?? null)
  const running = jobId !== null && (job === null || job.state === 'working' || job.state === 'asking')
  async function run() {
    const reply = await start.run({ id: packageId, format })
    setJobId(reply.ok ? reply.value.jobId : null)
  }
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
        <div className={styles.running}>
          <ProgressBar label={t(stepKey(job?.step))} progress={job?.progress ?? 0} />
          <Button small onPress={() => jobId && void cancel.run({ id: jobId })}>
            {t('common.cancel')}
          </Button>
        </div>
      ) : (
        <div className={styles.actions}>
          <Button icon="download" busy={start.busy} onPress={() => void run()}>
            {problem ? t('common.retry') : t('packages.export.action', { name })}
          </Button>
        </div>
      )}
      <div role="status" className={styles.outcome}>
        {job?.state === 'cancelled' && <p className={styles.quiet}>{t('packages.export.cancelled')}</p>}
        {job?.state === 'done' && job.file && <Saved key={job.id} file={job.file} />}
      </div>
      {problem && (
        <Note tone="danger">
          <span role="alert">{problem}</span>
        </Note>
      )}
    </div>
  )
}

const steps = Object.keys(nb.packages.steps)
/** The words of the step under way; a step that no catalogue knows is plain "working". */
function stepKey(step: string | undefined) {
  const last = step?.split('.').at(-1) ?? ''
  // The list is made of the very keys.
  const known = (steps.includes(last) ? last : 'working') as keyof typeof nb.packages.steps
  return `packages.steps.${known}` as const
}

/** A browser gets the file as a download, at once and by a link; the desktop can open it or show where it lies. */
function Saved({ file }: { readonly file: NonNullable<Job['file']> }) {
  const t = useT()
  const format = useFormat()
  const { open, reveal } = useSavedFile()
  const delivered = useRef(false)
  const { url } = file
  useEffect(() => {
    if (!url || delivered.current) return
    delivered.current = true
    download(url)
  }, [url])
  return (
    <div className={styles.saved}>
      <p>
        <Icon name="check" size={14} /> {t('packages.export.done', { name: file.name, size: format.bytes(file.size) })}
      </p>
      <div className={styles.actions}>
        {url && (
          <a href={url} download={file.name}>
            {t('packages.export.download')}
          </a>
        )}
        {open && (
          <Button small onPress={() => open(file.fileId)}>
            {t('common.open')}
          </Button>
        )}
        {reveal && (
          <Button small icon="folder" onPress={() => reveal(file.fileId)}>
            {t('common.showInFolder')}
          </Button>
        )}
      </div>
    </div>
  )
}
