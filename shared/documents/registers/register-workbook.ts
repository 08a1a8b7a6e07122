/** A register as a workbook: a sheet with a row for each row of the list, the sums, and what the extract is and what it leaves out. */
import type { Register } from '#shared/domain/records/saved-view.ts'
import { formatDay, timeZoneOf, todayIn } from '../../domain/days.ts'
import { sortKey } from '../../domain/search-text.ts'
import { localeOf } from '../../i18n/translator.ts'
import { cleanLine } from '../clean-text.ts'
import type { DocumentLook } from '../look.ts'
import { dayFormats, monthFormats } from '../workbook-formats.ts'
import type { SheetColumn, SheetSpec, SheetValue, WorkbookSpec } from '../workbook-spec.ts'
import { marksOf, type RegisterSheet, type RegisterWords, type RowGroup, type SheetCell } from './register.ts'

export interface RegisterRequest {
  readonly register: Register
  /** Keys of the list's columns, in the order shown. */
  readonly columns: readonly string[]
  readonly groupBy: string | null
  /** The parsed filter of the list. */
  readonly filter: Readonly<Record<string, unknown>>
  /** Null where the list has one order only. */
  readonly sort: string | null
  readonly direction: 'asc' | 'desc'
}
export interface RegisterFacts {
  readonly partnership: string
  readonly madeBy: string
  /** UTC instant. */
  readonly madeAt: string
  /** Rows that are confidential, or belong to something that is. */
  readonly leftOut: number
  /** The words searched for may have more hits than the list takes; how many it takes. */
  readonly cappedAt: number | null
  readonly look: DocumentLook
}
export interface RegisterWorkbook<Row> {
  add(row: Row): void
  finish(facts: RegisterFacts): WorkbookSpec
}
interface Line {
  readonly cells: SheetValue[]
  readonly group: RowGroup | null
}

/** With the title and two notes, so many sums still let the header stand still (`workbook.ts`); more get a sheet of their own. */
const mostSums = 3

/** Columns and ways to group that a register doesn't have, among those asked for. */
export function unknownIn<Row>(
  sheet: RegisterSheet<Row>,
  { columns, groupBy }: Pick<RegisterRequest, 'columns' | 'groupBy'>,
): { readonly columns: boolean; readonly groupBy: boolean } {
  return {
    columns: columns.some((key) => !Object.hasOwn(sheet.columns, key)),
    groupBy: groupBy !== null && !Object.hasOwn(sheet.groups, groupBy),
  }
}

/**
 * Takes the rows of a register one by one, so that only what the sheet shows of them is kept, and gives the workbook. The same rows, words
 * and facts give the same workbook. Groups stand in the first column, what isn't stated last; within a group the list's order stands.
 */
export function registerWorkbook<Row>(
  sheet: RegisterSheet<Row>,
  request: RegisterRequest,
  words: RegisterWords,
): RegisterWorkbook<Row> {
  const asked = cellsOf(sheet, request.columns)
  const group = request.groupBy === null ? undefined : sheet.groups[request.groupBy]
  const lines: Line[] = []
  let internal = 0
  return {
    add(row) {
      if (sheet.isInternal?.(row)) internal += 1
      lines.push({ cells: asked.map((cell) => cell.value(row, words)), group: group?.of(row, words) ?? null })
    },
    finish(facts) {
      const { t } = words
      const kept = asked
        .map((cell, at) => ({ cell, at }))
        .filter(({ cell, at }) => cell.unit === undefined || lines.some(({ cells }) => cells[at] != null))
      const ordered = group ? inGroups(lines, words) : lines
      const notStated = t('registers.workbook.notStated')
      const columns: SheetColumn[] = kept.map(({ cell }) => ({
        header: headerOf(cell, words),
        kind: cell.kind,
        width: cell.width,
        ...marksOf(cell, words),
      }))
      const rows = ordered.map(({ cells, group: own }) => {
        const shown = kept.map(({ at }) => cells[at] ?? null)
        return group ? [own?.label ?? notStated, ...shown] : shown
      })
      if (group) {
        const by = t(`registers.workbook.columns.${group.word}`)
        columns.unshift({ header: t('registers.workbook.groupedBy', { name: by }), kind: 'name', width: 28 })
      }
      const label = t(`codes.register.${request.register}`)
      const sums = kept.flatMap(({ cell, at }) => {
        if (!cell.summed) return []
        // Amounts are hundredths of a unit: adding whole ones keeps the sum exact.
        const total = lines.reduce((sum, { cells }) => sum + Math.round(Number(cells[at] ?? 0) * 100), 0) / 100
        return [{ header: headerOf(cell, words), kind: cell.kind, value: total }]
      })
      const onSheet = sums.length <= mostSums
      const full = columns.find((_, at) => rows.every((row) => row[at] !== null))
      const about = aboutRows(sheet, request, words, { ...facts, internal, rows: rows.length })
      const main: SheetSpec = {
        name: label,
        title: label,
        notes: [`${cleanLine(facts.partnership)} · ${writtenDay(facts, words)}`, filterWords(sheet, request, words)],
        totals: [
          ...(full
            ? [
                {
                  label: t('registers.workbook.rowsShown'),
                  of: 'count' as const,
                  header: full.header,
                  value: rows.length,
                },
              ]
            : []),
          ...(onSheet ? sums : []).map(({ header, value }) => ({
            label: t('registers.workbook.sum', { name: header }),
            of: 'sum' as const,
            header,
            value,
          })),
        ],
        table: t(`registers.workbook.tables.${request.register}`),
        columns,
        rows,
        empty: t('registers.workbook.empty'),
      }
      return {
        sheets: [main, ...(onSheet ? [] : [sumsSheet(sums, words)]), aboutSheet(about, words)],
        locale: localeOf(words.language),
        title: `${label} · ${cleanLine(facts.partnership)}`,
        subject: t('registers.workbook.subject', { register: label }),
        author: facts.madeBy,
        keywords: t('registers.workbook.keywords'),
        description: t('registers.workbook.internal'),
        madeAt: facts.madeAt,
        dayFormat: dayFormats[words.language],
        monthFormat: monthFormats[words.language],
        cutMark: t('registers.workbook.cut'),
        page: { word: t('registers.workbook.page'), of: t('registers.workbook.pageOf') },
        look: facts.look,
      }
    },
  }
}

/** The columns asked for, in their order; one that two of them hold stands once, where it came first. */
function cellsOf<Row>(sheet: RegisterSheet<Row>, keys: readonly string[]): SheetCell<Row>[] {
  const cells = new Map<string, SheetCell<Row>>()
  for (const key of keys) {
    for (const cell of sheet.columns[key] ?? []) {
      const place = `${cell.word} ${cell.unit ?? ''}`
      if (!cells.has(place)) cells.set(place, cell)
    }
  }
  return [...cells.values()]
}

function headerOf(cell: Pick<SheetCell<never>, 'word' | 'unit'>, { t, code }: RegisterWords): string {
  const name = t(`registers.workbook.columns.${cell.word}`)
  return cell.unit === undefined
    ? name
    : t('registers.workbook.ofUnit', { name, unit: code('commitmentUnit', cell.unit) })
}

/** By the place of the groups, then by their names as the country's alphabet has them. */
function inGroups(lines: readonly Line[], { country }: RegisterWords): Line[] {
  const keys = new Map<string, string>()
  const keyOf = (label: string) => {
    const known = keys.get(label) ?? sortKey(label, country)
    keys.set(label, known)
    return known
  }
  return lines.toSorted(({ group: a }, { group: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const places = (a.order ?? 0) - (b.order ?? 0)
    if (places !== 0) return places
    const [first, second] = [keyOf(a.label), keyOf(b.label)]
    return first < second ? -1 : first > second ? 1 : 0
  })
}

function writtenDay({ madeAt }: RegisterFacts, { country, language }: RegisterWords): string {
  return formatDay(todayIn(timeZoneOf(country), madeAt), language)
}

/** The filter as its fields say it; what filters nothing is not told. */
function filterWords<Row>(sheet: RegisterSheet<Row>, { filter }: RegisterRequest, words: RegisterWords): string {
  const { t } = words
  const parts = Object.entries(filter).flatMap(([field, value]) => {
    const told = sheet.filters[field]
    if (!told || isOff(value)) return []
    return [t('registers.workbook.filterPart', { name: told.label(t), value: told.value(value, words) })]
  })
  return parts.length === 0 ? t('registers.workbook.noFilter') : parts.join(' · ')
}

function isOff(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === null || value === undefined || value === false || value === '' || value === 'all' || value === 'with'
}

function aboutRows<Row>(
  sheet: RegisterSheet<Row>,
  request: RegisterRequest,
  words: RegisterWords,
  facts: RegisterFacts & { readonly internal: number; readonly rows: number },
): [string, string][] {
  const { t, number } = words
  const sorted = request.sort === null ? Object.values(sheet.sorts)[0] : sheet.sorts[request.sort]
  const group = request.groupBy === null ? undefined : sheet.groups[request.groupBy]
  const hasAmounts = cellsOf(sheet, request.columns).some(({ unit }) => unit !== undefined)
  const internal = [
    t('registers.workbook.internal'),
    ...(facts.internal > 0
      ? [t('registers.workbook.notPublic', { count: facts.internal, number: number(facts.internal) })]
      : []),
  ]
  return [
    [t('registers.workbook.partnership'), facts.partnership],
    [t('registers.workbook.register'), t(`codes.register.${request.register}`)],
    [t('registers.workbook.filter'), filterWords(sheet, request, words)],
    ...(sorted
      ? ([
          [
            t('registers.workbook.order'),
            t(request.direction === 'asc' ? 'registers.workbook.ascending' : 'registers.workbook.descending', {
              name: t(`registers.workbook.columns.${sorted}`),
            }),
          ],
        ] as [string, string][])
      : []),
    ...(group
      ? ([[t('registers.workbook.grouping'), t(`registers.workbook.columns.${group.word}`)]] as [string, string][])
      : []),
    [t('registers.workbook.rows'), number(facts.rows)],
    [t('registers.workbook.madeAt'), writtenDay(facts, words)],
    [t('registers.workbook.madeBy'), facts.madeBy],
    [t('registers.workbook.use'), internal.join(' ')],
    ...(facts.leftOut > 0
      ? ([
          [
            t('registers.workbook.confidential'),
            t('registers.workbook.leftOut', { count: facts.leftOut, number: number(facts.leftOut) }),
          ],
        ] as [string, string][])
      : []),
    ...(sheet.texts
      ? ([[t('registers.workbook.texts'), t(`registers.workbook.${sheet.texts}`)]] as [string, string][])
      : []),
    ...(hasAmounts
      ? ([[t('registers.workbook.amounts'), t('registers.workbook.amountsNote')]] as [string, string][])
      : []),
    ...(facts.cappedAt === null
      ? []
      : ([[t('registers.workbook.search'), t('registers.workbook.capped', { number: number(facts.cappedAt) })]] as [
          string,
          string,
        ][])),
  ]
}

function aboutSheet(rows: readonly [string, string][], { t }: RegisterWords): SheetSpec {
  return {
    name: t('registers.workbook.readMe'),
    title: t('registers.workbook.readMe'),
    notes: [],
    table: t('registers.workbook.readMeTable'),
    columns: [
      { header: t('registers.workbook.item'), kind: 'name', width: 24 },
      { header: t('registers.workbook.value'), kind: 'text', width: 90 },
    ],
    rows,
    empty: t('registers.workbook.empty'),
  }
}

function sumsSheet(
  sums: readonly { readonly header: string; readonly kind: SheetCell<never>['kind']; readonly value: number }[],
  { t }: RegisterWords,
): SheetSpec {
  return {
    name: t('registers.workbook.sums'),
    title: t('registers.workbook.sums'),
    notes: [t('registers.workbook.sumsNote')],
    table: t('registers.workbook.sumsTable'),
    columns: [
      { header: t('registers.workbook.column'), kind: 'name', width: 44 },
      { header: t('registers.workbook.sums'), kind: 'amount', width: 22 },
    ],
    rows: sums.map(({ header, value }) => [header, value]),
    empty: t('registers.workbook.empty'),
  }
}
