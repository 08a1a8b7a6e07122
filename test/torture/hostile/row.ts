/** Hostile input to every operation of the dispatcher: told in words, in time, and what is refused has written nothing. */
import { compareWithLog } from '#db/replay.ts'
import type { OperationName } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import fc from '#test/random.ts'
import { hostileValues } from '../../db/hostile-values.ts'
import { aliasesOf, fieldPaths, put, valuesOf } from '../../db/schema-values.ts'
import { contentsOf, differing } from '../contents.ts'
import { aDesk, type Desk, forgetBase } from '../desk.ts'
import { removeFolders } from '../folders.ts'
import type { Report, Row } from '../row.ts'

const names = Object.keys(contract) as OperationName[]
/** They make or rebuild a whole file, so they come seldom and may take their time. */
const heavy = /^(workspace\.|backups\.|opening\.|contacts\.anonymise|persons\.anonymise)/
const boundMs = 1000
/** Calls on one file before a fresh one, and from one look at every table, before and after, to the next. */
const perFile = 2000
const perLook = 20

/** What is planted: an error of ours, or a write by what was then refused. */
type Fault = 'internal' | 'writes'

/** What nearly any write moves, cheap enough to be asked at each call. SQLite's own count won't do: it counts what was rolled back. */
function counters(desk: Desk): string {
  const file = desk.backend.workspaces.file()
  if (!file) return 'closed'
  const row = file.db
    .prepare(
      `SELECT (SELECT max(seq) FROM changes), (SELECT max(stamp) FROM change_sets), (SELECT count(*) FROM blobs),
         (SELECT group_concat(key || saved_at) FROM drafts), (SELECT count(*) FROM search_rows)`,
    )
    .raw()
    .get()
  return `${file.path} ${JSON.stringify(row)}`
}

/** A job that goes on would write while the next call is looked at. */
async function jobEnded(desk: Desk, value: unknown): Promise<void> {
  const id = (value as { jobId?: unknown } | null | undefined)?.jobId
  if (typeof id !== 'string') return
  for (let looks = 0; looks < 2000; looks++) {
    const reply = await desk.call('jobs.show', { id })
    if (!reply.ok || (reply.value as { state?: string } | null)?.state !== 'working') return
    await new Promise((done) => setTimeout(done, 5))
  }
}

function preview(input: unknown): string {
  try {
    return String(
      JSON.stringify(input, (_key, value) =>
        typeof value === 'string' && value.length > 60 ? `${value.slice(0, 60)}…` : value,
      ),
    ).slice(0, 400)
  } catch {
    return typeof input
  }
}

async function attack(count: number, random: () => number, report: Report, fault?: Fault): Promise<void> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const inputs = new Map<string, { good: unknown[]; paths: string[][] }>()
  let left = count
  while (left > 0) {
    const desk = await aDesk()
    const ids = Object.values(desk.ids).flatMap((list) => list.slice(0, 3))
    const pool = [...ids, '019f0000-0000-7000-8000-00000000dead']
    inputs.clear()
    const materialOf = (name: OperationName) => {
      const known = inputs.get(name)
      if (known) return known
      const good = fc.sample(valuesOf(contract[name].input, aliasesOf(pool)), {
        numRuns: 30,
        seed: Math.floor(random() * 2 ** 31),
      })
      const fresh = { good, paths: fieldPaths(contract[name].input) }
      inputs.set(name, fresh)
      return fresh
    }
    const makeInput = (name: OperationName): unknown => {
      const { good, paths } = materialOf(name)
      const base = pick(good)
      const kind = random()
      if (kind < 0.3) return base
      if (kind < 0.4 || paths.length === 0) return pick(hostileValues)
      if (kind < 0.9) return put(base, pick(paths), random() < 0.8 ? pick(hostileValues) : pick(pool))
      return {
        ...(base as object),
        [pick(['__proto__', 'constructor', 'toString', 'path', 'sql', ''])]: pick(hostileValues),
      }
    }
    try {
      for (let number = 1; left > 0 && number <= perFile; number++, left--) {
        let name = pick(names)
        // A whole file is made anew in one of ten of these.
        while (heavy.test(name) && random() < 0.9) name = pick(names)
        const input = makeInput(name)
        const whole = fault === 'writes' || number % perLook === 0 ? contentsOf(desk.db()) : null
        const before = counters(desk)
        const cpu = process.cpuUsage()
        const began = performance.now()
        const reply = await desk.call(name, input)
        const waited = performance.now() - began
        const { user, system } = process.cpuUsage(cpu)
        if (fault === 'writes') desk.db().exec(`UPDATE partners SET note = 'x${number}'`)
        // What other programs on the machine took is not the reply's own doing.
        const worked = Math.min(waited, (user + system) / 1000)
        const wrong: string[] = []
        if (!heavy.test(name)) report.time('replied', worked)
        if (worked > boundMs && !heavy.test(name)) wrong.push(`took ${Math.round(worked)} ms`)
        report.count(reply.ok ? 'accepted' : 'refused')
        if (reply.ok) await jobEnded(desk, reply.value)
        if (!reply.ok) {
          const code = fault === 'internal' ? 'internal' : reply.problem.code
          if (code === 'internal') wrong.push('internal')
          if (counters(desk) !== before && !heavy.test(name)) wrong.push('refused, but something was written')
        }
        // Opening, closing and making files are operations too; the rest is asked of ours.
        if (desk.backend.workspaces.file()?.path !== desk.path) {
          desk.backend.workspaces.open(desk.path)
          if (!reply.ok) wrong.push('refused, but another file is open')
        }
        if (whole && !reply.ok) {
          const changed = differing(whole, contentsOf(desk.db()))
          if (changed.length > 0) wrong.push(`refused, but ${changed.join(', ')} changed`)
          report.count('whole files compared after a refusal')
        }
        report.case(wrong.length > 0 ? `${name} ${preview(input)}: ${wrong.join(', ')}` : null)
      }
      const [difference] = fault ? [] : compareWithLog(desk.db(), 1)
      if (difference) report.case(`log and tables differ: ${JSON.stringify(difference)}`)
    } finally {
      await desk.close()
    }
  }
}

export const row: Row = {
  name: 'hostile',
  what: 'Hostile input to every operation of the dispatcher: nothing internal, nothing written by what was refused, replies within a second, outputs valid by the contract',
  fullCount: 100_000,
  ciCount: 2000,
  run: (count, random, report) => attack(count, random, report),
  controls: [
    {
      name: 'questions that are allowed',
      kind: 'sound',
      async run(_random, report) {
        const desk = await aDesk()
        for (const name of ['visits.list', 'companies.list', 'meetings.list'] as const) {
          const reply = await desk.call(name, {})
          report.case(reply.ok ? null : `${name} was refused: ${JSON.stringify(reply.problem)}`)
        }
        await desk.close()
      },
    },
    {
      name: 'refusals called internal',
      kind: 'broken',
      run: (random, report) => attack(20, random, report, 'internal'),
    },
    { name: 'what is refused writes', kind: 'broken', run: (random, report) => attack(20, random, report, 'writes') },
  ],
  after() {
    removeFolders()
    forgetBase()
  },
}
