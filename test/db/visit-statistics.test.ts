import { describe, expect, it } from 'vitest'
import { spreadTarget } from '#shared/domain/visit-plan.ts'
import { aBackend, today } from './a-backend.ts'

/**
 * Two sectors, three companies. 2026: Alfa 5 Jan (visit), 20 Feb (phone), 1 Mar (reverse visit); Beta 10 Feb (visit, two
 * flags); Gamma 1 Mar as a draft only, and 2025-12-31 (visit). One more visit of Beta was removed.
 */
async function aYear() {
  const desk = await aBackend()
  const [first, second] = await desk.call('sectors.list', {})
  const alfa = await desk.aCompany({ name: 'Alfa', sectorId: first?.id, municipalityCode: '3105', employees: 7 })
  const beta = await desk.aCompany({ name: 'Beta', sectorId: second?.id, municipalityCode: '0105' })
  const gamma = await desk.aCompany({ name: 'Gamma', sectorId: first?.id, municipalityCode: '3101', employees: 7 })
  const log = (companyId: string, visitedOn: string, more: object = {}) =>
    desk.aVisit({ companyId, visitedOn, ...more })
  const january = await log(alfa.id, '2026-01-05', { themes: ['financing'], flags: ['expanding'] })
  await log(alfa.id, '2026-02-20', { type: 'phone' })
  await log(alfa.id, '2026-03-01', { type: 'reverseVisit', themes: ['financing', 'transport'] })
  const february = await log(beta.id, '2026-02-10', { flags: ['expanding', 'urgent'] })
  await log(gamma.id, '2026-03-01', { draft: true, flags: ['urgent'] })
  const december = await log(gamma.id, '2025-12-31')
  const removed = await log(beta.id, '2026-02-11')
  await desk.call('visits.remove', { id: removed.id })
  return { desk, alfa, beta, gamma, first, second, january, february, december }
}

describe('statistics of a period', () => {
  it('agree with a count by hand', async () => {
    const { desk, first, second } = await aYear()
    const spread = spreadTarget(50)
    const numbers = await desk.call('visits.statistics', { from: '2026-01-01', to: '2026-03-31' })
    expect(numbers).toMatchObject({
      total: 4,
      counted: 3,
      companies: 2,
      target: (spread[0] ?? 0) + (spread[1] ?? 0) + (spread[2] ?? 0),
      byMonth: [
        { month: '2026-01', count: 1, target: spread[0] },
        { month: '2026-02', count: 1, target: spread[1] },
        { month: '2026-03', count: 1, target: spread[2] },
      ],
      byType: [
        { key: 'companyVisit', count: 2 },
        { key: 'phone', count: 1 },
        { key: 'reverseVisit', count: 1 },
      ],
      byFlag: [
        { key: 'expanding', count: 2 },
        { key: 'urgent', count: 1 },
      ],
      byTheme: [
        { key: 'financing', count: 2 },
        { key: 'transport', count: 1 },
      ],
      bySector: [
        { key: first?.id, count: 3 },
        { key: second?.id, count: 1 },
      ],
      // 0105 is Sarpsborg's code of before 2020.
      byMunicipality: [{ key: '3105', count: 4 }],
      byBand: [
        { key: '5-9', count: 3 },
        { key: null, count: 1 },
      ],
    })
  })

  it("takes the year's plan, whole for the whole year and by days for a month cut short", async () => {
    const { desk } = await aYear()
    const distribution = [31, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]
    await desk.call('visitPlans.set', { year: 2026, target: 40, distribution })
    const target = async (from: string, to: string) => (await desk.call('visits.statistics', { from, to })).target
    expect(await target('2026-01-01', '2026-12-31')).toBe(40)
    expect(await target('2026-01-01', '2026-01-10')).toBe(10)
    expect(await target('2026-01-11', '2026-02-28')).toBe(21)
    expect(await target('2025-01-01', '2026-12-31')).toBe(90)
    const { byMonth } = await desk.call('visits.statistics', { from: '2025-12-01', to: '2026-01-31' })
    expect(byMonth.map(({ month, target: each }) => [month, each])).toEqual([
      ['2025-12', spreadTarget(50)[11]],
      ['2026-01', 31],
    ])
  })

  it('count follow-ups made, open, overdue, closed and the days to the answer', async () => {
    const { desk, january, february, december } = await aYear()
    const add = (visitId: string, more: object) => desk.aFollowUp({ visitId, dueOn: '2026-12-01', ...more })
    const closed = { status: 'closed', result: 'Gjort' }
    await add(january.id, { ...closed, answeredCompanyOn: '2026-01-15' })
    await add(february.id, { answeredCompanyOn: '2026-02-12' })
    await add(december.id, { ...closed, answeredCompanyOn: '2026-01-06' })
    await add(january.id, { dueOn: '2026-02-01' })
    await add(january.id, { ...closed, answeredCompanyOn: '2026-08-01' })
    await add(january.id, { status: 'cannotBeDone', result: 'Ingen tomt' })
    const { followUps } = await desk.call('visits.statistics', { from: '2026-01-01', to: '2026-03-31' })
    expect(followUps).toEqual({
      made: 5,
      open: 2,
      overdue: 1,
      closed: 2,
      answered: 3,
      // 10, 2 and 6 days.
      meanResponseDays: 6,
      medianResponseDays: 6,
    })
    const { followUps: before } = await desk.call('visits.statistics', { from: '2025-01-01', to: '2025-12-31' })
    expect(before).toMatchObject({ made: 1, open: 0, answered: 0, meanResponseDays: null, medianResponseDays: null })
  })

  it('refuse a period that ends before it starts', async () => {
    const desk = await aBackend()
    const problem = await desk.problemOf('visits.statistics', { from: '2026-02-01', to: '2026-01-31' })
    expect(problem.fields?.to?.key).toBe('problems.field.endBeforeStart')
  })
})

describe('coverage', () => {
  it('counts active companies by group, visited in the period, never, and the oldest latest visit', async () => {
    const { desk, alfa, first, second } = await aYear()
    const period = { from: '2026-01-01', to: today }
    expect(await desk.call('visits.coverage', { ...period, by: 'sector' })).toEqual([
      { key: first?.id, companies: 2, visited: 1, oldestVisit: '2025-12-31', neverVisited: 0 },
      { key: second?.id, companies: 1, visited: 1, oldestVisit: '2026-02-10', neverVisited: 0 },
    ])
    await desk.aCompany({ name: 'Ny', sectorId: second?.id })
    await desk.call('companies.revise', { id: alfa.id, changes: { status: 'bankrupt' } })
    const rows = await desk.call('visits.coverage', { ...period, by: 'sector' })
    expect(rows.find(({ key }) => key === second?.id)).toEqual({
      key: second?.id,
      companies: 2,
      visited: 1,
      oldestVisit: null,
      neverVisited: 1,
    })
    expect(rows.find(({ key }) => key === first?.id)?.companies).toBe(1)
  })
})

describe('companies to visit next', () => {
  it('puts agreed days first, then those never visited, then the longest ago, over pages without a gap', async () => {
    const { desk, alfa, beta, gamma } = await aYear()
    const never = [await desk.aCompany({ name: 'Øy' }), await desk.aCompany({ name: 'Ny' })]
    const agreed = await desk.aCompany({ name: 'Avtalt' })
    await desk.aVisit({ companyId: agreed.id, visitedOn: '2026-09-01', nextVisitBy: '2026-09-10' })
    const kept = await desk.aCompany({ name: 'Holdt' })
    await desk.aVisit({ companyId: kept.id, visitedOn: '2026-08-01', nextVisitBy: '2026-09-02' })
    await desk.aVisit({ companyId: kept.id, visitedOn: '2026-09-02' })
    const seen: [string, string][] = []
    let cursor: string | null = null
    do {
      const page: { rows: { id: string; because: string }[]; next: string | null } = await desk.call('visits.due', {
        notVisitedSince: '2026-03-15',
        cursor,
        limit: 2,
      })
      seen.push(...page.rows.map(({ id, because }): [string, string] => [id, because]))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual([
      [agreed.id, 'agreed'],
      [never[1]?.id, 'never'],
      [never[0]?.id, 'never'],
      [gamma.id, 'longAgo'],
      [beta.id, 'longAgo'],
      [alfa.id, 'longAgo'],
    ])
  })
})

describe('the home screen', () => {
  it('shows progress, what is late, the latest visits and whom to visit', async () => {
    const { desk, january } = await aYear()
    await desk.aFollowUp({ visitId: january.id, dueOn: '2026-02-01' })
    const home = await desk.call('home.overview', { year: 2026, today })
    expect(home).toMatchObject({ overdueCount: 1, companies: 3, drafts: 1, soFar: { counted: 3 } })
    expect(home.overdue).toHaveLength(1)
    expect(home.latest.map(({ visitedOn }) => visitedOn)).toEqual([
      '2026-03-01',
      '2026-03-01',
      '2026-02-20',
      '2026-02-10',
      '2026-01-05',
      '2025-12-31',
    ])
    expect(home.soFar.target).toBeLessThan(home.statistics.target)
    expect(home.due).toEqual([])
  })
})
