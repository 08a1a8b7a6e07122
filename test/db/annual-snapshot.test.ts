import { describe, expect, it } from 'vitest'
import { annualPart } from '#db/annual-snapshot.ts'
import { snapshot } from '#shared/documents/snapshot.ts'
import { aProjectDesk, type ProjectDesk } from './a-project-desk.ts'

// Every test backend's today is 2026-09-15.
const today = '2026-09-15'
const unmasked = (text: string) => ({ text, found: 0 })

function partOf(desk: ProjectDesk, given: { periodFrom?: string; periodTo?: string; today?: string } = {}) {
  const { today: on = today, ...period } = given
  const choice = { bodyId: desk.bodyId, periodFrom: '2026-01-01', periodTo: '2026-12-31', ...period }
  const part = annualPart(desk.backend.workspaces.store(), choice, unmasked, on)
  expect(snapshot.shape.annual.parse(part)).toEqual(part)
  return part
}

describe('the figures of a year', () => {
  it('count visits, follow-ups and answers, beside those of the year before', async () => {
    const desk = await aProjectDesk()
    await desk.aVisit({ visitedOn: '2025-05-01' })
    const { id: visitId, companyId } = await desk.aVisit({ visitedOn: '2026-02-01' })
    await desk.aVisit({ visitedOn: '2026-04-01', companyId })
    const { id: secret } = await desk.aVisit({ visitedOn: '2026-03-01', confidentiality: 'confidential' })
    // A telephone call reaches a company, and counts towards no target.
    await desk.aVisit({ visitedOn: '2026-05-01', type: 'phone' })
    const closed = await desk.aFollowUp({ visitId })
    await desk.call('followUps.close', {
      id: closed.id,
      status: 'closed',
      answeredCompanyOn: '2026-02-11',
      result: 'Ja',
    })
    const answered = await desk.aFollowUp({ visitId: secret })
    const answer = { status: 'answered', answeredCompanyOn: '2026-03-05' } as const
    await desk.call('followUps.revise', { id: answered.id, changes: answer })
    await desk.aFollowUp({ visitId })
    const { figures, before } = partOf(desk)
    expect(figures).toMatchObject({ visits: 3, companies: 3, followUps: 3, followUpsClosed: 1 })
    // 10 days and 4.
    expect(figures.medianResponseDays).toBe(7)
    expect(before).toMatchObject({ from: '2025-01-01', to: '2025-12-31', visits: 1, companies: 1, followUps: 0 })
    expect(before?.medianResponseDays).toBeNull()
    // A period that ended before the answers came knows nothing of them.
    expect(partOf(desk, { periodTo: '2026-02-10' }).figures).toMatchObject({ followUps: 2, followUpsClosed: 0 })
  })

  it('tell of no year before where nothing is kept from it', async () => {
    const desk = await aProjectDesk()
    await desk.aVisit({ visitedOn: '2026-02-01' })
    expect(partOf(desk).before).toBeNull()
    await desk.aCommitment({ periodFrom: '2025-01-01', periodTo: '2025-12-31' })
    expect(partOf(desk).before?.commitments).toEqual([{ unit: 'NOK', pledged: 10_000_000, delivered: 0 }])
  })

  it('add up what was promised and given by unit, also what may not be named', async () => {
    const desk = await aProjectDesk()
    const money = await desk.aCommitment()
    await desk.aCommitment({ title: 'Hemmelig', isPublic: false, amount: 5_000_000 })
    await desk.aCommitment({ title: 'Bare foreslått', stage: 'proposed' })
    await desk.aCommitment({ title: 'Timer', kind: 'hours', amount: 30_000, unit: 'hours' })
    await desk.deliver(money.id, '2026-03-01', 4_000_000)
    await desk.deliver(money.id, '2026-04-01', 1_000_000)
    const part = partOf(desk)
    expect(part.figures.commitments).toEqual([
      { unit: 'NOK', pledged: 15_000_000, delivered: 5_000_000 },
      { unit: 'hours', pledged: 30_000, delivered: 0 },
    ])
    expect(JSON.stringify(part)).not.toContain('Hemmelig')
  })

  it('count projects that run and ended, and milestones planned in the year and reached in it', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject()
    await desk.aProject({ title: 'Slutt', startYear: 2025, status: 'finished', endActualOn: '2026-03-01' })
    await desk.aProject({ title: 'Slutt før', startYear: 2024, status: 'stopped', endActualOn: '2025-03-01' })
    const reached = await desk.aMilestone({ projectId, baselineOn: '2026-05-01' })
    await desk.call('milestones.reach', { id: reached.id, actualOn: '2026-05-20', reason: 'Ferie' })
    await desk.aMilestone({ projectId, title: 'Åpen', baselineOn: '2026-10-01' })
    await desk.aMilestone({ projectId, title: 'Neste år', baselineOn: '2027-01-01' })
    const { figures, before, projectsRunning } = partOf(desk)
    expect([projectsRunning, figures.projectsEnded, before?.projectsEnded]).toEqual([1, 1, 1])
    expect([figures.milestones, figures.milestonesReached]).toEqual([2, 1])
    expect(partOf(desk, { periodTo: '2026-05-19' }).figures).toMatchObject({ milestones: 1, milestonesReached: 0 })
  })
})

describe('the meetings of a year', () => {
  it('are those closed, with what they treated and how many of the members were there', async () => {
    const desk = await aProjectDesk()
    const { id: meetingId } = await desk.aMeeting({ startsOn: '2026-03-05', place: 'Rådhuset', title: 'Vårmøte' })
    const decided = await desk.anItem(meetingId)
    const secret = await desk.anItem(meetingId, { title: 'Hemmelig sak', confidential: true })
    const moved = await desk.anItem(meetingId, { title: 'Utsatt' })
    await desk.anItem(meetingId, { type: 'information', title: 'Orientering' })
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    const [first = '', second = ''] = desk.memberIds
    await desk.callRoll(meetingId, { [first]: 'absent', [second]: 'remote' })
    const { id: decisionId } = await desk.decide(decided.id)
    await desk.decide(secret.id, 'Hemmelig vedtak')
    await desk.call('agendaItems.settle', { id: moved.id, status: 'postponed' })
    await desk.call('meetings.close', { id: meetingId, adjournedAt: '11:00' })
    await desk.call('decisions.report', { id: decisionId, status: 'done', doneOn: '2026-06-01', result: 'Gjort' })
    await desk.aHeldMeeting({ startsOn: '2025-11-01' })
    await desk.aMeeting({ startsOn: '2026-10-01' })
    const part = partOf(desk)
    expect(part.meetings).toEqual([
      {
        number: '1/2026',
        heldOn: '2026-03-05',
        kind: 'ordinary',
        title: 'Vårmøte',
        place: 'Rådhuset',
        cases: 3,
        decisions: 2,
        members: 4,
        present: 3,
        deputies: 0,
      },
    ])
    expect(part.figures).toMatchObject({ meetings: 1, decisionsTaken: 2, decisionsDone: 1 })
    expect(part.before).toMatchObject({ meetings: 1, decisionsTaken: 1, decisionsDone: 0 })
    expect(JSON.stringify(part)).not.toContain('Hemmelig')
  })
})

describe('the people and partners of a year', () => {
  it('tell who sat with role and whom they stand for, and who came, left or got another role', async () => {
    const desk = await aProjectDesk()
    const partnerOf = await desk.aPartner('Moss kommune')
    const seat = (personId: string, role: 'member' | 'viceChair', given: { termFrom: string; termTo?: string }) =>
      desk.call('bodyMembers.add', { bodyId: desk.bodyId, personId, role, ...given })
    const [leaver, newcomer, gone] = [await desk.aPerson('Liv'), await desk.aPerson('Nils'), await desk.aPerson('Før')]
    await seat(leaver, 'member', { termFrom: '2022-01-01', termTo: '2026-05-31' })
    await seat(newcomer, 'member', { termFrom: '2024-01-01', termTo: '2026-02-28' })
    await seat(newcomer, 'viceChair', { termFrom: '2026-03-01' })
    await seat(gone, 'member', { termFrom: '2021-01-01', termTo: '2025-12-31' })
    const seats = await desk.call('bodyMembers.list', { bodyId: desk.bodyId })
    const row = seats.find(({ personId }) => personId === leaver)
    await desk.call('bodyMembers.revise', { id: row?.id ?? '', changes: { representingId: partnerOf } })
    const part = partOf(desk)
    expect(part.seats.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'Kari Berg chair',
      'Anne Ek member',
      'Bjørn Ek member',
      'Carl Ek member',
      'Dag Vara deputy',
      'Eva Vara deputy',
      'Liv Ek member',
      'Nils Ek member',
      'Nils Ek viceChair',
    ])
    expect(part.seats[6]).toMatchObject({ represents: 'Moss kommune', termFrom: '2022-01-01', termTo: '2026-05-31' })
    expect(part.secretary).toBe('Siri Lund')
    expect(part.changes).toEqual([
      { on: '2026-03-01', kind: 'newRole', name: 'Nils Ek', role: 'viceChair' },
      { on: '2026-05-31', kind: 'left', name: 'Liv Ek', role: 'member' },
    ])
  })

  it('tell the partners active at the end, since when, and who joined and left', async () => {
    const desk = await aProjectDesk()
    await desk.aPartner('Ålesund', { joinedOn: '2026-04-01' })
    await desk.aPartner('Kandidat', { status: 'candidate' })
    await desk.aPartner('Sluttet', { status: 'left', leftOn: '2026-06-30' })
    await desk.aPartner('Sluttet før', { status: 'left', leftOn: '2025-06-30' })
    const part = partOf(desk)
    expect(part.partners).toEqual([
      { name: 'Sarpsborg kommune', type: 'municipality', joinedOn: '2024-01-01', joinedInPeriod: false },
      { name: 'Ålesund', type: 'municipality', joinedOn: '2026-04-01', joinedInPeriod: true },
    ])
    expect(part.partnersLeft).toEqual([{ name: 'Sluttet', leftOn: '2026-06-30' }])
    // In the report of the year before they were both still there, or not yet.
    expect(partOf(desk, { periodFrom: '2025-01-01', periodTo: '2025-12-31' }).partners.map(({ name }) => name)).toEqual(
      ['Sarpsborg kommune', 'Sluttet'],
    )
  })
})

describe('a package', () => {
  it('holds it in an annual report and in no other, under the title of its year', async () => {
    const desk = await aProjectDesk()
    const make = async (variant: 'annualReport' | 'papers', given: { periodTo?: string; meetingId?: string } = {}) => {
      const period = { periodFrom: '2026-01-01', periodTo: '2026-12-31', language: 'sv' as const, ...given }
      const made = await desk.call('packages.make', { bodyId: desk.bodyId, variant, ...period })
      return (await desk.call('packages.open', { id: made.id })).snapshot
    }
    const report = await make('annualReport')
    expect(report.annual?.seats).toHaveLength(6)
    expect(report.package.title).toBe('Verksamhetsberättelse 2026')
    expect((await make('annualReport', { periodTo: '2026-06-30' })).package.title).toBe(
      'Verksamhetsberättelse 2026-01-01 – 2026-06-30',
    )
    expect((await make('papers')).annual).toBeNull()
    const { id: meetingId } = await desk.aMeeting({ startsOn: '2026-10-01' })
    const notice = await desk.call('packages.make', {
      bodyId: desk.bodyId,
      meetingId,
      variant: 'notice',
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      language: 'nb',
    })
    expect(notice.title).toBe('Innkalling: Styret, 01.10.2026')
  })
})
