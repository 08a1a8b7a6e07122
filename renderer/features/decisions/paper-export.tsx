import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { ExportProblem } from '#renderer/components/export-problem.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import styles from './decisions.module.css'

interface Props {
  /** The body at hand; null = the first one, and the choice is offered. */
  readonly bodyId: string | null
  /** The decision to make an extract of; null = the follow-up list of the body. */
  readonly decision: { readonly id: string; readonly meetingId: string } | null
}

/** The follow-up list of a body over all its meetings, or the extract of one decision, as a Word document. */
export function PaperExport({ bodyId: given, decision }: Props) {
  const t = useT()
  const bodies = useOperation('bodies.list', {})
  const partnership = usePartnership()
  const [chosenBody, setBody] = useState<string | null>(given)
  const [chosenLanguage, setLanguage] = useState<Language | null>(null)
  const [redacted, setRedacted] = useState(false)
  const start = useCommand('papers.export')
  const { job, running, follow, cancel } = useExportJob()
  const bodyId = chosenBody ?? bodies.data?.[0]?.id ?? null
  const language = chosenLanguage ?? partnership?.language ?? 'nb'
  async function run(overEdits = false) {
    if (bodyId === null) return
    const reply = await start.run({
      kind: decision ? 'extract' : 'followUpList',
      bodyId,
      meetingId: decision?.meetingId ?? null,
      decisionId: decision?.id ?? null,
      language,
      redacted,
      format: 'docx',
      overEdits,
    })
    follow(reply)
  }
  const failed = start.problem ?? job?.problem ?? null
  return (
    <div className={styles.export}>
      {!decision && <p className={styles.quiet}>{t('decisions.export.text')}</p>}
      <div className={styles.pair}>
        {!decision && (
          <Select
            label={t('decisions.export.body')}
            options={(bodies.data ?? []).map((body) => ({ key: body.id, label: body.name }))}
            value={bodyId}
            onChange={setBody}
          />
        )}
        <Select
          label={t('decisions.export.language')}
          options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <Checkbox label={t('decisions.export.redacted')} checked={redacted} onChange={setRedacted} />
      {running ? (
        <JobProgress job={job} onCancel={cancel} />
      ) : (
        <div>
          <Button
            kind="primary"
            icon="download"
            busy={start.busy}
            disabled={bodyId === null}
            onPress={() => void run()}
          >
            {t('decisions.export.make')}
          </Button>
        </div>
      )}
      <JobOutcome job={job} />
      {failed && !running && <ExportProblem problem={failed} onRun={(overEdits) => void run(overEdits)} />}
    </div>
  )
}
