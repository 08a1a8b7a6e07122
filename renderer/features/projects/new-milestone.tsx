import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { leadToRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ProjectRow } from './use-project.ts'

interface Props {
  readonly project: ProjectRow
  readonly onClose: () => void
}
type Entered = { title: string; ownerId: string | null; baselineOn: string | null }
const nothing: Entered = { title: '', ownerId: null, baselineOn: null }

/** A new milestone: what, by when, who. Stays open for the next one; a half-written one survives a crash. */
export function NewMilestone({ project, onClose }: Props) {
  const t = useT()
  const form = useRef<HTMLFieldSetElement>(null)
  const persons = usePersonOptions(project.leadId ? [project.leadId] : [])
  const [entered, setEntered] = useState(nothing)
  const [round, setRound] = useState(0)
  const [readable, setReadable] = useState(true)
  const [tried, setTried] = useState(false)
  const draft = useDraft<Entered>(`project:${project.id}:milestone`, setEntered)
  const add = useCommand('milestones.add', { done: t('projects.milestones.added') })
  useFocusProblem(form, add.problem)
  const { title, ownerId, baselineOn } = entered
  function set(changes: Partial<Entered>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  async function submit() {
    setTried(true)
    if (!readable || baselineOn === null || title.trim() === '') return leadToRefused(form.current)
    const reply = await add.run({
      projectId: project.id,
      title,
      baselineOn,
      ...(ownerId ? { ownerId } : {}),
    })
    if (!reply.ok) return
    draft.discard()
    setEntered({ ...nothing, ownerId })
    setTried(false)
    setRound(round + 1)
  }
  const missing = (gone: boolean) => (tried && gone ? t('problems.field.required') : undefined)
  return (
    <InlineForm ref={form} title={t('projects.milestones.add')}>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <TextField
        key={round}
        label={t('app.fields.title')}
        required
        autoFocus
        value={title}
        onChange={(text) => set({ title: text })}
        onEnter={() => void submit()}
        problem={add.field('title') ?? missing(title.trim() === '')}
      />
      <div className={styles.pair}>
        <DayField
          label={t('app.fields.baselineOn')}
          required
          yearless="future"
          value={baselineOn}
          onChange={(day) => set({ baselineOn: day })}
          onValid={setReadable}
          onEnter={() => void submit()}
          problem={add.field('baselineOn') ?? missing(baselineOn === null)}
        />
        <Select
          label={t('projects.milestones.owner')}
          hint={project.leadId ? t('projects.milestones.ownerHint') : undefined}
          required={project.leadId === null}
          {...(project.leadId ? { emptyLabel: project.leadName ?? t('projects.milestones.projectLead') } : {})}
          options={persons.options}
          value={ownerId}
          onChange={(chosen) => set({ ownerId: chosen })}
          problem={add.field('ownerId')}
        />
      </div>
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('common.add')}
        </Button>
        <Button
          onPress={() => {
            draft.discard()
            onClose()
          }}
        >
          {t('common.close')}
        </Button>
      </div>
    </InlineForm>
  )
}
