/** Two processes on one file: at most one has it, the other is told so at once, and nobody who is gone keeps it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { makeSample } from '#db/sample/make-sample.ts'
import { contentsOf, differing } from '../contents.ts'
import { aTortureFolder, removeFolders } from '../folders.ts'
import type { Report, Row } from '../row.ts'
import type { Told } from './opener.ts'

/** What the issue allows the second to stand still before it is refused: the wait for the lock and the opening itself. */
const boundMs = 250

interface Opener {
  tell(line: string): void
  next(): Promise<Told>
  kill(): Promise<void>
}
const alive = new Set<ChildProcess>()

async function anOpener(home: string, path: string, lockless = false): Promise<Opener> {
  const script = fileURLToPath(new URL('./opener.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify({ home, path, lockless })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  alive.add(child)
  child.stdin.on('error', () => {})
  const ended = new Promise<void>((done) => child.on('close', () => done()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const opener: Opener = {
    tell: (line) => void child.stdin.write(`${line}\n`),
    async next() {
      const { done, value } = await lines.next()
      if (done) throw new Error('the process ended')
      return JSON.parse(value) as Told
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
      alive.delete(child)
    },
  }
  await opener.next()
  return opener
}

type Kind = 'at once' | 'while open' | 'while closing' | 'after a kill'
const kinds: readonly Kind[] = ['at once', 'while open', 'while closing', 'after a kill']

async function races(
  count: number,
  random: () => number,
  report: Report,
  lockless = false,
  only?: Kind,
): Promise<void> {
  const folder = aTortureFolder()
  const path = join(folder, 'both.fyr')
  makeSample(path, { sample: 'ostfold', today: '2026-09-15', years: 1, visitsPerYear: 5 })
  const look = () => {
    const db = new Sqlite(path, { readonly: true })
    try {
      return contentsOf(db)
    } finally {
      db.close()
    }
  }
  const truth = look()
  const homes = ['a', 'b'].map((name) => join(folder, name))
  for (const home of homes) mkdirSync(home)
  const start = (at: number) => anOpener(homes[at] ?? '', path, lockless)
  let [one, two] = await Promise.all([start(0), start(1)])
  const refusal = (told: Told): string | null => {
    report.time('refused', told.ms ?? 0)
    if (told.code !== 'lockedFile') return `refused with ${told.code}, not lockedFile`
    return (told.ms ?? 0) > boundMs ? `stood still for ${Math.round(told.ms ?? 0)} ms` : null
  }
  const shut = async (opener: Opener) => {
    opener.tell('close')
    await opener.next()
  }
  const race = async (kind: Kind): Promise<string | null> => {
    report.count(kind)
    if (random() < 0.5) [one, two] = [two, one]
    if (kind === 'at once') {
      const at = Date.now() + 10
      one.tell(`go ${at}`)
      two.tell(`go ${at + Math.floor(random() * 6)}`)
      const told = await Promise.all([one.next(), two.next()])
      const have = told.filter(({ open }) => open).length
      await Promise.all([shut(one), shut(two)])
      if (have > 1) return 'both have it open'
      // Each may have met the other's lock in the middle of its opening; told so, both may try again.
      if (have === 0) report.count('neither got it at once')
      return told.map((each) => (each.open ? null : refusal(each))).find((wrong) => wrong !== null) ?? null
    }
    one.tell('open')
    const first = await one.next()
    if (!first.open) return `the first was refused: ${first.code}`
    if (kind === 'while open') {
      two.tell('open')
      const second = await two.next()
      await Promise.all([shut(one), shut(two)])
      return second.open ? 'both have it open' : refusal(second)
    }
    if (kind === 'while closing') {
      one.tell('close')
      two.tell(`go ${Date.now() + Math.floor(random() * 12)}`)
      const [, second] = await Promise.all([one.next(), two.next()])
      const wrong = second.open ? null : refusal(second)
      report.count(second.open ? 'got it from one that closed' : 'refused by one that closed')
      await shut(two)
      return wrong
    }
    // A killed process keeps nothing: the lock is the kernel's.
    await one.kill()
    two.tell('open')
    const second = await two.next()
    await shut(two)
    one = await start(0)
    return second.open ? null : `the lock of a killed process holds: ${second.code}`
  }
  for (let number = 0; number < count; number++) {
    const kind = only ?? kinds[number % kinds.length] ?? 'at once'
    let wrong = await race(kind)
    if (wrong === null && !lockless) {
      const changed = differing(truth, look())
      if (changed.length > 0) wrong = `${changed.join(', ')} changed`
    }
    report.case(wrong === null ? null : `${kind}: ${wrong}`)
  }
  await Promise.all([one.kill(), two.kill()])
}

export const row: Row = {
  name: 'two-processes',
  what: 'Two processes open one file at once, while the other has it, while it closes, after it was killed: at most one has it, refused within 250 ms, the file unchanged',
  fullCount: 500,
  ciCount: 24,
  run: (count, random, report) => races(count, random, report),
  controls: [
    {
      name: 'one after the other',
      kind: 'sound',
      async run(_random, report) {
        const folder = aTortureFolder()
        const path = join(folder, 'one.fyr')
        makeSample(path, { sample: 'ostfold', today: '2026-09-15', years: 1, visitsPerYear: 5 })
        const both = await Promise.all([anOpener(folder, path), anOpener(folder, path)])
        for (const opener of both) {
          opener.tell('open')
          const { open, code } = await opener.next()
          opener.tell('close')
          await opener.next()
          report.case(open ? null : `refused: ${code}`)
        }
        for (const opener of both) await opener.kill()
      },
    },
    {
      name: 'an application that does not keep the file to itself',
      kind: 'broken',
      run: (random, report) => races(3, random, report, true, 'while open'),
    },
  ],
  after() {
    for (const child of alive) child.kill('SIGKILL')
    removeFolders()
  },
}
