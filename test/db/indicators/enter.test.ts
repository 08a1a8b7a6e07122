import { describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { today } from '../a-backend.ts'
import { aProjectDesk, type ProjectDesk } from '../a-project-desk.ts'

type Given = InputOf<'measurements.enter'>['figures'][number]
const indicatorOf = (desk: ProjectDesk, given: Partial<InputOf<'indicators.add'>> = {}) =>
  desk.call('indicators.add', {
    code: 'I-1.1.1',
    title: 'Sysselsatte',
    unit: 'number',
    frequency: 'yearly',
    regionCodes: ['31'],
    ...given,
  })
const enter = (desk: ProjectDesk, figures: Given[], confirmJumps = false) =>
  desk.call('measurements.enter', { figures, confirmJumps })
const refusal = async (desk: ProjectDesk, figures: Given[]) => {
  const { fields } = await desk.problemOf('measurements.enter', { figures })
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([field, { key }]) => [field, key.replace('problems.field.', '')]),
  )
}

describe('entering figures', () => {
  it('a figure that differs is a new vintage, one that equals changes nothing, one of the same day is corrected', async () => {
    const desk = await aProjectDesk()
    const { id } = await indicatorOf(desk)
    const figure = { indicatorId: id, regionCode: '31', period: '2024', value: 100 }
    expect(await enter(desk, [{ ...figure, vintage: '2025-03-01' }])).toEqual({ added: 1, corrected: 0, unchanged: 0 })
    expect(await enter(desk, [figure])).toEqual({ added: 0, corrected: 0, unchanged: 1 })
    expect(await enter(desk, [{ ...figure, value: 101 }])).toEqual({ added: 1, corrected: 0, unchanged: 0 })
    expect(await enter(desk, [{ ...figure, value: 102 }])).toEqual({ added: 0, corrected: 1, unchanged: 0 })
    const vintages = await desk.call('measurements.vintages', { indicatorId: id, regionCode: '31', period: '2024' })
    expect(vintages.map(({ value, vintage, enteredBy }) => [value, vintage, enteredBy])).toEqual([
      [102, today, 'Kari Berg'],
      [100, '2025-03-01', 'Kari Berg'],
    ])
    await desk.undo()
    const [row] = (await desk.call('indicators.list', {})).rows
    expect(row?.latest).toMatchObject({ value: 101, period: '2024' })
  })

  it('a note given with an equal figure is not lost', async () => {
    const desk = await aProjectDesk()
    const { id } = await indicatorOf(desk)
    const figure = { indicatorId: id, regionCode: '31', period: '2024', value: 0 }
    await enter(desk, [{ ...figure, vintage: '2025-03-01', sourceDocument: 'Tabell 1' }])
    expect(await enter(desk, [{ ...figure, note: 'Ringt SSB' }])).toMatchObject({ corrected: 1 })
    const [only, ...others] = await desk.call('measurements.vintages', {
      indicatorId: id,
      regionCode: '31',
      period: '2024',
    })
    expect(others).toEqual([])
    expect(only).toMatchObject({ value: 0, note: 'Ringt SSB', sourceDocument: 'Tabell 1', vintage: '2025-03-01' })
  })

  it('enters all or none, and says by figure what is wrong', async () => {
    const desk = await aProjectDesk()
    const { id } = await indicatorOf(desk)
    const figure = { indicatorId: id, regionCode: '31', period: '2024', value: 5 }
    expect(
      await refusal(desk, [
        figure,
        { ...figure, period: '2023', value: null },
        { ...figure, period: '2022', missingReason: 'Ikke spurt' },
        { ...figure, period: '2021', value: null, missingReason: 'Ikke spurt' },
        { ...figure, period: '2020-Q1' },
        { ...figure, period: '2027' },
        { ...figure, regionCode: '01' },
        { ...figure, period: '2019', seriesBreak: true },
        { ...figure, period: '2018', vintage: '2026-09-16' },
        { ...figure, period: '2017', breakdownCode: 'C' },
        { ...figure, period: '2016', value: 1.1234567 },
        figure,
      ]),
    ).toEqual({
      'figures.1.value': 'valueOrReason',
      'figures.2.missingReason': 'valueAndReason',
      'figures.3.status': 'missingStatusMissing',
      'figures.4.period': 'periodOtherFrequency',
      'figures.5.period': 'periodNotBegun',
      'figures.6.regionCode': 'regionReplaced',
      'figures.7.breakNote': 'breakNoteMissing',
      'figures.8.vintage': 'dayInFuture',
      'figures.9.breakdownCode': 'indicatorNotDivided',
      'figures.10.value': 'figureDecimals',
      'figures.11.period': 'figureTwice',
    })
    expect((await desk.call('indicators.open', { id })).series).toEqual([])
  })

  it('asks about a figure far from the one before, its sign and a fall to nought, and takes it confirmed', async () => {
    const desk = await aProjectDesk()
    const { id } = await indicatorOf(desk)
    const figure = (period: string, value: number) => ({ indicatorId: id, regionCode: '31', period, value })
    await enter(desk, [figure('2020', 100)])
    expect(await refusal(desk, [figure('2021', 300)]).catch(() => 'taken')).toBe('taken')
    await enter(desk, [figure('2021', 100)], true)
    for (const value of [301, 33, 0, -100]) {
      expect(await refusal(desk, [figure('2022', value)])).toEqual({ 'figures.0.value': 'jump' })
    }
    // One after the other in the same call is held against the one before it.
    expect(await refusal(desk, [figure('2022', 250), figure('2023', 2500)])).toEqual({ 'figures.1.value': 'jump' })
    expect(await refusal(desk, [figure('2023', 2500), figure('2022', 250)])).toEqual({ 'figures.0.value': 'jump' })
    expect(await enter(desk, [figure('2022', 0)], true)).toMatchObject({ added: 1 })
    expect(await enter(desk, [figure('2023', 5)])).toMatchObject({ added: 1 })
  })

  it('the newest figure moves on the day that the next is expected; filling in old ones does not', async () => {
    const desk = await aProjectDesk()
    const { id } = await indicatorOf(desk, { nextExpectedOn: '2026-08-01' })
    const expected = async () => (await desk.call('indicators.open', { id })).indicator
    expect(await expected()).toMatchObject({ daysOverdue: 45 })
    await enter(desk, [{ indicatorId: id, regionCode: '31', period: '2025', value: 5, vintage: '2026-07-01' }])
    expect((await expected()).nextExpectedOn).toBe('2026-08-01')
    await enter(desk, [{ indicatorId: id, regionCode: '31', period: '2015', value: 5 }])
    expect((await expected()).nextExpectedOn).toBe('2026-08-01')
    await enter(desk, [{ indicatorId: id, regionCode: '31', period: '2026', value: 6 }])
    expect(await expected()).toMatchObject({ nextExpectedOn: '2027-08-01', daysOverdue: 0 })
    expect(await desk.call('indicators.reminders', { withinDays: 30 })).toEqual([])
    await desk.undo()
    expect((await expected()).nextExpectedOn).toBe('2026-08-01')
  })

  it('5,000 figures in one call take less than two seconds, and the same again change nothing', async () => {
    const desk = await aProjectDesk()
    const ids: string[] = []
    for (let n = 0; n < 50; n++) ids.push((await indicatorOf(desk, { code: `I-${n}` })).id)
    const figures = ids.flatMap((indicatorId) =>
      Array.from({ length: 100 }, (_, n) => ({ indicatorId, regionCode: '31', period: `${1920 + n}`, value: 100 + n })),
    )
    // Of this process alone: other tests run beside this one.
    const before = process.cpuUsage()
    expect(await enter(desk, figures)).toMatchObject({ added: 5000 })
    const { user, system } = process.cpuUsage(before)
    if (process.env.FYR_TIMES) console.info(`${(user + system) / 1000} ms`)
    expect(user + system).toBeLessThan(2_000_000)
    expect(await enter(desk, figures)).toMatchObject({ unchanged: 5000 })
    const grid = await desk.call('measurements.grid', { indicatorIds: ids, fromYear: 2010, toYear: 2015 })
    expect(grid.rows.map((row) => row.figures.length)).toEqual(ids.map(() => 6))
  })
})

it('any sequence of entering, revising and removing gives the series of a simple model', async () => {
  const desk = await aProjectDesk()
  const { id } = await indicatorOf(desk)
  let seed = 20260915
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  // Model: records of period and vintage; in force is the latest vintage.
  const model = new Map<string, { period: string; vintage: string; value: number }>()
  const newest = (period: string) =>
    [...model.values()].filter((one) => one.period === period).sort((a, b) => (a.vintage < b.vintage ? 1 : -1))[0]
  for (let step = 0; step < 150; step++) {
    const period = `${2015 + random(6)}`
    const vintage = `2025-0${1 + random(9)}-01`
    const value = random(4)
    const key = `${period} ${vintage}`
    const act = random(10)
    if (act < 7) {
      await enter(desk, [{ indicatorId: id, regionCode: '31', period, value, vintage }], true)
      if (model.has(key) || newest(period)?.value !== value) model.set(key, { period, vintage, value })
    } else {
      const target = newest(period)
      if (!target) continue
      const [record] = await desk.call('measurements.vintages', { indicatorId: id, regionCode: '31', period })
      if (act === 7) {
        await desk.call('measurements.revise', { id: record?.id ?? '', changes: { value: 7 }, confirmJumps: true })
        model.set(`${period} ${target.vintage}`, { ...target, value: 7 })
      } else {
        await desk.call('measurements.remove', { id: record?.id ?? '' })
        model.delete(`${period} ${target.vintage}`)
      }
    }
  }
  const { series } = await desk.call('indicators.open', { id })
  const expected = [2015, 2016, 2017, 2018, 2019, 2020]
    .map((year) => newest(`${year}`))
    .flatMap((one) => (one ? [[one.period, one.vintage, one.value]] : []))
  expect(series[0]?.figures.map((one) => [one.period, one.vintage, one.value])).toEqual(expected)
})

describe('indicators', () => {
  it('a code is taken once, whatever its case; the same region is named once', async () => {
    const desk = await aProjectDesk()
    await indicatorOf(desk)
    const { fields } = await desk.problemOf('indicators.add', { code: 'i-1.1.1', title: 'To' })
    expect(fields?.code?.params).toEqual({ title: 'Sysselsatte' })
    const twice = await desk.problemOf('indicators.add', { code: 'I-2', title: 'To', regionCodes: ['31', '31'] })
    expect(Object.keys(twice.fields ?? {})).toEqual(['regionCodes'])
  })
  it('removing takes the figures along, and one undo brings all back', async () => {
    const desk = await aProjectDesk()
    const { id } = await indicatorOf(desk)
    await enter(desk, [{ indicatorId: id, regionCode: '31', period: '2024', value: 5 }])
    await desk.call('indicators.remove', { id })
    expect((await desk.problemOf('indicators.open', { id })).code).toBe('notFound')
    await desk.undo()
    expect((await desk.call('indicators.open', { id })).series).toHaveLength(1)
  })
  it('a frequency that its figures do not fit is refused, an address that cannot be opened too', async () => {
    const desk = await aProjectDesk()
    const { id } = await indicatorOf(desk)
    await enter(desk, [{ indicatorId: id, regionCode: '31', period: '2024', value: 5 }])
    const { fields } = await desk.problemOf('indicators.revise', {
      id,
      changes: { frequency: 'quarterly', sourceUrl: 'javascript:alert(1)' },
    })
    expect(Object.keys(fields ?? {}).sort()).toEqual(['changes.frequency', 'changes.sourceUrl'])
  })
  it('totals and filters hold what lacks a source, a recent figure, or is late', async () => {
    const desk = await aProjectDesk()
    const one = await indicatorOf(desk, { sourceName: 'SSB', definition: 'Alle', nextExpectedOn: '2026-09-14' })
    await indicatorOf(desk, { code: 'I-2' })
    await enter(desk, [{ indicatorId: one.id, regionCode: '31', period: '2024', value: 5, vintage: '2025-01-01' }])
    expect(await desk.call('indicators.totals', {})).toEqual({
      count: 2,
      overdue: 1,
      withoutRecent: 1,
      withoutSource: 1,
    })
    const codes = async (filter: InputOf<'indicators.list'>['filter']) =>
      (await desk.call('indicators.list', { filter })).rows.map(({ code }) => code)
    expect(await codes({ overdueOnly: true })).toEqual(['I-1.1.1'])
    expect(await codes({ withoutRecentOnly: true })).toEqual(['I-2'])
    expect(await codes({ incompleteOnly: true })).toEqual(['I-2'])
    expect(await codes({ text: 'sysselsatte' })).toEqual(['I-1.1.1', 'I-2'])
  })
  it("finds regions, the file's own codes among them", async () => {
    const desk = await aProjectDesk()
    await indicatorOf(desk, { regionCodes: ['Nedre Glomma'] })
    expect((await desk.call('regions.find', { text: 'nedre' })).map(({ code }) => code)).toEqual(['Nedre Glomma'])
    expect((await desk.call('regions.find', { text: 'viken' }))[0]).toEqual({
      code: '30',
      name: 'Viken',
      validTo: '2023-12-31',
      followedBy: '31, 32, 33',
    })
  })
})
