/** Recovery codes on the device: what the system protects, and what a hostile or unlucky folder may do to it. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { LogEntry } from '#db/worker-protocol.ts'
import { openCodeStore } from '#electron/main/code-store.ts'
import { recoveryCodeOf } from '#shared/domain/recovery-code.ts'
import { safeStorage } from '../electron-double.ts'

const one = recoveryCodeOf(new Uint8Array(16).fill(1))
const two = recoveryCodeOf(new Uint8Array(16).fill(2))
let file: string
let logged: LogEntry[]
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'fyr-codes-'))
  file = join(folder, 'home', 'codes.bin')
  logged = []
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})
const opened = (safe: Parameters<typeof openCodeStore>[1] = safeStorage, platform: NodeJS.Platform = 'win32') =>
  openCodeStore(file, safe, platform, (entry) => logged.push(entry))

test('what is kept is there at the next start, and for this user alone', async () => {
  const store = await opened()
  expect(store.codes()).toEqual([])
  expect(await store.keep(one)).toBe(true)
  expect(await store.keep(two)).toBe(true)
  expect(await store.keep(one)).toBe(true)
  expect((await opened()).codes()).toEqual([one, two])
  expect(await store.drop(one)).toBe(true)
  expect((await opened()).codes()).toEqual([two])
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(readdirSync(join(file, '..'))).toEqual(['codes.bin'])
})

test('nothing is asked of the system where nothing is kept: a keychain asks its user', async () => {
  const untouched = async (): Promise<never> => {
    throw new Error('asked')
  }
  const safe = { ...safeStorage, isAsyncEncryptionAvailable: untouched, decryptStringAsync: untouched }
  expect((await opened(safe)).codes()).toEqual([])
  expect(logged).toEqual([])
})

test('codes that are kept at the same moment are all kept', async () => {
  const store = await opened()
  const many = Array.from({ length: 20 }, (_, at) => recoveryCodeOf(new Uint8Array(16).fill(at)))
  expect(await Promise.all(many.map((code) => store.keep(code)))).toEqual(many.map(() => true))
  expect((await opened()).codes()).toEqual(many)
})

// The attack: without a keyring Chromium encrypts with a password that anybody can read in its source.
test.each(['basic_text', 'unknown'] as const)('on Linux with %s nothing is kept', async (backend) => {
  const safe = { ...safeStorage, getSelectedStorageBackend: () => backend }
  const store = await opened(safe, 'linux')
  expect(await store.can()).toBe(false)
  expect(await store.keep(one)).toBe(false)
  expect(existsSync(file)).toBe(false)
  expect(await (await opened(safeStorage, 'linux')).can()).toBe(true)
})

// The attack: another user's file, a cut one or somebody's JSON is put in the place of ours, to be taken or to be written over.
test.each([
  ['another user’s bytes', Buffer.from('v10 of somebody else')],
  ['a cut file', Buffer.from('safe:')],
  ['an empty file', Buffer.alloc(0)],
  ['other JSON', Buffer.from(`safe:${[...'{"codes":1}'].reverse().join('')}`)],
  ['codes that are none', Buffer.from(`safe:${[...'["letmein"]'].reverse().join('')}`)],
])('%s gives no codes, is told in the log without its content, and is laid aside', async (_what, bytes) => {
  await (await opened()).keep(one)
  writeFileSync(file, bytes)
  const store = await opened()
  expect(store.codes()).toEqual([])
  expect(logged).toHaveLength(1)
  expect(JSON.stringify(logged)).not.toMatch(/letmein|somebody/)
  expect(await store.keep(two)).toBe(true)
  expect(readFileSync(`${file}.unread`)).toEqual(bytes)
  expect((await opened()).codes()).toEqual([two])
})

test('a system that refuses, or a folder that takes nothing, is no crash', async () => {
  const refusing: Pick<SafeStorage, 'encryptStringAsync'> = {
    encryptStringAsync: async () => {
      throw new Error('no')
    },
  }
  const store = await opened({ ...safeStorage, ...refusing })
  expect(await store.keep(one)).toBe(false)
  expect(store.codes()).toEqual([])
  writeFileSync(join(file, '..', '..', 'blocked'), '')
  file = join(file, '..', '..', 'blocked', 'codes.bin')
  expect(await (await opened()).keep(one)).toBe(false)
  expect(JSON.stringify(logged)).not.toContain(one)
})
