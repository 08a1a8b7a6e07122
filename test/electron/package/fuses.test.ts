import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AfterPackContext } from 'electron-builder'
import { expect } from 'vitest'
import * as rule from '#electron/packaging/set-fuses.ts'
import { aFolder } from '../folders.ts'
import { secured } from '../main/security/secured.ts'
import { fuseSentinel } from './stand-in.ts'

/** What the packer made for a system, with a program in it whose fuses are `fuses`. */
function aProgram(fuses: string, system = 'linux', program = 'fyr') {
  const appOutDir = aFolder()
  const file = join(appOutDir, program)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`program${fuseSentinel}`), Buffer.from([1, fuses.length]), Buffer.from(fuses)]),
  )
  const packed = {
    appOutDir,
    electronPlatformName: system,
    packager: { appInfo: { productFilename: 'Fyr' }, ...(system === 'linux' ? { executableName: 'fyr' } : {}) },
  } as unknown as AfterPackContext
  return { packed, wire: () => readFileSync(file).subarray(-fuses.length).toString() }
}

/** What each fuse lets in where it stands the other way, in the order of Electron's wire. */
const attacks = [
  'RunAsNode: the program runs any script as a Node that the user trusts',
  'EnableCookieEncryption: cookies lie readable beside the desk',
  'EnableNodeOptionsEnvironmentVariable: a variable of the environment loads a script into Fyr',
  'EnableNodeCliInspectArguments: --inspect lets another program drive the main process',
  'EnableEmbeddedAsarIntegrityValidation: a changed archive is run (CVE-2025-55305)',
  'OnlyLoadAppFromAsar: a folder “app” beside the archive is run instead of it',
  'LoadBrowserProcessSpecificV8Snapshot: a snapshot beside the program is run before anything else',
  'GrantFileProtocolExtraPrivileges: a page from a file reads every other file',
  'WasmTrapHandlers: an error of memory within WebAssembly is not caught',
]

secured(
  'electron/packaging/set-fuses.ts',
  rule,
  {
    ...Object.fromEntries(
      attacks.map((attack, at) => [
        attack,
        async ({ afterPack }: typeof rule) => {
          for (const before of ['000000000', '111111111']) {
            const { packed, wire } = aProgram(before)
            await afterPack(packed)
            expect(wire()[at]).toBe('010011001'[at])
            expect(wire()).toHaveLength(attacks.length)
          }
        },
      ]),
    ),
    'the program of one system keeps the fuses that it came with': async ({ afterPack }) => {
      const framework = 'Fyr.app/Contents/Frameworks/Electron Framework.framework/Electron Framework'
      for (const [system, program] of [
        ['win32', 'Fyr.exe'],
        ['darwin', framework],
      ] as const) {
        const { packed, wire } = aProgram('111111111', system, program)
        await afterPack(packed)
        expect(wire()).toBe('010011001')
      }
    },
    'an Electron with a fuse that nobody has decided on is packed': async ({ afterPack }) => {
      await expect(afterPack(aProgram('1111111111').packed)).rejects.toThrow(/10 fuses/)
    },
    'an Electron that lost a fuse we rely on is packed': async ({ afterPack }) => {
      const { packed } = aProgram('1r1111111')
      await expect(afterPack(packed)).rejects.toThrow('EnableCookieEncryption is no fuse of this Electron any more.')
    },
  },
  {
    mutants: [
      ['strictlyRequireAllFuses: true, ', ''],
      ['...fuses', ''],
      [/^ {2}\[FuseV1Options\.\w+\]: \w+,\n/gm, ''],
    ],
  },
)
