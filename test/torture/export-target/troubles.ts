/** What can be the matter with the place that a document is saved to, and the sentence that tells it. */
import { open } from 'node:fs/promises'
import { realDisk, type TargetDisk } from '#db/target-disk.ts'
import { aDisk, type DiskFault, diskSteps } from '#test/db/a-disk.ts'
import { type Format, formats } from '../export/desk.ts'

export interface Trouble {
  readonly name: string
  readonly fault?: DiskFault
  /** What is done to the target's folder, and undone. */
  readonly place?: 'gone' | 'folder of its name'
  /** ms that one step takes, and whether it holds the thread. */
  readonly slow?: { readonly ms: number; readonly at: string; readonly holding?: boolean }
  /** Writes over the target itself, and fails half way. */
  readonly planted?: 'straight'
  /** The sentence that the user reads; null where the document is saved all the same. */
  readonly told: string | null
}
export interface Case {
  readonly format: Format
  readonly trouble: Trouble
  /** Saved under another name afterwards, instead of once more where it should have been. */
  readonly elsewhere: boolean
}
const key = (name: string) => `problems.target.${name}`
export const fails = (code: string, at: DiskFault['at'], told: string): Trouble => ({
  name: `${code} at ${at}`,
  fault: { code, at, half: true },
  told: key(told),
})
const troubles: readonly Trouble[] = [
  fails('EPERM', 'rename', 'inUse'),
  fails('EBUSY', 'rename', 'inUse'),
  fails('EACCES', 'rename', 'noAccess'),
  fails('EPERM', 'create', 'noAccess'),
  fails('EACCES', 'create', 'noAccess'),
  fails('EROFS', 'create', 'readOnly'),
  fails('ENOSPC', 'create', 'full'),
  fails('ENOSPC', 'write', 'full'),
  fails('ENOSPC', 'close', 'full'),
  fails('EIO', 'sync', 'away'),
  fails('ETIMEDOUT', 'write', 'away'),
  fails('EHOSTDOWN', 'create', 'away'),
  fails('ENAMETOOLONG', 'create', 'nameTooLong'),
  { name: 'gone', place: 'gone', told: key('gone') },
  { name: 'a folder of its name', place: 'folder of its name', told: key('isFolder') },
  { name: 'EBUSY, then free', fault: { code: 'EBUSY', at: 'rename', times: 3 }, told: null },
  { name: 'EACCES, then free', fault: { code: 'EACCES', at: 'rename', times: 1 }, told: null },
]

/** The disk of a case. */
export function diskOf({ fault, slow, planted }: Trouble, target: string): TargetDisk {
  if (planted) return straightTo(target)
  if (slow) return slowDisk(slow, fault)
  return aDisk(fault ? { fault } : {})
}

/** One step of the disk takes long; `holding` the thread, as a file system called in the plain way does. */
function slowDisk({ ms, at, holding }: NonNullable<Trouble['slow']>, fault?: DiskFault): TargetDisk {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  const disk = aDisk({
    ...(fault ? { fault } : {}),
    slow: async () => {
      if (disk.did.at(-1) !== at) return
      if (holding) Atomics.wait(pause, 0, 0, ms)
      else await realDisk.wait(ms)
    },
  })
  return disk
}

function straightTo(target: string): TargetDisk {
  return {
    ...aDisk(),
    async create() {
      const handle = await open(target, 'w')
      return {
        async write(bytes) {
          await handle.write(bytes.subarray(0, bytes.byteLength / 2))
          throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
        },
        sync: () => handle.sync(),
        close: () => handle.close(),
      }
    },
  }
}

/** Each format meets each trouble in turn; of five one is slow at some step besides. */
export function manyCases(count: number, random: () => number): Case[] {
  return Array.from({ length: count }, (_, number) => {
    const trouble = troubles[Math.floor(random() * troubles.length)] ?? untouched
    const at = diskSteps[Math.floor(random() * diskSteps.length)] ?? 'sync'
    const slow = { ms: 150 + random() * 250, at }
    return {
      format: formats[number % formats.length] ?? 'docx',
      trouble: number % 5 === 4 ? { ...trouble, name: `${trouble.name}, slow at ${at}`, slow } : trouble,
      elsewhere: random() < 0.5,
    }
  })
}

export const untouched: Trouble = { name: 'nothing is the matter', told: null }
export const only = (some: readonly Format[], trouble: Trouble): Case[] =>
  some.map((format) => ({ format, trouble, elsewhere: false }))
