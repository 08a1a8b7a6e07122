import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import { goalRowsOf } from '#db/repositories/goals.ts'
import { linkKinds } from '#shared/domain/records/goal.ts'
import { today } from '../a-backend.ts'
import { aPlanDesk, type PlanDesk } from './a-plan-desk.ts'

const agrees = (desk: PlanDesk) => expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])

describe('wordings of a goal', () => {
  it('conflict until one is put in force, whose value becomes the goal’s; one undo takes both back', async () => {
    const desk = await aPlanDesk()
    const goal = await desk.aGoal()
    const add = (text: string, targetValue: number) =>
      desk.call('wordings.add', { planId: desk.planId, goalId: goal.id, text, targetValue })
    const first = await add('15 % av arbeidsplassene', 15)
    const second = await add('10 % av arbeidsplassene', 10)
    expect([first.inForce, second.inForce]).toEqual([true, false])
    expect((await desk.openGoal(goal.id)).goal.targetValue).toBe(15)
    await desk.call('wordings.putInForce', { id: second.id })
    const opened = async () => {
      const { goal: row, wordings } = await desk.openGoal(goal.id)
      return [row.targetValue, wordings.map(({ targetValue, inForce }) => [targetValue, inForce])]
    }
    expect(await opened()).toEqual([
      10,
      [
        [10, true],
        [15, false],
      ],
    ])
    await desk.undo()
    expect(await opened()).toEqual([
      15,
      [
        [15, true],
        [10, false],
      ],
    ])
    await desk.call('wordings.putInForce', { id: first.id, inForce: false })
    expect((await desk.openGoal(goal.id)).goal.gaps).toContain('noWordingInForce')
    // The value isn't decided, so a level may be without it.
    await desk.call('goals.revise', {
      id: goal.id,
      changes: { targetKind: 'level', targetValue: null, targetUnit: 'percent' },
    })
    agrees(desk)
  })

  it('follow a wording in force that is corrected, and tell where goal and wording differ', async () => {
    const desk = await aPlanDesk()
    const goal = await desk.aGoal()
    const wording = await desk.call('wordings.add', { planId: desk.planId, goalId: goal.id, text: 'X', targetValue: 5 })
    await desk.call('wordings.revise', { id: wording.id, changes: { targetValue: 6 } })
    expect((await desk.openGoal(goal.id)).goal.targetValue).toBe(6)
    await desk.call('goals.revise', { id: goal.id, changes: { targetValue: 7 } })
    await desk.call('wordings.revise', { id: wording.id, changes: { targetValue: 8 } })
    const opened = await desk.openGoal(goal.id)
    expect(opened.goal.targetValue).toBe(7)
    expect(opened.warnings.map(({ message }) => message.key)).toContain('problems.field.wordingSaysOther')
  })

  it('never has two in force, removal undone or not', async () => {
    const desk = await aPlanDesk()
    const goal = await desk.aGoal()
    const first = await desk.call('wordings.add', { planId: desk.planId, goalId: goal.id, text: 'A' })
    await desk.call('wordings.remove', { id: first.id })
    const stamp = desk.backend.workspaces
      .store()
      .db.prepare('SELECT max(stamp) FROM change_sets')
      .pluck()
      .get() as string
    await desk.call('wordings.add', { planId: desk.planId, goalId: goal.id, text: 'B' })
    const problem = await desk.problemOf('history.undo', { stamp })
    expect(problem.fields?.inForce).toEqual({ key: 'problems.field.wordingInForceAlready', params: { text: 'B' } })
  })
})

describe('strategies', () => {
  it('one that goes back to its goal by undo leaves no hole among those that came after it where it stood', async () => {
    const desk = await aPlanDesk()
    const [from, to] = [await desk.aGoal(), await desk.aGoal()]
    const add = (text: string, goalId: string) => desk.call('strategies.add', { planId: desk.planId, text, goalId })
    const moving = await add('flytter', from.id)
    const moved = await desk.ask('strategies.revise', { id: moving.id, changes: { goalId: to.id } })
    await add('kom etter', to.id)
    await desk.call('history.undo', { stamp: (moved.ok && moved.change) || '' })
    const places = async (id: string) =>
      (await desk.openGoal(id)).strategies.map(({ text, position }) => [text, position])
    expect(await places(from.id)).toEqual([['flytter', 0]])
    expect(await places(to.id)).toEqual([['kom etter', 0]])
  })

  it('belong to a goal or an area of their plan, not both, and keep their order', async () => {
    const desk = await aPlanDesk()
    const goal = await desk.aGoal()
    const home = { planId: desk.planId, text: 'Vi skal' }
    for (const given of [{}, { goalId: goal.id, focusAreaId: desk.areaIds[0] }]) {
      const problem = await desk.problemOf('strategies.add', { ...home, ...given })
      expect(problem.fields?.goalId?.key).toBe('problems.field.strategyHome')
    }
    const other = await desk.call('plans.add', { title: 'En annen' })
    const there = await desk.problemOf('strategies.add', { planId: other.id, text: 'X', goalId: goal.id })
    expect(there.fields?.goalId?.key).toBe('problems.field.goalOfOtherPlan')
    const [a, b, c] = [
      await desk.call('strategies.add', { ...home, text: 'a', goalId: goal.id }),
      await desk.call('strategies.add', { ...home, text: 'b', goalId: goal.id }),
      await desk.call('strategies.add', { ...home, text: 'c', goalId: goal.id, position: 0 }),
    ]
    const texts = async () => (await desk.openGoal(goal.id)).strategies.map(({ text, position }) => [text, position])
    expect(await texts()).toEqual([
      ['c', 0],
      ['a', 1],
      ['b', 2],
    ])
    await desk.call('strategies.revise', { id: b.id, changes: { position: 0 } })
    expect(await texts()).toEqual([
      ['b', 0],
      ['c', 1],
      ['a', 2],
    ])
    const moved = await desk.call('strategies.revise', { id: c.id, changes: { focusAreaId: desk.areaIds[1] } })
    expect([moved.goalId, moved.focusAreaId, moved.position]).toEqual([null, desk.areaIds[1], 0])
    await desk.call('strategies.remove', { id: b.id })
    expect(await texts()).toEqual([['a', 0]])
    await desk.undo()
    expect(await texts()).toEqual([
      ['b', 0],
      ['a', 1],
    ])
    expect(a.examples).toEqual([])
    agrees(desk)
  })
})

describe('activities', () => {
  it('are of the area of their goal, say why they were dropped, and have not happened in the future', async () => {
    const desk = await aPlanDesk()
    const goal = await desk.aGoal()
    const base = { planId: desk.planId, title: 'Sommarentreprenörer' }
    const made = await desk.call('activities.add', { ...base, goalId: goal.id, code: 'A-1', year: 2026 })
    expect([made.focusAreaId, made.status, made.statusOn]).toEqual([desk.areaIds[0], 'notStated', null])
    const refused = async (changes: object) =>
      (await desk.problemOf('activities.revise', { id: made.id, changes })).fields ?? {}
    expect(await refused({ status: 'dropped' })).toEqual({
      'changes.statusComment': { key: 'problems.field.droppedWithoutReason' },
    })
    expect(Object.keys(await refused({ status: 'done', statusOn: '2026-09-16' }))).toEqual(['changes.statusOn'])
    expect(await refused({ status: 'done', year: 2027 })).toEqual({
      'changes.status': { key: 'problems.field.doneBeforeItsYear', params: { year: 2027 } },
    })
    expect(Object.keys(await refused({ focusAreaId: desk.areaIds[1] }))).toEqual(['changes.focusAreaId'])
    expect((await desk.problemOf('activities.add', { ...base, code: 'a-1' })).fields?.code?.key).toBe(
      'problems.field.codeTaken',
    )
    const done = await desk.call('activities.revise', { id: made.id, changes: { status: 'done' } })
    expect(done.statusOn).toBe(today)
    expect((await desk.call('activities.reviseMany', { ids: [made.id], changes: { status: 'ongoing' } })).changed).toBe(
      1,
    )
  })

  it('are late from the day after their day or their year, on lists and in counts alike', async () => {
    const desk = await aPlanDesk()
    const add = (given: object) => desk.call('activities.add', { planId: desk.planId, title: 'X', ...given })
    await add({ title: 'fjor', year: 2025 })
    await add({ title: 'i går', dueOn: '2026-09-14', code: 'A-10' })
    await add({ title: 'i dag', dueOn: today, code: 'A-9' })
    await add({ title: 'i år', year: 2026 })
    await add({ title: 'gjort', year: 2025, status: 'done' })
    await add({ title: 'uten' })
    const all = (await desk.call('activities.list', {})).rows
    expect(all.map(({ title, daysOverdue }) => [title, daysOverdue])).toEqual([
      ['i dag', 0],
      ['i går', 1],
      ['fjor', 258],
      ['gjort', 0],
      ['i år', 0],
      ['uten', 0],
    ])
    const late = await desk.call('activities.list', { filter: { overdueOnly: true } })
    expect(late.rows.map(({ id }) => id).sort()).toEqual(
      all
        .filter(({ daysOverdue }) => daysOverdue > 0)
        .map(({ id }) => id)
        .sort(),
    )
    expect(await desk.call('activities.totals', { filter: { overdueOnly: true } })).toEqual({
      count: 2,
      byStatus: [{ status: 'notStated', count: 2 }],
    })
    const byYear = await desk.call('activities.list', { sort: 'year' })
    expect(byYear.rows.map(({ year }) => year)).toEqual([2025, 2025, 2026, null, null, null])
  })
})

describe('the red thread', () => {
  async function aThread() {
    const desk = await aPlanDesk()
    const goal = await desk.aGoal()
    const company = await desk.aCompany()
    const visit = await desk.aVisit({ companyId: company.id })
    const secret = await desk.aVisit({ companyId: company.id, confidentiality: 'confidential' })
    const followUp = await desk.aFollowUp({ visitId: secret.id })
    const milestone = await desk.aMilestone()
    const decision = await desk.call('decisions.addExternal', {
      externalBody: 'Fylkestinget',
      text: 'Planen vedtas.',
      decidedOn: '2026-06-01',
    })
    const ids = {
      commitment: (await desk.aCommitment()).id,
      project: milestone.projectId,
      milestone: milestone.id,
      decision: decision.id,
      visit: visit.id,
      followUp: followUp.id,
      indicator: desk.anIndicator().id,
    }
    return { desk, goal, ids, secret }
  }

  it('ties every kind to a goal, from either end, each once', async () => {
    const { desk, goal, ids } = await aThread()
    for (const kind of linkKinds) {
      const before = await desk.call('goalLinks.candidates', { goalId: goal.id, kind })
      expect(
        before.map(({ id }) => id),
        kind,
      ).toContain(ids[kind])
      const input = { goalId: goal.id, kind, recordIds: [ids[kind], ids[kind]], note: 'Bidrar' }
      const [link] = await desk.call('goalLinks.add', input)
      expect((await desk.call('goalLinks.add', { ...input, note: 'Noe annet' }))[0]).toEqual(link)
      expect(await desk.call('goalLinks.ofRecord', { kind, recordId: ids[kind] })).toEqual([
        {
          linkId: link?.id,
          note: 'Bidrar',
          goalId: goal.id,
          code: goal.code,
          title: goal.title,
          planTitle: 'Strategisk næringsplan',
          inForce: true,
        },
      ])
      const after = await desk.call('goalLinks.candidates', { goalId: goal.id, kind })
      expect(
        after.map(({ id }) => id),
        kind,
      ).not.toContain(ids[kind])
    }
    const { serving, goal: row } = await desk.openGoal(goal.id)
    expect(Object.values(serving).map((list) => list.length)).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect(Object.values(row.serving)).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect(serving.followUps[0]).toMatchObject({ id: ids.followUp, confidential: true })
    // A paper counts nothing confidential: the follow-up came of a confidential visit.
    const [open] = goalRowsOf(desk.backend.workspaces.store(), [goal.id], today, { confidential: false })
    expect(open?.serving).toMatchObject({ visit: 1, followUp: 0, decision: 1 })
    agrees(desk)
  })

  it('names only records of its kind that are there', async () => {
    const { desk, goal, ids } = await aThread()
    const wrongKind = await desk.problemOf('goalLinks.add', {
      goalId: goal.id,
      kind: 'milestone',
      recordIds: [ids.project],
    })
    expect(wrongKind.fields?.recordIds?.key).toBe('problems.field.gone')
    await desk.call('milestones.remove', { id: ids.milestone })
    const gone = await desk.problemOf('goalLinks.add', {
      goalId: goal.id,
      kind: 'milestone',
      recordIds: [ids.milestone],
    })
    expect(gone.fields?.recordIds?.key).toBe('problems.field.gone')
    expect((await desk.problemOf('goalLinks.ofRecord', { kind: 'milestone', recordId: ids.milestone })).code).toBe(
      'notFound',
    )
  })

  it('finds candidates by their words, and tells nothing of what a confidential visit says', async () => {
    const { desk, goal } = await aThread()
    const found = await desk.call('goalLinks.candidates', { goalId: goal.id, kind: 'project', text: 'nærings' })
    expect(found.map(({ title }) => title)).toEqual(['Næringsvertskap'])
    expect(await desk.call('goalLinks.candidates', { goalId: goal.id, kind: 'project', text: 'zzz' })).toEqual([])
  })

  it('goes with a record that is removed and comes back with it', async () => {
    const { desk, goal, ids } = await aThread()
    await desk.call('milestones.remove', { id: ids.milestone })
    await desk.call('goalLinks.add', { goalId: goal.id, kind: 'project', recordIds: [ids.project] })
    await desk.call('projects.remove', { id: ids.project })
    const count = async () => (await desk.openGoal(goal.id)).serving.projects.length
    expect(await count()).toBe(0)
    await desk.undo()
    expect(await count()).toBe(1)
    agrees(desk)
  })

  it('ties a decision whose minutes are sealed, from both ends, and lets it go', async () => {
    const desk = await aPlanDesk({ body: { adjustmentRule: 'signedInMeeting', adjusters: 0 } })
    const goal = await desk.aGoal()
    const { meetingId, itemId } = await desk.inReview()
    for (const { id } of (await desk.open(meetingId)).adjustments) {
      await desk.ask('minutes.adjust', { id, verdict: 'approved', decidedOn: today })
    }
    await desk.call('minutes.approve', await desk.approval({ meetingId, approvedOn: today }))
    const decisions = await desk.call('decisions.list', {})
    const decision = decisions.rows.find((one) => one.itemId === itemId)
    const recordId = decision?.id ?? ''
    expect((await desk.call('decisions.open', { id: recordId })).decision.sealed).toBe(true)
    const [link] = await desk.call('goalLinks.add', { goalId: goal.id, kind: 'decision', recordIds: [recordId] })
    const linkId = link?.id ?? ''
    await desk.call('goalLinks.revise', { id: linkId, note: 'Rammen for planen' })
    expect(await desk.call('goalLinks.ofRecord', { kind: 'decision', recordId })).toMatchObject([
      { linkId, goalId: goal.id, note: 'Rammen for planen' },
    ])
    expect((await desk.openGoal(goal.id)).serving.decisions.map(({ id }) => id)).toEqual([recordId])
    await desk.call('goalLinks.remove', { id: linkId })
    expect(await desk.call('goalLinks.ofRecord', { kind: 'decision', recordId })).toEqual([])
    agrees(desk)
  })

  it('is not tied twice by an undo', async () => {
    const { desk, goal, ids } = await aThread()
    const input = { goalId: goal.id, kind: 'project' as const, recordIds: [ids.project] }
    const [link] = await desk.call('goalLinks.add', input)
    await desk.call('goalLinks.remove', { id: link?.id ?? '' })
    const stamp = desk.backend.workspaces
      .store()
      .db.prepare('SELECT max(stamp) FROM change_sets')
      .pluck()
      .get() as string
    await desk.call('goalLinks.add', input)
    expect((await desk.problemOf('history.undo', { stamp })).fields?.goalId?.key).toBe('problems.field.goalLinkTwice')
  })
})
