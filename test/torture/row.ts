/** What a row of the torture suite is; `README.md` tells how to add one. */

/** Takes down what a row or a control meets. */
export interface Report {
  /** One case has been judged; `failure` is what was wrong with it. */
  case(failure?: string | null): void
  /** Counts something worth telling: `report.count('kills in a checkpoint')`. */
  count(what: string, by?: number): void
  /** One measured time in ms; its p50, p95 and maximum are told. */
  time(what: string, ms: number): void
  /** The machine forbids what the row needs (mounting, ptrace): told, and neither passed nor failed. */
  skip(why: string): void
}

export interface Control {
  readonly name: string
  /** `sound`: every case must pass (an untouched file). `broken`: a planted fault that must be found, or the row checks nothing. */
  readonly kind: 'sound' | 'broken'
  run(random: () => number, report: Report): Promise<void> | void
}

export interface Row {
  readonly name: string
  /** One line for the table. */
  readonly what: string
  readonly fullCount: number
  /** Cases in CI where a tenth would take too long. */
  readonly ciCount?: number
  run(count: number, random: () => number, report: Report): Promise<void>
  readonly controls: readonly Control[]
  /** Takes away what the row made. Runs whatever happened. */
  after?(): Promise<void> | void
}

/** What came of one row or control. */
export interface Outcome {
  readonly cases: number
  readonly failures: readonly string[]
  readonly counts: ReadonlyMap<string, number>
  readonly times: ReadonlyMap<string, readonly number[]>
  readonly skipped: string | null
}

/** Failures of one row that are kept in words; more say nothing new. */
const mostTold = 20

export function createReport(): { report: Report; outcome: () => Outcome & { failed: number } } {
  let cases = 0
  let failed = 0
  let skipped: string | null = null
  const failures: string[] = []
  const counts = new Map<string, number>()
  const times = new Map<string, number[]>()
  return {
    report: {
      case(failure) {
        cases += 1
        if (failure == null) return
        failed += 1
        if (failures.length < mostTold) failures.push(failure)
      },
      count(what, by = 1) {
        counts.set(what, (counts.get(what) ?? 0) + by)
      },
      time(what, ms) {
        const all = times.get(what) ?? []
        all.push(ms)
        times.set(what, all)
      },
      skip(why) {
        skipped = why
      },
    },
    outcome: () => ({ cases, failed, failures, counts, times, skipped }),
  }
}

/** The value below which `share` of the numbers lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** Numbers from 0 to below 1 (mulberry32); the same seed gives the same ones. */
export function seeded(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
