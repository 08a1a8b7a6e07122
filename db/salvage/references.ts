/**
 * What points to a record that is lost: where it may point to nothing it does; a list lets the lost one go; where it must point to
 * something, a record of that name is put in the lost one's place; where not even that can be made, the record is lost too.
 */
import { randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Language } from '#shared/domain/values.ts'
import { type EntityName, entities } from '../entities.ts'
import { uuidv7 } from '../ids.ts'
import type { NewLog } from './new-log.ts'
import type { Fields } from './settle-records.ts'

export interface ReferencesMended {
  readonly loosened: { entity: EntityName; id: string; field: string }[]
  readonly placeholders: { entity: EntityName; id: string }[]
  readonly dropped: { entity: EntityName; id: string; fields: Fields }[]
  /** Id of each record that is pointed to and not there, with its kind. */
  readonly missing: Map<string, EntityName>
}

export const lostName: Readonly<Record<Language, string>> = {
  nb: 'Tapt ved berging',
  sv: 'Förlorad vid räddning',
  en: 'Lost in salvage',
}
const nameFields = ['name', 'title', 'familyName', 'givenName', 'text', 'description', 'subject', 'fileName'] as const

/** Mends until nothing points to what is not there. */
export function mendReferences(db: Database, log: NewLog, language: Language): ReferencesMended {
  const mended: ReferencesMended = { loosened: [], placeholders: [], dropped: [], missing: new Map() }
  const nullable = nullableFields(db)
  const tried = new Set<string>()

  /** A record with nothing of its own: enumerations and days as in another of its kind, everything else empty. */
  const placeholder = (entity: EntityName, id: string, deep = 0): boolean => {
    if (log.records.has(id)) return true
    if (tried.has(id) || deep > 6) return false
    tried.add(id)
    const like = [...log.records.values()].find((one) => one.entity === entity)?.fields
    if (!like) return false
    const fields: Fields = {}
    for (const { field, kind } of entities[entity].columns) {
      const value = like[field] ?? null
      if (nullable.get(entity)?.has(field)) fields[field] = null
      else if (kind === 'json') fields[field] = Array.isArray(value) ? [] : value
      else fields[field] = nameFields.some((name) => name === field) ? lostName[language] : value
    }
    for (const { field, to, many } of entities[entity].references) {
      if (many || fields[field] === null || fields[field] === undefined) continue
      const parent = uuidv7(Date.now(), randomBytes(10))
      if (!placeholder(to, parent, deep + 1)) return false
      fields[field] = parent
    }
    if (!log.make(entity, id, fields)) return false
    mended.placeholders.push({ entity, id })
    return true
  }

  const isThere = (to: EntityName, id: unknown) => log.records.get(String(id))?.entity === to
  for (let again = true; again; ) {
    again = false
    for (const [id, { entity, fields }] of [...log.records]) {
      for (const { field, to, many } of entities[entity].references) {
        const value = fields[field] ?? null
        if (value === null || !log.records.has(id)) continue
        if (many) {
          const list = value as readonly unknown[]
          const left = list.filter((one) => isThere(to, one))
          for (const one of list) if (!isThere(to, one)) mended.missing.set(String(one), to)
          if (left.length === list.length || !log.set(id, field, left)) continue
          mended.loosened.push({ entity, id, field })
        } else if (!isThere(to, value)) {
          again = true
          mended.missing.set(String(value), to)
          if (nullable.get(entity)?.has(field) && log.set(id, field, null)) mended.loosened.push({ entity, id, field })
          else if (!placeholder(to, String(value))) {
            mended.dropped.push({ entity, id, fields })
            log.drop(id)
          }
        }
      }
    }
  }
  return mended
}

function nullableFields(db: Database): Map<EntityName, Set<string>> {
  return new Map(
    Object.values(entities).map(({ name, table, columns }) => {
      const info = db.pragma(`table_info("${table}")`) as { name: string; notnull: number }[]
      const free = new Set(info.filter(({ notnull }) => notnull === 0).map((column) => column.name))
      return [name, new Set(columns.filter(({ column }) => free.has(column)).map(({ field }) => field))] as const
    }),
  )
}
