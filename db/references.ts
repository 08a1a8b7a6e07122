/** Which records point to which, as `entity-definitions.ts` says; SQLite's own keys know nothing of deletion marks and lists. */
import { invalid, problem } from '#shared/contract/problem.ts'
import { type Entity, type EntityName, entities } from './entities.ts'
import { type Store, sql } from './store.ts'

/** Every record that these fields name must be there. @throws ProblemError `invalid` with the field that names one gone. */
export function checkReferences(
  store: Store,
  entity: Entity,
  record: Record<string, unknown>,
  fields: readonly string[],
): void {
  for (const { field, to, many, origin } of entity.references) {
    if (!fields.includes(field) || origin) continue
    const ids = (many ? record[field] : record[field] == null ? [] : [record[field]]) as string[]
    for (const id of ids) {
      if (!sql(store, `SELECT 1 FROM ${entities[to].table} WHERE id = ? AND deleted_at IS NULL`).get(id)) {
        throw invalid({ [field]: { key: 'problems.field.gone' } })
      }
    }
  }
}

/** Who points to a record: the first entity that does and how many rows; null where none. */
export function namedBy(store: Store, name: EntityName, id: string): { entity: EntityName; count: number } | null {
  for (const entity of Object.values(entities)) {
    for (const { field, to, many, origin, tie } of entity.references) {
      if (to !== name || origin || tie) continue
      const column = entity.logged.get(field)?.column ?? field
      const where = many ? `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ?)` : `${column} = ?`
      const count = sql(store, `SELECT count(*) FROM ${entity.table} WHERE deleted_at IS NULL AND ${where}`)
        .pluck()
        .get(id) as number
      if (count > 0) return { entity: entity.name, count }
    }
  }
  return null
}

/** What ties a record to others and goes with it: entity and id of each tie. */
export function tiesOf(store: Store, name: EntityName, id: string): { entity: EntityName; id: string }[] {
  return Object.values(entities).flatMap((entity) =>
    entity.references
      .filter(({ to, tie }) => tie && to === name)
      .flatMap(({ field }) => {
        const column = entity.logged.get(field)?.column ?? field
        const found = sql(store, `SELECT id FROM ${entity.table} WHERE ${column} = ? AND deleted_at IS NULL`)
        return (found.pluck().all(id) as string[]).map((tied) => ({ entity: entity.name, id: tied }))
      }),
  )
}

/** @throws ProblemError `refused` while a record that isn't deleted points to this one. */
export function refuseWhileNamed(store: Store, name: EntityName, id: string): void {
  const by = namedBy(store, name, id)
  if (by) throw problem('refused', `problems.namedBy.${by.entity}`, { count: by.count })
}
