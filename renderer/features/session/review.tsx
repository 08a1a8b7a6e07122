import { useState } from 'react'
import { DayField } from '#renderer/components/checked-field.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { Badge, Note } from '#renderer/components/notes.tsx'
import { TextArea, TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { newestVersion } from '#shared/domain/meeting-readiness.ts'
import { needsVerdicts } from '#shared/domain/minutes-rules.ts'
import { type Adjustment, verdicts } from '#shared/domain/records/meeting.ts'
import { Approve } from './approve.tsx'
import styles from './minutes-panel.module.css'
import { ReopenMinutes } from './reopen-minutes.tsx'
import { SectionForm } from './section.tsx'
import { useEntered } from './use-forms.ts'
import { useSession } from './use-session.ts'

type Asked = MeetingDetail['adjustments'][number]

/** The minutes lie with the adjusters: what each says, then the approval. */
export function Review() {
  const t = useT()
  const { detail } = useSession()
  const newest = newestVersion(detail.minutes)
  const asked = detail.adjustments.filter(({ minutesId }) => minutesId === newest?.id)
  return (
    <div className={styles.step}>
      <h2>{t('session.minutes.reviewTitle', { version: newest?.version ?? 1 })}</h2>
      {needsVerdicts(detail.body) && asked.length === 0 && <Note>{t('session.minutes.nobodyAsked')}</Note>}
      {asked.length > 0 && (
        <ul className={styles.list}>
          {asked.map((one) => (
            <li key={one.id}>
              <OneAdjuster one={one} />
            </li>
          ))}
        </ul>
      )}
      <Approve />
      <ReopenMinutes title={t('session.minutes.takeBack')} />
    </div>
  )
}

function OneAdjuster({ one }: { readonly one: Asked }) {
  const t = useT()
  const format = useFormat()
  const [answering, setAnswering] = useState(false)
  return (
    <div className={styles.adjuster}>
      <div className={styles.line}>
        <span className={styles.strong}>{one.personName}</span>
        {one.verdict ? (
          <Badge tone={one.verdict === 'approved' ? 'success' : 'danger'}>{t(`codes.verdict.${one.verdict}`)}</Badge>
        ) : one.isLate ? (
          <Badge tone="warning" icon="warning">
            {t('session.minutes.late')}
          </Badge>
        ) : (
          <Badge>{t('session.minutes.waiting')}</Badge>
        )}
      </div>
      <p className={styles.quiet}>
        {[
          one.decidedOn
            ? format.day(one.decidedOn)
            : one.dueOn && t('session.actions.due', { day: format.day(one.dueOn) }),
          one.place,
          one.comment,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {!one.verdict &&
        (answering ? (
          <VerdictForm one={one} onClose={() => setAnswering(false)} />
        ) : (
          <div>
            <WriteButton small onPress={() => setAnswering(true)}>
              {t('session.minutes.answer', { name: one.personName })}
            </WriteButton>
          </div>
        ))}
    </div>
  )
}

interface Entered {
  verdict: NonNullable<Adjustment['verdict']>
  comment: string
  decidedOn: string | null
  place: string
  [key: string]: string | null
}

/** What an adjuster says, typed in by the secretary or by the adjuster at this machine. */
function VerdictForm({ one, onClose }: { readonly one: Asked; readonly onClose: () => void }) {
  const t = useT()
  const { meeting } = useSession().detail
  const adjust = useCommand('minutes.adjust', { done: t('session.minutes.answered') })
  const { entered, set, discard } = useEntered<Entered>(`adjustment:${one.id}`, {
    verdict: 'approved',
    comment: '',
    decidedOn: today(),
    place: meeting.place ?? '',
  })
  async function save() {
    const { verdict, comment, decidedOn, place } = entered
    if (decidedOn === null) return
    const reply = await adjust.run({ id: one.id, verdict, comment, decidedOn, place })
    if (!reply.ok) return
    discard()
    onClose()
  }
  return (
    <SectionForm
      title={t('session.minutes.answer', { name: one.personName })}
      save={t('session.form.save')}
      busy={adjust.busy}
      problem={adjust.problem}
      onSave={() => void save()}
      onClose={onClose}
      onDiscard={() => {
        discard()
        onClose()
      }}
    >
      <RadioGroup
        label={t('session.minutes.verdict')}
        look="segments"
        autoFocus
        options={verdicts.map((key) => ({ key, label: t(`codes.verdict.${key}`) }))}
        value={entered.verdict}
        onChange={(verdict) => set({ verdict })}
        hint={entered.verdict === 'refused' ? t('session.minutes.refusalHint') : undefined}
      />
      <TextArea
        label={t('session.minutes.comment')}
        rows={2}
        required={entered.verdict === 'refused'}
        value={entered.comment}
        onChange={(comment) => set({ comment })}
        problem={adjust.field('comment')}
      />
      <div className={styles.pair}>
        <DayField
          label={t('session.minutes.decidedOn')}
          value={entered.decidedOn}
          onChange={(decidedOn) => set({ decidedOn })}
          problem={adjust.field('decidedOn') ?? (entered.decidedOn === null ? t('problems.field.required') : undefined)}
        />
        <TextField
          label={t('session.minutes.place')}
          value={entered.place}
          onChange={(place) => set({ place })}
          problem={adjust.field('place')}
        />
      </div>
    </SectionForm>
  )
}
