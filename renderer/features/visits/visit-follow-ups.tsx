import { useId, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { CloseFollowUp } from '#renderer/components/close-follow-up.tsx'
import { FollowUpState } from '#renderer/components/follow-up-state.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { EmptyState, ErrorNote } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextArea } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions, useVisitOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { addDays } from '#shared/domain/days.ts'
import { isUnfinished, responseDays } from '#shared/domain/follow-up-rules.ts'
import type { FollowUp } from '#shared/domain/records/follow-up.ts'
import type { Visit } from '#shared/domain/records/visit.ts'
import { VisitActions } from './visit-actions.tsx'
import type { OpenVisit } from './visit-detail.tsx'
import styles from './visit-follow-ups.module.css'

interface Props {
  readonly open: OpenVisit
  /** Whether the form for a new one is open; the warning at the top opens it too. */
  readonly adding: boolean
  readonly onAdding: (adding: boolean) => void
  /** The menu of the visit has asked to put it on an agenda. */
  readonly escalating: boolean
}

/** What was promised at the visit: unfinished first, the nearest day first. */
export function VisitFollowUps({ open, adding, onAdding, escalating }: Props) {
  const t = useT()
  const list = [...open.followUps].sort(
    (a, b) => Number(isUnfinished(b.status)) - Number(isUnfinished(a.status)) || a.dueOn.localeCompare(b.dueOn),
  )
  return (
    <div className={styles.part}>
      {list.length === 0 && !adding && (
        <EmptyState
          icon="followUps"
          title={t('visits.followUps.none')}
          action={
            <WriteButton kind="primary" icon="plus" onPress={() => onAdding(true)}>
              {t('visits.followUps.add')}
            </WriteButton>
          }
        >
          {t('visits.followUps.noneText')}
        </EmptyState>
      )}
      {adding && <NewFollowUp open={open} onClose={() => onAdding(false)} />}
      {list.length > 0 && !adding && (
        <div>
          <WriteButton icon="plus" onPress={() => onAdding(true)}>
            {t('visits.followUps.add')}
          </WriteButton>
        </div>
      )}
      {list.length > 0 && (
        <ul className={styles.list} aria-label={t('app.areas.followUps')}>
          {list.map((followUp) => (
            <li key={followUp.id}>
              <OneFollowUp followUp={followUp} visitedOn={open.visit.visitedOn} />
            </li>
          ))}
        </ul>
      )}
      <VisitActions open={open} escalating={escalating} />
    </div>
  )
}

function OneFollowUp({ followUp, visitedOn }: { readonly followUp: FollowUp; readonly visitedOn: string }) {
  const t = useT()
  const format = useFormat()
  const { nameOf } = usePersonOptions()
  const [closing, setClosing] = useState(false)
  const textId = useId()
  const days = responseDays(visitedOn, followUp.answeredCompanyOn)
  return (
    <div className={styles.one}>
      <div className={styles.top}>
        <p id={textId} className={styles.text}>
          <RecordLink area="followUps" id={followUp.id}>
            {followUp.description}
          </RecordLink>
        </p>
        <FollowUpState followUp={followUp} />
      </div>
      <p className={styles.quiet}>
        {[
          nameOf(followUp.ownerId),
          t('followUps.dueOn', { day: format.day(followUp.dueOn) }),
          t(`codes.theme.${followUp.theme}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {days !== null && followUp.answeredCompanyOn && (
        <p className={styles.quiet}>
          {t('followUps.answered', { day: format.day(followUp.answeredCompanyOn), count: days })}
        </p>
      )}
      {followUp.result && <p className={styles.result}>{followUp.result}</p>}
      {closing ? (
        <CloseFollowUp
          followUp={followUp}
          visitedOn={visitedOn}
          onDone={() => setClosing(false)}
          onCancel={() => setClosing(false)}
        />
      ) : (
        isUnfinished(followUp.status) && (
          <div>
            <WriteButton small icon="check" describedBy={textId} onPress={() => setClosing(true)}>
              {t('followUps.close.open')}
            </WriteButton>
          </div>
        )
      )}
    </div>
  )
}

type Entered = { description: string; theme: Visit['themes'][number]; ownerId: string | null; dueOn: string | null }
const usualDays = 14

function NewFollowUp({ open, onClose }: { readonly open: OpenVisit; readonly onClose: () => void }) {
  const t = useT()
  const { themes } = useVisitOptions()
  const { options: persons } = usePersonOptions()
  const me = useOperation('workspace.current', {}).data?.me?.id ?? null
  const add = useCommand('followUps.add', { done: t('followUps.added') })
  const [entered, setEntered] = useState<Entered>({
    description: '',
    theme: open.visit.themes[0] ?? 'other',
    ownerId: null,
    dueOn: addDays(today(), usualDays),
  })
  const [tried, setTried] = useState(false)
  const [dayReadable, setDayReadable] = useState(true)
  const draft = useDraft<Entered>(`visit:${open.visit.id}:followUp`, setEntered)
  const required = t('problems.field.required')
  const ownerId = entered.ownerId ?? me ?? open.visit.ourParticipantIds[0] ?? null
  function set(changes: Partial<Entered>) {
    const next = { ...entered, ...changes }
    setEntered(next)
    draft.keep(next)
  }
  async function submit() {
    setTried(true)
    if (!dayReadable || entered.description.trim() === '' || !ownerId || !entered.dueOn) return
    const reply = await add.run({
      visitId: open.visit.id,
      description: entered.description,
      theme: entered.theme,
      ownerId,
      dueOn: entered.dueOn,
    })
    if (!reply.ok) return
    draft.discard()
    onClose()
  }
  const missing = (gone: boolean) => (tried && gone ? required : undefined)
  return (
    <InlineForm title={t('visits.followUps.new')}>
      <TextArea
        label={t('followUps.fields.description')}
        required
        autoFocus
        rows={2}
        value={entered.description}
        onChange={(description) => set({ description })}
        onEnter={() => void submit()}
        problem={add.field('description') ?? missing(entered.description.trim() === '')}
      />
      <div className={styles.row}>
        <DayField
          label={t('followUps.fields.dueOn')}
          required
          yearless="future"
          value={entered.dueOn}
          onChange={(dueOn) => set({ dueOn })}
          onValid={setDayReadable}
          problem={add.field('dueOn') ?? missing(entered.dueOn === null)}
        />
        <Select
          label={t('followUps.fields.ownerId')}
          required
          options={persons}
          value={ownerId}
          onChange={(id) => set({ ownerId: id })}
          problem={add.field('ownerId') ?? missing(ownerId === null)}
        />
        <Select
          label={t('followUps.fields.theme')}
          options={themes}
          value={entered.theme}
          onChange={(theme) => set({ theme: theme ?? 'other' })}
        />
      </div>
      {add.problem && !add.problem.fields && <ErrorNote error={add.problem} />}
      <div className={styles.buttons}>
        <Button kind="primary" busy={add.busy} onPress={() => void submit()}>
          {t('visits.followUps.save')}
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
