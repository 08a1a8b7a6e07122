/** Finds a contact person in free text: by full name, by either name alone, by e-mail and telephone. */
import { type Store, sql } from './store.ts'

/** Everything a contact was ever called and reached by, with the companies it belonged to, from the change log. */
export interface Identity {
  readonly names: readonly { readonly givenName: string; readonly familyName: string }[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly companyIds: readonly string[]
}

/** Reads the identity of a contact, or of a person, from its log, values that were since replaced among them. */
export function identityOf(
  store: Pick<Store, 'db'>,
  contactId: string,
  entity: 'contacts' | 'persons' = 'contacts',
): Identity {
  const rows = sql(store, 'SELECT field, value FROM changes WHERE record_id = ? AND entity = ? ORDER BY seq').all(
    contactId,
    entity,
  ) as { field: string; value: string }[]
  const now: Record<string, unknown> = {}
  const names = new Map<string, { givenName: string; familyName: string }>()
  const seen = { email: new Set<string>(), phone: new Set<string>(), companyId: new Set<string>() }
  for (const { field, value } of rows) {
    const parsed: unknown = JSON.parse(value)
    Object.assign(now, field === '*' ? parsed : { [field]: parsed })
    const name = { givenName: String(now.givenName), familyName: String(now.familyName) }
    names.set(JSON.stringify(name), name)
    for (const [key, values] of Object.entries(seen)) {
      const held = now[key]
      if (typeof held === 'string') values.add(held)
    }
  }
  return {
    names: [...names.values()],
    emails: [...seen.email],
    phones: [...seen.phone],
    companyIds: [...seen.companyId],
  }
}

const between = String.raw`[\s,.'’–-]{1,3}`
/** A hyphen means nothing outside a class, and with the flag `u` it may not be escaped there. */
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
const wordsOf = (text: string) => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
const phrase = (words: readonly string[]) => words.map(escaped).join(between)

/**
 * A pattern for every place where the person is named. Full names match in any case, in both orders. A single name must
 * begin with a capital, since many are common words (`Berg`, `Dag`, `Liv`), and must not be a word of the company's own name.
 * A genitive s may follow. `whole` leaves single names out, for texts that may be about somebody else.
 * Null for a person without a name or a channel.
 */
export function personPattern(identity: Identity, companyNames: readonly string[], whole = false): RegExp | null {
  const taken = new Set(companyNames.flatMap(wordsOf).map((word) => word.toLowerCase()))
  const full: string[] = []
  const single = new Set<string>()
  for (const { givenName, familyName } of identity.names) {
    const given = wordsOf(givenName)
    const family = wordsOf(familyName)
    if (given.length > 0 && family.length > 0) {
      full.push(phrase([...given, ...family]), phrase([...family, ...given]))
      if (given[0] && given.length > 1) full.push(phrase([given[0], ...family]), phrase([...family, given[0]]))
    }
    for (const words of whole ? [] : [given, family]) {
      if (words.length > 1 && words.some((word) => !taken.has(word.toLowerCase()))) full.push(phrase(words))
      for (const word of words) {
        if (word.length < 2 || !/^\p{Lu}/u.test(word) || taken.has(word.toLowerCase())) continue
        single.add(escaped(word))
        single.add(escaped(word.toUpperCase()))
      }
    }
  }
  const channels = [...identity.emails.map(escaped), ...identity.phones.map(phonePattern)]
  const parts = [
    ...channels.map((channel) => `(?i:${channel})`),
    ...full.sort((a, b) => b.length - a.length).map((name) => `(?i:${name})(?=s?(?![\\p{L}\\p{N}]))`),
    ...[...single].sort((a, b) => b.length - a.length).map((name) => `${name}(?=[sS]?(?![\\p{L}\\p{N}]))`),
  ]
  return parts.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})`, 'gu')
}

/** A number as people write it: with or without the country's prefix and a leading 0, in groups. */
function phonePattern(phone: string): string {
  const nordic = /^\+4[67](\d+)$/.exec(phone)
  const digits = (nordic?.[1] ?? phone.replace('+', '')).split('').join(String.raw`[\s.-]?`)
  const prefix = nordic ? String.raw`(?:(?:\+|00)?4[67][\s.-]*)?(?:\(0\)\s*|0)?` : String.raw`(?:\+|00)?`
  return `${prefix}${digits}(?!\\d)`
}
