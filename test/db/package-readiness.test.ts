/** What is found to be missing before a package is made: each kind where it holds and where it doesn't, and nothing secret by name. */
import { describe, expect, it } from 'vitest'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { aPlanDesk, type PlanDesk } from './goals/a-plan-desk.ts'

type Choice = Partial<InputOf<'packages.preview'>>
type Kind = OutputOf<'packages.preview'>['readiness'][number]['kind']

async function aDesk() {
  const desk = await aPlanDesk()
  const preview = (choice: Choice = {}) =>
    desk.call('packages.preview', {
      bodyId: desk.bodyId,
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      language: 'nb',
      ...choice,
    })
  const of = async (kind: Kind, choice: Choice = {}) => {
    const { readiness } = await preview(choice)
    return readiness
      .filter((one) => one.kind === kind)
      .map(({ section, total, weight, records }) => ({
        section,
        total,
        weight,
        titles: records.map(({ title }) => title),
      }))
  }
  const db = () => desk.backend.workspaces.store().db
  return { ...desk, preview, of, db }
}
const rich = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})

async function put(desk: PlanDesk, meetingId: string, given: Partial<InputOf<'agendaItems.add'>> = {}) {
  return (await desk.anItem(meetingId, given)).id
}

describe('the meeting', () => {
  it('that is not chosen is missing where the layout has papers of one', async () => {
    const { of } = await aDesk()
    expect(await of('noMeeting')).toEqual([{ section: 'notice', total: 1, weight: 'missing', titles: [] }])
    expect(await of('noMeeting', { leftOut: ['notice', 'agenda'] })).toMatchObject([{ section: 'casePapers' }])
    expect(await of('noMeeting', { leftOut: ['notice', 'agenda', 'casePapers', 'information'] })).toEqual([])
    expect(await of('noMeeting', { variant: 'annualReport' })).toEqual([])
  })

  it('has its notice told of from a week before the last day, and as missing after it', async () => {
    const desk = await aDesk()
    const { noticeDays } = (await desk.call('bodies.list', {})).find(({ id }) => id === desk.bodyId) ?? {
      noticeDays: 0,
    }
    const { today } = await import('./a-backend.ts')
    const from = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
    const state = async (startsOn: string) => {
      const { id: meetingId } = await desk.aMeeting({ startsOn })
      return (await desk.of('noticeNotSent', { meetingId })).map(({ weight }) => weight)
    }
    expect(await state(from(noticeDays + 30))).toEqual([])
    expect(await state(from(noticeDays + 2))).toEqual(['check'])
    expect(await state(from(Math.max(0, noticeDays - 2)))).toEqual(['missing'])
  })

  it('has decision items without a proposal and items without a text, and none of that is named of a confidential item', async () => {
    const desk = await aDesk()
    const { id: meetingId } = await desk.aMeeting()
    await put(desk, meetingId, { title: 'Uten alt' })
    await put(desk, meetingId, { title: 'Muntlig orientering', type: 'information' })
    const secret = await put(desk, meetingId, { title: 'Varsling mot direktøren' })
    await desk.call('agendaItems.revise', {
      id: secret,
      changes: { confidential: true, confidentialGround: 'offl. § 13' },
    })
    const full = await put(desk, meetingId, { title: 'Ferdig sak' })
    const basedOn = (await desk.open(meetingId)).items.find(({ item }) => item.id === full)?.item.changedStamp ?? ''
    await desk.call('agendaItems.write', { id: full, field: 'proposedDecision', content: rich('Vedtas.'), basedOn })
    await desk.call('agendaItems.revise', { id: full, changes: { summary: 'Kort.' } })
    const found = await desk.preview({ meetingId })
    expect(await desk.of('decisionWithoutProposal', { meetingId })).toMatchObject([
      { section: 'casePapers', total: 2, weight: 'missing', titles: [expect.stringContaining('Uten alt')] },
    ])
    expect(await desk.of('itemWithoutText', { meetingId })).toMatchObject([
      { section: 'casePapers', total: 2, titles: [expect.stringContaining('Uten alt')] },
      { section: 'information', total: 1, titles: [expect.stringContaining('Muntlig')] },
    ])
    expect(JSON.stringify(found.readiness)).not.toContain('Varsling')
    const [named] = await desk.of('decisionWithoutProposal', { meetingId, withConfidential: true })
    expect(named?.titles).toHaveLength(2)
    expect(JSON.stringify(named)).toContain('Varsling')
  })

  it('asks for minutes of the one before that are not approved, unless their approval is on the agenda', async () => {
    const desk = await aDesk()
    const held = await desk.aHeldMeeting({ startsOn: '2026-08-20' })
    const { id: meetingId } = await desk.aMeeting({ startsOn: '2026-10-20' })
    for (const { id, type } of (await desk.open(meetingId)).items.map(({ item }) => item)) {
      if (type === 'minutesApproval') await desk.call('agendaItems.remove', { id })
    }
    expect(await desk.of('previousMinutesNotApproved', { meetingId })).toMatchObject([
      { section: 'previousMinutes', total: 1 },
    ])
    desk.db().prepare("UPDATE bodies SET adjustment_rule = 'approvedInNextMeeting'").run()
    await put(desk, meetingId, { title: 'Godkjenning av referat', type: 'minutesApproval' })
    expect(await desk.of('previousMinutesNotApproved', { meetingId })).toEqual([])
    desk.db().prepare("UPDATE bodies SET adjustment_rule = 'signedInMeeting'").run()
    expect(await desk.of('previousMinutesNotApproved', { meetingId })).toHaveLength(1)
    desk.db().prepare("UPDATE meetings SET status = 'minutesApproved' WHERE id = ?").run(held.meetingId)
    expect(await desk.of('previousMinutesNotApproved', { meetingId })).toEqual([])
  })
})

describe('follow-ups', () => {
  it('past their day are asked for until something is said of them; one of a confidential visit is counted and never named', async () => {
    const desk = await aDesk()
    const late = { ownerId: desk.me, dueOn: '2026-06-01' }
    const { id } = await desk.call('actions.add', { title: 'Be om tilbud', ...late })
    await desk.call('actions.add', { title: 'Senere', ownerId: desk.me, dueOn: '2027-06-01' })
    const company = await desk.aCompany({ name: 'Hemmelig AS' })
    const visit = await desk.aVisit({
      companyId: company.id,
      visitedOn: '2026-05-01',
      confidentiality: 'confidential',
    })
    await desk.call('actions.add', { title: 'Ring Hemmelig', ...late, originVisitId: visit.id })
    for (const withConfidential of [false, true]) {
      expect(await desk.of('followUpWithoutAnswer', { withConfidential })).toEqual([
        { section: 'decisions', total: 2, weight: 'missing', titles: ['Be om tilbud'] },
      ])
    }
    desk.db().prepare("UPDATE actions SET result = 'Avventer' WHERE id = ?").run(id)
    expect(await desk.of('followUpWithoutAnswer')).toMatchObject([{ total: 1, titles: [] }])
    expect(await desk.of('followUpWithoutAnswer', { leftOut: ['decisions', 'deviations'] })).toEqual([])
  })
})

describe('projects', () => {
  it('with a red light and no comment, with an old comment, and with a late milestone and no new day are found', async () => {
    const desk = await aDesk()
    const { id } = await desk.aProject({ title: 'Hurtiglading' })
    await desk.call('projects.report', {
      projectId: id,
      reportedOn: '2026-08-01',
      light: 'red',
      comment: 'Uten nett.',
    })
    expect(await desk.of('redWithoutComment')).toEqual([])
    expect(await desk.of('staleLight')).toEqual([])
    await desk.call('packages.make', {
      bodyId: desk.bodyId,
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      language: 'nb',
    })
    expect(await desk.of('staleLight')).toEqual([
      { section: 'projects', total: 1, weight: 'check', titles: ['Hurtiglading'] },
    ])
    desk.db().prepare('UPDATE project_reports SET comment = NULL').run()
    expect(await desk.of('redWithoutComment')).toMatchObject([
      { total: 1, weight: 'missing', titles: ['Hurtiglading'] },
    ])
    expect(await desk.of('staleLight')).toEqual([])
    const milestone = await desk.aMilestone({ projectId: id, title: 'Nett på plass', baselineOn: '2026-06-01' })
    expect(await desk.of('milestoneWithoutForecast')).toMatchObject([
      { section: 'projects', total: 1, titles: ['Nett på plass'] },
    ])
    expect(await desk.of('milestoneWithoutForecast', { leftOut: ['projects'] })).toMatchObject([
      { section: 'deviations' },
    ])
    desk
      .db()
      .prepare("UPDATE milestones SET forecast_on = '2027-03-01', stands_on = '2027-03-01' WHERE id = ?")
      .run(milestone.id)
    expect(await desk.of('milestoneWithoutForecast')).toEqual([])
  })
})

describe('plans', () => {
  it('in force are asked for figures that have not come, and for goals of which nothing says how they stand', async () => {
    const desk = await aDesk()
    const goal = await desk.aGoal({ title: 'Flere kvinner i ledelse' })
    const indicator = desk.anIndicator({ planId: desk.planId, title: 'Andel kvinner', nextExpectedOn: '2026-03-01' })
    const setStatus = (status: string) => desk.db().prepare('UPDATE plans SET status = ?').run(status)
    setStatus('draft')
    expect(await desk.of('indicatorOverdue')).toEqual([])
    expect(await desk.of('goalWithoutStatus')).toEqual([])
    setStatus('inForce')
    expect(await desk.of('indicatorOverdue')).toMatchObject([
      { section: 'goals', total: 1, weight: 'missing', titles: [`${indicator.code} Andel kvinner`] },
    ])
    expect(await desk.of('goalWithoutStatus')).toMatchObject([
      { section: 'goals', total: 1, titles: [`${goal.code} Flere kvinner i ledelse`] },
    ])
    desk.db().prepare("UPDATE indicators SET next_expected_on = '2027-03-01'").run()
    desk.db().prepare("UPDATE goals SET status = 'onTrack'").run()
    expect(await desk.of('indicatorOverdue')).toEqual([])
    expect(await desk.of('goalWithoutStatus')).toEqual([])
  })
})

describe('commitments', () => {
  it('past their period with no note are asked for; one that is not public is named in a closed package only', async () => {
    const desk = await aDesk()
    const last = { periodFrom: '2025-01-01', periodTo: '2025-12-31' }
    await desk.aCommitment({ title: 'Åpen avtale', ...last })
    await desk.aCommitment({ title: 'Taushetsbelagt', isPublic: false, ...last })
    await desk.aCommitment({ title: 'Forklart', note: 'Betales i høst.', ...last })
    await desk.aCommitment({ title: 'Løpende' })
    expect(await desk.of('commitmentOverdue')).toEqual([
      { section: 'commitments', total: 2, weight: 'missing', titles: ['Åpen avtale'] },
    ])
    const [closed] = await desk.of('commitmentOverdue', { withConfidential: true })
    expect(closed?.titles.toSorted()).toEqual(['Taushetsbelagt', 'Åpen avtale'])
  })
})

describe('visits', () => {
  it('without a summary and drafts are found; confidential ones are never named', async () => {
    const desk = await aDesk()
    const company = await desk.aCompany({ name: 'Alfa AS' })
    const secret = await desk.aCompany({ name: 'Hemmelig AS' })
    const visit = (companyId: string, given: Parameters<typeof desk.aVisit>[0]) =>
      desk.aVisit({ companyId, visitedOn: '2026-05-01', ...given })
    await visit(company.id, {})
    await visit(company.id, { publishableSummary: 'Vokser.' })
    await visit(secret.id, { confidentiality: 'confidential' })
    await visit(secret.id, { confidentiality: 'confidential', draft: true })
    await visit(company.id, { draft: true })
    for (const withConfidential of [false, true]) {
      expect(await desk.of('visitWithoutSummary', { withConfidential })).toEqual([
        { section: 'visits', total: 1, weight: 'missing', titles: ['Alfa AS'] },
      ])
      expect(await desk.of('draftVisit', { withConfidential })).toEqual([
        { section: 'visits', total: 2, weight: 'check', titles: ['Alfa AS'] },
      ])
    }
    expect(await desk.of('visitWithoutSummary', { periodFrom: '2026-06-01' })).toEqual([])
  })

  it('name ten of many and count them all', async () => {
    const desk = await aDesk()
    const company = await desk.aCompany({ name: 'Alfa AS' })
    for (let day = 1; day <= 12; day++) {
      await desk.aVisit({
        companyId: company.id,
        visitedOn: `2026-05-${String(day).padStart(2, '0')}`,
      })
    }
    const [found] = await desk.of('visitWithoutSummary')
    expect(found).toMatchObject({ total: 12 })
    expect(found?.titles).toHaveLength(10)
  })
})

it('pictures to be bound in are asked for their alternative text', async () => {
  const desk = await aDesk()
  const { id: meetingId } = await desk.aMeeting()
  const itemId = await put(desk, meetingId)
  const columns = '(id, created_stamp, changed_stamp, item_id, kind, title, file_name, mime, size, sha256)'
  desk.db().exec('PRAGMA foreign_keys = OFF')
  desk
    .db()
    .prepare(
      `INSERT INTO attachments ${columns} VALUES ('019f0000-0000-7000-8000-0000000000aa', 's', 's', ?, 'photo', 'Kart', 'kart.png', 'image/png', 3, 'aa')`,
    )
    .run(itemId)
  expect(await desk.of('attachmentWithoutAltText', { meetingId })).toEqual([])
  const template = await desk.call('packageTemplates.add', {
    name: 'Med bilder',
    variant: 'papers',
    bodyId: desk.bodyId,
    attachments: 'bound',
  } as never)
  expect(await desk.of('attachmentWithoutAltText', { meetingId, templateId: template.id })).toMatchObject([
    { section: 'attachments', total: 1, titles: ['Kart'] },
  ])
  desk.db().prepare("UPDATE attachments SET alt_text = 'Kart over Opsund'").run()
  expect(await desk.of('attachmentWithoutAltText', { meetingId, templateId: template.id })).toEqual([])
})

it('the partnership’s contact is asked for on the cover until both name and address are there', async () => {
  const desk = await aDesk()
  expect(await desk.of('contactIncomplete')).toMatchObject([{ section: 'cover', total: 1, weight: 'missing' }])
  const set = (name: string | null, email: string | null) =>
    desk.db().prepare('UPDATE partnership SET contact_name = ?, contact_email = ?').run(name, email)
  set('Kari Berg', null)
  const { readiness } = await desk.preview()
  expect(readiness[0]?.records[0]?.detail).toEqual({ key: 'packages.readiness.details.contact.email' })
  set('Kari Berg', 'kari@example.org')
  expect(await desk.of('contactIncomplete')).toEqual([])
})

it('findings come in the order of the sections, what is missing before what is to be looked at', async () => {
  const desk = await aDesk()
  const company = await desk.aCompany({ name: 'Alfa AS' })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-05-01', draft: true })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-05-02' })
  expect((await desk.preview()).readiness.map(({ kind }) => kind)).toEqual([
    'contactIncomplete',
    'noMeeting',
    'visitWithoutSummary',
    'draftVisit',
  ])
})
