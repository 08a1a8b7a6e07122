import { expect, it } from 'vitest'
import { indicatorRowsOf, indicatorRowsOfPlan, listIndicators } from '#db/repositories/indicators.ts'
import { currentSeries } from '#db/repositories/measurements.ts'
import { indicatorFilter } from '#shared/contract/indicators.ts'
import { yearOf } from '#shared/domain/periods.ts'
import { today } from '../a-backend.ts'
import { aProjectDesk } from '../a-project-desk.ts'
import { aStrategyStore, indicatorIdOf, planIdOf } from './a-strategy-store.ts'

const any = indicatorFilter.parse({})
const first = { sort: 'code', direction: 'asc', cursor: null, limit: 50 } as const

it('rows tell the newest figure of the first region and the one before it, however long the series', () => {
  const store = aStrategyStore({ plans: 2, indicators: 40, figures: 10 })
  const [one, other] = indicatorRowsOf(store, [indicatorIdOf(1), indicatorIdOf(0)], today)
  expect(one?.id).toBe(indicatorIdOf(1))
  const series = currentSeries(store, indicatorIdOf(1), '31')
  expect(one?.latest?.period).toBe(series.at(-1)?.period)
  expect(one?.previous?.period).toBe(series.at(-2)?.period)
  // It names no region, so it is told by the first that has figures.
  expect(other?.latest?.regionCode).toBe('11')
  expect(other?.goals).toEqual([expect.objectContaining({ code: 'M-0', lead: true })])
})

it('the newest figure may be missing; the one before it has a value, each of its latest vintage', async () => {
  const desk = await aProjectDesk()
  const { id } = await desk.call('indicators.add', { code: 'I-1', title: 'Vekst', regionCodes: ['31', '32'] })
  const given = { indicatorId: id, regionCode: '31' }
  const missing = { value: null, missingReason: 'unknown', status: 'missing' } as const
  await desk.call('measurements.enter', {
    figures: [
      { ...given, period: '2021', value: 100, vintage: '2022-01-10' },
      { ...given, period: '2022', value: 110, vintage: '2023-01-10' },
      { ...given, regionCode: '32', period: '2025', value: 1, vintage: '2026-01-10' },
    ],
  })
  await desk.call('measurements.enter', {
    figures: [
      { ...given, period: '2022', value: 120, seriesBreak: true, breakNote: 'Ny telling', vintage: '2023-06-10' },
    ],
  })
  const figuresOf = async () => {
    const { latest, previous } = (await desk.call('indicators.open', { id })).indicator
    return [latest, previous].map((one) => one && [one.period, one.value, one.vintage, one.seriesBreak])
  }
  expect(await figuresOf()).toEqual([
    ['2022', 120, '2023-06-10', true],
    ['2021', 100, '2022-01-10', false],
  ])
  const later = ['2023', '2024'].map((period) => ({ ...given, ...missing, period, vintage: '2026-01-10' }))
  await desk.call('measurements.enter', { figures: later })
  // Neither the value that an older vintage of 2022 had, nor 2023, which has none.
  expect(await figuresOf()).toEqual([
    ['2024', null, '2026-01-10', false],
    ['2022', 120, '2023-06-10', true],
  ])
})

it("a plan's indicators are its main goal's and those of its goals, by code as people count", () => {
  const store = aStrategyStore({ plans: 2, indicators: 40, figures: 2 })
  const codes = indicatorRowsOfPlan(store, planIdOf(1), today).map(({ code }) => code)
  const numbers = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]
  expect(codes).toEqual(numbers.map((n) => `I-${n}`))
})

it('pages go through every indicator once, whatever the sort', () => {
  const store = aStrategyStore({ plans: 2, indicators: 130, figures: 1 })
  for (const sort of ['code', 'title', 'nextExpectedOn'] as const) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = listIndicators(store, { ...first, sort, filter: any, cursor }, today)
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(130)
    expect(seen).toHaveLength(130)
  }
})

it('a period is of the year that it ends in, whatever its kind', async () => {
  const desk = await aProjectDesk()
  const { id } = await desk.call('indicators.add', { code: 'I-1', title: 'Vekst', regionCodes: ['31'] })
  const periods = ['2015/2018', '2017/2022', '2018-H2', '2019', '2020-Q4', '2021-01', '2021-12-31', '2022']
  const figures = periods.map((period) => ({ indicatorId: id, regionCode: '31', period, value: 100 }))
  await desk.call('measurements.enter', { figures })
  for (const [fromYear, toYear] of [
    [2018, 2018],
    [2019, 2021],
    [2022, 2022],
  ] as const) {
    const { rows } = await desk.call('measurements.grid', { indicatorIds: [id], fromYear, toYear })
    const shown = rows[0]?.figures.map(({ period }) => period).sort()
    expect(shown).toEqual(periods.filter((one) => yearOf(one) >= fromYear && yearOf(one) <= toYear))
  }
})
