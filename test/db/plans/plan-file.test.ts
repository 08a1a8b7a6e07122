import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aBackend } from '../a-backend.ts'

const founding = new URL('../../../../shared/samples/founding-documents.yaml', import.meta.url)
const own = readFileSync(new URL('../../fixtures/plan-file/two-plans.yaml', import.meta.url), 'utf8')
const head = 'format: board-package-seed\nformat_version: 1\nplans:\n'

/** Imports all plans of a file and opens them. */
async function imported(text: string) {
  const desk = await aBackend()
  const preview = await desk.call('plans.previewImport', { text })
  const { planIds } = await desk.call('plans.import', { text, plans: preview.plans.map((_plan, at) => at) })
  return { desk, preview, planIds, plans: await Promise.all(planIds.map((id) => desk.call('plans.open', { id }))) }
}

describe.runIf(existsSync(founding))('the founding documents', () => {
  it('come in with everything they hold, and leave with one undo', async () => {
    const { desk, preview, plans } = await imported(readFileSync(founding, 'utf8'))
    expect(preview.remarks.filter(({ severity }) => severity !== 'warning')).toEqual([])
    const stated = (plan: (typeof plans)[number]) => plan.indicators.filter(({ code }) => !code.includes('.B')).length
    expect(
      plans.map((plan) => [
        plan.plan.areas.length,
        plan.goals.length,
        stated(plan),
        plan.projects.length,
        plan.activities.length,
        plan.strategies.length,
      ]),
    ).toEqual([
      [3, 9, 28, 8, 0, 18],
      [3, 6, 0, 0, 0, 0],
      [3, 0, 0, 0, 9, 0],
      [5, 0, 0, 0, 12, 0],
    ])
    expect(plans[1]?.goals.find(({ code }) => code === 'H')).toMatchObject({
      targetKind: 'annualRate',
      targetValue: 1.5,
      targetPeriod: '2030',
    })
    preview.plans.forEach(({ counts }, at) => {
      expect(plans[at]?.plan.counts).toEqual({
        areas: counts.areas,
        goals: counts.goals,
        subGoals: counts.subGoals,
        strategies: counts.strategies,
        activities: counts.activities,
        indicators: counts.indicators,
        projects: counts.projects,
        sections: counts.sections,
      })
    })
    const [last] = (await desk.call('history.latest', { cursor: null, limit: 1 })).rows
    await desk.call('history.undo', { stamp: last?.stamp ?? '' })
    expect(await desk.call('plans.list', {})).toEqual([])
  })
})

describe('a plan file', () => {
  it('has its parts told before, and makes what it told', async () => {
    const { desk, preview, plans } = await imported(own)
    expect(preview.remarks).toEqual([])
    const [fjord, lofte] = plans
    expect(fjord?.plan).toMatchObject({ organisation: 'Fjordby kommune', status: 'draft', areaLabel: 'Innsatsområde' })
    expect(fjord?.plan.areas[0]).toMatchObject({ responsibleId: desk.me, description: 'yngre enn fem år' })
    const goal = fjord?.goals.find(({ code }) => code === 'M-1.1')
    expect(goal).toMatchObject({
      responsibleId: desk.me,
      definition: 'Utgangspunktet er anslått.',
      status: 'atRisk',
      targetValue: 2,
      baselineValue: 40,
    })
    const lead = fjord?.indicators.find(({ code }) => code === 'I-1.1')
    expect(lead).toMatchObject({ id: goal?.leadIndicatorId, jumpFactor: 2.5, responsibleId: desk.me })
    const { series } = await desk.call('indicators.open', { id: lead?.id ?? '' })
    expect(series).toMatchObject([{ regionCode: '3105' }])
    expect(series[0]?.figures.map(({ value, status }) => [value, status])).toEqual([
      [40, 'final'],
      [46, 'preliminary'],
      [null, 'missing'],
    ])
    expect(fjord?.indicators.find(({ code }) => code === 'I-1.2')).toMatchObject({ breakdown: 'industry' })
    expect(fjord?.projects.find(({ number }) => number === 'F-2')?.focusAreaIds).toHaveLength(2)
    expect(lofte?.goals).toMatchObject([{ code: 'H', targetValue: 1.5, targetPeriod: '2030' }])
    expect(fjord?.goals.find(({ code }) => code === 'M-1.2')?.referenceId).not.toBeNull()
  })
  it('imported twice is told, and its indicators are used as they are', async () => {
    const { desk, planIds } = await imported(own)
    const again = await desk.call('plans.previewImport', { text: own })
    expect(again.plans.map(({ already }) => already?.id)).toEqual(planIds)
    expect(new Set(again.remarks.map(({ severity, message }) => `${severity} ${message.key}`))).toEqual(
      new Set(['warning problems.field.planFile.indicatorReused']),
    )
    const other = own.replace('title: "Gründere"', 'title: "Noe annet"')
    const taken = await desk.call('plans.previewImport', { text: other })
    expect(taken.remarks.find(({ severity }) => severity === 'error')?.message).toEqual({
      key: 'problems.field.planFile.indicatorTaken',
      params: { code: 'I-1.1', title: 'Gründere' },
    })
    expect(await desk.problemOf('plans.import', { text: other, plans: [0] })).toMatchObject({ code: 'invalid' })
    await desk.call('plans.import', { text: own, plans: [0] })
    expect(await desk.call('plans.list', {})).toHaveLength(3)
  })
  it.each<[string, number, string]>([
    ['  - title: A\n    period_from: 2030\n    period_to: 2020', 6, 'endBeforeStart'],
    [
      '  - title: A\n    goals:\n      - {code: a, title: b, target: {kind: level, unit: percent}}',
      6,
      'targetValueMissing',
    ],
    [
      '  - title: A\n    goals:\n      - code: a\n        title: b\n        target:\n          kind: multiple\n          value: -1',
      10,
      'multipleNotPositive',
    ],
    [
      '  - title: A\n    goals:\n      - {code: a, title: b, target: {kind: better_than_reference, reference_indicator: X-9}}',
      6,
      'planFile.noReferenceIndicator',
    ],
    ['  - title: A\n    activities:\n      - {title: b, status: dropped}', 6, 'droppedWithoutReason'],
    ['  - title: A\n    activities:\n      - {title: b, responsible: Ingen Her}', 6, 'planFile.nobodyNamed'],
    [
      '  - title: A\n    indicators:\n      - {code: a, title: b, measurements: [{period: 2024, value: 1}, {period: 2024, value: 2}]}',
      6,
      'planFile.figureTwice',
    ],
    ['  - title: A\n    activities:\n      - {title: b, focus_area: 7}', 6, 'planFile.noSuchArea'],
    // What can't be read is told once, and not again as missing.
    ...['factor: to', 'value: to', 'value: "2"', 'factor: [2]'].map((given): [string, number, string] => [
      `  - title: A\n    goals:\n      - code: a\n        title: b\n        target:\n          kind: multiple\n          ${given}`,
      10,
      'planFile.numberExpected',
    ]),
    [
      '  - title: A\n    indicators:\n      - {code: a, title: b, measurements: [{period: før, value: 1}]}',
      6,
      'badPeriod',
    ],
    [
      '  - title: A\n    indicators:\n      - {code: a, title: b, measurements: [{period: 2024, value: ti}]}',
      6,
      'planFile.numberExpected',
    ],
    [
      '  - title: A\n    indicators:\n      - {code: a, title: b, measurements: [{period: 2024}]}',
      6,
      'planFile.valueOrReason',
    ],
    ['  - title: A\n    indicators:\n      - {code: a, title: b, measurements: [{value: 1}]}', 6, 'planFile.missing'],
  ])('%# has what is wrong told by its line', async (plan, line, key) => {
    const desk = await aBackend()
    const { remarks } = await desk.call('plans.previewImport', { text: head + plan })
    expect(remarks.map((one) => [one.line, one.message.key])).toEqual([[line, `problems.field.${key}`]])
  })
  it('has a code of its own for figures without one, whatever is here', async () => {
    const desk = await aBackend()
    const plan = (title: string, figure: string, value = 1) =>
      `  - title: ${title}\n    goals:\n      - {code: a, title: b, baseline_measurements: [{title: ${figure}, period: 2024, value: ${value}}]}\n`
    const text = head + plan('A', 'Vekst') + plan('B', 'Jobber') + plan('C', 'Vekst') + plan('D', 'Vekst', 2)
    expect((await desk.call('plans.previewImport', { text })).remarks).toEqual([])
    const { planIds } = await desk.call('plans.import', { text, plans: [0, 1, 2, 3] })
    const plans = await Promise.all(planIds.map((id) => desk.call('plans.open', { id })))
    expect(plans.map(({ indicators }) => indicators.map(({ code, title }) => `${code} ${title}`))).toEqual([
      ['a.B1 Vekst'],
      ['a.B2 Jobber'],
      ['a.B1 Vekst'],
      ['a.B3 Vekst'],
    ])
  })
  it('of more characters than may be is refused with what to do', async () => {
    const desk = await aBackend()
    const problem = await desk.problemOf('plans.previewImport', { text: 'a'.repeat(1_000_001) })
    expect(problem.fields?.text?.key).toBe('problems.field.planFile.tooLarge')
  })
})
