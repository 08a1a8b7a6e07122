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
    // A field that is no number stands where it stands, and says so; a line of another width names nothing.
    expect(read.file.cellAt(['18', '2024'])?.wrong?.key).toBe('problems.field.csvNotANumber')
    expect(read.file.dimensions[0]?.values).toEqual([{ code: '18', label: 'Örebro län' }])
    expect(read.file.unread).toBe(2)
  })
  it.each([
    ['minus signs of print', 'region;år;A;B\n31;2023;\u22121,5;2\n31;2024;\u20131,5;-3', [-1.5, 2, -1.5, -3]],
    [
      'blanks between thousands',
      'region;år;A;B\n31;2023;1 234,5;1\u00a0234\n31;2024;12\u202f345;1',
      [1234.5, 1234, 12345, 1],
    ],
    [
      'a field that is no number among several columns',
      'region;år;A;B\n31;2023;n/a;2\n31;2024;1;2',
      ['wrong', 2, 1, 2],
    ],
    [
      'CRLF, a byte order mark and tabs',
      '\uFEFFregion\tår\tA\tB\r\n31\t2023\t1,5\t2\r\n31\t2024\t1\t2\r\n',
      [1.5, 2, 1, 2],
    ],
    [
      'a note below with a separator in it',
      'region;år;A;B\n31;2023;1;2\n31;2024;3;4\n\nKilde: SSB; tabell 1\n',
      [1, 2, 3, 4],
    ],
  ])('%s', (_what, text, expected) => {
    const read = readStatisticsFile('csv', text)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const found = ['2023', '2024'].flatMap((year) =>
      ['A', 'B'].map((column) => {
        const cell = read.file.cellAt(['31', year, column])
        return cell?.wrong ? 'wrong' : (cell?.value ?? null)
      }),
    )
    expect(found).toEqual(expected)
  })
})

it('a column of ages is no column of values, whichever ages it has', () => {
  for (const ages of [
    ['0', '1', '2'],
    ['totalt', '15', '16'],
  ]) {
    const lines = ages.flatMap((age, at) => [`18;2023;${age};${10 + at}`, `18;2024;${age};${20 + at}`])
    const read = readStatisticsFile('csv', ['region;år;ålder;Folkmängd', ...lines].join('\n'))
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    expect(read.file.dimensions.map(({ id }) => id)).toEqual(['region', 'år', 'ålder'])
    expect(read.file.cellAt(['18', '2024', ages[1] ?? ''])?.value).toBe(21)
  }
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
