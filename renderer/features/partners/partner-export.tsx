import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './partners.module.css'

/** The partner's page as a Word document, in the language of choice. */
export function PartnerExport({ id }: { readonly id: string }) {
  const t = useT()
  const partnership = usePartnership()
  const [chosen, setLanguage] = useState<Language | null>(null)
  const start = useCommand('partners.export')
  const { job, running, follow, cancel } = useExportJob()
  const language = chosen ?? partnership?.language ?? 'nb'
  const failed = start.problem ?? job?.problem ?? null
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{t('partners.export.text')}</p>
      <Select
        label={t('partners.export.language')}
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
            {t('partners.export.make')}
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
