import { describe, expect, it } from 'vitest'
import { packageHandlers } from '#db/handlers/packages.ts'
import { statisticsOf } from '#db/repositories/visit-statistics.ts'
import { aContext } from './a-context.ts'
import { builders } from './partnership-builders.ts'

const period = {
  meetingId: null,
  withConfidential: false,
  periodFrom: '2026-01-01',
  periodTo: '2026-09-20',
  language: 'nb',
} as const

function aDesk(options: Parameters<typeof aContext>[0] = {}) {
  const made = aContext(options)
  const build = builders(made.store, made.newId, made.me)
  const bodyId = String(made.store.db.prepare('SELECT id FROM bodies').pluck().get())
  const choice = { bodyId, variant: 'papers' as const, templateId: null, leftOut: [], ...period }
  const make = () => packageHandlers['packages.make']({ ...choice, title: null }, made.context)
  const open = (id: string) => packageHandlers['packages.open']({ id }, made.context)
  const shot = async () => (await open((await make()).id)).snapshot
  return { ...made, build, choice, make, open, shot }
}

describe('what never reaches a package', () => {
  it('counts a confidential visit and prints nothing of it', async () => {
    const { build, shot } = aDesk()
    const secret = build.company('Hemmelig Verft AS')
    const visit = build.visit(secret, '2026-03-03', {
      confidentiality: 'confidential',
      confidentialText: 'KANARI-TEKST',
      notes: 'KANARI-NOTAT',
      flags: ['movingOrClosing'],
    })
    build.followUp(visit, 'KANARI-OPPGAVE')
    const printed = await shot()
    expect(JSON.stringify(printed)).not.toMatch(/KANARI|Hemmelig|2026-03-03/)
    expect(printed.visits).toMatchObject({ confidential: 1, period: { total: 1, counted: 1 } })
    expect(printed.visits.flags.find(({ code }) => code === 'movingOrClosing')?.count).toBe(1)
    expect(printed.followUps).toMatchObject({ open: 1, confidential: 1, rows: [] })
  })

  it('names no company since the last package that is known by a confidential visit only', async () => {
    const { build, make, shot } = aDesk()
    await make()
    build.visit(build.company('Hemmelig Verft AS'), '2026-03-03', { confidentiality: 'confidential' })
    build.company('Åpen Handel AS')
    const { changes } = await shot()
    expect(changes).toMatchObject({ newCompanies: ['Åpen Handel AS'], newVisits: [], confidential: 1 })
  })

  it('leaves internal notes, drafts and answers out', async () => {
    const { build, shot } = aDesk()
    const company = build.company('Fjordtre AS')
    build.visit(company, '2026-04-01', { notes: 'KANARI', difficulties: 'KANARI', purpose: 'KANARI' })
    build.visit(company, '2026-04-02', { draft: true, publishableSummary: 'KANARI' })
    const printed = await shot()
    expect(JSON.stringify(printed)).not.toContain('KANARI')
    expect(printed.visits.rows).toHaveLength(1)
  })

  it('replaces contact persons by a neutral word, in the genitive too, and counts them in the preview', async () => {
    const { build, choice, context, shot } = aDesk()
    const company = build.company('Fjordtre AS')
    build.contact(company, 'Anne Lise', 'Skogmo')
    build.contact(company, 'Per', 'Fjordtre')
    build.contact(build.company('Granli AS'), 'Ole', 'Berg')
    const visit = build.visit(company, '2026-04-01', {
      publishableSummary:
        'Anne-Lise Skogmo viste rundt. Skogmos plan er klar; SKOGMO ansetter. Ole Berg var med opp på berg. Fjordtre vokser.',
    })
    build.followUp(visit, 'Ring Skogmo, Anne Lise om tomten', { result: null })
    const preview = await packageHandlers['packages.preview'](choice, context)
    expect(preview.maskedNames).toBe(5)
    const printed = await shot()
    expect(printed.visits.summaries[0]?.text).toBe(
      'Kontaktperson viste rundt. Kontaktpersons plan er klar; kontaktperson ansetter. Kontaktperson var med opp på berg. Fjordtre vokser.',
    )
    expect(printed.followUps.rows[0]?.description).toBe('Ring kontaktperson om tomten')
  })

  it('never names a sole trader, neither in a row nor in a text nor among the new or the not visited', async () => {
    const { build, make, shot } = aDesk()
    await make()
    const trader = build.company('Tømrer Ola Lunde', { soleTrader: true })
    build.company('Rørlegger Nils Aas', { soleTrader: true })
    const visit = build.visit(trader, '2026-05-05', { publishableSummary: 'Vi møtte Tømrer Ola Lunde på verkstedet.' })
    build.followUp(visit, 'Hjelp Tømrer Ola Lunde med søknaden')
    const printed = await shot()
    expect(JSON.stringify(printed)).not.toMatch(/Lunde|Aas/)
    expect(printed.visits.rows).toMatchObject([{ companyName: null }])
    expect(printed.visits.notVisited).toMatchObject({ total: 1, rows: [] })
  })

  it('does not tell the day of a confidential visit as a latest visit', async () => {
    const { build, shot } = aDesk()
    const company = build.company('Fjordtre AS')
    build.visit(company, '2022-02-02', { confidentiality: 'confidential' })
    const printed = await shot()
    expect(JSON.stringify(printed)).not.toContain('2022-02-02')
    expect(printed.visits.notVisited).toMatchObject({ total: 1, rows: [] })
  })
})

describe('the numbers of a package', () => {
  it('are those that the statistics screen shows', async () => {
    const { build, shot, store } = aDesk()
    const [sector] = build.sectors()
    for (let index = 0; index < 7; index++) {
      const company = build.company(`Bedrift ${index} AS`, { sectorId: sector?.id ?? null })
      build.visit(company, `2026-0${index + 1}-10`, {
        type: index === 3 ? 'phone' : 'companyVisit',
        themes: ['financing'],
        flags: index % 2 ? ['expanding'] : [],
      })
    }
    const printed = await shot()
    const shown = statisticsOf(store, period.periodFrom, period.periodTo, '2026-09-20')
    const { counted, total, target, companies } = shown
    expect(printed.visits.period).toEqual({ from: '2026-01-01', to: '2026-09-20', counted, total, target, companies })
    expect(printed.visits.byMonth).toEqual(shown.byMonth)
    expect(printed.visits.year).toMatchObject({ target: 50, counted: 6 })
    expect(printed.visits.bySector).toEqual([{ label: 'Industri', count: 7 }])
    expect(printed.visits.coverage.bySector).toEqual([
      {
        label: 'Industri',
        companies: 7,
        visited: 7,
        neverVisited: 0,
        oldestVisit: '2026-01-10',
        gathered: false,
      },
    ])
  })

  it('gather groups of fewer companies than the partnership shows, and take a second with a lone one', async () => {
    const { build, shot } = aDesk()
    const [industry, building, trade] = build.sectors()
    const fill = (sectorId: string | undefined, count: number) => {
      for (let index = 0; index < count; index++) {
        const company = build.company(`${sectorId?.slice(-4)} ${index} AS`, { sectorId: sectorId ?? null })
        build.visit(company, '2026-02-02')
      }
    }
    fill(industry?.id, 6)
    fill(building?.id, 4)
    fill(trade?.id, 1)
    const printed = await shot()
    expect(
      printed.visits.coverage.bySector.map(({ label, companies, gathered }) => [label, companies, gathered]),
    ).toEqual([
      ['Industri', 6, false],
      [null, 5, true],
    ])
    expect(printed.visits.bySector).toEqual([
      { label: 'Industri', count: 6 },
      { label: 'Grupper med færre enn 3 bedrifter', count: 5 },
    ])
  })

  it('put overdue follow-ups first, then open ones by day, then those ended in the period', async () => {
    const { build, shot } = aDesk()
    const visit = build.visit(build.company('Fjordtre AS'), '2026-02-02')
    build.followUp(visit, 'ferdig', { status: 'closed', answeredCompanyOn: '2026-03-01', result: 'Gjort' })
    build.followUp(visit, 'senere', { dueOn: '2026-12-01' })
    build.followUp(visit, 'over fristen', { dueOn: '2026-09-10' })
    build.followUp(visit, 'lengst over', { dueOn: '2026-03-01' })
    const { followUps } = await shot()
    expect(followUps.rows.map(({ description, daysOverdue }) => [description, daysOverdue])).toEqual([
      ['lengst over', 203],
      ['over fristen', 10],
      ['senere', 0],
      ['ferdig', 0],
    ])
    expect(followUps.rows[0]).toMatchObject({ ownerName: 'Kari Berg', companyName: 'Fjordtre AS', organisation: null })
  })
})
