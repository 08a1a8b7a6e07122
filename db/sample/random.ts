import { uuidv7 } from '../ids.ts'

/** Repeatable chance: the same seed draws the same things (mulberry32). */
export interface Random {
  /** 0 ≤ n < 1. */
  next(): number
  /** A whole number from one to another, both included. */
  between(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T
  /** A UUIDv7 of an instant in milliseconds. */
  id(ms: number): string
}

/** The chance of one seed, any whole number. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => {
    const item = list[between(0, list.length - 1)]
    if (item === undefined) throw new Error('a sample list is empty')
    return item
  }
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick,
    weighted(list) {
      let left = next() * list.reduce((sum, { weight }) => sum + weight, 0)
      for (const item of list) {
        left -= item.weight
        if (left < 0) return item
      }
      return pick(list)
    },
    id: (ms) =>
      uuidv7(
        ms,
        Uint8Array.from({ length: 10 }, () => between(0, 255)),
      ),
  }
}
