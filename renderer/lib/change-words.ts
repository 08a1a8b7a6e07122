import type { Language } from '#shared/domain/values.ts'
import { fieldWords } from '#shared/i18n/field-words.ts'
import { translator } from '#shared/i18n/translator.ts'
import type { Told } from './undo.ts'

type Field = Told['fields'][number]
/** More labels than this and a notice is a paragraph. */
const labelsShown = 3

/** What a change did, in a few words: "Bedrift Borregaard AS, Navn og 2 poster til". Empty where it touched only inner fields. */
export function changeWords(
  { fields, names }: Told,
  language: Language,
  day: (day: string | null) => string,
  /** The change is told as it is taken back: what it removed comes back. */
  turned = false,
): string {
  const t = translator(language)
  const records = [...Map.groupBy(fields, ({ recordId }) => recordId).values()]
  const said = records.map((own) => ({ own, deed: turned ? turnedDeed[deedOf(own)] : deedOf(own) }))
  // What was made, removed or brought back says more than what was changed along with it.
  const first = said.find(({ deed }) => deed !== 'changed') ?? said.find(({ own }) => labelsOf(own, language) !== '')
  const [one] = first?.own ?? []
  if (!first || !one) return ''
  const name = names[one.recordId]
  const called = [name?.name, day(name?.day ?? null)].filter(Boolean).join(', ')
  const record = [t(`app.entities.${one.entity}`), called].filter(Boolean).join(' ')
  const what =
    first.deed === 'changed'
      ? t('history.what.changed', { record, fields: labelsOf(first.own, language) })
      : t(`history.what.${first.deed}`, { record })
  return records.length === 1 ? what : t('history.what.more', { what, count: records.length - 1 })
}

const turnedDeed = { made: 'removed', removed: 'restored', restored: 'removed', changed: 'changed' } as const

function deedOf(fields: readonly Field[]): 'made' | 'removed' | 'restored' | 'changed' {
  if (fields.some(({ field }) => field === '*')) return 'made'
  const mark = fields.find(({ field }) => field === 'deletedAt')
  if (!mark) return 'changed'
  return mark.value === null ? 'restored' : 'removed'
}

const labelsOf = (fields: readonly Field[], language: Language) =>
  fieldLabels(
    fields.map(({ field }) => field),
    fields[0]?.entity ?? '',
    language,
  )

/** The labels of fields, the first few of them. */
export function fieldLabels(fields: readonly string[], entity: string, language: Language): string {
  const words = fieldWords(language, 'NO', () => undefined)
  const labels = [...new Set(fields.map((field) => words.fieldName(field, entity)))].filter(
    (label) => label !== undefined,
  )
  return labels.slice(0, labelsShown).join(', ') + (labels.length > labelsShown ? ' …' : '')
}
