/** Compares a candidate with a bare version of the same work: interleaved, order turned every second round, judged by the median of per-round ratios. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Measured {
  readonly name: string
  readonly goal: number
  /** Milliseconds of one run, median over the rounds. */
  readonly oursMs: number
  readonly bareMs: number
  readonly ratio: number
  /** 95 % interval of the median ratio, by bootstrap. */
  readonly interval: readonly [number, number]
  /** The same code twice: how far noise alone goes. */
  readonly same: readonly [number, number]
  readonly against: string
  readonly rounds: number
}
type Work = () => unknown | Promise<unknown>
export interface Comparison {
  readonly name: string
  readonly against: string
  readonly goal: number
  readonly ours: Work
  readonly bare: Work
  /** Runs of one sample; more for what takes microseconds. */
  readonly repeats: number
  /** Throws where the two don't give the same amount of the same thing. */
  readonly check?: (ours: unknown, bare: unknown) => void
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

async function time(work: Work, repeats: number): Promise<number> {
  const started = performance.now()
  for (let run = 0; run < repeats; run++) await work()
  return (performance.now() - started) / repeats
}

/** Pairs of times, the order turned every second round. */
async function rounds(first: Work, second: Work, repeats: number, count: number): Promise<[number, number][]> {
  const pairs: [number, number][] = []
  for (let round = 0; round < count; round++) {
    if (round % 2 === 0) {
      const a = await time(first, repeats)
      pairs.push([a, await time(second, repeats)])
    } else {
      const b = await time(second, repeats)
      pairs.push([await time(first, repeats), b])
    }
  }
  return pairs
}

/** 95 % interval of the median, by drawing the rounds anew 2,000 times from a fixed seed. */
function intervalOf(ratios: readonly number[]): [number, number] {
  let state = 12_345
  const draw = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return ratios[state % ratios.length] ?? 1
  }
  const medians = Array.from({ length: 2000 }, () => median(ratios.map(draw))).sort((a, b) => a - b)
  return [medians[50] ?? 0, medians[1949] ?? 0]
}

export async function compare(comparison: Comparison, count: number): Promise<Measured> {
  const { ours, bare, repeats, check, name, goal, against } = comparison
  const began = performance.now()
  const first = await ours()
  const onceMs = performance.now() - began
  check?.(first, await bare())
  // What takes seconds is measured in fewer rounds, decided by its first run and before any ratio is known.
  const fitting = onceMs > 20_000 ? 2 : onceMs > 6000 ? Math.min(3, count) : onceMs > 1000 ? Math.min(5, count) : count
  if (onceMs <= 1000) {
    await time(ours, repeats)
    await time(bare, repeats)
  }
  const same = await rounds(bare, bare, repeats, Math.max(3, Math.ceil(fitting / 2)))
  const pairs = await rounds(ours, bare, repeats, fitting)
  const ratios = pairs.map(([a, b]) => a / b)
  return {
    name,
    goal,
    against,
    oursMs: median(pairs.map(([a]) => a)),
    bareMs: median(pairs.map(([, b]) => b)),
    rounds: fitting,
    ratio: median(ratios),
    interval: intervalOf(ratios),
    same: intervalOf(same.map(([a, b]) => a / b)),
  }
}

/** What this machine does just now: fdatasync of 8 KiB and a fixed loop, p50 and p95 in milliseconds. */
export function machineNow(): { sync: [number, number]; loop: [number, number] } {
  const path = join(tmpdir(), `fyr-sync-${process.pid}`)
  const handle = openSync(path, 'w')
  const page = Buffer.alloc(8192, 1)
  const timed = (work: () => void, count: number): [number, number] => {
    const times = Array.from({ length: count }, () => {
      const started = performance.now()
      work()
      return performance.now() - started
    }).sort((a, b) => a - b)
    return [times[Math.floor(count * 0.5)] ?? 0, times[Math.floor(count * 0.95)] ?? 0]
  }
  try {
    return {
      sync: timed(() => {
        writeSync(handle, page, 0, page.length, 0)
        fdatasyncSync(handle)
      }, 60),
      loop: timed(() => {
        let sum = 0
        for (let index = 0; index < 1_000_000; index++) sum = (sum + index * 7) % 1_000_003
        if (sum < 0) throw new Error('unreachable')
      }, 15),
    }
  } finally {
    closeSync(handle)
    rmSync(path, { force: true })
  }
}
