/** Figures out of files as SSB and SCB give them; the figures in the fixtures are invented. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { today } from '../a-backend.ts'
import { aProjectDesk, type ProjectDesk } from '../a-project-desk.ts'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/statistics/${name}`, import.meta.url), 'utf8')
const ssb = { format: 'jsonStat', text: fixture('ssb-region-time-contents.json') } as const
const scb = { format: 'jsonStat', text: fixture('scb-metric-role.json') } as const
const wide = { format: 'csv', text: fixture('ssb-wide.csv') } as const
const long = { format: 'csv', text: fixture('scb-long.csv') } as const

type Import = InputOf<'measurements.import'>
const anIndicator = (desk: ProjectDesk, given: Partial<InputOf<'indicators.add'>> = {}) =>
  desk.call('indicators.add', {
    code: 'I-1.1.1',
    title: 'Sysselsatte',
    unit: 'number',
    frequency: 'yearly',
    regionCodes: ['31'],
    ...given,
  })
const jobs = (indicatorId: string): Import['mapping'] => ({
  indicatorId,
  regionDimension: 'Region',
  periodDimension: 'Tid',
  held: { ContentsCode: 'Sysselsatte' },
})
const vintage = '2026-03-05'
/** What was written since, as the log tells it. */
const stampOf = (desk: ProjectDesk) =>
  desk.backend.workspaces.store().db.prepare('SELECT max(stamp) FROM change_sets').pluck().get()
const seriesOf = async (desk: ProjectDesk, id: string) =>
  Object.fromEntries(
    (await desk.call('indicators.open', { id })).series.map(({ regionCode, breakdownCode, figures }) => [
      breakdownCode === null ? regionCode : `${regionCode} ${breakdownCode}`,
      figures.map(({ value }) => value),
    ]),
  )

describe('a file of SSB in JSON-stat', () => {
  it('is told before it is mapped, and after it figure by figure, and nothing is written', async () => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk)
    const before = stampOf(desk)
    const bare = await desk.call('measurements.previewImport', ssb)
    expect(bare).toMatchObject({
      source: 'Statistisk sentralbyrå',
      updatedOn: vintage,
      cells: 48,
      rows: null,
      counts: null,
    })
    expect(bare.dimensions.map(({ role }) => role)).toEqual(['region', 'content', 'period'])
    const { rows, counts } = await desk.call('measurements.previewImport', { ...ssb, mapping: jobs(id) })
    expect(counts).toEqual({ new: 24, unchanged: 0, revised: 0, jump: 0, older: 0, refused: 0 })
    const of = (region: string, period: string) =>
      rows?.find((row) => row.regionCode === region && row.period === period)
    expect(of('NO', '2019')).toMatchObject({ value: 2_781_000, status: 'final', outcome: 'new', before: null })
    expect(of('3105', '2019')).toMatchObject({ value: null, status: 'missing' })
    expect(of('3105', '2019')?.missingReason).toContain('konfidensialitet')
    expect(of('31', '2024')).toMatchObject({ value: null, missingReason: 'Oppgave mangler' })
    expect(of('3107', '2024')).toMatchObject({ value: 20_480, status: 'preliminary' })
    expect(stampOf(desk)).toBe(before)
  })

  it('is fetched as shown, changes nothing when fetched again, and one undo takes it back', async () => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk, { nextExpectedOn: '2026-03-01' })
    const input = { ...ssb, mapping: jobs(id), vintage, sourceDocument: 'SSB 90001' }
    expect(await desk.call('measurements.import', input)).toEqual({ added: 24, corrected: 0, unchanged: 0, refused: 0 })
    expect((await desk.call('indicators.open', { id })).indicator).toMatchObject({ nextExpectedOn: '2027-03-01' })
    const [figure] = await desk.call('measurements.vintages', { indicatorId: id, regionCode: '31', period: '2023' })
    expect(figure).toMatchObject({ value: 42_020, vintage, sourceDocument: 'SSB 90001', enteredBy: 'Kari Berg' })
    const after = stampOf(desk)
    const again = { ...input, vintage: today, sourceDocument: 'samme tabell, lastet ned på nytt' }
    expect(await desk.call('measurements.import', again)).toEqual({ added: 0, corrected: 0, unchanged: 24, refused: 0 })
    expect(stampOf(desk)).toBe(after)
    await desk.undo()
    expect(await seriesOf(desk, id)).toEqual({})
  })

  it('a revised file gives new vintages of what differs alone, the same day corrects', async () => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk)
    await desk.call('measurements.import', { ...ssb, mapping: jobs(id), vintage })
    const revised = { ...ssb, text: ssb.text.replace('42020', '42100'), mapping: jobs(id) }
    const preview = await desk.call('measurements.previewImport', { ...revised, vintage: '2026-06-05' })
    expect(preview.counts).toMatchObject({ new: 0, unchanged: 23, revised: 1 })
    expect(preview.rows?.find(({ outcome }) => outcome === 'revised')).toMatchObject({ value: 42_100, before: 42_020 })
    const fetched = await desk.call('measurements.import', { ...revised, vintage: '2026-06-05' })
    expect(fetched).toEqual({ added: 1, corrected: 0, unchanged: 23, refused: 0 })
    const ofThe = { indicatorId: id, regionCode: '31', period: '2023' }
    expect((await desk.call('measurements.vintages', ofThe)).map(({ value }) => value)).toEqual([42_100, 42_020])
    const sameDay = { ...ssb, text: ssb.text.replace('42020', '42101'), mapping: jobs(id), vintage: '2026-06-05' }
    expect(await desk.call('measurements.import', sameDay)).toMatchObject({ added: 0, corrected: 1 })
  })

  it('only the regions that are chosen are taken', async () => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk)
    const mapping = { ...jobs(id), regions: ['31', '3107'] }
    expect(await desk.call('measurements.import', { ...ssb, mapping, vintage })).toMatchObject({ added: 12 })
    expect(Object.keys(await seriesOf(desk, id)).sort()).toEqual(['31', '3107'])
  })

  it('asks about jumps in the order of time, whichever end the file begins with, and takes them confirmed', async () => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk)
    const years = ['2024', '2023', '2022', '2021']
    const file = (values: number[]) =>
      ['region;år;Sysselsatte', ...values.map((value, at) => `31 Østfold;${years[at]};${value}`)].join('\n')
    const mapping = { indicatorId: id, regionDimension: 'region', periodDimension: 'år' }
    const input = { format: 'csv' as const, text: file([5100, 5050, 5000, 100]), mapping, vintage }
    const preview = await desk.call('measurements.previewImport', input)
    // The level moved once, so it is asked once.
    expect(preview.counts).toEqual({ new: 3, unchanged: 0, revised: 0, jump: 1, older: 0, refused: 0 })
    const asked = preview.rows?.find(({ outcome }) => outcome === 'jump')
    expect(asked).toMatchObject({ period: '2022', remark: { key: 'problems.field.jump' } })
    const { fields } = await desk.problemOf('measurements.import', input)
    expect(fields).toEqual({ confirmJumps: { key: 'problems.field.jumpsInFile', params: { count: 1 } } })
    expect(await seriesOf(desk, id)).toEqual({})
    expect(await desk.call('measurements.import', { ...input, confirmJumps: true })).toMatchObject({ added: 4 })
  })
})

describe('a file of SCB in JSON-stat', () => {
  it('has its parts as a breakdown, or one of them held', async () => {
    const desk = await aProjectDesk({ country: 'SE' })
    const { id } = await anIndicator(desk, { frequency: 'quarterly', breakdown: 'sex', regionCodes: ['18'] })
    const mapping = {
      ...{ indicatorId: id, regionDimension: 'Region', periodDimension: 'Tid', breakdownDimension: 'Kon' },
      held: { ContentsCode: '000009ZZ' },
    }
    const preview = await desk.call('measurements.previewImport', { ...scb, mapping })
    expect(preview.dimensions.map(({ role }) => role)).toEqual(['region', 'other', 'content', 'period'])
    expect(preview.counts).toMatchObject({ new: 24, refused: 0 })
    await desk.call('measurements.import', { ...scb, mapping, vintage })
    expect((await seriesOf(desk, id))['18 2']).toEqual([148_000, 148_050, 148_100, 148_150])
    const { breakdownDimension: _, ...whole } = mapping
    const held = await desk.problemOf('measurements.previewImport', { ...scb, mapping: whole })
    expect(held.fields).toEqual({ 'mapping.held.Kon': { key: 'problems.field.chooseHeld' } })
  })

  it('of another frequency is refused figure by figure, with the reason', async () => {
    const desk = await aProjectDesk({ country: 'SE' })
    const { id } = await anIndicator(desk, { regionCodes: ['18'] })
    const mapping = {
      ...{ indicatorId: id, regionDimension: 'Region', periodDimension: 'Tid' },
      held: { ContentsCode: '000009ZZ', Kon: '1' },
    }
    const preview = await desk.call('measurements.previewImport', { ...scb, mapping })
    expect(preview.counts).toMatchObject({ new: 0, refused: 12 })
    expect(preview.rows?.[0]?.remark?.key).toBe('problems.field.periodOtherFrequency')
    const before = stampOf(desk)
    const input = { ...scb, mapping, vintage }
    expect(await desk.call('measurements.import', input)).toEqual({ added: 0, corrected: 0, unchanged: 0, refused: 12 })
    expect(stampOf(desk)).toBe(before)
  })
})

describe('tables as CSV', () => {
  it('of SSB, with years as columns and decimal commas; a dash is left out and counted', async () => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk, { unit: 'percent', decimals: 1 })
    const mapping = { indicatorId: id, regionDimension: 'region', periodDimension: 'period' }
    const preview = await desk.call('measurements.previewImport', { ...wide, mapping })
    expect(preview.title).toContain('90002')
    expect(preview.counts).toEqual({ new: 11, unchanged: 0, revised: 0, jump: 0, older: 0, refused: 1 })
    expect(preview.rows?.find(({ outcome }) => outcome === 'refused')).toMatchObject({
      regionCode: '3107',
      period: '2024',
      remark: { key: 'problems.field.dashInDoubt' },
    })
    const fetched = await desk.call('measurements.import', { ...wide, mapping, vintage })
    expect(fetched).toEqual({ added: 11, corrected: 0, unchanged: 0, refused: 1 })
    expect(await seriesOf(desk, id)).toEqual({
      31: [3.9, 2.4, 2.5, 2.6],
      3105: [4.4, 2.9, null, 3.1],
      3107: [4.1, 2.7, 2.8],
    })
  })

  it('of SCB, a row per cell, as the screen passes it on once it has told the letters of Windows-1252', async () => {
    const desk = await aProjectDesk({ country: 'SE' })
    const { id } = await anIndicator(desk, { breakdown: 'sex', regionCodes: ['18'] })
    const text = new TextDecoder('windows-1252').decode(Buffer.from(long.text, 'latin1'))
    const mapping = { indicatorId: id, regionDimension: 'region', periodDimension: 'år', breakdownDimension: 'kön' }
    expect(await desk.call('measurements.import', { ...long, text, mapping, vintage })).toMatchObject({ added: 12 })
    expect((await seriesOf(desk, id))['18 kvinnor']).toEqual([70_100, 70_350, 70_800])
  })
})

describe('a file older than what stands', () => {
  const table = (value: string) => ({ format: 'csv', text: `region;2022;2023\n31;100;${value}\n` }) as const
  const mappingOf = (indicatorId: string) => ({ indicatorId, regionDimension: 'region', periodDimension: 'period' })

  it('says so figure by figure, asks about none, is kept as what was said then, and changes nothing in force', async () => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk, { nextExpectedOn: '2026-02-01' })
    const mapping = mappingOf(id)
    await desk.call('measurements.import', { ...table('110'), mapping, vintage: '2026-03-05' })
    // Far off what stands, and yet no question: it is not to be in force.
    const older = { ...table('900'), mapping, vintage: '2025-03-05' }
    const preview = await desk.call('measurements.previewImport', older)
    expect(preview.counts).toEqual({ new: 0, unchanged: 1, revised: 0, jump: 0, older: 1, refused: 0 })
    expect(preview.rows?.find(({ period }) => period === '2023')).toMatchObject({
      outcome: 'older',
      before: 110,
      remark: { key: 'problems.field.olderVintage', params: { day: '05.03.2026' } },
    })
    expect(await desk.call('measurements.import', older)).toEqual({ added: 1, corrected: 0, unchanged: 1, refused: 0 })
    expect(await seriesOf(desk, id)).toEqual({ 31: [100, 110] })
    const kept = await desk.call('measurements.vintages', { indicatorId: id, regionCode: '31', period: '2023' })
    expect(kept.map(({ value, vintage }) => [value, vintage])).toEqual([
      [110, '2026-03-05'],
      [900, '2025-03-05'],
    ])
    expect((await desk.call('indicators.open', { id })).indicator.nextExpectedOn).toBe('2027-02-01')
    // Corrected, it is older still.
    const corrected = await desk.call('measurements.previewImport', { ...older, ...table('901') })
    expect(corrected.counts).toMatchObject({ older: 1, revised: 0 })
  })
})

describe('lines of a table that cannot be read', () => {
  it('are left out, told by line, and counted like figures that are refused', async () => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk)
    const text = [
      'region;år;Jobber;Firmaer',
      '31;2020;100;x',
      '31;2021;mange;3',
      '31;2022;110;3',
      '31;2022;111;3',
      '31;2023;120',
    ].join('\n')
    const mapping = { indicatorId: id, regionDimension: 'region', periodDimension: 'år', held: { contents: 'Jobber' } }
    const preview = await desk.call('measurements.previewImport', { format: 'csv', text, mapping })
    expect(preview.counts).toMatchObject({ new: 2, refused: 3 })
    expect(preview.unread).toBe(2)
    expect(preview.rows?.find(({ period }) => period === '2021')).toMatchObject({
      outcome: 'refused',
      value: null,
      missingReason: null,
      remark: { key: 'problems.field.csvNotANumber' },
    })
    expect(await desk.call('measurements.import', { format: 'csv', text, mapping, vintage })).toEqual({
      added: 2,
      corrected: 0,
      unchanged: 0,
      refused: 3,
    })
  })
})

describe('what cannot be fetched', () => {
  it.each([
    ['jsonStat', '{"class": "dataset"', 'notJson'],
    ['jsonStat', '[]', 'notJsonStat'],
    ['jsonStat', `{"id":["a"],"size":[1e12],"dimension":{},"value":{}}`, 'tooManyCells'],
    ['csv', '', 'csvNoTable'],
    ['csv', 'region;2023;2023\n31;1;2', 'csvHeadTwice'],
    ['csv', '<html><body>503</body></html>', 'csvNoTable'],
  ] as const)('%s %s', async (format, text, key) => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk)
    const { problems, rows, dimensions } = await desk.call('measurements.previewImport', { format, text })
    expect({ rows, dimensions, keys: problems.map(({ message }) => message.key) }).toEqual({
      rows: null,
      dimensions: [],
      keys: [`problems.field.${key}`],
    })
    const { fields } = await desk.problemOf('measurements.import', { format, text, mapping: jobs(id), vintage })
    expect(fields?.text?.key).toBe(`problems.field.${key}`)
  })

  it('an indicator that is gone, a day ahead, a column that is not there', async () => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk)
    const refused = async (change: Partial<Import>) => {
      const { fields } = await desk.problemOf('measurements.import', { ...ssb, mapping: jobs(id), vintage, ...change })
      return Object.entries(fields ?? {}).map(([field, { key }]) => `${field} ${key.replace('problems.field.', '')}`)
    }
    expect(await refused({ vintage: '2026-09-16' })).toEqual(['vintage dayInFuture'])
    expect(await refused({ mapping: { ...jobs(id), regionDimension: '__proto__' } })).toEqual([
      'mapping.regionDimension noSuchDimension',
      'mapping.held.Region chooseHeld',
    ])
    await desk.call('indicators.remove', { id })
    expect(await refused({})).toEqual(['mapping.indicatorId gone'])
  })

  it('more figures than are fetched at once', async () => {
    const desk = await aProjectDesk()
    const { id } = await anIndicator(desk)
    const regions = Array.from({ length: 1001 }, (_, n) => `R${n}`)
    const years = Array.from({ length: 50 }, (_, n) => `${1970 + n}`)
    const text = JSON.stringify({
      ...{ id: ['Region', 'Tid'], size: [1001, 50] },
      dimension: { Region: { category: { index: regions } }, Tid: { category: { index: years } } },
      value: Array(1001 * 50).fill(1),
    })
    const mapping = { indicatorId: id, regionDimension: 'Region', periodDimension: 'Tid' }
    const { fields } = await desk.problemOf('measurements.previewImport', { format: 'jsonStat', text, mapping })
    expect(fields?.['mapping.regions']?.params).toEqual({ count: 50_050, most: 50_000 })
  })
})
