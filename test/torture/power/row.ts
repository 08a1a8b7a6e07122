/** The power goes: every write and sync of the whole application is recorded, and the disk is rebuilt as it may lie at any moment. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Now } from '#db/backups/copy-facts.ts'
import { listBackups } from '#db/backups/list.ts'
import { connect } from '#db/encryption/connect.ts'
import { entities } from '#db/entities.ts'
import type { Ids } from '../commands.ts'
import { aTortureFolder, removeFolders } from '../folders.ts'
import { ackedIn, judge, missingIn } from '../kill/judge.ts'
import { olderFile } from '../kill/older-file.ts'
import { removeBundle } from '../process/bundle.ts'
import type { Fact } from '../process/child.ts'
import { aHunted } from '../process/hunted.ts'
import type { Plan } from '../process/patched-worker.ts'
import type { Report, Row } from '../row.ts'
import { createDisk, filesIn, layOut, lossKinds, treeOf } from './disk.ts'
import { type Recording, readTrace, type Tree, tracedCalls } from './trace.ts'

/** States cut from one recording; the next one is of other commands. */
const statesPerRecording = 700

interface Recorded extends Recording {
  readonly begin: Tree
  /** The files as the process really left them. */
  readonly left: Tree
}

/** Why this machine can't record; null where it can. */
function forbidden(): string | null {
  const tried = spawnSync('strace', ['-f', '-o', '/dev/null', '/bin/true'], { encoding: 'utf8' })
  if (tried.error) return 'strace is not installed'
  return tried.status === 0 ? null : `ptrace is not permitted: ${tried.stderr.slice(0, 100)}`
}

/** An old file is opened, and so migrated; commands, a backup, commands, a restore of the backup from before, commands, closing. */
async function record(seed: number, plan: Plan): Promise<Recorded> {
  const folder = aTortureFolder()
  const root = join(folder, 'disk')
  const [home, path, trace] = [join(root, 'home'), join(root, 'live.fyr'), join(folder, 'trace')]
  mkdirSync(home, { recursive: true })
  olderFile(path)
  const ids = idsIn(path)
  const begin = treeOf(root)
  const command = [
    'strace',
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-xx',
    '-s',
    '70000000',
    '-e',
    `trace=${tracedCalls}`,
    '-e',
    'signal=none',
    '-o',
    trace,
  ]
  const child = await aHunted(home, { autocheckpoint: 60, ...plan }, command)
  const task = {
    home,
    path,
    seed,
    ids,
    commands: 35,
    steps: ['backup', 'commands', 'restore', 'commands', 'close'] as const,
  }
  const { facts, complaints } = await child.run(task, null)
  const ended = facts.filter((fact) => 'done' in fact).length
  if (ended !== 3)
    throw new Error(`The recorded process did ${ended} of 3 things: ${complaints} ${JSON.stringify(facts.slice(-3))}`)
  return { ...(await readTrace(trace, root, begin)), begin, left: treeOf(root) }
}

function idsIn(path: string): Ids {
  const db = connect(path, { readonly: true })
  try {
    const tables = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
    const there = Object.values(entities).filter(({ table }) => tables.has(table))
    return Object.fromEntries(
      there.map(({ name, table }) => [name, db.prepare(`SELECT id FROM ${table}`).pluck().all() as string[]]),
    )
  } finally {
    db.close()
  }
}

/** What is wrong with a disk on which `facts` had been acknowledged. */
function fault(root: string, facts: readonly Fact[], report: Report): string | null {
  const path = join(root, 'live.fyr')
  let restored: boolean
  try {
    const db = connect(path, { fileMustExist: true })
    restored = db.prepare("SELECT value FROM file_facts WHERE key = 'restored'").pluck().get() !== undefined
    db.close()
  } catch (cause) {
    return `it can't be read: ${String(cause)}`
  }
  const at = (what: string, which: string) =>
    facts.findIndex((fact) => what in fact && (fact as Record<string, unknown>)[what] === which)
  const [began, done] = [at('began', 'restore'), at('done', 'restore')]
  if (restored && began < 0) return 'a restore that was not asked for'
  if (!restored && done >= 0) return 'the acknowledged restore is not there'
  // The oldest backup is put back, that of before the migration: what came before the restore is in the backup of what it replaced.
  const counted = restored ? (done < 0 ? [] : facts.slice(done)) : facts
  const wrong = judge(path, ackedIn(counted).acked, restored ? [] : ackedIn(counted).drafts, report).failure
  if (wrong) return wrong
  const fileId = connect(path, { readonly: true })
  const id = String(fileId.prepare("SELECT value FROM file_facts WHERE key = 'file_id'").pluck().get())
  fileId.close()
  const backups = listBackups(join(root, 'home'), { fileId: id })
  const bad = backups.find((one) => !one.good || sha256Now(one.path) !== one.sha256)
  if (bad) return `the backup ${bad.id} is not what its note says`
  const promised = facts.find((fact) => 'done' in fact && fact.done === 'backup')
  if (promised && 'backupId' in promised && !backups.some((one) => one.id === promised.backupId)) {
    return 'the acknowledged backup is gone'
  }
  if (!restored) return null
  const kept = backups.find((one) => one.reason === 'beforeRestore')
  if (!kept) return 'what was replaced was not kept'
  const lacking = missingIn(kept.path, ackedIn(facts.slice(0, began)).acked)
  return lacking === null ? null : `what was replaced was kept without the change ${lacking}`
}

async function cuts(count: number, random: () => number, report: Report, plan: Plan): Promise<void> {
  for (let left = count; left > 0; left -= statesPerRecording) {
    const recorded = await record(1 + Math.floor(random() * 1e9), plan)
    report.count('writes recorded', recorded.writes)
    report.count('syncs recorded', recorded.syncs)
    if (recorded.writes === 0 || recorded.syncs === 0) report.case('the recorder saw nothing')
    // Not a moment before the file is asked for.
    const moments = Array.from({ length: Math.min(left, statesPerRecording) }, () =>
      Math.floor(random() * (recorded.ops.length + 1)),
    )
    const disk = createDisk(recorded.begin, recorded.ops)
    const root = join(aTortureFolder(), 'cut')
    for (const [index, op] of moments.sort((a, b) => a - b).entries()) {
      const loss = lossKinds[index % lossKinds.length] ?? 'dropped'
      disk.goTo(op)
      layOut(disk.cut(loss, random), root)
      const facts = disk
        .said()
        .join('')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Fact)
      const wrong = fault(root, facts, report)
      report.count(`un-synced writes ${loss}`)
      report.case(
        wrong === null ? null : `after operation ${op} of ${recorded.ops.length}, un-synced writes ${loss}: ${wrong}`,
      )
    }
  }
}

async function whole(report: Report): Promise<void> {
  const { ops, begin, end, left, writes, syncs } = await record(5, {})
  if (writes === 0 || syncs === 0) return report.case('the recorder saw nothing')
  const disk = createDisk(begin, ops)
  disk.goTo(ops.length)
  const rebuilt = filesIn(disk.cut('kept', () => 0.99))
  for (const [name, tree] of [
    ['seen', end],
    ['left', left],
  ] as const) {
    const real = filesIn(tree)
    const other = [...new Set([...real.keys(), ...rebuilt.keys()])].filter(
      (path) => !real.get(path)?.equals(rebuilt.get(path) ?? Buffer.alloc(0)),
    )
    report.case(other.length === 0 ? null : `all operations applied, ${other.join(', ')} differ from what was ${name}`)
  }
}

export const row: Row = {
  name: 'power',
  what: 'The power goes: migration, commands, backup, restore and closing recorded by strace, replayed with un-synced writes dropped, kept, some kept, or torn at 512 bytes',
  fullCount: 5000,
  ciCount: 80,
  async run(count, random, report) {
    const why = forbidden()
    if (why) return report.skip(why)
    await cuts(count, random, report, {})
  },
  controls: [
    {
      name: 'all operations applied give the files as they were left',
      kind: 'sound',
      run: (_random, report) => whole(report),
    },
    {
      name: 'synchronous NORMAL',
      kind: 'broken',
      run: (random, report) => cuts(40, random, report, { fault: 'NORMAL' }),
    },
    { name: 'synchronous OFF', kind: 'broken', run: (random, report) => cuts(40, random, report, { fault: 'OFF' }) },
  ],
  async after() {
    removeFolders()
    await removeBundle()
  },
}
