/** A first day in the program as it runs: what is logged is on the disk, what is exported is a workbook, and the next start has it all. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildStale, electronStep, rendererStep } from '#electron/build-steps.ts'
import { atWork, exportVisits, found, logVisit, seeVisit } from './journey.ts'
import { packedObstacle, startPacked, startUnpacked, unpackedObstacle } from './program.ts'

const work = mkdtempSync(join(tmpdir(), 'fyr-app-'))
afterAll(() => rmSync(work, { recursive: true, force: true, maxRetries: 5 }))
const home = join(work, 'home')
const company = 'Nordlys Mek AS'
const saved = (ending: string) => readdirSync(work).filter((name) => name.endsWith(ending))

const why = (obstacle: string | null) => (obstacle === null ? '' : ` (skipped: ${obstacle})`)

describe(`Fyr in Electron${why(unpackedObstacle)}`, () => {
  beforeAll(async () => {
    if (unpackedObstacle === null) await buildStale([rendererStep, electronStep], () => {})
  })

  test.skipIf(unpackedObstacle !== null)('has a page without Node and a bridge of two functions', async () => {
    const { page, close } = await startUnpacked({ home, saveIn: work })
    try {
      await page.locator('#root *').first().waitFor()
      expect(new URL(page.url()).origin).toBe('app://fyr')
      expect(await page.evaluate(() => Object.keys(window.fyr ?? {}).sort())).toEqual(['call', 'onChanged'])
      expect(await page.evaluate(() => [typeof require, typeof process])).toEqual(['undefined', 'undefined'])
    } finally {
      await close()
    }
  })

  test.skipIf(unpackedObstacle !== null)('keeps a visit and exports it', async () => {
    const { page, close } = await startUnpacked({ home, saveIn: work })
    try {
      const words = await found(page)
      await logVisit(page, words, company)
      await seeVisit(page, words, company)
      await exportVisits(page, words)
      await expect.poll(() => saved('.xlsx')).toHaveLength(1)
      // The name appears when the whole file is there: it is written beside and renamed.
      const parts = unzipSync(readFileSync(join(work, saved('.xlsx')[0] ?? '')))
      expect(Object.values(parts).some((part) => strFromU8(part).includes(company))).toBe(true)
    } finally {
      await close()
    }
    expect(saved('.fyr')).toHaveLength(1)
    // Closed cleanly: nothing waits in a log beside the file.
    expect(saved('.fyr-wal')).toEqual([])
  })

  test.skipIf(unpackedObstacle !== null)('has it after a restart', async () => {
    const { page, close } = await startUnpacked({ home, saveIn: work, file: join(work, saved('.fyr')[0] ?? '') })
    try {
      await seeVisit(page, await atWork(page), company)
    } finally {
      await close()
    }
  })
})

describe(`Fyr as packed${why(unpackedObstacle ?? packedObstacle)}`, () => {
  test.skipIf((unpackedObstacle ?? packedObstacle) !== null)('opens the same file and adds to it', async () => {
    const file = join(work, saved('.fyr')[0] ?? '')
    const { page, close } = await startPacked({ home, file })
    try {
      const words = await atWork(page)
      await seeVisit(page, words, company)
      expect(await page.evaluate(() => window.fyr?.call('app.about', {}))).toMatchObject({
        ok: true,
        value: { host: 'electron' },
      })
      await logVisit(page, words, 'Sagbruket AS')
      await seeVisit(page, words, 'Sagbruket AS')
    } finally {
      await close()
    }
  })
})
