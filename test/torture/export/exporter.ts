/**
 * A process that exports one document as its first line on standard input says, and dies on the way. At its start the application sweeps
 * what the process before it left; what it did not find is told.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { realDisk, type TargetDisk } from '#db/target-disk.ts'
import { type Format, openDesk, type Subjects } from './desk.ts'
import { aStallMeter } from './stall.ts'

export interface ExportTask {
  readonly home: string
  readonly path: string
  readonly target: string
  readonly format: Format
  readonly subjects: Subjects
  /** Dies at the nth step of the disk: before it, some µs into it, or when it is done. Null: never by itself. */
  readonly die: { readonly nth: number; readonly when: 'before' | 'during' | 'after'; readonly us: number } | null
  /** What is planted: `straight` writes over the target itself, `forgetful` knows nothing of the process before it, `holding` waits for the disk. */
  readonly planted?: 'straight' | 'forgetful' | 'holding' | undefined
  /** Tells how long nobody was answered meanwhile. */
  readonly metered?: boolean
}
export type ExportFact =
  | { readonly ready: true }
  /** Swept and about to export; `left` are the temporary files that are still there. */
  | { readonly left: readonly string[] }
  | { readonly saved: boolean; readonly problem: string | null; readonly stallMs: number; readonly tookMs: number }

const sweptWithinMs = 5000

const say = (fact: ExportFact) => process.stdout.write(`${JSON.stringify(fact)}\n`)
const dieNow = () => process.kill(process.pid, 'SIGKILL')

/** The machine's own disk, at one step of which the process is killed. */
function deadly(real: TargetDisk, die: NonNullable<ExportTask['die']>): TargetDisk {
  let steps = 0
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    steps += 1
    if (steps !== die.nth) return work()
    if (die.when === 'before') dieNow()
    const working = work()
    if (die.when === 'during') {
      // Another thread is at it meanwhile.
      const until = performance.now() + die.us / 1000
      while (performance.now() < until);
      dieNow()
    }
    const value = await working
    dieNow()
    return value
  }
  return {
    ...real,
    async create(path) {
      const file = await step(() => real.create(path))
      return {
        write: (bytes, at) => step(() => file.write(bytes, at)),
        sync: () => step(() => file.sync()),
        close: () => step(() => file.close()),
      }
    },
    rename: (from, to) => step(() => real.rename(from, to)),
    syncFolder: (path) => step(() => real.syncFolder(path)),
  }
}

function straightTo(target: string): TargetDisk {
  return {
    ...realDisk,
    async create() {
      const handle = await open(target, 'w')
      return {
        write: async (bytes, at) =>
          (await handle.write(bytes, at, Math.min(200_000, bytes.byteLength - at))).bytesWritten,
        sync: () => handle.sync(),
        close: () => handle.close(),
      }
    },
    rename: async () => {},
  }
}

/** Syncs in the plain way, as a program does that has not thought of shares. */
const holdingDisk: TargetDisk = {
  ...realDisk,
  async create(path) {
    const handle = openSync(path, 'wx')
    return {
      write: async (bytes, at) => writeSync(handle, bytes, at),
      sync: async () => fsyncSync(handle),
      close: async () => closeSync(handle),
    }
  },
}

async function work({ home, path, target, format, subjects, die, planted, metered }: ExportTask): Promise<void> {
  const notes = join(home, 'writing')
  if (planted === 'forgetful') rmSync(notes, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  const before = existsSync(notes) ? readdirSync(notes) : []
  const real = planted === 'straight' ? straightTo(target) : planted === 'holding' ? holdingDisk : realDisk
  const desk = openDesk({ home, path, target: () => target, targetDisk: die ? deadly(real, die) : real })
  const late = performance.now() + sweptWithinMs
  const remembered = () => (existsSync(notes) ? readdirSync(notes) : []).some((note) => before.includes(note))
  while (remembered() && performance.now() < late) await new Promise((wait) => setTimeout(wait, 1))
  say({ left: readdirSync(dirname(target)).filter((name) => name.endsWith('.fyr-part')) })
  const exporting = () => desk.export(format, subjects)
  const began = performance.now()
  const meter = metered ? aStallMeter() : null
  const { value, stallMs } = meter
    ? await meter.during(() => desk.call('unsaved.list', {}), exporting())
    : { value: await exporting(), stallMs: 0 }
  say({ saved: value.saved, problem: value.problem?.key ?? null, stallMs, tookMs: performance.now() - began })
  await desk.backend.close()
}

say({ ready: true })
for await (const line of createInterface({ input: process.stdin })) {
  await work(JSON.parse(line) as ExportTask)
  process.exit(0)
}
