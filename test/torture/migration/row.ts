/** Migrations from every released schema, killed at each statement; programs of every version before files of every newer one. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ownMigrations } from '#db/migrate.ts'
import { forgetBase } from '../desk.ts'
import { copyPartnership, removeFolders } from '../folders.ts'
import { bundle, removeBundle } from '../process/bundle.ts'
import type { Report, Row } from '../row.ts'
import { dropGround, type Ground, ground } from './ground.ts'
import { judge } from './judge.ts'
import { meetings, refusalFault } from './newer.ts'
import type { Opened, Opening } from './opener.ts'

/** Pages held before those of a change under way are written into the WAL: few enough that every migration spills. */
const fewPages = 10
interface Moment {
  readonly from: number
  readonly statement: number
  readonly spilling: boolean
}

/** A process that has loaded the application and waits, so that it gets ready while the last one's file is looked at. */
interface Waiting {
  run(opening: Opening): Promise<{ killed: boolean; opened: Opened | null; complaints: string }>
  stop(): void
}

async function waiting(on: Ground): Promise<Waiting> {
  const script = join(await bundle(), 'migration-opener.js')
  const child: ChildProcess = spawn(process.execPath, [script], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(on.folder, 'compiled') },
  })
  let complaints = ''
  child.stderr?.on('data', (part) => {
    complaints = (complaints + part).slice(-4000)
  })
  child.stdin?.on('error', () => {})
  const ended = new Promise<string | null>((done) => child.on('close', (_code, signal) => done(signal)))
  return {
    stop: () => void child.kill('SIGKILL'),
    async run(opening) {
      let opened: Opened | null = null
      if (child.stdout) {
        createInterface({ input: child.stdout }).on('line', (line) => {
          opened = JSON.parse(line) as Opened
        })
      }
      const late = setTimeout(() => child.kill('SIGTERM'), 60_000)
      child.stdin?.end(`${JSON.stringify(opening)}\n`)
      const signal = await ended
      clearTimeout(late)
      return { killed: signal === 'SIGKILL', opened, complaints }
    },
  }
}

/** Opens fresh files, one after another, each killed at its moment. `next` is told whether the last one was, and gives null at the end. */
async function kills(next: (killed: boolean) => Moment | null, report: Report, loose = false): Promise<void> {
  const on = await ground()
  const [path, home] = [join(on.folder, 'live.fyr'), join(on.folder, 'live-home')]
  let ready = waiting(on)
  try {
    for (let moment = next(true); moment !== null; ) {
      const { from, statement, spilling } = moment
      rmSync(home, { recursive: true, force: true })
      mkdirSync(home)
      copyPartnership(on.file(from), path)
      const child = await ready
      const cachePages = spilling ? fewPages : null
      const running = child.run({ path, home, killAfter: statement, cachePages, loose })
      ready = waiting(on)
      const { killed, opened, complaints } = await running
      const name = `from version ${from}${spilling ? ', spilling' : ''}, after statement ${statement}`
      if (killed) report.count('kills')
      const wrong = !killed && (opened?.problem ?? (opened ? null : complaints))
      report.case(told(name, wrong || judge(on, from, path, home, report)))
      moment = next(killed)
    }
  } finally {
    ;(await ready).stop()
  }
}
const told = (name: string, wrong: string | null) => (wrong === null ? null : `${name}: ${wrong}`)

/** Statement after statement until the file was opened before it came to that one; then the next version. */
function everyMoment(newest: number): (killed: boolean) => Moment | null {
  let [from, statement, spilling] = [1, 0, true]
  return (killed) => {
    if (killed) statement += 1
    else if (spilling) [spilling, statement] = [false, 1]
    else [from, spilling, statement] = [from + 1, true, 1]
    return from < newest ? { from, statement, spilling } : null
  }
}

/** Statements of a version's migrations, as far as the files tell: what else is counted (the backup, pragmas) comes to some more. */
function statementsFrom(from: number): number {
  const later = ownMigrations().slice(from)
  return later.reduce(
    (sum, { sql }) => sum + sql.split(/;[ \t]*\n/).filter((part) => part.trim() !== '').length + 3,
    20,
  )
}
const newestNow = ownMigrations().length
const refusals = meetings(newestNow).length
const openings = Array.from({ length: newestNow - 1 }, (_, index) => 2 * statementsFrom(index + 1))

export const row: Row = {
  name: 'migration',
  what: 'Migration from every released schema, killed after each statement, with changes under way in the WAL or not; every older program before every newer file',
  fullCount: openings.reduce((sum, one) => sum + one, refusals),
  ciCount: 9,
  async run(count, random, report) {
    const on = await ground()
    const whole = count >= this.fullCount
    const pairs = meetings(on.newest)
    const share = whole ? pairs.length : Math.ceil((count * 2) / 3)
    for (let number = 0; number < share; number++) {
      const met = whole ? pairs[number] : pairs[Math.floor(random() * pairs.length)]
      if (met) report.case(refusalFault(on, met))
      report.count('newer files refused')
    }
    if (whole) for (let from = 1; from <= on.newest; from++) report.case(on.complaint(from))
    let left = count - share
    const some = (): Moment | null => {
      left -= 1
      if (left < 0) return null
      const from = 1 + Math.floor(random() * (on.newest - 1))
      return { from, statement: 1 + Math.floor(random() * statementsFrom(from)), spilling: random() < 0.5 }
    }
    await kills(whole ? everyMoment(on.newest) : some, report)
  },
  controls: [
    {
      name: 'migrations without their transactions',
      kind: 'broken',
      async run(random, report) {
        let left = 2
        const from = 1
        const middle = () => 20 + Math.floor(random() * (statementsFrom(from) - 60))
        await kills(() => (left-- > 0 ? { from, statement: middle(), spilling: false } : null), report, true)
      },
    },
    {
      name: 'not killed at all',
      kind: 'sound',
      async run(_random, report) {
        const on = await ground()
        let from = on.newest - 1
        await kills(() => (from < on.newest ? { from: from++, statement: 0, spilling: false } : null), report)
      },
    },
  ],
  async after() {
    dropGround()
    forgetBase()
    removeFolders()
    await removeBundle()
  },
}
