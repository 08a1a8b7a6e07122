/** A statistics file and a mapping as rows of figures: what stands in the file, before it is held against what Fyr has. */
import type { Message } from '../contract/problem.ts'
import { fieldMessage } from '../domain/checked.ts'
import { readPeriod } from '../domain/periods.ts'
import type { MeasurementStatus } from '../domain/records/indicator.ts'
import { regionCodeCalled, regionOf, storedRegionCode } from '../domain/regions.ts'
import type { Country, Language } from '../domain/values.ts'
import type { Dimension, StatisticsFile } from './statistics-file.ts'

export interface Mapping {
  readonly regionDimension: string | null
  readonly regionCode: string | null
  readonly periodDimension: string
  readonly breakdownDimension: string | null
  readonly held: Readonly<Record<string, string>>
  readonly regions: readonly string[]
}
export interface MappedRow {
  readonly regionCode: string
  /** Null where it cannot be read. */
  readonly period: string | null
  readonly periodAsRead: string
  readonly breakdownCode: string | null
  readonly value: number | null
  readonly missingReason: string | null
  readonly status: MeasurementStatus
  /** Why the row cannot be taken, as far as the file tells. */
  readonly wrong: Message | null
}

/** Field of the mapping → what is wrong with it; empty = good. */
export function checkMapping(file: StatisticsFile, mapping: Mapping): Record<string, Message> {
  const wrong: Record<string, Message> = {}
  const known = (id: string | null) => file.dimensions.find((dimension) => dimension.id === id)
  if (!known(mapping.periodDimension)) wrong.periodDimension = fieldMessage('noSuchDimension')
  if (mapping.regionDimension !== null && !known(mapping.regionDimension)) {
    wrong.regionDimension = fieldMessage('noSuchDimension')
  }
  if (mapping.regionDimension === null && mapping.regionCode === null) wrong.regionCode = fieldMessage('required')
  if (mapping.breakdownDimension !== null && !known(mapping.breakdownDimension)) {
    wrong.breakdownDimension = fieldMessage('noSuchDimension')
  }
  const used = [mapping.regionDimension, mapping.periodDimension, mapping.breakdownDimension].filter(
    (id) => id !== null,
  )
  if (new Set(used).size !== used.length) wrong.periodDimension ??= fieldMessage('dimensionTwice')
  for (const { id, values } of file.dimensions) {
    if (used.includes(id)) continue
    const held = Object.hasOwn(mapping.held, id) ? mapping.held[id] : undefined
    if (!values.some(({ code }) => code === held)) wrong[`held.${id}`] = fieldMessage('chooseHeld')
  }
  return wrong
}

/** Every figure that a mapping takes from a file, by region and then by period as the file has them. Cells that the file leaves empty are none. */
export function mapFigures(file: StatisticsFile, mapping: Mapping, country: Country, language: Language): MappedRow[] {
  const at = (id: string | null) => file.dimensions.findIndex((dimension) => dimension.id === id)
  const [regionAt, periodAt, breakdownAt] = [
    at(mapping.regionDimension),
    at(mapping.periodDimension),
    at(mapping.breakdownDimension),
  ]
  const valuesAt = (place: number): Dimension['values'] => file.dimensions[place]?.values ?? [{ code: '', label: '' }]
  const codes = file.dimensions.map(({ id }) => (Object.hasOwn(mapping.held, id) ? (mapping.held[id] ?? '') : ''))
  const periods = valuesAt(periodAt).map(({ code, label }) => {
    const read = readPeriod(code)
    const period = read.ok && read.value !== null ? read.value : null
    const byLabel = period === null ? readPeriod(label) : null
    return { code, label, period: period ?? (byLabel?.ok ? byLabel.value : null) }
  })
  const chosen = new Set(mapping.regions)
  const rows: MappedRow[] = []
  for (const region of valuesAt(regionAt)) {
    const regionCode = regionAt < 0 ? (mapping.regionCode ?? '') : regionCodeIn(region.code, region.label, country)
    if (chosen.size > 0 && !chosen.has(region.code) && !chosen.has(regionCode)) continue
    for (const part of valuesAt(breakdownAt)) {
      for (const period of periods) {
        if (regionAt >= 0) codes[regionAt] = region.code
        if (breakdownAt >= 0) codes[breakdownAt] = part.code
        codes[periodAt] = period.code
        const cell = file.cellAt(codes)
        if (!cell || (cell.value === null && cell.sign === null && !cell.wrong)) continue
        rows.push({
          regionCode,
          period: period.period,
          periodAsRead: period.label || period.code,
          breakdownCode: breakdownAt < 0 ? null : part.code,
          ...(cell.wrong ? nothing : figureOf(cell.value, cell.sign, language)),
          wrong: cell.wrong ?? wrongWith(period.period, regionCode, cell.value, cell.sign),
        })
      }
    }
  }
  return rows
}

function regionCodeIn(code: string, label: string, country: Country): string {
  const stored = storedRegionCode(code)
  if (regionOf(stored, country)) return stored
  return regionCodeCalled(code, country) ?? regionCodeCalled(label, country) ?? stored
}

/** Why a figure is missing, by the signs of both bureaus. */
const reasons: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '.': { nb: 'Ikke mulig å oppgi tall', sv: 'Uppgift kan inte förekomma', en: 'No figure is possible' },
  ':': {
    nb: 'Vises ikke av hensyn til konfidensialitet',
    sv: 'Visas inte av sekretesskäl',
    en: 'Withheld for confidentiality',
  },
  '..': { nb: 'Oppgave mangler', sv: 'Uppgift saknas', en: 'Not available' },
}

/** What a field says that cannot be read. */
const nothing = { value: null, missingReason: null, status: 'missing' as const }

function figureOf(value: number | null, sign: string | null, language: Language) {
  if (value !== null) {
    const preliminary = sign !== null && /^(\*|p|prel\.?)$/i.test(sign)
    const estimated = sign !== null && /^(e|est\.?)$/i.test(sign)
    const status: MeasurementStatus = preliminary ? 'preliminary' : estimated ? 'estimated' : 'final'
    return { value, missingReason: null, status }
  }
  const known =
    sign === '...' || sign === '…' ? reasons['..'] : Object.hasOwn(reasons, sign ?? '') ? reasons[sign ?? ''] : null
  return { value, missingReason: known?.[language] ?? (sign ?? '').slice(0, 200), status: 'missing' as const }
}

function wrongWith(
  period: string | null,
  regionCode: string,
  value: number | null,
  sign: string | null,
): Message | null {
  if (period === null) return fieldMessage('badPeriod')
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u.test(regionCode))
    return fieldMessage('badRegionCode', { example: '3105' })
  if (value === null && /^[-–—]$/.test(sign ?? '')) return fieldMessage('dashInDoubt')
  if (value !== null && Math.abs(value) > 1e15) return fieldMessage('tooMany')
  return null
}
