/** What changed since the last package, told section by section: hand-made histories with what a board is to read of them. */
import { describe, expect, it } from 'vitest'
import { transact } from '#db/changes.ts'
import { changeLines } from '#shared/documents/change-lines.ts'
import { type Snapshot, snapshot as snapshotSchema } from '#shared/documents/snapshot.ts'
import type { Language } from '#shared/domain/values.ts'
import { aPlanDesk, type PlanDesk } from './goals/a-plan-desk.ts'

type Changes = NonNullable<Snapshot['changes']>
type Section = Changes['sections'][number]
const rich = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})

interface ChangesDesk extends PlanDesk {
  /** Makes the body's next package and gives what changed. */
  make(choice?: {
    meetingId?: string
    withConfidential?: boolean
    periodFrom?: string
    periodTo?: string
  }): Promise<Changes>
  change(work: Parameters<typeof transact<void>>[2]): void
}

async function aDesk(given: Parameters<typeof aPlanDesk>[0] = {}): Promise<ChangesDesk> {
  const desk = await aPlanDesk(given)
  const store = desk.backend.workspaces.store()
  const change: ChangesDesk['change'] = (work) => {
    transact<void>(store, { actor: 'Kari Berg', command: 'test' }, work)
  }
  change((write) => {
    write.revise('plans', desk.planId, { status: 'inForce' })
  })
  return {
    ...desk,
    change,
    async make(choice = {}) {
      const { id } = await desk.call('packages.make', {
        bodyId: desk.bodyId,
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
        language: 'nb',
        ...choice,
      })
      const { snapshot } = await desk.call('packages.open', { id })
      expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
      return snapshot.changes as Changes
    },
  }
}

const of = (changes: Changes, section: Section['section']) => changes.sections.find((one) => one.section === section)
/** The lines that are read, in Norwegian unless said otherwise. */
function lines(changes: Changes, section: Section['section'], language: Language = 'nb'): string[] {
  return (of(changes, section)?.changes ?? []).map((change) => changeLines(language)(change).replaceAll('\u00a0', ' '))
}

describe('the meeting', () => {
  it('tells items added, moved, withdrawn and rewritten, and the day and place it moved to', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting({ startsOn: '2026-10-10', place: 'Rådhuset' })
    const items: string[] = []
    for (const title of ['Budsjett', 'Strategi', 'Orientering', 'Valg']) {
      items.push((await desk.anItem(meetingId, { title })).id)
    }
    const [budget, strategy, info, election] = items as [string, string, string, string]
    await desk.make({ meetingId })
    await desk.anItem(meetingId, { title: 'Ny avtale' })
    await desk.call('agendaItems.move', { id: election, meetingId, position: 0 })
    await desk.call('agendaItems.remove', { id: info })
    await desk.call('agendaItems.revise', { id: budget, changes: { summary: 'Kort sagt' } })
    desk.change((write) => {
      write.revise('agendaItems', budget, { proposedDecision: rich('Vedtas') })
    })
    await desk.call('attachments.add', {
      itemId: strategy,
      kind: 'file',
      mime: 'text/plain',
      altText: null,
      base64: 'aGVp',
      fileName: 'notat.txt',
    })
    await desk.call('meetings.revise', { id: meetingId, changes: { startsOn: '2026-10-12', place: 'Borg havn' } })
    const changes = await desk.make({ meetingId })
    expect(lines(changes, 'meeting')).toEqual([
      'Ny sak: Sak 4/26 Ny avtale',
      'Møtet er flyttet fra 10.10.2026 kl. 09:00 til 12.10.2026 kl. 09:00',
      'Møtestedet er endret fra Rådhuset til Borg havn',
      'Sak 1/26 Valg: flyttet fra plass 4 til plass 1 på sakslisten',
      'Sak 2/26 Budsjett: nytt i sammendrag, forslag til vedtak',
      'Sak 3/26 Strategi: nytt i vedlegg',
      'Tatt av sakslisten: Orientering',
    ])
    expect(of(changes, 'nextMeetings')).toBeUndefined()
  })

  it('counts a confidential item, names one that was opened, and not one that was closed', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting({ startsOn: '2026-10-10' })
    const secret = { confidential: true, confidentialGround: 'Offl. § 25' }
    const opened = await desk.anItem(meetingId, { title: 'Åpnet', ...secret })
    const closed = await desk.anItem(meetingId, { title: 'Lukket' })
    const hidden = await desk.anItem(meetingId, { title: 'Hemmelig', ...secret })
    await desk.make({ meetingId })
    await desk.call('agendaItems.revise', { id: opened.id, changes: { confidential: false, confidentialGround: null } })
    await desk.call('agendaItems.revise', { id: closed.id, changes: secret })
    await desk.call('agendaItems.revise', { id: hidden.id, changes: { title: 'Hemmeligere' } })
    const open = await desk.make({ meetingId })
    expect(of(open, 'meeting')).toEqual({
      section: 'meeting',
      changes: [{ code: 'itemAdded', numberText: expect.anything(), title: 'Åpnet' }],
      withheld: 2,
    })
  })

  it('tells all to readers of a closed package', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting({ startsOn: '2026-10-10' })
    const hidden = await desk.anItem(meetingId, {
      title: 'Hemmelig',
      confidential: true,
      confidentialGround: 'Offl. § 25',
    })
    await desk.make({ meetingId, withConfidential: true })
    await desk.call('agendaItems.revise', { id: hidden.id, changes: { title: 'Hemmeligere' } })
    const changes = await desk.make({ meetingId, withConfidential: true })
    expect(lines(changes, 'meeting')).toEqual(['Sak 1/26 Hemmeligere: nytt i tittel'])
    expect(of(changes, 'meeting')?.withheld).toBe(0)
  })

  it('tells of an agenda that is read for the first time only how long it is, and of minutes that they were approved', async () => {
    const signed = { rules: 'associationOrCompany', adjustmentRule: 'signedInMeeting', adjusters: 0 } as const
    const desk = await aDesk({ body: signed })
    const { meetingId } = await desk.inReview()
    await desk.make()
    for (const { id } of (await desk.open(meetingId)).adjustments) {
      await desk.call('minutes.adjust', { id, verdict: 'approved', decidedOn: '2026-09-13' })
    }
    await desk.call('minutes.approve', await desk.approval({ meetingId, approvedOn: '2026-09-14' }))
    const next = await desk.aMeeting({ startsOn: '2026-11-10' })
    for (const title of ['Budsjett', 'Strategi']) await desk.anItem(next.id, { title })
    const changes = await desk.make({ meetingId: next.id })
    expect(lines(changes, 'meeting')).toEqual(['Sakslisten er ny, med 2 saker'])
    expect(lines(changes, 'minutes')).toEqual(['Protokollen fra møtet 10.09.2026 er godkjent 14.09.2026'])
  })

  it('tells coming meetings that are new, moved and cancelled', async () => {
    const desk = await aDesk()
    const [moved, cancelled] = [
      await desk.aMeeting({ startsOn: '2026-10-10', place: 'Rådhuset' }),
      await desk.aMeeting({ startsOn: '2026-11-10' }),
    ]
    await desk.make()
    await desk.call('meetings.revise', { id: moved.id, changes: { startsOn: '2026-10-17', place: 'Borg havn' } })
    await desk.call('meetings.cancel', { id: cancelled.id, reason: 'Sykdom' })
    await desk.aMeeting({ startsOn: '2026-12-10', place: 'Fylkeshuset' })
    expect(lines(await desk.make(), 'nextMeetings')).toEqual([
      'Nytt møte: 10.12.2026 kl. 09:00, Fylkeshuset',
      'Møtet 10.10.2026 kl. 09:00 er flyttet til 17.10.2026 kl. 09:00',
      'Møtet 17.10.2026: møtestedet er endret fra Rådhuset til Borg havn',
      'Møtet 10.11.2026 er avlyst',
    ])
  })
})

describe('commitments and partners', () => {
  it('tells commitments that are new, other, delivered, overdue and fallen away', async () => {
    const desk = await aDesk()
    const make = (title: string, given = {}) => desk.aCommitment({ title, ...given })
    const [amount, deadline, partly, done, gone, back] = [
      await make('Tilskudd'),
      await make('Lokaler'),
      await make('Bidrag'),
      await make('Midler'),
      await make('Løfte'),
      await make('Fram og tilbake'),
    ]
    await desk.deliver(partly.id, '2026-02-01', 1_000_000)
    await desk.make()
    await desk.call('commitments.revise', { id: amount.id, changes: { amount: 20_000_000 } })
    await desk.call('commitments.revise', { id: deadline.id, changes: { periodTo: '2026-08-31' } })
    await desk.deliver(partly.id, '2026-09-01', 2_000_000)
    await desk.deliver(done.id, '2026-09-01', 10_000_000)
    await desk.call('commitments.revise', {
      id: gone.id,
      changes: { stage: 'withdrawn', withdrawnReason: 'Budsjettet ble kuttet.' },
    })
    await desk.call('commitments.revise', { id: back.id, changes: { amount: 1 } })
    await desk.call('commitments.revise', { id: back.id, changes: { amount: 10_000_000 } })
    const passing = await make('Kom og gikk')
    await desk.call('commitments.remove', { id: passing.id })
    await make('Nytt tilskudd')
    const who = 'Sarpsborg kommune'
    const changes = await desk.make()
    expect(lines(changes, 'commitments').toSorted()).toEqual(
      [
        `${who} har lovet Nytt tilskudd: 100 000 kr innen 31.12.2026`,
        `${who}, Tilskudd: omfanget er endret fra 100 000 kr til 200 000 kr`,
        `${who}, Lokaler: fristen er flyttet fra 31.12.2026 til 31.08.2026`,
        `${who}, Lokaler: fristen 31.08.2026 er passert`,
        `${who}, Bidrag: 30 000 kr av 100 000 kr er levert, mot 10 000 kr sist`,
        `${who}, Midler: levert, 100 000 kr`,
        `${who}, Løfte: falt bort. Begrunnelse: Budsjettet ble kuttet`,
      ].toSorted(),
    )
    const kinds = of(changes, 'commitments')?.changes.map(({ code }) => code) ?? []
    expect([kinds[0], ...kinds.slice(-2).toSorted()]).toEqual([
      'commitmentNew',
      'commitmentDelivered',
      'commitmentGone',
    ])
  })

  it('tells one overdue since though nobody touched it', async () => {
    const desk = await aDesk()
    await desk.aCommitment({ title: 'Lokaler', periodTo: '2026-09-10' })
    await desk.make()
    desk.backend.workspaces.store().db.prepare("UPDATE packages SET made_on = '2026-09-01T08:00:00.000Z'").run()
    expect(lines(await desk.make(), 'commitments')).toEqual([
      'Sarpsborg kommune, Lokaler: fristen 10.09.2026 er passert',
    ])
    expect(lines(await desk.make(), 'commitments')).toEqual([])
  })

  it('counts what is not public, and tells what was made public as new', async () => {
    const desk = await aDesk()
    const opened = await desk.aCommitment({ title: 'Åpnet', isPublic: false })
    const closed = await desk.aCommitment({ title: 'Lukket' })
    const hidden = await desk.aCommitment({ title: 'Skjult', isPublic: false })
    await desk.aCommitment({ title: 'Urørt', isPublic: false })
    await desk.make()
    await desk.call('commitments.revise', { id: opened.id, changes: { isPublic: true } })
    await desk.call('commitments.revise', { id: closed.id, changes: { isPublic: false } })
    await desk.call('commitments.remove', { id: hidden.id })
    const changes = await desk.make()
    expect(lines(changes, 'commitments')).toEqual(['Sarpsborg kommune har lovet Åpnet: 100 000 kr innen 31.12.2026'])
    expect(of(changes, 'commitments')?.withheld).toBe(2)
    expect(JSON.stringify(changes)).not.toMatch(/Lukket|Skjult|Urørt/)
  })

  it('leaves out what lies outside the period', async () => {
    const desk = await aDesk()
    await desk.make()
    await desk.aCommitment({ title: 'Senere', periodFrom: '2028-01-01', periodTo: '2028-12-31' })
    expect(of(await desk.make(), 'commitments')).toBeUndefined()
  })

  it('tells partners that joined and left, and agreements that were renewed', async () => {
    const desk = await aDesk()
    const halden = await desk.aPartner('Halden kommune', { agreementValidTo: '2026-12-31' })
    const moss = await desk.aPartner('Moss kommune')
    await desk.make()
    await desk.call('partners.revise', { id: halden, changes: { agreementValidTo: '2030-12-31' } })
    await desk.call('partners.revise', { id: moss, changes: { status: 'left', leftOn: '2026-08-31' } })
    await desk.aPartner('Ås kommune', { joinedOn: '2026-09-01', agreementSignedOn: '2026-09-01' })
    await desk.aPartner('Kandidat', { status: 'candidate', agreementSignedOn: null })
    expect(lines(await desk.make(), 'partners')).toEqual([
      'Ås kommune er med fra 01.09.2026',
      'Halden kommune: avtalen er forlenget fra 31.12.2026 til 31.12.2030',
      'Moss kommune gikk ut av partnerskapet 31.08.2026',
    ])
  })
})

describe('projects and milestones', () => {
  it('tells a new one, a light with its comment, one that ended, and the next decision', async () => {
    const desk = await aDesk()
    const [lit, ended] = [await desk.aProject({ title: 'Vertskap' }), await desk.aProject({ title: 'Havn' })]
    await desk.call('projects.report', { projectId: lit.id, reportedOn: '2026-08-01', light: 'green', comment: null })
    await desk.make()
    await desk.call('projects.report', {
      projectId: lit.id,
      reportedOn: '2026-09-01',
      light: 'red',
      comment: 'Stanset.',
    })
    const meeting = await desk.aMeeting({ startsOn: '2026-10-10' })
    const item = await desk.anItem(meeting.id, { title: 'Videre drift' })
    await desk.call('projects.revise', { id: lit.id, changes: { nextDecisionId: item.id } })
    await desk.call('projects.revise', { id: ended.id, changes: { status: 'finished', endActualOn: '2026-09-01' } })
    const fresh = await desk.aProject({ title: 'Grønn industri', number: 'F-1' })
    await desk.aMilestone({ projectId: fresh.id })
    const changes = await desk.make()
    expect(lines(changes, 'projects')).toEqual([
      'Nytt prosjekt: F-1 Grønn industri',
      'Vertskap: fra grønt til rødt. Kommentar: Stanset',
      'Vertskap: neste beslutning er Videre drift, Styret, 10.10.2026',
      'Havn: fullført 01.09.2026',
    ])
    expect(lines(changes, 'milestones')).toEqual([])
  })

  it('names no confidential next decision', async () => {
    const desk = await aDesk()
    const { id } = await desk.aProject({ title: 'Vertskap' })
    const { id: meetingId } = await desk.aMeeting({ startsOn: '2026-10-10' })
    const secret = { title: 'Hemmelig', confidential: true, confidentialGround: 'Offl. § 25' }
    const item = await desk.anItem(meetingId, secret)
    await desk.make()
    await desk.call('projects.revise', { id, changes: { nextDecisionId: item.id } })
    const changes = await desk.make()
    expect(of(changes, 'projects')).toEqual({ section: 'projects', changes: [], withheld: 1 })
  })

  it('tells milestones reached, later with their reason, set anew, new and gone', async () => {
    const desk = await aDesk()
    const { id: projectId } = await desk.aProject()
    const a = (title: string) => desk.aMilestone({ projectId, title })
    const [reached, late, anew, gone] = [await a('Kartlegging'), await a('Bygg'), await a('Drift'), await a('Valg')]
    await desk.make()
    await desk.call('milestones.reach', { id: reached.id, actualOn: '2026-09-10' })
    await desk.call('milestones.forecast', { id: late.id, forecastOn: '2026-11-15', reason: 'Leverandøren er sen' })
    await desk.call('milestones.rebaseline', {
      id: anew.id,
      baselineOn: '2027-01-01',
      setOn: '2026-09-01',
      reason: 'Vedtak i styret',
    })
    await desk.call('milestones.remove', { id: gone.id })
    await desk.aMilestone({ projectId, title: 'Åpning', baselineOn: '2026-12-01' })
    const of = 'Næringsvertskap'
    expect(lines(await desk.make(), 'milestones')).toEqual([
      `Ny milepæl i ${of}: Åpning, 01.12.2026`,
      `${of}, Bygg: ventes 15.11.2026, 45 dager senere enn meldt sist. Begrunnelse: Leverandøren er sen`,
      `${of}, Drift: planlagt dag er satt på nytt, fra 01.10.2026 til 01.01.2027. Begrunnelse: Vedtak i styret`,
      `${of}, Kartlegging: nådd 10.09.2026, 21 dager før planen`,
      `${of}: milepælen Valg er tatt ut`,
    ])
  })

  it('masks the names of contact persons in comments and reasons', async () => {
    const desk = await aDesk()
    await desk.aContact({ companyId: (await desk.aCompany()).id, givenName: 'Ola', familyName: 'Nordmann' })
    const { id: projectId } = await desk.aProject()
    await desk.make()
    const comment = 'Ola Nordmann svarer ikke'
    await desk.call('projects.report', { projectId, reportedOn: '2026-09-01', light: 'red', comment })
    const changes = await desk.make()
    expect(lines(changes, 'projects')).toHaveLength(1)
    expect(JSON.stringify(changes)).not.toContain('Nordmann')
  })
})

describe('goals, indicators and activities', () => {
  it('tells goals that are new and gone, another wording in force and another target', async () => {
    const desk = await aDesk()
    const lead = desk.anIndicator({ unitText: 'bedrifter' })
    const [worded, aimed, gone] = [
      await desk.aGoal({ title: 'Flere bedrifter' }),
      await desk.aGoal({ title: 'Vekst', targetKind: 'level', targetValue: 100, leadIndicatorId: lead.id }),
      await desk.aGoal({ title: 'Gammelt' }),
    ]
    await desk.make()
    const wording = await desk.call('wordings.add', {
      planId: desk.planId,
      goalId: worded.id,
      text: 'Minst ti nye bedrifter i året',
    })
    await desk.call('wordings.putInForce', { id: wording.id })
    await desk.call('goals.revise', { id: aimed.id, changes: { targetValue: 150, targetPeriod: '2030' } })
    await desk.call('goals.remove', { id: gone.id })
    const made = await desk.aGoal({ title: 'Nytt mål' })
    expect(lines(await desk.make(), 'goals')).toEqual([
      `Nytt mål: ${made.code} Nytt mål`,
      `${worded.code}: ordlyden er endret fra «Flere bedrifter» til «Minst ti nye bedrifter i året»`,
      `${aimed.code} Vekst: måltallet er endret fra «100 bedrifter, planen oppgir ikke noe målår» til «150 bedrifter, innen 2030»`,
      `Målet er tatt ut: ${gone.code} Gammelt`,
    ])
  })

  it('tells a plan put in force as one thing', async () => {
    const desk = await aDesk()
    await desk.aGoal()
    desk.change((write) => {
      write.revise('plans', desk.planId, { status: 'draft' })
    })
    await desk.make()
    desk.change((write) => {
      write.revise('plans', desk.planId, { status: 'inForce' })
    })
    expect(lines(await desk.make(), 'goals')).toEqual(['Strategisk næringsplan (2026) er satt i kraft'])
  })

  it('tells new and revised figures of what goals are measured by, and counts those of other regions', async () => {
    const desk = await aDesk()
    const lead = desk.anIndicator()
    const other = desk.anIndicator({ title: 'Uten mål' })
    await desk.aGoal({ leadIndicatorId: lead.id })
    desk.figures(lead.id, { '2023': 100, '2024': null })
    await desk.make()
    const enter = (period: string, value: number, regionCode = '31', indicatorId = lead.id) =>
      desk.call('measurements.enter', {
        figures: [{ indicatorId, regionCode, period, value, status: 'final', vintage: '2026-09-14' }],
        confirmJumps: true,
      })
    await enter('2023', 110)
    await enter('2024', 120)
    await enter('2025', 130)
    await enter('2025', 70, '3105')
    await enter('2025', 70, '31', other.id)
    expect(lines(await desk.make(), 'indicators')).toEqual([
      'I-1 Antall arbeidsplasser: 130 arbeidsplasser (2025)',
      'I-1 Antall arbeidsplasser: 120 arbeidsplasser (2024)',
      'I-1 Antall arbeidsplasser: tallet for 2023 er rettet fra 100 arbeidsplasser til 110 arbeidsplasser',
      'I-1 Antall arbeidsplasser, andre regioner, deler og perioder: 1 nytt tall',
    ])
  })

  it('tells activities begun, done and due on another day', async () => {
    const desk = await aDesk()
    const a = (title: string) => desk.call('activities.add', { planId: desk.planId, title, status: 'planned' })
    const [begun, done, due] = [await a('Kurs'), await a('Messe'), await a('Nettside')]
    await desk.make()
    await desk.call('activities.revise', { id: begun.id, changes: { status: 'ongoing' } })
    await desk.call('activities.revise', { id: done.id, changes: { status: 'done', statusComment: '200 kom' } })
    await desk.call('activities.revise', { id: due.id, changes: { dueOn: '2026-12-01' } })
    await a('Frokostmøter')
    const name = (code: string | null, title: string) => (code === null ? title : `${code} ${title}`)
    const told = lines(await desk.make(), 'activities')
    expect(told.map((line) => line.replace(/A-\d+ /, ''))).toEqual([
      'Nytt tiltak: Frokostmøter',
      `${name(null, 'Kurs')}: fra planlagt til pågår`,
      'Nettside: fristen er flyttet fra ikke oppgitt til 01.12.2026',
      'Messe: gjennomført. Kommentar: 200 kom',
    ])
  })
})

it('tells which sections nothing was changed in, and of nothing in a package without any', async () => {
  const desk = await aDesk()
  await desk.aProject()
  await desk.aCommitment()
  await desk.make()
  const changes = await desk.make()
  expect(changes.sections).toEqual(
    ['commitments', 'projects', 'partners'].map((section) => ({ section, changes: [], withheld: 0 })),
  )
})
