/** The report of a salvage as the window shows it, and as a text beside the file. */
import type { Database } from 'better-sqlite3'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { EntityName } from '../entities.ts'
import type { EntityCount, SalvageReport } from './report.ts'

type Shown = NonNullable<OutputOf<'opening.salvageReport'>>

/** Names of a list at most on the screen; the text beside the file has them all. */
const mostShown = 200

const factOf = (db: Database, key: string) =>
  db.prepare('SELECT value FROM file_facts WHERE key = ?').pluck().get(key) as string | undefined

/** Whether the file was made by a salvage of which nobody has read what came of it. */
export function hasUnreadReport(db: Database): boolean {
  return factOf(db, 'salvaged') !== undefined && factOf(db, 'salvage_read') === undefined
}

/** The report in a salvaged file; null in any other. */
export function reportIn(db: Database): SalvageReport | null {
  const fact = factOf(db, 'salvaged')
  return fact === undefined ? null : (JSON.parse(fact) as SalvageReport)
}

/** Remembers that the report was read, and where it was written. */
export function setReportFact(db: Database, key: 'salvage_read' | 'salvage_text', value: string): void {
  db.prepare(
    'INSERT INTO file_facts (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
}

export function shownReport(db: Database): Shown | null {
  const report = reportIn(db)
  if (!report) return null
  const some = <T extends { entity: EntityName | null; id: string; name: string | null }>(list: readonly T[]) =>
    list.slice(0, mostShown).map(({ entity, id, name }) => ({ entity, id, name }))
  const kinds = Object.entries(report.entities) as [EntityName, EntityCount][]
  return {
    at: report.at,
    from: report.from,
    brokenPages: report.brokenPages,
    brokenRows: report.brokenRows,
    brokenFrames: report.brokenFrames,
    missingChanges: report.missingChanges,
    unknownRows: report.unknownRows,
    unknownAuthors: report.unknownAuthors,
    partnershipLost: report.partnershipLost,
    kinds: kinds.map(([entity, { read, ...count }]) => ({
      entity,
      kept: read + count.rebuilt + count.corrected,
      ...count,
    })),
    lost: some(report.lost),
    lostCount: report.lost.length,
    maybeOlder: some(report.maybeOlder),
    maybeOlderCount: report.maybeOlder.length,
    loosened: some(report.loosened),
    loosenedCount: report.loosened.length,
    lostFiles: some(report.files.lost),
    keptFiles: report.files.kept,
    nothingLost: report.nothingLost,
    textFile: factOf(db, 'salvage_text') ?? null,
  }
}
