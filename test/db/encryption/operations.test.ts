/** Encryption as operations: a file made with a code, the code kept by the device, asked for, forgotten, written down. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { codeOfNewFiles, forgetCode } from '#db/encryption/keyring.ts'
import type { Ports } from '#db/worker-protocol.ts'
import { checkRecoveryCode, recoveryCodeOf } from '#shared/domain/recovery-code.ts'
import { aBackend } from '../a-backend.ts'

const made: string[] = []
// Other tests run in this process too.
afterAll(() => made.forEach(forgetCode))

/** A device that keeps codes, and what it keeps. */
function aDevice(keeps = true) {
  const kept = new Set<string>()
  const ports: Partial<Ports> = {
    canKeepCodes: async () => keeps,
    keepCode: async ({ code }) => {
      if (keeps) kept.add(code)
      return { ok: keeps }
    },
    dropCode: async ({ code }) => ({ ok: kept.delete(code) }),
  }
  return { kept, ports }
}
const partnership = { name: 'Hemmelig', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' } as const

/** A desk whose open file is encrypted. */
async function anEncryptedDesk(device = aDevice(), keepCode = true) {
  const desk = await aBackend({ ports: () => device.ports })
  const { code } = await desk.call('encryption.newCode', {})
  made.push(code)
  const shown = await desk.call('workspace.create', { ...partnership, recoveryCode: code, keepCode })
  return { desk, code, path: join(shown?.location ?? '', shown?.fileName ?? ''), device }
}

test('each new code is another, and passes its own check', async () => {
  const desk = await aBackend()
  const codes = await Promise.all(Array.from({ length: 20 }, () => desk.call('encryption.newCode', {})))
  expect(new Set(codes.map(({ code }) => code)).size).toBe(20)
  for (const { code } of codes) expect(checkRecoveryCode(code)).toEqual({ ok: true, value: code })
})

test('a file is made with a code and the device keeps it; its changes last', async () => {
  const { desk, code, path, device } = await anEncryptedDesk()
  expect([...device.kept]).toEqual([code])
  expect(await desk.call('encryption.show', {})).toEqual({ keepsCodes: true, file: { kept: true } })
  expect(await desk.call('encryption.readCode', {})).toEqual({ code })
  await desk.aCompany({ name: 'Usynlig AS' })
  await desk.call('workspace.close', {})
  expect(readFileSync(path).includes('Usynlig')).toBe(false)
  expect(await desk.call('encryption.show', {})).toEqual({ keepsCodes: true, file: null })
})

test('a code that is none is told on its field, and no file is made', async () => {
  const desk = await aBackend()
  const before = readdirSync(desk.home)
  expect(await desk.problemOf('workspace.create', { ...partnership, recoveryCode: 'ABCD' })).toMatchObject({
    code: 'invalid',
    fields: { code: { key: 'problems.field.recoveryCodeLength', params: { found: 4, expected: 28 } } },
  })
  expect(readdirSync(desk.home)).toEqual(before)
})

test('a file whose code is not known asks for it, takes no other, and opens with it however it is typed', async () => {
  const { desk, code, device } = await anEncryptedDesk(aDevice(), false)
  expect(device.kept.size).toBe(0)
  expect(await desk.call('encryption.show', {})).toEqual({ keepsCodes: true, file: { kept: false } })
  await desk.call('workspace.close', {})
  forgetCode(code)
  const recent = await desk.call('workspace.recent', {})
  const id = recent.find(({ name }) => name === partnership.name)?.id ?? ''
  expect(await desk.problemOf('workspace.open', { recentId: id })).toMatchObject({ code: 'keyNeeded' })
  const trouble = await desk.call('opening.trouble', {})
  expect(trouble).toMatchObject({ state: 'encrypted', waysOut: ['enterCode'] })
  const unlock = (typed: string) => ({ id: trouble?.id ?? '', code: typed, keep: true })
  const field = (key: string) => ({ code: 'invalid', fields: { code: { key: `problems.field.${key}` } } })
  expect(await desk.problemOf('encryption.unlock', unlock(''))).toMatchObject(field('recoveryCodeLength'))
  expect(await desk.problemOf('encryption.unlock', unlock(recoveryCodeOf(new Uint8Array(16))))).toMatchObject(
    field('recoveryCodeOfAnother'),
  )
  expect(await desk.call('workspace.current', {})).toBeNull()
  const shown = await desk.call('encryption.unlock', unlock(code.toLowerCase().replaceAll('-', '')))
  expect(shown.partnership.name).toBe(partnership.name)
  expect([...device.kept]).toEqual([code])
  expect(await desk.call('opening.trouble', {})).toBeNull()
})

test('forgetting asks for the code itself; the open file stays open, and asks the next time', async () => {
  const { desk, code, device, path } = await anEncryptedDesk()
  expect(await desk.problemOf('encryption.forgetCode', { code: recoveryCodeOf(new Uint8Array(16)) })).toMatchObject({
    fields: { code: { key: 'problems.field.recoveryCodeOfAnother' } },
  })
  expect(device.kept.size).toBe(1)
  await desk.call('encryption.forgetCode', { code })
  expect(device.kept.size).toBe(0)
  await desk.aCompany()
  await desk.call('encryption.keepCode', {})
  expect([...device.kept]).toEqual([code])
  await desk.call('encryption.forgetCode', { code })
  await desk.call('workspace.close', {})
  expect(() => desk.backend.workspaces.open(path)).toThrow('keyNeeded')
})

test('a device that keeps no codes opens the file all the same', async () => {
  const { desk } = await anEncryptedDesk(aDevice(false))
  expect(await desk.call('encryption.show', {})).toEqual({ keepsCodes: false, file: { kept: false } })
  expect(await desk.problemOf('encryption.keepCode', {})).toMatchObject({ key: 'problems.codeNotKept' })
})

// In `npm run test:encrypted` no file is plain.
test.skipIf(codeOfNewFiles() !== null)('a plain file has no code to read, to keep or to forget', async () => {
  const desk = await aBackend()
  expect(await desk.call('encryption.show', {})).toEqual({ keepsCodes: false, file: null })
  for (const [name, input] of [
    ['encryption.readCode', {}],
    ['encryption.keepCode', {}],
    ['encryption.forgetCode', { code: recoveryCodeOf(new Uint8Array(16)) }],
  ] as const) {
    expect(await desk.problemOf(name, input)).toMatchObject({ code: 'refused', key: 'problems.notEncrypted' })
  }
})

test.each(['nb', 'sv', 'en'] as const)('the sheet holds the code and the name (%s)', async (language) => {
  const desk = await aBackend()
  await desk.call('preferences.choose', { language })
  const { code } = await desk.call('encryption.newCode', {})
  const saved = await desk.call('encryption.saveSheet', { code: code.toLowerCase(), name: 'Østfold' })
  const text = readFileSync(join(desk.home, saved?.name ?? ''), 'utf8')
  expect(text).toContain(code)
  expect(text).toContain('Østfold')
  expect(text.split('\r\n').length).toBeGreaterThan(6)
})

// A document that can't be saved waits in the home folder; a code may lie nowhere but where the user said.
test('a sheet that can’t be saved is told, and is kept nowhere', async () => {
  const desk = await aBackend({
    ports: (home) => ({
      pickSave: async ({ suggestedName }) => join(home, suggestedName.endsWith('.txt') ? 'there' : suggestedName),
    }),
  })
  const { code } = await desk.call('encryption.newCode', {})
  mkdirSync(join(desk.home, 'there'))
  await desk.problemOf('encryption.saveSheet', { code, name: 'x' })
  expect(await desk.call('unsaved.list', {})).toEqual([])
  for (const entry of readdirSync(desk.home, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && existsSync(path)) expect(readFileSync(path).includes(code), path).toBe(false)
  }
})
