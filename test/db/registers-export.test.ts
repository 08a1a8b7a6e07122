import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { registerSheets } from '#shared/documents/registers/sheets.ts'
import { type Register, registers } from '#shared/domain/records/saved-view.ts'
import { aPartnerDesk, type PartnerDesk } from './a-partner-desk.ts'
import { aProjectDesk } from './a-project-desk.ts'

type Sheet = unknown[][]
interface Extract {
  readonly name: string
  readonly headers: unknown[]
  /** The table's rows. */
  readonly rows: Sheet
  /** Above the table: label → figure. */
  readonly totals: Record<string, unknown>
  /** What the second sheet tells. */
  readonly about: Record<string, unknown>
  readonly everything: string
}

/** Exports a register and reads the saved workbook as another program does. */
async function exported<R extends Register>(
  desk: PartnerDesk,
  register: R,
  given: Partial<InputOf<'registers.export'>> = {},
): Promise<Extract> {
  const columns = Object.keys(registerSheets[register].columns)
  const input = { register, input: {}, columns, language: 'nb' as const, ...given }
  const { jobId } = await desk.call('registers.export', input)
  await expect
    .poll(async () => (await desk.call('jobs.show', { id: jobId }))?.state, { timeout: 20_000 })
    .toMatch(/done|failed|cancelled/)
  const job = await desk.call('jobs.show', { id: jobId })
  if (!job?.file) throw new Error(`the export ended as ${JSON.stringify(job)}`)
  const book = read(readFileSync(join(desk.home, job.file.name)))
  const sheets = book.SheetNames.map((name) =>
    utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, defval: null, blankrows: false }),
  )
  const [main = []] = sheets
  const about = sheets.at(-1) ?? []
  const head = main.findIndex((row) => columns.length > 0 && row[1] !== null && typeof row[1] === 'string')
  return {
    name: job.file.name,
    headers: main[head] ?? [],
    rows: main.slice(head + 1),
    totals: Object.fromEntries(main.slice(0, Math.max(0, head)).map(([label, value]) => [String(label), value])),
    about: Object.fromEntries(about.slice(2).map(([item, value]) => [String(item), value])),
    everything: JSON.stringify(sheets),
  }
}
const column = ({ headers, rows }: Extract, header: string) => {
  const at = headers.indexOf(header)
  if (at < 0) throw new Error(`no column ${header} among ${headers.join(', ')}`)
  return rows.map((row) => row[at])
}

describe('a register in Excel', () => {
  it.each(registers)(
    '%s has every column of its list, in three languages, with headers that differ',
    async (register) => {
      const desk = await aPartnerDesk()
      await aLittleOfAll(desk)
      for (const language of ['nb', 'sv', 'en'] as const) {
        const sheet = await exported(desk, register, { language })
        expect(new Set(sheet.headers).size).toBe(sheet.headers.length)
        expect(sheet.headers).not.toContain(null)
        expect(sheet.everything).not.toMatch(/registers\.workbook|codes\./)
      }
    },
    60_000,
  )

  it('holds the rows of the list in its order, page after page, with its filter in words', async () => {
    const desk = await aPartnerDesk()
    const [sector] = await desk.call('sectors.list', {})
    const sectorId = sector?.id ?? null
    for (let n = 0; n < 205; n++) await desk.aCompany({ name: `Firma ${String(n).padStart(3, '0')}`, sectorId })
    await desk.aCompany({ name: 'Et annet' })
    const filter = { sectorIds: [sectorId], text: '' }
    const sheet = await exported(desk, 'companies', {
      input: { filter, direction: 'desc' },
      columns: ['sector', 'name'],
    })
    expect(sheet.headers).toEqual(['Bransje', 'Bedrift', 'Status'])
    expect(column(sheet, 'Bedrift')).toEqual(
      Array.from({ length: 205 }, (_, n) => `Firma ${String(204 - n).padStart(3, '0')}`),
    )
    expect(sheet.name).toBe('Bedrifter Partnerskapet 2026-09-15.xlsx')
    expect(sheet.about).toMatchObject({
      Partnerskap: 'Partnerskapet',
      Filter: `Bransje: ${sector?.nameNb}`,
      Rekkefølge: 'Bedrift, fallende',
      Rader: '205',
      Laget: '15.09.2026',
      'Laget av': 'Kari Berg',
    })
    expect(sheet.totals['Rader som vises']).toBe(205)
  })

  it('stands in groups, their name first, what is not stated last, no row blank', async () => {
    const desk = await aPartnerDesk()
    const sectors = await desk.call('sectors.list', {})
    for (const [n, sector] of [sectors[1], undefined, sectors[0], sectors[1]].entries()) {
      await desk.aCompany({ name: `Firma ${n}`, sectorId: sector?.id ?? null })
    }
    const sheet = await exported(desk, 'companies', { columns: ['name'], groupBy: 'sector' })
    const names = [sectors[0]?.nameNb ?? '', sectors[1]?.nameNb ?? ''].toSorted((a, b) => a.localeCompare(b, 'nb'))
    const places =
      names[0] === sectors[0]?.nameNb ? ['Firma 2', 'Firma 0', 'Firma 3'] : ['Firma 0', 'Firma 3', 'Firma 2']
    expect(column(sheet, 'Gruppert etter: Bransje').at(-1)).toBe('Ikke oppgitt')
    expect(new Set(column(sheet, 'Gruppert etter: Bransje'))).toEqual(new Set([...names, 'Ikke oppgitt']))
    expect(column(sheet, 'Bedrift')).toEqual([...places, 'Firma 1'])
  })

  it('sums what partners promised and gave per unit, as the register does, and never one unit with another', async () => {
    const desk = await aPartnerDesk()
    const money = await desk.aCommitment({ amount: 1_000_001 })
    await desk.deliver(money.id, '2026-03-01', 333_334)
    await desk.aCommitment({ amount: 2_000_002, isPublic: false })
    const hours = await desk.aCommitment({ kind: 'hours', unit: 'hours', amount: 750 })
    await desk.deliver(hours.id, '2026-03-01', 1000)
    await desk.aCommitment({ title: 'Forslag', stage: 'proposed', amount: 5_000_000 })
    const sheet = await exported(desk, 'commitments', { columns: ['title', 'amount'] })
    expect(sheet.headers.filter((header) => String(header).includes('Svenske'))).toEqual([])
    const sums = sheet.everything
    const figures = {
      'Lovet, Norske kroner': 30_000.03,
      'Levert, Norske kroner': 3333.34,
      'Gjenstår, Norske kroner': 26_666.69,
      'Lovet, Timer': 7.5,
      'Levert, Timer': 10,
      'Gjenstår, Timer': 0,
      'Levert over, Timer': 2.5,
      'Foreslått eller trukket, Norske kroner': 50_000,
    }
    for (const [header, value] of Object.entries(figures)) expect(sums).toContain(JSON.stringify([header, value]))
    const { sums: counted } = await desk.call('commitments.sums', {})
    expect(counted.find(({ unit }) => unit === 'NOK')).toMatchObject({ pledged: 3_000_003, remaining: 2_666_669 })
    expect(String(sheet.about.Bruk)).toContain('1 av radene er ikke offentlig.')
    const partners = await exported(desk, 'partners', { columns: ['name', 'open'] })
    expect(column(partners, 'Lovet, Norske kroner')).toEqual([30_000.03])
    expect(column(partners, 'Åpne forpliktelser (antall)')).toEqual([2])
  })

  it('filters and orders partners as their screen does', async () => {
    const desk = await aPartnerDesk()
    await desk.aPartner('Ås kommune', { agreementValidTo: '2026-12-31' })
    await desk.aPartner('Askim', { shortName: 'IØ', status: 'left', leftOn: '2026-01-01' })
    const names = async (input: object) =>
      column(await exported(desk, 'partners', { input: input as never, columns: ['name'] }), 'Partner')
    expect(await names({})).toEqual(['Askim', 'Sarpsborg kommune', 'Ås kommune'])
    expect(await names({ sort: 'agreement' })).toEqual(['Ås kommune', 'Askim', 'Sarpsborg kommune'])
    expect(await names({ filter: { text: 'kommune', status: 'active' }, direction: 'desc' })).toEqual([
      'Ås kommune',
      'Sarpsborg kommune',
    ])
  })

  it('keeps text that looks like a formula as text', async () => {
    const desk = await aPartnerDesk()
    for (const name of ['=1+1', '+47 1', '-5', '@sum']) await desk.aCompany({ name })
    const sheet = await exported(desk, 'companies', { columns: ['name'] })
    expect(column(sheet, 'Bedrift').toSorted()).toEqual(['+47 1', '-5', '=1+1', '@sum'])
  })
})

describe('what stays in the file', () => {
  it('leaves confidential visits out with what came of them, counts them, and exports no text of a visit', async () => {
    const desk = await aPartnerDesk()
    const closed = await desk.aVisit({
      newCompanyName: 'Hemmelig AS',
      confidentiality: 'confidential',
      confidentialText: 'Salgsplaner',
    })
    await desk.aFollowUp({ visitId: closed.id, description: 'Hemmelig oppfølging' })
    const dueOn = '2026-10-01'
    await desk.call('actions.add', { title: 'Hemmelig punkt', ownerId: desk.me, dueOn, originVisitId: closed.id })
    await desk.aVisit({ newCompanyName: 'Åpen AS', notes: 'Snakket om strøm' })
    const visits = await exported(desk, 'visits', {
      input: { filter: { confidentialities: ['confidential', 'internal'] } },
    })
    expect(column(visits, 'Bedrift')).toEqual(['Åpen AS'])
    expect(visits.about.Fortrolig).toContain('1 rad er fortrolig')
    expect(visits.everything).not.toMatch(/Hemmelig|Salgsplaner|strøm/)
    for (const register of ['followUps', 'actions'] as const) {
      const sheet = await exported(desk, register)
      expect(sheet.about.Fortrolig).toContain('1 rad er fortrolig')
      expect(sheet.everything).not.toMatch(/Hemmelig/)
    }
  })

  it('leaves decisions of confidential items out, with their actions', async () => {
    const desk = await aPartnerDesk()
    const { id: meetingId } = await desk.aMeeting()
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    await desk.callRoll(meetingId)
    const closed = await desk.anItem(meetingId, {
      title: 'Ansettelse',
      confidential: true,
      confidentialGround: 'Offl. § 25',
    })
    const open = await desk.anItem(meetingId, { title: 'Budsjett' })
    const decision = await desk.decide(closed.id, 'Kari ansettes.')
    await desk.decide(open.id)
    const action = { title: 'Ringe Kari', ownerId: desk.me, dueOn: '2026-10-01' }
    await desk.call('actions.add', { ...action, originDecisionId: decision.id })
    await desk.call('actions.add', { ...action, originItemId: closed.id })
    const decisions = await exported(desk, 'decisions')
    expect(column(decisions, 'Sak')).toEqual(['Budsjett'])
    const actions = await exported(desk, 'actions')
    expect(actions.about.Fortrolig).toContain('2 rader er fortrolige')
    expect(decisions.everything + actions.everything).not.toMatch(/Ansettelse|ansettes|Ringe/)
  })

  it('takes the names of contact persons out of follow-ups, and of actions that came from a visit', async () => {
    const desk = await aPartnerDesk()
    const company = await desk.aCompany()
    await desk.aContact({ companyId: company.id, givenName: 'Berit', familyName: 'Solheim' })
    const visit = await desk.aVisit({ companyId: company.id })
    await desk.aFollowUp({ visitId: visit.id, description: 'Ringe Berit Solheim om tomten' })
    const action = { title: 'Møte med Solheim', ownerId: desk.me, dueOn: '2026-10-01', originVisitId: visit.id }
    await desk.call('actions.add', action)
    const followUps = await exported(desk, 'followUps')
    expect(column(followUps, 'Oppfølging')).toEqual(['Ringe kontaktperson om tomten'])
    expect((await exported(desk, 'actions')).everything).not.toContain('Solheim')
  })
})

describe('what of a row stays in the file', () => {
  it('tells of a company no confidential visit, and names none in the words of a filter', async () => {
    const desk = await aPartnerDesk()
    const { id: companyId } = await desk.aCompany({ name: 'Verftet' })
    await desk.aVisit({ companyId, visitedOn: '2026-03-01' })
    const closed = await desk.aVisit({ companyId, visitedOn: '2026-09-01', confidentiality: 'confidential' })
    const companies = await exported(desk, 'companies')
    expect(column(companies, 'Besøk (antall)')).toEqual([1])
    expect(companies.about.Tekster).toBe('Siste besøk og antall besøk teller ikke fortrolige besøk.')
    expect(new Set(column(companies, 'Siste besøk')).size).toBe(1)
    expect(companies.everything).not.toContain(JSON.stringify(serialOf('2026-09-01')))
    for (const register of ['followUps', 'actions'] as const) {
      const sheet = await exported(desk, register, { input: { filter: { visitId: closed.id } } })
      expect(sheet.everything).not.toMatch(/Verftet|01\.09\.2026/)
    }
  })

  it('names the goals in force that a project and a commitment serve, each code once', async () => {
    const desk = await aProjectDesk()
    const project = await desk.aProject()
    const commitment = await desk.aCommitment()
    await desk.aProject({ title: 'Uten mål' })
    const draft = await desk.call('plans.add', { title: 'Utkast', status: 'draft' })
    const goal = async (planId: string, code: string) =>
      (await desk.call('goals.add', { planId, code, title: `Mål ${code}` })).id
    const [second, first, drafted, removed] = [
      await goal(desk.planId, 'M-2'),
      await goal(desk.planId, 'M-1'),
      await goal(draft.id, 'M-9'),
      await goal(desk.planId, 'M-3'),
    ]
    for (const goalId of [first, second, drafted, removed]) {
      await desk.call('goalLinks.add', { goalId, kind: 'project', recordIds: [project.id] })
    }
    await desk.call('goalLinks.add', { goalId: first, kind: 'commitment', recordIds: [commitment.id] })
    await desk.call('goals.remove', { id: removed })
    const projects = await exported(desk, 'projects')
    expect(
      Object.fromEntries(column(projects, 'Prosjekt').map((name, n) => [name, column(projects, 'Mål')[n]])),
    ).toEqual({
      Næringsvertskap: 'M-2; M-1',
      'Uten mål': null,
    })
    expect(column(await exported(desk, 'commitments'), 'Mål')).toEqual(['M-1'])
  })

  it('takes the names of contact persons out of what is said of projects and milestones', async () => {
    const desk = await aPartnerDesk()
    await desk.aContact({ givenName: 'Berit', familyName: 'Solheim' })
    const { id: projectId } = await desk.call('projects.add', {
      title: '=Fyrtårn',
      startYear: 2026,
      newPlan: 'Plan',
      crossCutting: true,
    })
    await desk.call('projects.report', {
      projectId,
      reportedOn: '2026-09-01',
      light: 'red',
      comment: '=Berit Solheim svarer ikke',
    })
    const milestone = await desk.call('milestones.add', {
      projectId,
      title: '=Start',
      ownerId: desk.me,
      baselineOn: '2026-10-01',
    })
    await desk.call('milestones.forecast', {
      id: milestone.id,
      forecastOn: '2026-12-01',
      reason: '-Venter på Berit Solheim',
    })
    const projects = await exported(desk, 'projects')
    expect(column(projects, 'Prosjekt')).toEqual(['=Fyrtårn'])
    const milestones = await exported(desk, 'milestones')
    expect(column(milestones, 'Milepæl')).toEqual(['=Start'])
    expect(projects.everything + milestones.everything).not.toContain('Solheim')
    expect(projects.everything).toContain('=kontaktperson svarer ikke')
    expect(milestones.everything).toContain('-Venter på kontaktperson')
  })
})

/** A day as Excel counts it. */
const serialOf = (day: string) => Date.parse(day) / 86_400_000 + 25_569

describe('an export that cannot be', () => {
  it.each([
    ['an unknown column', { columns: ['name', 'secret'] }, 'columns'],
    ['a column of every object', { columns: ['constructor'] }, 'columns'],
    ['no column', { columns: [] }, 'columns'],
    ['an unknown way to group', { groupBy: 'toString' }, 'groupBy'],
    ['a filter that the list does not know', { input: { filter: { contactId: 'x' } } }, 'input.filter'],
    ['a sort that the list does not know', { input: { sort: 'orgNo' } }, 'input.sort'],
    ['something that is no field of the list', { input: { sql: 'DROP TABLE visits' } }, 'input'],
  ])('is refused before it begins: %s', async (_what, given, field) => {
    const desk = await aPartnerDesk()
    const input = { register: 'companies' as const, input: {}, columns: ['name'], language: 'nb' as const, ...given }
    const problem = await desk.problemOf('registers.export', input)
    expect(problem.code).toBe('invalid')
    expect(Object.keys(problem.fields ?? {})).toEqual([field])
  })

  it('is refused where the input is larger than any list takes', async () => {
    const desk = await aPartnerDesk()
    const input = { filter: { text: 'x'.repeat(1_000_001) } }
    const problem = await desk.problemOf('registers.export', {
      register: 'companies',
      input,
      columns: ['name'],
      language: 'nb',
    })
    expect(problem.code).toBe('tooLarge')
  })

  it('stops when cancelled, and writes nothing', async () => {
    const desk = await aPartnerDesk()
    for (let n = 0; n < 400; n++) await desk.aCompany()
    const { jobId } = await desk.call('registers.export', {
      register: 'companies',
      input: {},
      columns: ['name'],
      language: 'nb',
    })
    await desk.call('jobs.cancel', { id: jobId })
    await expect.poll(async () => (await desk.call('jobs.show', { id: jobId }))?.state).toBe('cancelled')
  })
})

/** A record or two for every register. */
async function aLittleOfAll(desk: PartnerDesk): Promise<void> {
  const { id } = await desk.aCommitment()
  await desk.deliver(id, '2026-02-01', 100)
  await desk.aFollowUp()
  await desk.inReview()
  await desk.call('actions.add', { title: 'Ringe', ownerId: desk.me, dueOn: '2026-10-01' })
  const project = await desk.call('projects.add', {
    title: 'Fyrtårn',
    startYear: 2026,
    newPlan: 'Næringsplan',
    newFocusAreas: ['Kompetanse'],
    budgetAmount: 100_000,
    currency: 'NOK',
  })
  await desk.call('milestones.add', {
    projectId: project.id,
    title: 'Start',
    ownerId: desk.me,
    baselineOn: '2026-12-01',
  })
  const file = { kind: 'file', fileName: 'Brev.pdf', mime: 'application/pdf', altText: null, base64: 'YQ==' } as const
  await desk.call('attachments.add', { ...file, partnerId: desk.partnerId })
}
