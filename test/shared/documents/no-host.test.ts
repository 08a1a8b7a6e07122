import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { afterEach, expect, it, vi } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { aSnapshot } from './a-snapshot.ts'

/** Makes both documents in a worker and prints their hashes. */
const program = new URL('./hashes-from-a-worker.ts', import.meta.url).pathname
const root = new URL('../../..', import.meta.url).pathname
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

afterEach(() => {
  vi.useRealTimers()
})

it('both documents are made in a bare worker that may not write a file, in another time zone, byte for byte the same', async () => {
  const flags = ['--permission', `--allow-fs-read=${root}*`, '--allow-worker', '--no-warnings']
  const printed = execFileSync(process.execPath, [...flags, program], {
    cwd: root,
    encoding: 'utf8',
    env: { TZ: 'Pacific/Auckland' },
  })
  expect(JSON.parse(printed)).toEqual([
    hashOf(await renderBoardPackageDocx(aSnapshot())),
    hashOf(await renderBoardPackageXlsx(aSnapshot())),
  ])
})

it('no clock is read: years later the bytes are the same', async () => {
  const made = async (year: number) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(year, 3, 4) })
    return [hashOf(await renderBoardPackageDocx(aSnapshot())), hashOf(await renderBoardPackageXlsx(aSnapshot()))]
  }
  expect(await made(2041)).toEqual(await made(2026))
})

it('an error thrown by the progress callback stops the work and comes out unchanged', async () => {
  const stop = new Error('cancelled')
  const cancel = () => {
    throw stop
  }
  await expect(renderBoardPackageDocx(aSnapshot(), cancel)).rejects.toBe(stop)
  await expect(renderBoardPackageXlsx(aSnapshot(), cancel)).rejects.toBe(stop)
})
