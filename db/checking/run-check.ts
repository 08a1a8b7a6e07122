import type { Database } from 'better-sqlite3'
import type { CheckedStep, CheckFinding, CheckReport, CheckStep } from '#shared/domain/file-check.ts'
import type { Country } from '#shared/domain/values.ts'
import { type EntityName, entities } from '../entities.ts'
import { nameOf } from '../record-names.ts'
import { blobsStep, orphansStep } from './blob-steps.ts'
import { backupsStep, counterStep, draftsStep, factsStep, foreignKeysStep, integrityStep } from './file-steps.ts'
import { logStep } from './log-step.ts'
import { searchStep } from './search-step.ts'
import type { CheckAbout, Found, Step } from './step.ts'
import { tablesStep } from './tables-step.ts'

/** The steps in their order. */
export const steps: readonly Step[] = [
  integrityStep,
  foreignKeysStep,
  logStep,
  tablesStep,
  blobsStep,
  orphansStep,
  searchStep,
  draftsStep,
  factsStep,
  counterStep,
  backupsStep,
]

/** Findings of one step that are kept with their record's name: a damaged file would fill the screen. */
export const mostFindings = 20

/** The share of the whole that each step takes on a large file, for the progress that is shown. */
const weight: Readonly<Record<CheckStep, number>> = {
  integrity: 10,
  foreignKeys: 2,
  log: 15,
  tables: 40,
  blobs: 8,
  orphans: 2,
  search: 20,
  drafts: 1,
  facts: 1,
  counter: 1,
  backups: 1,
}
const whole = Object.values(weight).reduce((sum, one) => sum + one, 0)

export interface CheckProgress {
  readonly step: CheckStep
  /** Of the whole check, 0 to 1. */
  readonly at: number
}

/**
 * Everything that can be known about a file without its history elsewhere. Only reads `db` (a temporary table apart), which may be
 * open for reading only. Takes seconds on a large file: run it in a thread of its own, and stop it by not asking for the next value
 * (`return()`). A step that a damaged file ends early says so as its finding, and the next goes on.
 *
 * @yields how far it is. @returns the report.
 */
export function* runCheck(
  db: Database,
  about: CheckAbout,
  which: readonly Step[] = steps,
): Generator<CheckProgress, CheckReport> {
  const startedAt = about.now()
  const done: CheckedStep[] = []
  let before = 0
  for (const step of which) {
    const progress = (at: number): CheckProgress => ({
      step: step.name,
      at: Math.min(1, (before + weight[step.name] * at) / whole),
    })
    yield progress(0)
    const started = performance.now()
    const first: Found[] = []
    let count = 0
    const found = (finding: Found) => {
      count += 1
      if (first.length < mostFindings) first.push(finding)
    }
    let result: 'looked' | 'skipped' = 'looked'
    try {
      const run = step.run(db, found, about)
      let next = run.next()
      try {
        for (; !next.done; next = run.next()) yield progress(next.value)
      } finally {
        run.return('looked')
      }
      if (next.done) result = next.value
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause)
      found({ kind: isDamage(cause) ? 'damagedPages' : 'stepFailed', params: { detail } })
    }
    before += weight[step.name]
    done.push({
      name: step.name,
      state: count > 0 ? 'found' : result === 'skipped' ? 'skipped' : 'sound',
      ms: Math.round(performance.now() - started),
      found: count,
      findings: first.map((finding) => named(db, finding)),
    })
  }
  return {
    startedAt,
    endedAt: about.now(),
    changes: numberOf(db, 'SELECT max(seq) FROM changes'),
    size: numberOf(db, 'SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()'),
    steps: done,
  }
}

/** A check to its end, on this thread. */
export function checkNow(db: Database, about: CheckAbout, which: readonly Step[] = steps): CheckReport {
  const run = runCheck(db, about, which)
  for (;;) {
    const next = run.next()
    if (next.done) return next.value
  }
}

/** SQLite's own word for pages that can't be: it ends whatever reads them. */
function isDamage(cause: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(String((cause as { code?: unknown }).code))
}

function named(db: Database, { kind, params = {}, record }: Found): CheckFinding {
  if (!record) return { kind, params, record: null }
  const name = nameIn(db, record.entity, record.id)
  return { kind, params, record: { ...record, name: name?.name ?? null, day: name?.day ?? null } }
}

function nameIn(db: Database, entity: string, id: string) {
  if (!Object.hasOwn(entities, entity)) return null
  try {
    const country = db.prepare('SELECT country FROM partnership').pluck().get() as Country | undefined
    return nameOf({ db, country: country ?? 'NO' }, entity as EntityName, id)
  } catch {
    // What is damaged may have no name left.
    return null
  }
}

function numberOf(db: Database, text: string): number {
  try {
    return Number(db.prepare(text).pluck().get() ?? 0)
  } catch {
    return 0
  }
}
