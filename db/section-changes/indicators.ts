/** New and revised figures of what the plans in force are measured by. */
import type { SectionChange } from '#shared/documents/section-changes.ts'
import { comparePeriods } from '#shared/domain/periods.ts'
import type { Measurement } from '#shared/domain/records/indicator.ts'
import type { Id } from '#shared/domain/values.ts'
import { type FigureKey, vintagesOf } from '../repositories/figures-by-key.ts'
import { indicatorIdsOfPlan, indicatorsByCode } from '../repositories/indicators.ts'
import { leadRegion } from '../repositories/measurements.ts'
import { plansInForce } from '../repositories/plans.ts'
import { find } from '../store.ts'
import { type Comparing, Gathering, isThere, type Told } from './comparing.ts'

/** A board reads the newest figures; the workbook has all. */
const mostNewFigures = 3

/**
 * Figures in force, the latest vintage of each. Those of the indicator's first region, the whole, are told one by one, of the new ones the
 * newest; others are counted. A period that is missing with a reason has no figure.
 */
export function indicatorChanges(at: Comparing): Told {
  const { store } = at
  const ids = [...new Set(plansInForce(store).flatMap(({ id }) => indicatorIdsOfPlan(store, id)))]
  const gathering = new Gathering()
  const changes = Map.groupBy(figureChanges(at, new Set(ids)), ({ key }) => key.indicatorId)
  for (const one of indicatorsByCode(store, ids)) {
    const own = changes.get(one.id)
    if (!own) continue
    const { code, title, unit, unitText, decimals } = one
    const region = leadRegion(store, one.id, one.regionCodes)
    const indicator = { code, title, unit, unitText, decimals }
    gathering.tell(...ofIndicator(indicator, region, own))
  }
  return gathering.told('indicators', ids.length > 0)
}

interface FigureChange {
  readonly key: FigureKey
  readonly from: number | null
  readonly to: number | null
}
type Indicator = Extract<SectionChange, { code: 'figureNew' }>['indicator']

function ofIndicator(indicator: Indicator, region: string | null, own: readonly FigureChange[]): SectionChange[] {
  const isLead = ({ key }: FigureChange) => key.regionCode === region && key.breakdownCode === null
  const newestFirst = own.filter(isLead).sort((a, b) => comparePeriods(b.key.period, a.key.period))
  const made = newestFirst.filter(({ from }) => from === null)
  const rest = [...own.filter((one) => !isLead(one)), ...made.slice(mostNewFigures)]
  const others = {
    made: rest.filter(({ from }) => from === null).length,
    revised: rest.filter(({ from, to }) => from !== null && to !== null).length,
    gone: rest.filter(({ to }) => to === null).length,
  }
  return [
    ...newestFirst.flatMap((one): SectionChange[] => {
      const { from, to } = one
      const { period } = one.key
      if (from === null) {
        return to === null || made.indexOf(one) >= mostNewFigures
          ? []
          : [{ code: 'figureNew', indicator, period, value: to }]
      }
      return to === null
        ? [{ code: 'figureGone', indicator, period, value: from }]
        : [{ code: 'figureRevised', indicator, period, from, to }]
    }),
    ...(rest.length > 0 ? [{ code: 'figuresOther' as const, indicator, ...others }] : []),
  ]
}

/** Figures of some indicators whose value in force is another one, or that came or went. */
function figureChanges({ store, past }: Comparing, ids: ReadonlySet<Id>): FigureChange[] {
  const keys = new Map<string, FigureKey>()
  const earlier: Measurement[] = []
  for (const id of past.changed('measurements')) {
    const [then, now] = [past.before('measurements', id), find(store, 'measurements', id)]
    if (isThere(then)) earlier.push(then)
    for (const one of [then, now]) if (one && ids.has(one.indicatorId)) keys.set(nameOf(one), one)
  }
  const nowByKey = Map.groupBy(vintagesOf(store, [...keys.values()]), nameOf)
  const earlierByKey = Map.groupBy(earlier, nameOf)
  return [...keys].flatMap(([name, key]) => {
    const now = nowByKey.get(name) ?? []
    const unchanged = now.filter(({ id }) => !past.isChanged('measurements', id))
    const from = inForce([...unchanged, ...(earlierByKey.get(name) ?? [])])
    const to = inForce(now)
    return from === to ? [] : [{ key, from, to }]
  })
}

function nameOf({ indicatorId, regionCode, breakdownCode, period }: FigureKey): string {
  return JSON.stringify([indicatorId, regionCode, breakdownCode, period])
}

function inForce(vintages: readonly Measurement[]): number | null {
  const sorted = vintages.toSorted((a, b) => (a.vintage + a.id < b.vintage + b.id ? -1 : 1))
  return sorted.at(-1)?.value ?? null
}
