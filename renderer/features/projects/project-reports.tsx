import { useRef, useState } from 'react'
import { Button, IconButton } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { TextArea } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { type Light, lights, type ProjectReport } from '#shared/domain/records/project.ts'
import { LightMark } from './light-mark.tsx'

const latestShown = 3

interface Props {
  readonly projectId: string
  /** Newest first. */
  readonly reports: readonly ProjectReport[]
}

/** The status light as it was told, day by day, and a form to tell it anew. */
export function ProjectReports({ projectId, reports }: Props) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const [all, setAll] = useState(false)
  const shown = all ? reports : reports.slice(0, latestShown)
  return (
    <section className={styles.section} aria-label={t('projects.report.title')}>
      <div className={styles.sectionTop}>
        <h3>{t('projects.report.title')}</h3>
        {!adding && (
          <WriteButton small icon="flag" onPress={() => setAdding(true)}>
            {t('projects.report.add')}
          </WriteButton>
        )}
      </div>
      {adding && (
        <NewReport projectId={projectId} latest={reports[0]?.light ?? null} onClose={() => setAdding(false)} />
      )}
      {reports.length === 0 ? (
        <p className={styles.quiet}>{t('projects.report.none')}</p>
      ) : (
        <ul className={styles.lines} aria-label={t('projects.report.earlier')}>
          {shown.map((report) => (
            <li key={report.id}>
              <ReportLine report={report} />
            </li>
          ))}
        </ul>
      )}
      {reports.length > shown.length && (
        <div>
          <Button small kind="quiet" onPress={() => setAll(true)}>
            {t('common.showMore')}
          </Button>
        </div>
      )}
    </section>
  )
}

type Entered = { light: Light | null; reportedOn: string | null; comment: string }

function NewReport({
  projectId,
  latest,
  onClose,
}: {
  readonly projectId: string
  readonly latest: Light | null
  readonly onClose: () => void
}) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const [entered, setEntered] = useState<Entered>({ light: latest, reportedOn: today(), comment: '' })
  const [readable, setReadable] = useState(true)
  const [tried, setTried] = useState(false)
  const draft = useDraft<Entered>(`project:${projectId}:report`, setEntered)
  const add = useCommand('projects.report', { done: t('projects.report.done') })
  useFocusProblem(form, add.problem)
  function set(changes: Partial<Entered>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  const { light, reportedOn, comment } = entered
  async function submit() {
    setTried(true)
    if (!readable || reportedOn === null || light === null) return
    const words = comment.trim() === '' ? null : comment
    const reply = await add.run({ projectId, reportedOn, light, comment: words })
    if (!reply.ok) return
    draft.discard()
    onClose()
  }
  const missing = (gone: boolean) => (tried && gone ? t('problems.field.required') : undefined)
  const grave = light === 'amber' || light === 'red'
  return (
    <InlineForm ref={form} title={t('projects.report.add')}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <RadioGroup
        label={t('app.fields.light')}
        required
        look="segments"
        autoFocus
        options={lights.map((key) => ({ key, label: t(`codes.light.${key}`) }))}
        value={light}
        onChange={(chosen) => set({ light: chosen })}
        problem={add.field('light') ?? missing(light === null)}
      />
      <DayField
        label={t('app.fields.reportedOn')}
        required
        value={reportedOn}
        onChange={(day) => set({ reportedOn: day })}
        onValid={setReadable}
        onEnter={() => void submit()}
        problem={add.field('reportedOn') ?? missing(reportedOn === null)}
      />
      <TextArea
        label={t('projects.report.comment')}
        hint={grave ? t('projects.report.commentRequired') : undefined}
        required={grave}
        value={comment}
        onChange={(text) => set({ comment: text })}
        onEnter={() => void submit()}
        problem={add.field('comment')}
      />
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('projects.report.save')}
        </Button>
        <Button
          onPress={() => {
            draft.discard()
            onClose()
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </InlineForm>
  )
}

function ReportLine({ report }: { readonly report: ProjectReport }) {
  const t = useT()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const day = format.day(report.reportedOn)
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>
            <LightMark light={report.light} /> <span className={styles.quiet}>{t('projects.light.on', { day })}</span>
          </span>
          {report.comment && !open && <span>{report.comment}</span>}
        </div>
        <IconButton
          icon={open ? 'up' : 'edit'}
          label={t(open ? 'projects.report.close' : 'projects.report.edit', { day })}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </div>
      {open && <ReportFields report={report} />}
    </div>
  )
}

function ReportFields({ report }: { readonly report: ProjectReport }) {
  const t = useT()
  const { id } = report
  const revise = useCommand('projectReports.revise')
  const remove = useCommand('projectReports.remove', { done: t('projects.report.removed'), problemAsToast: true })
  const save = (changes: InputOf<'projectReports.revise'>['changes']) => revise.run({ id, changes })
  return (
    <div className={styles.inner}>
      <div className={styles.pair}>
        <SavingSelect
          label={t('app.fields.light')}
          field="light"
          value={report.light}
          options={lights.map((key) => ({ key, label: t(`codes.light.${key}`) }))}
          onSave={(light) => save(light ? { light } : {})}
        />
        <SavingDay
          label={t('app.fields.reportedOn')}
          required
          field="reportedOn"
          draftKey={`projectReport:${report.id}:reportedOn`}
          value={report.reportedOn}
          onSave={(reportedOn) => save({ reportedOn: reportedOn ?? '' })}
        />
      </div>
      <SavingText
        label={t('projects.report.comment')}
        required={report.light !== 'green'}
        field="comment"
        multiline
        value={report.comment}
        draftKey={`projectReport:${id}:comment`}
        onSave={(comment) => save({ comment })}
      />
      <div>
        <WriteButton small kind="quiet" icon="remove" busy={remove.busy} onPress={() => void remove.run({ id })}>
          {t('projects.report.remove')}
        </WriteButton>
      </div>
    </div>
  )
}
