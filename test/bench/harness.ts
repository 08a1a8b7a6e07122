/** One sample of each side of each row, and what the samples of all rounds say together. */
import { type Interval, intervalOf, median } from './statistics.ts'

type Work = () => unknown | Promise<unknown>

/** What ours is held against. `bare`: the same work by hand; `peer`: the best other way; `floor`: less work, the least it could cost. */
export interface Beside {
  readonly role: 'bare' | 'peer' | 'floor'
  readonly name: string
  /** Null where measured.md sets none. */
  readonly goal: number | null
  /** A second, stricter goal: where the bare work is itself the best peer. */
  readonly peerGoal?: number
}
export interface Row {
  readonly name: string
  readonly ours: Work
  /** The bare work first. */
  readonly beside: readonly (Beside & { readonly work: Work })[]
  /** Why there is no peer, where there is none. */
  readonly noPeer?: string
  /** Throws where the sides don't give the same amount of the same thing; `beside` in the row's order. */
  readonly check?: (ours: unknown, beside: readonly unknown[]) => void | Promise<void>
}

export interface Sample {
  readonly name: string
  readonly beside: readonly Beside[]
  readonly noPeer?: string
  /** Milliseconds of the first run, from which is decided what is dear. */
  readonly firstMs: number
  /** Milliseconds of one run each: the bare work twice, ours, and the others in the row's order. */
  readonly same: readonly [number, number]
  readonly ours: number
  readonly theirs: readonly number[]
}

async function time(work: Work, repeats: number): Promise<number> {
  const started = performance.now()
  for (let run = 0; run < repeats; run++) await work()
  return (performance.now() - started) / repeats
}

/** A sample lasts about this long where one run is shorter, and so does the warming up before it. */
const sampleMs = 40

/** Runs in `sampleMs`, at most 500; counted on ours, and the same for each side. */
async function repeatsOf(work: Work): Promise<number> {
  const started = performance.now()
  let runs = 0
  do {
    await work()
    runs += 1
  } while (performance.now() - started < sampleMs && runs < 500)
  return runs
}

/** A first run longer than this makes a row dear. */
const dearMs = 2000
/** Dear rows take part in this many rounds only; decided by the first round, before any ratio is known. */
export const dearRounds = 5
export function dearOf(first: readonly Sample[]): string[] {
  return first.filter(({ firstMs }) => firstMs > dearMs).map(({ name }) => name)
}

/**
 * Checks, warms up, then the same code twice, then each side once, who begins turning with the round. A dear row is warm
 * after its first run. `dear` is null in the first round, which decides it.
 */
export async function sampleOf(row: Row, round: number, dear: boolean | null): Promise<Sample> {
  const { name, ours, beside, noPeer, check } = row
  const began = performance.now()
  const first = await ours()
  const firstMs = performance.now() - began
  const others: unknown[] = []
  for (const { work } of beside) others.push(await work())
  await check?.(first, others)
  let repeats = 1
  if (!(dear ?? firstMs > dearMs)) {
    repeats = await repeatsOf(ours)
    for (const { work } of beside) await time(work, repeats)
  }
  const bare = beside[0]?.work ?? ours
  const same = [await time(bare, repeats), await time(bare, repeats)] as const
  const sides = [ours, ...beside.map(({ work }) => work)]
  const times = sides.map(() => 0)
  for (const turn of sides.keys()) {
    const side = (turn + round) % sides.length
    times[side] = await time(sides[side] ?? ours, repeats)
  }
  const [oursMs = 0, ...theirs] = times
  return {
    name,
    beside: beside.map(({ work: _, ...told }) => told),
    ...(noPeer === undefined ? {} : { noPeer }),
    firstMs,
    // Turned as well, so that what comes second is not always the same one.
    same: round % 2 === 0 ? same : [same[1], same[0]],
    ours: oursMs,
    theirs,
  }
}

export interface Measured {
  readonly name: string
  readonly noPeer?: string
  readonly rounds: number
  /** Milliseconds of one run, median over the rounds. */
  readonly oursMs: number
  /** The same code twice: how far noise alone goes. */
  readonly same: Interval
  readonly beside: readonly (Beside & { readonly ms: number; readonly ratio: number; readonly interval: Interval })[]
}

/** Median of the per-round ratios with its interval, row by row, in the order of the first round. */
export function together(rounds: readonly (readonly Sample[])[]): Measured[] {
  return (rounds[0] ?? []).map(({ name, beside, noPeer }) => {
    const samples = rounds.flatMap((round) => round.filter((sample) => sample.name === name))
    return {
      name,
      ...(noPeer === undefined ? {} : { noPeer }),
      rounds: samples.length,
      oursMs: median(samples.map(({ ours }) => ours)),
      same: intervalOf(samples.map((sample) => sample.same[0] / sample.same[1])),
      beside: beside.map((told, index) => {
        const theirs = samples.map((sample) => sample.theirs[index] ?? 0)
        const ratios = samples.map((sample, round) => sample.ours / (theirs[round] ?? 0))
        return { ...told, ms: median(theirs), ratio: median(ratios), interval: intervalOf(ratios) }
      }),
    }
  })
}
