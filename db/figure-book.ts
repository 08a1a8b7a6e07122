/** Figures to be entered beside those that are there: what entering each of them would do, decided before anything is written. */
import { type FieldMessages, fieldMessage } from '#shared/domain/checked.ts'
import { checkMeasurement, figureBefore, jumpOf, saysTheSame } from '#shared/domain/measurement-rules.ts'
import type { Indicator } from '#shared/domain/records/indicator.ts'
import type { Country, Day, Id, Language } from '#shared/domain/values.ts'
import type { MeasurementContent } from './indicator-checks.ts'
import { countryOfIndicator } from './indicator-checks.ts'
import { versionsOfSeries } from './repositories/measurements.ts'
import { find, type Store } from './store.ts'

/** What of a figure is given; who enters it is the book's. */
export type GivenFigure = Omit<MeasurementContent, 'enteredBy'>
export type Entry =
  | { readonly kind: 'new'; readonly figure: GivenFigure; readonly before: Known | null }
  | { readonly kind: 'correct'; readonly id: Id; readonly figure: GivenFigure; readonly before: Known | null }
  | { readonly kind: 'unchanged'; readonly before: Known | null }
type Known = GivenFigure & { readonly id: Id | null }
export interface Decided {
  readonly entry: Entry
  /** Field → what is wrong; empty = good. */
  readonly wrong: FieldMessages
  /** True where all that is wrong is the distance to the figure before. */
  readonly jumps: boolean
}
interface Moment {
  readonly today: Day
  readonly language: Language
}

/**
 * A book over the file as it is. `decide` says what entering a figure would do, and remembers it, so that those after it see it. Each series
 * is read once, however many of its figures are given.
 */
export function figureBook(store: Store, day: Moment, confirmJumps: boolean) {
  const indicators = new Map<Id, { indicator: Indicator; country: Country } | null>()
  const series = new Map<string, Map<string, Known[]>>()
  const given = new Set<string>()

  const indicatorOf = (id: Id) => {
    const known = indicators.get(id)
    if (known !== undefined) return known
    const indicator = find(store, 'indicators', id)
    const found = indicator?.deletedAt === null ? { indicator, country: countryOfIndicator(store, indicator) } : null
    indicators.set(id, found)
    return found
  }
  /** Vintages by period, the newest last. */
  const versionsIn = ({ indicatorId, regionCode, breakdownCode }: GivenFigure) => {
    const key = JSON.stringify([indicatorId, regionCode, breakdownCode])
    let known = series.get(key)
    if (!known) {
      known = new Map()
      for (const version of versionsOfSeries(store, indicatorId, regionCode, breakdownCode)) {
        const own = known.get(version.period)
        if (own) own.push(version)
        else known.set(version.period, [version])
      }
      series.set(key, known)
    }
    return known
  }

  return {
    decide(figure: GivenFigure): Decided {
      const found = indicatorOf(figure.indicatorId)
      const nothing: Entry = { kind: 'unchanged', before: null }
      if (!found) return { entry: nothing, wrong: { indicatorId: fieldMessage('gone') }, jumps: false }
      const { indicator, country } = found
      const wrong = checkMeasurement(figure, { indicator, country }, day)
      const all = versionsIn(figure)
      const versions = all.get(figure.period) ?? []
      const inForce = versions.at(-1) ?? null
      const key = JSON.stringify([figure.indicatorId, figure.regionCode, figure.breakdownCode, figure.period])
      if (given.has(key)) wrong.period ??= fieldMessage('figureTwice')
      given.add(key)
      if (Object.keys(wrong).length > 0) return { entry: { ...nothing, before: inForce }, wrong, jumps: false }
      const entry = entryOf(figure, versions, inForce)
      if (entry.kind === 'unchanged') return { entry, wrong, jumps: false }
      // A note alone raises no question.
      const asked = !confirmJumps && !(inForce && saysTheSame(inForce, figure))
      const jump = asked ? jumpOf(figure, figureBefore(figure.period, latestOf(all)), indicator, day.language) : null
      // Remembered all the same: where the level has moved, only the first figure of the new one is asked about.
      remember(all, figure, entry)
      return jump ? { entry, wrong: { value: jump }, jumps: true } : { entry, wrong, jumps: false }
    },
  }
}

function* latestOf(series: ReadonlyMap<string, Known[]>): Generator<Known> {
  for (const versions of series.values()) {
    const last = versions.at(-1)
    if (last) yield last
  }
}

function entryOf(figure: GivenFigure, versions: readonly Known[], inForce: Known | null): Entry {
  const sameDay = versions.find(({ vintage }) => vintage === figure.vintage)
  const target = sameDay ?? (inForce && saysTheSame(inForce, figure) ? inForce : null)
  if (!target || target.id === null) return { kind: 'new', figure, before: inForce }
  // What is not said of a figure that is there already stays: a grid knows no notes.
  const next: GivenFigure = {
    ...figure,
    vintage: target.vintage,
    sourceDocument: figure.sourceDocument ?? target.sourceDocument,
    note: figure.note ?? target.note,
  }
  const same = saysTheSame(target, next) && target.sourceDocument === next.sourceDocument && target.note === next.note
  return same
    ? { kind: 'unchanged', before: inForce }
    : { kind: 'correct', id: target.id, figure: next, before: inForce }
}

function remember(series: Map<string, Known[]>, figure: GivenFigure, entry: Entry): void {
  if (entry.kind === 'unchanged') return
  const id = entry.kind === 'correct' ? entry.id : null
  const others = (series.get(figure.period) ?? []).filter((one) => id === null || one.id !== id)
  const next = [...others, { ...entry.figure, id }]
  series.set(
    figure.period,
    next.sort((a, b) => (a.vintage < b.vintage ? -1 : a.vintage > b.vintage ? 1 : 0)),
  )
}
