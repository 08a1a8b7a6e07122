/** Pointers that a damage made lead round in a circle, or lengths beyond all bounds: salvage comes to an end and says what is lost. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkFile } from '#db/check-file.ts'
import { openFile } from '#db/connection.ts'
import { keyOf } from '#db/encryption/key.ts'
import { codeOf } from '#db/encryption/keyring.ts'
import { decryptPage } from '#db/encryption/pages.ts'
import { salvageFile } from '#db/salvage/salvage.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import { aFolder, countingIds, steppingClock } from '#test/db/a-store.ts'

const pageSize = 4096
const home = mkdtempSync(join(tmpdir(), 'fyr-'))
const sample = join(home, 'sample.fyr')
beforeAll(() => makeSample(sample, { sample: 'ostfold', today: '2026-09-15', years: 1, visitsPerYear: 10 }))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const salvage = (from: string, to: string, onProgress = (_share: number) => {}) =>
  salvageFile(from, to, {
    now: steppingClock('2026-10-01T08:00:00.000Z').now,
    newId: countingIds(),
    device: '0000beef',
    deviceName: 'Laptop',
    actor: 'Kari Berg',
    onProgress,
  })

/** Pages by number with the kind of each, as its first byte tells; the first page's stands after the file's head. */
function damaged(change: (page: Buffer, number: number, kind: number) => void): string {
  const path = join(aFolder(), 'bad.fyr')
  const bytes = readFileSync(sample)
  const code = codeOf(sample)
  // ChaCha20 gives back what it took: the second time it encrypts.
  const turned = (number: number, page: Buffer) => (code === null ? page : decryptPage(keyOf(code), number, page))
  for (let number = 1; number * pageSize <= bytes.length; number++) {
    const page = turned(number, bytes.subarray((number - 1) * pageSize, number * pageSize))
    change(page, number, page[number === 1 ? 100 : 0] ?? 0)
    turned(number, page).copy(bytes, (number - 1) * pageSize)
  }
  writeFileSync(path, bytes)
  return path
}
const [tableInner, tableLeaf, indexInner, indexLeaf] = [5, 13, 2, 10]

function expectSound(path: string): void {
  const file = openFile(path)
  expect(checkFile(file.db).filter(({ check }) => check !== 'orphans' && check !== 'blobs')).toEqual([])
  file.close()
}

it.each([
  ['the first page', () => 1],
  ['itself', (number: number) => number],
  ['far beyond the end', () => 0xffff_fff0],
])('inner pages whose last pointer leads to %s', (_where, target) => {
  let changed = 0
  const from = damaged((page, number, kind) => {
    if (kind !== tableInner) return
    page.writeUInt32BE(target(number), (number === 1 ? 100 : 0) + 8)
    changed += 1
  })
  expect(changed).toBeGreaterThan(3)
  const to = join(aFolder(), 'new.fyr')
  salvage(from, to)
  expectSound(to)
})

it('long contents whose chain of pages leads back to itself', () => {
  let changed = 0
  const from = damaged((page, number, kind) => {
    if (number === 1 || [tableInner, tableLeaf, indexInner, indexLeaf].includes(kind)) return
    page.writeUInt32BE(number, 0)
    changed += 1
  })
  expect(changed).toBeGreaterThan(10)
  const to = join(aFolder(), 'new.fyr')
  const report = salvage(from, to)
  expect(report.nothingLost).toBe(false)
  expectSound(to)
})

it('does not take a name that somebody else took meanwhile, and leaves nothing beside it', () => {
  const folder = aFolder()
  const to = join(folder, 'new.fyr')
  const taken = () => {
    if (!existsSync(to)) writeFileSync(to, 'a letter')
  }
  let told: unknown
  try {
    salvage(sample, to, taken)
  } catch (cause) {
    told = cause
  }
  expect(told).toBeInstanceOf(ProblemError)
  expect(told).toMatchObject({ problem: { code: 'conflict', key: 'problems.fileExists' } })
  expect(readFileSync(to, 'utf8')).toBe('a letter')
  expect(readdirSync(folder)).toEqual(['new.fyr'])
})
