import { describe, expect, it } from 'vitest'
import { readFigure } from '#shared/domain/figure-text.ts'
import type { IndicatorUnit } from '#shared/domain/records/indicator.ts'

const read = (text: string, unit: IndicatorUnit = 'number', unitText: string | null = null) =>
  readFigure(text, { unit, unitText })
const value = (number: number) => ({ kind: 'value', value: number })

describe('a figure in a cell', () => {
  it.each<[string, IndicatorUnit, number]>([
    ['3,87', 'percent', 3.87],
    ['3,87 %', 'percent', 3.87],
    ['3.87%', 'percent', 3.87],
    ['1,5 prosent', 'percent', 1.5],
    ['-0,4 prosentpoeng', 'percentagePoints', -0.4],
    ['0,4 procentenheter', 'percentagePoints', 0.4],
    ['1,2 pp', 'percentagePoints', 1.2],
    ['1 234,5', 'number', 1234.5],
    ['1 234 567 kr', 'NOK', 1234567],
    ['SEK 12', 'SEK', 12],
    ['3', 'rank', 3],
    ['0', 'number', 0],
  ])('%s in %s', (text, unit, number) => {
    expect(read(text, unit)).toEqual(value(number))
  })
  it('may carry the name of its unit', () => {
    expect(read('56 000 arbeidsplasser', 'number', 'arbeidsplasser')).toEqual(value(56000))
  })

  it.each<[string, IndicatorUnit, string]>([
    ['3,87 %', 'number', 'percentHere'],
    ['3,87 %', 'percentagePoints', 'percentForPoints'],
    ['3,87 prosentpoeng', 'percent', 'percentPointsHere'],
    ['12 SEK', 'NOK', 'otherCurrency'],
    ['2,5', 'rank', 'rankNotWhole'],
    ['0', 'rank', 'rankNotWhole'],
    ['-', 'number', 'dashInDoubt'],
    ['\u2013', 'number', 'dashInDoubt'],
    ['1.234', 'number', 'numberInDoubt'],
    ['12 ca', 'number', 'notANumber'],
    ['%', 'percent', 'notANumber'],
    ['1,2,3', 'number', 'notANumber'],
  ])('%s in %s is refused: %s', (text, unit, key) => {
    expect(read(text, unit)).toMatchObject({ kind: 'refused', message: { key: `problems.field.${key}` } })
  })

  it.each([
    ['.', 'impossible'],
    [':', 'withheld'],
    ['..', 'unknown'],
    ['mangler', null],
    ['Saknas', null],
    ['N/A', null],
    ['#I/T', null],
  ])('%s says that there is none', (text, sign) => {
    expect(read(text)).toEqual({ kind: 'missing', sign })
  })
  it('blank says nothing', () => {
    expect(read(' \u00a0')).toEqual({ kind: 'empty' })
  })
  it('is in no doubt beside others of its sheet', () => {
    expect(readFigure('1,234', { unit: 'number', unitText: null }, '.')).toEqual(value(1234))
  })
})
