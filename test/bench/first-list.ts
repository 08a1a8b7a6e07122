/**
 * From the start of the preview's process to the first row of the visits on a real Chromium's screen. `npm run bench -- start
 * [--rounds 10] [--sizes 50,100000] [--project FOLDER]…`; several projects (of other days, each built) take turns, so that they meet the same machine.
 *
 * Cold: a home folder and a browser profile that have seen nothing. Warm: the fourth start on them, when Chromium has kept its compiled code.
 * The browser runs already, as Electron's part of the start can't be measured here.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { browserOptions } from '../e2e/browser.ts'
import { sampleFile } from './sample-file.ts'

const here = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    sizes: { type: 'string', default: '50,100000' },
    project: { type: 'string', multiple: true, default: [here] },
  },
})
const projects = values.project.map((folder) => resolve(folder))
const rounds = Number(values.rounds)

/** What the first row may take, in ms: the median of warm starts on two cores of a server with a few others at work. */
const goals: Readonly<Record<number, number>> = { 50: 2500, 100000: 3000 }
let missed = false

interface Times {
  /** The preview has printed its link. */
  readonly listens: number
  /** The browser has drawn something. */
  readonly painted: number
  readonly firstRow: number
}

/** One `npm start` in `project` on a file, and its end. */
async function start(project: string, home: string, profile: string, file: string, port: number): Promise<Times> {
  const context = await chromium.launchPersistentContext(profile, {
    ...(await browserOptions()),
    viewport: { width: 1280, height: 800 },
    locale: 'nb-NO',
  })
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    const began = performance.now()
    const child = spawn(process.execPath, [join(project, 'electron/start.ts'), file], {
      env: { ...process.env, FYR_HOME: home, FYR_PORT: String(port), NODE_NO_WARNINGS: '1', FYR_PREVIEW: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let link = ''
    for await (const line of createInterface({ input: child.stdout })) {
      link = line.trim()
      if (link.startsWith('http://127.0.0.1:')) break
    }
    const listens = performance.now() - began
    const went = performance.now() - began
    await page.goto(`${link}#/visits`, { waitUntil: 'commit' })
    await page.waitForSelector('[role=gridcell]')
    const firstRow = performance.now() - began
    const paint = await page.evaluate(() => performance.getEntriesByName('first-paint')[0]?.startTime ?? 0)
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    // Chromium keeps compiled code some time after it has run it.
    await page.waitForTimeout(300)
    await gone
    // One at each closing, as large as the file.
    rmSync(join(home, 'backups'), { recursive: true, force: true })
    return { listens, painted: went + paint, firstRow }
  } finally {
    await context.close()
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

const median = (numbers: readonly number[]) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return Math.round(
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2,
  )
}

console.log(
  '| Visits | Start | Project | Listens, ms | First paint, ms | First row, ms | fastest – slowest | Rounds | Goal |',
)
console.log('| ---: | --- | --- | ---: | ---: | ---: | --- | ---: | --- |')
for (const size of values.sizes.split(',').map(Number)) {
  const made = sampleFile(here, size)
  const taken = new Map<string, Times[]>()
  const tell = (key: string, times: Times) => taken.set(key, [...(taken.get(key) ?? []), times])
  const file = join(mkdtempSync(join(tmpdir(), 'fyr-start-')), 'Partnerskapet.fyr')
  copyFileSync(made, file)
  const kept = new Map<string, { home: string; profile: string; port: number }>()
  for (let round = 0; round < rounds; round += 1) {
    for (const project of round % 2 === 0 ? projects : [...projects].reverse()) {
      const folders = () => ({
        home: mkdtempSync(join(tmpdir(), 'fyr-start-')),
        profile: mkdtempSync(join(tmpdir(), 'fyr-start-')),
      })
      const fresh = { ...folders(), port: await freePort() }
      tell(`cold ${project}`, await start(project, fresh.home, fresh.profile, file, fresh.port))
      let warm = kept.get(project)
      if (warm) for (const folder of [fresh.home, fresh.profile]) rmSync(folder, { recursive: true, force: true })
      else {
        warm = fresh
        kept.set(project, warm)
        for (let again = 0; again < 2; again += 1) await start(project, warm.home, warm.profile, file, warm.port)
      }
      tell(`warm ${project}`, await start(project, warm.home, warm.profile, file, warm.port))
    }
  }
  for (const state of ['cold', 'warm'])
    for (const project of projects) {
      const all = taken.get(`${state} ${project}`) ?? []
      const of = (name: keyof Times) => all.map((times) => times[name])
      const [least, most] = [Math.min(...of('firstRow')), Math.max(...of('firstRow'))].map(Math.round)
      const name = project === resolve(here) ? 'this' : project
      const goal = state === 'warm' && name === 'this' ? goals[size] : undefined
      const met = goal === undefined || median(of('firstRow')) <= goal
      if (!met) missed = true
      const verdict = goal === undefined ? '–' : `${goal} ms: ${met ? 'met' : 'missed'}`
      console.log(
        `| ${size} | ${state} | ${name} | ${median(of('listens'))} | ${median(of('painted'))} | ${median(of('firstRow'))} | ${least} – ${most} | ${all.length} | ${verdict} |`,
      )
    }
  for (const { home, profile } of kept.values())
    for (const folder of [home, profile]) rmSync(folder, { recursive: true, force: true })
  rmSync(file, { force: true })
}
if (missed) process.exitCode = 1
