import { describe, expect, it } from 'vitest'
import { aProjectDesk } from '../a-project-desk.ts'

describe('a plan', () => {
  it('is the only one of its series in force; plans of other organisations stand beside it', async () => {
    const desk = await aProjectDesk()
    const own = await desk.call('plans.list', {})
    expect(own.map(({ status }) => status)).toEqual(['inForce'])
    const county = await desk.call('plans.add', { title: 'Regional plan', organisation: 'Østfold fylkeskommune' })
    expect(county.status).toBe('draft')
    await desk.call('plans.revise', { id: county.id, changes: { status: 'inForce' } })
    const next = await desk.call('plans.add', { title: 'Neste plan', previousVersionId: desk.planId })
    expect(next.status).toBe('draft')
    const problem = await desk.problemOf('plans.revise', { id: next.id, changes: { status: 'inForce' } })
    expect(problem.fields?.['changes.status']).toEqual({
      key: 'problems.field.planInForceAlready',
      params: { title: 'Strategisk næringsplan' },
    })
    await desk.call('plans.revise', { id: desk.planId, changes: { status: 'superseded' } })
    await desk.call('plans.revise', { id: next.id, changes: { status: 'inForce' } })
    const listed = await desk.call('plans.list', {})
    expect(listed.map(({ title, status, hasNewer }) => [title, status, hasNewer])).toEqual([
      ['Neste plan', 'inForce', false],
      ['Regional plan', 'inForce', false],
      ['Strategisk næringsplan', 'superseded', true],
    ])
    // The older step can't be taken back under the newer one: two would be in force.
    const stamp = desk.backend.workspaces
      .store()
      .db.prepare(`SELECT stamp FROM change_sets WHERE stamp IN
        (SELECT stamp FROM changes WHERE record_id = ? AND field = 'status') ORDER BY stamp LIMIT 1`)
      .pluck()
      .get(desk.planId) as string
    expect(JSON.stringify((await desk.problemOf('history.undo', { stamp })).fields)).toContain('planInForceAlready')
  })

  it('follows one other version, never in a ring, and never where another follows already', async () => {
    const desk = await aProjectDesk()
    const second = await desk.call('plans.add', { title: 'Andre', previousVersionId: desk.planId })
    const third = await desk.call('plans.add', { title: 'Tredje', previousVersionId: second.id })
    const follow = (id: string, previousVersionId: string) =>
      desk.problemOf('plans.revise', { id, changes: { previousVersionId } })
    expect((await follow(third.id, third.id)).fields?.['changes.previousVersionId']?.key).toContain('OfItself')
    expect((await follow(desk.planId, third.id)).fields?.['changes.previousVersionId']).toEqual({
      key: 'problems.field.planVersionRing',
      params: { ring: 'Strategisk næringsplan → Tredje → Andre → Strategisk næringsplan' },
    })
    expect((await follow(third.id, desk.planId)).fields?.['changes.previousVersionId']).toEqual({
      key: 'problems.field.planVersionTaken',
      params: { title: 'Andre' },
    })
    expect((await desk.problemOf('plans.remove', { id: second.id })).key).toBe('problems.namedBy.plans')
    // What was removed does not come back under the one that took its place.
    await desk.call('plans.remove', { id: third.id })
    const removal = desk.backend.workspaces.store().db.prepare('SELECT max(stamp) FROM change_sets').pluck().get()
    await desk.call('plans.add', { title: 'En annen tredje', previousVersionId: second.id })
    const problem = await desk.problemOf('history.undo', { stamp: removal as string })
    expect(JSON.stringify(problem.fields)).toContain('planVersionTaken')
  })

  it('was not adopted tomorrow', async () => {
    const desk = await aProjectDesk()
    const problem = await desk.problemOf('plans.add', { title: 'Morgendagens', adoptedOn: '2199-12-31' })
    expect(problem.fields?.adoptedOn?.key).toBe('problems.field.dayInFuture')
  })

  it('gets the new project where it is the partnership’s only one in force, whatever other organisations have', async () => {
    const desk = await aProjectDesk()
    await desk.call('plans.add', { title: 'Regional plan', organisation: 'Fylket', status: 'inForce' })
    expect((await desk.aProject()).planId).toBe(desk.planId)
    await desk.call('plans.add', { title: 'En til', status: 'inForce' })
    const problem = await desk.problemOf('projects.add', { title: 'X', startYear: 2026, crossCutting: true })
    expect(problem.fields?.planId?.key).toBe('problems.field.planMissing')
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

describe('a section of a plan', () => {
  it('stands last or at its place, and leaves no gap', async () => {
    const desk = await aProjectDesk()
    const add = (title: string, position?: number) =>
      desk.call('planSections.add', { planId: desk.planId, title, ...(position === undefined ? {} : { position }) })
    const order = () =>
      desk.backend.workspaces
        .store()
        .db.prepare('SELECT title, position FROM plan_sections WHERE deleted_at IS NULL ORDER BY position')
        .raw()
        .all()
    await add('Forpliktelser')
    const sectors = await add('Sektorer')
    const need = await add('Behov', 0)
    expect(order()).toEqual([
      ['Behov', 0],
      ['Forpliktelser', 1],
      ['Sektorer', 2],
    ])
    const moved = await desk.call('planSections.revise', {
      id: need.id,
      changes: { position: 99, lines: ['Én', 'To'] },
    })
    expect(moved).toMatchObject({ position: 2, lines: ['Én', 'To'] })
    await desk.call('planSections.remove', { id: sectors.id })
    expect(order()).toEqual([
      ['Forpliktelser', 0],
      ['Behov', 1],
    ])
    await desk.undo()
    expect(order()).toHaveLength(3)
    expect(order().map((row) => (row as [string, number])[1])).toEqual([0, 1, 2])
    expect((await desk.call('plans.list', {}))[0]?.counts.sections).toBe(3)
  })
})
