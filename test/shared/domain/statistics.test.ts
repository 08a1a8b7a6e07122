import { describe, expect, it } from 'vitest'
import { mean, median, suppressSmallGroups } from '#shared/domain/statistics.ts'
import fc from '#test/random.ts'

const group = (...sizes: number[]) => suppressSmallGroups(sizes, 3, (size) => size)

describe('middle values', () => {
  it('are null of nothing', () => {
    expect(median([])).toBeNull()
    expect(mean([])).toBeNull()
  })
  it('are sorted as numbers', () => {
    expect(median([10, 9, 100])).toBe(10)
    expect(median([1, 2, 3, 10])).toBe(2.5)
    expect(mean([1, 2, 6])).toBe(3)
  })
})

describe('small groups', () => {
  it('are left alone where none is small', () => {
    expect(group(3, 5, 0)).toEqual({ shown: [3, 5, 0], gathered: [] })
  })
  it('are gathered', () => {
    expect(group(10, 1, 5, 2)).toEqual({ shown: [10, 5], gathered: [1, 2] })
  })
  it('a single one takes the next smallest with it, so that it cannot be subtracted', () => {
    expect(group(10, 1, 5)).toEqual({ shown: [10], gathered: [1, 5] })
  })
  it('that are few even together take one more', () => {
    expect(group(1, 10, 1, 5)).toEqual({ shown: [10], gathered: [1, 1, 5] })
  })
  it('no shown number and no sum of hidden ones tells about a few', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12)), fc.integer({ min: 1, max: 10 }), (sizes, smallest) => {
        const { shown, gathered } = suppressSmallGroups(sizes, smallest, (size) => size)
        expect(shown.filter((size) => size > 0 && size < smallest)).toEqual([])
        expect([...shown, ...gathered].sort()).toEqual([...sizes].sort())
        const people = sizes.filter((size) => size > 0)
        if (gathered.length > 0 && people.length > 1) expect(gathered.length).toBeGreaterThan(1)
      }),
    )
  })
})
