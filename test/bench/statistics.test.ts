import { expect, it } from 'vitest'
import { intervalOf, isNoisy, isUnquiet, median, type Readings, runRounds, usualOf, verdictOf } from './statistics.ts'

const reading = (sync: number, loop = 3, afterSync = sync): Readings => ({
  before: { sync, loop },
  after: { sync: afterSync, loop },
})
/** Gives the readings in turn, the last one for good, and remembers which round was asked for. */
function machine(...syncs: number[]) {
  const asked: number[] = []
  const one = async (round: number) => {
    asked.push(round)
    return reading(syncs[Math.min(asked.length, syncs.length) - 1] ?? 0)
  }
  return { asked, one }
}

it('the median is the middle one, or halfway between the two middle ones, whatever their order', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 10, 2])).toBe(3)
  expect(median([])).toBe(0)
})

it('the interval holds the median, spans the middle of the values and is the same each time', () => {
  const ratios = [1.1, 1.3, 0.9, 1.2, 1, 1.4, 1.25, 1.15, 5]
  const [low, high] = intervalOf(ratios)
  expect(low).toBeLessThanOrEqual(median(ratios))
  expect(high).toBeGreaterThanOrEqual(median(ratios))
  expect(low).toBeGreaterThan(0.9)
  // One outlier among nine is not within the interval of their median.
  expect(high).toBeLessThan(5)
  expect(intervalOf(ratios)).toEqual([low, high])
  expect(intervalOf([2, 2, 2])).toEqual([2, 2])
})

it('the bootstrap draws every round about as often as any other', () => {
  // Of three rounds the median is the middle one in 13 of 27 draws, and each outer one in 7.
  expect(intervalOf([1, 2, 3])).toEqual([1, 3])
  // Of 99 equal steps, the interval of the median is some ten steps to either side.
  const [low, high] = intervalOf(Array.from({ length: 99 }, (_, index) => index))
  expect(low).toBeGreaterThan(35)
  expect(low).toBeLessThan(45)
  expect(high).toBeGreaterThan(53)
  expect(high).toBeLessThan(63)
})

it('a row is noisy where the same code twice differs by more than a tenth either way', () => {
  expect(isNoisy([0.91, 1.09])).toBe(false)
  expect(isNoisy([0.89, 1])).toBe(true)
  expect(isNoisy([1, 1.11])).toBe(true)
})

it('a goal is missed or met only where the whole interval lies on one side of it', () => {
  const quiet = [0.95, 1.05] as const
  expect(verdictOf([1.51, 1.9], 1.5, quiet)).toBe('missed')
  expect(verdictOf([1.2, 1.5], 1.5, quiet)).toBe('met')
  expect(verdictOf([1.4, 1.6], 1.5, quiet)).toBe('open')
})

it('a noisy row meets no goal, and misses one only by more than its noise', () => {
  expect(verdictOf([0.5, 0.6], 1.5, [0.8, 1.05])).toBe('too noisy')
  expect(verdictOf([1.6, 1.9], 1.5, [0.8, 1.05])).toBe('too noisy')
  expect(verdictOf([1.9, 2.2], 1.5, [0.8, 1.05])).toBe('missed')
  expect(verdictOf([1.6, 1.9], 1.5, [1, 1.2])).toBe('too noisy')
})

it('a round is unquiet where any reading is more than 30 % off its usual, up or down', () => {
  const usual = usualOf([reading(0.1), reading(0.1), reading(0.9)])
  expect(isUnquiet(reading(0.12), usual)).toBe(false)
  expect(isUnquiet(reading(0.14), usual)).toBe(true)
  expect(isUnquiet(reading(0.06), usual)).toBe(true)
  expect(isUnquiet(reading(0.1, 4), usual)).toBe(true)
  expect(isUnquiet(reading(0.1, 3, 0.2), usual)).toBe(true)
})

it('a quiet run redoes nothing', async () => {
  const { asked, one } = machine(0.1)
  const ran = await runRounds(4, one)
  expect(asked).toEqual([0, 1, 2, 3])
  expect(ran).toMatchObject({ redone: 0, stillUnquiet: 0 })
})

it('an unquiet round is redone in its own place until it is quiet', async () => {
  const { asked, one } = machine(0.1, 0.5, 0.1, 0.1, 0.1, /* redone: */ 0.4, 0.1)
  const ran = await runRounds(5, one)
  expect(asked).toEqual([0, 1, 2, 3, 4, 1, 1])
  expect(ran.kept.map(({ before }) => before.sync)).toEqual([0.1, 0.1, 0.1, 0.1, 0.1])
  expect(ran).toMatchObject({ redone: 2, stillUnquiet: 0 })
})

it('no more rounds are redone than were planned, and those that stay unquiet are told', async () => {
  const { asked, one } = machine(0.1, 0.1, 0.5, /* for good: */ 0.9)
  const ran = await runRounds(3, one)
  expect(asked).toEqual([0, 1, 2, 2, 2, 2])
  expect(ran).toMatchObject({ redone: 3, stillUnquiet: 1 })
})
