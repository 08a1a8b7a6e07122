import { describe, expect, it } from 'vitest'
import { aProjectDesk } from './a-project-desk.ts'

describe('a plan', () => {
  it('is the only one in force; another is refused and named', async () => {
    const desk = await aProjectDesk()
    const next = await desk.call('plans.add', { title: 'Neste plan' })
    expect(next.status).toBe('draft')
    const problem = await desk.problemOf('plans.revise', { id: next.id, changes: { status: 'inForce' } })
    expect(problem.fields?.['changes.status']).toEqual({
      key: 'problems.field.planInForceAlready',
      params: { title: 'Strategisk næringsplan' },
    })
    await desk.call('plans.revise', { id: desk.planId, changes: { status: 'superseded' } })
    await desk.call('plans.revise', { id: next.id, changes: { status: 'inForce' } })
    const listed = await desk.call('plans.list', {})
    expect(listed.map(({ title, status }) => [title, status])).toEqual([
      ['Neste plan', 'inForce'],
      ['Strategisk næringsplan', 'superseded'],
    ])
    // The older step can't be taken back under the newer one: two would be in force.
    const stamp = desk.backend.workspaces
      .store()
      .db.prepare("SELECT min(stamp) FROM change_sets WHERE command = 'plans.revise'")
      .pluck()
      .get() as string
    expect(JSON.stringify((await desk.problemOf('history.undo', { stamp })).fields)).toContain('planInForceAlready')
  })

  it('does not end before it begins', async () => {
    const desk = await aProjectDesk()
    const problem = await desk.problemOf('plans.add', { title: 'Bakvendt', periodFrom: 2030, periodTo: 2029 })
    expect(problem.fields?.periodTo?.key).toBe('problems.field.endBeforeStart')
  })

  it('goes with its focus areas, but not while a project serves one', async () => {
    const desk = await aProjectDesk()
    const project = await desk.aProject()
    expect(await desk.problemOf('focusAreas.remove', { id: desk.areaIds[0] })).toMatchObject({
      code: 'refused',
      key: 'problems.namedBy.projects',
      params: { count: 1 },
    })
    expect((await desk.problemOf('plans.remove', { id: desk.planId })).key).toBe('problems.namedBy.projects')
    await desk.call('focusAreas.remove', { id: desk.areaIds[1] })
    await desk.call('projects.remove', { id: project.id })
    await desk.call('plans.remove', { id: desk.planId })
    expect(await desk.call('plans.list', {})).toEqual([])
    await desk.undo()
    expect((await desk.call('plans.list', {}))[0]?.areas.length).toBe(1)
  })
})

describe('a focus area', () => {
  it('has a number of its own within the plan', async () => {
    const desk = await aProjectDesk()
    const [plan] = await desk.call('plans.list', {})
    expect(plan?.areas.map(({ number }) => number)).toEqual([1, 2])
    const taken = await desk.problemOf('focusAreas.add', { planId: desk.planId, title: 'Tredje', number: 2 })
    expect(taken.fields?.number).toEqual({ key: 'problems.field.areaNumberTaken', params: { title: 'Arealer' } })
    const revised = await desk.problemOf('focusAreas.revise', { id: desk.areaIds[0], changes: { number: 2 } })
    expect(revised.fields?.['changes.number']?.key).toBe('problems.field.areaNumberTaken')
    const other = await desk.call('plans.add', { title: 'En annen' })
    expect((await desk.call('focusAreas.add', { planId: other.id, title: 'Egen', number: 2 })).number).toBe(2)
  })

  it('of another plan is no area of a project', async () => {
    const desk = await aProjectDesk()
    const other = await desk.call('plans.add', { title: 'En annen' })
    const area = await desk.call('focusAreas.add', { planId: other.id, title: 'Egen' })
    const problem = await desk.problemOf('projects.add', { title: 'X', startYear: 2026, focusAreaIds: [area.id] })
    expect(problem.fields?.focusAreaIds).toEqual({
      key: 'problems.field.areaOfOtherPlan',
      params: { title: 'Egen' },
    })
  })
})
