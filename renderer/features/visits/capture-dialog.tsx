import { type KeyboardEvent, useRef } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { Checkbox, MultiSelect } from '#renderer/components/choices.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ErrorNote, KeyHint, Note } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextArea, TextField } from '#renderer/components/text-field.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { usePersonOptions, useVisitOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { CaptureCompany } from './capture-company.tsx'
import styles from './capture-dialog.module.css'
import { type CaptureState, useCapture } from './use-capture.ts'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  /** The company that the user was looking at, to start with. */
  readonly companyId: string | null
}

/** A visit in a minute, by keyboard alone: company, day, text, save. What is typed outlives the window. */
export function CaptureDialog({ open, onClose, companyId }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const format = useFormat()
  const state = useCapture(companyId, onClose)
  const form = useRef<HTMLDivElement>(null)
  const { capture, set, problems } = state
  const toNotes = () => form.current?.querySelector('textarea')?.focus()

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    // Enter moves from a one-line field to the text; the same press must not break a line there.
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') event.preventDefault()
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    void save()
  }
  /** What was refused gets the focus, so that it is read and can be mended at once. */
  async function save() {
    await state.save()
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('app.actions.logVisit')}
      closeOutside={false}
      actions={
        <>
          {!readOnly && (
            <span className={styles.kept}>
              <KeyHint shortcut="mod+enter" /> {t('visits.capture.keyHint')}
            </span>
          )}
          <Button onPress={onClose}>{t('common.close')}</Button>
          {!readOnly && (
            <Button kind="primary" busy={state.busy} shortcut="mod+enter" onPress={() => void save()}>
              {t('visits.capture.save')}
            </Button>
          )}
        </>
      }
    >
      {readOnly ? (
        <Note>{t('problems.readOnly')}</Note>
      ) : (
        <div ref={form} className={styles.form} onKeyDownCapture={onKeyDown}>
          {state.restoredAt && (
            <Note
              action={
                <Button small onPress={state.discard}>
                  {t('visits.capture.discard')}
                </Button>
              }
            >
              {t('visits.capture.restored', { when: format.instant(state.restoredAt) })}
            </Note>
          )}
          {state.visitProblem && <ErrorNote error={state.visitProblem} />}
          {capture.savedVisitId && <Note tone="warning">{t('visits.capture.followUpLeft')}</Note>}
          {state.followUpProblem && <ErrorNote error={state.followUpProblem} />}
          <div className={styles.who}>
            <CaptureCompany key={state.filled} state={state} onDone={toNotes} />
            <DayField
              label={t('visits.fields.visitedOn')}
              required
              value={capture.visitedOn}
              onChange={(visitedOn) => set({ visitedOn })}
              onValid={state.setDayReadable}
              onEnter={toNotes}
              problem={problems.visitedOn}
            />
          </div>
          {state.asksWho && <Who state={state} />}
          <TextArea
            label={t('visits.fields.notes')}
            rows={4}
            value={capture.notes}
            onChange={(notes) => set({ notes })}
            placeholder={t('visits.capture.notesPlaceholder')}
            problem={problems.notes}
          />
          <More state={state} />
        </div>
      )}
    </Dialog>
  )
}

/** Nobody is chosen as the one who sits here, and a visit needs somebody of ours: asked once, then remembered. */
function Who({ state }: { readonly state: CaptureState }) {
  const t = useT()
  const { options } = usePersonOptions([], 'secretariat')
  return (
    <Select
      label={t('visits.capture.who')}
      hint={t('visits.capture.whoHint')}
      required
      options={options}
      value={state.me}
      onChange={state.chooseMe}
      problem={state.problems.me}
    />
  )
}

/** What can wait, and often need not: follow-up, flags, type. */
function More({ state }: { readonly state: CaptureState }) {
  const t = useT()
  const { types, flags, themes } = useVisitOptions()
  const { options: persons } = usePersonOptions()
  const { capture, set, problems } = state
  const promised = capture.followUp.trim() !== ''
  const urgent = capture.flags.includes('urgent') && !promised
  return (
    <>
      <TextField
        label={t('visits.capture.followUp')}
        value={capture.followUp}
        onChange={(followUp) => set({ followUp })}
        placeholder={t('visits.capture.followUpPlaceholder')}
        hint={urgent ? t('visits.urgent.capture') : undefined}
        problem={problems.followUp}
      />
      {promised && (
        <div className={styles.promise}>
          <DayField
            label={t('followUps.fields.dueOn')}
            yearless="future"
            value={capture.dueOn}
            onChange={(dueOn) => set({ dueOn })}
            problem={problems.dueOn}
          />
          <Select
            label={t('followUps.fields.ownerId')}
            options={persons}
            value={capture.ownerId ?? state.me}
            onChange={(ownerId) => set({ ownerId })}
            problem={problems.owner}
          />
          <Select
            label={t('followUps.fields.theme')}
            options={themes}
            value={capture.theme}
            onChange={(theme) => set({ theme: theme ?? 'other' })}
          />
        </div>
      )}
      <MultiSelect
        label={t('visits.fields.flags')}
        options={flags}
        value={capture.flags}
        onChange={(chosen) => set({ flags: chosen })}
      />
      <div className={styles.last}>
        <Select
          label={t('visits.fields.type')}
          options={types}
          value={capture.type}
          onChange={(type) => set({ type: type ?? 'companyVisit' })}
        />
        <Checkbox
          label={t('visits.capture.asDraft')}
          checked={capture.asDraft}
          onChange={(asDraft) => set({ asDraft })}
        />
      </div>
    </>
  )
}
