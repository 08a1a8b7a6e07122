import { describe, expect, it } from 'vitest'
import { agreementPart, projectPart } from '#db/project-snapshot.ts'
import { newestPackage } from '#db/repositories/packages.ts'
import { snapshot } from '#shared/documents/snapshot.ts'
import { aProjectDesk, type ProjectDesk } from './a-project-desk.ts'

// Every test backend's today is 2026-09-15.
const today = '2026-09-15'
const unmasked = (text: string) => ({ text, found: 0 })

function rowsOf(desk: ProjectDesk, given: Partial<Parameters<typeof projectPart>[1]> = {}) {
  const choice = {
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
    withConfidential: false,
    previous: undefined,
    ...given,
  }
  const part = projectPart(desk.backend.workspaces.store(), choice, unmasked, today)
  expect(snapshot.shape.projects.parse(part)).toEqual(part)
  return part.rows
}

describe('the projects of a package', () => {
  it('are those of the period, lighthouses first, then by number and title', async () => {
    const desk = await aProjectDesk()
    const lighthouse = { lighthouse: true }
    await desk.aProject({ ...lighthouse, title: 'Tiende', number: 'F-10' })
    await desk.aProject({ ...lighthouse, title: 'Andre', number: 'F-2' })
    await desk.aProject({ ...lighthouse, title: 'Uten nummer' })
    await desk.aProject({ title: 'Vanlig B', number: '1' })
    await desk.aProject({ title: 'Vanlig A' })
    await desk.aProject({ title: 'Kommer', startYear: 2027 })
    await desk.aProject({ title: 'Sluttet før', startYear: 2024, status: 'finished', endActualOn: '2025-12-31' })
    await desk.aProject({ title: 'Sluttet i år', startYear: 2024, status: 'stopped', endActualOn: '2026-01-01' })
    expect(rowsOf(desk).map(({ title }) => title)).toEqual([
      'Andre',
      'Tiende',
      'Uten nummer',
      'Vanlig B',
      'Sluttet i år',
      'Vanlig A',
    ])
  })

  it('tell what partners promised as far as it may be named, and of the decision to come unless it is secret', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject({ currency: 'NOK' })
    await desk.call('projectPartners.add', { projectId, partnerId: desk.partnerId, role: 'owner' })
    await desk.call('projectPartners.add', { projectId, partnerId: desk.partnerId, role: 'funder' })
    await desk.aCommitment({ projectId, title: 'Åpent tilskudd' })
    await desk.aCommitment({ projectId, title: 'Hemmelig tilskudd', isPublic: false })
    await desk.aCommitment({ projectId, title: 'Bare foreslått', stage: 'proposed' })
    await desk.call('financings.add', { projectId, source: 'Fylket', amount: 700, granted: true })
    const meeting = await desk.aMeeting()
    const item = await desk.anItem(meeting.id, { title: 'Hemmelig sak', confidential: true })
    await desk.call('projects.revise', { id: projectId, changes: { nextDecisionId: item.id } })
    const [open] = rowsOf(desk)
    expect(open?.partners).toEqual([
      {
        name: 'Sarpsborg kommune',
        roles: expect.arrayContaining(['owner', 'funder']),
        contributions: [{ title: 'Åpent tilskudd', unit: 'NOK', pledged: 10_000_000, delivered: 0 }],
      },
    ])
    expect([open?.granted, open?.nextDecision, open?.owners]).toEqual([700, null, ['Sarpsborg kommune']])
    expect(JSON.stringify(open)).not.toContain('Hemmelig')
    const [closed] = rowsOf(desk, { withConfidential: true })
    expect(closed?.nextDecision?.title).toBe('Hemmelig sak')
    expect(closed?.partners[0]?.contributions.map(({ title }) => title)).toContain('Hemmelig tilskudd')
  })

  it('tell the three dates, the slip with its reason, and the evidence that is public', async () => {
    const desk = await aProjectDesk()
    const { id } = await desk.aMilestone()
    await desk.call('milestones.rebaseline', { id, baselineOn: '2026-09-01', setOn: '2026-02-01', reason: 'Vedtak' })
    await desk.call('milestones.forecast', { id, forecastOn: '2026-09-10', reason: 'Leverandøren' })
    const file = { milestoneId: id, kind: 'file', mime: 'text/plain', altText: null, base64: 'aGVp' } as const
    const first = await desk.call('attachments.add', { ...file, fileName: 'apen.txt' })
    // What a later version has replaced is no evidence any more.
    await desk.call('attachments.add', { ...file, fileName: 'apen2.txt', supersedesId: first.id })
    const secret = await desk.call('attachments.add', { ...file, fileName: 'lukket.txt' })
    await desk.call('attachments.revise', {
      id: secret.id,
      changes: { publicity: 'exempt', exemptionReason: 'Offentleglova § 23' },
    })
    expect(rowsOf(desk)[0]?.milestones).toEqual([
      {
        title: 'Kartlegging ferdig',
        owner: 'Kari Berg',
        baselineOn: '2026-09-01',
        baselineSetOn: '2026-02-01',
        rebaselined: 1,
        forecastOn: '2026-09-10',
        actualOn: null,
        state: 'overdue',
        slipDays: 9,
        daysOverdue: 5,
        reason: 'Leverandøren',
        evidence: ['apen.txt'],
      },
    ])
  })

  it('say which lights tell the board nothing new since its last package', async () => {
    const desk = await aProjectDesk()
    const { id: projectId } = await desk.aProject()
    const red = { projectId, light: 'red', comment: 'Stanset' } as const
    await desk.call('projects.report', { ...red, reportedOn: '2026-09-01' })
    await desk.call('packages.make', {
      bodyId: desk.bodyId,
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      language: 'nb',
    })
    const previous = newestPackage(desk.backend.workspaces.store(), desk.bodyId)
    expect(previous).toBeDefined()
    expect(rowsOf(desk)[0]?.lightIsStale).toBe(false)
    expect(rowsOf(desk, { previous })[0]?.lightIsStale).toBe(true)
    await desk.call('projects.report', { ...red, reportedOn: '2026-09-15', comment: 'I gang igjen' })
    expect(rowsOf(desk, { previous })[0]).toMatchObject({ lightIsStale: false, lightComment: 'I gang igjen' })
  })
})

describe('agreements of a package', () => {
  it('are those of active partners that have run out or soon do', async () => {
    const desk = await aProjectDesk()
    const agreed = { agreementValidFrom: '2024-01-01' }
    await desk.aPartner('Snart', { ...agreed, agreementValidTo: '2026-12-14' })
    await desk.aPartner('Ute', { ...agreed, agreementValidTo: '2026-09-10' })
    await desk.aPartner('Senere', { ...agreed, agreementValidTo: '2026-12-15' })
    expect(agreementPart(desk.backend.workspaces.store(), today)).toEqual([
      { partner: 'Ute', validTo: '2026-09-10', endsInDays: -5 },
      { partner: 'Snart', validTo: '2026-12-14', endsInDays: 90 },
    ])
  })
})
