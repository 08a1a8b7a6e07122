/** What goals and figures hold an indicator to: its unit, its breakdown, its being there at all. */
import { describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { aPlanDesk } from '../goals/a-plan-desk.ts'

const keysOf = (fields: Readonly<Record<string, { readonly key: string }>> | undefined) =>
  Object.entries(fields ?? {}).map(([field, { key }]) => `${field} ${key.replace('problems.field.', '')}`)

describe('an indicator that goals rest on', () => {
  it('is not removed while it leads a goal, which is named', async () => {
    const desk = await aPlanDesk()
    const { id } = desk.anIndicator()
    desk.figures(id, { 2024: 10 })
    const goal = await desk.aGoal({ title: 'Flere i arbeid', leadIndicatorId: id })
    const problem = await desk.problemOf('indicators.remove', { id })
    expect(problem).toMatchObject({ code: 'refused', key: 'problems.indicatorLeads' })
    expect(problem.params?.goal).toContain('Flere i arbeid')
    expect((await desk.call('indicators.open', { id })).series).toHaveLength(1)
    await desk.call('goals.revise', { id: goal.id, changes: { leadIndicatorId: null } })
    await desk.call('indicators.remove', { id })
  })

  it('is not removed while a goal is to be better than it, and keeps its figures', async () => {
    const desk = await aPlanDesk()
    const [lead, reference] = [desk.anIndicator(), desk.anIndicator()]
    desk.figures(reference.id, { 2024: 10 })
    const goal = await desk.aGoal({
      targetKind: 'betterThanReference',
      leadIndicatorId: lead.id,
      referenceId: reference.id,
    })
    expect((await desk.call('indicators.open', { id: reference.id })).referenceOf).toEqual([
      { id: goal.id, code: goal.code, title: goal.title },
    ])
    expect((await desk.problemOf('indicators.remove', { id: reference.id })).code).toBe('refused')
    expect((await desk.call('indicators.open', { id: reference.id })).series).toHaveLength(1)
  })

  it.each<[InputOf<'indicators.revise'>['changes']['unit'], Partial<InputOf<'goals.add'>>, boolean]>([
    ['number', { targetKind: 'level', targetUnit: 'percent', targetValue: 80 }, false],
    ['percentagePoints', { targetKind: 'level', targetUnit: 'percent', targetValue: 80 }, false],
    ['notStated', { targetKind: 'level', targetUnit: 'percent', targetValue: 80 }, true],
    ['number', { targetKind: 'absoluteChange', targetUnit: 'percentagePoints', targetValue: 2 }, false],
    ['number', { targetKind: 'relativeChange', targetUnit: 'percent', targetValue: 5 }, true],
  ])('may count in %s or not, by what its goal aims at', async (unit, target, allowed) => {
    const desk = await aPlanDesk()
    const { id } = desk.anIndicator({ unit: 'percent' })
    const goal = await desk.aGoal({ ...target, leadIndicatorId: id })
    const reply = await desk.ask('indicators.revise', { id, changes: { unit } })
    if (allowed) expect(reply.ok).toBe(true)
    else {
      const fields = reply.ok ? {} : reply.problem.fields
      expect(keysOf(fields)).toEqual(['changes.unit unitAgainstGoal'])
      expect(fields?.['changes.unit']?.params).toEqual({ code: goal.code })
    }
  })
})

describe('an indicator that has figures', () => {
  it('stays broken down while figures are of parts, also through undo', async () => {
    const desk = await aPlanDesk()
    const { id } = desk.anIndicator({ breakdown: 'none' })
    await desk.call('indicators.revise', { id, changes: { breakdown: 'sex' } })
    const broken = desk.backend.workspaces.store().db.prepare('SELECT max(stamp) FROM change_sets').pluck().get()
    const place = { indicatorId: id, regionCode: '31', period: '2024', breakdownCode: '1' }
    await desk.call('measurements.enter', { figures: [{ ...place, value: 5 }] })
    const { fields } = await desk.problemOf('indicators.revise', { id, changes: { breakdown: 'none' } })
    expect(keysOf(fields)).toEqual(['changes.breakdown breakdownAgainstFigures'])
    expect((await desk.problemOf('history.undo', { stamp: String(broken) })).code).not.toBe('internal')
    expect((await desk.call('indicators.open', { id })).indicator.breakdown).toBe('sex')
    await desk.call('indicators.revise', { id, changes: { breakdown: 'industry' } })
    const [entered] = await desk.call('measurements.vintages', place)
    await desk.call('measurements.remove', { id: entered?.id ?? '' })
    await desk.call('indicators.revise', { id, changes: { breakdown: 'none' } })
  })

  it('becomes a rank only where all are whole numbers from 1', async () => {
    const desk = await aPlanDesk()
    const { id } = desk.anIndicator()
    desk.figures(id, { 2023: 4, 2024: 2.5 })
    const { fields } = await desk.problemOf('indicators.revise', { id, changes: { unit: 'rank' } })
    expect(keysOf(fields)).toEqual(['changes.unit figuresAreNoRanks'])
  })

  it('tells what is to be looked at, in the order of its fields, and nothing where all is said', async () => {
    const desk = await aPlanDesk()
    const bare = await desk.call('indicators.add', { code: 'X-1', title: 'Ny', nextExpectedOn: '2026-09-14' })
    const told = (await desk.call('indicators.open', { id: bare.id })).warnings
    expect(told.map(({ field }) => field)).toEqual(['unit', 'sourceName', 'frequency', 'definition', 'nextExpectedOn'])
    await desk.call('indicators.revise', { id: bare.id, changes: { availability: 'mustBeOrdered' } })
    const [, source] = (await desk.call('indicators.open', { id: bare.id })).warnings
    expect(source?.message.key).toBe('problems.field.sourceToOrderMissing')
    const { id } = desk.anIndicator({ definition: 'Alle', nextExpectedOn: '2026-09-15' })
    expect((await desk.call('indicators.open', { id })).warnings).toEqual([])
  })
})
