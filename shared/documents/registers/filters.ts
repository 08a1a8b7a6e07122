/** How the fields of filters are told in words. */
import type { nb } from '../../i18n/nb/index.ts'
import type { Translate } from '../../i18n/translator.ts'
import type { ColumnWord, FilterField, FilterWord, NamedEntity } from './register.ts'

const columnLabel = (word: ColumnWord) => (t: Translate) => t(`registers.workbook.columns.${word}`)
const filterLabel = (word: FilterWord) => (t: Translate) => t(`registers.workbook.filters.${word}`)
const listed = (values: readonly string[]) => values.join(', ')

/** Words that are searched for. */
export const words: FilterField = { label: filterLabel('text'), value: (value) => `“${String(value)}”` }
/** Codes of a closed list. */
export function codes(list: keyof typeof nb.codes & string, label: ColumnWord | { filter: FilterWord }): FilterField {
  return {
    label: typeof label === 'string' ? columnLabel(label) : filterLabel(label.filter),
    // The filter was parsed, so its codes are of the list.
    value: (value, { code }) => listed([value].flat().map((one) => code(list, String(one) as never))),
  }
}
/** Records by their ids. */
export function names(entity: NamedEntity, label: ColumnWord | { filter: FilterWord }): FilterField {
  return {
    label: typeof label === 'string' ? columnLabel(label) : filterLabel(label.filter),
    value: (value, { name }) => listed([value].flat().map((one) => name(entity, String(one)))),
  }
}
export const municipalities: FilterField = {
  label: columnLabel('municipality'),
  value: (value, { municipality, country }) =>
    listed([value].flat().map((code) => municipality(String(code), country))),
}
export function days(label: FilterWord): FilterField {
  return { label: filterLabel(label), value: (value, { day }) => day(String(value)) }
}
export const years: FilterField = { label: filterLabel('year'), value: (value) => String(value) }
/** A box that is ticked. */
export function ticked(label: FilterWord): FilterField {
  return { label: filterLabel(label), value: (_, { yesNo }) => yesNo(true) }
}
/** One of a few ways to look at a list. */
export function choice(label: FilterWord): FilterField {
  return {
    label: filterLabel(label),
    value: (value, { t }) => t(`registers.workbook.choices.${String(value)}` as 'registers.workbook.choices.all'),
  }
}
