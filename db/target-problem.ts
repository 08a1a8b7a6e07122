/** Why a document could not be saved where the user said: one sentence for each cause, with what to do. */
import { basename, dirname } from 'node:path'
import type { ProblemCode } from '#shared/contract/problem.ts'
import { ProblemError, problem } from '#shared/contract/problem.ts'

/** Where it failed: at the `folder` that takes no new file, or at the `file` that should be replaced. */
export type TargetPart = 'folder' | 'file'

const away = ['unavailable', 'problems.target.away'] as const
const full = ['diskFull', 'problems.target.full'] as const
const gone = ['fileMissing', 'problems.target.gone'] as const
const noAccess = ['targetLocked', 'problems.target.noAccess'] as const
const inUse = ['targetLocked', 'problems.target.inUse'] as const

const byCode: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  EBUSY: inUse,
  ETXTBSY: inUse,
  EPERM: inUse,
  EACCES: noAccess,
  EROFS: ['readOnly', 'problems.target.readOnly'],
  ENOSPC: full,
  EDQUOT: full,
  // More than the file system takes in one file: a memory stick, 4 GB.
  EFBIG: full,
  ENOENT: gone,
  ENOTDIR: gone,
  ENAMETOOLONG: ['refused', 'problems.target.nameTooLong'],
  EINVAL: ['refused', 'problems.target.badName'],
  EISDIR: ['targetLocked', 'problems.target.isFolder'],
  ETIMEDOUT: away,
  EIO: away,
  ESTALE: away,
  ENODEV: away,
  ENXIO: away,
  ENOTCONN: away,
  ECONNRESET: away,
  ENETUNREACH: away,
  ENETDOWN: away,
  EHOSTDOWN: away,
  EHOSTUNREACH: away,
}

/**
 * The error of a step as a problem of the target; what is a problem already stays so. Windows says `EPERM` and `EACCES` of a file that
 * Word or a virus scanner holds, so there both mean "in use"; of a folder they mean that it may not be written to.
 */
export function targetProblem(
  cause: unknown,
  path: string,
  part: TargetPart,
  platform: NodeJS.Platform = process.platform,
): ProblemError {
  if (cause instanceof ProblemError) return cause
  const code = String((cause as NodeJS.ErrnoException | null)?.code ?? '')
  const [known, key] = Object.hasOwn(byCode, code)
    ? (byCode[code] ?? away)
    : (['unavailable', 'problems.target.failed'] as const)
  const params = { file: basename(path), folder: basename(dirname(path)) || dirname(path) }
  if (part === 'folder' && code === 'EPERM') return problem(...noAccess, params)
  if (part === 'file' && code === 'EACCES' && platform === 'win32') return problem(...inUse, params)
  return problem(known, key, params)
}
