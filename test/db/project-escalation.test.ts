import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/domain/values.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

/** Figures are written with hard blanks. */
const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ').split('\n')

describe('a project on an agenda', () => {
  it('tells its status, light and the milestones that slip, and is decided upon there next', async () => {
    const desk = await aMeetingDesk()
    const project = await aProject(desk)
    await desk.call('projects.report', {
      projectId: project.id,
      reportedOn: '2026-08-01',
      light: 'amber',
      comment: 'Grunneier nøler.',
    })
    const milestone = (title: string, baselineOn: string) =>
      desk.call('milestones.add', { projectId: project.id, title, ownerId: desk.me, baselineOn })
    await milestone('Tomten er kjøpt', '2026-05-01')
    const late = await milestone('Spaden i jorda', '2027-03-01')
    await milestone('Åpning', '2028-03-01')
    const reason = 'Reguleringen tok lengre tid.'
    await desk.call('milestones.forecast', { id: late.id, forecastOn: '2027-06-01', reason })
    const item = await escalate(desk, project.id)
    expect(item).toMatchObject({ originProjectId: project.id, type: 'decision', responsibleId: desk.me })
    expect(plain(item.summary)).toEqual([
      'Prosjekt: F-1 Havnekvartalet',
      'Status: I gang',
      'Statuslys 01.08.2026: Gult',
      'Grunneier nøler.',
      '2 milepæler er forsinket eller over fristen:',
      '– Tomten er kjøpt (over fristen): planlagt 01.05.2026',
      '– Spaden i jorda (forsinket): planlagt 01.03.2027, prognose 01.06.2027',
    ])
    expect(await nextOf(desk, project.id)).toBe(item.id)
    await desk.call('history.undo', { stamp: item.changedStamp })
    expect(await nextOf(desk, project.id)).toBeNull()
  })

  it('is decided upon next in the item that is to come, not in a later one put up beside it', async () => {
    const desk = await aMeetingDesk()
    const project = await aProject(desk)
    const planned = await desk.anItem(null, { title: 'Havnekvartalet, oppstart' })
    await desk.call('projects.revise', { id: project.id, changes: { nextDecisionId: planned.id } })
    const beside = await escalate(desk, project.id)
    expect(await nextOf(desk, project.id)).toBe(planned.id)
    await desk.call('agendaItems.remove', { id: beside.id })
    await desk.call('agendaItems.settle', { id: planned.id, status: 'withdrawn' })
    expect(await nextOf(desk, project.id)).toBe(planned.id)
    const next = await escalate(desk, project.id)
    expect(await nextOf(desk, project.id)).toBe(next.id)
  })

  it('follows an item that is postponed to where it is taken up again', async () => {
    const desk = await aMeetingDesk()
    const project = await aProject(desk)
    const { id: meetingId } = await desk.aMeeting()
    const item = await escalate(desk, project.id, meetingId)
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    await desk.callRoll(meetingId)
    await desk.call('agendaItems.settle', { id: item.id, status: 'postponed' })
    await desk.call('meetings.close', { id: meetingId, adjournedAt: '10:00' })
    const [queued] = await desk.call('agendaItems.queue', {})
    expect(queued).toMatchObject({ originProjectId: project.id })
    expect(await nextOf(desk, project.id)).toBe(queued?.id)
  })
})

const aProject = (desk: MeetingDesk) =>
  desk.call('projects.add', {
    title: 'Havnekvartalet',
    number: 'F-1',
    startYear: 2026,
    status: 'running',
    leadId: desk.me,
    crossCutting: true,
    newPlan: 'Strategisk næringsplan',
  })
const escalate = (desk: MeetingDesk, id: Id, meetingId: Id | null = null) =>
  desk.call('agendaItems.escalate', {
    from: { entity: 'projects', id },
    bodyId: desk.bodyId,
    meetingId,
    title: 'Havnekvartalet',
  })
const nextOf = async (desk: MeetingDesk, id: Id) => (await desk.call('projects.open', { id })).project.nextDecisionId
