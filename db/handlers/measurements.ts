import { invalid, type Message } from '#shared/contract/problem.ts'
import { figureBefore, jumpOf, nextExpected } from '#shared/domain/measurement-rules.ts'
import { comparePeriods } from '#shared/domain/periods.ts'
import type { Indicator } from '#shared/domain/records/indicator.ts'
import { regionName } from '#shared/domain/regions.ts'
import type { Id } from '#shared/domain/values.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { type Entry, figureBook, type GivenFigure } from '../figure-book.ts'
import { countryOfIndicator, wrongInMeasurement } from '../indicator-checks.ts'
import { indicatorIdsOfGoal, indicatorIdsOfPlan, indicatorsByCode } from '../repositories/indicators.ts'
import { figuresOfYears, periodsOf, versionsOf, versionsOfSeries } from '../repositories/measurements.ts'
import { read, type Store } from '../store.ts'
import { dayOf, languageOf, refuseIfWrong, revised } from './checking.ts'
import { seriesOf } from './indicators.ts'

type Own =
  | 'measurements.vintages'
  | 'measurements.grid'
  | 'measurements.enter'
  | 'measurements.revise'
  | 'measurements.remove'

export const measurementHandlers: Pick<AreaHandlers<'measurements'>, Own> = {
  'measurements.vintages': (figure, { store }) => versionsOf(store, figure),
  'measurements.grid': ({ planId, goalId, indicatorIds, fromYear, toYear }, context) => {
    const { store } = context
    const ids = new Set([
      ...(planId === null ? [] : indicatorIdsOfPlan(store, planId)),
      ...(goalId === null ? [] : indicatorIdsOfGoal(store, goalId)),
      ...indicatorIds,
    ])
    const language = languageOf(context)
    return {
      rows: indicatorsByCode(store, [...ids]).flatMap((indicator) => {
        const country = countryOfIndicator(store, indicator)
        const whole = seriesOf(figuresOfYears(store, indicator.id, fromYear, toYear))
        const figuresOf = new Map(whole.map((one) => [one.regionCode, one.figures]))
        const regions = [...new Set([...indicator.regionCodes, ...figuresOf.keys()])]
        // An indicator that names no region is measured of the country until it does.
        const codes = regions.length === 0 ? [country] : regions
        const { id, code, title, unit, unitText, decimals, frequency } = indicator
        return codes.map((regionCode) => ({
          indicator: { id, code, title, unit, unitText, decimals, frequency },
          regionCode,
          regionName: regionName(regionCode, country, language),
          figures: figuresOf.get(regionCode) ?? [],
        }))
      }),
    }
  },
  'measurements.enter': ({ figures, confirmJumps }, context) => {
    const vintage = today(context)
    const given = figures.map((figure) => ({ ...figure, vintage: figure.vintage ?? vintage }))
    return change(context, (write) => enterAll(context, write, given, confirmJumps))
  },
  'measurements.revise': ({ id, changes, confirmJumps }, context) => {
    const { store } = context
    const after = revised(read(store, 'measurements', id), changes)
    const day = dayOf(context)
    const wrong = wrongInMeasurement(store, id, after, day)
    if (Object.keys(wrong).length === 0 && !confirmJumps && (changes.value !== undefined || changes.period)) {
      const indicator = read(store, 'indicators', after.indicatorId)
      const others = versionsOfSeries(store, after.indicatorId, after.regionCode, after.breakdownCode)
      const inForce = [...new Map(others.filter((one) => one.id !== id).map((one) => [one.period, one])).values()]
      const jump = jumpOf(after, figureBefore(after.period, inForce), indicator, day.language)
      if (jump) wrong.value = jump
    }
    refuseIfWrong(wrong, 'changes.')
    return change(context, (write) => write.revise('measurements', id, { ...changes, enteredBy: context.actor.name }))
  },
  'measurements.remove': ({ id }, context) => {
    change(context, (write) => write.remove('measurements', id))
    return {}
  },
}

/**
 * Enters figures, all or none, and moves on what their indicators expect. The fields of what is wrong begin with `figures.N.`.
 *
 * @throws ProblemError `invalid`.
 */
export function enterAll(context: Context, write: Writer, figures: readonly GivenFigure[], confirmJumps: boolean) {
  const book = figureBook(write, dayOf(context), confirmJumps)
  const wrong: Record<string, Message> = {}
  // By period, whatever was typed first: each is held against the one before it among those entered with it too.
  const inOrder = figures
    .map((figure, index) => ({ figure, index }))
    .sort((a, b) => comparePeriods(a.figure.period, b.figure.period))
  const entries = inOrder.map(({ figure, index }) => {
    const decided = book.decide(figure)
    for (const [field, message] of Object.entries(decided.wrong)) wrong[`figures.${index}.${field}`] = message
    return decided.entry
  })
  if (Object.keys(wrong).length > 0) throw invalid(wrong)
  return writeEntries(context, write, entries)
}

/** Writes what a book decided: new vintages and corrections, and the day that each indicator's next figure is expected. */
export function writeEntries(context: Context, write: Writer, entries: readonly Entry[]) {
  const counts = { added: 0, corrected: 0, unchanged: 0 }
  const expecting = expectations(write)
  const came = new Map<Id, { indicator: Indicator; vintage: string }>()
  for (const entry of entries) {
    if (entry.kind === 'unchanged') {
      counts.unchanged += 1
      continue
    }
    const { figure } = entry
    const { indicatorId } = figure
    const expected = expecting(indicatorId)
    const record = { ...figure, enteredBy: context.actor.name }
    if (entry.kind === 'correct') {
      write.revise('measurements', entry.id, record)
      counts.corrected += 1
      continue
    }
    write.insert('measurements', { id: context.newId(), ...record })
    counts.added += 1
    if (expected === null) continue
    const { indicator, newest } = expected
    // Old figures that are filled in are not the one that was expected.
    if (newest !== null && comparePeriods(figure.period, newest) < 0) continue
    const known = came.get(indicatorId)
    if (!known || known.vintage < figure.vintage) came.set(indicatorId, { indicator, vintage: figure.vintage })
  }
  for (const { indicator, vintage } of came.values()) {
    const nextExpectedOn = nextExpected(indicator.nextExpectedOn, indicator.frequency, vintage)
    write.revise('indicators', indicator.id, { nextExpectedOn })
  }
  return counts
}

/** Reads of each indicator once, before its first figure is written, the newest period that it had; null of one that expects none. */
function expectations(store: Store) {
  const known = new Map<Id, { indicator: Indicator; newest: string | null } | null>()
  return (indicatorId: Id) => {
    const found = known.get(indicatorId)
    if (found !== undefined) return found
    const indicator = read(store, 'indicators', indicatorId)
    const expected =
      indicator.nextExpectedOn === null
        ? null
        : { indicator, newest: periodsOf(store, indicatorId).toSorted(comparePeriods).at(-1) ?? null }
    known.set(indicatorId, expected)
    return expected
  }
}
