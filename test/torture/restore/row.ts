/** A random backup of a desk that lives is restored: the file is what it was when the backup was made, and what it was before is kept. */
import { closeSync, copyFileSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { headOf, sameHead, sha256Now } from '#db/backups/copy-facts.ts'
import type { Backup } from '#db/backups/list.ts'
import { connect } from '#db/encryption/connect.ts'
import { compareWithLog } from '#db/replay.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { differing } from '../contents.ts'
import { forgetBase } from '../desk.ts'
import { removeFolders } from '../folders.ts'
import type { Report, Row } from '../row.ts'
import { aLife, type Held, type Life, readAll } from './life.ts'

/** Restores after which a desk begins anew: a log that grows makes looking at it slow. */
const restoresPerLife = 25
type Where = 'here' | 'place'
type Preview = OutputOf<'backups.preview'>
/** What is done to a backup before it is restored, and to what is told before. */
interface Plant {
  readonly spoil?: (backup: Backup) => void
  readonly tell?: (life: Life, backup: Backup) => Promise<Backup>
}

async function choose(life: Life, random: () => number): Promise<{ where: Where; backup: Backup } | null> {
  const where = random() < 0.3 ? 'place' : 'here'
  const list = (await life.list(where)).filter(({ id, good }) => good && life.heldBy(id) !== undefined)
  const backup = list[Math.floor(random() * list.length)]
  return backup ? { where, backup } : null
}

/** Restores one and judges what came of it. */
async function restored(
  life: Life,
  where: Where,
  backup: Backup,
  report: Report,
  plant: Plant = {},
): Promise<string | null> {
  const { desk } = life
  const [present, wanted] = [life.held(), life.heldBy(backup.id)]
  if (!wanted) return `nobody knows what ${backup.id} held`
  const told = await desk.call('backups.preview', {
    where,
    backupId: ((await plant.tell?.(life, backup)) ?? backup).id,
  })
  if (!told.ok) return `what would be lost is not told: ${told.problem.key}`
  const erasedOf = desk.db().prepare("SELECT 1 FROM change_sets WHERE stamp = ? AND command = 'contacts.anonymise'")
  const erased = new Set([...present.stamps].filter((stamp) => erasedOf.get(stamp) !== undefined))
  plant.spoil?.(backup)
  const began = performance.now()
  const end = await life.job('backups.restore', { where, backupId: backup.id })
  life.remember(present)
  if (end !== 'done') return `not restored: ${end}`
  report.time('restored', performance.now() - began)
  report.count(where === 'here' ? 'from this device' : 'from the second place')
  const now = life.held()
  return (
    contentFault(now, wanted, backup) ??
    lossFault(told.value as Preview, present, now, erased, report) ??
    stateFault(life, backup) ??
    keptFault(life, present)
  )
}

function contentFault(now: Held, wanted: Held, backup: Backup): string | null {
  const tables = differing(now.contents, wanted.contents)
  if (tables.length > 0) return `${tables.join(', ')} are not what they were when the backup was made`
  if (!sameHead(now, wanted) || !sameHead(now, backup)) return 'the log ends elsewhere than the backup says'
  return null
}

/** What was told to be lost against what is gone. */
function lossFault(told: Preview, before: Held, now: Held, erased: ReadonlySet<string>, report: Report): string | null {
  const gone = [...before.stamps].filter((stamp) => !now.stamps.has(stamp)).sort()
  const back = [...now.stamps].filter((stamp) => !before.stamps.has(stamp)).length
  report.count('changes taken back', gone.length)
  report.count('changes brought back', back)
  const again = gone.filter((stamp) => erased.has(stamp)).length
  report.count('erased names that came back', again)
  if (told.lost.count !== gone.length) return `${told.lost.count} changes were told to be lost, ${gone.length} are`
  if (told.returning !== back) return `${told.returning} changes were told to return, ${back} did`
  if (told.erasures !== again) return `${told.erasures} erased names were told to return, ${again} did`
  const [named, newest] = [told.lost.newest.map(({ stamp }) => stamp), gone.slice(-20).reverse()]
  return named.join() === newest.join() ? null : 'the newest of the changes told to be lost are others'
}

/** The file is open, sound, whole, and says that it was restored. */
function stateFault(life: Life, backup: Backup): string | null {
  const { workspaces, backups } = life.desk.backend
  const shown = workspaces.show()
  const worst = shown?.warnings.filter((warning) => warning !== 'syncedFolder' && warning !== 'networkShare') ?? [
    'closed',
  ]
  if (worst.length > 0) return `the window is told ${worst.join(', ')}`
  const said = backups.state().restored
  if (said?.madeAt !== backup.madeAt) return 'the file does not say what it was restored of'
  return faultIn(life.desk.db())
}

/** What was replaced is among the backups, whole. */
function keptFault(life: Life, present: Held): string | null {
  const list = life.desk.backend.backups.list().filter(({ reason, good }) => reason === 'beforeRestore' && good)
  const kept = list.find((one) => sameHead(one, present))
  if (!kept) return 'what was replaced was not kept'
  if (sha256Now(kept.path) !== kept.sha256) return 'what was kept is not what its note says'
  const db = connect(kept.path, { readonly: true })
  try {
    const tables = differing(readAll(db).contents, present.contents)
    return tables.length > 0 ? `what was kept has other ${tables.join(', ')}` : faultIn(db)
  } finally {
    db.close()
  }
}
function faultIn(db: Database): string | null {
  const verdict = db.pragma('integrity_check(1)', { simple: true })
  if (verdict !== 'ok') return `integrity_check: ${String(verdict)}`
  const [difference] = compareWithLog(db, 1)
  return difference ? `log and tables differ: ${JSON.stringify(difference)}` : null
}

/** One byte of a backup is another: refused, and the file as it was. The backup gets its byte back. */
async function refusedFault(life: Life, where: Where, backup: Backup, random: () => number): Promise<string | null> {
  const before = life.held()
  const note = backup.path.replace(/\.fyr$/, '.json')
  const [whole, noted] = [readFileSync(backup.path), readFileSync(note)]
  changeByte(backup.path, Math.floor(random() * statSync(backup.path).size))
  const end = await life.job('backups.restore', { where, backupId: backup.id })
  life.remember(before)
  writeFileSync(backup.path, whole)
  writeFileSync(note, noted)
  if (end !== 'problems.backupChanged') return `a changed byte: ${end}`
  const tables = differing(life.held().contents, before.contents)
  return tables.length === 0 ? null : `refused, and ${tables.join(', ')} are others`
}

function changeByte(path: string, at: number): void {
  const bytes = readFileSync(path)
  const handle = openSync(path, 'r+')
  try {
    writeSync(handle, Buffer.from([(bytes[at] ?? 0) ^ 0x20]), 0, 1, at)
  } finally {
    closeSync(handle)
  }
}

/** Restores until `count` are judged. */
async function restores(count: number, random: () => number, report: Report, plant: Plant = {}): Promise<void> {
  let life: Life | null = null
  try {
    for (let number = 0; number < count; number++) {
      if (number % restoresPerLife === 0) {
        await life?.end()
        life = await aLife(random, report)
      }
      if (!life) return
      let chosen: Awaited<ReturnType<typeof choose>> = null
      while (!chosen) {
        await life.goOn()
        chosen = await choose(life, random)
      }
      const { where, backup } = chosen
      if (!plant.spoil && !plant.tell && random() < 0.15) {
        const wrong = await refusedFault(life, where, backup, random)
        report.count('changed backups refused', wrong ? 0 : 1)
        if (wrong) report.case(`${number}: ${wrong}`)
      }
      const wrong = await restored(life, where, backup, report, plant)
      report.case(wrong === null ? null : `${number}, ${where}, ${backup.id}: ${wrong}`)
    }
  } finally {
    await life?.end()
  }
}

/** A name in a backup becomes another, and the note beside it is made to say that all is well. */
function forge(backup: Backup): void {
  const aside = `${backup.path}.forged`
  copyFileSync(backup.path, aside)
  const db = connect(aside)
  db.exec("UPDATE companies SET name = name || ' AS' WHERE rowid = (SELECT max(rowid) FROM companies)")
  db.close()
  copyFileSync(aside, backup.path)
  rmSync(aside)
  const note = backup.path.replace(/\.fyr$/, '.json')
  const said = JSON.parse(readFileSync(note, 'utf8')) as Backup
  writeFileSync(note, JSON.stringify({ ...said, sha256: sha256Now(backup.path), size: statSync(backup.path).size }))
}

export const row: Row = {
  name: 'restore',
  what: 'A random backup of a desk that lives for weeks is restored, from this device or the second place, again and again; before some of them a byte of it is another',
  fullCount: 200,
  ciCount: 3,
  run: (count, random, report) => restores(count, random, report),
  controls: [
    {
      name: 'a byte of the backup is another',
      kind: 'broken',
      run: (random, report) =>
        restores(1, random, report, {
          spoil: ({ path, size }) => changeByte(path, Math.floor(random() * size)),
        }),
    },
    {
      name: 'a forged backup, its note forged with it',
      kind: 'broken',
      run: (random, report) => restores(1, random, report, { spoil: forge }),
    },
    {
      name: 'the losses told are those of another backup',
      kind: 'broken',
      run: (random, report) =>
        restores(2, random, report, {
          tell: async (life, backup) =>
            (await life.list('here')).find((one) => one.good && !sameHead(one, backup)) ?? backup,
        }),
    },
    {
      name: 'nothing is restored',
      kind: 'sound',
      async run(random, report) {
        const life = await aLife(random, report)
        try {
          await life.goOn()
          const before = life.held()
          const head = headOf(life.desk.db())
          life.desk.backend.workspaces.close()
          life.desk.backend.workspaces.open(life.desk.path)
          const tables = differing(life.held().contents, before.contents)
          report.case(
            tables.length > 0 ? `${tables.join(', ')} differ` : sameHead(head, life.held()) ? null : 'the log differs',
          )
        } finally {
          await life.end()
        }
      },
    },
  ],
  after() {
    forgetBase()
    removeFolders()
  },
}
