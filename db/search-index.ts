import { foldForSearch } from '#shared/domain/search-text.ts'
import { decode, type Entity, type EntityName, entities, fieldsOf } from './entities.ts'
import { type Store, sql } from './store.ts'

/** Puts a record's folded text into the full-text index, in place of what it had there. */
export function index(
  store: Pick<Store, 'db'>,
  entity: Entity,
  id: string,
  record: Record<string, unknown>,
  /** The record was just made, so nothing of it stands in the index. */
  isNew = false,
): void {
  if (!entity.searchText) return
  const text = entity.searchText(record, store.db)
  let row = isNew
    ? undefined
    : (sql(store, 'SELECT row_id FROM search_rows WHERE record_id = ?').pluck().get(id) as number | undefined)
  if (row === undefined) {
    row = Number(
      sql(store, 'INSERT INTO search_rows (entity, record_id) VALUES (?, ?)').run(entity.name, id).lastInsertRowid,
    )
  } else sql(store, 'DELETE FROM search_index WHERE rowid = ?').run(row)
  sql(store, 'INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)').run(
    row,
    foldForSearch(text.title),
    foldForSearch(text.body),
  )
}

/** Takes a deleted record out of the index. */
export function unindex(store: Pick<Store, 'db'>, entity: Entity, id: string): void {
  if (!entity.searchText) return
  const row = sql(store, 'SELECT row_id FROM search_rows WHERE record_id = ?').pluck().get(id) as number | undefined
  if (row === undefined) return
  sql(store, 'DELETE FROM search_index WHERE rowid = ?').run(row)
  sql(store, 'DELETE FROM search_rows WHERE row_id = ?').run(row)
}

/** Builds the whole index anew from the tables; it holds nothing that they don't. */
export function rebuildIndex(store: Pick<Store, 'db'>): void {
  store.db.exec("DELETE FROM search_rows; INSERT INTO search_index (search_index) VALUES ('delete-all')")
  for (const entity of Object.values(entities)) {
    if (!entity.searchText) continue
    const rows = store.db
      .prepare(`SELECT ${entity.select} FROM ${entity.table} WHERE deleted_at IS NULL ORDER BY created_stamp`)
      .all()
    for (const row of rows) {
      const record = fieldsOf(decode(entity.name, row as Record<string, unknown>))
      index(store, entity, String(record.id), record)
    }
  }
}

/** Records indexed in one transaction: some milliseconds. */
const slice = 100

/**
 * The same in many transactions, between which the file may be written: what is met twice is indexed twice, and nothing is missed. Until its
 * end the index lacks records. `begin` runs in the transaction that empties it.
 *
 * @yields how far it is, 0 to 1.
 */
export function* rebuildInSlices(store: Pick<Store, 'db'>, begin: () => void): Generator<number, void> {
  const { db } = store
  db.transaction(() => {
    db.exec("DELETE FROM search_rows; INSERT INTO search_index (search_index) VALUES ('delete-all')")
    begin()
  }).immediate()
  const searched = Object.values(entities).filter((entity) => entity.searchText)
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
  const whole = searched.reduce((sum, { table }) => sum + count(table), 0) || 1
  let done = 0
  for (const entity of searched) {
    const next = db.prepare(
      `SELECT ${entity.select} FROM ${entity.table} WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ${slice}`,
    )
    const some = db.transaction((after: string) => {
      const records = (next.all(after) as Record<string, unknown>[]).map((row) => decode(entity.name, row))
      for (const record of records) index(store, entity, record.id, fieldsOf(record))
      return records
    })
    for (let last = ''; ; ) {
      const records = some.immediate(last)
      last = records.at(-1)?.id ?? ''
      done += records.length
      yield Math.min(1, done / whole)
      if (records.length < slice) break
    }
  }
}

/** Records whose own search text holds something of another: a visit its company's name, decisions and actions nothing of a confidential item. */
const dependents = {
  'companies.name': [{ entity: 'visits', ids: 'SELECT id FROM visits WHERE company_id = ?' }],
  'agendaItems.confidential': [
    { entity: 'decisions', ids: 'SELECT id FROM decisions WHERE item_id = ?' },
    { entity: 'actions', ids: 'SELECT id FROM actions WHERE origin_item_id = ?' },
    {
      entity: 'actions',
      ids: 'SELECT a.id FROM decisions d JOIN actions a ON a.origin_decision_id = d.id WHERE d.item_id = ?',
    },
  ],
} as const

/** Writes anew the search text of the records that hold something of this one's field. */
export function reindexDependents(store: Store, name: EntityName, id: string, field: string): void {
  const key = `${name}.${field}`
  if (!Object.hasOwn(dependents, key)) return
  for (const { entity, ids } of dependents[key as keyof typeof dependents]) {
    const { select, table } = entities[entity]
    const rows = sql(store, `SELECT ${select} FROM ${table} WHERE id IN (${ids}) AND deleted_at IS NULL`).all(id)
    for (const row of rows) {
      const record = decode(entity, row as Record<string, unknown>)
      index(store, entities[entity], record.id, fieldsOf(record))
    }
  }
}
