import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { MultiSelect } from '#renderer/components/choices.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { type PackageFormat, packageFormats } from '#shared/domain/records/board-package.ts'
import { type PackageEdition, packageEditions } from '#shared/domain/records/package-template.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './packages.module.css'

type Made = OutputOf<'packages.open'>['package']

/** A package that is not sent yet: when it went, to whom and as which files; those are made and kept. */
export function PackageSending({ made }: { readonly made: Made }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <section className={styles.section}>
      <h3>{t('packageSending.title')}</h3>
      {open ? (
        <SendForm made={made} onClose={() => setOpen(false)} />
      ) : (
        <div className={styles.actions}>
          <WriteButton small icon="check" onPress={() => setOpen(true)}>
            {t('packageSending.mark')}
          </WriteButton>
        </div>
      )}
    </section>
  )
}

function SendForm({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const means = useOperation('packages.means', {})
  const [sentOn, setSentOn] = useState<string | null>(today())
  const [sentTo, setSentTo] = useState('')
  const [formats, setFormats] = useState<PackageFormat[]>(['docx', 'xlsx'])
  const [editions, setEditions] = useState<PackageEdition[]>(['full'])
  const [readable, setReadable] = useState(true)
  const [tried, setTried] = useState(false)
  const send = useCommand('packages.send')
  const { job, running, follow, cancel } = useExportJob()
  useFocusProblem(form, send.problem)
  const failed = job?.problem ? messageText(t, { key: job.problem.key, params: job.problem.params ?? {} }) : undefined
  const problem = failed ?? (send.problem && !send.problem.fields ? send.problemText : undefined)
  async function submit() {
    setTried(true)
    if (!readable || sentOn === null || formats.length === 0 || editions.length === 0)
      return leadToRefused(form.current)
    const whom = sentTo.trim()
    follow(await send.run({ id: made.id, sentOn, sentTo: whom === '' ? null : whom, formats, editions }))
  }
  const missing = (gone: boolean, text: string) => (tried && gone ? text : undefined)
  return (
    <InlineForm ref={form} title={t('packageSending.mark')}>
      <p className={styles.quiet}>{t('packageSending.text')}</p>
      <div className={styles.pair}>
        <DayField
          label={t('packageSending.sentOn')}
          required
          autoFocus
          value={sentOn}
          onChange={setSentOn}
          onValid={setReadable}
          problem={send.field('sentOn') ?? missing(sentOn === null, t('problems.field.required'))}
        />
        <TextField
          label={t('packageSending.sentTo')}
          hint={t('packageSending.sentToHint')}
          value={sentTo}
          onChange={setSentTo}
          problem={send.field('sentTo')}
        />
      </div>
      <MultiSelect
        label={t('packageSending.formats')}
        options={packageFormats
          .filter((key) => key !== 'pdf' || Boolean(means.data?.pdf))
          .map((key) => ({ key, label: t(`codes.packageFormat.${key}`) }))}
        value={formats}
        onChange={setFormats}
        problem={missing(formats.length === 0, t('packageSending.noFormat'))}
      />
      {made.publicSha256 !== null && (
        <MultiSelect
          label={t('packageSending.editions')}
          options={packageEditions.map((key) => ({ key, label: t(`codes.packageEdition.${key}`) }))}
          value={editions}
          onChange={setEditions}
          problem={missing(editions.length === 0, t('packageSending.noEdition'))}
        />
      )}
      {problem && (
        <Note tone="danger">
          <span role="alert">{problem}</span>
        </Note>
      )}
      {running ? (
        <JobProgress job={job} onCancel={cancel} />
      ) : (
        <div className={styles.actions}>
          <WriteButton kind="primary" busy={send.busy} onPress={() => void submit()}>
            {t('packageSending.mark')}
          </WriteButton>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </div>
      )}
      <JobOutcome job={job} />
    </InlineForm>
  )
}
