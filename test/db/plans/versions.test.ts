import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import { contentOf, countsOfPlans, linksOfPlans } from '#db/repositories/plans.ts'
import { read, readAll } from '#db/store.ts'
import fc from '#test/random.ts'
import { aProjectDesk, type ProjectDesk } from '../a-project-desk.ts'
import {
  aGoal,
  aLink,
  anActivity,
  anArea,
  anIndicator,
  aSection,
  aStrategy,
  aWording,
  type Served,
  written,
} from './a-plan-tree.ts'

/** A desk whose plan has one of everything, a sub-goal, and indicators of a goal and of the main goal. */
async function aFullPlan() {
  const desk = await aProjectDesk()
  const store = desk.backend.workspaces.store()
  const { planId, areaIds } = desk
  const ids = written(store, (write) => {
    write.revise('plans', planId, { mainGoal: 'Flere arbeidsplasser', periodFrom: 2016, periodTo: 2026 })
    const indicator = anIndicator(write, 'I-1')
    const main = anIndicator(write, 'I-0', planId)
    const child = { focusAreaId: areaIds[0], leadIndicatorId: indicator, responsibleId: desk.me }
    // The sub-goal is made before its goal's later copy could be: ids don't tell who is whose parent.
    const goal = aGoal(write, planId, 'M-1', { ...child, position: 1, status: 'onTrack', statusComment: 'Går bra' })
    const sub = aGoal(write, planId, 'M-1.1', { focusAreaId: areaIds[0], parentId: goal, position: 0 })
    const lone = aGoal(write, planId, 'M-2', { position: 2 })
    aWording(write, planId, goal, 'Femti flere', true)
    aWording(write, planId, goal, 'Hundre flere')
    aWording(write, planId, null, 'Flere arbeidsplasser i hele regionen', true)
    const strategy = aStrategy(write, planId, { goalId: goal }, 'Bygge nettverk')
    aStrategy(write, planId, { focusAreaId: areaIds[1] }, 'Sikre arealer')
    const going = anActivity(write, planId, 'Messe', {
      focusAreaId: areaIds[0],
      goalId: goal,
      strategyId: strategy,
      status: 'ongoing',
    })
    const over = anActivity(write, planId, 'Kartlegging', { focusAreaId: areaIds[1], status: 'done' })
    aSection(write, planId, 0, 'Forpliktelser', ['Alle bidrar'])
    aLink(write, goal, 'indicatorId', indicator)
    return { indicator, main, goal, sub, lone, strategy, going, over }
  })
  return { desk, store, ...ids }
}
const adopt = (desk: ProjectDesk, id: string) =>
  desk.call('plans.adopt', { id, adoptedOn: '2026-09-01', adoptedBy: 'Styret' })

describe('a new version of a plan', () => {
  it('is a draft that holds all that the old one says, each part tied to the one it came of', async () => {
    const { desk, store, goal, sub, main, going } = await aFullPlan()
    const next = await desk.call('plans.newVersion', { id: desk.planId, versionLabel: 'Rullert 2027' })
    expect(next).toMatchObject({
      status: 'draft',
      versionLabel: 'Rullert 2027',
      previousVersionId: desk.planId,
      adoptedOn: null,
      mainGoal: 'Flere arbeidsplasser',
    })
    const page = await desk.call('plans.open', { id: next.id })
    expect(page.plan.counts).toEqual({
      areas: 2,
      goals: 2,
      subGoals: 1,
      strategies: 2,
      activities: 1,
      indicators: 2,
      projects: 0,
      sections: 1,
    })
    const goalOf = (code: string) => page.goals.find((one) => one.code === code)
    expect(goalOf('M-1')).toMatchObject({ previousId: goal, status: null, statusComment: null })
    expect(goalOf('M-1.1')).toMatchObject({ previousId: sub, parentId: goalOf('M-1')?.id })
    expect(page.plan.areas.map(({ id }) => id)).toContain(goalOf('M-1')?.focusAreaId)
    expect(page.activities).toMatchObject([{ title: 'Messe', previousId: going, goalId: goalOf('M-1')?.id }])
    expect(page.activities[0]?.strategyId).toBe(page.strategies.find(({ text }) => text === 'Bygge nettverk')?.id)
    expect(page.wordings.map(({ text, inForce }) => [text, inForce])).toEqual([
      ['Femti flere', true],
      ['Hundre flere', false],
      ['Flere arbeidsplasser i hele regionen', true],
    ])
    // The main goal's indicator names the old version, and is found from every version of the series.
    expect(page.indicators.map(({ code }) => code)).toEqual(['I-0', 'I-1'])
    expect(read(store, 'indicators', main).planId).toBe(desk.planId)
    expect(page.versions.map(({ status }) => status)).toEqual(['inForce', 'draft'])
    expect((await desk.call('plans.open', { id: desk.planId })).plan.hasNewer).toBe(true)
  })

  it('is made once of each version, and goes whole with one undo', async () => {
    const { desk, store } = await aFullPlan()
    const before = countsOfPlans(store, readAll(store, 'plans', 'id'))
    await desk.call('plans.newVersion', { id: desk.planId, versionLabel: null })
    expect(await desk.problemOf('plans.newVersion', { id: desk.planId, versionLabel: 'En til' })).toMatchObject({
      code: 'refused',
      key: 'problems.field.planVersionTaken',
      params: { title: 'Strategisk næringsplan' },
    })
    await desk.undo()
    const plans = readAll(store, 'plans', 'id')
    expect(plans.map(({ id }) => id)).toEqual([desk.planId])
    expect(countsOfPlans(store, plans)).toEqual(before)
    expect(linksOfPlans(store, [desk.planId])).toHaveLength(1)
    expect(compareWithLog(store.db)).toEqual([])
  })

  it('goes with all its parts when it is removed, and comes back whole', async () => {
    const { desk, store } = await aFullPlan()
    const next = await desk.call('plans.newVersion', { id: desk.planId, versionLabel: null })
    expect((await desk.problemOf('plans.remove', { id: desk.planId })).key).toMatch(/namedBy\.(plans|indicators)/)
    const held = contentOf(store, read(store, 'plans', next.id))
    await desk.call('plans.remove', { id: next.id })
    expect((await desk.problemOf('plans.open', { id: next.id })).code).toBe('notFound')
    expect(linksOfPlans(store, [next.id])).toEqual([])
    await desk.undo()
    const back = contentOf(store, read(store, 'plans', next.id))
    const parts = (content: typeof held) =>
      [content.goals, content.strategies, content.wordings].map((one) => one.length)
    expect(parts(back)).toEqual(parts(held))
    // Named by an indicator of its main goal, a plan stays.
    await desk.call('plans.remove', { id: next.id })
    expect((await desk.problemOf('plans.remove', { id: desk.planId })).key).toBe('problems.namedBy.indicators')
  })
})

describe('adopting a version', () => {
  it('supersedes the one before, hands on what is not ended, and is taken back by one undo', async () => {
    const { desk, store, goal, lone, going } = await aFullPlan()
    const running = await desk.aProject()
    const ended = await desk.aProject({ title: 'Ferdig', status: 'finished', endActualOn: '2026-08-01' })
    const open = await desk.aCommitment()
    const given = await desk.aCommitment({ title: 'Levert' })
    await desk.deliver(given.id, '2026-06-01', 10_000_000)
    const milestone = await desk.aMilestone({ projectId: running.id })
    const reached = await desk.aMilestone({ projectId: running.id, title: 'Nådd' })
    await desk.call('milestones.reach', { id: reached.id, actualOn: '2026-09-01' })
    const followUp = await desk.aFollowUp()
    const { itemId } = await desk.aHeldMeeting()
    const [decision] = readAll(store, 'decisions', 'id').filter((one) => one.itemId === itemId)
    const serving: [Served, string][] = [
      ['projectId', running.id],
      ['projectId', ended.id],
      ['commitmentId', open.id],
      ['commitmentId', given.id],
      ['milestoneId', milestone.id],
      ['milestoneId', reached.id],
      ['followUpId', followUp.id],
      ['visitId', followUp.visitId],
      ['decisionId', String(decision?.id)],
    ]
    const next = await desk.call('plans.newVersion', { id: desk.planId, versionLabel: '2.0' })
    // Tied while the draft was being written: these count as well.
    const late = written(store, (write) => {
      for (const [kind, id] of serving) aLink(write, goal, kind, id, 'Bærer målet')
      write.revise('decisions', String(decision?.id), { status: 'open' })
      write.revise('activities', going, { status: 'done', statusComment: 'Holdt i juni' })
      const indicator = anIndicator(write, 'I-9')
      aLink(write, lone, 'indicatorId', indicator)
      return indicator
    })
    const before = linksOfPlans(store, [desk.planId])
    await adopt(desk, next.id)
    const [now, old] = [
      await desk.call('plans.open', { id: next.id }),
      await desk.call('plans.open', { id: desk.planId }),
    ]
    expect([now.plan.status, old.plan.status]).toEqual(['inForce', 'superseded'])
    expect(now.plan).toMatchObject({ adoptedOn: '2026-09-01', adoptedBy: 'Styret' })
    const successor = now.goals.find(({ code }) => code === 'M-1')
    const tied = linksOfPlans(store, [next.id]).filter(({ goalId }) => goalId === successor?.id)
    const ids = tied.map(
      (one) => one.commitmentId ?? one.projectId ?? one.milestoneId ?? one.decisionId ?? one.followUpId,
    )
    expect(ids.filter((id) => id !== null).sort()).toEqual(
      [running.id, open.id, milestone.id, followUp.id, String(decision?.id)].sort(),
    )
    expect(tied.filter(({ note }) => note === 'Bærer målet')).toHaveLength(5)
    expect(now.indicators.map(({ id }) => id)).toContain(late)
    // The old version reads as it did.
    expect(linksOfPlans(store, [desk.planId])).toEqual(before)
    expect(now.projects.map(({ title }) => title)).toEqual(['Næringsvertskap'])
    expect(old.projects.map(({ title }) => title)).toEqual(['Ferdig'])
    expect(now.projects[0]?.focusAreaIds).toEqual([now.plan.areas[0]?.id])
    expect(now.activities).toMatchObject([{ status: 'done', statusComment: 'Holdt i juni' }])
    await desk.undo()
    expect(read(store, 'plans', desk.planId).status).toBe('inForce')
    expect(read(store, 'projects', running.id)).toMatchObject({ planId: desk.planId, focusAreaIds: [desk.areaIds[0]] })
    expect(linksOfPlans(store, [next.id]).every(({ indicatorId }) => indicatorId !== null)).toBe(true)
    expect(compareWithLog(store.db)).toEqual([])
    // And again: undoing left nothing in the way.
    await adopt(desk, next.id)
    expect(linksOfPlans(store, [next.id]).filter(({ goalId }) => goalId === successor?.id)).toHaveLength(tied.length)
    // Adopting twice corrects the day and ties nothing twice.
    await adopt(desk, next.id)
    expect(linksOfPlans(store, [next.id]).filter(({ goalId }) => goalId === successor?.id)).toHaveLength(tied.length)
  })

  it('leaves a project whose area nothing took over with the old plan, and says so', async () => {
    const { desk } = await aFullPlan()
    await desk.aProject({ title: 'To områder', focusAreaIds: [...desk.areaIds] })
    const next = await desk.call('plans.newVersion', { id: desk.planId, versionLabel: null })
    const page = await desk.call('plans.open', { id: next.id })
    const second = page.plan.areas[1]
    for (const one of page.strategies) {
      if (one.focusAreaId === second?.id) {
        written(desk.backend.workspaces.store(), (write) => write.remove('strategies', one.id))
      }
    }
    await desk.call('focusAreas.remove', { id: String(second?.id) })
    await adopt(desk, next.id)
    const { warnings, projects } = await desk.call('plans.open', { id: next.id })
    expect(projects).toEqual([])
    expect(warnings.find(({ field }) => field === 'projects')?.message).toEqual({
      key: 'problems.field.projectsLeftBehind',
      params: { count: 1, titles: 'To områder' },
    })
  })

  it('of an older version is refused while a later one is in force; a day to come is refused on its field', async () => {
    const { desk } = await aFullPlan()
    const next = await desk.call('plans.newVersion', { id: desk.planId, versionLabel: null })
    const future = await desk.problemOf('plans.adopt', { id: next.id, adoptedOn: '2199-01-01', adoptedBy: null })
    expect(future.fields?.adoptedOn?.key).toBe('problems.field.dayInFuture')
    expect((await desk.call('plans.open', { id: desk.planId })).plan.status).toBe('inForce')
    await adopt(desk, next.id)
    const back = await desk.problemOf('plans.adopt', { id: desk.planId, adoptedOn: '2026-09-01', adoptedBy: null })
    expect(back.fields?.status?.key).toBe('problems.field.planInForceAlready')
  })

  it('does not bring back a tie that a later version let go, nor lose one through versions between', async () => {
    const { desk, store, goal } = await aFullPlan()
    const [kept, dropped] = [await desk.aCommitment({ title: 'Beholdt' }), await desk.aCommitment({ title: 'Sluppet' })]
    written(store, (write) => {
      for (const { id } of [kept, dropped]) aLink(write, goal, 'commitmentId', id)
    })
    const second = await desk.call('plans.newVersion', { id: desk.planId, versionLabel: '2' })
    await adopt(desk, second.id)
    written(store, (write) => {
      for (const link of linksOfPlans(write, [second.id])) {
        if (link.commitmentId === dropped.id) write.remove('goalLinks', link.id)
      }
    })
    const third = await desk.call('plans.newVersion', { id: second.id, versionLabel: '3' })
    const fourth = await desk.call('plans.newVersion', { id: third.id, versionLabel: '4' })
    await adopt(desk, fourth.id)
    const tied = linksOfPlans(store, [fourth.id]).flatMap(({ commitmentId }) => commitmentId ?? [])
    expect(tied).toEqual([kept.id])
    expect((await desk.call('plans.list', {})).map(({ versionLabel, status }) => [versionLabel, status])).toEqual([
      ['4', 'inForce'],
      ['3', 'draft'],
      ['2', 'superseded'],
      ['2026', 'superseded'],
    ])
    const rows = (await desk.call('plans.compare', { fromId: desk.planId, toId: fourth.id })).rows
    expect(rows.filter(({ kind }) => kind === 'goal').map(({ change }) => change)).toEqual(['same', 'same', 'same'])
  })
})

describe('any plan', () => {
  it('compares as all the same with its fresh copy, and adopting the copy loses no tie to what is not ended', async () => {
    const desk = await aProjectDesk()
    const store = desk.backend.workspaces.store()
    const commitment = await desk.aCommitment()
    const pick = fc.nat(9)
    const goalShape = fc.record({
      parent: pick,
      area: pick,
      wordings: fc.nat(2),
      strategies: fc.nat(2),
      tied: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(3),
        fc.array(goalShape, { maxLength: 8 }),
        fc.array(fc.record({ goal: pick, area: pick }), { maxLength: 4 }),
        fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 3 }),
        async (areaCount, goals, activities, sections) => {
          const plan = await desk.call('plans.add', { title: 'Tilfeldig', organisation: 'Annen' })
          const tied = written(store, (write) => {
            const areas = Array.from({ length: areaCount }, (_, at) => anArea(write, plan.id, at + 1))
            const made: string[] = []
            let ties = 0
            for (const [at, shape] of goals.entries()) {
              const goal = aGoal(write, plan.id, `M-${at}`, {
                parentId: made[shape.parent] ?? null,
                focusAreaId: areas[shape.area] ?? null,
                // The opposite of the order they were made in.
                position: goals.length - at,
              })
              made.push(goal)
              for (let n = 0; n < shape.wordings; n++) aWording(write, plan.id, goal, `Ordlyd ${n}`, n === 1)
              // The same words twice are two strategies.
              for (let n = 0; n < shape.strategies; n++) aStrategy(write, plan.id, { goalId: goal }, 'Samme ord')
              if (shape.tied) aLink(write, goal, 'commitmentId', commitment.id)
              ties += Number(shape.tied)
            }
            for (const { goal, area } of activities) {
              anActivity(write, plan.id, 'Tiltak', { goalId: made[goal] ?? null, focusAreaId: areas[area] ?? null })
            }
            for (const [at, title] of sections.entries()) aSection(write, plan.id, at, title, [title])
            return ties
          })
          await desk.call('plans.revise', { id: plan.id, changes: { status: 'inForce' } })
          const next = await desk.call('plans.newVersion', { id: plan.id, versionLabel: 'Ny' })
          const compared = await desk.call('plans.compare', { fromId: plan.id, toId: next.id })
          expect(compared.rows.filter(({ change }) => change !== 'same')).toEqual([])
          const content = contentOf(store, read(store, 'plans', plan.id))
          const { areas, goals: all, strategies, activities: done, sections: parts } = content
          expect(compared.rows).toHaveLength(1 + [areas, all, strategies, done, parts].flat().length)
          const back = await desk.call('plans.compare', { fromId: next.id, toId: plan.id })
          expect(back.rows.filter(({ change }) => change !== 'same')).toEqual([])
          await adopt(desk, next.id)
          expect(linksOfPlans(store, [next.id])).toHaveLength(tied)
          expect(linksOfPlans(store, [plan.id])).toHaveLength(tied)
        },
      ),
      { numRuns: 25 },
    )
    expect(compareWithLog(store.db)).toEqual([])
  }, 60_000)
})

describe('two versions side by side', () => {
  it('tell what was kept, changed, added and taken out, in the order of the tree, with values as they are shown', async () => {
    const { desk, store, over } = await aFullPlan()
    const next = await desk.call('plans.newVersion', { id: desk.planId, versionLabel: null })
    const page = await desk.call('plans.open', { id: next.id })
    const [first] = page.plan.areas
    const goal = page.goals.find(({ code }) => code === 'M-1')
    const sub = page.goals.find(({ code }) => code === 'M-1.1')
    const strategy = page.strategies.find(({ goalId }) => goalId === goal?.id)
    await desk.call('plans.revise', { id: next.id, changes: { mainGoal: null, periodTo: 2030 } })
    await desk.call('focusAreas.revise', { id: String(first?.id), changes: { title: 'Kompetanse og arbeid' } })
    written(store, (write) => {
      write.revise('goals', String(goal?.id), { responsibleId: null, targetKind: 'level', targetValue: 0 })
      write.remove('goals', String(sub?.id))
      write.revise('strategies', String(strategy?.id), { text: 'Bygge sterkere nettverk' })
      aGoal(write, next.id, 'M-3', { position: 9 })
    })
    const { rows } = await desk.call('plans.compare', { fromId: desk.planId, toId: next.id })
    expect(
      rows.map(({ level, kind, change, fromCode, toCode, fromTitle, toTitle }) => [
        level,
        kind,
        change,
        toCode ?? fromCode,
        fromTitle,
        toTitle,
      ]),
    ).toEqual([
      [0, 'plan', 'changed', null, 'Strategisk næringsplan', 'Strategisk næringsplan'],
      [1, 'section', 'same', null, 'Forpliktelser', 'Forpliktelser'],
      [1, 'area', 'changed', '1', 'Kompetanse', 'Kompetanse og arbeid'],
      [2, 'goal', 'changed', 'M-1', 'Mål M-1', 'Mål M-1'],
      [3, 'strategy', 'changed', null, 'Bygge nettverk', 'Bygge sterkere nettverk'],
      [3, 'activity', 'same', null, 'Messe', 'Messe'],
      [3, 'goal', 'removed', 'M-1.1', 'Mål M-1.1', null],
      [1, 'area', 'same', '2', 'Arealer', 'Arealer'],
      [2, 'strategy', 'same', null, 'Sikre arealer', 'Sikre arealer'],
      [2, 'activity', 'removed', null, 'Kartlegging', null],
      [1, 'goal', 'same', 'M-2', 'Mål M-2', 'Mål M-2'],
      [1, 'goal', 'added', 'M-3', null, 'Mål M-3'],
    ])
    // Each side has its own code; a side that is not there has none.
    expect(rows.filter(({ kind }) => kind === 'goal').map(({ fromCode, toCode }) => [fromCode, toCode])).toEqual([
      ['M-1', 'M-1'],
      ['M-1.1', null],
      ['M-2', 'M-2'],
      [null, 'M-3'],
    ])
    expect(rows[0]?.fields).toEqual([
      { field: 'periodTo', from: 2026, to: 2030 },
      { field: 'mainGoal', from: 'Flere arbeidsplasser', to: null },
    ])
    expect(rows[3]?.fields).toEqual([
      { field: 'targetKind', from: 'none', to: 'level' },
      { field: 'targetValue', from: null, to: 0 },
      { field: 'responsibleId', from: 'Kari Berg', to: null },
    ])
    expect(rows.find(({ fromId }) => fromId === over)?.toId).toBeNull()
  })

  it('are of one plan', async () => {
    const desk = await aProjectDesk()
    const other = await desk.call('plans.add', { title: 'En annen' })
    const problem = await desk.problemOf('plans.compare', { fromId: desk.planId, toId: other.id })
    expect(problem.fields?.toId?.key).toBe('problems.field.plansOfOtherSeries')
  })
})

describe('the first screen', () => {
  it('has the plans in force with their goals by status, their activities and how many goals lack something', async () => {
    const { desk } = await aFullPlan()
    await desk.call('plans.newVersion', { id: desk.planId, versionLabel: null })
    const [plan, ...others] = await desk.call('plans.summary', {})
    expect(others).toEqual([])
    expect(plan).toMatchObject({
      id: desk.planId,
      goals: 3,
      byStatus: [
        { status: 'onTrack', count: 1 },
        { status: 'notMeasurable', count: 2 },
      ],
      activities: [
        { status: 'done', count: 1 },
        { status: 'ongoing', count: 1 },
      ],
      withGaps: 3,
    })
  })
})
