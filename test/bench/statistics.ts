/** The judgement over a run's numbers, apart from the measuring, so that it can be tested. */

export type Interval = readonly [number, number]

/** What the machine does just now, medians in milliseconds: fdatasync of 8 KiB and a fixed loop. */
export interface Machine {
  readonly sync: number
  readonly loop: number
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** 95 % interval of the median, by drawing the rounds anew 2,000 times from a fixed seed. */
export function intervalOf(ratios: readonly number[]): Interval {
  let state = 12_345
  const draw = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    // The low bits of such a generator repeat soon; the high ones serve.
    return ratios[Math.floor((state / 0x80000000) * ratios.length)] ?? 1
  }
  const medians = Array.from({ length: 2000 }, () => median(ratios.map(draw))).sort((a, b) => a - b)
  return [medians[50] ?? 0, medians[1949] ?? 0]
}

/** True where the same code twice differs by more than 10 %: such a row can't be judged. */
export function isNoisy([low, high]: Interval): boolean {
  return low < 0.9 || high > 1.1
}

export type Verdict = 'met' | 'missed' | 'open' | 'too noisy'

/**
 * Met or missed only where the whole interval lies on one side of the goal. In a noisy row nothing is met, and missed only
 * what lies so far above that the noise of the same code twice can't be the cause.
 */
export function verdictOf([low, high]: Interval, goal: number, same: Interval): Verdict {
  if (isNoisy(same)) return low > goal * Math.max(same[1], 1 / same[0]) ? 'missed' : 'too noisy'
  return low > goal ? 'missed' : high <= goal ? 'met' : 'open'
}

/** Both readings of a round: before its work and after it. */
export interface Readings {
  readonly before: Machine
  readonly after: Machine
}
const readingsOf = ({ before, after }: Readings) => [before.sync, before.loop, after.sync, after.loop]

/** The middle of each kind of reading over the planned rounds. */
export function usualOf(rounds: readonly Readings[]): readonly number[] {
  return [0, 1, 2, 3].map((kind) => median(rounds.map((round) => readingsOf(round)[kind] ?? 0)))
}

/** True where the machine was more than 30 % off its usual while a round ran. Sees no result, only readings. */
export function isUnquiet(round: Readings, usual: readonly number[]): boolean {
  return readingsOf(round).some((reading, kind) => Math.abs(reading / (usual[kind] ?? reading) - 1) > 0.3)
}

/**
 * Plans the rounds and redoes the unquiet ones, each as often as it stays so, in all at most as often as there are rounds.
 * `stillUnquiet` are those kept because nothing was left to redo them with.
 */
export async function runRounds<T extends Readings>(
  count: number,
  one: (round: number) => Promise<T>,
): Promise<{ kept: T[]; redone: number; stillUnquiet: number }> {
  const kept: T[] = []
  for (let round = 0; round < count; round++) kept.push(await one(round))
  const usual = usualOf(kept)
  let redone = 0
  for (const round of kept.keys()) {
    for (let now = kept[round]; now && isUnquiet(now, usual) && redone < count; redone++) {
      now = await one(round)
      kept[round] = now
    }
  }
  return { kept, redone, stillUnquiet: kept.filter((round) => isUnquiet(round, usual)).length }
}
