import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import styles from './plan.module.css'
import { useMessageText } from './plan-use.ts'

interface Props {
  readonly id: string
  /** The plan's own language. */
  readonly language: Language | null
}

/** The report of a plan in Word, in the language of choice: the plan's own unless another is chosen. */
export function PlanReport({ id, language: own }: Props) {
  const t = useT()
  const words = useMessageText()
  const partnership = usePartnership()
  const [chosen, setLanguage] = useState<Language | null>(null)
  const start = useCommand('plans.report')
  const { job, running, follow, cancel } = useExportJob()
  const language = chosen ?? own ?? partnership?.language ?? 'nb'
  const failed = start.problem ?? job?.problem ?? null
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{t('strategy.export.reportText')}</p>
      <Select
        label={t('strategy.export.language')}
        options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
        value={language}
        onChange={setLanguage}
      />
      {running ? (
        <JobProgress job={job} onCancel={cancel} />
      ) : (
        <div>
          <Button
            kind="primary"
            icon="download"
            busy={start.busy}
            onPress={() => void start.run({ id, language }).then(follow)}
          >
            {t('strategy.export.make')}
          </Button>
        </div>
      )}
      <JobOutcome job={job} />
      {failed && (
        <Note tone="danger">
          <span role="alert">{words(failed)}</span>
        </Note>
      )}
    </div>
  )
}
