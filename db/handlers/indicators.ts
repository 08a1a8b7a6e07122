import { problem } from '#shared/contract/problem.ts'
import { addDays } from '#shared/domain/days.ts'
import { indicatorWarnings } from '#shared/domain/indicator-rules.ts'
import { comparePeriods } from '#shared/domain/periods.ts'
import type { Indicator, Measurement } from '#shared/domain/records/indicator.ts'
import { findRegions, regionName } from '#shared/domain/regions.ts'
import { foldForSearch, foldQuery } from '#shared/domain/search-text.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { countryOfIndicator, goalsLedBy, type IndicatorContent, wrongInIndicator } from '../indicator-checks.ts'
import { indicatorReminders, indicatorRowsOf, listIndicators, totalsOfIndicators } from '../repositories/indicators.ts'
import { figuresInForce, idsOfFigures, regionCodesInUse } from '../repositories/measurements.ts'
import { read, sql } from '../store.ts'
import { dayOf, filled, languageOf, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'

/** Figures that a page shows at most. */
const mostFigures = 5000
type Changes = { readonly [F in keyof IndicatorContent]?: IndicatorContent[F] | undefined }

export const indicatorHandlers: AreaHandlers<'indicators' | 'regions'> = {
  'indicators.list': (input, context) => listIndicators(context.store, input, today(context)),
  'indicators.totals': ({ filter }, context) => totalsOfIndicators(context.store, filter, today(context)),
  'indicators.open': ({ id }, context) => {
    const { store } = context
    const [row] = indicatorRowsOf(store, [id], today(context))
    if (!row) throw problem('notFound', 'problems.notFound')
    const { figures, cut } = newestOf(figuresInForce(store, id))
    const country = countryOfIndicator(store, row)
    const order = (code: string) => {
      const at = row.regionCodes.indexOf(code)
      return at < 0 ? row.regionCodes.length : at
    }
    const series = seriesOf(figures).sort((a, b) => order(a.regionCode) - order(b.regionCode))
    return {
      indicator: row,
      series: series.map((one) => ({ ...one, regionName: regionName(one.regionCode, country, languageOf(context)) })),
      cut,
      referenceOf: sql(
        store,
        'SELECT id, code, title FROM goals WHERE reference_id = ? AND deleted_at IS NULL ORDER BY plan_id, position, id',
      ).all(id) as { id: string; code: string; title: string }[],
      warnings: indicatorWarnings(row, dayOf(context)),
    }
  },
  'indicators.add': ({ goalIds, ...input }, context) => {
    const indicator = filled<IndicatorContent>(
      {
        code: input.code,
        title: input.title,
        planId: null,
        group: null,
        unit: 'notStated',
        unitText: null,
        decimals: 0,
        direction: 'neutral',
        sourceName: null,
        sourceUrl: null,
        sourceTable: null,
        frequency: 'notStated',
        availability: 'open',
        regionCodes: [],
        breakdown: 'none',
        definition: null,
        calculation: null,
        responsibleId: null,
        nextExpectedOn: null,
        jumpFactor: null,
      },
      input,
    )
    refuseIfWrong(wrongInIndicator(context.store, null, indicator, dayOf(context)))
    return change(context, (write) => {
      const made = write.insert('indicators', { id: context.newId(), ...indicator })
      for (const goalId of new Set(goalIds)) {
        read(write, 'goals', goalId)
        write.insert('goalLinks', {
          id: context.newId(),
          goalId,
          commitmentId: null,
          projectId: null,
          milestoneId: null,
          decisionId: null,
          visitId: null,
          followUpId: null,
          indicatorId: made.id,
          note: null,
        })
      }
      return made
    })
  },
  'indicators.revise': ({ id, changes }, context) =>
    change(context, (write) => reviseOne(context, write, read(write, 'indicators', id), changes)),
  'indicators.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'indicators', ids, (write, indicator) => reviseOne(context, write, indicator, changes)),
  'indicators.remove': ({ id }, context) => {
    read(context.store, 'indicators', id)
    const [led] = goalsLedBy(context.store, id)
    if (led) throw problem('refused', 'problems.indicatorLeads', { goal: `${led.code} ${led.title}` })
    change(context, (write) => {
      // Its figures go with it, and its links to goals, so that one undo brings all back.
      for (const figureId of idsOfFigures(write, id)) write.remove('measurements', figureId)
      write.remove('indicators', id)
    })
    return {}
  },
  'indicators.reminders': ({ withinDays }, context) =>
    indicatorReminders(context.store, today(context), addDays(today(context), withinDays)),
  'regions.find': ({ text, limit }, context) => {
    const { country } = context.store
    const language = languageOf(context)
    const known = findRegions(text, country, Math.min(limit, 30)).map(({ code, validTo, followedBy }) => ({
      code,
      name: regionName(code, country, language),
      validTo,
      followedBy: followedBy.length === 0 ? null : followedBy.join(', '),
    }))
    const words = foldQuery(text)
    const own = regionCodesInUse(context.store)
      .filter((code) => regionName(code, country) === code && !known.some((one) => one.code === code))
      .filter((code) => {
        const indexed = foldForSearch(code).split(' ')
        return words.every((word) => indexed.some((one) => one.startsWith(word)))
      })
      .map((code) => ({ code, name: code, validTo: null, followedBy: null }))
    return [...own, ...known].slice(0, Math.min(limit, 30))
  },
}

function reviseOne(context: Context, write: Writer, indicator: Indicator, changes: Changes): Indicator {
  refuseIfWrong(wrongInIndicator(write, indicator.id, revised(indicator, changes), dayOf(context)), 'changes.')
  return write.revise('indicators', indicator.id, changes)
}

/** At most `mostFigures`, those of the newest periods, in the order they came. */
function newestOf(figures: Measurement[]): { figures: Measurement[]; cut: boolean } {
  if (figures.length <= mostFigures) return { figures, cut: false }
  const kept = new Set([...figures].sort((a, b) => comparePeriods(b.period, a.period)).slice(0, mostFigures))
  return { figures: figures.filter((figure) => kept.has(figure)), cut: true }
}

/** Figures by region and part, each by period. */
export function seriesOf(
  figures: readonly Measurement[],
): { regionCode: string; breakdownCode: string | null; figures: Measurement[] }[] {
  const series = new Map<string, { regionCode: string; breakdownCode: string | null; figures: Measurement[] }>()
  for (const figure of figures) {
    const { regionCode, breakdownCode } = figure
    const key = JSON.stringify([regionCode, breakdownCode])
    const own = series.get(key) ?? { regionCode, breakdownCode, figures: [] }
    own.figures.push(figure)
    series.set(key, own)
  }
  for (const one of series.values()) one.figures.sort((a, b) => comparePeriods(a.period, b.period))
  return [...series.values()]
}
