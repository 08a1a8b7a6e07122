import { sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { check, text } from 'drizzle-orm/sqlite-core'

/** Marks that every record carries (records.md, opening). */
export const marks = {
  id: text('id').primaryKey(),
  createdStamp: text('created_stamp').notNull(),
  changedStamp: text('changed_stamp').notNull(),
  deletedAt: text('deleted_at'),
}

/** A CHECK that a column holds one of a closed list (or null). */
export function inList(name: string, column: AnySQLiteColumn, list: readonly string[]) {
  const values = sql.raw(list.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '))
  return check(name, sql`${column} IN (${values})`)
}
/** A CHECK that a column holds JSON. */
export function isJson(name: string, column: AnySQLiteColumn) {
  return check(name, sql`json_valid(${column})`)
}
/** A CHECK that a column holds a calendar day: `date()` gives back the same text only for one that exists. */
export function isDay(name: string, column: AnySQLiteColumn) {
  return check(name, sql`${column} IS date(${column})`)
}
