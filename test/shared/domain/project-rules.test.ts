import { describe, expect, it } from 'vitest'
import {
  checkContinuation,
  checkFinancing,
  checkProject,
  checkProjectPartner,
  checkReport,
  continuationRing,
  isLightStale,
  projectWarnings,
} from '#shared/domain/project-rules.ts'
import fc from '#test/random.ts'

const today = '2026-09-15'
const good: Parameters<typeof checkProject>[0] = {
  focusAreaIds: ['a'],
  crossCutting: false,
  startYear: 2026,
  startOn: null,
  endPlannedOn: null,
  endActualOn: null,
  budgetAmount: null,
  currency: null,
  continuesAsId: null,
}
type Given = Partial<Parameters<typeof checkProject>[0]>

describe('a project', () => {
  it.each<[string, Given]>([
    ['with a focus area', {}],
    ['cross-cutting with none', { focusAreaIds: [], crossCutting: true }],
    [
      'that ends on the day it starts',
      { startOn: '2026-03-01', endPlannedOn: '2026-03-01', endActualOn: '2026-03-01' },
    ],
    ['that ended today', { endActualOn: today }],
    ['with a currency and no budget', { currency: 'SEK' }],
  ])('is right %s', (_what, given) => {
    expect(checkProject({ ...good, ...given }, { today })).toEqual({})
  })

  it.each<[string, Given, string, string]>([
    ['starts in another year', { startOn: '2027-01-01' }, 'startOn', 'startOnOtherYear'],
    ['ends before its year', { endPlannedOn: '2025-12-31' }, 'endPlannedOn', 'endBeforeStart'],
    ['ended before it started', { startOn: '2026-03-02', endActualOn: '2026-03-01' }, 'endActualOn', 'endBeforeStart'],
    ['ended tomorrow', { endActualOn: '2026-09-16' }, 'endActualOn', 'dayInFuture'],
    ['serves nothing', { focusAreaIds: [] }, 'focusAreaIds', 'focusAreaMissing'],
    ['has a budget of no currency', { budgetAmount: 0 }, 'currency', 'currencyMissing'],
    ['is carried on by itself', { continuesAsId: 'p' }, 'continuesAsId', 'continuesAsItself'],
  ])('is refused when it %s', (_what, given, field, key) => {
    const wrong = checkProject({ ...good, ...given }, { today }, { id: 'p' })
    expect(Object.keys(wrong)).toEqual([field])
    expect(wrong[field]?.key).toBe(`problems.field.${key}`)
  })

  it('keeps a currency while it has sources of money', () => {
    expect(Object.keys(checkProject(good, { today }, { financed: true }))).toEqual(['currency'])
  })
})

describe('who carries a project on', () => {
  it('is a ring exactly where following the projects comes back to it', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const anyNext = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ids))
    fc.assert(
      fc.property(
        anyNext,
        fc.constantFrom(...ids),
        fc.option(fc.constantFrom(...ids), { nil: null }),
        (map, id, to) => {
          const next = (one: string) => (Object.hasOwn(map, one) ? (map[one] ?? null) : null)
          let at = to
          for (let step = 0; step < ids.length && at !== null && at !== id; step++) at = next(at)
          const ring = continuationRing(id, to, next)
          expect(ring !== null).toBe(at === id)
          expect('continuesAsId' in checkContinuation(id, to, next, (one) => one)).toBe(at === id)
          if (ring === null) return
          expect([ring[0], ring.at(-1)]).toEqual([id, id])
          expect(new Set(ring).size).toBe(ring.length - 1)
        },
      ),
    )
  })

  it('is told as the ring of projects, in order', () => {
    const next = (one: string) => ({ b: 'c', c: 'a' })[one] ?? null
    expect(checkContinuation('a', 'b', next, (one) => one.toUpperCase()).continuesAsId?.params).toEqual({
      ring: 'A → B → C → A',
    })
  })
})

describe('reports, partners and money', () => {
  it('need what they are about', () => {
    const report = { light: 'green', comment: null, reportedOn: today } as const
    expect(checkReport(report, { today })).toEqual({})
    expect(Object.keys(checkReport({ ...report, light: 'red' }, { today }))).toEqual(['comment'])
    expect(Object.keys(checkReport({ ...report, reportedOn: '2026-09-16' }, { today }))).toEqual(['reportedOn'])
    const owner = { partnerId: 'p', role: 'owner' } as const
    expect(checkProjectPartner(owner, [{ partnerId: 'p', role: 'funder' }])).toEqual({})
    expect(Object.keys(checkProjectPartner(owner, [owner]))).toEqual(['role'])
    expect(checkFinancing({ amount: 1 }, { currency: 'NOK' })).toEqual({})
    expect(checkFinancing({ amount: 0 }, { currency: 'NOK' }).amount?.key).toBe('problems.field.amountNotPositive')
    expect(checkFinancing({ amount: 1 }, { currency: null }).amount?.key).toBe('problems.field.financingNeedsCurrency')
  })
})

describe('what is to be looked at in a project', () => {
  const running = { status: 'running', leadId: 'l', budgetAmount: 100, endPlannedOn: null, endActualOn: null } as const
  const of = { owners: 1, financed: 100, light: 'green', lightOn: today } as const
  const keys = (
    project: Partial<Parameters<typeof projectWarnings>[0]> = {},
    given: Partial<Parameters<typeof projectWarnings>[1]> = {},
  ) =>
    projectWarnings({ ...running, ...project }, { ...of, ...given }, { today }).map(({ message }) =>
      message.key.replace('problems.field.', ''),
    )

  it('is nothing where all is said', () => {
    expect(keys()).toEqual([])
    expect(keys({ status: 'idea', leadId: null }, { owners: 0, light: null, lightOn: null })).toEqual([])
  })

  it('is a lead or owner that is missing, money past the budget, an end that does not fit, a light that is old', () => {
    expect(keys({ leadId: null }, { owners: 0 })).toEqual(['runningWithoutLead', 'runningWithoutOwner'])
    expect(keys({}, { financed: 101 })).toEqual(['financingOverBudget'])
    expect(keys({ status: 'finished' })).toEqual(['endedWithoutDay'])
    expect(keys({ endActualOn: '2026-09-01' })).toEqual(['endDayButNotEnded'])
    expect(keys({ endPlannedOn: '2026-09-14' })).toEqual(['plannedEndPassed'])
    expect(keys({ endPlannedOn: today })).toEqual([])
    expect(keys({}, { light: null, lightOn: null })).toEqual(['neverReported'])
    expect(keys({}, { lightOn: '2026-06-07' })).toEqual([])
    expect(keys({}, { lightOn: '2026-06-06' })).toEqual(['reportOld'])
    expect(keys({}, { light: 'red', lightOn: '2026-06-06' })).toEqual(['reportOldNotGreen'])
  })

  it('is a red light that the board has read of already', () => {
    const previous = { dataAsOf: '2026-06-10T12:00:00.000Z', day: '2026-06-10' }
    const report = (reportedOn: string, time: string, light: 'red' | 'green' = 'red') => ({
      light,
      reportedOn,
      writtenAt: `2026-06-10T${time}:00.000Z`,
    })
    expect(isLightStale(report('2026-06-09', '13:00'), previous)).toBe(true)
    expect(isLightStale(report('2026-06-10', '11:00'), previous)).toBe(true)
    expect(isLightStale(report('2026-06-10', '13:00'), previous)).toBe(false)
    expect(isLightStale(report('2026-06-11', '13:00'), previous)).toBe(false)
    expect(isLightStale(report('2026-06-09', '11:00', 'green'), previous)).toBe(false)
    expect(isLightStale(report('2026-06-09', '11:00'), null)).toBe(false)
    expect(isLightStale(null, previous)).toBe(false)
  })
})
