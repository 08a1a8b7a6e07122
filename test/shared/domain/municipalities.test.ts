import { describe, expect, it } from 'vitest'
import {
  currentMunicipalityCode,
  isMunicipality,
  municipalitiesOf,
  municipality,
  municipalityName,
  suggestMunicipalities,
} from '#shared/domain/municipalities.ts'

const namesFor = (text: string, country: 'NO' | 'SE') => suggestMunicipalities(text, country).map((item) => item.name)

describe('municipalities', () => {
  it('Norway has 357 and Sweden 290', () => {
    expect(municipalitiesOf('NO', '2026-01-01')).toHaveLength(357)
    expect(municipalitiesOf('SE', '2026-01-01')).toHaveLength(290)
  })
  it('Norway had 356 from 2020 to 2023', () => {
    expect(municipalitiesOf('NO', '2022-06-01')).toHaveLength(356)
  })
  it('every code is four digits and stands once', () => {
    for (const country of ['NO', 'SE'] as const) {
      const codes = municipalitiesOf(country, '2026-01-01').map((item) => item.code)
      expect(new Set(codes).size).toBe(codes.length)
      expect(codes.filter((code) => !/^\d{4}$/.test(code))).toEqual([])
    }
  })
  it('no name stands twice in a country on a day', () => {
    for (const country of ['NO', 'SE'] as const) {
      const names = municipalitiesOf(country, '2026-01-01').map((item) => item.name)
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    }
  })
  it.each([
    ['0301', 'NO', 'Oslo'],
    ['3105', 'NO', 'Sarpsborg'],
    ['5501', 'NO', 'Tromsø'],
    ['2409', 'SE', 'Robertsfors'],
    ['1880', 'SE', 'Örebro'],
    ['0180', 'SE', 'Stockholm'],
  ] as const)('%s in %s is %s', (code, country, name) => {
    expect(municipalityName(code, country)).toBe(name)
  })
  it('Sarpsborg is followed through its three codes', () => {
    expect(municipality('0105', 'NO')).toMatchObject({ name: 'Sarpsborg', followedBy: '3003', validTo: '2019-12-31' })
    expect(municipality('3003', 'NO')).toMatchObject({ followedBy: '3105', validFrom: '2020-01-01' })
    expect(currentMunicipalityCode('0105', 'NO')).toBe('3105')
    expect(currentMunicipalityCode('3105', 'NO')).toBe('3105')
  })
  it('a code of the other country is unknown', () => {
    expect(isMunicipality('2409', 'NO')).toBe(false)
    expect(municipalityName('9999', 'SE')).toBeNull()
  })
  it('stands in the alphabetical order of its country', () => {
    const names = municipalitiesOf('SE', '2026-01-01').map((item) => item.name)
    expect(names.at(0)).toBe('Ale')
    expect(names.at(-1)).toBe('Övertorneå')
    expect(municipalitiesOf('NO', '2026-01-01').at(-1)?.name).toBe('Åsnes')
  })
  it('is found by typing, with or without Nordic letters', () => {
    expect(namesFor('sarp', 'NO')).toEqual(['Sarpsborg'])
    expect(namesFor('alesund', 'NO')).toEqual(['Ålesund'])
    expect(namesFor('østfold', 'NO')).toEqual(['Indre Østfold', 'Våler (Østfold)'])
    expect(namesFor('2409', 'SE')).toEqual(['Robertsfors'])
    expect(namesFor('', 'SE')).toEqual([])
  })
})
