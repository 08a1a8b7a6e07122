import { useMemo } from 'react'
import { type FieldWords, fieldWords } from '#shared/i18n/field-words.ts'
import { useNames, usePartnership } from './use-names.ts'
import { useLanguage } from './use-t.ts'

/** What the fields of every record are called, and their values in words, for histories. Fields without a name are inner ones and stay out. */
export function useFieldNames(): FieldWords {
  const names = useNames()
  const language = useLanguage()
  const country = usePartnership()?.country ?? 'NO'
  return useMemo(() => fieldWords(language, country, names.sector), [language, country, names])
}
