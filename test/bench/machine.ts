/** What this machine does just now, so that a round disturbed by others can be told and redone. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Machine, median } from './statistics.ts'

/** Milliseconds: fdatasync of 8 KiB and a loop of a million steps, each the median of many. */
export function machineNow(): Machine {
  const path = join(tmpdir(), `fyr-sync-${process.pid}`)
  const handle = openSync(path, 'w')
  const page = Buffer.alloc(8192, 1)
  const timed = (work: () => void, count: number) =>
    median(
      Array.from({ length: count }, () => {
        const started = performance.now()
        work()
        return performance.now() - started
      }),
    )
  const sync = () => {
    writeSync(handle, page, 0, page.length, 0)
    fdatasyncSync(handle)
  }
  const loop = () => {
    let sum = 0
    for (let index = 0; index < 1_000_000; index++) sum = (sum + index * 7) % 1_000_003
    if (sum < 0) throw new Error('unreachable')
  }
  try {
    // The first ones run unoptimised and on a new file.
    timed(sync, 20)
    timed(loop, 5)
    return { sync: timed(sync, 300), loop: timed(loop, 31) }
  } finally {
    closeSync(handle)
    rmSync(path, { force: true })
  }
}
