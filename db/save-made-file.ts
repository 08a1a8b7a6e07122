import { type Files, writeAtomically } from './files.ts'
import { stopIfCancelled } from './handlers/checking.ts'
import type { Job, JobReport } from './jobs.ts'
import type { SaveKind } from './worker-protocol.ts'

/**
 * The last step of a job that makes a file: asks where, writes it whole or not at all, and keeps it for opening and showing.
 *
 * @returns the file with its size in bytes; null when the user thinks better of it.
 * @throws ProblemError `cancelled`; as `writeAtomically`.
 */
export async function saveMadeFile(
  files: Files,
  made: { readonly name: string; readonly kind: SaveKind; readonly bytes: Uint8Array },
  report: JobReport,
  signal: AbortSignal,
): Promise<Job['file']> {
  stopIfCancelled(signal)
  report({ state: 'asking', progress: 0.9, step: 'packages.steps.asking' })
  const path = await files.chooseTarget(made.name, made.kind)
  if (path === null) return null
  stopIfCancelled(signal)
  report({ state: 'working', progress: 0.95, step: 'packages.steps.saving' })
  await writeAtomically(path, made.bytes)
  return { ...(await files.keep(path)), size: made.bytes.byteLength }
}
