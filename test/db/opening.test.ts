/** A file that can't be opened: what it is, and the ways out, through the operations that the window calls. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { transact } from '#db/changes.ts'
import { readCounter } from '#db/commit-counter.ts'
import { openFile } from '#db/connection.ts'
import { codeOf } from '#db/encryption/keyring.ts'
import { migrate, ownMigrations } from '#db/migrate.ts'
import { copyWhole } from '#db/opening/copy-file.ts'
import { examineFile } from '#db/opening/examine.ts'
import { createStore } from '#db/store.ts'
import { aBackend, type TestBackend } from './a-backend.ts'
import { aFolder, aPartner, aStore, steppingClock } from './a-store.ts'

/** A closed file of one partnership. */
function aClosedFile(folder = aFolder()): string {
  const { file, path } = aStore(join(folder, 'partnerskap.fyr'))
  file.close()
  return path
}
/** A backend that opens the file which the test names. */
async function aDesk(): Promise<TestBackend & { offer(path: string): Promise<string> }> {
  let offered: string | null = null
  const desk = await aBackend({ ports: () => ({ pickOpen: async () => offered }) })
  await desk.call('workspace.close', {})
  return {
    ...desk,
    async offer(path) {
      offered = path
      return (await desk.problemOf('workspace.open', { recentId: null })).code
    },
  }
}
const overwrite = (path: string, from: number, to: number, by = 0xa5) => {
  const bytes = readFileSync(path)
  bytes.fill(by, from, to)
  writeFileSync(path, bytes)
}

describe('a file that can’t be opened', () => {
  const folder = () => aFolder()
  const made = (name: string, content: string | Buffer) => {
    const path = join(folder(), name)
    writeFileSync(path, content)
    return path
  }
  const cases: [state: string, ways: string[], path: () => string][] = [
    ['missing', ['retry'], () => join(folder(), 'borte.fyr')],
    ['empty', [], () => made('tom.fyr', '')],
    ['text', [], () => made('brev.fyr', 'Kjære leser, dette er et brev.\n'.repeat(50))],
    ['office', [], () => made('notat.fyr', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500, 7)]))],
    [
      'otherFile',
      [],
      () => made('bilde.fyr', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0]), Buffer.alloc(500, 7)])),
    ],
    [
      'otherDatabase',
      [],
      () => {
        const path = join(folder(), 'annet.fyr')
        const other = new Sqlite(path)
        other.exec("CREATE TABLE x (y); INSERT INTO x VALUES ('2026-01-01T08:00:00.000Z-0000-0000abcd')")
        other.close()
        return path
      },
    ],
    [
      'headGone',
      ['salvage'],
      () => {
        const path = aClosedFile()
        overwrite(path, 0, 100)
        return path
      },
    ],
    [
      'headGone',
      ['salvage'],
      () => {
        const path = aClosedFile()
        overwrite(path, 68, 72)
        return path
      },
    ],
    [
      'damaged',
      ['salvage'],
      () => {
        const path = aClosedFile()
        overwrite(path, 100, 20_000)
        return path
      },
    ],
    [
      'damaged',
      ['salvage'],
      () => {
        const path = aClosedFile()
        truncateSync(path, readFileSync(path).length - 8192)
        return path
      },
    ],
    [
      'newer',
      [],
      () => {
        const path = aClosedFile()
        const db = new Sqlite(path)
        db.pragma('user_version = 99')
        db.close()
        return path
      },
    ],
    [
      'noPartnership',
      ['salvage'],
      () => {
        const path = join(folder(), 'uten.fyr')
        openFile(path, { create: true }).close()
        return path
      },
    ],
    [
      'updateFailed',
      ['salvage', 'retry'],
      () => {
        // Half-written: the tables of the next version are there, its number is not.
        const path = join(folder(), 'halv.fyr')
        const db = new Sqlite(path)
        db.pragma(`application_id = ${0x46797201}`)
        migrate(db, ownMigrations().slice(0, 2))
        db.exec('CREATE TABLE commitments (id text) STRICT')
        db.close()
        return path
      },
    ],
  ]
  it.each(cases)('%s: with the ways out %s, and its bytes untouched', async (state, ways, path) => {
    const desk = await aDesk()
    const file = path()
    const before = existsSync(file) ? readFileSync(file) : null
    await desk.offer(file)
    const trouble = await desk.call('opening.trouble', {})
    expect(trouble).toMatchObject({ state, waysOut: ways, fileName: basename(file), backup: null })
    expect(await desk.call('workspace.current', {})).toBeNull()
    if (before && state !== 'updateFailed' && state !== 'noPartnership')
      expect(readFileSync(file).equals(before)).toBe(true)
    await desk.call('opening.dismiss', { id: trouble?.id ?? '' })
    expect(await desk.call('opening.trouble', {})).toBeNull()
    expect((await desk.problemOf('opening.retry', { id: trouble?.id ?? '' })).code).toBe('notFound')
  })

  it('open in another Fyr: told on which machine, and no copy is made of it', async () => {
    const path = aClosedFile()
    const other = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        "import { openFile } from '#db/connection.ts'; openFile(process.argv[1]); console.log('open'); setInterval(() => {}, 1000)",
        path,
      ],
      { cwd: new URL('../..', import.meta.url).pathname, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(other.stdout, 'data')
    try {
      const desk = await aDesk()
      expect(await desk.offer(path)).toBe('lockedFile')
      const trouble = await desk.call('opening.trouble', {})
      expect(trouble).toMatchObject({ state: 'openInFyr', waysOut: ['retry'] })
      expect(trouble?.openBy?.host).toBe(readCounter(path)?.openBy?.host)
      const id = trouble?.id ?? ''
      expect((await desk.problemOf('opening.openCopy', { id })).key).toBe('problems.openInFyr')
      other.kill('SIGKILL')
      await once(other, 'exit')
      expect((await desk.call('opening.retry', { id })).partnership.name).toBe('Partnerskapet')
      expect(await desk.call('opening.trouble', {})).toBeNull()
    } finally {
      other.kill('SIGKILL')
    }
  })

  it('locked by another program: a copy of one moment can be opened', async () => {
    const path = aClosedFile()
    const other = new Sqlite(path)
    other.exec('BEGIN EXCLUSIVE')
    const desk = await aDesk()
    expect(await desk.offer(path)).toBe('lockedFile')
    const trouble = await desk.call('opening.trouble', {})
    expect(trouble).toMatchObject({ state: 'locked', waysOut: ['retry', 'openCopy'] })
    const shown = await desk.call('opening.openCopy', { id: trouble?.id ?? '' })
    expect(shown).toMatchObject({ fileName: 'partnerskap (kopi).fyr', readOnly: false })
    other.close()
  })

  it('in a place that takes no writing: a file that was not closed, and one of an older version, can be copied', () => {
    const open = aStore()
    transact(open.store, { actor: 'a', command: 'test' }, (write) => write.insert('partners', aPartner(open.newId())))
    const folder = aFolder()
    const unclosed = join(folder, 'unclosed.fyr')
    for (const end of ['', '-wal']) copyFileSync(open.path + end, unclosed + end)
    open.file.close()
    const old = join(folder, 'old.fyr')
    const db = new Sqlite(old)
    db.pragma(`application_id = ${0x46797201}`)
    migrate(db, ownMigrations().slice(0, 2))
    db.close()
    const hidden = join(folder, 'hidden.fyr')
    copyFileSync(old, hidden)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444)
    chmodSync(hidden, 0o000)
    chmodSync(folder, 0o555)
    const script = `
      import { openFile } from '#db/connection.ts'
      import { createTroubles } from '#db/opening/troubles.ts'
      const troubles = createTroubles('/nowhere', () => {})
      for (const path of process.argv.slice(1)) {
        try { openFile(path).close(); console.log('open') } catch (cause) { troubles.met(path, cause); const { state, waysOut } = troubles.show(); console.log(state, ...waysOut) }
      }`
    // Root may write anywhere, so the one who opens is somebody else.
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, unclosed, old, hidden], {
      cwd: new URL('../..', import.meta.url).pathname,
      encoding: 'utf8',
      ...asNobody,
    })
    chmodSync(folder, 0o755)
    expect(run.stdout.trim().split('\n'), run.stderr).toEqual([
      'readOnlyPlace openCopy retry',
      'readOnlyPlace openCopy retry',
      'noAccess retry',
    ])
    const copy = join(aFolder(), 'copy.fyr')
    copyWhole(unclosed, copy)
    const opened = openFile(copy)
    expect(opened.db.prepare('SELECT count(*) FROM partners').pluck().get()).toBe(1)
    opened.close()
  })

  it('a copy takes the WAL along, can be written, and never takes another file’s place', () => {
    const { file, store, path, newId } = aStore()
    transact(store, { actor: 'a', command: 'test' }, (write) => write.insert('partners', aPartner(newId())))
    const from = join(aFolder(), 'from.fyr')
    for (const end of ['', '-wal']) copyFileSync(path + end, from + end)
    file.close()
    chmodSync(from, 0o444)
    const to = join(aFolder(), 'to.fyr')
    copyWhole(from, to)
    const copy = openFile(to)
    expect(copy.readOnly).toBe(false)
    expect(copy.db.prepare('SELECT count(*) FROM partners').pluck().get()).toBe(1)
    copy.close()
    expect(() => copyWhole(from, to)).toThrow(/conflict/)
  })

  it('the file that is open stays open, and its trouble is told beside it', async () => {
    const desk = await aDesk()
    const good = aClosedFile()
    let offered = good
    const other = await aBackend({ ports: () => ({ pickOpen: async () => offered }) })
    await other.call('workspace.open', { recentId: null })
    offered = join(desk.home, 'borte.fyr')
    await other.problemOf('workspace.open', { recentId: null })
    expect((await other.call('workspace.current', {}))?.fileName).toBe('partnerskap.fyr')
    expect(await other.call('opening.trouble', {})).toMatchObject({ state: 'missing' })
  })
})

describe('the ways out', () => {
  it('salvage opens a new file with the content, says what came of it once, and leaves the damaged one as it was', async () => {
    const path = aClosedFile()
    overwrite(path, 100, 4096)
    const bytes = readFileSync(path)
    const desk = await aDesk()
    await desk.offer(path)
    const { id = '' } = (await desk.call('opening.trouble', {})) ?? {}
    const shown = await desk.call('opening.salvage', { id })
    expect(shown).toMatchObject({ fileName: 'partnerskap (berget).fyr', partnership: { name: 'Partnerskapet' } })
    expect(shown?.warnings).toContain('salvaged')
    expect(readFileSync(path).equals(bytes)).toBe(true)
    const report = await desk.call('opening.salvageReport', {})
    expect(report).toMatchObject({
      from: 'partnerskap.fyr',
      nothingLost: true,
      textFile: codeOf(path) === null ? 'partnerskap (berget).fyr.txt' : null,
    })
    if (report?.textFile)
      expect(readFileSync(join(desk.home, report.textFile), 'utf8')).toContain('Alt ble lest. Ingenting mangler.')
    await desk.call('opening.reportRead', {})
    expect((await desk.call('workspace.current', {}))?.warnings).toEqual([])
    expect(await desk.call('opening.salvageReport', {})).not.toBeNull()
    expect(await desk.call('opening.trouble', {})).toBeNull()
  })

  it('changes behind a damaged frame of the WAL are kept from being forgotten, and salvaged', async () => {
    const { file, store, path, newId } = aStore()
    for (let number = 0; number < 20; number++) {
      transact(store, { actor: 'a', command: 'test' }, (write) =>
        write.insert('partners', { ...aPartner(newId()), name: `Partner ${number}` }),
      )
    }
    const desk = await aDesk()
    const bad = join(desk.home, 'bad.fyr')
    for (const end of ['', '-wal', '-commits']) copyFileSync(path + end, bad + end)
    file.close()
    overwrite(`${bad}-wal`, 32 + 4120 * 30 + 500, 32 + 4120 * 30 + 600)
    const wal = readFileSync(`${bad}-wal`)
    expect(desk.backend.workspaces.open(bad).missingChanges).toBeGreaterThan(0)
    const trouble = await desk.call('opening.trouble', {})
    expect(trouble).toMatchObject({ state: 'walDamaged', waysOut: ['salvage'] })
    expect(readFileSync(join(desk.home, `${trouble?.fileName}-wal`)).equals(wal)).toBe(true)
    await desk.call('opening.salvage', { id: trouble?.id ?? '' })
    expect((await desk.call('partners.list', {})).length).toBe(20)
    expect(await desk.call('opening.trouble', {})).toBeNull()
  })

  it('a killed process leaves nothing to be kept', async () => {
    const { file, store, path, newId } = aStore()
    transact(store, { actor: 'a', command: 'test' }, (write) => write.insert('partners', aPartner(newId())))
    const folder = aFolder()
    const killed = join(folder, 'killed.fyr')
    for (const end of ['', '-wal', '-commits']) copyFileSync(path + end, killed + end)
    file.close()
    const opened = openFile(killed)
    expect(opened).toMatchObject({ warnings: ['uncleanExit'], kept: null })
    opened.close()
    expect(readdirSync(folder).sort()).toEqual(['killed.fyr', 'killed.fyr-commits'])
  })

  it('the newest good backup takes the place of the damaged file', async () => {
    const desk = await aBackend({ automaticBackups: true })
    await desk.aCompany({ name: 'Borregaard' })
    const { path = '' } = desk.backend.workspaces.file() ?? {}
    await desk.backend.backups.makeIfChanged('close')
    await desk.call('workspace.close', {})
    overwrite(path, 100, 20_000)
    const recent = await desk.call('workspace.recent', {})
    expect((await desk.problemOf('workspace.open', { recentId: recent[0]?.id ?? '' })).code).toBe('damagedFile')
    const trouble = await desk.call('opening.trouble', {})
    expect(trouble?.waysOut).toEqual(['restoreBackup', 'salvage'])
    expect(trouble?.backup?.changes).toBeGreaterThan(0)
    await desk.call('opening.restoreNewest', { id: trouble?.id ?? '' })
    expect((await desk.call('companies.list', {})).rows.map(({ name }) => name)).toEqual(['Borregaard'])
    expect((await desk.call('workspace.current', {}))?.warnings).toEqual([])
    expect(readdirSync(desk.home).some((name) => name.includes('damaged'))).toBe(true)
  })
})

describe('damage met while working', () => {
  it('stops all writing, says so, and leaves the file to the ways out', async () => {
    const desk = await aBackend()
    await desk.aCompany()
    const { path = '' } = desk.backend.workspaces.file() ?? {}
    await desk.call('workspace.close', {})
    const db = new Sqlite(path, { readonly: true })
    const page = db.prepare("SELECT pageno FROM dbstat WHERE name = 'companies'").pluck().get() as number
    db.close()
    overwrite(path, (page - 1) * 4096, page * 4096)
    const recent = await desk.call('workspace.recent', {})
    await desk.call('workspace.open', { recentId: recent[0]?.id ?? '' })
    expect((await desk.problemOf('companies.list', {})).code).toBe('damagedFile')
    const shown = await desk.call('workspace.current', {})
    expect(shown).toMatchObject({ readOnly: true, warnings: ['damaged'] })
    expect((await desk.problemOf('companies.register', { name: 'Ny' })).code).toBe('readOnly')
    expect((await desk.problemOf('drafts.save', { key: 'x', value: 'y' })).code).toBe('readOnly')
    await desk.call('opening.leaveDamaged', {})
    expect(await desk.call('workspace.current', {})).toBeNull()
    expect(await desk.call('opening.trouble', {})).toMatchObject({ state: 'damaged' })
  })
})

describe('the counter beside a file', () => {
  /** A closed file, and a copy of it from before its last changes. */
  function aFileAndOlder() {
    const { file, store, path, newId } = aStore()
    const add = () =>
      transact(store, { actor: 'a', command: 'test' }, (write) => write.insert('partners', aPartner(newId())))
    add()
    file.db.pragma('wal_checkpoint(TRUNCATE)')
    const older = join(aFolder(), 'older.fyr')
    copyFileSync(path, older)
    add()
    add()
    return { file, path, older }
  }

  it('tells how many acknowledged changes a deleted WAL took, until the user says that it is known', () => {
    const { file, path } = aFileAndOlder()
    const bad = join(aFolder(), 'bad.fyr')
    for (const end of ['', '-commits']) copyFileSync(path + end, bad + end)
    file.close()
    const first = openFile(bad)
    expect(first.warnings).toContain('wentBackwards')
    expect(first.missing()).toBe(2)
    // A new change doesn't hide what is missing.
    const store = createStore(first.db, { now: steppingClock().now, device: '0000abcd', counted: first.counted })
    transact(store, { actor: 'a', command: 'test' }, (write) =>
      write.insert('partners', aPartner('0197a000-0000-7000-8000-000000000099')),
    )
    first.close()
    const again = openFile(bad)
    expect(again.missing()).toBe(2)
    again.acknowledge()
    expect(again.warnings).toEqual([])
    again.close()
    const third = openFile(bad)
    expect(third.warnings).toEqual([])
    third.close()
  })

  it('raises no alarm for a moved file, another partnership’s file, a file put back on purpose or a torn counter', () => {
    const { file, path, older } = aFileAndOlder()
    file.close()
    const folder = aFolder()
    const at = join(folder, 'a.fyr')
    const expectQuiet = () => {
      const opened = openFile(at)
      expect(opened.warnings).toEqual([])
      opened.close()
    }
    // Moved without its counter, then with an older one beside it.
    copyFileSync(path, at)
    expectQuiet()
    copyFileSync(`${at}-commits`, join(folder, 'older-commits'))
    writeFileSync(`${at}-commits`, JSON.stringify({ ...readCounter(at), changes: 1 }))
    expectQuiet()
    // Another file in its place.
    const other = aStore(join(aFolder(), 'other.fyr'))
    other.file.db.prepare("UPDATE file_facts SET value = 'another' WHERE key = 'file_id'").run()
    other.file.close()
    copyFileSync(other.path, at)
    expectQuiet()
    // The same one, restored.
    copyFileSync(path, at)
    expectQuiet()
    copyFileSync(older, at)
    const db = new Sqlite(at)
    db.prepare("INSERT INTO file_facts VALUES ('restored', '{}')").run()
    db.close()
    expectQuiet()
    for (const torn of ['', '{"changes":99', '\0'.repeat(200), 'x']) {
      writeFileSync(`${at}-commits`, torn)
      expectQuiet()
    }
  })

  it('reads the counter of an earlier version', () => {
    const { file, path, older } = aFileAndOlder()
    file.close()
    writeFileSync(`${older}-commits`, String(readCounter(path)?.changes).padEnd(16))
    const opened = openFile(older)
    expect(opened.missing()).toBe(2)
    opened.close()
  })

  it('does not count what a batch took back', () => {
    const { file, store, newId, path } = aStore()
    const before = readCounter(path)?.changes
    store.db.exec('BEGIN')
    transact(store, { actor: 'a', command: 'test' }, (write) => write.insert('partners', aPartner(newId())))
    store.db.exec('ROLLBACK')
    file.close()
    expect(readCounter(path)?.changes).toBe(before)
    const again = openFile(path)
    expect(again.warnings).toEqual([])
    again.close()
  })
})

describe('examining a closed file', () => {
  it('finds nothing in a sound one, and only reads', () => {
    const path = aClosedFile()
    const names = readdirSync(join(path, '..'))
    const bytes = readFileSync(path)
    expect(examineFile(path)).toEqual({ sound: true, state: null, problem: null, findings: [], missing: 0 })
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readdirSync(join(path, '..'))).toEqual(names)
  })

  it('finds a flipped bit in a row, a missing WAL and a gone header, each by what it is', () => {
    const path = aClosedFile()
    const bytes = readFileSync(path)
    // In an encrypted file no text is found, and any byte will do.
    const found = bytes.indexOf('Partnerskapet', bytes.length / 20)
    const at = found < 0 ? bytes.length / 2 : found
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    // An encrypted page with a changed bit can't be read at all.
    expect(examineFile(path)).toMatchObject({ sound: false, state: found < 0 ? 'damaged' : null })
    expect(examineFile(path).findings.length > 0).toBe(found >= 0)
    overwrite(path, 0, 100)
    expect(examineFile(path)).toMatchObject({ sound: false, state: 'headGone' })
    const { file, store, path: other, newId } = aStore()
    file.db.pragma('wal_checkpoint(TRUNCATE)')
    transact(store, { actor: 'a', command: 'test' }, (write) => write.insert('partners', aPartner(newId())))
    const bad = join(aFolder(), 'bad.fyr')
    for (const end of ['', '-wal', '-commits']) copyFileSync(other + end, bad + end)
    file.close()
    expect(examineFile(bad)).toMatchObject({ sound: true, missing: 0 })
    rmSync(`${bad}-wal`)
    expect(examineFile(bad)).toMatchObject({ sound: false, missing: 1 })
    mkdirSync(`${bad}.folder`)
    expect(examineFile(`${bad}.folder`).sound).toBe(false)
  })
})
