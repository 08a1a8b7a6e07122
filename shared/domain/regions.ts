/**
 * Regions of figures by code: countries, counties (fylker, län) and municipalities, with the time that each code was in use. Codes change
 * (01 Østfold → 30 Viken → 31 Østfold), and a code of two digits means a county of either country, so the country is always asked for.
 *
 * Norway: SSB's standard for counties (Klass 104) before 2020, 2020–2023 and since 2024. Sweden: SCB's list of län. Put down from general
 * knowledge of the lists, as `municipality-list.ts` was.
 */
import { municipalitiesEver } from './municipalities.ts'
import { periodStart } from './periods.ts'
import { foldForSearch, foldQuery, sortKey } from './search-text.ts'
import type { Country, Day, Language } from './values.ts'

export interface Region {
  readonly code: string
  readonly name: string
  readonly level: 'country' | 'county' | 'municipality'
  /** First day of the code, where known. */
  readonly validFrom: Day | null
  /** Last day of the code; null while it is in use. */
  readonly validTo: Day | null
  /** Codes that took over, for one that is gone: several where it was split. */
  readonly followedBy: readonly string[]
}
export type RegionAt =
  | { readonly kind: 'known'; readonly region: Region }
  /** No public code of the country: the user's own. */
  | { readonly kind: 'own' }
  /** Gone before the period began. `now`: what has its place in the period. */
  | { readonly kind: 'gone'; readonly region: Region; readonly now: readonly Region[] }

const norwegian2024 = `03 Oslo; 11 Rogaland; 15 Møre og Romsdal; 18 Nordland; 31 Østfold; 32 Akershus; 33 Buskerud; 34 Innlandet;
39 Vestfold; 40 Telemark; 42 Agder; 46 Vestland; 50 Trøndelag; 55 Troms; 56 Finnmark`
const norwegian2020 = '30>31,32,33 Viken; 38>39,40 Vestfold og Telemark; 54>55,56 Troms og Finnmark'
const norwegian2019 = `01>30 Østfold; 02>30 Akershus; 04>34 Hedmark; 05>34 Oppland; 06>30 Buskerud; 07>38 Vestfold; 08>38 Telemark;
09>42 Aust-Agder; 10>42 Vest-Agder; 12>46 Hordaland; 14>46 Sogn og Fjordane; 19>54 Troms; 20>54 Finnmark`
const norwegian2017 = '16>50 Sør-Trøndelag; 17>50 Nord-Trøndelag'
const swedish = `01 Stockholms län; 03 Uppsala län; 04 Södermanlands län; 05 Östergötlands län; 06 Jönköpings län; 07 Kronobergs län;
08 Kalmar län; 09 Gotlands län; 10 Blekinge län; 12 Skåne län; 13 Hallands län; 14 Västra Götalands län; 17 Värmlands län;
18 Örebro län; 19 Västmanlands län; 20 Dalarnas län; 21 Gävleborgs län; 22 Västernorrlands län; 23 Jämtlands län;
24 Västerbottens län; 25 Norrbottens län`
const swedish1997 = '15>14 Älvsborgs län; 16>14 Skaraborgs län'
const swedish1996 = '11>12 Kristianstads län'

/** First days of counties whose code is younger than the figures that it may be asked of. */
const countyFrom: Readonly<Record<Country, (code: string) => Day | null>> = {
  NO: (code) =>
    /^(31|32|33|39|40|55|56)$/.test(code)
      ? '2024-01-01'
      : /^(34|42|46)$/.test(code)
        ? '2020-01-01'
        : code === '50'
          ? '2018-01-01'
          : null,
  SE: (code) => (code === '12' ? '1997-01-01' : code === '14' ? '1998-01-01' : null),
}

function counties(list: string, validTo: Day | null, from: (code: string) => Day | null): Region[] {
  return list.split(/;\s*/).map((entry) => {
    const at = entry.indexOf(' ')
    const [code = '', followers] = entry.slice(0, at).split('>')
    const followedBy = followers?.split(',') ?? []
    return { code, name: entry.slice(at + 1).trim(), level: 'county', validFrom: from(code), validTo, followedBy }
  })
}

const countryNames: Readonly<Record<Country, Readonly<Record<Language, string>>>> = {
  NO: { nb: 'Norge', sv: 'Norge', en: 'Norway' },
  SE: { nb: 'Sverige', sv: 'Sverige', en: 'Sweden' },
}
const wholes: readonly Region[] = (['NO', 'SE'] as const).map((code) => ({
  code,
  name: countryNames[code].nb,
  level: 'country',
  validFrom: null,
  validTo: null,
  followedBy: [],
}))

function municipalities(country: Country): Region[] {
  return municipalitiesEver(country).map(({ code, name, validFrom, validTo, followedBy }) => ({
    code,
    name,
    level: 'municipality',
    validFrom,
    validTo,
    followedBy: followedBy === null ? [] : [followedBy],
  }))
}

const all: Readonly<Record<Country, readonly Region[]>> = {
  NO: [
    ...wholes,
    ...counties(norwegian2024, null, countyFrom.NO),
    ...counties(norwegian2020, '2023-12-31', () => '2020-01-01'),
    ...counties(norwegian2019, '2019-12-31', () => null),
    ...counties(norwegian2017, '2017-12-31', () => null),
    ...municipalities('NO'),
  ],
  SE: [
    ...[...wholes].reverse(),
    ...counties(swedish, null, countyFrom.SE),
    ...counties(swedish1997, '1997-12-31', () => null),
    ...counties(swedish1996, '1996-12-31', () => null),
    ...municipalities('SE'),
  ],
}
const byCode = {
  NO: new Map(all.NO.map((region) => [region.code, region])),
  SE: new Map(all.SE.map((region) => [region.code, region])),
}

/** The public region of a code in a country, in use or gone; undefined for a code of the user's own. */
export function regionOf(code: string, country: Country): Region | undefined {
  return byCode[country].get(code)
}

/** What a region is called: "Østfold", "Norge"; a code of the user's own is its own name. */
export function regionName(
  code: string,
  country: Country,
  language: Language = country === 'NO' ? 'nb' : 'sv',
): string {
  if (code === 'NO' || code === 'SE') return countryNames[code][language]
  return regionOf(code, country)?.name ?? code
}

/**
 * What a code is in a period. It is gone where it went out of use before the period began; one that is younger than the period is known,
 * since the bureaus count their figures back over new borders.
 */
export function regionAt(code: string, country: Country, period: string): RegionAt {
  const region = regionOf(code, country)
  if (!region) return { kind: 'own' }
  const day = periodStart(period)
  if (region.validTo === null || region.validTo >= day) return { kind: 'known', region }
  return { kind: 'gone', region, now: followersOn(region, country, day) }
}

/** What has a region's place on a day. A county that came back under its old name after a merger is that one, and no other part of it. */
function followersOn(region: Region, country: Country, day: Day): Region[] {
  const inUse = region.followedBy.flatMap((code) => {
    const next = regionOf(code, country)
    if (!next) return []
    return next.validTo === null || next.validTo >= day ? [next] : followersOn(next, country, day)
  })
  const back = inUse.find(({ name }) => name === region.name)
  return back ? [back] : inUse
}

/**
 * The code that Fyr stores for one as a bureau's file has it: `0` and `EAK` (SSB) and `00` (SCB) are the whole country, and the letter of
 * SSB's groupings is left out (`F-31`, `K-3105`). Every other code is itself.
 */
export function storedRegionCode(code: string): string {
  const typed = code.trim()
  if (typed === '0' || typed === 'EAK') return 'NO'
  if (typed === '00') return 'SE'
  return /^[FK]-(\d{2}|\d{4})$/.exec(typed)?.[1] ?? typed
}

/** The code in use of a region by its whole name, whatever its case; null where none or more than one is called so. */
export function regionCodeCalled(name: string, country: Country): string | null {
  const wanted = name.trim().toLocaleLowerCase('nb')
  const found = all[country].filter(
    (region) =>
      region.validTo === null && Object.values(namesOf(region)).some((one) => one.toLocaleLowerCase('nb') === wanted),
  )
  return found.length === 1 ? (found[0]?.code ?? null) : null
}

/** Regions whose name has words that begin so, or whose code does: those in use first, countries before counties before municipalities. */
export function findRegions(text: string, country: Country, limit: number): Region[] {
  const words = foldQuery(text)
  const rank = { country: 0, county: 1, municipality: 2 } as const
  const found = all[country].filter((region) => {
    if (words.length === 0) return region.level !== 'municipality' && region.validTo === null
    const indexed = [...foldForSearch(Object.values(namesOf(region)).join(' ')).split(' '), region.code.toLowerCase()]
    return words.every((word) => indexed.some((one) => one.startsWith(word)))
  })
  return found
    .map((region) => ({
      region,
      key: `${region.validTo === null ? 0 : 1}${rank[region.level]}${sortKey(region.name, country)}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(({ region }) => region)
}

function namesOf(region: Region): Readonly<Partial<Record<Language, string>>> {
  return region.code === 'NO' || region.code === 'SE' ? countryNames[region.code] : { nb: region.name }
}
