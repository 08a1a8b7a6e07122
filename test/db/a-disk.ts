/** The machine's own disk with a fault or a delay put in at one step of saving. */
import { realDisk, type TargetDisk, type TargetFile } from '#db/target-disk.ts'

export const diskSteps = ['create', 'write', 'sync', 'close', 'rename'] as const
export type DiskStep = (typeof diskSteps)[number]

export interface DiskFault {
  readonly at: DiskStep
  /** `EBUSY` …; none: the step goes well. */
  readonly code?: string
  /** How often; for ever unless given. */
  readonly times?: number
  /** The step does half of its work first, as a disk that fills does. */
  readonly half?: boolean
}

/**
 * A disk that fails as it is told. `slow` is done before each step (a share); `wait` takes the place of waiting between two tries.
 * `did` lists the steps.
 */
export function aDisk(
  given: { fault?: DiskFault; slow?: () => Promise<void>; wait?: (ms: number) => Promise<void> } = {},
): TargetDisk & { readonly did: DiskStep[] } {
  const did: DiskStep[] = []
  const { fault, slow = async () => {} } = given
  let left = fault?.times ?? Number.POSITIVE_INFINITY
  const meets = async (step: DiskStep): Promise<void> => {
    did.push(step)
    await slow()
    if (fault?.at !== step || fault.code === undefined || left <= 0) return
    left -= 1
    throw Object.assign(new Error(`${fault.code}: ${step}`), { code: fault.code })
  }
  const file = (real: TargetFile): TargetFile => ({
    async write(bytes, at) {
      if (fault?.at === 'write' && fault.half && at === 0) return real.write(bytes.subarray(0, bytes.length / 2), at)
      await meets('write')
      return real.write(bytes, at)
    },
    async sync() {
      await meets('sync')
      return real.sync()
    },
    async close() {
      await real.close()
      await meets('close')
    },
  })
  return {
    ...realDisk,
    did,
    wait: given.wait ?? ((ms) => realDisk.wait(ms / 50)),
    async create(path) {
      await meets('create')
      return file(await realDisk.create(path))
    },
    async rename(from, to) {
      await meets('rename')
      return realDisk.rename(from, to)
    },
  }
}
