import type { Id } from '#shared/domain/values.ts'
import { type EntityName, entities, type Records, recordOf } from '../entities.ts'
import { find, type Store, sql } from '../store.ts'

/** The records of a file as they were at a stamp, beside as they are. */
export interface Past {
  /** Records of a kind that were made or changed after the stamp, in the order of their first change. */
  changed(entity: EntityName): readonly Id[]
  /** True for a record that was made or changed after the stamp. */
  isChanged(entity: EntityName, id: Id): boolean
  /** A record as it was at the stamp; undefined before it was made. One that was not changed since is as it is now. */
  before<N extends EntityName>(entity: N, id: Id): Records[N] | undefined
}

/**
 * Reads the log once for what was changed after the stamp, and once more for each kind that is asked about: never record by record.
 */
export function pastOf(store: Store, stamp: string): Past {
  const changed = changedByEntity(store, stamp)
  const known = new Map<EntityName, Map<Id, Record<string, unknown>>>()
  const earlier = (entity: EntityName) => {
    const read = known.get(entity) ?? recordsAsOf(store, entity, changed.get(entity) ?? noRecords, stamp)
    known.set(entity, read)
    return read
  }
  return {
    changed: (entity) => [...(changed.get(entity) ?? noRecords).keys()],
    isChanged: (entity, id) => changed.get(entity)?.has(id) ?? false,
    before<N extends EntityName>(entity: N, id: Id): Records[N] | undefined {
      if (!changed.get(entity)?.has(id)) return find(store, entity, id)
      const record = earlier(entity).get(id)
      return record === undefined ? undefined : recordOf<N>(record)
    },
  }
}

/** Id → whether it was made after the stamp. */
type Changed = ReadonlyMap<Id, boolean>
const noRecords: Changed = new Map()

function changedByEntity(store: Store, stamp: string): Map<EntityName, Map<Id, boolean>> {
  const rows = sql(
    store,
    `SELECT entity, record_id AS id, max(field = '*') AS made FROM changes INDEXED BY changes_stamp WHERE stamp > ?
     GROUP BY record_id ORDER BY min(seq)`,
  )
    .raw()
    .all(stamp) as [EntityName, Id, 0 | 1][]
  const found = new Map<EntityName, Map<Id, boolean>>()
  for (const [entity, id, made] of rows) {
    const own = found.get(entity)
    if (own) own.set(id, made === 1)
    else found.set(entity, new Map([[id, made === 1]]))
  }
  return found
}

function recordsAsOf(store: Store, name: EntityName, changed: Changed, stamp: string) {
  const ids = [...changed].filter(([, made]) => !made).map(([id]) => id)
  const entries = sql(
    store,
    `SELECT c.record_id, c.field, c.value FROM json_each(?) hit CROSS JOIN changes c INDEXED BY changes_record
       ON c.record_id = hit.value WHERE c.stamp <= ? ORDER BY c.seq`,
  )
    .raw()
    .all(JSON.stringify(ids), stamp) as [Id, string, string][]
  const records = new Map<Id, Record<string, unknown>>()
  for (const [id, field, value] of entries) {
    if (field === '*') {
      const blank = Object.fromEntries(entities[name].columns.map((column) => [column.field, null]))
      records.set(id, { id, deletedAt: null, ...blank, ...entities[name].initial, ...(JSON.parse(value) as object) })
    } else {
      const record = records.get(id)
      if (record) record[field] = JSON.parse(value)
    }
  }
  return records
}
