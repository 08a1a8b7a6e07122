/** Municipalities by code. Codes change (0105 → 3003 → 3105 Sarpsborg); an old record keeps its code and stays readable. */
import { norwegian, norwegian2020, norwegianOstfold2019, swedish } from './municipality-list.ts'
import { foldForSearch, foldQuery, sortKey } from './search-text.ts'
import type { Country, Day } from './values.ts'

export interface Municipality {
  /** Four digits as text. */
  readonly code: string
  readonly name: string
  readonly country: Country
  /** First day of the code, where known. */
  readonly validFrom: Day | null
  /** Last day of the code; null while it is in use. */
  readonly validTo: Day | null
  /** The code that took over, for codes out of use. */
  readonly followedBy: string | null
}

function read(list: string, country: Country, validTo: Day | null, from: (code: string) => Day | null): Municipality[] {
  return list
    .trim()
    .split(/;\s*|\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf(' ')
      const [code = '', followedBy = null] = line.slice(0, at).split('>')
      return { code, name: line.slice(at + 1), country, validFrom: from(code), validTo, followedBy }
    })
}

/** Counties whose codes came with the reform of 2024, with 2020, and with Trøndelag in 2018. */
function norwegianFrom(code: string): Day | null {
  if (/^(31|32|33|39|40|55|56|1508|1580)/.test(code)) return '2024-01-01'
  if (/^(34|42|46|1506|1577|1578|1579|1806|1875|5006|5007|505[5-9]|5060)/.test(code)) return '2020-01-01'
  if (code === '5061') return '2019-01-01'
  return code.startsWith('50') ? '2018-01-01' : null
}

const all: Readonly<Record<Country, readonly Municipality[]>> = {
  NO: [
    ...read(norwegian, 'NO', null, norwegianFrom),
    ...read(norwegian2020, 'NO', '2023-12-31', () => '2020-01-01'),
    ...read(norwegianOstfold2019, 'NO', '2019-12-31', () => null),
  ],
  SE: read(swedish, 'SE', null, () => null),
}
const byCode = {
  NO: new Map(all.NO.map((item) => [item.code, item])),
  SE: new Map(all.SE.map((item) => [item.code, item])),
}

/** Every municipality of a country that Fyr knows, those gone among them. */
export function municipalitiesEver(country: Country): readonly Municipality[] {
  return all[country]
}

/** The municipality of a code, in use or not; undefined for a code the country never had (or lost before 2020 outside Østfold). */
export function municipality(code: string, country: Country): Municipality | undefined {
  return byCode[country].get(code)
}

/** True for a code in use or once in use; a visit of 2021 may bear one that is gone. */
export function isMunicipality(code: string, country: Country): boolean {
  return byCode[country].has(code)
}

/** Its name, or null for an unknown code. */
export function municipalityName(code: string, country: Country): string | null {
  return municipality(code, country)?.name ?? null
}

/** Those in use on a day, in the country's alphabetical order. */
export function municipalitiesOf(country: Country, day: Day): Municipality[] {
  return inOrder(
    all[country].filter((item) => (item.validFrom ?? day) <= day && (item.validTo ?? day) >= day),
    country,
  )
}

/** The code in use today that a code ended up in: 0105 → 3105. A code in use is its own; unknown codes come back unchanged. */
export function currentMunicipalityCode(code: string, country: Country): string {
  const followedBy = municipality(code, country)?.followedBy
  return followedBy ? currentMunicipalityCode(followedBy, country) : code
}

/** Type-ahead over those in use: words that begin so, or the code; names that begin with the text first. At most 8. */
export function suggestMunicipalities(text: string, country: Country): Municipality[] {
  const words = foldQuery(text)
  if (words.length === 0) return []
  const found = all[country].filter((item) => {
    if (item.validTo !== null) return false
    const indexed = [...foldForSearch(item.name).split(' '), item.code]
    return words.every((word) => indexed.some((one) => one.startsWith(word)))
  })
  const first = words[0] ?? ''
  const startsSo = (item: Municipality) =>
    foldForSearch(item.name.split(/[ -]/)[0] ?? '')
      .split(' ')
      .some((form) => form.startsWith(first))
  const ordered = inOrder(found, country)
  return [...ordered.filter(startsSo), ...ordered.filter((item) => !startsSo(item))].slice(0, 8)
}

function inOrder(items: readonly Municipality[], country: Country): Municipality[] {
  return items
    .map((item) => ({ item, key: sortKey(item.name, country) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item)
}
