import { Button } from '#renderer/components/button.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf, Reply } from '#shared/contract/dispatcher.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './documents.module.css'

type Paper = NonNullable<OutputOf<'documents.open'>['paper']>
type Started = Promise<Reply<{ jobId: string }>>

/** Makes a paper again: Fyr keeps what it was, not its bytes. */
export function PaperAgain({ paper }: { readonly paper: Paper }) {
  const t = useT()
  const start = useCommand('papers.export')
  const { kind, bodyId, meetingId, decisionId, language, redacted, format } = paper
  return (
    <MakeFile
      text={t('archive.paperText')}
      start={start}
      offers={[{ format, run: () => start.run({ kind, bodyId, meetingId, decisionId, language, redacted, format }) }]}
    />
  )
}

/** Makes a package's files: they come out the same each time. */
export function PackageFiles({ id }: { readonly id: string }) {
  const t = useT()
  const start = useCommand('packages.export')
  return (
    <>
      <MakeFile
        text={t('archive.packageText')}
        start={start}
        offers={(['docx', 'xlsx'] as const).map((format) => ({
          format,
          run: () => start.run({ id, formats: [format], editions: ['full'] }),
        }))}
      />
      <p>
        <RecordLink area="packages" id={id}>
          {t('archive.openPackage')}
        </RecordLink>
      </p>
    </>
  )
}

interface Props {
  readonly text: string
  readonly start: { readonly problem: Problem | null; readonly busy: boolean }
  readonly offers: readonly { readonly format: Paper['format'] | 'xlsx'; readonly run: () => Started }[]
}

function MakeFile({ text, start, offers }: Props) {
  const t = useT()
  const { job, running, follow, cancel } = useExportJob()
  const failed = job?.problem ?? null
  return (
    <section className={styles.section}>
      <h3>{t('archive.again')}</h3>
      <p>{text}</p>
      {running ? (
        <JobProgress job={job} onCancel={cancel} />
      ) : (
        <div className={styles.buttons}>
          {offers.map(({ format, run }) => (
            <Button key={format} icon="download" busy={start.busy} onPress={() => void run().then(follow)}>
              {t('archive.fileAs', { format: t(`archive.formats.${format}`) })}
            </Button>
          ))}
        </div>
      )}
      <JobOutcome job={job} />
      {start.problem && <ErrorNote error={start.problem} />}
      {failed && !running && <p role="alert">{messageText(t, { key: failed.key, params: failed.params ?? {} })}</p>}
    </section>
  )
}
