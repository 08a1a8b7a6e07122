import { describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { aBackend, today } from './a-backend.ts'

type Fields = Omit<InputOf<'visits.revise'>['changes'], 'companyId'>

describe('logging a visit', () => {
  it('asks for a company and a day only', async () => {
    const desk = await aBackend()
    expect(await desk.aVisit({ visitedOn: today, notes: 'Trenger tomt' })).toMatchObject({
      type: 'companyVisit',
      ourParticipantIds: [desk.me],
      theirParticipantIds: [],
      confidentiality: 'internal',
      draft: false,
      notes: 'Trenger tomt',
      device: (await desk.call('preferences.show', {})).deviceName,
    })
  })

  it('makes the company on the way, and one undo takes both back', async () => {
    const desk = await aBackend()
    const reply = await desk.ask('visits.log', { visitedOn: today, companyId: null, newCompanyName: 'Ny Bedrift AS' })
    expect((await desk.call('companies.list', {})).rows).toMatchObject([{ name: 'Ny Bedrift AS', visitCount: 1 }])
    await desk.call('history.undo', { stamp: reply.ok ? String(reply.change) : '' })
    expect(await desk.call('companies.count', {})).toBe(0)
    expect(await desk.call('visits.count', {})).toBe(0)
  })

  it('wants exactly one of a company and a new name', async () => {
    const desk = await aBackend()
    const { id } = await desk.aCompany()
    const keyOf = async (companyId: string | null, newCompanyName: string | null) =>
      (await desk.problemOf('visits.log', { visitedOn: today, companyId, newCompanyName })).fields?.companyId?.key
    expect(await keyOf(null, null)).toBe('problems.field.companyMissing')
    expect(await keyOf(id, 'Ny')).toBe('problems.field.companyTwice')
    expect(await keyOf('01a00000-0000-7000-8000-000000000000', null)).toBe('problems.field.gone')
  })

  it('wants somebody of ours where nobody sits here', async () => {
    const desk = await aBackend()
    const { id } = await desk.aCompany()
    await desk.call('preferences.choose', { me: null })
    const problem = await desk.problemOf('visits.log', { visitedOn: today, companyId: id })
    expect(problem.fields?.ourParticipantIds?.key).toBe('problems.field.ownParticipantMissing')
  })

  it.each<[string, Fields, string, string]>([
    ['tomorrow', { visitedOn: '2026-09-16' }, 'visitedOn', 'problems.field.visitInFuture'],
    ['the 31st of September', { visitedOn: '2026-09-31' }, 'visitedOn', 'problems.field.notADay'],
    ['an end before the start', { startsAt: '10:00', endsAt: '09:00' }, 'endsAt', 'problems.field.endNotAfterStart'],
    ['an end without a start', { endsAt: '09:00' }, 'startsAt', 'problems.field.startMissing'],
    [
      'a question both answered and not',
      { needs: 'Tomt', notAnswered: ['needs'] },
      'needs',
      'problems.field.notAnsweredHasText',
    ],
    [
      'a summary of a confidential visit',
      { confidentiality: 'confidential', publishableSummary: 'x' },
      'publishableSummary',
      'problems.field.confidentialHasSummary',
    ],
    ['a next visit not later', { nextVisitBy: '2026-09-01' }, 'nextVisitBy', 'problems.field.nextVisitNotLater'],
  ])('refuses %s, when it is logged and when it is revised', async (_what, given, field, key) => {
    const desk = await aBackend()
    const { id, companyId } = await desk.aVisit({ visitedOn: '2026-09-01' })
    const logged = await desk.problemOf('visits.log', {
      ...given,
      companyId,
      visitedOn: given.visitedOn ?? '2026-09-01',
    })
    expect(logged.fields?.[field]?.key).toBe(key)
    const revised = await desk.problemOf('visits.revise', { id, changes: given })
    expect(revised.fields?.[`changes.${field}`]?.key).toBe(key)
    expect(await desk.call('visits.count', {})).toBe(1)
  })

  it("refuses another company's contact, and moving a visit away from those it met", async () => {
    const desk = await aBackend()
    const stranger = await desk.aContact()
    const { id } = await desk.aCompany()
    const log = { visitedOn: today, companyId: id, theirParticipantIds: [stranger.id] }
    const key = 'problems.field.participantOfOtherCompany'
    expect((await desk.problemOf('visits.log', log)).fields?.theirParticipantIds?.key).toBe(key)
    const visit = await desk.aVisit({ companyId: stranger.companyId, theirParticipantIds: [stranger.id] })
    const moved = { id: visit.id, changes: { companyId: id } }
    expect((await desk.problemOf('visits.revise', moved)).fields?.['changes.theirParticipantIds']?.key).toBe(key)
    const both = { id: visit.id, changes: { companyId: id, theirParticipantIds: [] } }
    expect(await desk.call('visits.revise', both)).toMatchObject({ companyId: id, theirParticipantIds: [] })
  })

  it('refuses a paste past the limit whole and keeps nothing of it', async () => {
    const desk = await aBackend()
    const { id } = await desk.aVisit({ notes: 'Før' })
    const problem = await desk.problemOf('visits.revise', { id, changes: { notes: 'x'.repeat(10_000_000) } })
    expect(problem.code).toBe('tooLarge')
    expect((await desk.call('visits.open', { id })).visit.notes).toBe('Før')
  })

  it('is not moved past the days of its follow-ups', async () => {
    const desk = await aBackend()
    const { id } = await desk.aVisit({ visitedOn: '2026-08-01' })
    await desk.aFollowUp({ visitId: id, dueOn: '2026-08-10' })
    const problem = await desk.problemOf('visits.revise', { id, changes: { visitedOn: '2026-08-20' } })
    expect(problem.fields?.['changes.visitedOn']).toEqual({
      key: 'problems.field.followUpsBeforeVisit',
      params: { count: 1 },
    })
  })
})

describe('a draft', () => {
  it('is released only with a task for what is urgent', async () => {
    const desk = await aBackend()
    const { id } = await desk.aVisit({ draft: true, flags: ['urgent'] })
    const problem = await desk.problemOf('visits.release', { id })
    expect(problem.fields?.flags?.key).toBe('problems.field.urgentNeedsFollowUp')
    await desk.aFollowUp({ visitId: id })
    expect(await desk.call('visits.release', { id })).toMatchObject({ draft: false })
  })
})

describe('removing a visit', () => {
  it('takes follow-ups and attachments along, and one undo brings them back', async () => {
    const desk = await aBackend()
    const { id } = await desk.aVisit()
    const followUp = await desk.aFollowUp({ visitId: id })
    await desk.call('attachments.add', {
      visitId: id,
      kind: 'file',
      fileName: 'a.pdf',
      mime: 'application/pdf',
      altText: null,
      base64: 'YQ==',
    })
    const reply = await desk.ask('visits.remove', { id })
    expect(await desk.call('followUps.count', { filter: { state: 'all' } })).toBe(0)
    expect((await desk.problemOf('followUps.open', { id: followUp.id })).code).toBe('notFound')
    await desk.call('history.undo', { stamp: reply.ok ? String(reply.change) : '' })
    const { followUps, attachments } = await desk.call('visits.open', { id })
    expect([followUps.length, attachments.length]).toEqual([1, 1])
  })
})

describe('the list of visits', () => {
  async function filled() {
    const desk = await aBackend()
    const [ae, z] = [await desk.aCompany({ name: 'Ærlig AS' }), await desk.aCompany({ name: 'Zeta AS' })]
    for (const companyId of [ae.id, z.id]) {
      for (const visitedOn of ['2026-05-01', '2026-05-01', '2026-06-01', '2026-05-01']) {
        await desk.aVisit({ companyId, visitedOn })
      }
    }
    return desk
  }

  it.each([
    ['visitedOn', 'desc'],
    ['visitedOn', 'asc'],
    ['company', 'asc'],
    ['company', 'desc'],
  ] as const)('gives every visit once over its pages by %s %s, on the same days too', async (sort, direction) => {
    const desk = await filled()
    const whole = (await desk.call('visits.list', { sort, direction })).rows
    expect(whole).toHaveLength(8)
    const paged: typeof whole = []
    let cursor: string | null = null
    do {
      const page: { rows: typeof whole; next: string | null } = await desk.call('visits.list', {
        sort,
        direction,
        cursor,
        limit: 3,
      })
      paged.push(...page.rows)
      cursor = page.next
    } while (cursor !== null)
    expect(paged).toEqual(whole)
  })

  it('stands by company in alphabetical order, and in each the newest first', async () => {
    const desk = await filled()
    const { rows } = await desk.call('visits.list', { sort: 'company', direction: 'asc' })
    expect(rows.map(({ companyName, visitedOn }) => `${companyName} ${visitedOn.slice(5)}`)).toEqual([
      'Zeta AS 06-01',
      ...Array(3).fill('Zeta AS 05-01'),
      'Ærlig AS 06-01',
      ...Array(3).fill('Ærlig AS 05-01'),
    ])
  })

  it('finds company and text together by folded words, and never the confidential text', async () => {
    const desk = await aBackend()
    const { id } = await desk.aCompany({ name: 'Ørje Bruk' })
    const visit = await desk.aVisit({
      companyId: id,
      notes: 'Snakket om strøm',
      confidentialText: 'Oppkjøp',
      confidentiality: 'confidential',
    })
    await desk.aVisit({ notes: 'Snakket om vann' })
    const find = async (text: string) =>
      (await desk.call('visits.list', { filter: { text } })).rows.map((row) => row.id)
    expect(await find('orje STROM')).toEqual([visit.id])
    expect(await find('oppkjop')).toEqual([])
    await desk.call('companies.revise', { id, changes: { name: 'Halden Bruk' } })
    expect(await find('orje')).toEqual([])
    expect(await find('halden strøm')).toEqual([visit.id])
    expect(JSON.stringify(await desk.call('visits.list', {}))).not.toContain('Oppkjøp')
  })

  it('filters by flags, themes, kind, period, company group, people and drafts', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany({ municipalityCode: '3105' })
    const visit = await desk.aVisit({
      companyId: company.id,
      visitedOn: '2026-04-10',
      flags: ['expanding', 'labourSupply'],
      themes: ['financing'],
      type: 'phone',
      draft: true,
    })
    await desk.aVisit({ visitedOn: '2026-08-01' })
    const match = async (filter: object) =>
      (await desk.call('visits.list', { filter })).rows.map((row) => row.id === visit.id)
    const count = (filter: object) => desk.call('visits.count', { filter })
    for (const filter of [
      { flags: ['labourSupply', 'urgent'] },
      { themes: ['financing'] },
      { types: ['phone'] },
      { from: '2026-04-10', to: '2026-04-10' },
      { municipalityCodes: ['3105'] },
      { companyId: company.id },
      { drafts: 'only' },
    ]) {
      expect([filter, await match(filter), await count(filter)]).toEqual([filter, [true], 1])
    }
    expect(await match({ drafts: 'without' })).toEqual([false])
    expect(await match({ participantId: desk.me })).toHaveLength(2)
  })
})

describe('a visit plan', () => {
  it('spreads a target over the months, and takes a distribution that adds up', async () => {
    const desk = await aBackend()
    const spread = await desk.call('visitPlans.set', { year: 2026, target: 50, distribution: null })
    expect(spread.distribution.reduce((sum, month) => sum + month, 0)).toBe(50)
    expect(spread.distribution[6]).toBe(0)
    const own = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12]
    const set = await desk.call('visitPlans.set', { year: 2026, target: 12, distribution: own })
    expect(set).toMatchObject({ id: spread.id, distribution: own })
    const problem = await desk.problemOf('visitPlans.set', { year: 2026, target: 13, distribution: own })
    expect(problem.fields?.distribution?.key).toBe('problems.field.distributionSum')
    expect(await desk.call('visitPlans.show', { year: 2025 })).toBeNull()
  })
})
