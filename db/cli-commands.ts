/** What the command line does, one function per command; each gives the exit code. */
import { ProblemError } from '#shared/contract/problem.ts'
import type { Language } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { translator } from '#shared/i18n/translator.ts'
import { backupTo, sha256OfFile } from './backup.ts'
import { classify } from './classify.ts'
import { openFile } from './connection.ts'
import { uuidv7 } from './ids.ts'
import { makeSample, type SampleOptions } from './sample/make-sample.ts'

const size = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** A problem as the sentence that the screens show; undefined for what is none. */
export function problemSentence(cause: unknown, language: Language): string | undefined {
  const known = cause instanceof ProblemError ? cause.problem : classify(cause)
  if (!known) return undefined
  const t = translator(language)
  const fields = Object.entries(known.fields ?? {}).map(([field, message]) => `  ${field}: ${messageText(t, message)}`)
  return [messageText(t, known), ...fields].join('\n')
}

/** A sample partnership in a new file. Throws `conflict` where the file exists. */
export function sample(path: string, options: SampleOptions): number {
  const started = performance.now()
  const made = makeSample(path, options)
  console.log(
    `${path}: ${made.companies} companies, ${made.visits} visits, ${made.changes} changes (${seconds(started)})`,
  )
  return 0
}

/** What can be read of a damaged file, in a new one, with what came of it. Gives 1 where something is lost. */
export async function salvage(path: string, target: string, language: Language): Promise<number> {
  const { salvageFile } = await import('./salvage/salvage.ts')
  const { reportText } = await import('./salvage/report-text.ts')
  const report = salvageFile(path, target, {
    now: () => new Date().toISOString(),
    newId: () => uuidv7(Date.now()),
    device: 'c0dec1c1',
    deviceName: 'npm run fyr',
    actor: 'npm run fyr',
  })
  console.log(`${reportText(report, language)}${target}`)
  return report.nothingLost ? 0 : 1
}

/** A verified copy, with the SHA-256 that tells later whether it is still the same. */
export async function backup(path: string, target: string): Promise<number> {
  const file = openFile(path)
  try {
    const { size: bytes } = backupTo(file.db, target)
    console.log(`${target} (${size(bytes)}, SHA-256 ${await sha256OfFile(target)})`)
    return 0
  } finally {
    file.close()
  }
}
