/** What goes along when a version comes into force, in orders that nobody plans: adopted, taken back and adopted again; by its status alone. */
import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import { linksOfPlans } from '#db/repositories/plans.ts'
import { read } from '#db/store.ts'
import { aProjectDesk } from '../a-project-desk.ts'

/** A plan with a goal that a commitment and an activity serve, and its next version as a draft. */
async function aRevision() {
  const desk = await aProjectDesk()
  const store = desk.backend.workspaces.store()
  const goal = await desk.call('goals.add', { planId: desk.planId, title: 'Flere arbeidsplasser' })
  const activity = await desk.call('activities.add', { planId: desk.planId, goalId: goal.id, title: 'Messe' })
  const commitment = await desk.aCommitment()
  await desk.call('goalLinks.add', { goalId: goal.id, kind: 'commitment', recordIds: [commitment.id] })
  const project = await desk.aProject()
  const next = await desk.call('plans.newVersion', { id: desk.planId, versionLabel: '2027' })
  const tiedTo = (planId: string) => linksOfPlans(store, [planId]).map((one) => one.commitmentId)
  const page = () => desk.call('plans.open', { id: next.id })
  const adopt = () => desk.call('plans.adopt', { id: next.id, adoptedOn: '2026-09-01', adoptedBy: 'Styret' })
  return { desk, store, goal, activity, commitment, project, next, tiedTo, page, adopt }
}

describe('a version put in force', () => {
  it('by its status takes over as one that is adopted does, and one undo takes it back', async () => {
    const { desk, store, activity, commitment, project, next, tiedTo, page } = await aRevision()
    await desk.call('activities.revise', { id: activity.id, changes: { status: 'done' } })
    await desk.call('plans.revise', { id: desk.planId, changes: { status: 'superseded' } })
    await desk.call('plans.revise', { id: next.id, changes: { status: 'inForce', versionLabel: '2027–2030' } })
    expect(tiedTo(next.id)).toEqual([commitment.id])
    expect(read(store, 'projects', project.id).planId).toBe(next.id)
    expect(await page()).toMatchObject({ activities: [{ status: 'done' }], plan: { versionLabel: '2027–2030' } })
    await desk.undo()
    expect(tiedTo(next.id)).toEqual([])
    expect(read(store, 'projects', project.id)).toMatchObject({ planId: desk.planId, focusAreaIds: [desk.areaIds[0]] })
    expect(compareWithLog(store.db)).toEqual([])
  })

  it('again after it was taken back has activities as they stand by then', async () => {
    const { desk, activity, adopt, page } = await aRevision()
    await desk.call('activities.revise', { id: activity.id, changes: { status: 'ongoing' } })
    await adopt()
    expect((await page()).activities[0]?.status).toBe('ongoing')
    await desk.undo()
    expect((await page()).activities[0]?.status).toBe('notStated')
    await desk.call('activities.revise', { id: activity.id, changes: { status: 'done' } })
    await adopt()
    expect((await page()).activities[0]?.status).toBe('done')
  })

  it('keeps what the draft itself says of an activity, unless that was taken back', async () => {
    const { desk, activity, adopt, page } = await aRevision()
    const [own] = (await page()).activities
    const say = (id: string, status: 'planned' | 'ongoing') =>
      desk.call('activities.revise', { id, changes: { status } })
    await say(String(own?.id), 'planned')
    await desk.undo()
    await say(activity.id, 'ongoing')
    await adopt()
    expect((await page()).activities[0]?.status).toBe('ongoing')
    await desk.undo()
    await say(String(own?.id), 'planned')
    await adopt()
    expect((await page()).activities[0]?.status).toBe('planned')
  })

  it('whose adoption is corrected does not get back a tie that was let go since', async () => {
    const { desk, store, commitment, next, tiedTo, adopt } = await aRevision()
    await adopt()
    const [link] = linksOfPlans(store, [next.id])
    await desk.call('goalLinks.remove', { id: String(link?.id) })
    await adopt()
    expect(tiedTo(next.id)).toEqual([])
    // Nor where it was out of force in between.
    await desk.call('plans.revise', { id: next.id, changes: { status: 'draft' } })
    await desk.call('plans.revise', { id: next.id, changes: { status: 'inForce' } })
    expect(tiedTo(next.id)).toEqual([])
    expect(tiedTo(desk.planId)).toEqual([commitment.id])
  })

  it('whose adoption is corrected keeps what was said of the old version since', async () => {
    const { desk, activity, adopt, page } = await aRevision()
    await adopt()
    await desk.call('activities.revise', { id: activity.id, changes: { status: 'dropped', statusComment: 'Ble ny' } })
    await adopt()
    expect((await page()).activities[0]?.status).toBe('notStated')
  })
})
