/** Whoever approved minutes name stays in the file, also where only their text does (records.md 3.21). */
import { describe, expect, it } from 'vitest'
import { aPartnerDesk, type PartnerDesk } from './a-partner-desk.ts'

/** A board whose minutes with this decision are approved, unless told otherwise. */
async function decided(text: string, upTo: 'review' | 'approved' = 'approved'): Promise<PartnerDesk> {
  const desk = await aPartnerDesk({ body: { adjustmentRule: 'adjustedWithinDays', adjustmentDays: 14, adjusters: 0 } })
  const { id } = await desk.aMeeting()
  const item = await desk.anItem(id)
  await desk.call('meetings.start', { id, openedAt: '09:00' })
  await desk.callRoll(id)
  await desk.decide(item.id, text)
  await desk.call('meetings.close', { id, adjournedAt: '11:00' })
  await desk.call('minutes.sendToReview', { meetingId: id, language: 'nb' })
  if (upTo === 'review') return desk
  for (const { id: asked } of (await desk.open(id)).adjustments) {
    await desk.call('minutes.adjust', { id: asked, verdict: 'approved', decidedOn: '2026-09-14' })
  }
  await desk.call('minutes.approve', await desk.approval({ meetingId: id, approvedOn: '2026-09-14' }))
  return desk
}
const text =
  'Styret ber RÅDE KOMMUNE om innspill. Moss Bygg får Gurine Holms tomt, og Tor Aas svarer. Viken er med, blomst kjøpes.'

describe('what approved minutes name in their text', () => {
  it('can not be removed: partner, company, person and contact person, each told the way out', async () => {
    const desk = await decided(text)
    const partnerId = await desk.aPartner('Råde kommune')
    const company = await desk.aCompany({ name: 'Moss Bygg AS' })
    const other = await desk.aCompany({ name: 'Ski Bygg AS' })
    const contact = await desk.aContact({ givenName: 'Gurine', familyName: 'Holm', companyId: other.id })
    const personId = await desk.aPerson('Tor', 'Aas')
    const refused = { code: 'refused', params: { count: 1 } }
    expect(await desk.problemOf('partners.remove', { id: partnerId })).toMatchObject({
      ...refused,
      key: 'problems.partnerInMinutes',
    })
    expect(await desk.problemOf('companies.remove', { id: company.id })).toMatchObject({
      ...refused,
      key: 'problems.companyInMinutes',
    })
    expect(await desk.problemOf('persons.remove', { id: personId })).toMatchObject({
      ...refused,
      key: 'problems.personInMinutes',
    })
    const named = { ...refused, key: 'problems.contactInMinutes' }
    expect(await desk.problemOf('contacts.remove', { id: contact.id })).toMatchObject(named)
    // A company takes its contacts along.
    expect(await desk.problemOf('companies.remove', { id: other.id })).toMatchObject(named)
    await desk.call('contacts.anonymise', { id: contact.id, andText: false })
    await desk.call('companies.remove', { id: other.id })
  })

  it('can not be removed by undoing its making, nor after it took another name', async () => {
    const desk = await decided(text)
    const reply = await desk.ask('partners.add', { name: 'Viken', partnerType: 'county' })
    if (!reply.ok || !reply.change) throw new Error('not made')
    expect(await desk.problemOf('history.undo', { stamp: reply.change })).toMatchObject({
      key: 'problems.partnerInMinutes',
    })
    await desk.call('partners.revise', { id: reply.value.id, changes: { name: 'Akershus' } })
    expect((await desk.problemOf('partners.remove', { id: reply.value.id })).key).toBe('problems.partnerInMinutes')
  })

  it('is a whole name: parts of words, single words in small letters and other names are nobody', async () => {
    const desk = await decided(text)
    for (const name of ['Råde', 'Blomst', 'Vik', 'Berg AS', 'innspil', 'present', 'decision']) {
      const { id } = await desk.aCompany({ name })
      expect((await desk.ask('companies.remove', { id })).ok, name).toBe(true)
    }
  })

  it('may be removed while the minutes are not approved', async () => {
    const desk = await decided(text, 'review')
    await desk.call('partners.remove', { id: await desk.aPartner('Råde kommune') })
  })
})
