import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backupTo } from '#db/backup.ts'
import { transact } from '#db/changes.ts'
import { openFile, placeWarnings } from '#db/connection.ts'
import { ownMigrations } from '#db/migrate.ts'
import { aFolder, aPartner, aStore } from './a-store.ts'

const root = new URL('../..', import.meta.url).pathname
const code = (expected: string) => expect.objectContaining({ problem: expect.objectContaining({ code: expected }) })

describe('opening a partnership file', () => {
  it('gives back what was written, with FULL durability after a write on the reopened file', () => {
    const { file, store, path, newId } = aStore()
    transact(store, { actor: 'a', command: 'test' }, (write) => {
      write.insert('partners', aPartner(newId()))
    })
    file.close()
    const again = openFile(path)
    again.db.prepare("INSERT INTO drafts VALUES ('k', '1', 'x')").run()
    expect(again.db.pragma('synchronous', { simple: true })).toBe(2)
    expect(again.db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(again.db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(again.db.pragma('trusted_schema', { simple: true })).toBe(0)
    expect(again.db.prepare('SELECT count(*) FROM partners').pluck().get()).toBe(1)
    expect(again.warnings).toEqual([])
    again.close()
  })

  it('refuses an empty file, a text file, another program’s database and a missing file, each by its name', () => {
    const folder = aFolder()
    const write = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    const other = join(folder, 'other.fyr')
    const foreign = new Sqlite(other)
    foreign.exec('CREATE TABLE x (y)')
    foreign.close()
    expect(() => openFile(write('empty.fyr', ''))).toThrow(code('damagedFile'))
    expect(() => openFile(write('text.fyr', 'Kjære leser'.repeat(50)))).toThrow(code('notFyrFile'))
    expect(() => openFile(other)).toThrow(code('notFyrFile'))
    expect(() => openFile(join(folder, 'none.fyr'))).toThrow(code('fileMissing'))
    expect(existsSync(join(folder, 'none.fyr'))).toBe(false)
  })

  it('refuses a file that is cut off, and one with its first pages overwritten', () => {
    const { file, path } = aStore()
    file.close()
    const cut = `${path}.cut`
    copyFileSync(path, cut)
    truncateSync(cut, readFileSync(path).length - 8192)
    expect(() => openFile(cut)).toThrow(code('damagedFile'))
    const scrambled = `${path}.bad`
    const bytes = readFileSync(path)
    bytes.fill(0xa5, 100, 20_000)
    writeFileSync(scrambled, bytes)
    expect(() => openFile(scrambled)).toThrow(code('damagedFile'))
    expect(readFileSync(scrambled).equals(bytes)).toBe(true)
  })

  it('refuses a newer file and leaves its bytes as they are', () => {
    const { file, path } = aStore()
    file.db.pragma('user_version = 99')
    file.close()
    const before = readFileSync(path)
    expect(() => openFile(path)).toThrow(code('newerFile'))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('refuses a newer file whose version stands in its WAL alone, and leaves file, WAL and folder as they are', () => {
    const { file, path } = aStore()
    file.close()
    const db = new Sqlite(path)
    db.pragma('journal_mode = WAL')
    db.pragma('user_version = 99')
    const folder = aFolder()
    const left = join(folder, 'left.fyr')
    for (const end of ['', '-wal']) copyFileSync(path + end, left + end)
    db.close()
    const bytes = () => ['', '-wal'].map((end) => readFileSync(left + end).toString('base64'))
    const before = bytes()
    expect(readFileSync(left).readUInt32BE(60)).toBe(ownMigrations().length)
    expect(() => openFile(left)).toThrow(code('newerFile'))
    expect(bytes()).toEqual(before)
    expect(readdirSync(folder).sort()).toEqual(['left.fyr', 'left.fyr-wal'])
  })

  it('refuses a second opening in this process and in another one, and lets go when closed', () => {
    const { file, path } = aStore()
    expect(() => openFile(path)).toThrow(code('lockedFile'))
    const elsewhere = () =>
      spawnSync(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `import { openFile } from '#db/connection.ts'; try { openFile(process.argv[1]).close(); console.log('open') } catch (e) { console.log(e.problem?.code) }`,
          path,
        ],
        { cwd: root, encoding: 'utf8' },
      ).stdout.trim()
    expect(elsewhere()).toBe('lockedFile')
    file.close()
    expect(elsewhere()).toBe('open')
  })

  it('opens a read-only file for reading and refuses to write into it', () => {
    const { file, path } = aStore()
    file.close()
    chmodSync(path, 0o444)
    chmodSync(dirname(path), 0o555)
    const script = `
      import { openFile } from '#db/connection.ts'
      import { transact } from '#db/changes.ts'
      import { createStore } from '#db/store.ts'
            const again = openFile(process.argv[1])
      const store = createStore(again.db, { now: () => new Date().toISOString(), device: '00000000', readOnly: again.readOnly })
      const read = again.db.prepare('SELECT count(*) FROM persons').pluck().get()
      try { transact(store, { actor: 'a', command: 'test' }, () => undefined) } catch (e) { console.log(again.readOnly, read, e.problem?.code) }
      again.close()`
    // Root may write anywhere, so the reader is somebody else.
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], {
      cwd: root,
      encoding: 'utf8',
      ...asNobody,
    })
    chmodSync(dirname(path), 0o755)
    expect(run.stdout.trim() || run.stderr).toBe('true 1 readOnly')
  })

  it('tells when the file is older than what was acknowledged', () => {
    const { file, store, path, newId } = aStore()
    const copy = `${path}.old`
    backupTo(file.db, copy)
    transact(store, { actor: 'a', command: 'test' }, (write) => {
      write.insert('partners', aPartner(newId()))
    })
    file.close()
    copyFileSync(copy, path)
    const again = openFile(path)
    expect(again.warnings).toContain('wentBackwards')
    again.close()
    const third = openFile(path)
    expect(third.warnings).toContain('wentBackwards')
    third.close()
  })

  it('keeps every acknowledged change when the process is killed, and says that it was', () => {
    const folder = aFolder()
    const path = join(folder, 'killed.fyr')
    const script = `
      import { openFile } from '#db/connection.ts'
      import { found } from '#db/workspaces.ts'
            import { transact } from '#db/changes.ts'
      import { createStore } from '#db/store.ts'
      import { uuidv7 } from '#db/ids.ts'
      const file = openFile(process.argv[1], { create: true })
      const by = { now: () => new Date().toISOString(), newId: () => uuidv7(Date.now()), device: '00000001' }
      found(file, { name: 'P', country: 'NO', language: 'nb', givenName: 'A', familyName: 'B' }, by)
      const store = createStore(file.db, { ...by, counted: file.counted })
      for (let n = 0; n < 25; n++) {
        transact(store, { actor: 'a', command: 'test' }, (write) => { write.insert('sectors', { id: by.newId(), nameNb: 'n' + n, nameSv: 's', nameEn: 'e', position: n }) })
        process.stdout.write(n + '\\n')
      }
      process.kill(process.pid, 'SIGKILL')`
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(run.signal).toBe('SIGKILL')
    expect(run.stdout.trim().split('\n')).toHaveLength(25)
    const again = openFile(path)
    expect(again.warnings).toEqual(['uncleanExit'])
    expect(again.db.prepare("SELECT count(*) FROM sectors WHERE name_nb GLOB 'n[0-9]*'").pluck().get()).toBe(25)
    again.close()
  })

  it('backs up an older file before it migrates it', () => {
    const { file, path } = aStore()
    file.close()
    const newer = [
      ...ownMigrations(),
      { number: ownMigrations().length + 1, name: 'more', sql: 'CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;' },
    ]
    openFile(path, { migrations: newer }).close()
    const backup = `${path}.before-${newer.length}.fyr-backup`
    const copy = new Sqlite(backup, { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(ownMigrations().length)
    expect(copy.prepare('SELECT count(*) FROM persons').pluck().get()).toBe(1)
    copy.close()
    expect(() => openFile(path)).toThrow(code('newerFile'))
  })

  it('warns of folders where live data does not belong', () => {
    expect(placeWarnings('/home/a/OneDrive - Fylket/Fyr/a.fyr')).toEqual(['syncedFolder'])
    expect(placeWarnings('C:\\Users\\a\\Dropbox\\a.fyr')).toEqual(['syncedFolder'])
    expect(placeWarnings('\\\\server\\share\\a.fyr')).toEqual(['networkShare'])
    expect(placeWarnings('/home/a/Documents/a.fyr')).toEqual([])
  })
})

describe('a backup', () => {
  it('is a whole, closed file that opens by itself, and leaves no half-made one', () => {
    const { file, path } = aStore()
    const target = `${path}.copy.fyr`
    const { size } = backupTo(file.db, target)
    expect(size).toBe(readFileSync(target).length)
    expect(existsSync(`${target}.part`)).toBe(false)
    const copy = openFile(target)
    expect(copy.db.prepare('SELECT count(*) FROM sectors').pluck().get()).toBe(
      file.db.prepare('SELECT count(*) FROM sectors').pluck().get(),
    )
    copy.close()
  })

  it('leaves the old backup alone when it cannot be made', () => {
    const { file, path } = aStore()
    const target = join(path, 'not-a-folder', 'copy.fyr')
    expect(() => backupTo(file.db, target)).toThrow()
  })
})
