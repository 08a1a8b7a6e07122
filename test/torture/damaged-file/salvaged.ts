/** Holds what salvage saved against what the file held before, and against what salvage itself says of it. */
import type { Database } from 'better-sqlite3'
import { checkFile } from '#db/check-file.ts'
import { connect } from '#db/encryption/connect.ts'
import { entities } from '#db/entities.ts'
import type { salvageFile } from '#db/salvage/salvage.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import type { Report } from '../row.ts'

/** Every record that is not removed, as one text, by its id. The stamps tell of its history, not of it. */
export function livingOf(db: Database): Map<string, string> {
  const found = new Map<string, string>()
  for (const { table } of Object.values(entities)) {
    const rows = db.prepare(`SELECT * FROM ${table} WHERE deleted_at IS NULL`).all() as Record<string, unknown>[]
    for (const { created_stamp: _made, changed_stamp: _changed, ...row } of rows) {
      found.set(String(row.id), JSON.stringify(row))
    }
  }
  return found
}

let ids = 0
const by = {
  now: () => '2026-09-16T08:00:00.000Z',
  newId: () => `01900000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
  device: '0000abcd',
  deviceName: 'Torture',
  actor: 'Torture',
}

/**
 * Salvages a damaged file and counts what came back. Gives what is wrong: a record that is gone or another without the report saying
 * so, or a new file that is not sound. `isCut`: the end of the file is gone.
 */
export function sharesOf(
  damaged: string,
  to: string,
  truth: ReadonlyMap<string, string>,
  report: Report,
  salvage: typeof salvageFile,
  isCut: boolean,
): string | null {
  let told: ReturnType<typeof salvageFile>
  try {
    told = salvage(damaged, to, by)
  } catch (cause) {
    if (!(cause instanceof ProblemError)) return `salvage threw ${cause instanceof Error ? cause.stack : String(cause)}`
    report.count(`nothing salvaged (${cause.problem.code})`)
    return null
  }
  const db = connect(to, { readonly: true })
  try {
    // Bytes that are lost stay missed: the report names them.
    const lostFiles = told.files.lost.map(({ id }) => id)
    const all = checkFile(db).filter(({ detail }) => !lostFiles.some((id) => detail.includes(id)))
    // Bytes whose record is lost are kept all the same: that is no harm.
    const found = all.filter(({ check }) => check !== 'orphans')
    report.count('kept files that nothing names any more', all.length - found.length)
    if (found.length > 0) return `the salvaged file is not sound: ${JSON.stringify(found[0])}`
    const now = livingOf(db)
    const kept = [...truth].filter(([id, row]) => now.get(id) === row).length
    report.count('salvaged', 1)
    report.count('records before', truth.size)
    report.count('records kept whole', kept)
    if (kept === truth.size && now.size === truth.size) return null
    const named = new Set(
      [...told.lost, ...told.maybeOlder, ...told.loosened, ...told.placeholders].map(({ id }) => id),
    )
    const silent = [...truth].filter(([id, row]) => now.get(id) !== row && !named.has(id))
    const more = [...now.keys()].filter((id) => !truth.has(id) && !named.has(id))
    if (told.nothingLost)
      return `salvage says that nothing is lost; ${silent.length + more.length} records differ, first ${silent[0]?.[0] ?? more[0]}`
    // Behind a cut end nothing is left to tell their names; the number of changes is known by the counter.
    if (isCut && told.missingChanges > 0)
      report.count('records behind a cut end, told as a number of changes', silent.length)
    else if (silent.length > 0)
      return `salvage says nothing of ${silent.length} records that differ, first ${silent[0]?.[0]}`
    for (const { name, entity } of told.lost)
      report.count(name === null ? 'lost, by kind only' : 'lost, by name', entity ? 1 : 0)
    return null
  } finally {
    db.close()
  }
}
