import { useEffect, useRef, useState } from 'react'
import { download } from '#renderer/lib/host.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useSavedFile } from '#renderer/lib/use-saved-file.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useUnsavedHere } from '#renderer/lib/use-unsaved.ts'
import type { OutputOf, Reply } from '#shared/contract/dispatcher.ts'
import { someWords } from '#shared/i18n/translator.ts'
import { Button } from './button.tsx'
import { DocumentFindings } from './document-findings.tsx'
import styles from './export-job.module.css'
import { Icon } from './icon.tsx'
import { ProgressBar } from './notes.tsx'
import { UnsavedDocument } from './unsaved-document.tsx'

type Job = NonNullable<OutputOf<'jobs.show'>>

/** The making of one file: started, followed, cancelled. */
export function useExportJob() {
  const [jobId, setJobId] = useState<string | null>(null)
  const cancel = useCommand('jobs.cancel')
  const watched = useOperation('jobs.show', { id: jobId ?? '' }, { enabled: jobId !== null })
  const shown = jobId === null ? null : (watched.data ?? null)
  // Why it was not saved is told with the document that waits, not once more by the panel.
  const job = shown?.unsaved ? { ...shown, problem: null } : shown
  return {
    job,
    running: jobId !== null && (job === null || job.state === 'working' || job.state === 'asking'),
    /** Follows the job that a command has started; none where it was refused. */
    follow: (reply: Reply<{ jobId: string }>) => setJobId(reply.ok ? reply.value.jobId : null),
    cancel: () => {
      if (jobId) void cancel.run({ id: jobId })
    },
  }
}

/** How far it has come, and a way to stop it. */
export function JobProgress({ job, onCancel }: { readonly job: Job | null; readonly onCancel: () => void }) {
  const t = useT()
  return (
    <div className={styles.running}>
      <ProgressBar label={t(stepKey(job?.step))} progress={job?.progress ?? 0} />
      <Button small onPress={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}

/** What came of it, read aloud when it comes: the file, the document that could not be saved, or that it was cancelled. */
export function JobOutcome({ job }: { readonly job: Job | null }) {
  const t = useT()
  const unsaved = useUnsavedHere(job?.unsaved ?? null)
  return (
    <>
      {unsaved && <UnsavedDocument document={unsaved} told />}
      <div role="status" className={styles.outcome}>
        {job?.state === 'cancelled' && <p className={styles.quiet}>{t('packages.export.cancelled')}</p>}
        {job?.state === 'done' && job.file && <Saved key={job.id} file={job.file} />}
        {job?.state === 'done' && <DocumentFindings files={job.findings} />}
      </div>
    </>
  )
}

/** The words of the step under way; a step that no catalogue knows is plain "working". */
function stepKey(step: string | undefined) {
  const last = step?.split('.').at(-1) ?? ''
  const { steps } = someWords().packages
  // Asked of the very keys.
  const known = (Object.hasOwn(steps, last) ? last : 'working') as keyof typeof steps
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
    download(url, file.name)
  }, [url, file.name])
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
