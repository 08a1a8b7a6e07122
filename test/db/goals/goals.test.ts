import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { aPlanDesk, type PlanDesk } from './a-plan-desk.ts'

const codes = async (desk: PlanDesk, planId = desk.planId) =>
  (await desk.call('goals.list', { filter: { planId } })).rows.map(({ code }) => code)
const positions = (desk: PlanDesk) =>
  desk.backend.workspaces
    .store()
    .db.prepare('SELECT title FROM goals WHERE deleted_at IS NULL ORDER BY position')
    .pluck()
    .all()
const agrees = (desk: PlanDesk) => expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])

// Every test backend's today is 2026-09-15.
describe('the code of a new goal', () => {
  it('is the next of its area; of a sub-goal, the next under its parent; the first of an area has its number', async () => {
    const desk = await aPlanDesk()
    const first = await desk.aGoal()
    expect(first.code).toBe('M-1.1')
    expect((await desk.aGoal()).code).toBe('M-1.2')
    expect((await desk.aGoal({ parentId: first.id })).code).toBe('M-1.1.1')
    expect((await desk.aGoal({ parentId: first.id })).code).toBe('M-1.1.2')
    expect((await desk.aGoal({ focusAreaId: desk.areaIds[1] })).code).toBe('M-2.1')
    expect((await desk.aGoal({ code: 'M-1.9' })).code).toBe('M-1.9')
    expect((await desk.aGoal()).code).toBe('M-1.10')
    expect((await desk.aGoal({ focusAreaId: null })).code).toBe('M-1')
    // As people count: M-1.10 after M-1.9.
    expect(await codes(desk)).toEqual(['M-1', 'M-1.1', 'M-1.1.1', 'M-1.1.2', 'M-1.2', 'M-1.9', 'M-1.10', 'M-2.1'])
  })

  it('is its own in the plan, whatever its case; other plans may have it', async () => {
    const desk = await aPlanDesk()
    await desk.aGoal({ code: 'M-1', title: 'Eksport' })
    const problem = await desk.problemOf('goals.add', { planId: desk.planId, code: 'm-1', title: 'X' })
    expect(problem.fields?.code).toEqual({ key: 'problems.field.codeTaken', params: { title: 'Eksport' } })
    const other = await desk.call('plans.add', { title: 'En annen' })
    expect((await desk.aGoal({ planId: other.id, code: 'M-1' })).code).toBe('M-1')
  })
})

describe('a goal', () => {
  const wrong: [string, Partial<InputOf<'goals.add'>>, string, string][] = [
    ['a level without value', { targetKind: 'level', targetUnit: 'percent' }, 'targetValue', 'targetValueMissing'],
    ['a level without unit', { targetKind: 'level', targetValue: 10 }, 'targetUnit', 'targetUnitMissing'],
    ['a multiple without value', { targetKind: 'multiple' }, 'targetValue', 'targetValueMissing'],
    [
      'a multiple in percent',
      { targetKind: 'multiple', targetValue: 200, targetUnit: 'percent' },
      'targetUnit',
      'multipleInPercent',
    ],
    ['none times', { targetKind: 'multiple', targetValue: 0 }, 'targetValue', 'multipleNotPositive'],
    [
      'a fall to less than nothing',
      { targetKind: 'relativeChange', targetValue: -101, targetUnit: 'percent' },
      'targetValue',
      'fallsBelowNothing',
    ],
    ['a rate that turns the sign', { targetKind: 'annualRate', targetValue: -100 }, 'targetValue', 'fallsBelowNothing'],
    [
      'a deadline within the baseline period',
      { targetKind: 'level', targetValue: 5, targetUnit: 'number', baselinePeriod: '2024', deadline: '2024-12-31' },
      'deadline',
      'deadlineBeforeBaseline',
    ],
    ['a rate without value', { targetKind: 'annualRate' }, 'targetValue', 'targetValueMissing'],
    ['better than nothing', { targetKind: 'betterThanReference' }, 'referenceId', 'referenceMissing'],
    ['no test of quality', { targetKind: 'qualitative' }, 'test', 'testMissing'],
    [
      'a place among counts',
      { targetKind: 'level', targetValue: 3, targetUnit: 'number', comparator: 'rank' },
      'comparator',
      'rankNeedsRank',
    ],
    ['a period in no order', { targetPeriod: 'en gang' }, 'targetPeriod', 'badPeriod'],
    [
      'a target before its baseline',
      { baselinePeriod: '2020', targetPeriod: '2019' },
      'targetPeriod',
      'targetBeforeBaseline',
    ],
    [
      'a deadline before its target',
      { deadline: '2029-12-31', targetPeriod: '2030' },
      'deadline',
      'deadlineBeforeTarget',
    ],
    ['a status of tomorrow', { status: 'onTrack', statusOn: '2026-09-16' }, 'statusOn', 'dayInFuture'],
  ]
  it.each(wrong)('is refused with %s, made or revised', async (_what, given, field, key) => {
    const desk = await aPlanDesk()
    const made = await desk.aGoal()
    const problem = await desk.problemOf('goals.add', { planId: desk.planId, title: 'X', ...given })
    expect(problem.fields?.[field]?.key).toBe(`problems.field.${key}`)
    const revising = await desk.problemOf('goals.revise', { id: made.id, changes: given })
    expect(revising.fields?.[`changes.${field}`]?.key).toBe(`problems.field.${key}`)
  })

  it('never mixes percent with percentage points or plain numbers', async () => {
    const desk = await aPlanDesk()
    const share = desk.anIndicator({ unit: 'percent', title: 'Andel' })
    const jobs = desk.anIndicator()
    const refused = async (given: Partial<InputOf<'goals.add'>>) =>
      (await desk.problemOf('goals.add', { planId: desk.planId, title: 'X', ...given })).fields
    expect(
      await refused({
        leadIndicatorId: share.id,
        targetKind: 'level',
        targetValue: 15,
        targetUnit: 'percentagePoints',
      }),
    ).toEqual({
      targetUnit: { key: 'problems.field.unitsMixed', params: { unit: 'percentagePoints', leadUnit: 'percent' } },
    })
    expect(
      await refused({ leadIndicatorId: jobs.id, targetKind: 'level', targetValue: 10, targetUnit: 'percent' }),
    ).toEqual({
      targetUnit: { key: 'problems.field.percentOfNumber', params: { unit: 'percent', leadUnit: 'number' } },
    })
    expect(
      await refused({ leadIndicatorId: share.id, targetKind: 'absoluteChange', targetValue: 2, targetUnit: 'percent' }),
    ).toEqual({ targetUnit: { key: 'problems.field.pointsNotPercent' } })
    const relative = { targetKind: 'relativeChange', targetValue: 10 } as const
    expect(await refused({ ...relative, targetUnit: 'percentagePoints' })).toEqual({
      targetUnit: { key: 'problems.field.percentNotPoints' },
    })
    expect((await desk.aGoal({ ...relative, leadIndicatorId: jobs.id, targetUnit: 'percent' })).targetUnit).toBe(
      'percent',
    )
  })

  it('is measured, and says what it lacks until nothing is lacking', async () => {
    const desk = await aPlanDesk()
    const jobs = desk.anIndicator()
    const bare = await desk.aGoal()
    expect((await desk.openGoal(bare.id)).goal.gaps).toEqual([
      'noResponsible',
      'noIndicator',
      'noProject',
      'nothingServes',
      'noTarget',
    ])
    const goal = await desk.aGoal({
      targetKind: 'multiple',
      targetValue: 2,
      baselineValue: 146,
      baselinePeriod: '2017',
      leadIndicatorId: jobs.id,
      responsibleId: desk.me,
    })
    expect((await desk.openGoal(goal.id)).goal.gaps).toEqual([
      'noProject',
      'nothingServes',
      'noRecentFigure',
      'noTargetPeriod',
    ])
    // 2023 ends more than two years before 15 September 2026, 2024 does not.
    desk.figures(jobs.id, { 2017: 146, 2023: 180 })
    expect((await desk.openGoal(goal.id)).goal.gaps).toContain('noRecentFigure')
    // Another indicator with a recent figure is enough.
    const firms = desk.anIndicator()
    desk.figures(firms.id, { 2024: 12 })
    await desk.call('goalLinks.add', { goalId: goal.id, kind: 'indicator', recordIds: [firms.id] })
    expect((await desk.openGoal(goal.id)).goal.gaps).not.toContain('noRecentFigure')
    await desk.call('indicators.remove', { id: firms.id })
    expect((await desk.openGoal(goal.id)).goal.gaps).toContain('noRecentFigure')
    desk.figures(jobs.id, { 2024: 219 })
    const project = await desk.aProject()
    await desk.call('goalLinks.add', { goalId: goal.id, kind: 'project', recordIds: [project.id] })
    await desk.call('goals.revise', { id: goal.id, changes: { targetPeriod: '2026' } })
    const { goal: row } = await desk.openGoal(goal.id)
    expect(row.gaps).toEqual([])
    // Half of the way from 146 to 292.
    expect(row.figures).toMatchObject({ target: 292, progress: 0.5, current: { period: '2024', value: 219 } })
    expect(row.serving.project).toBe(1)
  })

  it('reads periods as people type them', async () => {
    const desk = await aPlanDesk()
    const goal = await desk.aGoal({ baselinePeriod: '2017–2022', targetPeriod: '1. kvartal 2030' })
    expect([goal.baselinePeriod, goal.targetPeriod]).toEqual(['2017/2022', '2030-Q1'])
  })

  it('takes a status by hand that differs from the figures only with a comment, and dates it today', async () => {
    const desk = await aPlanDesk()
    const jobs = desk.anIndicator()
    desk.figures(jobs.id, { 2020: 100, 2025: 200 })
    const goal = await desk.aGoal({
      targetKind: 'level',
      targetValue: 150,
      targetUnit: 'number',
      leadIndicatorId: jobs.id,
      baselineValue: 100,
      baselinePeriod: '2020',
      targetPeriod: '2030',
    })
    expect((await desk.openGoal(goal.id)).goal.figures.status).toBe('reached')
    const refused = await desk.problemOf('goals.revise', { id: goal.id, changes: { status: 'atRisk' } })
    expect(refused.fields?.['changes.statusComment']?.key).toBe('problems.field.statusCommentMissing')
    // Refused as a whole: nothing of it is written.
    expect((await desk.openGoal(goal.id)).goal.status).toBeNull()
    const by = await desk.call('goals.revise', {
      id: goal.id,
      changes: { status: 'atRisk', statusComment: 'Nedleggelser er varslet' },
    })
    expect(by.statusOn).toBe('2026-09-15')
    expect((await desk.openGoal(goal.id)).goal.gaps).toContain('statusDiffers')
    expect((await desk.call('goals.list', { filter: { gaps: ['statusDiffers'] } })).rows).toHaveLength(1)
    expect((await desk.call('goals.list', { filter: { statuses: ['reached'] } })).rows).toHaveLength(0)
    // Not measurable is always allowed; taking the status off takes its day along.
    await desk.call('goals.revise', { id: goal.id, changes: { status: 'notMeasurable', statusComment: null } })
    expect((await desk.call('goals.revise', { id: goal.id, changes: { status: null } })).statusOn).toBeNull()
    const many = await desk.problemOf('goals.reviseMany', { ids: [goal.id], changes: { status: 'offTrack' } })
    expect(many).toMatchObject({ key: 'problems.oneOfMany', params: { name: expect.stringContaining('Flere') } })
  })
})

describe('goals under goals', () => {
  it('have the area of their parent, follow it with their activities, and never lie in a ring', async () => {
    const desk = await aPlanDesk()
    const goal = await desk.aGoal()
    const sub = await desk.aGoal({ parentId: goal.id })
    const activity = await desk.call('activities.add', { planId: desk.planId, title: 'Kurs', goalId: sub.id })
    expect([sub.focusAreaId, activity.focusAreaId]).toEqual([desk.areaIds[0], desk.areaIds[0]])
    const other = await desk.problemOf('goals.revise', { id: sub.id, changes: { focusAreaId: desk.areaIds[1] } })
    expect(other.fields?.['changes.focusAreaId']?.key).toBe('problems.field.subGoalOtherArea')
    await desk.call('goals.revise', { id: goal.id, changes: { focusAreaId: desk.areaIds[1] } })
    const areas = async () => [
      (await desk.openGoal(sub.id)).goal.focusAreaId,
      (await desk.call('activities.open', { id: activity.id })).activity.focusAreaId,
    ]
    expect(await areas()).toEqual([desk.areaIds[1], desk.areaIds[1]])
    await desk.undo()
    expect(await areas()).toEqual([desk.areaIds[0], desk.areaIds[0]])
    const ring = await desk.problemOf('goals.revise', { id: goal.id, changes: { parentId: sub.id } })
    expect(ring.fields?.['changes.parentId']).toEqual({
      key: 'problems.field.goalInRing',
      params: { ring: 'M-1.1 → M-1.1.1 → M-1.1' },
    })
    const stranger = await desk.call('plans.add', { title: 'En annen' })
    const there = await desk.aGoal({ planId: stranger.id })
    const outside = await desk.problemOf('goals.revise', { id: sub.id, changes: { parentId: there.id } })
    expect(outside.fields?.['changes.parentId']?.key).toBe('problems.field.goalOfOtherPlan')
    const removing = await desk.problemOf('goals.remove', { id: goal.id })
    expect(removing).toMatchObject({ code: 'refused', key: 'problems.namedBy.goals' })
    agrees(desk)
  })

  it('keep their places without gaps, moved, removed and undone', async () => {
    const desk = await aPlanDesk()
    const ids: string[] = []
    for (const title of ['A', 'B', 'C', 'D']) ids.push((await desk.aGoal({ title })).id)
    await desk.call('goals.move', { id: ids[3] ?? '', position: 1 })
    expect(positions(desk)).toEqual(['A', 'D', 'B', 'C'])
    await desk.call('goals.remove', { id: ids[0] ?? '' })
    expect(positions(desk)).toEqual(['D', 'B', 'C'])
    await desk.undo()
    expect(positions(desk)).toEqual(['A', 'D', 'B', 'C'])
    agrees(desk)
  })
})

describe('removing a goal', () => {
  it('takes wordings, strategies and ties along, which one undo brings back', async () => {
    const desk = await aPlanDesk()
    const goal = await desk.aGoal()
    await desk.call('wordings.add', { planId: desk.planId, goalId: goal.id, text: 'Flere jobber' })
    await desk.call('strategies.add', { planId: desk.planId, goalId: goal.id, text: 'Vi skal' })
    const project = await desk.aProject()
    await desk.call('goalLinks.add', { goalId: goal.id, kind: 'project', recordIds: [project.id] })
    await desk.call('goals.remove', { id: goal.id })
    expect(await desk.call('goalLinks.ofRecord', { kind: 'project', recordId: project.id })).toEqual([])
    await desk.undo()
    const opened = await desk.openGoal(goal.id)
    expect([opened.wordings.length, opened.strategies.length, opened.serving.projects.length]).toEqual([1, 1, 1])
    agrees(desk)
  })

  it('is undone with its making: what was tied to it since goes with it', async () => {
    const desk = await aPlanDesk()
    const project = await desk.aProject()
    const goal = await desk.aGoal()
    const stamp = goal.createdStamp
    await desk.call('goalLinks.add', { goalId: goal.id, kind: 'project', recordIds: [project.id] })
    await desk.call('history.undo', { stamp })
    expect(await desk.call('goalLinks.ofRecord', { kind: 'project', recordId: project.id })).toEqual([])
    await desk.undo()
    expect(await desk.call('goalLinks.ofRecord', { kind: 'project', recordId: project.id })).toHaveLength(1)
    agrees(desk)
  })
})

describe('lists of goals', () => {
  it('page through every goal once, by code and by title, either way, filtered or not', async () => {
    const desk = await aPlanDesk()
    for (let number = 1; number <= 12; number += 1) {
      await desk.aGoal({ title: `Mål ${number % 5}`, ...(number % 3 === 0 ? { responsibleId: desk.me } : {}) })
    }
    for (const sort of ['code', 'title'] as const) {
      for (const direction of ['asc', 'desc'] as const) {
        for (const filter of [{}, { gaps: ['noResponsible' as const] }]) {
          const seen: string[] = []
          let cursor: string | null = null
          do {
            const page: Awaited<ReturnType<typeof desk.call<'goals.list'>>> = await desk.call('goals.list', {
              filter,
              sort,
              direction,
              cursor,
              limit: 5,
            })
            seen.push(...page.rows.map(({ id }) => id))
            cursor = page.next
          } while (cursor !== null)
          expect(seen).toHaveLength('gaps' in filter ? 8 : 12)
          expect(new Set(seen).size).toBe(seen.length)
        }
      }
    }
    const totals = await desk.call('goals.totals', {})
    expect(totals.count).toBe(12)
    expect(totals.byStatus).toEqual([{ status: 'notMeasurable', count: 12 }])
    expect(totals.byGap).toContainEqual({ gap: 'noResponsible', count: 8 })
    expect((await desk.call('goals.list', { filter: { text: 'mål 3' } })).rows).toHaveLength(2)
    expect((await desk.problemOf('goals.list', { cursor: 'x' })).code).toBe('invalid')
  })
})
