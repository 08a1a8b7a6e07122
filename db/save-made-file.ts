import type { Files, MadeDocument } from './files.ts'
import { stopIfCancelled } from './handlers/checking.ts'
import type { Job, JobReport } from './jobs.ts'

/**
 * The last step of a job that makes a file: asks where, writes it whole or not at all, and remembers it for opening and showing. Where it
 * can't be written the job fails, the document is kept (`unsaved`), and the job is done once it is saved after all.
 *
 * @returns the file with its size in bytes; null when the user thinks better of it.
 * @throws ProblemError `cancelled`; as `Files.save`.
 */
export async function saveMadeFile(
  files: Files,
  made: MadeDocument,
  report: JobReport,
  signal: AbortSignal,
): Promise<Job['file']> {
  stopIfCancelled(signal)
  report({ state: 'asking', progress: 0.9, step: 'packages.steps.asking' })
  return files.save(made, {
    signal,
    writing: () => report({ state: 'working', progress: 0.95, step: 'packages.steps.saving' }),
    kept: (unsaved) => report({ unsaved }),
    settled: (file) =>
      report(
        file
          ? // The command that saved it has told where a browser fetches it.
            { state: 'done', progress: 1, file: { ...file, url: null }, problem: null, unsaved: null }
          : { unsaved: null },
      ),
  })
}
