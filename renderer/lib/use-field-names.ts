import { useMemo } from 'react'
import { interviewQuestions } from '#shared/domain/records/visit.ts'
import { nb } from '#shared/i18n/nb/index.ts'
import { useT } from './use-t.ts'

type Field = keyof typeof nb.app.fields

/** What the fields of every record are called, for histories. Fields without a name are inner ones and stay out. */
export function useFieldNames() {
  const t = useT()
  return useMemo(
    () => ({
      fieldName: (field: string) => {
        const question = interviewQuestions.find((one) => one === field)
        if (question) return t(`codes.question.${question}`)
        // Checked right here: only names of the catalogue get through.
        return Object.hasOwn(nb.app.fields, field) ? t(`app.fields.${field as Field}`) : undefined
      },
    }),
    [t],
  )
}
