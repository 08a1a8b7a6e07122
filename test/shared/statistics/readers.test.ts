import { describe, expect, it } from 'vitest'
import { mapFigures } from '#shared/statistics/map-figures.ts'
import { readStatisticsFile } from '#shared/statistics/read-statistics.ts'

const dataset = (change: object = {}) =>
  JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: 'Sysselsatte',
    source: 'Statistisk sentralbyrå',
    updated: '2026-03-01T07:00:00Z',
    id: ['Region', 'ContentsCode', 'Tid'],
    size: [2, 1, 2],
    role: { geo: ['Region'], metric: ['ContentsCode'], time: ['Tid'] },
    dimension: {
      Region: {
        label: 'region',
        category: { index: { '31': 0, '0': 1 }, label: { '31': 'Østfold', '0': 'Hele landet' } },
      },
      ContentsCode: { category: { label: { S: 'Sysselsatte' } } },
      Tid: { category: { index: ['2023', '2024K1'] } },
    },
    value: [100, null, 2000, 0],
    status: { '1': ':' },
    ...change,
  })
const mapping = {
  regionDimension: 'Region',
  regionCode: null,
  periodDimension: 'Tid',
  breakdownDimension: null,
  held: { ContentsCode: 'S' },
  regions: [],
}

describe('JSON-stat', () => {
  it('cells are found by codes, the signs of the bureau with them', () => {
    const read = readStatisticsFile('jsonStat', dataset())
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    expect(read.file).toMatchObject({ title: 'Sysselsatte', updatedOn: '2026-03-01', cells: 4 })
    expect(
      mapFigures(read.file, mapping, 'NO', 'nb').map((row) => [row.regionCode, row.period, row.value, row.status]),
    ).toEqual([
      ['31', '2023', 100, 'final'],
      ['31', '2024-Q1', null, 'missing'],
      ['NO', '2023', 2000, 'final'],
      ['NO', '2024-Q1', 0, 'final'],
    ])
  })
  it.each([
    ['{', 'notJson'],
    ['[]', 'notJsonStat'],
    [dataset({ size: [1e9, 1e9, 2], value: {} }), 'tooManyCells'],
    [dataset({ value: ['NaN', 1, 2, 3] }), 'notJsonStat'],
    [dataset({ size: [2, 1] }), 'notJsonStat'],
    [dataset({ id: ['__proto__', 'ContentsCode', 'Tid'] }), 'notJsonStat'],
    [dataset({ value: [1] }), 'notJsonStat'],
    ['['.repeat(100_000), 'notJson'],
    [JSON.stringify({ class: 'collection' }), 'jsonStatCollection'],
  ])('refuses %.40s', (text, key) => {
    const read = readStatisticsFile('jsonStat', text)
    expect(read.ok ? 'read' : read.problems[0]?.message.key).toBe(`problems.field.${key}`)
  })
})

describe('CSV', () => {
  it('a table with its periods as columns, decimal commas and a title', () => {
    const text =
      '"Arbeidsledige"\n\n"region";"Prosent 2023";"Prosent 2024"\n"31 Østfold";"2,5";"1 234,5"\n"0 Hele landet";..;3\n'
    const read = readStatisticsFile('csv', text)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    expect(read.file.title).toBe('Arbeidsledige')
    expect(read.file.dimensions.map(({ id, role }) => [id, role])).toEqual([
      ['region', 'region'],
      ['period', 'period'],
    ])
    expect(read.file.cellAt(['31', '2024'])).toEqual({ value: 1234.5, sign: null })
    expect(read.file.cellAt(['0', '2023'])).toEqual({ value: null, sign: '..' })
  })
  it('a row per cell, with commas and quoted breaks; bad rows are told by line', () => {
    const text =
      'region,år,"Antall\nbedrifter"\n18 Örebro län,2023,10\n18 Örebro län,2024,NaN\n18 Örebro län,2023,11\n19 Västmanlands län,2023\n'
    const read = readStatisticsFile('csv', text)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    expect(read.problems.map(({ line, message }) => [line, message.key.replace('problems.field.', '')])).toEqual([
      [4, 'csvNotANumber'],
      [5, 'csvTwice'],
      [6, 'csvColumns'],
    ])
    expect(read.file.cellAt(['18', '2023'])).toEqual({ value: 10, sign: null })
  })
})

it('random garbage is never thrown at the caller', () => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const pieces = [
    '"',
    ';',
    ',',
    '\n',
    '\t',
    '2024',
    'region',
    '{',
    '}',
    '[',
    ']',
    ':',
    '..',
    '1,5',
    '__proto__',
    '\u0000',
    'å',
  ]
  for (let run = 0; run < 500; run++) {
    const text = Array.from({ length: random(60) }, () => pieces[random(pieces.length)]).join('')
    for (const format of ['csv', 'jsonStat'] as const) expect(() => readStatisticsFile(format, text)).not.toThrow()
  }
})
