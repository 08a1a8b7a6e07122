import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { isEncryptedFile } from '#db/encryption/connect.ts'
import { recoveryCodeOf } from '#shared/domain/recovery-code.ts'
import { recoverySheet } from '#shared/i18n/recovery-sheet.ts'
import { aFolder } from '../a-store.ts'

const program = fileURLToPath(new URL('../../../db/cli.ts', import.meta.url))
const code = recoveryCodeOf(new Uint8Array(16).fill(77))
const another = recoveryCodeOf(new Uint8Array(16).fill(78))

function fyr(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { timeout: 60_000 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

it('opens an encrypted file with the sheet that its code was saved on, and says what is missing without', async () => {
  const folder = aFolder()
  const [path, sheet, wrong, typo] = ['fil.fyr', 'ark.txt', 'annet.txt', 'feil.txt'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  writeFileSync(sheet, recoverySheet({ code, name: 'Østfold', day: '2026-09-15', language: 'nb' }).text)
  writeFileSync(wrong, another)
  writeFileSync(typo, `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
  const options = ['--years', '1', '--visits-per-year', '3', '--today', '2026-09-15']
  expect((await fyr('sample', '--out', path, ...options, '--recovery-code-file', sheet)).code).toBe(0)
  expect(isEncryptedFile(path)).toBe(true)

  for (const without of [[], ['--recovery-code-file', wrong]]) {
    const { code: ended, err } = await fyr('check', path, '--home', folder, ...without)
    expect(ended).toBe(1)
    expect(err).toContain('does not know its recovery code')
    expect(err).toContain('--recovery-code-file FILE')
  }
  const mistyped = await fyr('check', path, '--home', folder, '--recovery-code-file', typo)
  expect(mistyped).toMatchObject({ code: 1, err: expect.stringContaining('Compare') })
  expect(mistyped.err).not.toContain(code.slice(0, 9))

  expect((await fyr('check', path, '--home', folder, '--recovery-code-file', sheet)).code).toBe(0)
  const [copy, salvaged] = [`${path}.copy.fyr`, `${path}.salvaged.fyr`]
  expect((await fyr('backup', path, '--out', copy, '--recovery-code-file', sheet)).code).toBe(0)
  expect((await fyr('salvage', path, '--out', salvaged, '--recovery-code-file', sheet)).code).toBe(0)
  expect([copy, salvaged].map(isEncryptedFile)).toEqual([true, true])
}, 120_000)
