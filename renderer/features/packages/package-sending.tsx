import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { JobOutcome, JobProgress, useExportJob } from '#renderer/components/export-job.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { FileChoice, useFileChoice } from './file-choice.tsx'
import styles from './packages.module.css'
import { SendFindings } from './send-findings.tsx'

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
  const choice = useFileChoice(made)
  const [sentOn, setSentOn] = useState<string | null>(today())
  const [sentTo, setSentTo] = useState('')
  const [readable, setReadable] = useState(true)
  const [tried, setTried] = useState(false)
  /** The files that the last look was about: of others it says nothing. */
  const [lookedAt, setLookedAt] = useState('')
  const send = useCommand('packages.send')
  const { job, running, follow, cancel } = useExportJob()
  useFocusProblem(form, send.problem)
  const { value, count } = choice
  const asked = JSON.stringify(value)
  const failed = job?.problem ? messageText(t, { key: job.problem.key, params: job.problem.params ?? {} }) : undefined
  const problem = failed ?? (send.problem && !send.problem.fields ? send.problemText : undefined)
  const held = job?.state === 'held' && lookedAt === asked ? job : null
  async function submit(accepted: InputOf<'packages.send'>['accepted'] = []) {
    setTried(true)
    if (!readable || sentOn === null || count === 0) return leadToRefused(form.current)
    const whom = sentTo.trim()
    setLookedAt(asked)
    follow(await send.run({ id: made.id, sentOn, sentTo: whom === '' ? null : whom, ...value, accepted }))
  }
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
          problem={send.field('sentOn') ?? (tried && sentOn === null ? t('problems.field.required') : undefined)}
        />
        <TextField
          label={t('packageSending.sentTo')}
          hint={t('packageSending.sentToHint')}
          value={sentTo}
          onChange={setSentTo}
          problem={send.field('sentTo')}
        />
      </div>
      <FileChoice
        choice={choice}
        labels={{ formats: t('packageSending.formats'), editions: t('packageSending.editions') }}
        tried={tried}
      />
      {problem && (
        <Note tone="danger">
          <span role="alert">{problem}</span>
        </Note>
      )}
      {held && (
        <SendFindings
          key={held.id}
          made={made}
          files={held.findings}
          busy={send.busy}
          onAccept={(accepted) => void submit(accepted)}
        />
      )}
      {running ? (
        <JobProgress job={job} onCancel={cancel} />
      ) : (
        <div className={styles.actions}>
          {!held && (
            <WriteButton kind="primary" busy={send.busy || choice.isPending} onPress={() => void submit()}>
              {t('packageSending.mark')}
            </WriteButton>
          )}
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </div>
      )}
      <JobOutcome job={job} />
    </InlineForm>
  )
}
