/**
 * A year of three people's work in one process that is never started anew: what it holds after a collection of garbage, and its handles, must
 * not grow with the months.
 */
import { closeSync, existsSync, openSync, readdirSync, rmSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { OperationName } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import { createCommands } from '../commands.ts'
import { aDesk, type Desk, forgetBase } from '../desk.ts'
import { removeFolders } from '../folders.ts'
import type { Report, Row } from '../row.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const megabyte = 2 ** 20
const months = 12
const people = 3
/** Months in which everything is loaded and every cache fills. */
const warmUp = 2
/** The rule: memory that JavaScript holds, after collection, in MB for each further month; and for the whole process above the warm-up. */
const mostPerMonth = 1
const mostAbove = 200
/** Files, threads and timers come and go with jobs: so many above the warm-up may be open at the moment of looking. */
const mostHandles = 3

interface Month {
  readonly heap: number
  readonly rss: number
  readonly handles: number
}

/** What a window asks that opens its screens: every query that needs no more than nothing. */
const lists = (Object.keys(contract) as OperationName[]).filter(
  (name) => contract[name].kind === 'query' && contract[name].input.safeParse({}).success,
)
const words = ['strøm', 'areal', 'møte', 'næring', 'frist', 'kommune']

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void

async function look(desk: Desk): Promise<Month> {
  for (let wait = 0; desk.backend.jobRunning() && wait < 2000; wait++) await new Promise((done) => setTimeout(done, 5))
  // What was closed is let go in a turn of its own.
  for (let turn = 0; turn < 2; turn++) {
    await new Promise((done) => setTimeout(done, 20))
    collect()
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  const files = existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0
  return {
    heap: (heapUsed + external) / megabyte,
    rss: rss / megabyte,
    handles: files + process.getActiveResourcesInfo().length,
  }
}

async function aYear(days: number, random: () => number, report: Report, leaks = false): Promise<void> {
  const desk = await aDesk({ backups: true, inMemory: true })
  const commands = createCommands(random, structuredClone(desk.ids) as Record<string, string[]>)
  const leaked: unknown[] = []
  const opened: number[] = []
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const ask = async (name: string, input: unknown) => {
    const reply = await desk.call(name, input)
    report.count(reply.ok ? 'calls' : 'refused')
    if (!reply.ok && reply.problem.code === 'internal') report.case(`${name} was internal: ${JSON.stringify(input)}`)
    return reply
  }
  const someone = () => desk.db().prepare('SELECT id FROM persons WHERE deleted_at IS NULL ORDER BY id').pluck().all()
  const change = async () => {
    const command = commands.next()
    const reply = await ask(command.name, command.input)
    if (!reply.ok) return
    commands.learn(command, reply.value)
    if (reply.change && random() < 0.15) await ask('history.undo', { stamp: reply.change })
  }
  const visit = () =>
    ask('visits.log', {
      companyId: pick(desk.ids.companies ?? []) ?? null,
      newCompanyName: null,
      visitedOn: new Date(Date.parse(desk.now()) - day).toISOString().slice(0, 10),
      notes: `${pick(words)} ${pick(words)} `.repeat(40),
    })
  /** One person's turn: the window opens, lists, searches, changes, and closes. */
  const turn = async (who: number) => {
    const heard: string[] = []
    const leave = desk.backend.onChanged((topics) => heard.push(...topics))
    const me = someone()[who]
    if (me) await ask('preferences.choose', { me })
    const shown: unknown[] = []
    for (let number = 0; number < 6; number++) {
      const reply = await ask(pick(lists) ?? 'visits.list', {})
      if (reply.ok) shown.push(reply.value)
    }
    await ask('search.find', { text: pick(words) ?? '' })
    for (let number = 2 + Math.floor(random() * 3); number > 0; number--) await change()
    leave()
    if (!leaks) return
    // Planted: what a closed window had listed is kept; a file that was looked into stays open.
    leaked.push({ shown, heard, text: Array.from({ length: 200_000 }, (_none, at) => at + who) })
    opened.push(openSync(desk.path, 'r'))
  }
  const seen: Month[] = []
  try {
    let done = 0
    for (let month = 0; month < months; month++) {
      const until = Math.round(((month + 1) * days) / months)
      for (; done < until; done++) {
        for (let who = 0; who < people; who++) {
          await turn(who)
          desk.later(2 * hour)
          await desk.backend.backups.tick()
        }
        if (random() < 50 / 240) await visit()
        if (random() < 0.2) await exports(desk, ask, random)
        await desk.backend.backups.makeIfChanged('close')
        desk.backend.workspaces.close()
        desk.backend.workspaces.open(desk.path)
        desk.later(day - 6 * hour + minute)
      }
      const bodyId = pick(desk.ids.bodies ?? [])
      const to = desk.now().slice(0, 10)
      const from = new Date(Date.parse(to) - 90 * day).toISOString().slice(0, 10)
      const made = await ask('packages.make', { bodyId, periodFrom: from, periodTo: to, language: 'nb' })
      if (made.ok) report.count('packages')
      // A year has more days than are worked.
      desk.later(Math.max(0, 30 - days / months) * day)
      seen.push(await look(desk))
    }
  } finally {
    for (const one of opened) closeSync(one)
    await desk.close()
  }
  const [memory = null, process = null, handles = null] = judged(seen, report)
  // Of what is planted both have to be found.
  if (leaks) report.case(memory && handles)
  else for (const wrong of [memory, process, handles]) report.case(wrong)
}

/** A document, laid out in the application's own thread or made here, saved where nothing lies yet, and gone again. */
async function exports(
  desk: Desk,
  ask: (name: string, input: unknown) => Promise<{ ok: boolean }>,
  random: () => number,
): Promise<void> {
  const planId = desk.db().prepare('SELECT id FROM plans WHERE deleted_at IS NULL ORDER BY id').pluck().get()
  const kind = Math.floor(random() * 3)
  if (kind === 0 && planId) await ask('plans.export', { ids: [planId] })
  else if (kind === 1) await ask('history.export', { filter: {}, format: 'csv', language: 'nb' })
  else await ask('registers.export', { register: 'partners', input: {}, columns: ['name'], language: 'nb' })
  for (let wait = 0; desk.backend.jobRunning() && wait < 2000; wait++) await new Promise((done) => setTimeout(done, 5))
  for (const name of readdirSync(desk.out)) rmSync(`${desk.out}/${name}`, { force: true })
}

/** One verdict for each rule. */
function judged(seen: readonly Month[], report: Report): (string | null)[] {
  const after = seen.slice(warmUp)
  const most = (what: keyof Month, of: readonly Month[]) => Math.max(...of.map((one) => one[what]))
  const [early, late] = [seen[warmUp], seen.at(-1)]
  for (const [name, one] of [[`month ${warmUp + 1}`, early] as const, [`month ${seen.length}`, late] as const]) {
    report.count(`MB held in ${name}`, Math.round(one?.heap ?? 0))
    report.count(`MB of the process in ${name}`, Math.round(one?.rss ?? 0))
    report.count(`handles in ${name}`, one?.handles ?? 0)
  }
  const told = (what: keyof Month) => seen.map((one) => one[what].toFixed(what === 'heap' ? 1 : 0)).join(', ')
  const steep = slope(after.map(({ heap }) => heap))
  const before = seen.slice(0, warmUp)
  return [
    steep > mostPerMonth ? `memory grows by ${steep.toFixed(2)} MB a month: ${told('heap')}` : null,
    most('rss', after) - most('rss', before) > mostAbove ? `the process grows: ${told('rss')} MB` : null,
    most('handles', after) - most('handles', before) > mostHandles ? `handles grow: ${told('handles')}` : null,
  ]
}

/** The middle one of the slopes between any two months (Theil and Sen): one odd month says nothing. */
function slope(values: readonly number[]): number {
  const all = values.flatMap((one, at) => values.slice(at + 1).map((other, more) => (other - one) / (more + 1)))
  return all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}

export const row: Row = {
  name: 'year',
  what: 'Working days of three people in one process, backups by the hour, closed each night: memory and handles of twelve months are flat',
  fullCount: 240,
  ciCount: 12,
  run: (days, random, report) => aYear(days, random, report),
  controls: [
    {
      name: 'what windows listed is kept, and files stay open',
      kind: 'broken',
      run: (random, report) => aYear(12, random, report, true),
    },
    {
      name: 'months that are flat',
      kind: 'sound',
      run(_random, report) {
        const flat = Array.from({ length: months }, () => ({ heap: 60, rss: 300, handles: 26 }))
        for (const wrong of judged(flat, report)) report.case(wrong)
      },
    },
  ],
  after() {
    removeFolders()
    forgetBase()
  },
}
