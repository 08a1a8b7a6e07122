import type { Bench } from './bench.ts'
import type { Engine } from './engines.ts'
import type { Row } from './harness.ts'

/** The same statements in better-sqlite3, which is the best peer too, and in Node's own SQLite. */
export function besideStatements(
  bench: Bench,
  what: string,
  peerGoal: number | null,
  work: (db: Engine) => () => unknown,
): Row['beside'] {
  const strict = peerGoal === null ? {} : { peerGoal }
  return [
    { role: 'bare', name: `${what} in better-sqlite3`, goal: 1.5, ...strict, work: work(bench.bare) },
    { role: 'peer', name: 'the same in node:sqlite', goal: peerGoal, work: work(bench.peer) },
  ]
}
