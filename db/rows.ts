/** Rows without the log: for the writer (`changes.ts`), which logs them itself, and for replaying a log that is there already. */
import { type Column, type Entity, encode } from './entities.ts'
import { type Store, sql } from './store.ts'

/** Puts a row in, derived columns too. */
export function insertRow(
  store: Pick<Store, 'db' | 'country'>,
  entity: Entity,
  id: string,
  record: Record<string, unknown>,
  stamp: string,
): void {
  sql(store, insertText(entity)).run(
    id,
    stamp,
    stamp,
    ...entity.columns.map(({ field, kind }) => encode(kind, record[field])),
    ...Object.keys(entity.derive).map((field) => entity.derive[field]?.(record, store.country)),
  )
}

const insertTexts = new Map<string, string>()
function insertText(entity: Entity): string {
  const known = insertTexts.get(entity.name)
  if (known !== undefined) return known
  const columns = [
    'id',
    'created_stamp',
    'changed_stamp',
    ...entity.columns.map(({ column }) => column),
    ...Object.keys(entity.derive).map(snake),
  ]
  const text = `INSERT INTO ${entity.table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  insertTexts.set(entity.name, text)
  return text
}

/** Changes columns of a row, and what is derived of the record. */
export function updateRow(
  store: Pick<Store, 'db' | 'country'>,
  entity: Entity,
  id: string,
  record: Record<string, unknown>,
  columns: readonly Column[],
  stamp: string,
): void {
  const derived = Object.keys(entity.derive)
  const sets = [...columns.map(({ column }) => column), ...derived.map(snake), 'changed_stamp'].map(
    (column) => `${column} = ?`,
  )
  sql(store, `UPDATE ${entity.table} SET ${sets.join(', ')} WHERE id = ?`).run(
    ...columns.map(({ field, kind }) => encode(kind, record[field])),
    ...derived.map((field) => entity.derive[field]?.(record, store.country)),
    stamp,
    id,
  )
}

function snake(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
