/** What indicators and figures cost to read: SQLite's own plans, on a file of any size. */
import { describe, expect, it } from 'vitest'
import {
  indicatorIdsOfGoal,
  indicatorIdsOfPlan,
  indicatorRowsOf,
  indicatorsByCode,
  listIndicators,
} from '#db/repositories/indicators.ts'
import {
  currentSeries,
  figuresInForce,
  figuresOfYears,
  latestFigures,
  versionsOf,
  versionsOfSeries,
} from '#db/repositories/measurements.ts'
import type { Store } from '#db/store.ts'
import { indicatorFilter } from '#shared/contract/indicators.ts'
import { today } from '../a-backend.ts'
import { plansOf } from '../plans-of.ts'
import { aStrategyStore, goalIdOf, indicatorIdOf, planIdOf } from './a-strategy-store.ts'

const size = { plans: 5, indicators: 400, figures: 20 }
const page = { filter: indicatorFilter.parse({}), direction: 'asc', limit: 10 } as const
/** Steps that read a table from end to end. Lists of ids are read so, those handed in and those made on the way, and so may people (r) and plans (n), of which there are few. */
const scansIn = (plans: readonly string[]) =>
  plans.filter(
    (detail) =>
      /^SCAN (?!\w+ (USING|VIRTUAL))/.test(detail) && !/^SCAN ((hit|one|tie|s|series|n|r)\b|\(|CONSTANT)/.test(detail),
  )

describe.each([
  ['before SQLite knows the sizes of the tables', false],
  ['when it knows them', true],
])('%s', (_when, analyzed) => {
  const aStore = () => {
    const store = aStrategyStore(size)
    if (analyzed) store.db.exec('ANALYZE')
    return store
  }

  it.each(['code', 'title'] as const)('a page by %s is read off its index, the first and the next', (sort) => {
    const store = aStore()
    const { next } = listIndicators(store, { ...page, sort, cursor: null }, today)
    expect(next).not.toBeNull()
    for (const cursor of [null, next]) {
      const plans = plansOf(store, (seen) => listIndicators(seen, { ...page, sort, cursor }, today))
      expect(plans.join()).toContain(`i USING INDEX indicators_${sort}`)
      expect(plans.join()).toContain('measurements_series')
      expect(scansIn(plans)).toEqual([])
    }
  })

  it.each<[string, (store: Store) => unknown]>([
    ['a series', (store) => currentSeries(store, indicatorIdOf(1), '31')],
    ['a series with all its vintages', (store) => versionsOfSeries(store, indicatorIdOf(1), '31', null)],
    ['every figure of an indicator', (store) => figuresInForce(store, indicatorIdOf(1))],
    ['its figures of some years', (store) => figuresOfYears(store, indicatorIdOf(1), 1980, 1990)],
    [
      'the vintages of a figure',
      (store) =>
        versionsOf(store, { indicatorId: indicatorIdOf(1), regionCode: '31', period: '1990', breakdownCode: null }),
    ],
  ])('%s is found by the index of the series, and is in order there', (_what, work) => {
    const plans = plansOf(aStore(), work)
    expect(plans.join()).toMatch(/SEARCH measurements USING (COVERING )?INDEX measurements_series/)
    expect(plans.filter((detail) => /^SCAN|AUTOMATIC/.test(detail))).toEqual([])
    expect(plans.filter((detail) => /USE TEMP B-TREE FOR ORDER BY/.test(detail))).toEqual([])
  })

  it('the newest figures of many indicators are read off the end of their series', () => {
    const plans = plansOf(aStore(), (store) => latestFigures(store, [indicatorIdOf(0), indicatorIdOf(1)]))
    const series =
      'SEARCH measurements USING INDEX measurements_series (indicator_id=? AND region_code=? AND breakdown_code=?)'
    expect(plans).toContain(series)
    expect(scansIn(plans)).toEqual([])
    expect(plans.filter((detail) => /GROUP BY/.test(detail))).toEqual([])
  })

  it('the indicators of a plan and of a goal are found by the ties, and read by id', () => {
    const works = [
      (store: Store) => indicatorsByCode(store, indicatorIdsOfPlan(store, planIdOf(1))),
      (store: Store) => indicatorsByCode(store, indicatorIdsOfGoal(store, goalIdOf(12))),
      (store: Store) => indicatorRowsOf(store, [indicatorIdOf(1), indicatorIdOf(2)], today),
    ]
    for (const work of works) expect(scansIn(plansOf(aStore(), work))).toEqual([])
  })
})
