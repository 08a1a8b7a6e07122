/** Any plans, their versions and figures, out as a file and into an empty one: the same records, ids and stamps aside. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GeneratorValue } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Writer } from '#db/changes.ts'
import type { EntityName } from '#db/entities.ts'
import { readAll, type Store } from '#db/store.ts'
import type { Goal } from '#shared/domain/records/goal.ts'
import { blankPlan } from '#shared/domain/records/plan.ts'
import type { Id } from '#shared/domain/values.ts'
import fc from '#test/random.ts'
import { aBackend, type TestBackend } from '../a-backend.ts'
import {
  aGoal,
  aLink,
  anActivity,
  anArea,
  anIndicator,
  aSection,
  aStrategy,
  aWording,
  nextId,
  written,
} from './a-plan-tree.ts'

const few = (g: GeneratorValue, most: number) => Array.from({ length: g(fc.nat, { max: most }) }, (_none, at) => at)
const oneOf = <T>(g: GeneratorValue, all: readonly T[]): T | null =>
  all.length === 0 ? null : (all[g(fc.nat, { max: all.length })] ?? null)
/** Words that readers of YAML take for something else; a hard blank, as numbers have it. */
const odd = ['NO', '2018', '~', '- a: b', '# x', '"«Øst»"', '1\u00a0000  nye', '{?}', '2024-01-01']
const line = (g: GeneratorValue) => oneOf(g, odd)
const text = (g: GeneratorValue) => oneOf(g, [...odd, 'En linje\n\nog en til'])
const targets: readonly Partial<Goal>[] = [
  { targetKind: 'level', targetValue: 12.5, targetUnit: 'percent', baselineValue: 8, baselineUnit: 'percent' },
  { targetKind: 'multiple', targetValue: 2, baselineValue: 40, baselinePeriod: '2022', targetPeriod: '2030' },
  { targetKind: 'qualitative', test: 'Vi spør dem.' },
]

interface Version {
  readonly id: Id
  readonly areas: readonly Id[]
  readonly goals: readonly Id[]
  readonly activities: readonly Id[]
}

function aVersion(
  g: GeneratorValue,
  write: Writer,
  name: string,
  before: Version | null,
  indicators: readonly Id[],
): Version {
  const { id } = write.insert('plans', {
    ...blankPlan,
    id: nextId(),
    title: name,
    previousVersionId: before?.id ?? null,
    status: before ? 'inForce' : 'superseded',
    vision: text(g),
    mainGoal: text(g),
    values: ['Mot', 'NO'],
    goalLabel: line(g),
    country: 'NO',
  })
  const areas = few(g, 2).map((at) => anArea(write, id, at + 1, `Område ${at}`))
  for (const area of areas) {
    write.revise('focusAreas', area, {
      previousId: oneOf(g, before?.areas ?? []),
      description: text(g),
      strategyIntro: text(g),
      titleVariants: [{ text: 'Annet navn', source: line(g) }],
    })
  }
  few(g, 2).map((at) => aSection(write, id, at, `Del ${at}`, ['en', '2018']))
  const goals: Id[] = []
  const homes = new Map<Id, Id | null>()
  const strategies: Id[] = []
  for (const at of few(g, 5)) {
    const parentId = oneOf(g, goals)
    const focusAreaId = parentId ? (homes.get(parentId) ?? null) : oneOf(g, areas)
    const goal = aGoal(write, id, `M-${at}`, {
      // In any order among areas, but a goal after the one that it is a part of is no rule.
      position: at * 3 + g(fc.nat, { max: 9 }),
      parentId,
      focusAreaId,
      previousId: oneOf(g, before?.goals ?? []),
      definition: text(g),
      strategyIntro: text(g),
      deadline: oneOf(g, ['2030-12-31']),
      ...oneOf(g, targets),
    })
    homes.set(goal, focusAreaId)
    goals.push(goal)
    const tied = new Set(few(g, 2).flatMap(() => oneOf(g, indicators) ?? []))
    for (const indicator of tied) aLink(write, goal, 'indicatorId', indicator, line(g))
    // A target whose unit is another than the indicator's is refused, so only goals without one have a lead.
    const { targetKind } = readAll(write, 'goals', 'id').find((one) => one.id === goal) ?? {}
    if (targetKind === 'none') write.revise('goals', goal, { leadIndicatorId: oneOf(g, [...tied]) })
    for (const n of few(g, 2)) aWording(write, id, goal, `Ordlyd ${n} av ${at}`, n === 0)
    for (const position of few(g, 2)) {
      const strategy = aStrategy(write, id, { goalId: goal }, `Strategi ${position} av ${at}`)
      write.revise('strategies', strategy, { position, examples: ['NO', '2018'] })
      strategies.push(strategy)
    }
  }
  for (const n of few(g, 3)) aWording(write, id, null, `Hovedordlyd ${n}`, n === 1)
  for (const focusAreaId of areas) strategies.push(aStrategy(write, id, { focusAreaId }, 'Strategi av området'))
  const activities = few(g, 5).map((at) => {
    const goalId = oneOf(g, goals)
    const ofGoal = goalId ? (homes.get(goalId) ?? null) : null
    return anActivity(write, id, `Aktivitet ${at} i ${name}`, {
      goalId,
      focusAreaId: ofGoal ?? oneOf(g, areas),
      strategyId: oneOf(g, strategies),
      code: g(fc.boolean) ? `A-${at}` : g(fc.boolean) ? `activity-${at}` : null,
      previousId: oneOf(g, before?.activities ?? []),
      dependsOn: line(g),
      year: oneOf(g, [2025, 2026]),
      status: g(fc.constantFrom, 'planned', 'ongoing'),
    })
  })
  return { id, areas, goals, activities }
}

function figuresOf(g: GeneratorValue, write: Writer, indicatorId: Id): void {
  for (const year of few(g, 3).map((at) => String(2020 + at))) {
    for (const vintage of ['2025-03-01', '2025-03-01', '2026-02-01'].slice(0, 1 + g(fc.nat, { max: 2 }))) {
      const value = oneOf(g, [0, 3.87, 11_500])
      const seriesBreak = g(fc.boolean)
      write.insert('measurements', {
        id: nextId(),
        indicatorId,
        regionCode: g(fc.constantFrom, '31', 'NO'),
        period: year,
        breakdownCode: null,
        value,
        missingReason: value === null ? 'ikke levert' : null,
        status: value === null ? 'missing' : g(fc.constantFrom, 'final', 'revised'),
        vintage,
        seriesBreak,
        breakNote: seriesBreak ? '{?}' : null,
        sourceDocument: line(g),
        enteredBy: oneOf(g, ['Kari Berg']),
        note: text(g),
      })
    }
  }
}

const kinds = [
  'plans',
  'focusAreas',
  'planSections',
  'goals',
  'wordings',
  'strategies',
  'activities',
  'indicators',
  'measurements',
  'goalLinks',
] as const satisfies readonly EntityName[]

const ordered: ReadonlySet<EntityName> = new Set(['goals', 'wordings', 'activities', 'measurements'])

/** Every record of plans and figures, ids told by what they stand for; of goals the order instead of the place. */
function records(store: Store): Record<string, unknown[]> {
  const names = new Map<string, string>()
  for (const one of readAll(store, 'plans', 'id')) names.set(one.id, one.title)
  for (const one of readAll(store, 'indicators', 'id')) names.set(one.id, one.code)
  const of = (id: string | null) => names.get(id ?? '') ?? null
  for (const one of readAll(store, 'focusAreas', 'id')) names.set(one.id, `${of(one.planId)} ${one.number}`)
  for (const one of readAll(store, 'goals', 'id')) names.set(one.id, `${of(one.planId)} ${one.code}`)
  for (const one of readAll(store, 'activities', 'id')) names.set(one.id, one.title)
  const strategies = readAll(store, 'strategies', 'id')
  for (const one of strategies) names.set(one.id, `${of(one.goalId ?? one.focusAreaId)} ${one.position} ${one.text}`)
  return Object.fromEntries(
    kinds.map((kind) => {
      const order = kind === 'goals' ? 'position, id' : 'created_stamp, id'
      const all = readAll(store, kind, kind === 'measurements' ? 'vintage, id' : order)
      const seen = new Map<string, number>()
      const told = all.map(({ id: _id, createdStamp: _made, changedStamp: _changed, ...one }) => {
        const said = Object.fromEntries(
          Object.entries(one).map(([key, value]) => [
            key,
            key.endsWith('Id') && value !== null ? (names.get(String(value)) ?? 'nothing') : value,
          ]),
        )
        // Among those of the same home, and of goals among all of the plan.
        const home =
          kind === 'goals'
            ? String(said.planId)
            : JSON.stringify([
                said.planId,
                said.goalId,
                said.focusAreaId,
                said.indicatorId,
                said.period,
                said.regionCode,
              ])
        seen.set(home, (seen.get(home) ?? 0) + 1)
        return JSON.stringify({
          ...said,
          ...(kind === 'goals' ? { position: 0 } : {}),
          at: ordered.has(kind) ? seen.get(home) : 0,
        })
      })
      return [kind, told.sort()]
    }),
  )
}

async function exported(desk: TestBackend, ids: Id[]): Promise<string> {
  const file = await desk.call('plans.export', { ids })
  return readFileSync(join(desk.home, file?.name ?? ''), 'utf8')
}

describe('any plans', () => {
  it('come out of their file as the same records, and go out as the same file again', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const desk = await aBackend()
        const store = desk.backend.workspaces.store()
        const ids = written(store, (write) => {
          const indicators = ['I-1', 'I-2', 'I-3', 'I-4'].map((code) => anIndicator(write, code))
          for (const one of indicators) figuresOf(g, write, one)
          const first = aVersion(g, write, 'Første', null, indicators.slice(0, 3))
          const second = aVersion(g, write, 'Andre', first, indicators)
          const other = aVersion(g, write, 'Annen plan', null, indicators)
          const plans = [first.id, second.id, other.id]
          // Those that nothing of the plans uses would stay behind.
          for (const [at, one] of indicators.entries()) {
            write.revise('indicators', one, {
              planId: at === 0 ? oneOf(g, [other.id]) : (oneOf(g, plans) ?? second.id),
            })
          }
          const [goal, reference] = [
            readAll(write, 'goals', 'id').find(({ id }) => id === first.goals[0]),
            indicators[0],
          ]
          if (!goal) write.revise('indicators', reference ?? '', { planId: first.id })
          // What leads a goal is not what it is compared with, too; tied to it, it comes along all the same.
          else if (goal.leadIndicatorId !== reference)
            write.revise('goals', goal.id, { referenceId: reference ?? null })
          // The version before is not named: it comes along.
          return [second.id, other.id]
        })
        const file = await exported(desk, ids)
        const empty = await aBackend()
        const preview = await empty.call('plans.previewImport', { text: file })
        expect(preview.remarks).toEqual([])
        const { planIds } = await empty.call('plans.import', { text: file, plans: [2, 1, 0] })
        expect(records(empty.backend.workspaces.store())).toEqual(records(store))
        expect(await exported(empty, [planIds[1] ?? '', planIds[0] ?? ''])).toBe(file)
      }),
      { numRuns: 8, interruptAfterTimeLimit: 60_000, endOnFailure: true },
    )
  })
})
