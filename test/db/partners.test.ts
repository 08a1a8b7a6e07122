import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkFile } from '#db/check-file.ts'
import { openFile } from '#db/connection.ts'
import { partnerPaper } from '#shared/documents/partner-paper.ts'
import { snapshot as snapshotSchema } from '#shared/documents/snapshot.ts'
import { aPartnerDesk, type PartnerDesk } from './a-partner-desk.ts'

const megabyte = 1024 * 1024
const file = { kind: 'file', fileName: 'Avtale.pdf', mime: 'application/pdf', altText: null } as const

/** Everything this partner stands in: people, commitments of each kind of standing, evidence. */
async function aFullPartner(desk: PartnerDesk) {
  const { partnerId } = desk
  await desk.call('partners.revise', {
    id: partnerId,
    changes: { agreementValidFrom: '2024-01-01', agreementValidTo: '2026-10-15' },
  })
  const overdue = await desk.aCommitment({ title: 'Lokaler', periodFrom: '2025-01-01', periodTo: '2025-12-31' })
  const open = await desk.aCommitment({ title: 'Grunntilskudd', isPublic: false })
  const delivery = await desk.deliver(open.id, '2026-03-01', 4_000_000)
  await desk.call('deliveries.revise', { id: delivery.id, changes: { description: 'Første halvår' } })
  await desk.call('attachments.add', { ...file, fileName: 'Kvittering.pdf', deliveryId: delivery.id, base64: 'YQ==' })
  const done = await desk.aCommitment({ title: 'Timer', kind: 'hours', unit: 'hours', amount: 750 })
  await desk.deliver(done.id, '2026-04-01', 750)
  return { overdue, open, done }
}

async function opened(desk: PartnerDesk, id = desk.partnerId) {
  return desk.call('partners.open', { id })
}

describe('a partner', () => {
  it('opens with its people, commitments, open ones first, sums and the days its agreement has left', async () => {
    const desk = await aPartnerDesk()
    await aFullPartner(desk)
    const anne = desk.memberIds[0] ?? ''
    await desk.call('affiliations.add', { personId: anne, partnerId: desk.partnerId, roleTitle: 'ordfører' })
    const shown = await opened(desk)
    expect(shown.agreementEndsInDays).toBe(30)
    expect(shown.people).toMatchObject([{ personName: 'Anne Ek', roleTitle: 'ordfører', from: '2026-09-15', to: null }])
    expect(shown.commitments.map(({ title, status }) => [title, status])).toEqual([
      ['Lokaler', 'promised'],
      ['Grunntilskudd', 'partlyDelivered'],
      ['Timer', 'delivered'],
    ])
    expect(shown.totals).toEqual([
      { partnerId: desk.partnerId, year: 2025, unit: 'NOK', pledged: 10_000_000, delivered: 0 },
      { partnerId: desk.partnerId, year: 2026, unit: 'NOK', pledged: 10_000_000, delivered: 4_000_000 },
      { partnerId: desk.partnerId, year: 2026, unit: 'hours', pledged: 750, delivered: 750 },
    ])
    const due = await desk.call('commitments.reminders', { withinDays: 60 })
    expect(due.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['commitment', '2025-12-31'],
      ['agreement', '2026-10-15'],
    ])
    await desk.call('partners.revise', { id: desk.partnerId, changes: { status: 'left', leftOn: '2026-09-01' } })
    const after = await desk.call('commitments.reminders', { withinDays: 60 })
    expect(after.map(({ kind }) => kind)).toEqual(['commitment'])
  })

  it('is kept while people or commitments belong to it, and told which', async () => {
    const desk = await aPartnerDesk()
    const place = await desk.call('affiliations.add', { personId: desk.me, partnerId: desk.partnerId })
    const { id } = await desk.aCommitment()
    const remove = () => desk.problemOf('partners.remove', { id: desk.partnerId })
    expect(await remove()).toMatchObject({
      code: 'refused',
      key: 'problems.namedBy.affiliations',
      params: { count: 1 },
    })
    await desk.call('affiliations.remove', { id: place.id })
    expect(await remove()).toMatchObject({ code: 'refused', key: 'problems.namedBy.commitments', params: { count: 1 } })
    await desk.call('commitments.remove', { id })
    await desk.call('attachments.add', { ...file, partnerId: desk.partnerId, base64: 'YQ==' })
    await desk.call('partners.remove', { id: desk.partnerId })
    expect((await desk.call('partners.list', {})).map(({ id }) => id)).not.toContain(desk.partnerId)
  })

  it('named in final minutes is never removed, and the refusal says why', async () => {
    const desk = await aPartnerDesk({
      body: { adjustmentRule: 'adjustedWithinDays', adjustmentDays: 14, adjusters: 0 },
    })
    const anne = desk.memberIds[0] ?? ''
    const { id } = await desk.aMeeting()
    const row = await desk.rowOf(id, anne)
    await desk.call('attendances.revise', { id: row.id, changes: { representingId: desk.partnerId } })
    expect(await desk.problemOf('partners.remove', { id: desk.partnerId })).toMatchObject({
      key: 'problems.namedBy.attendances',
    })
    const item = await desk.anItem(id)
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    await desk.decide(item.id)
    await desk.call('meetings.close', { id, adjournedAt: '11:00' })
    await desk.call('minutes.sendToReview', { meetingId: id, language: 'nb' })
    for (const { id: asked } of (await desk.open(id)).adjustments) {
      await desk.call('minutes.adjust', { id: asked, verdict: 'approved', decidedOn: '2026-09-14' })
    }
    await desk.call('minutes.approve', await desk.approval({ meetingId: id, approvedOn: '2026-09-14' }))
    expect((await desk.open(id)).meeting.status).toBe('minutesApproved')
    expect(await desk.problemOf('partners.remove', { id: desk.partnerId })).toMatchObject({
      code: 'refused',
      key: 'problems.partnerInMinutes',
      params: { count: 1 },
    })
  })
})

describe('a place in a partner', () => {
  it('may be had in several partners, but once at a time in each', async () => {
    const desk = await aPartnerDesk()
    const other = await desk.aPartner('Moss kommune')
    const place = { personId: desk.me, from: '2024-01-01', to: '2024-12-31' }
    const first = await desk.call('affiliations.add', { ...place, partnerId: desk.partnerId })
    await desk.call('affiliations.add', { ...place, partnerId: other })
    const twice = await desk.problemOf('affiliations.add', { ...place, to: null, partnerId: desk.partnerId })
    expect(twice.fields?.personId?.key).toBe('problems.field.affiliationTwice')
    const again = await desk.call('affiliations.add', {
      ...place,
      from: '2025-01-01',
      to: null,
      partnerId: desk.partnerId,
    })
    expect((await opened(desk)).people.map(({ id }) => id)).toEqual([first.id, again.id])
    const overlap = await desk.problemOf('affiliations.revise', { id: first.id, changes: { to: '2025-01-01' } })
    expect(overlap.fields?.['changes.personId']?.key).toBe('problems.field.affiliationTwice')
    const backwards = await desk.problemOf('affiliations.revise', { id: first.id, changes: { to: '2023-12-31' } })
    expect(backwards.fields?.['changes.to']?.key).toBe('problems.field.endBeforeStart')
  })
})

describe('papers of a partner', () => {
  it('hang on the partner, a commitment and a delivery, within the limits, and belong to something', async () => {
    const desk = await aPartnerDesk()
    const { id: commitmentId } = await desk.aCommitment()
    const { id: deliveryId } = await desk.deliver(commitmentId, '2026-02-01', 100)
    const homes = [{ partnerId: desk.partnerId }, { commitmentId }, { deliveryId }]
    const largest = Buffer.alloc(15 * megabyte, 1)
    for (const home of homes) {
      const over = await desk.problemOf('attachments.add', {
        ...file,
        ...home,
        base64: Buffer.concat([largest, Buffer.from('x')]).toString('base64'),
      })
      expect(over.fields?.base64?.key).toBe('problems.field.attachmentTooLarge')
      await desk.call('attachments.add', {
        ...file,
        ...home,
        base64: Buffer.from(JSON.stringify(home)).toString('base64'),
      })
    }
    const both = await desk.problemOf('attachments.add', {
      ...file,
      partnerId: desk.partnerId,
      commitmentId,
      base64: 'YQ==',
    })
    expect(both.code).toBe('invalid')
    expect((await opened(desk)).attachments).toHaveLength(1)
    const { attachments, deliveries } = await desk.call('commitments.open', { id: commitmentId })
    expect([attachments.length, deliveries[0]?.attachments.length]).toEqual([1, 1])
    for (let index = 0; index < 6; index++) {
      largest[0] = index
      await desk.call('attachments.add', { ...file, partnerId: desk.partnerId, base64: largest.toString('base64') })
    }
    const full = await desk.problemOf('attachments.add', {
      ...file,
      partnerId: desk.partnerId,
      base64: largest.toString('base64'),
    })
    expect(full.fields?.base64).toMatchObject({ key: 'problems.field.visitAttachmentsTooLarge', params: { most: 100 } })
    await desk.backend.close()
    const name = readdirSync(desk.home, { recursive: true }).find((one) => String(one).endsWith('.fyr'))
    const { db, close } = openFile(join(desk.home, String(name)))
    expect(checkFile(db)).toEqual([])
    close()
  })
})

describe("a partner's page", () => {
  it('tells agreement, people who are there now, commitments, overdue first, with evidence, and sums', async () => {
    const desk = await aPartnerDesk()
    await aFullPartner(desk)
    const [anne = '', bjorn = ''] = desk.memberIds
    const place = { partnerId: desk.partnerId, from: '2024-01-01' }
    await desk.call('affiliations.add', { ...place, personId: anne, isContact: true, roleTitle: 'ordfører' })
    await desk.call('affiliations.add', { ...place, personId: bjorn, to: '2025-12-31' })
    const paper = await desk.call('partners.preview', { id: desk.partnerId, language: 'nb' })
    expect(partnerPaper.safeParse(paper).error?.issues ?? []).toEqual([])
    expect(paper.partner).toMatchObject({ name: 'Sarpsborg kommune', agreementEndsInDays: 30 })
    expect(paper.people).toEqual([{ name: 'Anne Ek', roleTitle: 'ordfører', isContact: true }])
    expect(paper.commitments.map(({ title }) => title)).toEqual(['Lokaler', 'Grunntilskudd', 'Timer'])
    expect(paper.commitments[1]).toMatchObject({
      source: '01.01.2024',
      evidence: ['Kvittering.pdf'],
      deliveries: [{ deliveredOn: '2026-03-01', amount: 4_000_000, description: 'Første halvår' }],
      remaining: 6_000_000,
    })
    expect(paper.totals.map(({ year, unit }) => [year, unit])).toEqual([
      [2025, 'NOK'],
      [2026, 'NOK'],
      [2026, 'hours'],
    ])
  })

  it('is made in Word and saved under the name of the partner', async () => {
    const desk = await aPartnerDesk()
    await aFullPartner(desk)
    const { jobId } = await desk.call('partners.export', { id: desk.partnerId, language: 'nb' })
    await expect
      .poll(async () => (await desk.call('jobs.show', { id: jobId }))?.state, { timeout: 20_000 })
      .toBe('done')
    const job = await desk.call('jobs.show', { id: jobId })
    expect(job?.file?.name).toBe('Partnerark Sarpsborg kommune 2026-09-15.docx')
    expect(
      readFileSync(join(desk.home, job?.file?.name ?? ''))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  }, 30_000)
})

describe('a board package', () => {
  it('counts what is not public and names it only in a closed package', async () => {
    const desk = await aPartnerDesk()
    await aFullPartner(desk)
    await desk.aCommitment({ title: 'Trukket', stage: 'withdrawn', withdrawnReason: 'Kutt' })
    await desk
      .aCommitment({
        title: 'Eldre og levert',
        kind: 'promotion',
        amount: null,
        unit: null,
        periodFrom: '2023-01-01',
        periodTo: '2023-12-31',
      })
      .then(({ id }) => desk.deliver(id, '2023-05-01', null))
    const choice = {
      bodyId: desk.bodyId,
      meetingId: null,
      periodFrom: '2026-01-01',
      periodTo: '2026-06-30',
      language: 'nb' as const,
    }
    const snapshotOf = async (withConfidential: boolean) => {
      const made = await desk.call('packages.make', { ...choice, withConfidential })
      return (await desk.call('packages.open', { id: made.id })).snapshot
    }
    const open = await snapshotOf(false)
    expect(snapshotSchema.safeParse(open).error?.issues ?? []).toEqual([])
    expect(open.commitments?.rows.map(({ title }) => title)).toEqual(['Lokaler', 'Timer', 'Trukket'])
    expect(open.commitments?.notPublic).toBe(1)
    expect(open.commitments?.totals).toEqual([
      { year: 2026, unit: 'NOK', pledged: 10_000_000, delivered: 4_000_000 },
      { year: 2026, unit: 'hours', pledged: 750, delivered: 750 },
    ])
    expect(open.commitments?.byPartner).toMatchObject([{ partner: 'Sarpsborg kommune', open: 2, overdue: 1 }])
    expect(JSON.stringify(open.commitments)).not.toContain('Grunntilskudd')
    const closed = await snapshotOf(true)
    expect(closed.commitments?.rows.map(({ title }) => title)).toContain('Grunntilskudd')
  })
})
