/** Lists that cost the same on every page: rows after the last one seen, never OFFSET. */
import { invalid } from '#shared/contract/problem.ts'

export type CursorValue = string | number
export interface Page<T> {
  readonly rows: T[]
  readonly next: string | null
}
/** Parts of an SQL condition with their values, in the order of their question marks. */
export interface Condition {
  readonly where: string[]
  readonly values: unknown[]
}

/** The opaque cursor of a row: its sort values and its id. */
export function cursorOf(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/**
 * The values of a cursor, or null on the first page.
 *
 * @throws ProblemError `invalid` on `cursor` for one that this list did not give.
 */
export function readCursor(cursor: string | null, kinds: readonly ('string' | 'number')[]): CursorValue[] | null {
  if (cursor === null) return null
  let values: unknown
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    values = null
  }
  if (
    !Array.isArray(values) ||
    values.length !== kinds.length ||
    !values.every((value, index) => typeof value === kinds[index])
  ) {
    throw invalid({ cursor: { key: 'problems.field.invalid' } })
  }
  return values as CursorValue[]
}

/** Cuts the one row too many that tells whether there is a next page, and takes the sort values off. */
export function pageOf<T, R>(
  rows: readonly R[],
  limit: number,
  cursor: (row: R) => readonly CursorValue[],
  shown: (row: R) => T,
): Page<T> {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return { rows: kept.map(shown), next: rows.length > limit && last ? cursorOf(cursor(last)) : null }
}

/** `column IN (?, ?)`; nothing for an empty list, which means "not filtered". */
export function addIn(condition: Condition, column: string, values: readonly unknown[]): void {
  if (values.length === 0) return
  condition.where.push(`${column} IN (${values.map(() => '?').join(', ')})`)
  condition.values.push(...values)
}

/** `column = ?`; nothing for null. */
export function addEqual(condition: Condition, column: string, value: unknown): void {
  if (value === null) return
  condition.where.push(`${column} = ?`)
  condition.values.push(value)
}

/** Any of the codes stands in a column that holds a JSON list of codes. Codes and ids hold no quotes, so a plain text search is exact. */
export function addHolds(condition: Condition, column: string, codes: readonly string[]): void {
  if (codes.length === 0) return
  condition.where.push(`(${codes.map(() => `instr(${column}, ?) > 0`).join(' OR ')})`)
  condition.values.push(...codes.map((code) => `"${code}"`))
}
