import { describe, expect, it } from 'vitest'
import { checkDistribution, spreadTarget, targetUntil } from '#shared/domain/visit-plan.ts'
import fc from '#test/random.ts'

describe('a target over the year', () => {
  it('adds up exactly, with none in July and months that differ by one at most', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (target) => {
        const months = spreadTarget(target)
        const working = months.filter((_, month) => month !== 6)
        expect(months).toHaveLength(12)
        expect(months[6]).toBe(0)
        expect(months.reduce((sum, month) => sum + month, 0)).toBe(target)
        expect(Math.max(...working) - Math.min(...working)).toBeLessThanOrEqual(1)
        expect(checkDistribution(target, months)).toEqual({})
      }),
    )
  })
  it('50 visits are 4 or 5 a month', () => {
    expect(spreadTarget(50)).toEqual([4, 5, 5, 4, 5, 4, 0, 4, 5, 5, 5, 4])
  })
  it('a distribution that does not add up is told by how much', () => {
    expect(checkDistribution(50, spreadTarget(49))).toEqual({
      distribution: { key: 'problems.field.distributionSum', params: { sum: 49, target: 50 } },
    })
    expect(checkDistribution(1, [1])).toMatchObject({ distribution: { key: 'problems.field.twelveMonths' } })
    expect(checkDistribution(0, [1, -1, ...Array(10).fill(0)])).toMatchObject({
      'distribution.1': { key: 'problems.field.negative' },
    })
  })
  it('grows day by day up to the target', () => {
    const months = spreadTarget(50)
    expect(targetUntil(months, '2026-01-31')).toBe(4)
    expect(targetUntil(months, '2026-02-14')).toBe(7)
    expect(targetUntil(months, '2026-07-31')).toBe(targetUntil(months, '2026-06-30'))
    expect(targetUntil(months, '2026-12-31')).toBe(50)
  })
})
