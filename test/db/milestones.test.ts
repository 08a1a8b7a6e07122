import { describe, expect, it } from 'vitest'
import { transact } from '#db/changes.ts'
import { compareWithLog } from '#db/replay.ts'
import { listMilestones, timelineOf, totalsOfMilestones } from '#db/repositories/milestones.ts'
import { milestoneFilter } from '#shared/contract/milestones.ts'
import { milestoneState } from '#shared/domain/milestone-rules.ts'
import { milestoneStates } from '#shared/domain/records/project.ts'
import fc from '#test/random.ts'
import { aProjectDesk } from './a-project-desk.ts'

// Every test backend's today is 2026-09-15.
describe('a milestone', () => {
  it('goes last in its project, to the lead, with a baseline set today', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject()
    await desk.aMilestone({ projectId, title: 'Første' })
    const second = await desk.call('milestones.add', { projectId, title: 'Andre', baselineOn: '2026-12-01' })
    expect(second).toMatchObject({ position: 1, ownerId: desk.me, baselineSetOn: '2026-09-15', forecastOn: null })
    const between = await desk.aMilestone({ projectId, title: 'Mellom', position: 1 })
    expect(between.position).toBe(1)
    const { milestones } = await desk.openProject(projectId)
    expect(milestones.map(({ title, position }) => [title, position])).toEqual([
      ['Første', 0],
      ['Mellom', 1],
      ['Andre', 2],
    ])
    await desk.call('milestones.move', { id: second.id, position: 0 })
    const moved = await desk.openProject(projectId)
    expect(moved.milestones.map(({ title }) => title)).toEqual(['Andre', 'Første', 'Mellom'])
  })

  it('needs an owner where the project has no lead', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject({ leadId: null })
    const problem = await desk.problemOf('milestones.add', { projectId, title: 'Uten', baselineOn: '2026-12-01' })
    expect(problem.fields?.ownerId?.key).toBe('problems.field.milestoneOwnerMissing')
  })

  it('may be expected later than its baseline only with a reason, and earlier without one', async () => {
    const desk = await aProjectDesk()
    const { id } = await desk.aMilestone()
    const late = { id, forecastOn: '2026-11-15' }
    const problem = await desk.problemOf('milestones.forecast', late)
    expect(problem.fields?.reason).toEqual({
      key: 'problems.field.deviationReasonMissing',
      params: { day: '01.10.2026' },
    })
    await desk.call('milestones.forecast', { ...late, reason: 'Leverandøren er forsinket' })
    expect(await desk.milestone(id)).toMatchObject({ state: 'late', slipDays: 45, standsOn: '2026-11-15' })
    // The reason holds on for the next forecast, but can't be emptied while it deviates.
    await desk.call('milestones.forecast', { id, forecastOn: '2026-12-01' })
    expect(await desk.milestone(id)).toMatchObject({ slipDays: 61, deviationReason: 'Leverandøren er forsinket' })
    const emptied = await desk.problemOf('milestones.revise', { id, changes: { deviationReason: '  ' } })
    expect(emptied.fields?.['changes.deviationReason']?.key).toBe('problems.field.deviationReasonMissing')
    await desk.call('milestones.forecast', { id, forecastOn: '2026-09-20' })
    expect(await desk.milestone(id)).toMatchObject({ state: 'onTime', slipDays: -11 })
    await desk.call('milestones.forecast', { id, forecastOn: null })
    expect(await desk.milestone(id)).toMatchObject({ state: 'onTime', slipDays: null, standsOn: '2026-10-01' })
  })

  it('is reached on a day that is not in the future, and late only with a reason', async () => {
    const desk = await aProjectDesk()
    const { id } = await desk.aMilestone({ baselineOn: '2026-09-01' })
    expect(await desk.milestone(id)).toMatchObject({ state: 'overdue', daysOverdue: 14 })
    const tomorrow = await desk.problemOf('milestones.reach', { id, actualOn: '2026-09-16', reason: 'Sent' })
    expect(tomorrow.fields?.actualOn?.key).toBe('problems.field.dayInFuture')
    const silent = await desk.problemOf('milestones.reach', { id, actualOn: '2026-09-15' })
    expect(silent.fields?.reason?.key).toBe('problems.field.deviationReasonMissing')
    await desk.call('milestones.reach', { id, actualOn: '2026-09-15', reason: 'Ferien kom imellom' })
    expect(await desk.milestone(id)).toMatchObject({ state: 'reachedLate', slipDays: 14, daysOverdue: 0 })
    await desk.call('milestones.reach', { id, actualOn: '2026-08-30' })
    expect(await desk.milestone(id)).toMatchObject({ state: 'reached', slipDays: -2 })
    await desk.call('milestones.reach', { id, actualOn: null })
    expect(await desk.milestone(id)).toMatchObject({ state: 'overdue' })
  })

  it('keeps the baseline that another takes the place of, with the reason, and its forecast', async () => {
    const desk = await aProjectDesk()
    const { id } = await desk.aMilestone()
    await desk.call('milestones.forecast', { id, forecastOn: '2026-11-15', reason: 'Leverandøren' })
    const again = { id, baselineOn: '2026-12-01', setOn: '2026-09-10', reason: 'Vedtatt ny plan' }
    await desk.call('milestones.rebaseline', again)
    const opened = await desk.call('milestones.open', { id })
    expect(opened.milestone).toMatchObject({
      baselineOn: '2026-12-01',
      baselineSetOn: '2026-09-10',
      forecastOn: '2026-11-15',
      deviationReason: 'Leverandøren',
      rebaselined: 1,
      state: 'onTime',
      slipDays: -16,
    })
    expect(opened.baselines).toMatchObject([
      { baselineOn: '2026-10-01', setOn: '2026-01-15', replacedOn: '2026-09-10', reason: 'Vedtatt ny plan' },
    ])
    await desk.undo()
    const back = await desk.call('milestones.open', { id })
    expect(back.milestone).toMatchObject({ baselineOn: '2026-10-01', baselineSetOn: '2026-01-15', rebaselined: 0 })
    expect(back.baselines).toEqual([])
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  })

  it.each([
    ['no reason', { reason: null }, 'reason', 'rebaselineReasonMissing'],
    ['blanks for a reason', { reason: '  ' }, 'reason', 'rebaselineReasonMissing'],
    ['the day that it has', { baselineOn: '2026-10-01' }, 'baselineOn', 'baselineUnchanged'],
    ['a future day of setting', { setOn: '2026-09-16' }, 'setOn', 'dayInFuture'],
    ['a day of setting before the last', { setOn: '2026-01-14' }, 'setOn', 'baselineSetBefore'],
    [
      'a day before the forecast that has no reason',
      { baselineOn: '2026-09-20' },
      'baselineOn',
      'forecastAfterBaseline',
    ],
  ] as const)('gets no new baseline with %s', async (_what, given, field, key) => {
    const desk = await aProjectDesk()
    const { id } = await desk.aMilestone()
    await desk.call('milestones.forecast', { id, forecastOn: '2026-09-25' })
    const good = { id, baselineOn: '2026-12-01', setOn: '2026-09-10', reason: 'Ny plan' }
    const problem = await desk.problemOf('milestones.rebaseline', { ...good, ...given })
    expect(problem.fields?.[field]?.key).toBe(`problems.field.${key}`)
    await desk.call('milestones.rebaseline', good)
  })

  it('gets no new baseline once it is reached', async () => {
    const desk = await aProjectDesk()
    const { id } = await desk.aMilestone()
    await desk.call('milestones.reach', { id, actualOn: '2026-09-01' })
    const problem = await desk.problemOf('milestones.rebaseline', {
      id,
      baselineOn: '2026-12-01',
      setOn: '2026-09-10',
      reason: 'Ny plan',
    })
    expect(problem).toMatchObject({ code: 'refused', key: 'problems.milestoneReached' })
  })

  it('has adopted baselines that no other write may change', async () => {
    const desk = await aProjectDesk()
    const { id } = await desk.aMilestone()
    await desk.call('milestones.rebaseline', { id, baselineOn: '2026-12-01', setOn: '2026-09-10', reason: 'Ny plan' })
    const store = desk.backend.workspaces.store()
    const [kept] = (await desk.call('milestones.open', { id })).baselines
    const by = { actor: 'x', command: 'milestones.revise' }
    const write = (work: Parameters<typeof transact>[2]) => () => transact(store, by, work)
    const sealed = expect.objectContaining({ problem: expect.objectContaining({ key: 'problems.baselineKept' }) })
    expect(write((to) => void to.revise('baselines', kept?.id ?? '', { baselineOn: '2026-01-01' }))).toThrow(sealed)
    expect(write((to) => void to.revise('milestones', id, { baselineOn: '2026-01-01' }))).toThrow(sealed)
  })

  it('tells every change of its dates: from, to, who, and why as it stood then', async () => {
    const desk = await aProjectDesk()
    const { id } = await desk.aMilestone()
    await desk.call('milestones.forecast', { id, forecastOn: '2026-11-01', reason: 'Leverandøren' })
    await desk.call('milestones.rebaseline', { id, baselineOn: '2026-10-15', setOn: '2026-09-10', reason: 'Vedtak' })
    await desk.call('milestones.revise', { id, changes: { note: 'Uten dato' } })
    await desk.call('milestones.reach', { id, actualOn: '2026-09-14' })
    await desk.undo()
    const { events } = await desk.call('milestones.open', { id })
    expect(events.map(({ date, from, to, reason }) => [date, from, to, reason])).toEqual([
      ['actual', '2026-09-14', null, 'Leverandøren'],
      ['actual', null, '2026-09-14', 'Leverandøren'],
      ['baseline', '2026-10-01', '2026-10-15', 'Vedtak'],
      ['forecast', null, '2026-11-01', 'Leverandøren'],
      ['baseline', null, '2026-10-01', null],
    ])
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['Kari Berg']))
  })

  it('takes its baselines and evidence along when it is removed, and undo brings all back', async () => {
    const desk = await aProjectDesk()
    const { id } = await desk.aMilestone()
    await desk.call('milestones.rebaseline', { id, baselineOn: '2026-12-01', setOn: '2026-09-10', reason: 'Ny plan' })
    await desk.call('attachments.add', {
      milestoneId: id,
      kind: 'file',
      fileName: 'bevis.txt',
      mime: 'text/plain',
      altText: null,
      base64: 'aGVp',
    })
    await desk.call('milestones.remove', { id })
    expect((await desk.problemOf('milestones.open', { id })).code).toBe('notFound')
    await desk.undo()
    const opened = await desk.call('milestones.open', { id })
    expect([opened.baselines.length, opened.attachments.length]).toEqual([1, 1])
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  })

  it('reminds while its project goes on, overdue first', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject()
    await desk.aMilestone({ projectId, title: 'Snart', baselineOn: '2026-10-01' })
    await desk.aMilestone({ projectId, title: 'Over', baselineOn: '2026-09-05' })
    await desk.aMilestone({ projectId, title: 'Langt frem', baselineOn: '2027-01-01' })
    const due = await desk.call('milestones.reminders', {})
    expect(due.map(({ title, daysOverdue }) => [title, daysOverdue])).toEqual([
      ['Over', 10],
      ['Snart', 0],
    ])
    await desk.call('projects.revise', { id: projectId, changes: { status: 'stopped', endActualOn: '2026-09-10' } })
    expect(await desk.call('milestones.reminders', {})).toEqual([])
  })

  it('changes owner with many others in one change, or none does', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject()
    const ids = [(await desk.aMilestone({ projectId })).id, (await desk.aMilestone({ projectId })).id]
    const ownerId = desk.secretaryId
    const changed = await desk.call('milestones.reviseMany', { ids: [...ids, ids[0] ?? ''], changes: { ownerId } })
    expect(changed).toEqual({ changed: 2 })
    expect((await desk.milestone(ids[1] ?? '')).ownerName).toBe('Siri Lund')
    await desk.undo()
    expect((await desk.milestone(ids[1] ?? '')).ownerId).toBe(desk.me)
    await desk.call('milestones.remove', { id: ids[1] ?? '' })
    const problem = await desk.problemOf('milestones.reviseMany', { ids, changes: { ownerId } })
    expect(problem.code).toBe('notFound')
    expect((await desk.milestone(ids[0] ?? '')).ownerId).toBe(desk.me)
  })
})

const days = ['2026-08-01', '2026-09-14', '2026-09-15', '2026-09-16', '2026-12-01']

describe('lists of milestones', () => {
  it('know states as the rules do, page without losing a row, and add up', async () => {
    const desk = await aProjectDesk()
    const store = desk.backend.workspaces.store()
    const { id: going } = await desk.aProject()
    const { id: stopped } = await desk.aProject({ status: 'stopped' })
    const statusOf = (projectId: string) => (projectId === stopped ? 'stopped' : 'running')
    const today = '2026-09-15'
    const orNull = (all: readonly string[]) => fc.option(fc.constantFrom(...all), { nil: null })
    const dates = fc.record({
      baselineOn: fc.constantFrom(...days),
      forecastOn: orNull(days),
      actualOn: orNull(days.slice(0, 3)),
      projectId: fc.constantFrom(going, going, stopped),
    })
    let next = 0
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 12 }), (given) => {
        transact(store, { actor: 'x', command: 'test' }, (write) => {
          for (const one of given) {
            next += 1
            write.insert('milestones', {
              id: `0199a000-0000-7000-8000-${next.toString(16).padStart(12, '0')}`,
              position: next,
              title: `M ${next % 7}`,
              ownerId: desk.me,
              baselineSetOn: '2026-01-01',
              baselineDecisionId: null,
              deviationReason: 'Grunn',
              note: null,
              ...one,
            })
          }
        })
        for (const state of milestoneStates) {
          const filter = milestoneFilter.parse({ states: [state] })
          for (const sort of ['standsOn', 'project', 'title'] as const) {
            const rows = []
            let cursor: string | null = null
            do {
              const page = listMilestones(store, { filter, sort, direction: 'desc', cursor, limit: 7 }, today)
              rows.push(...page.rows)
              cursor = page.next
            } while (cursor !== null)
            expect(
              rows.every((row) => milestoneState(row, today, statusOf(row.projectId)) === state && row.state === state),
            ).toBe(true)
            expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
            expect(totalsOfMilestones(store, filter, today).count).toBe(rows.length)
          }
        }
        const all = totalsOfMilestones(store, milestoneFilter.parse({}), today)
        expect(all.count).toBe(next)
        expect(all.byState.reduce((sum, { count }) => sum + count, 0)).toBe(next)
      }),
      { numRuns: 15 },
    )
  })

  it('find by the words of a milestone or of its project', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject({ title: 'Havnebyen' })
    const { id } = await desk.aMilestone({ projectId, title: 'Reguleringsplan' })
    await desk.aMilestone()
    for (const text of ['havneb', 'regul']) {
      const { rows } = await desk.call('milestones.list', { filter: { text } })
      expect(rows.map((row) => row.id)).toEqual([id])
    }
    const found = await desk.call('search.find', { text: 'regul' })
    expect(JSON.stringify(found)).toContain(id)
  })

  it('draw 500 projects with 10,000 milestones in two statements', async () => {
    const desk = await aProjectDesk()
    const store = desk.backend.workspaces.store()
    const { id } = await desk.aProject({ title: 'Mal' })
    await desk.aMilestone({ projectId: id })
    const { db } = store
    // Rows beside the log: this is about the speed of reading them.
    db.exec(`WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 499)
      INSERT INTO projects SELECT printf('0199b000-0000-7000-8000-%012x', k), created_stamp, changed_stamp, deleted_at, plan_id,
        title || ' ' || k, number, lighthouse, focus_area_ids, cross_cutting, lead_id, start_year, start_on, end_planned_on,
        end_actual_on, status, budget_amount, currency, next_decision_id, continues_as_id, description, effect,
        sort_title || ' ' || k FROM projects, n WHERE title = 'Mal'`)
    db.exec(`WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 20)
      INSERT INTO milestones SELECT printf('0199c000-0000-7000-8000-%012x', p.rowid * 100 + k), m.created_stamp, m.changed_stamp,
        m.deleted_at, p.id, k, m.title, m.owner_id, m.baseline_on, m.baseline_set_on, m.baseline_decision_id, m.forecast_on,
        m.actual_on, m.deviation_reason, m.note, m.stands_on, m.sort_title FROM milestones m, projects p, n`)
    let statements = 0
    const counting = new Proxy(db, {
      get(target, key) {
        if (key === 'prepare') statements += 1
        const value = Reflect.get(target, key, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const query = { projectId: null, focusAreaId: null, lighthouseOnly: false, withEnded: true }
    const drawn = timelineOf({ ...store, db: counting }, query, '2026-09-15')
    expect(statements).toBe(2)
    expect(drawn.length).toBe(500)
    expect(drawn.reduce((sum, { milestones }) => sum + milestones.length, 0)).toBe(10_001)
    const start = performance.now()
    timelineOf(store, query, '2026-09-15')
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('what a project leaves unreached when it is finished or stopped', () => {
  it('is told as not reached, and nowhere as late or overdue', async () => {
    const desk = await aProjectDesk()
    for (const status of ['finished', 'stopped'] as const) {
      const { id: projectId } = await desk.aProject()
      const past = await desk.aMilestone({ projectId, baselineOn: '2026-06-01' })
      const late = await desk.aMilestone({ projectId, baselineOn: '2026-09-01' })
      await desk.call('milestones.forecast', { id: late.id, forecastOn: '2026-12-01', reason: 'Venter på tilsagn' })
      expect((await desk.openProject(projectId)).project).toMatchObject({ slipping: 2, overdue: 1 })
      await desk.call('projects.revise', { id: projectId, changes: { status, endActualOn: '2026-09-10' } })
      const { project, milestones } = await desk.openProject(projectId)
      expect(project).toMatchObject({ milestones: 2, reached: 0, slipping: 0, overdue: 0, nextMilestone: null })
      expect(milestones.map(({ state, daysOverdue }) => [state, daysOverdue])).toEqual([
        ['notReached', 0],
        ['notReached', 0],
      ])
      expect((await desk.milestone(past.id)).state).toBe('notReached')
      const [drawn] = await desk.call('milestones.timeline', { projectId })
      expect(drawn?.milestones.map(({ state }) => state)).toEqual(['notReached', 'notReached'])
      const overdue = await desk.call('milestones.totals', { filter: { projectId, states: ['overdue', 'late'] } })
      expect(overdue.count).toBe(0)
      const item = await desk.call('agendaItems.escalate', {
        from: { entity: 'projects', id: projectId },
        bodyId: desk.bodyId,
        meetingId: null,
        title: 'Hva nå?',
      })
      expect(item.summary).not.toContain('Kartlegging ferdig')
    }
    expect(await desk.call('milestones.reminders', {})).toEqual([])
  })
})
