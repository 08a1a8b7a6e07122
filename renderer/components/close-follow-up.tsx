import { useState } from 'react'
import { fieldText, problemText } from '#renderer/lib/problem-text.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import type { FieldMessages } from '#shared/domain/checked.ts'
import { checkFollowUp } from '#shared/domain/follow-up-rules.ts'
import type { FollowUp } from '#shared/domain/records/follow-up.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { Button } from './button.tsx'
import { DayField } from './checked-field.tsx'
import { RadioGroup } from './choices.tsx'
import styles from './close-follow-up.module.css'
import { InlineForm } from './inline-form.tsx'
import { Note } from './notes.tsx'
import { TextArea } from './text-field.tsx'

interface Props {
  readonly followUp: Pick<FollowUp, 'id' | 'dueOn' | 'answeredCompanyOn' | 'result'>
  readonly visitedOn: string
  readonly onDone: () => void
  readonly onCancel: () => void
}
type Ending = {
  status: 'closed' | 'cannotBeDone'
  answeredCompanyOn: string | null
  result: string
}

/** How a promise ended: done, with the day the company was told and the result; or not to be done, with the reason. */
export function CloseFollowUp({ followUp, visitedOn, onDone, onCancel }: Props) {
  const t = useT()
  const language = useLanguage()
  const close = useCommand('followUps.close', { done: t('followUps.closed') })
  const [ending, setEnding] = useState<Ending>({
    status: 'closed',
    answeredCompanyOn: followUp.answeredCompanyOn,
    result: followUp.result ?? '',
  })
  const [dayReadable, setDayReadable] = useState(true)
  const [wrong, setWrong] = useState<FieldMessages>({})
  const draft = useDraft<Ending>(`followUp:${followUp.id}:close`, setEnding)
  function set(changes: Partial<Ending>) {
    const next = { ...ending, ...changes }
    setEnding(next)
    setWrong({})
    draft.keep(next)
  }
  async function submit() {
    const found = checkFollowUp({ ...followUp, ...ending }, { visitedOn, today: today(), language })
    setWrong(found)
    if (!dayReadable || Object.keys(found).length > 0) return
    const reply = await close.run({ id: followUp.id, ...ending })
    if (!reply.ok) return
    draft.discard()
    onDone()
  }
  const problemOf = (field: 'answeredCompanyOn' | 'result') => {
    const message = wrong[field]
    return message ? messageText(t, message) : fieldText(t, close.problem, field)
  }
  const unplaced =
    close.problem && !close.field('answeredCompanyOn') && !close.field('result') ? problemText(t, close.problem) : null
  const done = ending.status === 'closed'
  return (
    <InlineForm title={t('followUps.close.title')}>
      <RadioGroup
        label={t('followUps.close.how')}
        look="segments"
        options={[
          { key: 'closed', label: t('followUps.close.done') },
          { key: 'cannotBeDone', label: t('followUps.close.cannot') },
        ]}
        value={ending.status}
        onChange={(status) => set({ status })}
      />
      <div className={styles.day}>
        <DayField
          label={t('followUps.fields.answeredCompanyOn')}
          required={done}
          value={ending.answeredCompanyOn}
          onChange={(answeredCompanyOn) => set({ answeredCompanyOn })}
          onValid={setDayReadable}
          problem={problemOf('answeredCompanyOn')}
        />
        <Button small onPress={() => set({ answeredCompanyOn: today() })}>
          {t('followUps.close.today')}
        </Button>
      </div>
      <TextArea
        label={done ? t('followUps.fields.result') : t('followUps.close.reason')}
        required
        rows={3}
        value={ending.result}
        onChange={(result) => set({ result })}
        onEnter={() => void submit()}
        problem={problemOf('result')}
      />
      {unplaced && (
        <div role="alert">
          <Note tone="danger">{unplaced}</Note>
        </div>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" busy={close.busy} onPress={() => void submit()}>
          {done ? t('followUps.close.close') : t('followUps.close.giveUp')}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </InlineForm>
  )
}
