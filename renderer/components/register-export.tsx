import { useState } from 'react'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import type { RegisterView } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { Button } from './button.tsx'
import { MultiSelect } from './choices.tsx'
import { JobOutcome, JobProgress, useExportJob } from './export-job.tsx'
import { Note } from './notes.tsx'
import styles from './register.module.css'
import { Select } from './select.tsx'

interface Props {
  readonly register: Pick<RegisterView<never>, 'register' | 'total' | 'input'> & {
    readonly grouping: { readonly chosen: { readonly key: string; readonly label: string } | null }
  }
  /** The columns as the list has them, in their order. */
  readonly columns: readonly { readonly key: string; readonly header: string }[]
}

/** The register as it is shown, as a workbook: its filter, order, groups and the columns of choice. */
export function RegisterExport({ register, columns }: Props) {
  const t = useT()
  const format = useFormat()
  const partnership = usePartnership()
  const [chosen, setLanguage] = useState<Language | null>(null)
  const [keys, setKeys] = useState<readonly string[]>(() => columns.map((column) => column.key))
  const start = useCommand('registers.export')
  const { job, running, follow, cancel } = useExportJob()
  const language = chosen ?? partnership?.language ?? 'nb'
  const { total, grouping } = register
  const failed = start.problem ?? job?.problem ?? null
  const field = start.field('columns') ?? start.field('groupBy')
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>
        {total !== undefined && t('registers.export.text', { count: total, shown: format.number(total) })}{' '}
        {grouping.chosen && t('registers.export.grouped', { name: grouping.chosen.label.toLocaleLowerCase() })}
      </p>
      <MultiSelect
        label={t('registers.export.columns')}
        options={columns.map(({ key, header }) => ({ key, label: header }))}
        value={keys}
        onChange={setKeys}
        problem={keys.length === 0 ? t('registers.export.noColumns') : undefined}
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
            disabled={keys.length === 0}
            onPress={() =>
              void start
                .run({
                  register: register.register,
                  input: register.input,
                  columns: columns.map((column) => column.key).filter((key) => keys.includes(key)),
                  groupBy: grouping.chosen?.key ?? null,
                  language,
                })
                .then(follow)
            }
          >
            {t('registers.export.make')}
          </Button>
        </div>
      )}
      <JobOutcome job={job} />
      {failed && (
        <Note tone="danger">
          <span role="alert">{field ?? messageText(t, { key: failed.key, params: failed.params ?? {} })}</span>
        </Note>
      )}
    </div>
  )
}
