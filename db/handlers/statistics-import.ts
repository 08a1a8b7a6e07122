import { invalid, type Message } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { formatDay } from '#shared/domain/days.ts'
import { comparePeriods } from '#shared/domain/periods.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import { checkMapping, type MappedRow, type Mapping, mapFigures } from '#shared/statistics/map-figures.ts'
import type { StatisticsFile } from '#shared/statistics/statistics-file.ts'
import { type AreaHandlers, type Context, change } from '../context.ts'
import { type Decided, figureBook } from '../figure-book.ts'
import { countryOfIndicator } from '../indicator-checks.ts'
import { find, type Store } from '../store.ts'
import { dayOf, refuseIfWrong } from './checking.ts'
import { writeEntries } from './measurements.ts'

/** Rows that a preview shows; its counts are of all. */
const mostShown = 500
/** Figures fetched at once, at most: all municipalities over a hundred years. More would hold up everything else for minutes. */
const mostFigures = 50_000

interface Figures {
  readonly indicatorId: string
  readonly vintage: Day
  readonly confirmJumps: boolean
}
type Outcome = 'new' | 'unchanged' | 'revised' | 'jump' | 'older' | 'refused'
interface DecidedRow {
  readonly row: MappedRow
  /** Null where the file already tells that the row cannot be taken. */
  readonly decided: Decided | null
  readonly outcome: Outcome
  readonly remark: Message | null
}

// The readers come with the first file, not with every start.
const reader = async () => (await import('#shared/statistics/read-statistics.ts')).readStatisticsFile

export const statisticsImportHandlers: Pick<
  AreaHandlers<'measurements'>,
  'measurements.previewImport' | 'measurements.import'
> = {
  'measurements.previewImport': async ({ format, text, mapping, vintage }, context) => {
    const readStatisticsFile = await reader()
    const read = readStatisticsFile(format, text)
    const { problems } = read
    if (!read.ok) {
      const nothing = { title: null, source: null, updatedOn: null, dimensions: [], cells: 0, unread: 0 }
      return { ...nothing, rows: null, counts: null, problems: [...problems] }
    }
    const { title, source, updatedOn, cells, unread } = read.file
    const dimensions = read.file.dimensions.map((one) => ({ ...one, values: [...one.values] }))
    const told = { title, source, updatedOn, dimensions, cells, unread, problems: [...problems] }
    if (mapping === null) return { ...told, rows: null, counts: null }
    const { today } = dayOf(context)
    const mapped = figuresOf(context, read.file, mapping)
    // Without a day the file's own holds: what it says was said then.
    const day = vintage ?? (updatedOn !== null && updatedOn <= today ? updatedOn : today)
    refuseLaterDay(context, day)
    const figures = { indicatorId: mapping.indicatorId, vintage: day, confirmJumps: false }
    const rows = decideAll(context, context.store, mapped, figures)
    const counts = { new: 0, unchanged: 0, revised: 0, jump: 0, older: 0, refused: unread }
    for (const { outcome } of rows) counts[outcome] += 1
    return { ...told, rows: rows.slice(0, mostShown).map(shown), counts }
  },
  'measurements.import': async ({ format, text, mapping, vintage, sourceDocument, confirmJumps }, context) => {
    await context.backups.makeIfChanged('beforeImport')
    const readStatisticsFile = await reader()
    const read = readStatisticsFile(format, text)
    if (!read.ok) throw invalid({ text: read.problems[0]?.message ?? fieldMessage('csvNoTable') })
    const mapped = figuresOf(context, read.file, mapping)
    refuseLaterDay(context, vintage)
    return change(context, (write) => {
      const figures = { indicatorId: mapping.indicatorId, vintage, confirmJumps }
      const rows = decideAll(context, write, mapped, figures)
      const jumps = rows.filter(({ outcome }) => outcome === 'jump').length
      if (jumps > 0) throw invalid({ confirmJumps: fieldMessage('jumpsInFile', { count: jumps }) })
      const entries = rows.flatMap(({ decided, outcome }) => {
        if (decided === null || outcome === 'refused') return []
        const { entry } = decided
        // Where it stands is said of what changes: a figure that is there already keeps the document that it was read in.
        if (entry.kind === 'unchanged' || sourceDocument === null) return [entry]
        return [{ ...entry, figure: { ...entry.figure, sourceDocument } }]
      })
      return { ...writeEntries(context, write, entries), refused: rows.length - entries.length + read.file.unread }
    })
  },
}

/** The figures that a mapping takes from a file. @throws ProblemError `invalid` on the fields of the mapping. */
function figuresOf({ store, ...context }: Context, file: StatisticsFile, mapping: Mapping & { indicatorId: string }) {
  const indicator = find(store, 'indicators', mapping.indicatorId)
  if (indicator?.deletedAt !== null) throw invalid({ 'mapping.indicatorId': fieldMessage('gone') })
  refuseIfWrong(checkMapping(file, mapping), 'mapping.')
  const { language } = dayOf({ store, ...context })
  const rows = mapFigures(file, mapping, countryOfIndicator(store, indicator), language)
  if (rows.length > mostFigures) {
    const params = { count: rows.length, most: mostFigures }
    throw invalid({ 'mapping.regions': fieldMessage('tooManyFigures', params) })
  }
  return rows
}

/** A vintage that lies ahead is told once, on its field, and not on each figure. */
function refuseLaterDay(context: Context, vintage: Day): void {
  const { today, language } = dayOf(context)
  if (vintage > today) throw invalid({ vintage: fieldMessage('dayInFuture', { today: formatDay(today, language) }) })
}

/** What fetching each row would do, in the order of the file. Decided by period, since a figure is held against the one before it, and files may begin with the newest. */
function decideAll(
  context: Context,
  store: Store,
  rows: readonly MappedRow[],
  { indicatorId, vintage, confirmJumps }: Figures,
): DecidedRow[] {
  const { language, ...day } = dayOf(context)
  const book = figureBook(store, { ...day, language }, confirmJumps)
  const decided = new Map<MappedRow, DecidedRow>()
  const byPeriod = [...rows].sort((a, b) =>
    a.period === null || b.period === null ? Number(a.period === null) : comparePeriods(a.period, b.period),
  )
  for (const row of byPeriod) {
    const { regionCode, period, breakdownCode, value, missingReason, status, wrong } = row
    if (wrong !== null || period === null) {
      decided.set(row, { row, decided: null, outcome: 'refused', remark: wrong })
      continue
    }
    const figure = {
      ...{ indicatorId, regionCode, period, breakdownCode, value, missingReason, status, vintage },
      ...{ seriesBreak: false, breakNote: null, sourceDocument: null, note: null },
    }
    decided.set(row, { row, ...outcomeOf(book.decide(figure), language) })
  }
  return rows.flatMap((row) => decided.get(row) ?? [])
}

function outcomeOf(decided: Decided, language: Language): Omit<DecidedRow, 'row'> {
  const remark = Object.values(decided.wrong)[0] ?? null
  const since = newerThan(decided)
  // However far off it is: what is not to be in force raises no question.
  if (since !== null) {
    return { decided, outcome: 'older', remark: fieldMessage('olderVintage', { day: formatDay(since, language) }) }
  }
  if (decided.jumps) return { decided, outcome: 'jump', remark }
  if (remark !== null) return { decided, outcome: 'refused', remark }
  if (decided.entry.kind === 'unchanged') return { decided, outcome: 'unchanged', remark }
  return { decided, outcome: decided.entry.before === null ? 'new' : 'revised', remark }
}

/** The day that the figure in force was retrieved, where that is after the one to be written; null where it is not. */
function newerThan({ entry, wrong, jumps }: Decided): Day | null {
  if (entry.kind === 'unchanged' || entry.before === null || (!jumps && Object.keys(wrong).length > 0)) return null
  return entry.before.vintage > entry.figure.vintage ? entry.before.vintage : null
}

function shown({ row, decided, outcome, remark }: DecidedRow) {
  const { wrong: _, ...figure } = row
  return { ...figure, outcome, before: decided?.entry.before?.value ?? null, remark }
}
