import { useState } from 'react'
import { DayField } from '#renderer/components/checked-field.tsx'
import { MultiSelect } from '#renderer/components/choices.tsx'
import { ErrorNote, Note } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { wasPresent } from '#shared/domain/attendance-rules.ts'
import { chosenAdjusters, newestVersion } from '#shared/domain/meeting-readiness.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import { Findings } from './findings.tsx'
import styles from './minutes-panel.module.css'
import { useSession } from './use-session.ts'

/** The meeting is held: who is to check the minutes, until when, and off to them. */
export function SendToReview({ language: usual }: { readonly language: Language }) {
  const t = useT()
  const { detail } = useSession()
  const { meeting, body } = detail
  const [language, setLanguage] = useState<Language>(usual)
  const [dueOn, setDueOn] = useState(detail.adjustmentDueOn)
  const send = useCommand('minutes.sendToReview', { done: t('session.minutes.sent') })
  const obstacles = detail.obstacles.filter(({ step }) => step === 'review')
  const warnings = detail.warnings.filter(({ step }) => step === 'review')
  const before = newestVersion(detail.minutes)
  return (
    <div className={styles.step}>
      <h2>{t('session.minutes.sendTitle')}</h2>
      {before?.status === 'returned' && (
        <Note tone="warning">{t('session.minutes.returned', { reason: before.reason ?? '' })}</Note>
      )}
      {before?.status === 'reopened' && (
        <Note tone="warning">{t('session.minutes.reopened', { reason: before.reason ?? '' })}</Note>
      )}
      <p className={styles.quiet}>
        {t(`session.minutes.rule.${body.adjustmentRule}`, { days: body.adjustmentDays ?? 0 })}
      </p>
      <Adjusters />
      <div className={styles.pair}>
        <DayField
          label={t('session.minutes.dueOn')}
          yearless="future"
          value={dueOn}
          onChange={setDueOn}
          problem={send.field('dueOn')}
        />
        <Select
          label={t('session.papers.language')}
          options={languages.map((key) => ({ key, label: t(`codes.language.${key}`) }))}
          value={language}
          onChange={(next) => setLanguage(next ?? usual)}
        />
      </div>
      {obstacles.length > 0 && <Findings title={t('session.minutes.obstacles')} tone="danger" findings={obstacles} />}
      {warnings.length > 0 && <Findings title={t('session.close.warnings')} tone="warning" findings={warnings} />}
      {send.problem && !send.problem.fields && <ErrorNote error={send.problem} />}
      <div>
        <WriteButton
          kind="primary"
          icon="mail"
          busy={send.busy}
          disabled={obstacles.length > 0}
          onPress={() => void send.run({ meetingId: meeting.id, language, dueOn })}
        >
          {t('session.minutes.send')}
        </WriteButton>
      </div>
    </div>
  )
}

/** Those who check the minutes beside the chair, from among those who were there. */
function Adjusters() {
  const t = useT()
  const { detail, nameOf } = useSession()
  const { meeting, body } = detail
  const choose = useCommand('minutes.chooseAdjusters')
  const chosen = chosenAdjusters(detail).map(({ personId }) => personId)
  const people = detail.attendances
    .filter((one) => (wasPresent(one) && one.personId !== meeting.chairId) || chosen.includes(one.personId))
    .map((one) => ({ key: one.personId, label: one.personName }))
  return (
    <MultiSelect
      label={t('session.minutes.adjusters')}
      hint={
        body.adjusters === 0 || !meeting.chairId
          ? t('session.minutes.adjustersFree')
          : t('session.minutes.adjustersHint', { count: body.adjusters, chair: nameOf(meeting.chairId) })
      }
      options={people}
      value={chosen}
      onChange={(personIds) => void choose.run({ meetingId: meeting.id, personIds })}
      problem={choose.problemText}
    />
  )
}
