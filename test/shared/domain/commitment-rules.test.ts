import { describe, expect, it } from 'vitest'
import {
  checkCommitment,
  checkDelivery,
  commitmentWarnings,
  deliveryWarnings,
  pledgedInYear,
  standingOf,
  statedAmount,
  yearsOf,
} from '#shared/domain/commitment-rules.ts'
import { commitmentStages, recurrences } from '#shared/domain/records/commitment.ts'
import fc from '#test/random.ts'

const today = '2026-09-15'
const good = {
  partnerId: 'p',
  title: 'Grunntilskudd',
  kind: 'money',
  amount: 10_000_000,
  unit: 'NOK',
  periodFrom: '2025-01-01',
  periodTo: '2026-12-31',
  recurrence: 'once',
  source: 'agreement',
  sourceDecisionId: null,
  stage: 'promised',
  isPublic: true,
  withdrawnReason: null,
  note: null,
  projectId: null,
} as const
type Given = Partial<Parameters<typeof checkCommitment>[0]>

describe('a commitment', () => {
  it('is right with an amount, a fitting unit and a period', () => {
    expect(checkCommitment(good)).toEqual({})
  })

  it.each<[string, Given, string, string]>([
    ['money without an amount', { amount: null }, 'amount', 'amountMissing'],
    ['hours without an amount', { kind: 'hours', unit: 'hours', amount: null }, 'amount', 'amountMissing'],
    ['nothing at all', { amount: 0 }, 'amount', 'amountNotPositive'],
    [
      'more in all its years than any amount may be',
      { amount: 500_000_000_001, recurrence: 'yearly', periodFrom: '2026-01-01', periodTo: '2027-12-31' },
      'amount',
      'tooMany',
    ],
    ['an amount of no unit', { unit: null }, 'unit', 'unitMissing'],
    ['a unit of no amount', { kind: 'premises', unit: 'pieces', amount: null }, 'amount', 'amountMissing'],
    ['money in hours', { unit: 'hours' }, 'unit', 'unitNotOfKind'],
    ['hours in kroner', { kind: 'hours' }, 'unit', 'unitNotOfKind'],
    ['people in pieces', { kind: 'people', unit: 'pieces' }, 'unit', 'unitNotOfKind'],
    ['an end before the start', { periodTo: '2024-12-31' }, 'periodTo', 'endBeforeStart'],
    ['a decision that is not named', { source: 'meetingDecision' }, 'sourceDecisionId', 'sourceDecisionMissing'],
    ['a withdrawal without a reason', { stage: 'withdrawn' }, 'withdrawnReason', 'withdrawnReasonMissing'],
  ])('is refused with %s', (_what, given, field, key) => {
    expect(checkCommitment({ ...good, ...given })).toMatchObject({ [field]: { key: `problems.field.${key}` } })
  })

  it('may go uncounted in kind, and last one day', () => {
    const promotion = { ...good, kind: 'promotion', amount: null, unit: null, periodTo: good.periodFrom } as const
    expect(checkCommitment(promotion)).toEqual({})
  })

  it.each([
    ['NOK', 'NO', []],
    ['SEK', 'NO', ['unit']],
    ['SEK', 'SE', []],
    ['NOK', 'SE', ['unit']],
    ['hours', 'SE', []],
    [null, 'NO', []],
  ] as const)('in %s of a partner in %s warns of %j', (unit, country, fields) => {
    expect(Object.keys(commitmentWarnings({ unit }, country))).toEqual(fields)
  })
})

describe('a delivery', () => {
  const delivery = { deliveredOn: '2026-09-15', amount: 5_000 }
  const keys = (given: object, commitment: object = {}) =>
    checkDelivery({ ...delivery, ...given }, { ...good, ...commitment }, { today })

  it('is right today, and above what was pledged', () => {
    expect(keys({})).toEqual({})
    expect(keys({ amount: good.amount * 2 })).toEqual({})
    expect(keys({ amount: null }, { amount: null })).toEqual({})
  })

  it.each([
    ['without an amount', { amount: null }, {}, 'amount', 'amountMissing'],
    ['of nothing', { amount: 0 }, {}, 'amount', 'amountNotPositive'],
    ['with an amount of what is not counted', {}, { amount: null }, 'amount', 'deliveryNotCounted'],
    ['tomorrow', { deliveredOn: '2026-09-16' }, {}, 'deliveredOn', 'dayInFuture'],
    ['of a proposal', {}, { stage: 'proposed' }, 'commitmentId', 'deliveryOfProposed'],
    ['of what was withdrawn', {}, { stage: 'withdrawn' }, 'commitmentId', 'deliveryOfWithdrawn'],
  ])('is refused %s', (_what, given, commitment, field, key) => {
    expect(keys(given, commitment)).toMatchObject({ [field]: { key: `problems.field.${key}` } })
  })

  it('outside the period is allowed and told, with the period', () => {
    expect(deliveryWarnings({ deliveredOn: '2025-01-01' }, good)).toEqual({})
    expect(deliveryWarnings({ deliveredOn: '2026-12-31' }, good)).toEqual({})
    const told = deliveryWarnings({ deliveredOn: '2024-12-31' }, good, 'nb')
    expect(told.deliveredOn).toEqual({
      key: 'problems.field.deliveryOutsidePeriod',
      params: { from: '01.01.2025', to: '31.12.2026' },
    })
  })
})

describe('what is counted', () => {
  const none = { delivered: 0, deliveries: 0 }

  it('is whole in the last year of one given once, and in each year of a yearly one', () => {
    const years = [2024, 2025, 2026, 2027]
    expect(years.map((year) => pledgedInYear(good, year))).toEqual([0, 0, 10_000_000, 0])
    const yearly = { ...good, recurrence: 'yearly' } as const
    expect(years.map((year) => pledgedInYear(yearly, year))).toEqual([0, 10_000_000, 10_000_000, 0])
    for (const stage of ['proposed', 'withdrawn'] as const) {
      expect(years.map((year) => pledgedInYear({ ...yearly, stage }, year))).toEqual([0, 0, 0, 0])
    }
  })

  it.each([
    ['promised', {}, none],
    ['partlyDelivered', {}, { delivered: 1, deliveries: 1 }],
    ['partlyDelivered', {}, { delivered: 9_999_999, deliveries: 3 }],
    ['delivered', {}, { delivered: 10_000_000, deliveries: 3 }],
    ['promised', { amount: null }, none],
    ['delivered', { amount: null }, { delivered: 0, deliveries: 1 }],
    ['proposed', { stage: 'proposed' }, none],
    ['withdrawn', { stage: 'withdrawn' }, { delivered: 10_000_000, deliveries: 1 }],
  ] as const)('makes it %s', (status, given, delivered) => {
    expect(standingOf({ ...good, ...given }, delivered, today).status).toBe(status)
  })

  it('is overdue from the day after its period, until it is delivered or withdrawn', () => {
    const ended = { ...good, periodTo: '2026-09-14' }
    expect(standingOf(ended, none, today)).toMatchObject({ isOverdue: true, daysOverdue: 1 })
    expect(standingOf({ ...good, periodTo: today }, none, today)).toMatchObject({ isOverdue: false, daysOverdue: 0 })
    expect(standingOf(ended, { delivered: good.amount, deliveries: 1 }, today).isOverdue).toBe(false)
    for (const stage of ['proposed', 'withdrawn'] as const) {
      expect(standingOf({ ...ended, stage }, none, today).isOverdue).toBe(false)
    }
  })

  const day = fc
    .tuple(fc.integer({ min: 2015, max: 2035 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
  const pledge = fc
    .record({
      amount: fc.integer({ min: 1, max: 1_000_000_000_000 }),
      unit: fc.constant('NOK' as const),
      recurrence: fc.constantFrom(...recurrences),
      stage: fc.constantFrom(...commitmentStages),
      days: fc.tuple(day, day),
    })
    .map(({ days, ...rest }) => {
      const [periodFrom = '', periodTo = ''] = days.toSorted()
      return { ...rest, periodFrom, periodTo }
    })
  const deliveries = fc.array(fc.record({ deliveredOn: day, amount: fc.integer({ min: 1, max: 1_000_000_000_000 }) }), {
    maxLength: 40,
  })
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

  it('adds up: the years give what was stated and all that was delivered, to the øre', () => {
    fc.assert(
      fc.property(pledge, deliveries, (commitment, given) => {
        const years = yearsOf(commitment, given)
        const stated = commitment.stage === 'promised' ? statedAmount(commitment) : 0
        expect(sum(years.map((one) => one.pledged))).toBe(stated)
        expect(sum(years.map((one) => one.delivered))).toBe(sum(given.map(({ amount }) => amount)))
        expect(years.map(({ year }) => year)).toEqual(years.map(({ year }) => year).toSorted((a, b) => a - b))
      }),
    )
  })

  it('never remains below zero, and what is over and what remains make up the difference', () => {
    fc.assert(
      fc.property(pledge, deliveries, (commitment, given) => {
        const delivered = sum(given.map(({ amount }) => amount))
        const { pledged, remaining, over, status } = standingOf(
          commitment,
          { delivered, deliveries: given.length },
          today,
        )
        expect(remaining).toBeGreaterThanOrEqual(0)
        expect(over).toBeGreaterThanOrEqual(0)
        if (commitment.stage !== 'promised') expect(status).toBe(commitment.stage)
        else {
          expect((pledged ?? 0) + over - (remaining ?? 0)).toBe(delivered)
          expect(status === 'delivered').toBe(remaining === 0)
        }
      }),
    )
  })
})
