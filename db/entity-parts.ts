import type { Database } from 'better-sqlite3'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { entities as entityList } from '#shared/contract/desk.ts'
import type { Country } from '#shared/domain/values.ts'

export type EntityName = (typeof entityList)[number]

export interface Definition {
  readonly table: SQLiteTable
  /** References to other records; checked on writing and before removing. `many` = a JSON list of ids. */
  readonly references: readonly {
    readonly field: string
    readonly to: EntityName
    readonly many?: true
    /** Where a thing came from: it may be gone, and does not keep it from being removed. */
    readonly origin?: true
    /** A tie between two records goes with either of them. */
    readonly tie?: true
  }[]
  /** Columns computed from the record at each write; not logged. */
  readonly derive: Readonly<Record<string, (record: Record<string, unknown>, country: Country) => unknown>>
  /** What the full-text index holds of a record: `title` for names, `body` for texts. Null = not searched. */
  readonly searchText: ((record: Record<string, unknown>, db: Database) => { title: string; body: string }) | null
  /** Fields whose change makes `searchText` stale. */
  readonly searchFields: readonly string[]
}

/** A kind of record that points to nothing, derives nothing and is not searched. */
export const plain = { references: [], derive: {}, searchText: null, searchFields: [] } as const
/** Texts of a record, one below the other; what is not a text is left out. */
export const join = (record: Record<string, unknown>, fields: readonly string[]) =>
  fields
    .map((field) => record[field])
    .filter((value) => typeof value === 'string')
    .join('\n')
