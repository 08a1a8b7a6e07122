import type { Database } from 'better-sqlite3'
import { checkFindingKinds } from '#shared/domain/file-check.ts'
import { checkNow } from './run-check.ts'

/** How much the whole check finds wrong, on this thread. What is only good to know (`note`) is nothing wrong. */
export function faultsIn(db: Database): number {
  const { steps } = checkNow(db, { now: () => new Date().toISOString() })
  return steps
    .filter(({ findings }) => findings.some(({ kind }) => checkFindingKinds[kind] !== 'note'))
    .reduce((sum, { found }) => sum + found, 0)
}
