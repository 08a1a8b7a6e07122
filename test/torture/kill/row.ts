/** `kill -9` of the real application in the middle of commands, checkpoints, closing, backups, restores and migrations. */
import { closeSync, existsSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Now } from '#db/backups/copy-facts.ts'
import { listBackups } from '#db/backups/list.ts'
import { openFile } from '#db/connection.ts'
import { connect } from '#db/encryption/connect.ts'
import { removeBundle } from '../process/bundle.ts'
import type { Fact, Task } from '../process/child.ts'
import { aHunted, type Hunted, type Shot } from '../process/hunted.ts'
import type { Plan } from '../process/patched-worker.ts'
import { percentile, type Report, type Row } from '../row.ts'
import { dropGround, fresh, type Ground, ground, type Live } from './ground.ts'
import { ackedIn, judge, missingIn } from './judge.ts'

/** Rounds after which the file is made anew: a log that grows makes looking at it slow. */
const roundsPerFile = 25
/** 1,000 kills in commands, 200 each of the others. */
const kinds = [
  'commands',
  'commands',
  'commands',
  'commands',
  'commands',
  'checkpoint',
  'backup',
  'restore',
  'migration',
] as const
type Kind = (typeof kinds)[number]

const isAck = (fact: Fact) => 'ack' in fact || 'draft' in fact
const began = (what: string) => (fact: Fact) => 'began' in fact && fact.began === what

function planOf(kind: Kind, random: () => number): { plan: Plan; shot: Shot | null } {
  const killAt = { statement: 1 + Math.floor(random() * 90), after: random() < 0.5 }
  const chosen = random() < 0.4
  switch (kind) {
    case 'commands':
      return chosen
        ? { plan: { killAt }, shot: null }
        : { plan: {}, shot: { of: isAck, nth: 1 + Math.floor(random() * 25), afterMs: random() * 4 } }
    case 'checkpoint':
      // Every commit checkpoints; half of the kills come while the file is closed, which checkpoints all of it.
      return {
        plan: { autocheckpoint: 1 },
        shot: chosen
          ? { of: began('close'), nth: 1, afterMs: random() * 25 }
          : { of: isAck, nth: 1 + Math.floor(random() * 25), afterMs: random() * 6 },
      }
    case 'backup':
      return { plan: {}, shot: { of: began('backup'), nth: 1, afterMs: random() * 250 } }
    case 'restore':
      // A third of them just after it is told as done.
      return random() < 0.3
        ? {
            plan: {},
            shot: { of: (fact) => 'done' in fact && fact.done === 'restore', nth: 1, afterMs: random() * 30 },
          }
        : { plan: {}, shot: { of: began('restore'), nth: 1, afterMs: random() * 1500 } }
    case 'migration':
      return { plan: { killAt: { statement: 1 + Math.floor(random() * 330), after: random() < 0.5 } }, shot: null }
  }
}

const steps: Record<Kind, Task['steps']> = {
  commands: ['forever'],
  checkpoint: ['close'],
  backup: ['backup', 'commands', 'backup', 'forever'],
  restore: ['restore', 'commands', 'forever'],
  migration: ['forever'],
}

/** What is wrong after a restore was killed: the file is neither the old one nor the new one, or what was replaced is gone. */
function restoreFault(live: Live, facts: readonly Fact[], report: Report): string | null {
  const at = facts.findIndex((fact) => 'began' in fact)
  const done = facts.findIndex((fact) => 'done' in fact)
  const before = [...live.acked, ...ackedIn(facts.slice(0, at < 0 ? facts.length : at)).acked]
  const file = openFile(live.path)
  const restored = file.db.prepare("SELECT value FROM file_facts WHERE key = 'restored'").pluck().get() !== undefined
  file.close()
  if (done >= 0 && !restored) return 'the restore was acknowledged and the old file is there'
  report.count(restored ? 'after it the new file' : 'after it the old file')
  if (!restored) return judge(live.path, before, [], report).failure
  const after = done < 0 ? [] : ackedIn(facts.slice(done)).acked
  const wrong = judge(live.path, after, [], report).failure
  if (wrong) return wrong
  const kept = listBackups(live.home, { fileId: live.fileId }).filter(
    (one) => one.reason === 'beforeRestore' && one.good,
  )
  if (kept.length === 0) return 'what was replaced was not kept'
  const lacking = kept.map((one) => missingIn(one.path, before))
  return lacking.includes(null) ? null : `what was replaced was kept without the change ${lacking[0]}`
}

function backupFault(live: Live, facts: readonly Fact[]): string | null {
  const there = listBackups(live.home, { fileId: live.fileId })
  for (const one of there) {
    if (!one.good) return `the backup ${one.id} is half made`
    if (sha256Now(one.path) !== one.sha256) return `the backup ${one.id} is not what its note says`
  }
  const promised = facts.flatMap((fact) => ('done' in fact && fact.backupId ? [fact.backupId] : []))
  const gone = promised.find((id) => !there.some((one) => one.id === id))
  return gone === undefined ? null : `the acknowledged backup ${gone} is gone`
}

function migrationFault(live: Live, from: Ground, report: Report): string | null {
  const raw = connect(live.path, { readonly: false })
  const version = raw.pragma('user_version', { simple: true }) as number
  raw.close()
  report.count(version === 1 ? 'left at version 1' : `left at a later version`)
  // This opening migrates, which is not what is timed.
  const { failure } = judge(live.path, [], [], { ...report, time: (_what, ms) => report.time('migrated', ms) })
  if (failure) return failure
  const db = connect(live.path, { readonly: true })
  try {
    for (const [table, rows] of from.olderRows) {
      const now = db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
      // Commands may have followed.
      if (Number(now) < rows) return `${table} has ${String(now)} of ${rows} rows`
    }
    return null
  } finally {
    db.close()
  }
}

async function rounds(
  list: readonly Kind[],
  random: () => number,
  report: Report,
  fault?: Plan['fault'],
): Promise<void> {
  const from = await ground()
  const plans = list.map((kind) => ({ kind, ...planOf(kind, random) }))
  const prepare = (index: number): Promise<Hunted> | null => {
    const next = plans[index]
    return next ? aHunted(join(from.folder, 'live-home'), fault ? { ...next.plan, fault } : next.plan) : null
  }
  let live = fresh(from)
  let before: Kind | null = null
  let ready = prepare(0)
  try {
    for (const [index, { kind, shot }] of plans.entries()) {
      const again = kind === 'restore' || kind === 'migration' || before !== kind || live.rounds >= roundsPerFile
      if (again) live = fresh(from, kind === 'migration')
      before = kind
      live.rounds += 1
      const child = await ready
      if (!child) return
      const seed = 1 + Math.floor(random() * 1e9)
      const commands = kind === 'commands' ? 0 : 5
      const running = child.run(
        { home: live.home, path: live.path, seed, ids: live.ids, commands, steps: steps[kind] },
        shot,
      )
      ready = prepare(index + 1)
      const { facts, signal, complaints } = await running
      if (signal === 'SIGKILL') report.count(`kills in ${kind}`)
      else if (kind !== 'checkpoint') {
        report.case(`${kind} ${index}: the process ended by itself: ${complaints}`)
        continue
      }
      const { acked, drafts } = ackedIn(facts)
      report.count('acknowledged', acked.length + drafts.length)
      report.count('refused', facts.filter((fact) => 'refused' in fact).length)
      let wrong: string | null
      if (kind === 'restore') wrong = restoreFault(live, facts, report) ?? backupFault(live, facts)
      else if (kind === 'migration') wrong = migrationFault(live, from, report)
      else {
        live.acked.push(...acked)
        live.drafts.push(...drafts)
        if (existsSync(`${live.path}-wal`)) report.count('left with a WAL')
        const judged = judge(live.path, live.acked, live.drafts, report)
        live.ids = judged.ids
        wrong = judged.failure ?? (kind === 'backup' ? backupFault(live, facts) : null)
        // What one round lost is not lost again in the next.
        if (wrong) live = fresh(from)
      }
      report.case(wrong === null ? null : `${kind} ${index}: ${wrong}`)
    }
  } finally {
    ;(await ready)?.stop()
  }
}

/** What the disk alone takes, at the same moment. */
function oneSync(folder: string): number {
  const path = join(folder, 'sync')
  const handle = openSync(path, 'w')
  const began = performance.now()
  writeSync(handle, Buffer.alloc(4096))
  fdatasyncSync(handle)
  const ms = performance.now() - began
  closeSync(handle)
  return ms
}

/** What a fixed piece of reckoning takes, about 5 ms of a processor that nobody else wants. */
function oneReckoning(): number {
  const began = performance.now()
  let sum = 0
  for (let number = 0; number < 4_000_000; number++) sum = (sum * 31 + number) | 0
  return performance.now() - began + (sum === 0.5 ? 1 : 0)
}

/** `count` kills, shared out as the issue has it: five in commands to one in each of the others. */
function shared(count: number): Kind[] {
  return kinds.flatMap((kind, index) =>
    Array.from(
      { length: Math.max(1, Math.round(((index + 1) * count) / 9) - Math.round((index * count) / 9)) },
      () => kind,
    ),
  )
}

export const row: Row = {
  name: 'kill',
  what: '`kill -9` in commands (1,000), checkpoints and closing, backups, restores, migrations (200 each)',
  fullCount: 1800,
  ciCount: 18,
  async run(count, random, report) {
    const { folder } = await ground()
    const opened: number[] = []
    const synced: number[] = []
    const reckoned: number[] = []
    const timed: Report = {
      ...report,
      time(what, ms) {
        report.time(what, ms)
        if (what !== 'opened') return
        opened.push(ms)
        synced.push(oneSync(folder))
        report.time('one sync of 4 KiB', synced.at(-1) ?? 0)
        reckoned.push(oneReckoning())
        report.time('a fixed reckoning', reckoned.at(-1) ?? 0)
      },
    }
    await rounds(shared(count), random, timed)
    const [p95, disk] = [percentile(opened, 0.95), percentile(synced, 0.95)]
    const wait = percentile(reckoned, 0.95) / Math.min(...reckoned)
    // On a machine that others use, syncing and reckoning take times that say nothing; then the figures are told and not judged.
    if (disk > 5 || wait > 3) report.count('too noisy to judge the 50 ms')
    else report.case(p95 > 50 ? `opened in ${p95.toFixed(1)} ms (p95), not in 50` : null)
  },
  controls: [
    {
      name: 'acknowledged before the commit',
      kind: 'broken',
      run: (random, report) =>
        rounds(
          Array.from({ length: 6 }, () => 'commands' as const),
          random,
          report,
          'late',
        ),
    },
    {
      name: 'committed between two records of one change',
      kind: 'broken',
      run: (random, report) =>
        rounds(
          Array.from({ length: 12 }, () => 'commands' as const),
          random,
          report,
          'torn',
        ),
    },
    {
      name: 'not killed at all',
      kind: 'sound',
      async run(_random, report) {
        const live = fresh(await ground())
        const child = await aHunted(live.home)
        const task = {
          home: live.home,
          path: live.path,
          seed: 3,
          ids: live.ids,
          commands: 40,
          steps: ['close'] as const,
        }
        const { facts } = await child.run(task, null)
        const { acked, drafts } = ackedIn(facts)
        report.case(acked.length === 0 ? 'nothing was acknowledged' : judge(live.path, acked, drafts, report).failure)
      },
    },
  ],
  async after() {
    dropGround()
    await removeBundle()
  },
}
