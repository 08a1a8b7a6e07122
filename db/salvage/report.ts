import type { EntityName } from '../entities.ts'
import type { LostFile } from './blobs.ts'
import type { LostRecord } from './settle-records.ts'

/** Records of one kind: as they stood, made of the log, corrected by it, gone, and put in the place of those. */
export interface EntityCount {
  readonly read: number
  readonly rebuilt: number
  readonly corrected: number
  readonly lost: number
  readonly placeholders: number
}

/** What came of a salvage, record by record. Kept in the salvaged file and beside it. */
export interface SalvageReport {
  /** UTC instant. */
  readonly at: string
  /** Name of the damaged file. */
  readonly from: string
  readonly pages: number
  /** Pages of tables that could not be read as such. */
  readonly brokenPages: number
  /** Rows that made no sense. Many are made good by the log. */
  readonly brokenRows: number
  readonly walFrames: number
  readonly brokenFrames: number
  /** Entries in the new file's log. */
  readonly changes: number
  /** Entries of the old log that are gone: the history is cut there. */
  readonly missingChanges: number
  /** Rows found of which nobody can tell what they are. */
  readonly unknownRows: number
  /** Changes of which who made them can't be read. */
  readonly unknownAuthors: number
  /** The partnership's own record is lost; one without its settings stands in its place. */
  readonly partnershipLost: boolean
  readonly entities: { readonly [N in EntityName]?: EntityCount }
  /** Records that are known to have been there. `entity` null where not even the kind can be told. */
  readonly lost: readonly LostRecord[]
  /** Rebuilt from the log while a later change of theirs may be lost. */
  readonly maybeOlder: readonly LostRecord[]
  /** Fields that pointed to a lost record and point to nothing now. */
  readonly loosened: readonly (LostRecord & { readonly field: string })[]
  /** Records put in the place of lost ones that others need. */
  readonly placeholders: readonly { readonly entity: EntityName; readonly id: string }[]
  readonly files: { readonly kept: number; readonly lost: readonly LostFile[] }
  readonly nothingLost: boolean
}
