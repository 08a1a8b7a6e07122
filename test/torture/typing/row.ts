/** Crash while typing: what was typed more than a second before must be in the file. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Sqlite from 'better-sqlite3'
import { makeSample } from '#db/sample/make-sample.ts'
import { aTortureFolder, copyPartnership, removeFolders } from '../folders.ts'
import type { Report, Row } from '../row.ts'
import { type Task, typed } from './typed.ts'

/** Who types in one process; each is a case of its own. */
const typists = 10
/** What the window promises: less than this is lost. */
const mostMs = 1000

interface Stroke {
  readonly count: number
  readonly at: number
}
let base: string | null = null

/** Starts a process that loads everything and waits for its task. */
function started(): { child: ChildProcess; ready: Promise<void>; strokes: Stroke[][]; ended: Promise<void> } {
  const child = fork(new URL('./typist.ts', import.meta.url), [], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] })
  const strokes: Stroke[][] = Array.from({ length: typists }, () => [])
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const ready = new Promise<void>((done, broke) => {
    child.once('error', broke)
    void ended.then(() => broke(new Error('a process that types ended by itself')))
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') return done()
      const [who = 0, count = 0, at = 0] = line.split(' ').map(Number)
      strokes[who]?.push({ count, at })
    })
  })
  ready.catch(() => {})
  return { child, ready, strokes, ended }
}

/** This process has nothing to do meanwhile: when it is late, the machine is, and so is the one that types. */
function aMeter(): { stop(): void; lateSince(at: number): number } {
  const late: { at: number; ms: number }[] = []
  let due = performance.now() + 10
  const timer = setInterval(() => {
    const now = performance.now()
    if (now - due > 5) late.push({ at: Date.now(), ms: now - due })
    due = now + 10
  }, 10)
  return {
    stop: () => clearInterval(timer),
    lateSince: (at) => late.filter((one) => one.at >= at).reduce((sum, one) => sum + one.ms, 0),
  }
}

/** Some people type, the process is killed `killMs` after the first keystroke, and each field is held against what was typed in it. */
async function killed(
  random: () => number,
  report: Report,
  {
    typeMs = 60_000,
    killMs,
    waitMs,
    nothingLost,
  }: { typeMs?: number; killMs: number; waitMs?: number; nothingLost?: boolean },
): Promise<void> {
  const typing = started()
  const folder = aTortureFolder()
  base ??= makeBase()
  const [home, path] = [join(folder, 'home'), join(folder, 'desk.fyr')]
  mkdirSync(home)
  copyPartnership(base, path)
  await typing.ready
  const task: Task = {
    home,
    path,
    seed: Math.floor(random() * 2 ** 31),
    typists,
    typeMs,
    ...(waitMs ? { waitMs } : {}),
  }
  typing.child.stdin?.write(`${JSON.stringify(task)}\n`)
  const meter = aMeter()
  const began = Date.now()
  while (typing.strokes.every((all) => all.length === 0)) {
    if (Date.now() - began > 60_000) throw new Error('nobody types')
    await new Promise((wait) => setTimeout(wait, 5))
  }
  await new Promise((wait) => setTimeout(wait, killMs))
  const killedAt = Date.now()
  typing.child.kill('SIGKILL')
  meter.stop()
  await typing.ended
  const db = new Sqlite(path)
  const kept = new Map(
    (db.prepare('SELECT key, value FROM drafts').raw().all() as [string, string][]).map(([key, value]) => [
      key,
      JSON.parse(value) as unknown,
    ]),
  )
  const sound = db.pragma('quick_check', { simple: true })
  db.close()
  for (const [who, all] of typing.strokes.entries()) {
    const text = kept.get(`typist-${who}`)
    const count = text === undefined ? 0 : all.find((one) => typed(one.count) === text)?.count
    report.count('keystrokes', all.length)
    if (sound !== 'ok' || count === undefined) {
      report.case(sound === 'ok' ? `what was kept was never typed: ${JSON.stringify(text)}` : `the file: ${sound}`)
      continue
    }
    const first = all.find((one) => one.count > count)
    // Strict: until the kill, whether or not anything was typed in the end.
    const lost = first ? killedAt - first.at : 0
    const late = first ? meter.lateSince(first.at) : 0
    report.time('typing lost', lost)
    if (late > 0) report.time('of it, late by the machine', late)
    if (nothingLost) report.case(first ? `${all.length - count} keystrokes lost though nobody typed` : null)
    else
      report.case(lost - late > mostMs ? `${lost} ms of typing lost, the machine late by ${Math.round(late)} ms` : null)
  }
}

function makeBase(): string {
  const path = join(aTortureFolder(), 'base.fyr')
  makeSample(path, { sample: 'ostfold', today: '2026-09-15', years: 1, visitsPerYear: 5 })
  return path
}

export const row: Row = {
  name: 'typing',
  what: 'Killed while people type, slowly, quickly and without a pause: at most a second of it is lost, and what is kept was typed',
  fullCount: 300,
  ciCount: typists,
  async run(count, random, report) {
    for (let left = count; left > 0; left -= typists) await killed(random, report, { killMs: 1500 + random() * 2500 })
  },
  controls: [
    {
      name: 'killed well after the last keystroke',
      kind: 'sound',
      run: (random, report) => killed(random, report, { typeMs: 500, killMs: 1900, nothingLost: true }),
    },
    {
      name: 'a hook that waits three seconds',
      kind: 'broken',
      run: (random, report) => killed(random, report, { killMs: 1900, waitMs: 3000 }),
    },
  ],
  after() {
    removeFolders()
    base = null
  },
}
