import { describe, expect, it } from 'vitest'
import { activityStatuses, comparators, goalStatuses, targetKinds } from '#shared/domain/records/goal.ts'
import {
  availabilities,
  breakdowns,
  directions,
  frequencies,
  indicatorUnits,
  measurementStatuses,
} from '#shared/domain/records/indicator.ts'
import { blankPlan, planStatuses } from '#shared/domain/records/plan.ts'
import type { FilePlan } from '#shared/plan-file/parts.ts'
import { readPlanFile } from '#shared/plan-file/read.ts'
import { type Unplaced, writePlanFile } from '#shared/plan-file/write.ts'
import fc from '#test/random.ts'

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
/** What has broken readers of YAML: words that are values, signs of the language, other scripts, look-alikes of numbers. */
const words = fc.constantFrom(
  'NO',
  'null',
  '~',
  'yes',
  '- a',
  'a: b',
  '# x',
  '"',
  "'",
  '2018',
  '0x1F',
  '1e3',
  '&a',
  '*a',
)
const hard = fc.constantFrom(
  '!!str',
  '<<',
  '{',
  '] ,',
  '%',
  '@',
  '`',
  'æøå',
  '«Øst»',
  '🙂',
  '2024-01-01',
  '|',
  '>',
  '?',
)
const line = fc.array(fc.oneof(words, hard), { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n\n'))
const day = fc.constantFrom('2024-02-29', '2026-01-01')
const period = fc.constantFrom('2024', '2024-H1', '2024-Q3', '2024-03', '2017/2022')
const figure = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(0, 3.87, -0.92, 1e15, 0.000001))
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 2 })

const wording = fc.record({
  text,
  sourceDocument: maybe(line),
  place: maybe(line),
  inForce: fc.boolean(),
  targetValue: maybe(figure),
})
const strategy = fc.record({ fields: fc.record({ text, examples: few(line) }), ref: fc.constant(null) })
const activity = (numbers: fc.Arbitrary<number | null>) =>
  fc.record({
    fields: fc.record({
      code: fc.constant(null),
      title: line,
      year: maybe(fc.integer({ min: 1900, max: 2100 })),
      status: fc.constantFrom(...activityStatuses),
      statusComment: maybe(text),
      statusOn: maybe(day),
      dueOn: maybe(day),
      dependsOn: maybe(line),
    }),
    responsible: maybe(line),
    areaNumber: numbers,
    ref: fc.constant(null),
    strategy: fc.constant(null),
    previous: fc.constant(null),
  })
const measured = fc.record({
  regionCode: fc.constantFrom('31', 'NO', '0117', 'eget område'),
  period,
  breakdownCode: maybe(line),
  value: figure,
  missingReason: fc.constant(null),
  status: fc.constantFrom(...measurementStatuses),
  seriesBreak: fc.boolean(),
  breakNote: maybe(line),
  sourceDocument: maybe(line),
  note: maybe(text),
  vintage: maybe(day),
  enteredBy: maybe(line),
})
const missing = fc.tuple(measured, line).map(([one, missingReason]) => ({ ...one, value: null, missingReason }))
const indicator = (lead: boolean) =>
  fc.record({
    fields: fc.record({
      code: fc.uuid().map((one) => one.slice(0, 30)),
      title: line,
      group: maybe(line),
      unit: fc.constantFrom(...indicatorUnits),
      unitText: maybe(line),
      decimals: fc.integer({ min: 0, max: 6 }),
      direction: fc.constantFrom(...directions),
      sourceName: maybe(line),
      sourceUrl: maybe(line),
      sourceTable: maybe(line),
      frequency: fc.constantFrom(...frequencies),
      availability: fc.constantFrom(...availabilities),
      regionCodes: few(fc.constantFrom('31', '0301', 'NO')),
      breakdown: fc.constantFrom(...breakdowns),
      definition: maybe(text),
      calculation: maybe(text),
      nextExpectedOn: maybe(day),
      jumpFactor: maybe(fc.constantFrom(1.5, 3)),
    }),
    lead: fc.constant(lead),
    coined: fc.constant(false),
    responsible: maybe(line),
    figures: few(fc.oneof(measured, missing)),
    earlier: few(fc.tuple(fc.oneof(measured, missing), day).map(([one, vintage]) => ({ ...one, vintage }))),
    linkNote: maybe(line),
  })
const goalWith = <S>(subGoals: fc.Arbitrary<S[]>) =>
  fc.record({
    fields: fc.record({
      code: fc.uuid().map((one) => one.slice(0, 20)),
      title: line,
      definition: maybe(text),
      targetKind: fc.constantFrom(...targetKinds),
      targetValue: maybe(figure),
      targetUnit: maybe(fc.constantFrom(...indicatorUnits)),
      comparator: maybe(fc.constantFrom(...comparators)),
      baselineValue: maybe(figure),
      baselineUnit: maybe(fc.constantFrom(...indicatorUnits)),
      baselinePeriod: maybe(period),
      baselineSource: maybe(line),
      referenceText: maybe(line),
      targetPeriod: maybe(period),
      deadline: maybe(day),
      test: maybe(text),
      status: maybe(fc.constantFrom(...goalStatuses)),
      statusComment: maybe(text),
      statusOn: maybe(day),
      strategyIntro: maybe(text),
    }),
    responsible: maybe(line),
    place: maybe(fc.nat(1000)),
    previous: fc.constant(null),
    referenceCode: maybe(line),
    wordings: few(wording),
    strategies: few(strategy),
    activities: few(activity(fc.constant(null))),
    indicators: fc
      .tuple(few(indicator(false)), maybe(indicator(true)))
      .map(([own, lead]) => [...own, ...(lead ? [lead] : [])]),
    subGoals,
  })
const goal = goalWith(few(goalWith(fc.constant([]))))
const project = (areaNumbers: fc.Arbitrary<number[]>) =>
  fc.record({
    fields: fc.record({
      title: line,
      number: maybe(line),
      startYear: fc.integer({ min: 1900, max: 2100 }),
      lighthouse: fc.boolean(),
      description: maybe(text),
    }),
    areaNumbers,
  })
const area = (number: number) =>
  fc.record({
    fields: fc.record({
      number: fc.constant(number),
      title: line,
      titleVariants: few(fc.record({ text: line, source: maybe(line) })),
      description: maybe(text),
      strategyIntro: maybe(text),
    }),
    responsible: maybe(line),
    previous: fc.constant(null),
    goals: few(goal),
    strategies: few(strategy),
    activities: few(activity(fc.constant(null))),
    projects: few(project(fc.constant([]))),
  })
const { previousVersionId: _none, ...blank } = blankPlan
const plan: fc.Arbitrary<Unplaced<FilePlan>> = fc.record({
  fields: fc.record({
    ...(Object.fromEntries(Object.keys(blank).map((key) => [key, maybe(line)])) as Record<
      | 'organisation'
      | 'versionLabel'
      | 'adoptedBy'
      | 'areaLabel'
      | 'goalLabel'
      | 'subGoalLabel'
      | 'strategyLabel'
      | 'activityLabel',
      fc.Arbitrary<string | null>
    >),
    title: line,
    country: maybe(fc.constantFrom('NO' as const, 'SE' as const)),
    language: maybe(fc.constantFrom('nb' as const, 'sv' as const, 'en' as const)),
    periodFrom: maybe(fc.integer({ min: 1900, max: 2100 })),
    periodTo: maybe(fc.integer({ min: 1900, max: 2100 })),
    status: fc.constantFrom(...planStatuses),
    adoptedOn: maybe(day),
    vision: maybe(text),
    mission: maybe(text),
    mainGoal: maybe(text),
    values: few(text),
  }),
  ref: fc.constant(null),
  previousVersion: fc.constant(null),
  wordings: few(wording),
  sections: few(fc.record({ title: line, lines: few(text) })),
  areas: fc.tuple(area(1), area(2)).map((all) => [...all]),
  goals: few(goal),
  activities: few(activity(fc.constant(null))),
  indicators: few(indicator(false)),
  references: few(indicator(false)),
  projects: few(project(fc.constantFrom([], [1, 2]))),
})

/** Without the places in the file. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key === 'node' ? [] : [[key, bare(inner)]])),
  )
}

describe('a written plan file', () => {
  it('is read as what was written, whatever the texts hold', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(plan, (one) => {
        const file = readPlanFile(writePlanFile([one, { ...one, fields: { ...one.fields, title: 'B' } }]))
        expect(file.remarks).toEqual([])
        expect(file.plans.map(bare)[0]).toEqual(one)
        expect(file.plans).toHaveLength(2)
      }),
      { numRuns: 60 },
    )
  })
})
