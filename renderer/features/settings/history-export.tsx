import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './settings.module.css'

const formats = ['xlsx', 'csv'] as const

/** The log as it is filtered, as a file. */
export function HistoryExport({ filter }: { readonly filter: InputOf<'history.export'>['filter'] }) {
  const t = useT()
  const partnership = usePartnership()
  const [chosen, setLanguage] = useState<Language | null>(null)
  const [format, setFormat] = useState<(typeof formats)[number]>('xlsx')
  const start = useCommand('history.export')
  const { job, running, follow, cancel } = useExportJob()
  const language = chosen ?? partnership?.language ?? 'nb'
  const failed = start.problem ?? job?.problem ?? null
  return (
    <div className={styles.exporting}>
      <p className={styles.quiet}>{t('history.export.text')}</p>
      <Select
        label={t('history.export.format')}
        options={formats.map((key) => ({ key, label: t(`history.export.formats.${key}`) }))}
        value={format}
        onChange={(next) => setFormat(next ?? 'xlsx')}
      />
      <Select
        label={t('registers.export.language')}
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
            onPress={() => void start.run({ filter, format, language }).then(follow)}
          >
            {t('history.export.make')}
          </Button>
        </div>
      )}
      <JobOutcome job={job} />
      {failed && (
        <Note tone="danger">
          <span role="alert">{messageText(t, { key: failed.key, params: failed.params ?? {} })}</span>
        </Note>
      )}
    </div>
  )
}
