/** A file after its process was killed: what was acknowledged is in it, nothing is torn, log and tables agree. */
import type { Database } from 'better-sqlite3'
import { type OpenFile, openFile } from '#db/connection.ts'
import { connect } from '#db/encryption/connect.ts'
import { entities } from '#db/entities.ts'
import { compareWithLog } from '#db/replay.ts'
import type { Ids } from '../commands.ts'
import type { Fact } from '../process/child.ts'
import type { Report } from '../row.ts'

export interface Judged {
  readonly failure: string | null
  /** Ids of every record, for the next process's commands. */
  readonly ids: Ids
}

/** Opens the file as the application does, under the clock, and looks at it. `acked` are stamps that must be there. */
export function judge(path: string, acked: readonly string[], draft: readonly string[], report: Report): Judged {
  const began = performance.now()
  let file: OpenFile
  try {
    file = openFile(path)
  } catch (cause) {
    return { failure: `it does not open: ${cause instanceof Error ? cause.stack : String(cause)}`, ids: {} }
  }
  report.time('opened', performance.now() - began)
  try {
    const ids = Object.fromEntries(
      Object.values(entities).map(({ name, table }) => [
        name,
        file.db.prepare(`SELECT id FROM ${table} WHERE deleted_at IS NULL`).pluck().all() as string[],
      ]),
    )
    return { failure: faultOf(file, acked, draft), ids }
  } finally {
    file.close()
  }
}

function faultOf(file: OpenFile, acked: readonly string[], draft: readonly string[]): string | null {
  const { db } = file
  if (file.warnings.includes('wentBackwards')) return 'it is said to have lost changes'
  const has = db.prepare('SELECT 1 FROM change_sets WHERE stamp = ?').pluck()
  const lost = acked.filter((stamp) => has.get(stamp) === undefined)
  if (lost.length > 0) return `${lost.length} acknowledged changes are lost, first ${lost[0]}`
  const last = draft.at(-1)
  if (last !== undefined) {
    const kept = db.prepare("SELECT value FROM drafts WHERE key = 'capture'").pluck().get()
    // The one after the last acknowledged may have been safe when the process died; one from before it may not stand there.
    if (typeof kept !== 'string') return 'the draft is lost'
    if (kept !== last && draft.includes(kept)) return 'the draft is an earlier one'
  }
  const torn = tornIn(db)
  if (torn) return torn
  const verdict = db.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') return `quick_check: ${String(verdict)}`
  const [difference] = compareWithLog(db, 1)
  return difference ? `log and tables differ: ${JSON.stringify(difference)}` : null
}

/** A visit with a new company is one change of two records: one without the other is half a change. */
function tornIn(db: Database): string | null {
  const half = db
    .prepare(
      `SELECT s.stamp FROM change_sets s WHERE s.command = 'visits.log'
         AND NOT EXISTS (SELECT 1 FROM changes WHERE stamp = s.stamp AND entity = 'visits' AND field = '*')`,
    )
    .pluck()
    .get()
  if (half !== undefined) return `the change ${String(half)} has a company and no visit`
  const empty = db.prepare('SELECT stamp FROM change_sets WHERE stamp NOT IN (SELECT stamp FROM changes)').pluck().get()
  return empty === undefined ? null : `the change ${String(empty)} holds nothing`
}

export function ackedIn(facts: readonly Fact[]): { acked: string[]; drafts: string[] } {
  return {
    acked: facts.flatMap((fact) => ('ack' in fact ? [fact.ack] : [])),
    drafts: facts.flatMap((fact) => ('draft' in fact ? [fact.draft] : [])),
  }
}

/** The first of some acknowledged changes that a closed file lacks; null where it has them all. */
export function missingIn(path: string, acked: readonly string[]): string | null {
  const db = connect(path, { readonly: true })
  try {
    const has = db.prepare('SELECT 1 FROM change_sets WHERE stamp = ?').pluck()
    return acked.find((stamp) => has.get(stamp) === undefined) ?? null
  } finally {
    db.close()
  }
}
