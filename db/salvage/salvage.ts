/**
 * Reads what can be read of a damaged file into a new one. The damaged file and its WAL are only read. Records come from the tables
 * and from the change log, each held against the other; the new file's tables are what its own log replays to.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { problem } from '#shared/contract/problem.ts'
import type { Country, Language } from '#shared/domain/values.ts'
import { syncFolder } from '../backup.ts'
import { checkFile } from '../check-file.ts'
import { readCounter } from '../commit-counter.ts'
import { connect } from '../encryption/connect.ts'
import { type EntityName, entities } from '../entities.ts'
import { applicationId } from '../header.ts'
import { isSetAsWritten } from '../log-hashes.ts'
import { migrate, ownMigrations } from '../migrate.ts'
import { newPartnership } from '../new-partnership.ts'
import { draftsHash } from '../repositories/drafts.ts'
import { rebuildIndex } from '../search-index.ts'
import { createStampClock } from '../stamp.ts'
import { blobOf, type KeptBlob, keepBlobs } from './blobs.ts'
import { type Lookup, nameOfLost } from './names.ts'
import { type ChangeSet, newLog, playLog } from './new-log.ts'
import { openPages } from './pages.ts'
import { checkLog, entryOf, type LogEntry } from './read-log.ts'
import { entriesInIndex, idsInIndices, readTables, type TableRow } from './read-tables.ts'
import { lostName, mendReferences } from './references.ts'
import type { EntityCount, SalvageReport } from './report.ts'
import { type Fields, type LostRecord, type RecordRow, recordRowOf, settleRecords } from './settle-records.ts'

export interface SalvageBy {
  readonly now: () => string
  readonly newId: () => string
  /** Eight hexadecimal digits. */
  readonly device: string
  readonly deviceName: string
  readonly actor: string
  readonly onProgress?: (share: number) => void
}

/**
 * Salvages `from` into the new file `to`.
 *
 * @returns what was read, rebuilt and lost. The same stands in the new file (`file_facts`, key `salvaged`).
 * @throws ProblemError `notFyrFile` where no record of Fyr's can be found in it, `conflict` where `to` is there already; errors of the
 *   file system as they come. `to` is then not made.
 */
export function salvageFile(from: string, to: string, by: SalvageBy): SalvageReport {
  if (existsSync(to)) throw problem('conflict', 'problems.fileExists', { file: basename(to) })
  const read = readAllOf(from, by.onProgress ?? (() => {}))
  try {
    if (read.records === 0 && read.entries.size === 0) throw problem('notFyrFile', 'problems.nothingToSalvage')
    return writeNew(from, to, read, by)
  } finally {
    read.pages.close()
  }
}

/** Everything that the file's pages still say. */
function readAllOf(from: string, onProgress: (share: number) => void) {
  const pages = openPages(from)
  const entries = new Map<number, LogEntry[]>()
  const rows = new Map<EntityName, Map<string, RecordRow[]>>()
  const sets = new Map<string, ChangeSet>()
  const facts = new Map<string, string>()
  const drafts: Record<string, unknown>[] = []
  const blobs: KeptBlob[] = []
  let brokenRows = 0
  let records = 0
  let newest = ''
  const take = (given: TableRow) => {
    const { table, values, rowid, stray } = given
    if (table === 'changes') {
      const entry = entryOf(rowid, values)
      if (entry) entries.set(rowid, [...(entries.get(rowid) ?? []), entry])
      else brokenRows += 1
    } else if (table === 'change_sets') {
      const { stamp, device, actor, command, undoes = null } = values
      if (sets.has(String(stamp))) return
      if (![stamp, device, actor, command].every((part) => typeof part === 'string') || !isWhole(values)) {
        brokenRows += 1
      } else {
        sets.set(String(stamp), {
          stamp: String(stamp),
          device: String(device),
          actor: String(actor),
          command: String(command),
          undoes: typeof undoes === 'string' && undoes !== '' ? undoes : null,
        })
      }
    } else if (table === 'blobs') {
      const blob = blobOf(values, stray, () => {
        const bytes = given.again()?.bytes
        return Buffer.isBuffer(bytes) ? bytes : null
      })
      if (blob) blobs.push(blob)
      else brokenRows += 1
    } else if (table === 'file_facts') {
      if (!facts.has(String(values.key))) facts.set(String(values.key), String(values.value))
    } else if (table === 'drafts') {
      if (!stray) drafts.push(values)
    } else if (table !== 'search_rows') {
      const found = recordRowOf(given)
      if (!found) {
        brokenRows += 1
        return
      }
      records += 1
      const { entity, id, row } = found
      if (row.changedStamp > newest) newest = row.changedStamp
      const kind = rows.get(entity.name) ?? new Map<string, RecordRow[]>()
      rows.set(entity.name, kind)
      kind.set(
        id,
        [...(kind.get(id) ?? []), row].sort((a, b) =>
          a.changedStamp < b.changedStamp ? 1 : a.changedStamp > b.changedStamp ? -1 : 0,
        ),
      )
    }
  }
  let tables: Map<string, string> | null = null
  // Asked for when the log is read.
  const tableOfId = (id: string) => {
    tables ??= new Map([...entries.values()].flat().map(({ recordId, entity }) => [recordId, entities[entity].table]))
    return tables.get(id)
  }
  try {
    const found = readTables(pages, ownMigrations(), take, tableOfId, (share) => onProgress(share * 0.5))
    return { pages, entries, rows, sets, facts, drafts, blobs, tables: found, brokenRows, records, newest }
  } catch (cause) {
    pages.close()
    throw cause
  }
}
type Read = ReturnType<typeof readAllOf>

function writeNew(from: string, to: string, read: Read, by: SalvageBy): SalvageReport {
  const counted = readCounter(from)
  // Not by spreading them: a long log has more numbers than a call takes arguments.
  let highest = 0
  for (const seq of read.entries.keys()) highest = Math.max(highest, seq)
  const fileId = read.facts.get('file_id') ?? null
  // The counter beside the file knows how many changes there were, unless it is another file's.
  const said =
    counted && (fileId === null || counted.fileId === null || counted.fileId === fileId) ? counted.changes : 0
  const lastStamp = read.entries.get(highest)?.[0]?.stamp ?? ''
  const log = checkLog(
    read.entries,
    entriesInIndex(read.pages, read.tables.logIndex),
    Math.max(said, read.newest > lastStamp ? highest + 1 : 0),
  )
  const { settled, lost, strays } = settleRecords(log, read.rows)
  by.onProgress?.(0.6)
  // A name that the sweep of the folder knows, should the process be killed.
  const aside = join(dirname(to), `.${randomUUID()}.fyr-part`)
  const db = connect(aside, { code: read.pages.code })
  try {
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.pragma(`application_id = ${applicationId}`)
    migrate(db, ownMigrations())
    db.pragma('foreign_keys = OFF')
    const partnership = [...settled.values()].find((one) => one.entity === 'partnership')?.fields
    const body = [...settled.values()].find((one) => one.entity === 'bodies' || one.entity === 'companies')?.fields
    const country: Country = (partnership?.country ?? body?.country) === 'SE' ? 'SE' : 'NO'
    const language = (partnership?.language ?? (country === 'SE' ? 'sv' : 'nb')) as Language
    const known = [lastStamp, read.newest, ...read.sets.keys()].reduce((a, b) => (a > b ? a : b), '')
    const stamp = createStampClock(by.now, by.device, /^\d{4}-.{29,}/.test(known) ? known : '').next()
    db.exec('BEGIN')
    const made = newLog(db, country, stamp)
    const refused = playLog(made, log.entries, settled)
    const withoutPartnership = ![...made.records.values()].some(({ entity }) => entity === 'partnership')
    if (withoutPartnership) {
      const { id, ...fields } = newPartnership({
        id: by.newId(),
        name: lostName[language],
        country,
        language,
        contactName: null,
      })
      made.make('partnership', id, fields)
    }
    const mended = mendReferences(db, made, language)
    const changes = made.write(read.sets, { stamp, device: by.deviceName, actor: by.actor })
    const lostFields = new Map<string, { entity: EntityName; fields: Fields }>([
      ...lost.map((one) => [one.id, one] as const),
      ...mended.dropped.map((one) => [one.id, one] as const),
    ])
    const lookup: Lookup = (id) => made.records.get(id) ?? lostFields.get(id) ?? settled.get(id)
    const named = (entity: EntityName | null, fields: Fields) => nameOfLost(entity, fields, lookup, language)
    const files = keepBlobs(db, made, read.blobs, named)
    by.onProgress?.(0.8)
    const ids = new Set([...settled.keys(), ...made.records.keys()])
    const unseen = [...idsInIndices(read.pages, read.tables.idIndices)].filter(([id]) => !ids.has(id))
    const report = reportOf()
    const fact = db.prepare(
      'INSERT INTO file_facts (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    )
    for (const [key, value] of read.facts) if (key !== 'opened') fact.run(key, value)
    fact.run('file_id', fileId ?? counted?.fileId ?? by.newId())
    fact.run('salvaged', JSON.stringify(report))
    const draft = db.prepare('INSERT OR IGNORE INTO drafts (key, value, saved_at) VALUES (?, ?, ?)')
    for (const { key, value, saved_at: at } of read.drafts) {
      if ([key, value, at].every((part) => typeof part === 'string')) draft.run(key, value, at)
    }
    // The old file's hash is of drafts that may be lost.
    fact.run('drafts_hash', draftsHash(db))
    rebuildIndex({ db })
    db.exec('COMMIT')
    refuseUnsound(db, files.lost.length > 0)
    db.pragma('journal_mode = DELETE')
    db.close()
    // Somebody else's file may have taken the name meanwhile.
    if (existsSync(to)) throw problem('conflict', 'problems.fileExists', { file: basename(to) })
    finish(aside, to)
    by.onProgress?.(1)
    return report

    function reportOf(): SalvageReport {
      const entitiesSeen: { -readonly [N in EntityName]?: EntityCount } = {}
      const count = (entity: EntityName, what: keyof EntityCount) => {
        const line = entitiesSeen[entity] ?? { read: 0, rebuilt: 0, corrected: 0, lost: 0, placeholders: 0 }
        entitiesSeen[entity] = { ...line, [what]: line[what] + 1 }
      }
      const gone = new Map<string, LostRecord>()
      const told: LostRecord[] = [
        ...lost.map(({ entity, id, fields }) => ({ entity, id, name: named(entity, fields) })),
        ...refused.map((id) => ({
          id,
          entity: settled.get(id)?.entity ?? null,
          name: named(settled.get(id)?.entity ?? null, settled.get(id)?.fields ?? {}),
        })),
        ...mended.dropped.map(({ entity, id, fields }) => ({ entity, id, name: named(entity, fields) })),
        ...[...mended.missing].map(([id, entity]) => ({ entity, id, name: null })),
        ...unseen.map(([id, entity]) => ({ entity, id, name: null })),
      ]
      for (const one of told) if (!gone.has(one.id)) gone.set(one.id, one)
      for (const [id, one] of settled) if (made.records.has(id)) count(one.entity, one.how)
      for (const { entity } of gone.values()) if (entity) count(entity, 'lost')
      for (const { entity } of mended.placeholders) count(entity, 'placeholders')
      const nothingLost =
        gone.size === 0 &&
        files.lost.length === 0 &&
        log.missing === 0 &&
        mended.placeholders.length + mended.loosened.length === 0 &&
        read.tables.unknownRows === 0 &&
        !withoutPartnership
      return {
        at: by.now(),
        from: basename(from),
        pages: read.pages.count,
        brokenPages: read.tables.brokenPages.size,
        brokenRows: read.tables.brokenCells + read.brokenRows + strays,
        walFrames: read.pages.wal.frames,
        brokenFrames: read.pages.wal.damaged,
        changes,
        missingChanges: log.missing,
        unknownRows: read.tables.unknownRows,
        unknownAuthors: new Set(log.entries.filter((entry) => !read.sets.has(entry.stamp)).map((entry) => entry.stamp))
          .size,
        partnershipLost: withoutPartnership,
        entities: entitiesSeen,
        lost: [...gone.values()],
        maybeOlder: [...settled.values()]
          .filter((one) => one.maybeOlder && made.records.has(one.id))
          .map(({ entity, id, fields }) => ({ entity, id, name: named(entity, fields) })),
        loosened: mended.loosened.map((one) => ({
          ...one,
          name: named(one.entity, made.records.get(one.id)?.fields ?? {}),
        })),
        placeholders: mended.placeholders,
        files: { kept: files.kept, lost: files.lost },
        nothingLost,
      }
    }
  } catch (cause) {
    if (db.open) db.close()
    rmSync(aside, { force: true })
    throw cause
  }
}

/** Whether a change set is what was written; one of an earlier schema has no hash to tell. */
function isWhole({ stamp, device, actor, command, undoes, hash }: Readonly<Record<string, unknown>>): boolean {
  if (hash === undefined || hash === null || (Buffer.isBuffer(hash) && hash.byteLength === 0)) return true
  return isSetAsWritten({ stamp, device, actor, command, undoes: undoes || null, hash })
}

/** What was made is held to every check that a file of ours is held to. */
function refuseUnsound(db: Database, filesLost: boolean): void {
  const findings = checkFile(db).filter(({ check }) => !(filesLost && check === 'blobs') && check !== 'orphans')
  if (findings[0]) throw new Error(`The salvaged file is not sound: ${findings[0].check}: ${findings[0].detail}`)
}

function finish(aside: string, to: string): void {
  const handle = openSync(aside, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(aside, to)
  syncFolder(dirname(to))
}
