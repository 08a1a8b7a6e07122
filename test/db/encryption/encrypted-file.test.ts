/** What lies on the disk of a desk with an encrypted file, and what becomes of the file without its code or with a changed bit. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import { listBackups } from '#db/backups/list.ts'
import { makeBackup } from '#db/backups/make.ts'
import { transact } from '#db/changes.ts'
import { openFile } from '#db/connection.ts'
import { codeOfConnection, connect, connectScratch } from '#db/encryption/connect.ts'
import { keyOf } from '#db/encryption/key.ts'
import { codeOf, forgetCode, learnCodes } from '#db/encryption/keyring.ts'
import { isWholePage } from '#db/encryption/pages.ts'
import { examineFile } from '#db/opening/examine.ts'
import { salvageFile } from '#db/salvage/salvage.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { createRandom } from '#db/sample/random.ts'
import { createStore } from '#db/store.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import { recoveryCodeOf } from '#shared/domain/recovery-code.ts'
import { aFolder, aPartner, countingIds, steppingClock } from '../a-store.ts'

const code = recoveryCodeOf(Uint8Array.from({ length: 16 }, (_, at) => 200 - at))
const another = recoveryCodeOf(new Uint8Array(16).fill(9))
const secret = 'Hemmelighetskommunen'
// Other tests run in this process too.
afterAll(() => [code, another].forEach(forgetCode))

/** A closed encrypted file of one partner with a secret name. */
function aClosedFile(folder = aFolder()): string {
  learnCodes([code])
  const path = join(folder, 'fil.fyr')
  const file = openFile(path, { create: true, code })
  write(file)
  file.close()
  return path
}
function write(file: ReturnType<typeof openFile>): void {
  const store = createStore(file.db, { ...steppingClock(), device: '0000abcd', counted: file.counted })
  const newId = countingIds()
  for (let number = 0; number < 40; number += 1)
    transact(store, { actor: secret, command: 'test' }, (change) =>
      change.insert('partners', { ...aPartner(newId()), name: `${secret} ${number}` }),
    )
}
/** Every file below a folder that holds the secret, its key or its code, in some writing. */
function leaksIn(folder: string): string[] {
  const key = keyOf(code)
  const signs = [
    secret,
    secret.toLowerCase(),
    code,
    code.replaceAll('-', ''),
    key.toString('hex'),
    key.toString('base64'),
  ]
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    if (!statSync(path).isFile()) return false
    const bytes = readFileSync(path)
    return (
      bytes.includes(key) || signs.some((sign) => bytes.includes(sign) || bytes.includes(Buffer.from(sign, 'utf16le')))
    )
  })
}
const said = (work: () => unknown): unknown => {
  try {
    work()
    return 'nothing'
  } catch (cause) {
    return cause instanceof ProblemError ? cause.problem : cause
  }
}

describe('an encrypted file', () => {
  it('is told by its header, without its code', () => {
    const header = readFileSync(aClosedFile()).subarray(0, 100)
    expect(header.toString('latin1', 0, 15)).toBe('SQLite format 3')
    expect([header[20], header.readUInt32BE(68)]).toEqual([32, 0x46797201])
  })

  it('gives away nothing of what is in it: not the file, its WAL, its backups, a migration’s copy, nor what a crash leaves', async () => {
    const [folder, home] = [aFolder(), aFolder()]
    const path = join(folder, 'fil.fyr')
    learnCodes([code])
    const file = openFile(path, { create: true, code })
    write(file)
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(10_000)
    expect(leaksIn(folder)).toEqual([])
    const by = { home, reason: 'hourly' as const, now: '2026-10-01T08:00:00.000Z', app: '1' }
    await makeBackup({ db: file.db, path }, by, sameThreadDisk)
    // As a crash would leave it: WAL and all.
    const crashed = join(folder, 'etter krasj.fyr')
    for (const end of ['', '-wal', '-commits']) copyFileSync(path + end, crashed + end)
    file.close()
    const again = openFile(crashed)
    expect(again.warnings).toContain('uncleanExit')
    expect(again.db.prepare('SELECT count(*) FROM partners').pluck().get()).toBe(40)
    again.close()
    expect([...leaksIn(folder), ...leaksIn(home)]).toEqual([])
    const [backup] = listBackups(home, { sourcePath: path })
    expect([codeOf(backup?.path ?? ''), backup?.partnership]).toEqual([code, ''])
    const to = join(folder, 'berget.fyr')
    salvageFile(path, to, {
      now: steppingClock().now,
      newId: countingIds(),
      device: '0000beef',
      deviceName: 'Laptop',
      actor: 'Kari Berg',
    })
    expect([codeOf(to), leaksIn(folder)]).toEqual([code, []])
  })

  it('is not opened without its code, and says that it is the code that is missing', () => {
    const path = aClosedFile()
    const bytes = readFileSync(path)
    forgetCode(code)
    learnCodes([another])
    expect(said(() => openFile(path))).toEqual({
      code: 'keyNeeded',
      key: 'problems.keyNeeded',
      params: { file: 'fil.fyr' },
    })
    expect(examineFile(path)).toMatchObject({ sound: false, state: 'encrypted' })
    expect(said(() => new Sqlite(path).prepare('SELECT * FROM partners').all())).not.toBe('nothing')
    expect(readFileSync(path).equals(bytes)).toBe(true)
    learnCodes([code])
    openFile(path).close()
    forgetCode(another)
  })

  it('with a damaged first page is damaged, and does not ask for a code that it was given', () => {
    const path = aClosedFile()
    const bytes = readFileSync(path)
    bytes.fill(0xa5, 100, 4096)
    writeFileSync(path, bytes)
    expect(said(() => openFile(path))).toMatchObject({ code: 'damagedFile' })
    expect(examineFile(path).state).toBe('damaged')
  })

  it('is never opened by chance: each of 200 changed bits is told, wherever it is', () => {
    const path = join(aFolder(), 'fil.fyr')
    learnCodes([code])
    makeSample(path, { sample: 'robertsfors', today: '2026-09-15', years: 1, visitsPerYear: 2, code })
    const bytes = readFileSync(path)
    const bad = `${path}.bad.fyr`
    const random = createRandom(4)
    // Half of them all over the file, some in the header that can be read by anybody.
    const bits = Array.from({ length: 200 }, (_, at) => random.between(0, (at % 4 === 0 ? 100 : bytes.length) * 8 - 1))
    const silent = bits.filter((bit) => {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      writeFileSync(bad, changed)
      try {
        const db = connect(bad, { readonly: true })
        try {
          return db.pragma('integrity_check(1)', { simple: true }) === 'ok'
        } finally {
          db.close()
        }
      } catch {
        return false
      }
    })
    // Free pages are read by no check, but by the one of the tags.
    const unread = silent.filter((bit) => {
      const number = Math.floor((bit >> 3) / 4096) + 1
      const page = Buffer.from(bytes.subarray((number - 1) * 4096, number * 4096))
      const at = (bit >> 3) % 4096
      page[at] = (page[at] ?? 0) ^ (1 << (bit & 7))
      return isWholePage(keyOf(code), number, page)
    })
    expect({ silent, unread }).toEqual({ silent: [], unread: [] })
  })

  it('keeps its lock while it is open, though its bytes are read for copies', async () => {
    const path = aClosedFile()
    const file = openFile(path)
    await makeBackup(
      { db: file.db, path },
      { home: aFolder(), reason: 'hourly', now: '2026-10-01T08:00:00.000Z', app: '1' },
      sameThreadDisk,
    )
    const program = `import { openFile } from ${JSON.stringify(fileURLToPath(new URL('../../../db/connection.ts', import.meta.url)))}
import { learnCodes } from ${JSON.stringify(fileURLToPath(new URL('../../../db/encryption/keyring.ts', import.meta.url)))}
learnCodes([process.env.CODE])
try { openFile(process.argv[1]); console.log('open') } catch (cause) { console.log(cause.problem?.code ?? cause.message) }`
    const other = spawn(process.execPath, ['--input-type=module', '-e', program, path], {
      env: { ...process.env, CODE: code },
    })
    let out = ''
    other.stdout.on('data', (text) => (out += text))
    await once(other, 'close')
    expect(out.trim()).toBe('lockedFile')
    file.close()
  })

  it('keeps what it lays aside in memory or encrypted', () => {
    const file = openFile(aClosedFile())
    expect(file.db.pragma('temp_store', { simple: true })).toBe(2)
    const scratch = connectScratch(file.db)
    expect(codeOfConnection(scratch)).toBe(code)
    const { name } = scratch
    scratch.exec(`CREATE TABLE t (x); INSERT INTO t VALUES ('${secret}')`)
    expect(readFileSync(name).includes(secret)).toBe(false)
    scratch.close()
    expect(existsSync(name)).toBe(false)
    file.close()
  })
})

// Earlier versions lose acknowledged commits when two connections reset a WAL at once.
it('both drivers bring an SQLite that is new enough', () => {
  const file = openFile(aClosedFile())
  const plain = new Sqlite(':memory:')
  for (const db of [file.db, plain]) {
    const [, minor = 0, patch = 0] = String(db.prepare('SELECT sqlite_version()').pluck().get()).split('.').map(Number)
    expect(minor * 1000 + patch).toBeGreaterThanOrEqual(51_003)
  }
  plain.close()
  file.close()
})

it('only one file of the database makes connections', () => {
  const folder = fileURLToPath(new URL('../../../db', import.meta.url))
  const making = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .some((line) => /from 'better-sqlite3'|\('better-sqlite3/.test(line) && !line.startsWith('import type')),
    )
  expect(making).toEqual(['encryption/connect.ts'])
})
