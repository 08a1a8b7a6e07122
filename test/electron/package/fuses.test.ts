import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AfterPackContext } from 'electron-builder'
import { expect, test } from 'vitest'
import { afterPack } from '#electron/packaging/set-fuses.ts'
import { aFolder } from '../folders.ts'
import { fuseSentinel } from './stand-in.ts'

function aProgram(fuses: string) {
  const appOutDir = aFolder()
  const file = join(appOutDir, 'fyr')
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`program${fuseSentinel}`), Buffer.from([1, fuses.length]), Buffer.from(fuses)]),
  )
  const packed = {
    appOutDir,
    electronPlatformName: 'linux',
    packager: { appInfo: { productFilename: 'Fyr' }, executableName: 'fyr' },
  } as unknown as AfterPackContext
  return { packed, wire: () => readFileSync(file).subarray(-fuses.length).toString() }
}

test('every fuse is set, whichever way it was', async () => {
  for (const before of ['000000000', '111111111']) {
    const { packed, wire } = aProgram(before)
    await afterPack(packed)
    expect(wire()).toBe('010011001')
  }
})

test('an Electron with a fuse that nobody has decided on is not packed', async () => {
  const { packed } = aProgram('1111111111')
  await expect(afterPack(packed)).rejects.toThrow(/10 fuses/)
})

test('nor is one that lost a fuse we rely on', async () => {
  const { packed } = aProgram('1r1111111')
  await expect(afterPack(packed)).rejects.toThrow('EnableCookieEncryption is no fuse of this Electron any more.')
})
