import { describe, expect, it } from 'vitest'
import { aBackend, today } from './a-backend.ts'

describe('registering a company', () => {
  it('asks for a name only and fills in the rest', async () => {
    const desk = await aBackend({ country: 'SE', language: 'sv' })
    expect(await desk.aCompany({ name: '  Robertsfors Bruk AB ' })).toMatchObject({
      name: 'Robertsfors Bruk AB',
      country: 'SE',
      status: 'active',
      soleTrader: false,
      consentCase: false,
      orgNo: null,
      employeesBand: null,
    })
  })

  it('keeps the digits of a number, the scheme of an address and the band of a headcount', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany({
      orgNo: 'NO 923 609 016 MVA',
      website: 'Borregaard.no',
      postalCode: '1701',
      employees: 12,
    })
    expect(company).toMatchObject({
      orgNo: '923609016',
      website: 'https://borregaard.no',
      postalCode: '1701',
      employeesBand: '10-19',
    })
  })

  it.each([
    ['a wrong check digit', { orgNo: '923609017' }, 'orgNo', 'problems.field.orgNoCheckDigit'],
    ['a number too short', { orgNo: '92360901' }, 'orgNo', 'problems.field.orgNoLengthNO'],
    ['an unknown municipality', { municipalityCode: '9999' }, 'municipalityCode', 'problems.field.noSuchMunicipality'],
    [
      'a code without its version',
      { industryCode: '96.02' },
      'industryVersion',
      'problems.field.industryVersionMissing',
    ],
    [
      'a band that contradicts',
      { employees: 12, employeesBand: '1-4' },
      'employeesBand',
      'problems.field.bandContradicts',
    ],
    ['a founding day to come', { founded: '2026-12-01' }, 'founded', 'problems.field.dayInFuture'],
    ['the 32nd of a month', { founded: '2020-01-32' }, 'founded', 'problems.field.notADay'],
    ['an empty name', { name: '  ' }, 'name', 'problems.field.required'],
    ['a sector that is gone', { sectorId: '01a00000-0000-7000-8000-000000000000' }, 'sectorId', 'problems.field.gone'],
  ] as const)('refuses %s and says which field', async (_what, given, field, key) => {
    const desk = await aBackend()
    const problem = await desk.problemOf('companies.register', { name: 'Bedrift', ...given })
    expect(problem.code).toBe('invalid')
    expect(problem.fields?.[field]?.key).toBe(key)
    expect(await desk.call('companies.count', {})).toBe(0)
  })

  it("refuses a Swedish sole trader's number, which is the owner's personal number", async () => {
    const desk = await aBackend({ country: 'SE', language: 'sv' })
    const problem = await desk.problemOf('companies.register', { name: 'Ek', soleTrader: true, orgNo: '556012-5790' })
    expect(problem.fields?.orgNo?.key).toBe('problems.field.orgNoSoleTrader')
  })

  it('refuses a number that another company has, by its name', async () => {
    const desk = await aBackend()
    await desk.aCompany({ name: 'Borregaard AS', orgNo: '923609016' })
    const second = await desk.aCompany({ name: 'En annen AS' })
    const taken = { key: 'problems.field.orgNoTaken', params: { name: 'Borregaard AS' } }
    expect((await desk.problemOf('companies.register', { name: 'Ny', orgNo: '923 609 016' })).fields).toEqual({
      orgNo: taken,
    })
    const revise = { id: second.id, changes: { orgNo: '923609016' } }
    expect((await desk.problemOf('companies.revise', revise)).fields).toEqual({ 'changes.orgNo': taken })
  })
})

describe('revising a company', () => {
  it('moves the band along with a new headcount', async () => {
    const desk = await aBackend()
    const { id } = await desk.aCompany({ employees: 12 })
    const revised = await desk.call('companies.revise', { id, changes: { employees: 60 } })
    expect(revised).toMatchObject({ employees: 60, employeesBand: '50-99' })
  })

  it('leaves alone what was not given', async () => {
    const desk = await aBackend()
    const { id } = await desk.aCompany({ place: 'Sarpsborg', note: 'Ring først' })
    expect(await desk.call('companies.revise', { id, changes: { note: '' } })).toMatchObject({
      place: 'Sarpsborg',
      note: null,
    })
  })

  it('refuses a company as a branch unit of itself', async () => {
    const desk = await aBackend()
    const { id } = await desk.aCompany()
    const problem = await desk.problemOf('companies.revise', { id, changes: { localUnitOfId: id } })
    expect(problem.fields?.['changes.localUnitOfId']?.key).toBe('problems.field.branchOfItself')
  })
})

describe('removing a company', () => {
  it('is refused while it has visits, and says how many', async () => {
    const desk = await aBackend()
    const { id } = await desk.aCompany()
    await desk.aVisit({ companyId: id })
    const problem = await desk.problemOf('companies.remove', { id })
    expect(problem).toMatchObject({ code: 'refused', key: 'problems.companyHasVisits', params: { count: 1 } })
  })

  it('takes its contacts along, and one undo brings all of it back', async () => {
    const desk = await aBackend()
    const { id } = await desk.aCompany()
    await desk.aContact({ companyId: id })
    const reply = await desk.ask('companies.remove', { id })
    expect((await desk.problemOf('companies.open', { id })).code).toBe('notFound')
    await desk.call('history.undo', { stamp: reply.ok ? String(reply.change) : '' })
    expect((await desk.call('companies.open', { id })).contacts).toHaveLength(1)
  })
})

describe('the list of companies', () => {
  it('stands in the Norwegian order, æ ø å last', async () => {
    const desk = await aBackend()
    for (const name of ['Ålesund Fisk', 'Zeta', 'Østfold Energi', 'Ærlig Handel', 'Aase Bygg', 'andre']) {
      await desk.aCompany({ name })
    }
    const { rows } = await desk.call('companies.list', {})
    expect(rows.map(({ name }) => name)).toEqual([
      'andre',
      'Zeta',
      'Ærlig Handel',
      'Østfold Energi',
      'Ålesund Fisk',
      'Aase Bygg',
    ])
  })

  it('stands in the Swedish order, å ä ö last', async () => {
    const desk = await aBackend({ country: 'SE', language: 'sv' })
    for (const name of ['Öbergs', 'Ängs', 'Ås', 'Zeta']) await desk.aCompany({ name })
    const { rows } = await desk.call('companies.list', {})
    expect(rows.map(({ name }) => name)).toEqual(['Zeta', 'Ås', 'Ängs', 'Öbergs'])
  })

  it.each(['name', 'municipality', 'employees', 'lastVisit'] as const)(
    'gives every company once over its pages, sorted by %s either way, ties and all',
    async (sort) => {
      const desk = await aBackend()
      const same = { name: 'Like AS', municipalityCode: '3105', employees: 5 }
      const made: string[] = []
      for (let index = 0; index < 7; index++) {
        made.push((await desk.aCompany(index === 3 ? { name: 'Ulik AS', municipalityCode: '0301' } : same)).id)
      }
      await desk.aVisit({ companyId: made[1] ?? '' })
      for (const direction of ['asc', 'desc'] as const) {
        const seen: string[] = []
        let cursor: string | null = null
        do {
          const page: { rows: { id: string }[]; next: string | null } = await desk.call('companies.list', {
            sort,
            direction,
            cursor,
            limit: 2,
          })
          seen.push(...page.rows.map(({ id }) => id))
          cursor = page.next
        } while (cursor !== null)
        expect(seen).toHaveLength(7)
        expect(new Set(seen)).toEqual(new Set(made))
      }
    },
  )

  it('sorts by the name of the municipality, not by its code', async () => {
    const desk = await aBackend()
    for (const municipalityCode of ['3105', '3101', '0301', null]) await desk.aCompany({ municipalityCode })
    const { rows } = await desk.call('companies.list', { sort: 'municipality' })
    // Halden, Oslo, Sarpsborg, none.
    expect(rows.map((row) => row.municipalityCode)).toEqual(['3101', '0301', '3105', null])
  })

  it('finds by folded words, by a number in groups, and by neither when deleted', async () => {
    const desk = await aBackend()
    const { id } = await desk.aCompany({ name: 'Ørje Åsbruk AS', orgNo: '923609016', place: 'Ørje' })
    await desk.aCompany({ name: 'Sarpsborg Metall AS' })
    const find = async (text: string) => (await desk.call('companies.list', { filter: { text } })).rows.map((r) => r.id)
    for (const text of ['orje', 'ØRJE aasb', 'asbruk', '923 609 016', '92360']) expect(await find(text)).toEqual([id])
    expect(await find('orjen')).toEqual([])
    await desk.call('companies.remove', { id })
    expect(await find('orje')).toEqual([])
  })

  it('filters by what was not visited since a day; drafts are no visits', async () => {
    const desk = await aBackend()
    const [old, recent, drafted] = [await desk.aCompany(), await desk.aCompany(), await desk.aCompany()]
    await desk.aVisit({ companyId: old.id, visitedOn: '2024-01-10' })
    await desk.aVisit({ companyId: recent.id, visitedOn: '2026-03-10' })
    await desk.aVisit({ companyId: drafted.id, visitedOn: '2026-03-10', draft: true })
    const filter = { notVisitedSince: '2026-01-01' }
    const { rows } = await desk.call('companies.list', { filter })
    expect(rows.map(({ id }) => id)).toEqual([old.id, drafted.id])
    expect(rows.map(({ lastVisitedOn, visitCount }) => [lastVisitedOn, visitCount])).toEqual([
      ['2024-01-10', 1],
      [null, 0],
    ])
    expect(await desk.call('companies.count', { filter })).toBe(2)
  })

  it('refuses a cursor that it did not give', async () => {
    const desk = await aBackend()
    for (const cursor of ['x', Buffer.from('[1]').toString('base64url'), Buffer.from('{}').toString('base64url')]) {
      const problem = await desk.problemOf('companies.list', { cursor })
      expect(problem.fields?.cursor?.key).toBe('problems.field.invalid')
    }
  })
})

describe('type-ahead and duplicates', () => {
  it('offers names that begin so before names with such a word further in, at most eight', async () => {
    const desk = await aBackend()
    await desk.aCompany({ name: 'Ny Åsen AS' })
    for (let index = 0; index < 4; index++) await desk.aCompany({ name: `Åsen ${index} AS` })
    const found = await desk.call('companies.suggest', { text: 'åse' })
    expect(found.map(({ name }) => name)).toEqual(['Åsen 0 AS', 'Åsen 1 AS', 'Åsen 2 AS', 'Åsen 3 AS', 'Ny Åsen AS'])
    for (let index = 4; index < 12; index++) await desk.aCompany({ name: `Åsen ${index} AS` })
    expect(await desk.call('companies.suggest', { text: 'åse' })).toHaveLength(8)
    expect(await desk.call('companies.suggest', { text: ' - ' })).toEqual([])
  })

  it('warns of the same name in another dress and of the same number', async () => {
    const desk = await aBackend()
    const same = await desk.aCompany({ name: 'Åsen & Sønn AS' })
    const numbered = await desk.aCompany({ name: 'Helt annet', orgNo: '923609016' })
    await desk.aCompany({ name: 'Åsen Transport AS' })
    const ask = { country: 'NO' as const, exceptId: null }
    expect(
      (await desk.call('companies.duplicates', { ...ask, name: 'AASEN OG SØNN', orgNo: '923 609 016' })).map(
        ({ id, because }) => [id, because],
      ),
    ).toEqual([
      [numbered.id, 'orgNo'],
      [same.id, 'name'],
    ])
    const self = { ...ask, name: 'Åsen & Sønn', orgNo: null, exceptId: same.id }
    expect(await desk.call('companies.duplicates', self)).toEqual([])
  })
})

describe('a contact', () => {
  it('gets a basis, a day and a review day proposed from the last activity', async () => {
    const desk = await aBackend()
    const { id } = await desk.aCompany()
    expect(await desk.aContact({ companyId: id })).toMatchObject({
      lawfulBasis: 'legitimateInterest',
      collectedOn: today,
      reviewBy: '2029-09-15',
      status: 'active',
    })
    await desk.aVisit({ companyId: id, visitedOn: '2026-09-01' })
    const earlier = await desk.aContact({ companyId: id, collectedOn: '2025-02-28' })
    expect(earlier.reviewBy).toBe('2029-09-01')
  })

  it('is refused with a day to come, with a review before it, and as anonymised by hand', async () => {
    const desk = await aBackend()
    const { id, companyId } = await desk.aContact()
    const keyOf = async (changes: object, field: string) =>
      (await desk.problemOf('contacts.revise', { id, changes })).fields?.[`changes.${field}`]?.key
    expect(await keyOf({ collectedOn: '2026-09-16' }, 'collectedOn')).toBe('problems.field.dayInFuture')
    expect(await keyOf({ reviewBy: '2020-01-01' }, 'reviewBy')).toBe('problems.field.reviewBeforeCollected')
    expect(await keyOf({ status: 'anonymised' }, 'status')).toBe('problems.field.anonymiseInstead')
    expect(await keyOf({ email: 'ola@' }, 'email')).toBe('problems.field.badEmail')
    const other = await desk.aCompany()
    await desk.aVisit({ companyId, theirParticipantIds: [id] })
    expect(await keyOf({ companyId: other.id }, 'companyId')).toBe('problems.field.contactInVisits')
  })

  it('is not removed while visits name it', async () => {
    const desk = await aBackend()
    const { id, companyId } = await desk.aContact()
    await desk.aVisit({ companyId, theirParticipantIds: [id] })
    expect(await desk.problemOf('contacts.remove', { id })).toMatchObject({ code: 'refused' })
  })
})
