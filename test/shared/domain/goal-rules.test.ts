import { describe, expect, it } from 'vitest'
import { activityDaysOverdue, codeKey, gapsOfGoal, statusDiffers } from '#shared/domain/goal-gaps.ts'
import { goalWarnings, parentRing } from '#shared/domain/goal-rules.ts'
import { unitProblem } from '#shared/domain/goal-units.ts'
import { periodEnd } from '#shared/domain/periods.ts'
import { linkKinds } from '#shared/domain/records/goal.ts'
import { catalogues, translator } from '#shared/i18n/translator.ts'

const terms = {
  responsibleId: 'x',
  targetKind: 'level' as const,
  targetValue: 1,
  baselineValue: null,
  targetPeriod: '2030',
  deadline: null,
  referenceId: null,
  referenceText: null,
  status: null,
}
const none = Object.fromEntries(linkKinds.map((kind) => [kind, 0])) as Record<(typeof linkKinds)[number], number>
const around = {
  figures: { status: 'onTrack' as const, baseline: null },
  serving: { ...none, project: 1 },
  activities: 0,
  wordings: 0,
  inForce: 0,
  indicators: 1,
  measuredSince: () => true,
  today: '2026-09-15',
}

describe('what a goal lacks', () => {
  it('is nothing where all is said', () => expect(gapsOfGoal(terms, around)).toEqual([]))

  it('counts a figure as recent to the day two years after its period ended', () => {
    const recent = (period: string | null, today: string) =>
      !gapsOfGoal(terms, {
        ...around,
        measuredSince: (day) => period !== null && periodEnd(period) >= day,
        today,
      }).includes('noRecentFigure')
    expect([recent('2024', '2026-12-31'), recent('2024', '2027-01-01')]).toEqual([true, false])
    expect([recent('2024-Q3', '2026-09-30'), recent('2024-Q3', '2026-10-01')]).toEqual([true, false])
    expect([recent('2017/2024', '2026-12-31'), recent(null, '2026-12-31')]).toEqual([true, false])
  })

  it('is served by work of any kind or by an activity, never by an indicator alone', () => {
    const served = (given: Partial<typeof around>) =>
      !gapsOfGoal(terms, { ...around, serving: none, ...given }).includes('nothingServes')
    expect(served({ serving: { ...none, indicator: 3 } })).toBe(false)
    expect(served({ serving: { ...none, visit: 1 } })).toBe(true)
    expect(served({ activities: 1 })).toBe(true)
  })

  it('tells a status by hand that contradicts the figures, not one beside figures that say nothing', () => {
    expect(statusDiffers('atRisk', 'onTrack')).toBe(true)
    expect(statusDiffers('atRisk', 'notMeasurable')).toBe(false)
    expect(statusDiffers('notMeasurable', 'onTrack')).toBe(false)
    expect(statusDiffers(null, 'onTrack')).toBe(false)
  })
})

describe('units', () => {
  it.each([
    ['level', 'percent', 'percentagePoints', 'unitsMixed'],
    ['level', 'percent', 'percent', undefined],
    ['level', 'percent', 'number', 'percentOfNumber'],
    ['level', 'number', 'percent', 'unitsMixed'],
    ['level', 'number', 'other', undefined],
    ['multiple', 'percent', 'number', 'multipleInPercent'],
    ['multiple', 'number', 'NOK', undefined],
    ['relativeChange', 'percent', 'NOK', undefined],
    ['relativeChange', 'percentagePoints', 'percent', 'percentNotPoints'],
    ['annualRate', 'percent', 'number', undefined],
    ['absoluteChange', 'percent', 'percent', 'pointsNotPercent'],
    ['absoluteChange', 'percentagePoints', 'percent', undefined],
    ['betterThanReference', 'percentagePoints', 'percent', undefined],
    ['absoluteChange', 'percent', 'number', 'percentOfNumber'],
    ['level', 'percent', null, undefined],
    ['level', 'percent', 'notStated', undefined],
  ] as const)('of a target by %s in %s, measured in %s', (kind, unit, leadUnit, key) => {
    expect(unitProblem(kind, unit, leadUnit)?.key).toBe(key && `problems.field.${key}`)
  })

  it('that do not go together are both named, in every language', () => {
    for (const language of Object.keys(catalogues) as (keyof typeof catalogues)[]) {
      const t = translator(language)
      for (const key of ['unitsMixed', 'percentOfNumber'] as const) {
        const sentence = t(`problems.field.${key}`, { unit: 'percent', leadUnit: 'number' })
        expect(sentence).toContain(t('codes.indicatorUnit.percent'))
        expect(sentence).toContain(t('codes.indicatorUnit.number'))
        expect(sentence).not.toMatch(/\$t|\{\{/)
      }
    }
  })
})

it('codes go as people count, alike but for case', () => {
  const sorted = ['M-1.10', 'M-1.9', 'm-1.1', 'M-1'].sort((a, b) => (codeKey(a) < codeKey(b) ? -1 : 1))
  expect(sorted).toEqual(['M-1', 'm-1.1', 'M-1.9', 'M-1.10'])
})

it('a ring of parents is found, and one of others is not gone round for ever', () => {
  const up: Record<string, string> = { b: 'a', c: 'b', x: 'y', y: 'x' }
  const next = (id: string) => up[id] ?? null
  expect(parentRing('a', 'c', next)).toEqual(['a', 'c', 'b', 'a'])
  expect(parentRing('a', 'a', next)).toEqual(['a', 'a'])
  expect(parentRing('c', 'b', next)).toBeNull()
  expect(parentRing('a', 'x', next)).toBeNull()
})

it('an activity is late from the day after its day, or after its year', () => {
  const late = (dueOn: string | null, year: number | null, today: string) =>
    activityDaysOverdue({ status: 'planned', dueOn, year }, today)
  expect([late('2026-09-15', null, '2026-09-15'), late('2026-09-15', 2020, '2026-09-16')]).toEqual([0, 1])
  expect([late(null, 2025, '2025-12-31'), late(null, 2025, '2026-01-01'), late(null, null, '2099-01-01')]).toEqual([
    0, 1, 0,
  ])
  expect(activityDaysOverdue({ status: 'dropped', dueOn: '2020-01-01', year: null }, '2026-01-01')).toBe(0)
})

it('what a plan leaves unsaid is warned of, never refused', () => {
  const goal = {
    planId: 'p',
    focusAreaId: null,
    parentId: null,
    code: 'M-1',
    title: 'X',
    position: 0,
    definition: null,
    targetUnit: null,
    comparator: null,
    baselineUnit: null,
    baselinePeriod: null,
    baselineSource: null,
    test: null,
    statusComment: null,
    statusOn: null,
    leadIndicatorId: null,
    strategyIntro: null,
    previousId: null,
    ...terms,
    targetPeriod: null,
  }
  const fields = (given: Partial<typeof goal>, inForce: { targetValue: number | null } | null = null) =>
    goalWarnings({ ...goal, ...given }, { inForce }).map(({ message }) => message.key.replace('problems.field.', ''))
  expect(fields({})).toEqual(['targetPeriodMissing'])
  expect(fields({ targetKind: 'multiple' as never })).toEqual(['baselineMissing', 'targetPeriodMissing'])
  expect(fields({ targetKind: 'annualRate' as never })).toEqual(['rateWithoutStart', 'rateWithoutEnd'])
  expect(fields({ targetPeriod: '2030' as never, deadline: '2031-01-01' as never }, { targetValue: 2 })).toEqual([
    'wordingSaysOther',
    'deadlineAfterTarget',
  ])
})
