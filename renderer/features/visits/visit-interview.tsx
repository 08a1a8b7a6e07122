import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Checkbox } from '#renderer/components/choices.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { SavingText } from '#renderer/components/saving-field.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useSavingChoice } from '#renderer/lib/use-saving.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type InterviewQuestion, interviewQuestions } from '#shared/domain/records/visit.ts'
import styles from './visit-detail.module.css'
import type { PartProps } from './visit-detail.tsx'

/** Ten questions. An empty one was not put; "not answered" was put and passed over. The two are kept apart. */
export function VisitInterview({ open, save }: PartProps) {
  const t = useT()
  const readOnly = useReadOnly()
  const { visit } = open
  /** The question that was marked although it has an answer. */
  const [asking, setAsking] = useState<InterviewQuestion | null>(null)
  const marks = useSavingChoice<readonly InterviewQuestion[]>({
    value: visit.notAnswered,
    field: 'notAnswered',
    onSave: (notAnswered) => save({ notAnswered: [...notAnswered] }),
  })
  const fields = useRef(new Map<InterviewQuestion, HTMLFieldSetElement>())
  /** What stands in the field, saved or not yet. */
  const typed = (question: InterviewQuestion) =>
    fields.current.get(question)?.querySelector('textarea')?.value.trim() ?? ''
  const without = (question: InterviewQuestion) => marks.value.filter((one) => one !== question)

  function mark(question: InterviewQuestion, notAnswered: boolean) {
    if (!notAnswered) void marks.choose(without(question))
    else if (visit[question] !== null || typed(question) !== '') setAsking(question)
    else void marks.choose([...without(question), question])
  }
  function emptyAndMark(question: InterviewQuestion) {
    setAsking(null)
    void save({ [question]: null, notAnswered: [...without(question), question] })
  }
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>{t('visits.interview.intro')}</p>
      {marks.problem && (
        <p role="alert" className={styles.problem}>
          {marks.problem}
        </p>
      )}
      {interviewQuestions.map((question) => {
        const marked = marks.value.includes(question)
        const name = t(`codes.question.${question}`)
        return (
          <fieldset
            key={question}
            className={styles.question}
            ref={(element) => {
              if (element) fields.current.set(question, element)
            }}
          >
            <legend className={styles.spoken}>{name}</legend>
            {marked ? (
              <div>
                <p className={styles.label}>{name}</p>
                <p>{t('visits.interview.marked')}</p>
              </div>
            ) : (
              <SavingText
                label={name}
                hint={t(`codes.questionHint.${question}`)}
                field={question}
                multiline
                rows={2}
                draftKey={`visit:${visit.id}:${question}`}
                value={visit[question]}
                onSave={(text) => save({ [question]: text })}
              />
            )}
            <Checkbox
              label={t('visits.interview.notAnswered')}
              checked={marked}
              disabled={readOnly}
              onChange={(checked) => mark(question, checked)}
            />
            {asking === question && (
              <div role="alert">
                <Note
                  tone="warning"
                  action={
                    <div className={styles.buttons}>
                      <Button small onPress={() => emptyAndMark(question)}>
                        {t('visits.interview.removeAnswer')}
                      </Button>
                      <Button small onPress={() => setAsking(null)} autoFocus>
                        {t('visits.interview.keepAnswer')}
                      </Button>
                    </div>
                  }
                >
                  {t('visits.interview.hasAnswer')}
                </Note>
              </div>
            )}
          </fieldset>
        )
      })}
    </div>
  )
}
