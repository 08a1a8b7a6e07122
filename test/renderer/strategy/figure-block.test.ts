import { describe, expect, it } from 'vitest'
import { blockOf, cellsOf, decimalSignOf } from '#renderer/features/strategy/figure-block.ts'
import { columnsFor } from '#renderer/features/strategy/figure-columns.ts'
import { readStatistics } from '#renderer/features/strategy/statistics-file.ts'

describe('a block from a sheet', () => {
  it('is lines of cells, also where a cell holds a line end or quotes', () => {
    expect(cellsOf('1\t2\r\n3\t"a\n""b"""\r\n')).toEqual([
      ['1', '2'],
      ['3', 'a\n"b"'],
    ])
  })
  it.each([
    ['3,87\t1.234', ','],
    ['3.87\t1,234', '.'],
    ['1.234,5\t1.234', ','],
    ['1 234\t12,5', ','],
    ['1.234\t5.678', undefined],
    ['3,87\t3.87', undefined],
    ['1,234,567\t12.500', '.'],
  ])('%s shows its decimal sign: %s', (text, sign) => {
    expect(decimalSignOf(cellsOf(text))).toBe(sign)
  })
  it('with periods in its first line is no figure there', () => {
    expect(blockOf('2022\t2023\t2024\n1,5\t2\t3')).toMatchObject({
      periods: ['2022', '2023', '2024'],
      values: [['1,5', '2', '3']],
    })
    expect(blockOf('Region\t2024K1\t2024K2\nØstfold\t1\t2')).toMatchObject({
      periods: ['2024-Q1', '2024-Q2'],
      values: [['1', '2']],
      labels: 1,
    })
  })
  it('of one line is figures, whatever they look like', () => {
    expect(blockOf('2022\t2023\t2024')).toMatchObject({ periods: null, values: [['2022', '2023', '2024']] })
    expect(blockOf('1950\t2010\n2011\t2015')).toMatchObject({ periods: null })
  })
  it('keeps words that say that a value is missing', () => {
    expect(blockOf('mangler\t1\nsaknas\t2').values).toEqual([
      ['mangler', '1'],
      ['saknas', '2'],
    ])
  })
})

it('columns are the periods of a kind, and by year also days and intervals that have figures', () => {
  const rows = [
    { indicator: { frequency: 'irregular' as const }, figures: [{ period: '2017/2022' }, { period: '2023-05-01' }] },
  ]
  expect(columnsFor(rows, 'year', 2021, 2023)).toEqual(['2021', '2017/2022', '2022', '2023-05-01', '2023'])
  expect(columnsFor([], 'quarter', 2024, 2024)).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'])
})

it('a file is read as UTF-8 where it is that, else as Windows-1252', () => {
  expect(readStatistics(new TextEncoder().encode('{"label":"Østfold"}'))).toMatchObject({
    format: 'jsonStat',
    encoding: 'UTF-8',
  })
  const old = new Uint8Array([0xd8, 0x73, 0x74, 0x66, 0x6f, 0x6c, 0x64, 0x3b])
  expect(readStatistics(old)).toEqual({ text: 'Østfold;', format: 'csv', encoding: 'Windows-1252' })
})
