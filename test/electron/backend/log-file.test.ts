import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog, withoutContent } from '#electron/backend/log-file.ts'
import { aFolder } from '../folders.ts'

test('a slow call is one line with its name and time', () => {
  const home = aFolder()
  openLog(home, () => new Date('2026-01-02T03:04:05Z'))({ level: 'slow', operation: 'visits.list', ms: 212.4 })
  expect(readFileSync(join(home, 'logs/fyr.log'), 'utf8')).toBe(
    '{"at":"2026-01-02T03:04:05.000Z","level":"slow","operation":"visits.list","ms":212}\n',
  )
})

test.each([
  ["CHECK failed: name = 'Berg Mekaniske AS'", 'Berg'],
  ['Could not read "Kari Nordmann"', 'Kari'],
  ["ENOENT: open '/home/kari/Styret/øst.fyr'", 'kari'],
  ['at C:\\Users\\Kari\\Documents\\fil.docx', 'Kari'],
  ['mail to kari@berg.example failed', 'kari'],
  ['org 974 760 673 refused', '974'],
])('%s leaves no content behind', (message, content) => {
  expect(withoutContent(message)).not.toContain(content)
})

test('what tells a developer where it failed stays', () => {
  expect(withoutContent('SqliteError: UNIQUE constraint failed: companies.org_number')).toBe(
    'SqliteError: UNIQUE constraint failed: companies.org_number',
  )
})

test('a log that has grown large is put aside, and the one before it goes', () => {
  const home = aFolder()
  mkdirSync(join(home, 'logs'))
  writeFileSync(join(home, 'logs/fyr.log'), 'x'.repeat(1_000_001))
  openLog(home)({ level: 'slow', operation: 'visits.list', ms: 101 })
  expect(readFileSync(join(home, 'logs/fyr.log'), 'utf8').split('\n')).toHaveLength(2)
  expect(existsSync(join(home, 'logs/fyr.1.log'))).toBe(true)
})

test('a home that cannot be written to costs the log and nothing else', () => {
  const file = join(aFolder(), 'a-file')
  writeFileSync(file, '')
  expect(() => openLog(file)({ level: 'error', operation: 'x', ms: 1 })).not.toThrow()
})
