import { problem } from '#shared/contract/problem.ts'
import type { Ports } from '../worker-protocol.ts'
import { forgetCode, learnCodes } from './keyring.ts'

/** The recovery codes that the device keeps for its user, so that files open without being asked for them. */
export interface KeptCodes {
  /** Whether this device can keep any. */
  can(): Promise<boolean>
  has(code: string): boolean
  /** @throws ProblemError `unavailable` where the device doesn't take it. */
  keep(code: string): Promise<void>
  /** The code stays known until Fyr ends: the open file needs it. @throws ProblemError `unavailable`. */
  drop(code: string): Promise<void>
}

/** `codes`: those that the device had kept when the worker was started. */
export function createKeptCodes(
  codes: readonly string[],
  ports: Pick<Ports, 'canKeepCodes' | 'keepCode' | 'dropCode'>,
): KeptCodes {
  const kept = new Set(codes)
  learnCodes(codes)
  return {
    can: async () => (await ports.canKeepCodes?.({})) === true,
    has: (code) => kept.has(code),
    async keep(code) {
      if (!(await ports.keepCode?.({ code }))?.ok) throw problem('unavailable', 'problems.codeNotKept')
      kept.add(code)
    },
    async drop(code) {
      if (!(await ports.dropCode?.({ code }))?.ok) throw problem('unavailable', 'problems.codeNotDropped')
      kept.delete(code)
      forgetCode(code)
    },
  }
}
