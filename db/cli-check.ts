/** `npm run fyr -- check`: looks at a closed file and writes nothing. */
import { basename } from 'node:path'
import { ProblemError } from '#shared/contract/problem.ts'
import { severityOf } from '#shared/domain/file-check.ts'
import type { Country, Language } from '#shared/domain/values.ts'
import { checkText } from '#shared/i18n/check-text.ts'
import { listBackups } from './backups/list.ts'
import { checkNow } from './checking/run-check.ts'
import { problemOf } from './opening/examine.ts'
import { openToRead } from './opening/open-to-read.ts'

export interface CheckOptions {
  readonly language: Language
  /** Fyr's home folder, where the backups of this device lie. */
  readonly home: string
  /** The report as JSON, for another program. */
  readonly json: boolean
}

/**
 * Every step of the check with its result in words. Gives 0 for a sound file, notes aside, and 1 where something was found.
 *
 * @throws ProblemError where the file can't be looked at at all.
 */
export function check(path: string, { language, home, json }: CheckOptions): number {
  const file = reading(path)
  try {
    const country = (file.db.prepare('SELECT country FROM partnership').pluck().get() as Country | undefined) ?? 'NO'
    const report = checkNow(file.db, {
      now: () => new Date().toISOString(),
      missing: file.missing(),
      newestBackup: listBackups(home, { sourcePath: path })[0] ?? null,
    })
    console.log(
      json ? JSON.stringify(report, null, 2) : checkText(report, { file: basename(path), language, country }).trimEnd(),
    )
    return ['damage', 'fault'].includes(severityOf(report) ?? '') ? 1 : 0
  } catch (cause) {
    throw new ProblemError(problemOf(cause, path))
  } finally {
    file.close()
  }
}

function reading(path: string) {
  try {
    return openToRead(path)
  } catch (cause) {
    throw new ProblemError(problemOf(cause, path))
  }
}
