import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { aProjectDesk } from './a-project-desk.ts'

// Every test backend's today is 2026-09-15.
describe('a project', () => {
  it('is made with its plan and its focus areas in one change, which one undo takes back', async () => {
    const desk = await aProjectDesk()
    const count = async () => (await desk.call('plans.list', {})).map(({ title, areas }) => [title, areas.length])
    const before = await count()
    const made = await desk.call('projects.add', {
      title: 'Havnebyen',
      startYear: 2026,
      newPlan: 'Havneplanen',
      newFocusAreas: ['Sjø', 'Land', 'sjø'],
    })
    const plans = await desk.call('plans.list', {})
    const plan = plans.find(({ id }) => id === made.planId)
    expect(plan).toMatchObject({ title: 'Havneplanen', status: 'draft' })
    expect(plan?.areas.map(({ title, number }) => [title, number])).toEqual([
      ['Sjø', 1],
      ['Land', 2],
    ])
    expect(made.focusAreaIds).toEqual(plan?.areas.map(({ id }) => id))
    await desk.undo()
    expect(await count()).toEqual(before)
    expect((await desk.call('projects.list', {})).rows).toEqual([])
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  })

  it('takes the only plan in force, and asks for one where there is none', async () => {
    const desk = await aProjectDesk()
    expect((await desk.aProject()).planId).toBe(desk.planId)
    await desk.call('plans.revise', { id: desk.planId, changes: { status: 'superseded' } })
    const problem = await desk.problemOf('projects.add', { title: 'X', startYear: 2026, crossCutting: true })
    expect(problem.fields?.planId?.key).toBe('problems.field.planMissing')
  })

  const wrong: [string, Partial<InputOf<'projects.add'>>, string, string][] = [
    ['a start in another year', { startOn: '2025-12-31' }, 'startOn', 'startOnOtherYear'],
    [
      'a planned end before its start',
      { startOn: '2026-03-01', endPlannedOn: '2026-02-28' },
      'endPlannedOn',
      'endBeforeStart',
    ],
    ['an end before its year', { endActualOn: '2025-12-31' }, 'endActualOn', 'endBeforeStart'],
    ['an end in the future', { endActualOn: '2026-09-16' }, 'endActualOn', 'dayInFuture'],
    ['no focus area', { focusAreaIds: [] }, 'focusAreaIds', 'focusAreaMissing'],
    ['a budget without a currency', { budgetAmount: 100 }, 'currency', 'currencyMissing'],
    ['a start in no four-digit year', { startYear: 26 }, 'startYear', 'badYear'],
    ['a negative budget', { budgetAmount: -1, currency: 'NOK' }, 'budgetAmount', 'negative'],
  ]
  it.each(wrong)('is refused with %s, made or revised', async (_what, given, field, key) => {
    const desk = await aProjectDesk()
    const made = await desk.aProject()
    const problem = await desk.problemOf('projects.add', {
      title: 'X',
      startYear: 2026,
      focusAreaIds: [desk.areaIds[0]],
      ...given,
    })
    expect(problem.fields?.[field]?.key).toBe(`problems.field.${key}`)
    const revised = await desk.problemOf('projects.revise', { id: made.id, changes: given })
    expect(revised.fields?.[`changes.${field}`]?.key).toBe(`problems.field.${key}`)
  })

  it('is never carried on in a ring, and the message names the ring', async () => {
    const desk = await aProjectDesk()
    const [a, b, c] = [
      await desk.aProject({ title: 'Vertskap' }),
      await desk.aProject({ title: 'Nettverk' }),
      await desk.aProject({ title: 'Base' }),
    ]
    const carry = (id: string, continuesAsId: string) => ({ id, changes: { continuesAsId } })
    const itself = await desk.problemOf('projects.revise', carry(a.id, a.id))
    expect(itself.fields?.['changes.continuesAsId']?.key).toBe('problems.field.continuesAsItself')
    await desk.call('projects.revise', carry(a.id, b.id))
    await desk.call('projects.revise', carry(b.id, c.id))
    const ring = await desk.problemOf('projects.revise', carry(c.id, a.id))
    expect(ring.fields?.['changes.continuesAsId']).toEqual({
      key: 'problems.field.continuesInRing',
      params: { ring: 'Base → Vertskap → Nettverk → Base' },
    })
    const opened = await desk.openProject(b.id)
    expect([opened.continuesAs?.title, opened.continues.map(({ title }) => title)]).toEqual(['Base', ['Vertskap']])
  })

  it('stays out of a ring under undo too', async () => {
    const desk = await aProjectDesk()
    const [a, b] = [await desk.aProject({ title: 'A' }), await desk.aProject({ title: 'B' })]
    await desk.call('projects.revise', { id: a.id, changes: { continuesAsId: b.id } })
    await desk.call('projects.revise', { id: a.id, changes: { continuesAsId: null } })
    const stamp = desk.backend.workspaces.store().db.prepare('SELECT max(stamp) FROM change_sets').pluck().get()
    await desk.call('projects.revise', { id: b.id, changes: { continuesAsId: a.id } })
    const problem = await desk.problemOf('history.undo', { stamp: String(stamp) })
    expect(JSON.stringify(problem.fields)).toContain('continuesInRing')
  })

  it('has the light of its newest report; amber and red need a comment', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject()
    const amber = { projectId, reportedOn: '2026-09-01', light: 'amber' } as const
    const bare = await desk.problemOf('projects.report', amber)
    expect(bare.fields?.comment?.key).toBe('problems.field.lightCommentMissing')
    const future = await desk.problemOf('projects.report', { ...amber, light: 'green', reportedOn: '2026-09-16' })
    expect(future.fields?.reportedOn?.key).toBe('problems.field.dayInFuture')
    const report = await desk.call('projects.report', { ...amber, comment: 'Mangler eier' })
    await desk.call('projects.report', { projectId, reportedOn: '2026-06-01', light: 'green' })
    expect((await desk.openProject(projectId)).project).toMatchObject({
      light: 'amber',
      lightComment: 'Mangler eier',
      lightOn: '2026-09-01',
    })
    const emptied = await desk.problemOf('projectReports.revise', { id: report.id, changes: { comment: null } })
    expect(emptied.fields?.['changes.comment']?.key).toBe('problems.field.lightCommentMissing')
    await desk.call('projectReports.remove', { id: report.id })
    expect((await desk.openProject(projectId)).project.light).toBe('green')
  })

  it('has each partner in each role once, and a partner named in it is not removed', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject()
    const partnerId = await desk.aPartner('Halden kommune')
    const one = await desk.call('projectPartners.add', { projectId, partnerId, role: 'owner' })
    const other = await desk.call('projectPartners.add', { projectId, partnerId, role: 'funder' })
    const twice = await desk.problemOf('projectPartners.add', { projectId, partnerId, role: 'owner' })
    expect(twice.fields?.role?.key).toBe('problems.field.projectRoleTwice')
    const revised = await desk.problemOf('projectPartners.revise', { id: other.id, changes: { role: 'owner' } })
    expect(revised.fields?.['changes.role']?.key).toBe('problems.field.projectRoleTwice')
    const named = await desk.problemOf('partners.remove', { id: partnerId })
    expect(named).toMatchObject({ code: 'refused', key: 'problems.namedBy.projectPartners', params: { count: 2 } })
    expect((await desk.openProject(projectId)).project.ownerNames).toEqual(['Halden kommune'])
    const [own] = await desk.call('projects.ofPartner', { partnerId })
    expect([own?.id, own?.roles.toSorted()]).toEqual([projectId, ['funder', 'owner']])
    await desk.call('projectPartners.remove', { id: one.id })
    // Taken back, the removed role would be there twice.
    await desk.call('projectPartners.revise', { id: other.id, changes: { role: 'owner' } })
    const stamps = desk.backend.workspaces
      .store()
      .db.prepare("SELECT stamp FROM change_sets WHERE command = 'projectPartners.remove'")
      .pluck()
      .all() as string[]
    const undone = await desk.problemOf('history.undo', { stamp: stamps[0] ?? '' })
    expect(JSON.stringify(undone.fields)).toContain('projectRoleTwice')
  })

  it('keeps who leads it from being removed', async () => {
    const desk = await aProjectDesk()
    await desk.aProject({ leadId: desk.secretaryId })
    await desk.call('bodies.revise', { id: desk.bodyId, changes: { secretaryId: null } })
    const problem = await desk.problemOf('persons.remove', { id: desk.secretaryId })
    expect(problem).toMatchObject({ code: 'refused', key: 'problems.namedBy.projects' })
  })

  it('counts its financing exactly in its own currency, which it then keeps', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject()
    const source = { projectId, source: 'Fylket', amount: 333_333 }
    const none = await desk.problemOf('financings.add', source)
    expect(none.fields?.amount?.key).toBe('problems.field.financingNeedsCurrency')
    await desk.call('projects.revise', { id: projectId, changes: { currency: 'NOK', budgetAmount: 1_000_000 } })
    const zero = await desk.problemOf('financings.add', { ...source, amount: 0 })
    expect(zero.fields?.amount?.key).toBe('problems.field.amountNotPositive')
    for (let time = 0; time < 3; time++) await desk.call('financings.add', { ...source, granted: true })
    await desk.call('financings.add', { ...source, source: 'Staten', amount: 2 })
    const opened = await desk.openProject(projectId)
    expect(opened.project).toMatchObject({ granted: 999_999, appliedFor: 2, budgetAmount: 1_000_000 })
    expect(opened.warnings.map(({ field }) => field)).toContain('budgetAmount')
    const lost = await desk.problemOf('projects.revise', {
      id: projectId,
      changes: { currency: null, budgetAmount: null },
    })
    expect(lost.fields?.['changes.currency']?.key).toBe('problems.field.currencyMissing')
    const { money } = await desk.call('projects.totals', {})
    expect(money).toEqual([{ currency: 'NOK', budget: 1_000_000, granted: 999_999, appliedFor: 2 }])
  })

  it('is removed with its own parts, and not while milestones, commitments or an agenda item name it', async () => {
    const desk = await aProjectDesk()
    const { id } = await desk.aProject({ currency: 'NOK' })
    await desk.call('projects.report', { projectId: id, reportedOn: '2026-09-01', light: 'green' })
    await desk.call('projectPartners.add', { projectId: id, partnerId: desk.partnerId, role: 'owner' })
    await desk.call('financings.add', { projectId: id, source: 'Fylket', amount: 5 })
    const milestone = await desk.aMilestone({ projectId: id })
    const commitment = await desk.aCommitment({ projectId: id })
    expect((await desk.openProject(id)).commitments).toMatchObject([{ projectTitle: 'Næringsvertskap' }])
    const refusedBy = async (entity: string) =>
      expect(await desk.problemOf('projects.remove', { id })).toMatchObject({
        code: 'refused',
        key: `problems.namedBy.${entity}`,
        params: { count: 1 },
      })
    await refusedBy('commitments')
    await desk.call('commitments.revise', { id: commitment.id, changes: { projectId: null } })
    await refusedBy('milestones')
    await desk.call('milestones.remove', { id: milestone.id })
    const item = await desk.call('agendaItems.escalate', {
      from: { entity: 'projects', id },
      bodyId: desk.bodyId,
      meetingId: null,
      title: 'Veien videre',
    })
    await refusedBy('agendaItems')
    await desk.call('agendaItems.remove', { id: item.id })
    await desk.call('projects.remove', { id })
    await desk.undo()
    const back = await desk.openProject(id)
    expect([back.reports.length, back.partners.length, back.financing.length]).toEqual([1, 1, 1])
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  })

  it('takes its areas along to a plan that has them, with many others or not at all', async () => {
    const desk = await aProjectDesk()
    const plan = await desk.call('plans.add', { title: 'Ny plan' })
    const area = await desk.call('focusAreas.add', { planId: plan.id, title: 'kompetanse' })
    const [first, second] = [
      await desk.aProject({ title: 'Første' }),
      await desk.aProject({ title: 'Andre', focusAreaIds: [desk.areaIds[1]] }),
    ]
    const changes = { planId: plan.id }
    const problem = await desk.problemOf('projects.reviseMany', { ids: [first.id, second.id], changes })
    expect(problem).toMatchObject({ code: 'invalid', key: 'problems.oneOfMany', params: { name: 'Andre' } })
    expect(problem.fields?.['changes.focusAreaIds']?.key).toBe('problems.field.areaOfOtherPlan')
    expect((await desk.openProject(first.id)).project.planId).toBe(desk.planId)
    await desk.call('projects.reviseMany', { ids: [first.id], changes })
    expect((await desk.openProject(first.id)).project).toMatchObject({ planId: plan.id, focusAreaIds: [area.id] })
    const stopped = { ids: [first.id, second.id], changes: { status: 'onHold', lighthouse: true } } as const
    expect(await desk.call('projects.reviseMany', { ...stopped, ids: [...stopped.ids] })).toEqual({ changed: 2 })
    await desk.undo()
    expect((await desk.openProject(second.id)).project).toMatchObject({ status: 'running', lighthouse: false })
  })
})

describe('the list of projects', () => {
  it('filters by every part, pages in both orders, and its totals agree', async () => {
    const desk = await aProjectDesk()
    const lit = await desk.aProject({ title: 'Åpen', lighthouse: true, startYear: 2024 })
    const cross = await desk.aProject({
      title: 'Bro',
      crossCutting: true,
      status: 'finished',
      endActualOn: '2026-02-01',
    })
    const early = await desk.aProject({
      title: 'Alt',
      startYear: 2020,
      leadId: null,
      status: 'finished',
      endActualOn: '2021-05-01',
    })
    await desk.call('projects.report', {
      projectId: lit.id,
      reportedOn: '2026-09-01',
      light: 'red',
      comment: 'Stanset',
    })
    await desk.call('projectPartners.add', { projectId: cross.id, partnerId: desk.partnerId, role: 'partner' })
    const ids = async (filter: Parameters<typeof desk.call<'projects.list'>>[1]['filter']) => {
      const { rows } = await desk.call('projects.list', { filter })
      expect((await desk.call('projects.totals', { filter })).count).toBe(rows.length)
      return rows.map(({ id }) => id)
    }
    expect(await ids({})).toEqual([early.id, cross.id, lit.id])
    expect(await ids({ lights: ['red'] })).toEqual([lit.id])
    expect(await ids({ lighthouseOnly: true })).toEqual([lit.id])
    expect(await ids({ crossCuttingOnly: true })).toEqual([cross.id])
    expect(await ids({ partnerId: desk.partnerId })).toEqual([cross.id])
    expect(await ids({ focusAreaId: desk.areaIds[0] })).toEqual([early.id, lit.id])
    expect(await ids({ leadId: desk.me })).toEqual([cross.id, lit.id])
    expect(await ids({ year: 2021 })).toEqual([early.id])
    expect(await ids({ year: 2027 })).toEqual([lit.id])
    expect(await ids({ text: 'åp' })).toEqual([lit.id])
    expect(await ids({ statuses: ['finished'] })).toEqual([early.id, cross.id])
    const paged = []
    for (let cursor: string | null = null; ; ) {
      const page: { rows: { id: string }[]; next: string | null } = await desk.call('projects.list', {
        sort: 'startYear',
        direction: 'desc',
        limit: 1,
        cursor,
      })
      paged.push(...page.rows.map(({ id }) => id))
      cursor = page.next
      if (cursor === null) break
    }
    expect(paged).toEqual([cross.id, lit.id, early.id])
    const totals = await desk.call('projects.totals', {})
    expect(totals.byLight).toEqual([
      { light: 'red', count: 1 },
      { light: null, count: 2 },
    ])
  })

  it('counts how milestones stand, and names the next', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject()
    const add = (title: string, baselineOn: string) => desk.aMilestone({ projectId, title, baselineOn })
    const reached = await add('Nådd', '2026-08-01')
    await desk.call('milestones.reach', { id: reached.id, actualOn: '2026-08-01' })
    await add('Over', '2026-09-01')
    const late = await add('Sen', '2026-10-01')
    await desk.call('milestones.forecast', { id: late.id, forecastOn: '2026-11-01', reason: 'Grunn' })
    await add('I rute', '2026-12-01')
    const { rows } = await desk.call('projects.list', {})
    expect(rows[0]).toMatchObject({ milestones: 4, reached: 1, slipping: 2, overdue: 1 })
    expect(rows[0]?.nextMilestone).toMatchObject({ title: 'Over', standsOn: '2026-09-01' })
    const drawn = await desk.call('milestones.timeline', {})
    expect(drawn[0]?.milestones.map(({ state }) => state)).toEqual(['reached', 'overdue', 'late', 'onTime'])
  })
})
