/** Practice.md 6.4: how long personal data may lie is a setting, with a list before anything is erased. */
import { describe, expect, it } from 'vitest'
import { aBackend, today } from './a-backend.ts'

describe('personal data due for review', () => {
  it('lists contacts and people whose day has come, the longest overdue first, and no others', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany({ name: 'Bruket AS' })
    const partner = await desk.call('partners.add', { name: 'Moss kommune', partnerType: 'municipality' })
    const common = { companyId: company.id, collectedOn: '2022-01-01' }
    await desk.aContact({ ...common, givenName: 'Ola', familyName: 'Sen', reviewBy: '2026-09-16' })
    await desk.aContact({ ...common, givenName: 'Ada', familyName: 'Lien', reviewBy: today })
    await desk.call('persons.add', {
      givenName: 'Per',
      familyName: 'Moe',
      organisationId: partner.id,
      collectedOn: '2022-01-01',
      reviewBy: '2025-01-01',
    })
    const { rows, count } = await desk.call('contacts.dueForReview', { until: today })
    expect(count).toBe(2)
    expect(await desk.call('contacts.countDueForReview', { until: today })).toBe(2)
    expect(rows.map((row) => [row.entity, row.givenName, row.organisation, row.reviewBy])).toEqual([
      ['persons', 'Per', 'Moss kommune', '2025-01-01'],
      ['contacts', 'Ada', 'Bruket AS', today],
    ])
    expect(rows[1]?.companyId).toBe(company.id)
  })

  it('puts who objected first, however far away the day is', async () => {
    const desk = await aBackend()
    await desk.aContact({ givenName: 'Sen', collectedOn: '2022-01-01', reviewBy: '2024-01-01' })
    await desk.aContact({ givenName: 'Nei', reviewBy: '2029-01-01', objectedOn: '2026-09-01' })
    const { rows } = await desk.call('contacts.dueForReview', { until: today })
    expect(rows.map((row) => [row.givenName, row.objectedOn])).toEqual([
      ['Nei', '2026-09-01'],
      ['Sen', null],
    ])
  })

  it('tells the last visit that names the person; drafts, deleted visits and visits to others do not count', async () => {
    const desk = await aBackend()
    const old = { collectedOn: '2022-01-01', reviewBy: '2025-01-01' }
    const met = await desk.aContact({ ...old, familyName: 'A' })
    const unmet = await desk.aContact({ ...old, familyName: 'B' })
    const us = await desk.call('persons.add', { givenName: 'Per', familyName: 'C', ...old })
    const named = { companyId: met.companyId, theirParticipantIds: [met.id], ourParticipantIds: [us.id] }
    await desk.aVisit({ ...named, visitedOn: '2023-05-01' })
    await desk.aVisit({ ...named, visitedOn: '2026-05-01', draft: true })
    const gone = await desk.aVisit({ ...named, visitedOn: '2026-06-01' })
    await desk.call('visits.remove', { id: gone.id })
    await desk.aVisit({ companyId: unmet.companyId, visitedOn: '2026-07-01' })
    const { rows } = await desk.call('contacts.dueForReview', { until: today })
    expect(rows.map((row) => [row.familyName, row.lastActivityOn])).toEqual([
      ['A', '2023-05-01'],
      ['B', '2022-01-01'],
      ['C', '2023-05-01'],
    ])
  })

  it('leaves out who is anonymised, deleted, or kept until a later day', async () => {
    const desk = await aBackend()
    const old = { collectedOn: '2022-01-01', reviewBy: '2025-01-01' }
    const [erased, removed, kept] = [await desk.aContact(old), await desk.aContact(old), await desk.aContact(old)]
    await desk.call('contacts.anonymise', { id: erased.id, andText: false })
    await desk.call('contacts.remove', { id: removed.id })
    await desk.call('contacts.revise', { id: kept.id, changes: { reviewBy: '2029-09-15' } })
    expect(await desk.call('contacts.dueForReview', { until: today })).toEqual({ rows: [], count: 0 })
  })

  it('lists at most 200 and still counts them all', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany()
    for (let each = 0; each < 203; each += 1) {
      await desk.aContact({ companyId: company.id, collectedOn: '2022-01-01', reviewBy: '2025-01-01' })
    }
    const due = await desk.call('contacts.dueForReview', { until: today })
    expect([due.rows.length, due.count]).toEqual([200, 203])
  })
})
