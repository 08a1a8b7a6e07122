import type { Database } from 'better-sqlite3'
import type { CheckStep } from '#shared/domain/file-check.ts'
import { checkNow } from './checking/run-check.ts'

interface Finding {
  readonly check: CheckStep
  readonly detail: string
}

/**
 * The whole check (`checking/run-check.ts`) to its end on this thread, as lines to read in a test or a terminal. Of each step the first
 * findings.
 *
 * @returns what was found; empty for a sound file.
 */
export function checkFile(db: Database): Finding[] {
  const report = checkNow(db, { now: () => new Date().toISOString() })
  return report.steps.flatMap(({ name: check, findings }) =>
    findings.map(({ kind, params, record }) => ({
      check,
      detail: [kind, record && `${record.entity} ${record.id}`, ...Object.entries(params).map((one) => one.join(': '))]
        .filter((part) => part)
        .join(', '),
    })),
  )
}
