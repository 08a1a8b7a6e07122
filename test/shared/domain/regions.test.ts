import { describe, expect, it } from 'vitest'
import { findRegions, regionAt, regionName, regionOf, storedRegionCode } from '#shared/domain/regions.ts'

const gone = (code: string, country: 'NO' | 'SE', period: string) => {
  const at = regionAt(code, country, period)
  return at.kind === 'gone' ? at.now.map((region) => `${region.code} ${region.name}`) : at.kind
}

describe('names', () => {
  it('a code of two digits is a county of the country that is asked', () => {
    expect(regionName('01', 'SE')).toBe('Stockholms län')
    expect(regionName('01', 'NO')).toBe('Østfold')
    expect(regionName('18', 'SE')).toBe('Örebro län')
    expect(regionName('18', 'NO')).toBe('Nordland')
  })
  it('municipalities and countries have names, in the language where it matters', () => {
    expect(regionName('3105', 'NO')).toBe('Sarpsborg')
    expect(regionName('NO', 'SE')).toBe('Norge')
    expect(regionName('SE', 'NO', 'en')).toBe('Sweden')
  })
  it("a code of the user's own is its own name, even one that every object knows", () => {
    expect(regionName('Nedre Glomma', 'NO')).toBe('Nedre Glomma')
    expect(regionName('constructor', 'NO')).toBe('constructor')
  })
  it('Norway has 15 counties in use, Sweden 21', () => {
    const count = (country: 'NO' | 'SE') =>
      findRegions('', country, 100).filter(({ level }) => level === 'county').length
    expect([count('NO'), count('SE')]).toEqual([15, 21])
  })
})

describe('codes over time', () => {
  it.each([
    ['01', 'NO', '2019', 'known'],
    ['01', 'NO', '2020', ['30 Viken']],
    ['01', 'NO', '2024', ['31 Østfold']],
    ['30', 'NO', '2023-Q4', 'known'],
    ['30', 'NO', '2024-Q1', ['31 Østfold', '32 Akershus', '33 Buskerud']],
    ['07', 'NO', '2025', ['39 Vestfold']],
    ['05', 'NO', '2025', ['34 Innlandet']],
    ['0105', 'NO', '2021', ['3003 Sarpsborg']],
    ['0105', 'NO', '2024-03', ['3105 Sarpsborg']],
    ['3003', 'NO', '2022/2024', 'known'],
    ['16', 'SE', '1998', ['14 Västra Götalands län']],
    ['EU27', 'NO', '2024', 'own'],
  ] as const)('%s (%s) in %s', (code, country, period, expected) => {
    expect(gone(code, country, period)).toEqual(expected)
  })
  it('a code younger than the period is taken: the bureaus count back over new borders', () => {
    expect(regionAt('31', 'NO', '2015').kind).toBe('known')
    expect(regionAt('3105', 'NO', '2010').kind).toBe('known')
  })
  it('each code that took over is known itself', () => {
    for (const country of ['NO', 'SE'] as const) {
      for (const { followedBy } of findRegions('', country, 1000).concat(findRegions('v', country, 1000))) {
        for (const code of followedBy) expect(regionOf(code, country)).toBeDefined()
      }
    }
  })
})

it("a bureau's codes for the whole country and its groupings become the stored ones", () => {
  expect(['0', 'EAK', '00', 'F-31', 'K-3105', ' 31 ', 'Landet'].map(storedRegionCode)).toEqual([
    'NO',
    'NO',
    'SE',
    '31',
    '3105',
    '31',
    'Landet',
  ])
})

describe('the picker', () => {
  it('finds by words and by code, those in use first', () => {
    expect(findRegions('østf', 'NO', 30).map(({ code }) => code)).toEqual([
      ...['31', '3118', '3114'],
      ...['01', '3014', '3018', '0137'],
    ])
    expect(findRegions('310', 'NO', 30).map(({ code }) => code)).toContain('3105')
    expect(findRegions('norway', 'SE', 30).map(({ code }) => code)).toEqual(['NO'])
    expect(findRegions('zzz', 'NO', 30)).toEqual([])
  })
})
