import { formatDay } from '#shared/domain/days.ts'
import type { Language } from '#shared/domain/values.ts'
import { type EntityName, entities } from '../entities.ts'
import type { Fields } from './settle-records.ts'

/** What is known of a record by its id, there or lost; undefined where nothing is. */
export type Lookup = (id: string) => { readonly entity: EntityName; readonly fields: Readonly<Fields> } | undefined

/** Of a record that has no name of its own, so many of those that it belongs to say which it is. */
const mostOwners = 2

/**
 * What a person would call a record, as far as its fields and those that it belongs to tell: a visit by its company and day, an
 * attendance by the person and the meeting. Null where nothing of that can be read.
 */
export function nameOfLost(
  entity: EntityName | null,
  fields: Readonly<Fields>,
  lookup: Lookup,
  language: Language,
  deep = 0,
): string | null {
  const own = ownName(fields)
  if (own !== null || !entity) return own
  const owners = entities[entity].references.flatMap(({ field, many, origin }) => {
    const owner = many || origin || deep > 2 ? undefined : lookup(String(fields[field]))
    return owner ? (nameOfLost(owner.entity, owner.fields, lookup, language, deep + 1) ?? []) : []
  })
  const parts = [...new Set(owners)].slice(0, mostOwners)
  const day = Object.values(fields).find((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
  if (day !== undefined) parts.push(formatDay(String(day), language))
  else if (typeof fields.year === 'number') parts.push(String(fields.year))
  return parts.length > 0 ? parts.join(', ').slice(0, 160) : null
}

function ownName(fields: Readonly<Fields>): string | null {
  const { name, title, givenName, familyName, description, nameNb, nameSv, text, fileName } = fields
  const whole = [givenName, familyName].filter((part) => typeof part === 'string').join(' ')
  const found = [name, title, whole, description, nameNb, nameSv, fileName, text].find(
    (one) => typeof one === 'string' && one !== '',
  )
  return typeof found === 'string' ? found.slice(0, 120) : null
}
