import { describe, expect, it } from 'vitest'
import { goalFigures as shape } from '#shared/contract/goals.ts'
import { type GoalTerms, goalFigures, type IndicatorSeries } from '#shared/domain/goal-figures.ts'
import fc from '#test/random.ts'

const terms: GoalTerms = {
  targetKind: 'level',
  targetValue: null,
  targetUnit: null,
  comparator: null,
  baselineValue: null,
  baselineUnit: null,
  baselinePeriod: null,
  targetPeriod: null,
  deadline: null,
}
type Value = number | null
function series(
  figures: Readonly<Record<string, Value>>,
  indicator: Partial<IndicatorSeries['indicator']> = {},
  breaks: readonly string[] = [],
): IndicatorSeries {
  return {
    indicator: { unit: 'number', direction: 'higherBetter', decimals: 0, ...indicator },
    series: Object.entries(figures).map(([period, value]) => ({
      period,
      regionCode: '01',
      value,
      status: value === null ? 'missing' : 'final',
      seriesBreak: breaks.includes(period),
    })),
  }
}
function figures(goal: Partial<GoalTerms>, lead: IndicatorSeries | null, reference: IndicatorSeries | null = null) {
  const told = goalFigures({ ...terms, ...goal }, lead, reference)
  expect(shape.parse(told)).toEqual(told)
  return told
}

describe('hand-worked examples', () => {
  it('twice as many gazelles: 146 × 2 = 292', () => {
    const goal = { targetKind: 'multiple', targetValue: 2, baselineValue: 146, baselinePeriod: '2017' } as const
    // (180 − 146) / (292 − 146) = 34 / 146 = 0.2329
    const told = figures(goal, series({ 2017: 146, 2018: 160, 2019: 180 }))
    expect(told).toMatchObject({ status: 'notMeasurable', target: 292, gaps: ['noTargetPeriod'], expected: null })
    expect(told.progress).toBeCloseTo(34 / 146, 12)
    expect(told.trend).toEqual({ direction: 'up', better: true, change: 20, since: '2018' })
    // By 2026, nine years: in 2019 it should be 146 + 146 × 2/9 = 178.44, and is 180.
    const dated = figures({ ...goal, targetPeriod: '2026' }, series({ 2017: 146, 2019: 180 }))
    expect(dated.status).toBe('onTrack')
    expect(dated.expected).toBeCloseTo(178.444, 3)
    expect(figures({ ...goal, targetPeriod: '2026' }, series({ 2025: 292 })).status).toBe('reached')
    expect(figures({ ...goal, targetPeriod: '2026' }, series({ 2026: 291 })).status).toBe('offTrack')
  })

  it('1.5 % a year from 2022 to 2030, counted from 20 000 jobs', () => {
    const goal = {
      targetKind: 'annualRate',
      targetValue: 1.5,
      targetUnit: 'percent',
      baselineValue: 20000,
      baselinePeriod: '2022',
      targetPeriod: '2030',
    } as const
    // 20 000 × 1.015⁸ = 22 529.85; in 2024 20 000 × 1.015² = 20 604.5; √(20 700 / 20 000) = 1.017349 → 1.7349 % a year
    const told = figures(goal, series({ 2022: 20000, 2024: 20700 }))
    expect(told.target).toBeCloseTo(22529.852, 3)
    expect(told.expected).toBeCloseTo(20604.5, 6)
    expect(told.rate).toBeCloseTo(1.7349, 4)
    expect(told.status).toBe('onTrack')
    // Half the way to 604.5 is 302.25; nine tenths 544.05.
    expect(figures(goal, series({ 2024: 20550 })).status).toBe('onTrack')
    expect(figures(goal, series({ 2024: 20540 })).status).toBe('atRisk')
    expect(figures(goal, series({ 2024: 20303 })).status).toBe('atRisk')
    expect(figures(goal, series({ 2024: 20300 })).status).toBe('offTrack')
  })

  it('1.5 % a year, held against a series that tells growth itself', () => {
    const goal = {
      targetKind: 'annualRate',
      targetValue: 1.5,
      baselineValue: 1,
      baselinePeriod: '2017/2022',
      targetPeriod: '2030',
    } as const
    const percent = { unit: 'percent', decimals: 1 } as const
    // Mean of 1.2 and 2.0 = 1.6: both the latest and the mean meet 1.5.
    expect(figures(goal, series({ 2021: 0.2, 2023: 1.2, 2024: 2 }, percent))).toMatchObject({
      status: 'onTrack',
      target: 1.5,
      rate: 1.6,
    })
    // Mean of 2.0 and 1.2 = 1.6, but the latest doesn't.
    expect(figures(goal, series({ 2023: 2, 2024: 1.2 }, percent)).status).toBe('atRisk')
    expect(figures(goal, series({ 2023: 1, 2024: 1.2 }, percent)).status).toBe('offTrack')
    expect(figures(goal, series({ 2023: 2, 2030: 1.2 }, percent)).status).toBe('reached')
    const open = figures({ ...goal, targetPeriod: null }, series({ 2023: 1 }, percent))
    expect(open).toMatchObject({ status: 'notMeasurable', gaps: ['noTargetPeriod'] })
  })

  it('ten percent more export: 200 → 220, and ten percent less: 200 → 180', () => {
    const goal = {
      targetKind: 'relativeChange',
      targetUnit: 'percent',
      baselineValue: 200,
      baselinePeriod: '2020',
      targetPeriod: '2024',
    } as const
    // Half of the time, half of the way: 210.
    expect(figures({ ...goal, targetValue: 10 }, series({ 2022: 210 }, { unit: 'NOK' }))).toMatchObject({
      status: 'onTrack',
      target: 220,
      expected: 210,
      progress: 0.5,
    })
    const less = series({ 2022: 195 }, { direction: 'lowerBetter' })
    // (195 − 200) / (180 − 200) = 0.25, half of the 0.5 expected.
    expect(figures({ ...goal, targetValue: -10 }, less)).toMatchObject({
      status: 'atRisk',
      target: 180,
      progress: 0.25,
    })
  })

  it('2 000 more jobs from 11 105: 13 105; the baseline is the series’ own where only its year is stated', () => {
    const goal = {
      targetKind: 'absoluteChange',
      targetValue: 2000,
      baselinePeriod: '2016',
      targetPeriod: '2026',
    } as const
    // (11 185 − 11 105) / 2000 = 0.04; a tenth of the time has gone, so 0.1 was expected: less than half of it.
    expect(figures(goal, series({ 2016: 11105, 2017: 11185 }))).toMatchObject({
      status: 'offTrack',
      target: 13105,
      progress: 0.04,
      expected: 11305,
      baseline: { value: 11105, period: '2016' },
    })
    expect(figures({ ...goal, baselinePeriod: '2015' }, series({ 2016: 11105 }))).toMatchObject({
      status: 'notMeasurable',
      gaps: ['noBaseline'],
      target: null,
    })
  })

  it('a level: 15 % by 2026 from 7.9 % in 2016', () => {
    const goal = {
      targetValue: 15,
      targetUnit: 'percent',
      baselineValue: 7.9,
      baselinePeriod: '2016',
      targetPeriod: '2026',
    } as const
    const percent = { unit: 'percent', decimals: 1 } as const
    // (11.5 − 7.9) / 7.1 = 0.507 after half of the time.
    expect(figures(goal, series({ 2021: 11.5 }, percent)).status).toBe('onTrack')
    expect(
      figures({ ...goal, targetPeriod: null, deadline: '2026-12-31' }, series({ 2021: 11.5 }, percent)).status,
    ).toBe('onTrack')
    const bare = figures({ targetValue: 10 }, series({ 2021: 11.5 }, percent))
    expect(bare).toMatchObject({ status: 'reached', gaps: ['noBaseline', 'noTargetPeriod'], progress: null })
    expect(figures({ targetValue: 12 }, series({ 2021: 11.5 }, percent)).status).toBe('notMeasurable')
  })

  it('growth above the national one, of the same year and since a year', () => {
    const percent = { unit: 'percent', decimals: 2 } as const
    const goal = { targetKind: 'betterThanReference', targetPeriod: '2026' } as const
    const nation = series({ 2016: 0.5, 2017: 0.9 }, percent)
    // The reference has no 2018, so 2017 is held against it: 0.92 > 0.90.
    expect(figures(goal, series({ 2017: 0.92, 2018: 5 }, percent), nation)).toMatchObject({
      status: 'onTrack',
      target: 0.9,
      current: { value: 0.92, period: '2017' },
      reference: { value: 0.9, period: '2017' },
    })
    expect(figures(goal, series({ 2017: 0.9 }, percent), nation).status).toBe('atRisk')
    expect(figures({ ...goal, targetValue: 0.5 }, series({ 2017: 1.3 }, percent), nation)).toMatchObject({
      status: 'atRisk',
      target: 1.4,
    })
    expect(figures({ ...goal, targetPeriod: null }, series({ 2017: 0.8 }, percent), nation)).toMatchObject({
      status: 'offTrack',
      gaps: ['noTargetPeriod'],
    })
    // Since 2016: the nation 684 → 718.2 is +5 %; 580 × 1.05 = 609.
    const since = { ...goal, baselinePeriod: '2016' } as const
    const level = (value: number) => series({ 2016: 580, 2020: value })
    const whole = series({ 2016: 684, 2020: 718.2 })
    expect(figures(since, level(610), whole).target).toBeCloseTo(609, 9)
    expect([figures(since, level(610), whole).status, figures(since, level(608), whole).status]).toEqual([
      'onTrack',
      'atRisk',
    ])
    expect(figures(since, series({ 2020: 610 }), whole)).toMatchObject({
      status: 'notMeasurable',
      gaps: ['noBaseline'],
    })
    expect(figures(goal, series({ 2017: 1 }), null).gaps).toEqual(['noReference'])
    expect(figures(goal, series({ 2011: 1 }), whole).gaps).toEqual(['noReferenceFigure'])
  })

  it('third of five regions: a place is reached at 3 and at 2', () => {
    const goal = { targetKind: 'qualitative', comparator: 'rank', targetValue: 3 } as const
    const places = { unit: 'rank', direction: 'lowerBetter' } as const
    const statusAt = (place: number) => figures(goal, series({ 2018: place }, places)).status
    expect([2, 3, 4].map(statusAt)).toEqual(['reached', 'reached', 'notMeasurable'])
    // 5 → 3 from 2016 to 2026: place 4 in 2021 is on the path.
    expect(
      figures({ ...goal, baselineValue: 5, baselinePeriod: '2016', targetPeriod: '2026' }, series({ 2021: 4 }, places))
        .status,
    ).toBe('onTrack')
    const judged = figures(goal, series({ 2018: 30 }, { unit: 'percent' }))
    expect(judged).toMatchObject({ status: 'notMeasurable', gaps: ['judgedByHand'], current: { value: 30 } })
  })
})

describe('what is missing is told', () => {
  it('no target, no indicator, no figures', () => {
    expect(figures({ targetKind: 'none' }, null)).toMatchObject({
      status: 'notMeasurable',
      gaps: ['noTarget', 'noLeadIndicator'],
    })
    expect(figures({}, series({ 2020: null })).gaps).toEqual(['noTarget', 'noBaseline', 'noTargetPeriod', 'noFigure'])
    // Without an indicator the target can be counted still.
    expect(figures({ targetKind: 'multiple', targetValue: 2, baselineValue: 146 }, null)).toMatchObject({
      target: 292,
      gaps: ['noLeadIndicator', 'noBaselinePeriod', 'noTargetPeriod'],
    })
  })

  it('a missing figure is passed over, and a series break between baseline and current is told', () => {
    const goal = { targetValue: 20, baselineValue: 10, baselinePeriod: '2016', targetPeriod: '2026' } as const
    const told = figures(
      goal,
      series({ 2016: 10, 2018: 12, 2020: 16, 2021: null }, {}, ['2016', '2018', '2020', '2021']),
    )
    expect(told).toMatchObject({
      current: { period: '2020' },
      brokenIn: '2020',
      gaps: ['seriesBroken'],
      status: 'onTrack',
    })
    expect(figures(goal, series({ 2016: 10, 2020: 16 }, {}, ['2016'])).brokenIn).toBeNull()
  })

  it('a change counted across a break is not measurable until a baseline is set after it', () => {
    // 15,400 × 1.10 = 16,940 stands, yet 21,100 after the break counts something else than 15,400 before it.
    const goal = {
      targetKind: 'relativeChange',
      targetValue: 10,
      baselineValue: 15_400,
      baselinePeriod: '2019',
    } as const
    const broken = series({ 2019: 15_400, 2022: 20_000, 2024: 21_100 }, {}, ['2022'])
    expect(figures(goal, broken)).toMatchObject({ status: 'notMeasurable', progress: null, brokenIn: '2022' })
    // 20,000 × 1.10 = 22,000; 1,100 of 2,000 on the way.
    const anew = figures({ ...goal, baselineValue: 20_000, baselinePeriod: '2022' }, broken)
    expect(anew).toMatchObject({ target: 22_000, brokenIn: null })
    expect(anew.progress).toBeCloseTo(0.55)
  })

  it('percent and percentage points are never mixed', () => {
    const percent = series({ 2020: 12 }, { unit: 'percent' })
    const goal = { baselineValue: 10, baselinePeriod: '2016', targetPeriod: '2026', targetValue: 5 } as const
    expect(figures({ ...goal, targetUnit: 'percentagePoints' }, percent)).toMatchObject({
      status: 'notMeasurable',
      gaps: ['unitsDiffer'],
    })
    expect(figures({ ...goal, targetKind: 'absoluteChange', targetUnit: 'percent' }, percent).gaps).toEqual([
      'unitsDiffer',
    ])
    expect(figures({ ...goal, targetKind: 'absoluteChange', targetUnit: 'percentagePoints' }, percent).gaps).toEqual([])
    expect(figures({ ...goal, baselineUnit: 'percentagePoints' }, percent).gaps).toEqual(['unitsDiffer'])
    expect(figures({ ...goal, targetUnit: 'NOK' }, series({ 2020: 12 }, { unit: 'SEK' })).gaps).toEqual(['unitsDiffer'])
    expect(figures({ ...goal, targetUnit: 'number' }, series({ 2020: 12 }, { unit: 'other' })).gaps).toEqual([])
  })

  it('without a figure after the baseline nothing is claimed', () => {
    const goal = { targetValue: 20, baselineValue: 10, baselinePeriod: '2020', targetPeriod: '2026' } as const
    expect(figures(goal, series({ 2020: 10 }))).toMatchObject({ status: 'notMeasurable', gaps: ['noNewerFigure'] })
    expect(figures(goal, series({ 2020: 20 })).status).toBe('reached')
  })

  it('a period that cannot be read counts as none', () => {
    expect(
      figures(
        { targetValue: 20, baselineValue: 1, baselinePeriod: 'i fjor', targetPeriod: 'snart' },
        series({ 2020: 3 }),
      ).gaps,
    ).toEqual(['noBaselinePeriod', 'noTargetPeriod'])
  })
})

describe('edges', () => {
  const dated = { baselinePeriod: '2016', targetPeriod: '2026' } as const
  it('a multiple or a percentage of nought or less says nothing; a change in number does', () => {
    for (const baselineValue of [0, -10]) {
      for (const targetKind of ['multiple', 'relativeChange', 'annualRate'] as const) {
        expect(figures({ ...dated, targetKind, targetValue: 2, baselineValue }, series({ 2020: 5 }))).toMatchObject({
          status: 'notMeasurable',
          gaps: ['baselineNotPositive'],
        })
      }
    }
    // From −10 by +20 to 10: at 0 in 2021 half of the way, half of the time.
    const change = { ...dated, targetKind: 'absoluteChange', targetValue: 20, baselineValue: -10 } as const
    expect(figures(change, series({ 2021: 0 }))).toMatchObject({
      status: 'onTrack',
      target: 10,
      progress: 0.5,
      expected: 0,
    })
  })

  it('a line to hold has no way to go: held or not', () => {
    const hold = { ...dated, targetValue: 10, baselineValue: 10 } as const
    expect(figures(hold, series({ 2020: 10 }))).toMatchObject({ status: 'reached', progress: null })
    expect(figures(hold, series({ 2020: 9 }))).toMatchObject({ status: 'offTrack', progress: null })
    // At least 8, from 10: 9 is within, 7 is not, and no share of a way is told.
    expect(figures({ ...hold, targetValue: 8 }, series({ 2020: 9 })).status).toBe('reached')
    expect(figures({ ...hold, targetValue: 8 }, series({ 2020: 7 }))).toMatchObject({
      status: 'offTrack',
      progress: null,
    })
  })

  it('lower is better where the indicator or the comparator says so', () => {
    const goal = { ...dated, targetValue: 2, baselineValue: 4 } as const
    expect(figures(goal, series({ 2021: 3 }, { direction: 'lowerBetter' }))).toMatchObject({
      status: 'onTrack',
      progress: 0.5,
    })
    expect(figures({ ...goal, comparator: 'atMost' }, series({ 2026: 2 })).status).toBe('reached')
    expect(figures({ ...goal, comparator: 'lessThan' }, series({ 2026: 2 })).status).toBe('offTrack')
    expect(figures({ ...goal, comparator: 'moreThan' }, series({ 2026: 2.1 })).status).toBe('reached')
  })

  it('where nothing says which way is better, the way from baseline to target does', () => {
    const neutral = (values: Readonly<Record<string, Value>>) => series(values, { direction: 'neutral' })
    const goal = { baselineValue: 100, baselinePeriod: '2020', targetPeriod: '2030' } as const
    // Half of the time, half of the way down to 80: not there, though 90 is "at least" 80.
    for (const aim of [
      { targetKind: 'relativeChange', targetValue: -20 },
      { targetKind: 'absoluteChange', targetValue: -20 },
      { targetKind: 'multiple', targetValue: 0.8 },
      { targetKind: 'level', targetValue: 80 },
    ] as const) {
      const told = figures({ ...goal, ...aim }, neutral({ 2025: 90 }))
      expect(told, aim.targetKind).toMatchObject({ status: 'onTrack', target: 80, expected: 90 })
      expect(told.progress).toBeCloseTo(0.5, 12)
      expect(figures({ ...goal, ...aim }, neutral({ 2025: 80 })).status).toBe('reached')
      expect(figures({ ...goal, ...aim }, neutral({ 2030: 81 })).status).toBe('offTrack')
    }
    // 100 × 0.98^10 = 81.7; after five years 100 × 0.98^5 = 90.39.
    const yearly = { ...goal, targetKind: 'annualRate', targetValue: -2 } as const
    expect(figures(yearly, neutral({ 2025: 90.4 }))).toMatchObject({ status: 'onTrack' })
    expect(figures(yearly, neutral({ 2025: 99 })).status).toBe('offTrack')
    // A series of growth: −3 % a year is more than enough of −2 %.
    const growth = series({ 2021: -3, 2030: -3 }, { direction: 'neutral', unit: 'percent' })
    expect(figures(yearly, growth).status).toBe('reached')
    expect(figures({ ...goal, targetKind: 'level', targetValue: 120 }, neutral({ 2025: 110 })).status).toBe('onTrack')
  })

  it('growth beyond what a number holds says nothing', () => {
    const goal = { targetKind: 'annualRate', targetValue: 2, targetPeriod: '2026-12-31' } as const
    const days = { ...goal, baselineValue: 1, baselinePeriod: '2026-01-01' } as const
    expect(figures(days, series({ '2026-01-02': 100 }))).toMatchObject({ rate: null, status: 'reached' })
    const steep = { ...goal, targetValue: 900_000, baselineValue: 1e15, baselinePeriod: '1900', targetPeriod: '2199' }
    expect(figures(steep, series({ 2025: 5 }))).toMatchObject({ target: null, status: 'notMeasurable' })
  })

  it('the figure of the target period decides, whatever came after it', () => {
    const goal = { ...dated, targetValue: 20, baselineValue: 10 } as const
    expect(figures(goal, series({ 2026: 21, 2027: 15 }))).toMatchObject({
      status: 'reached',
      current: { period: '2026' },
    })
    expect(figures(goal, series({ 2025: 21, 2027: 15 }))).toMatchObject({
      status: 'offTrack',
      current: { period: '2027' },
    })
  })

  it('equal as shown is flat, and neither better nor worse', () => {
    const at = (a: number, b: number, direction: 'higherBetter' | 'lowerBetter' | 'neutral') =>
      figures({}, series({ 2019: a, 2020: b }, { direction, decimals: 1 })).trend
    expect(at(1.01, 1.02, 'higherBetter')).toEqual({ direction: 'flat', better: null, change: 0, since: '2019' })
    expect(at(1, 1.3, 'lowerBetter')).toEqual({ direction: 'up', better: false, change: 0.3, since: '2019' })
    expect(at(1.3, 1, 'neutral')).toEqual({ direction: 'down', better: null, change: -0.3, since: '2019' })
  })
})

describe('whatever the figures', () => {
  const order = ['offTrack', 'atRisk', 'onTrack', 'reached']
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => Math.round(n * 100) / 100)
  const kind = fc.constantFrom('level', 'absoluteChange' as const)
  const year = fc.integer({ min: 2017, max: 2030 }).map(String)
  const status = (
    targetKind: 'level' | 'absoluteChange',
    target: number,
    baseline: number,
    value: number,
    period: string,
    down: boolean,
    factor = 1,
  ) =>
    figures(
      {
        targetKind,
        targetValue: target * factor,
        baselineValue: baseline * factor,
        baselinePeriod: '2016',
        targetPeriod: '2026',
      },
      series({ [period]: value * factor }, { direction: down ? 'lowerBetter' : 'higherBetter' }),
    ).status

  it('a better figure never makes a worse status', () => {
    fc.assert(
      fc.property(
        kind,
        number,
        number,
        number,
        number,
        year,
        fc.boolean(),
        (k, target, baseline, a, b, period, down) => {
          const [worse, better] = a < b !== down ? [a, b] : [b, a]
          const [low, high] = [worse, better].map((value) =>
            order.indexOf(status(k, target, baseline, value, period, down)),
          )
          expect(high).toBeGreaterThanOrEqual(low ?? 0)
        },
      ),
    )
  })

  it('thousands or kroner say the same, and turned upside down with the direction they do too', () => {
    fc.assert(
      fc.property(kind, number, number, number, year, fc.boolean(), (k, target, baseline, value, period, down) => {
        const said = status(k, target, baseline, value, period, down)
        // By a power of two, so that no rounding of binary fractions comes between.
        expect(status(k, target, baseline, value, period, down, 1024)).toBe(said)
        expect(status(k, target, baseline, value, period, !down, -1)).toBe(said)
      }),
    )
  })

  it('the order in which figures are given makes no difference', () => {
    const lead = series({ 2016: 10, 2018: 12, 2020: 16 }, {}, ['2018'])
    const goal = { targetValue: 20, baselinePeriod: '2016', targetPeriod: '2026' } as const
    expect(figures(goal, { ...lead, series: lead.series.toReversed() })).toEqual(figures(goal, lead))
  })
})
