/** What a register looks like as a sheet: which columns stand for a column of its list, how its rows are grouped, how its filter is told. */
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { CommitmentUnit } from '#shared/domain/records/commitment.ts'
import { commitmentUnits } from '#shared/domain/records/commitment.ts'
import type { Register } from '#shared/domain/records/saved-view.ts'
import type { Country, Language } from '#shared/domain/values.ts'
import type { nb } from '../../i18n/nb/index.ts'
import type { Translate } from '../../i18n/translator.ts'
import { lateAboveZero, lightMarks, type SheetColumn, type SheetValue } from '../workbook-spec.ts'

type Codes = typeof nb.codes
type Workbook = typeof nb.registers.workbook
export type ColumnWord = keyof Workbook['columns']
export type FilterWord = keyof Workbook['filters']

type PartnerSums = OutputOf<'commitments.sums'>['partners'][number]
/** A partner with what its commitments come to; null where it has none. */
export type PartnerLine = OutputOf<'partners.list'>[number] & { readonly tally: Omit<PartnerSums, 'partnerId'> | null }
/** A row with the goals that it serves: codes of goals of plans in force, in the order of their plans. */
export interface Serves {
  readonly goalCodes: readonly string[]
}
/** The rows that each register's list gives. */
export interface RegisterRows {
  companies: OutputOf<'companies.list'>['rows'][number]
  visits: OutputOf<'visits.list'>['rows'][number]
  followUps: OutputOf<'followUps.list'>['rows'][number]
  meetings: OutputOf<'meetings.list'>['rows'][number]
  decisions: OutputOf<'decisions.list'>['rows'][number]
  actions: OutputOf<'actions.list'>['rows'][number]
  partners: PartnerLine
  commitments: OutputOf<'commitments.list'>['rows'][number] & Serves
  projects: OutputOf<'projects.list'>['rows'][number] & Serves
  milestones: OutputOf<'milestones.list'>['rows'][number]
  documents: OutputOf<'documents.list'>['rows'][number]
  goals: OutputOf<'goals.list'>['rows'][number]
  activities: OutputOf<'activities.list'>['rows'][number]
  indicators: OutputOf<'indicators.list'>['rows'][number]
}
/** Records that rows and filters name by their id alone. */
export type NamedEntity =
  | 'sectors'
  | 'companies'
  | 'visits'
  | 'persons'
  | 'bodies'
  | 'meetings'
  | 'partners'
  | 'projects'
  | 'focusAreas'
  | 'plans'
  | 'goals'

/** The words of one export. */
export interface RegisterWords {
  readonly t: Translate
  readonly language: Language
  /** Of the partnership; orders names and tells whose municipalities are meant. */
  readonly country: Country
  readonly day: (day: string) => string
  readonly number: (value: number) => string
  /** What a record is called; the word for a deleted one where it is gone. */
  readonly name: (entity: NamedEntity, id: string) => string
  readonly municipality: (code: string, country: Country) => string
  /** The label of a code of a closed list. */
  readonly code: <L extends keyof Codes & string>(list: L, code: keyof Codes[L] & string) => string
  readonly yesNo: (value: boolean) => string
}

export interface SheetCell<Row> {
  readonly word: ColumnWord
  readonly kind: 'text' | 'name' | 'day' | 'number' | 'amount' | 'figure'
  /** In characters. */
  readonly width: number
  /** Money and other amounts have a column for each unit; one that no row has anything in is left out. */
  readonly unit?: CommitmentUnit
  /** Added up above the table. */
  readonly summed?: boolean
  readonly value: (row: Row, words: RegisterWords) => SheetValue
}
/** What stands out on paper stands out in a register. */
export function marksOf({ word }: Pick<SheetCell<never>, 'word'>, { code }: RegisterWords): Pick<SheetColumn, 'marks'> {
  if (word === 'daysOverdue') return { marks: lateAboveZero }
  return word === 'light' ? { marks: lightMarks((light) => code('light', light)) } : {}
}

export interface RowGroup {
  readonly label: string
  /** Place among the groups; those of the same place stand by their label. */
  readonly order?: number
}
export interface RegisterSheet<Row> {
  /** Key of a column of the list → the columns of the sheet that say the same. */
  readonly columns: Readonly<Record<string, readonly SheetCell<Row>[]>>
  /** Key of a way to group → a row's group; null = what it is grouped by is not stated. */
  readonly groups: Readonly<
    Record<string, { word: ColumnWord; of: (row: Row, words: RegisterWords) => RowGroup | null }>
  >
  /** Field of the filter → what it is called and how its value is told. Values that filter nothing are never asked for. */
  readonly filters: Readonly<Record<string, FilterField>>
  /** Order of the list → the column it goes by. */
  readonly sorts: Readonly<Record<string, ColumnWord>>
  /** True for a row that isn't public. */
  readonly isInternal?: (row: Row) => boolean
  /** What of free text is in the sheet. */
  readonly texts?: 'noVisitTexts' | 'masked' | 'openVisits'
}
export interface FilterField {
  readonly label: (t: Translate) => string
  readonly value: (value: unknown, words: RegisterWords) => string
}
export type RegisterSheets = { readonly [R in Register]: RegisterSheet<RegisterRows[R]> }

export const text = <Row>(word: ColumnWord, width: number, value: SheetCell<Row>['value']): SheetCell<Row> => ({
  word,
  kind: 'text',
  width,
  value,
})
/** What the row is called. */
export const name = <Row>(word: ColumnWord, value: SheetCell<Row>['value']): SheetCell<Row> => ({
  word,
  kind: 'name',
  width: 34,
  value,
})
export const day = <Row>(word: ColumnWord, value: SheetCell<Row>['value']): SheetCell<Row> => ({
  word,
  kind: 'day',
  width: 14,
  value,
})
export const number = <Row>(word: ColumnWord, value: SheetCell<Row>['value'], summed = false): SheetCell<Row> => ({
  word,
  kind: 'number',
  width: 14,
  summed,
  value,
})
/** A column for each unit, so that no sum adds kroner to hours; `value` gives øre/öre or hundredths of the row's own unit. */
export function amounts<Row>(
  word: ColumnWord,
  units: (row: Row) => readonly { readonly unit: CommitmentUnit; readonly value: number | null }[],
): SheetCell<Row>[] {
  return commitmentUnits.map((unit) => ({
    word,
    kind: 'amount',
    width: 18,
    unit,
    summed: true,
    value: (row) => {
      const own = units(row).find((one) => one.unit === unit)
      return own?.value == null ? null : own.value / 100
    },
  }))
}

/** Groups by a code, in the order of its list. */
export function byCode<Row, L extends keyof Codes & string>(
  word: ColumnWord,
  list: L,
  codes: readonly (keyof Codes[L] & string)[],
  of: (row: Row) => (keyof Codes[L] & string) | null,
): RegisterSheet<Row>['groups'][string] {
  return {
    word,
    of: (row, words) => {
      const code = of(row)
      return code === null ? null : { label: words.code(list, code), order: codes.indexOf(code) }
    },
  }
}
/** Groups by a name, in alphabetical order. */
export function byName<Row>(
  word: ColumnWord,
  of: (row: Row, words: RegisterWords) => string | null,
): RegisterSheet<Row>['groups'][string] {
  return {
    word,
    of: (row, words) => {
      const label = of(row, words)
      return label === null || label === '' ? null : { label }
    },
  }
}
/** Groups by a year, the newest first. */
export function byYear<Row>(
  word: ColumnWord,
  of: (row: Row) => number | string | null,
): RegisterSheet<Row>['groups'][string] {
  return {
    word,
    of: (row) => {
      const year = of(row)
      const digits = year === null ? '' : String(year).slice(0, 4)
      return digits === '' ? null : { label: digits, order: -Number(digits) }
    },
  }
}
