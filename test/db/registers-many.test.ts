import { describe, expect, it } from 'vitest'
import type { InputOf, OperationName } from '#shared/contract/dispatcher.ts'
import { aMeetingDesk } from './a-meeting.ts'
import { aPartnerDesk, type PartnerDesk } from './a-partner-desk.ts'

type ManyName = Extract<OperationName, `${string}.reviseMany`>
type Row<N extends ManyName> = {
  readonly name: N
  readonly make: (desk: PartnerDesk, n: number) => Promise<{ readonly id: string; readonly shown: string }>
  readonly changes: InputOf<N>['changes']
  readonly open: (desk: PartnerDesk, id: string) => Promise<object>
  /** A record that may not take the changes, and the field that says why. */
  readonly bad: (desk: PartnerDesk) => Promise<{ readonly id: string; readonly shown: string; readonly field: string }>
}
const row = <N extends ManyName>(one: Row<N>) => one

const companies = row<'companies.reviseMany'>({
  name: 'companies.reviseMany',
  make: async (desk) => {
    const { id, name } = await desk.aCompany()
    return { id, shown: name }
  },
  changes: { status: 'movedOut' },
  open: async (desk, id) => (await desk.call('companies.open', { id })).company,
  bad: async (desk) => ({ ...(await gone(desk)), field: '' }),
})
const visits = row<'visits.reviseMany'>({
  name: 'visits.reviseMany',
  make: async (desk) => {
    const visit = await desk.aVisit()
    return { id: visit.id, shown: (await desk.call('visits.open', { id: visit.id })).companyName }
  },
  changes: { type: 'phone', confidentiality: 'internal', nextVisitBy: '2027-01-01' },
  open: async (desk, id) => (await desk.call('visits.open', { id })).visit,
  bad: async (desk) => {
    const { id } = await desk.aVisit({ confidentiality: 'confidential' })
    const { companyName } = await desk.call('visits.open', { id })
    return { id, shown: companyName, field: 'changes.confidentiality' }
  },
})
const followUps = row<'followUps.reviseMany'>({
  name: 'followUps.reviseMany',
  make: async (desk, n) => {
    const { id, description } = await desk.aFollowUp({ description: `Svare ${n}` })
    return { id, shown: description }
  },
  changes: { dueOn: '2026-10-20', theme: 'financing' },
  open: (desk, id) => desk.call('followUps.open', { id }),
  bad: async (desk) => {
    const visit = await desk.aVisit({ visitedOn: '2026-09-14' })
    const { id, description } = await desk.aFollowUp({ visitId: visit.id, description: 'For tidlig' })
    return { id, shown: description, field: 'changes.answeredCompanyOn' }
  },
})
const commitments = row<'commitments.reviseMany'>({
  name: 'commitments.reviseMany',
  make: async (desk, n) => {
    const { id, title } = await desk.aCommitment({ title: `Tilskudd ${n}` })
    return { id, shown: title }
  },
  changes: { isPublic: false, periodTo: '2026-06-30' },
  open: async (desk, id) => (await desk.call('commitments.open', { id })).commitment,
  bad: async (desk) => {
    const { id, title } = await desk.aCommitment({ title: 'Høst', periodFrom: '2026-08-01' })
    return { id, shown: title, field: 'changes.periodTo' }
  },
})
const partners = row<'partners.reviseMany'>({
  name: 'partners.reviseMany',
  make: async (desk, n) => ({ id: await desk.aPartner(`Kommune ${n}`), shown: `Kommune ${n}` }),
  changes: { partnerType: 'county', status: 'active' },
  open: async (desk, id) => (await desk.call('partners.open', { id })).partner,
  bad: async (desk) => {
    const given = { agreementSignedOn: null, status: 'candidate' } as const
    const id = await desk.aPartner('Uten avtale', given)
    return { id, shown: 'Uten avtale', field: 'changes.agreementSignedOn' }
  },
})
const actions = row<'actions.reviseMany'>({
  name: 'actions.reviseMany',
  make: async (desk, n) => {
    const { id, title } = await desk.call('actions.add', { title: `Ringe ${n}`, ownerId: desk.me, dueOn: '2026-10-01' })
    return { id, shown: title }
  },
  changes: { priority: 'high', status: 'done', doneOn: '2026-09-14', result: 'Gjort' },
  open: (desk, id) => desk.call('actions.open', { id }),
  bad: async (desk) => {
    const { id: originVisitId } = await desk.aVisit({ visitedOn: '2026-09-15' })
    const given = { title: 'Siden', ownerId: desk.me, dueOn: '2026-10-01', originVisitId }
    return { id: (await desk.call('actions.add', given)).id, shown: 'Siden', field: 'changes.doneOn' }
  },
})
const decisions = row<'decisions.reviseMany'>({
  name: 'decisions.reviseMany',
  make: async (desk, n) => {
    const { id } = await desk.call('decisions.addExternal', {
      externalBody: 'Bystyret',
      decidedOn: '2026-09-01',
      text: `Tomt ${n} selges.`,
    })
    return { id, shown: `Tomt ${n} selges.` }
  },
  changes: { deadline: '2026-12-01', status: 'done', doneOn: '2026-09-14', result: 'Solgt' },
  open: async (desk, id) => (await desk.call('decisions.open', { id })).decision,
  bad: async (desk) => {
    const given = { externalBody: 'Bystyret', decidedOn: '2026-09-15', text: 'I dag.' }
    return { id: (await desk.call('decisions.addExternal', given)).id, shown: 'I dag.', field: 'changes.doneOn' }
  },
})
async function aLetter(desk: PartnerDesk, n: number) {
  const file = { kind: 'file', fileName: `Brev ${n}.pdf`, mime: 'application/pdf', altText: null } as const
  const { id } = await desk.call('attachments.add', { ...file, base64: 'YQ==' })
  return { id, shown: `Brev ${n}.pdf` }
}
const attachments = row<'attachments.reviseMany'>({
  name: 'attachments.reviseMany',
  make: aLetter,
  changes: { documentKind: 'letter', publicity: 'notPublic', exemptionReason: 'offl. § 13', archiveStatus: 'archived' },
  open: async (desk, id) => (await desk.call('documents.open', { id })).attachment ?? {},
  bad: async (desk) => {
    const made = await aLetter(desk, 9)
    await desk.call('attachments.remove', { id: made.id })
    return { ...made, field: '' }
  },
})

const meetings = row<'meetings.reviseMany'>({
  name: 'meetings.reviseMany',
  make: async (desk, n) => {
    const bodyId = await theBoard(desk)
    const { id } = await desk.call('meetings.plan', { bodyId, startsOn: `2026-10-0${n}`, startsAt: '09:00' })
    return { id, shown: 'Styret' }
  },
  changes: { place: 'Rådhuset', openness: 'open', chairId: null },
  open: async (desk, id) => (await desk.call('meetings.open', { id })).meeting,
  bad: async (desk) => {
    const bodyId = await theBoard(desk)
    const { id } = await desk.call('meetings.plan', { bodyId, startsOn: '2026-10-09', startsAt: '09:00' })
    await desk.call('meetings.cancel', { id, reason: 'Storm' })
    return { id, shown: 'Styret', field: 'ids' }
  },
})
async function theBoard(desk: PartnerDesk): Promise<string> {
  const known = (await desk.call('bodies.list', {})).find(({ name }) => name === 'Styret')
  return known?.id ?? (await desk.call('bodies.add', { name: 'Styret', kind: 'steeringGroup' })).id
}

const indicators = row<'indicators.reviseMany'>({
  name: 'indicators.reviseMany',
  make: async (desk, n) => {
    const { id, title } = await desk.call('indicators.add', { code: `I-${n}`, title: `Sysselsatte ${n}` })
    return { id, shown: title }
  },
  changes: { frequency: 'yearly', sourceName: 'SSB', nextExpectedOn: '2027-03-01', availability: 'mustBeOrdered' },
  open: async (desk, id) => (await desk.call('indicators.open', { id })).indicator,
  bad: async (desk) => {
    const { id, title } = await desk.call('indicators.add', { code: 'I-9', title: 'Ledige', frequency: 'monthly' })
    const figure = { indicatorId: id, regionCode: '31', period: '2026-03', value: 5 }
    await desk.call('measurements.enter', { figures: [figure] })
    return { id, shown: `I-9 ${title}`, field: 'changes.frequency' }
  },
})

/** Somebody removed it meanwhile. */
async function gone(desk: PartnerDesk) {
  const { id, name } = await desk.aCompany()
  await desk.call('companies.remove', { id })
  return { id, shown: name }
}

const rows = [
  ...[companies, visits, followUps, commitments, partners, actions, decisions, attachments, meetings],
  indicators,
]

describe.each(rows.map((one) => [one.name, one] as const))('%s', (name, given) => {
  // Each row pairs its own operation with its input; in a list of them the pair is lost to a union.
  const one = given as Row<ManyName>

  it('changes all of them in one change, which one undo takes back', async () => {
    const desk = await aPartnerDesk()
    const made = [await one.make(desk, 1), await one.make(desk, 2), await one.make(desk, 3)]
    const ids = made.map(({ id }) => id)
    const before = await Promise.all(ids.map((id) => one.open(desk, id)))
    const reply = await desk.ask(name, { ids: [...ids, ids[0] ?? ''], changes: one.changes } as never)
    expect(reply).toMatchObject({ ok: true, value: { changed: 3 } })
    for (const id of ids) expect(await one.open(desk, id)).toMatchObject(one.changes)
    const again = await desk.ask(name, { ids, changes: one.changes } as never)
    expect(again).toMatchObject({ ok: true, value: { changed: 0 }, change: null })
    await desk.call('history.undo', { stamp: (reply.ok && reply.change) || '' })
    for (const [index, id] of ids.entries()) {
      expect(await one.open(desk, id)).toMatchObject(without(before[index] ?? {}))
    }
  })

  it('refuses all where one may not take it, and names that one', async () => {
    const desk = await aPartnerDesk()
    const good = await one.make(desk, 1)
    const bad = await one.bad(desk)
    const before = await one.open(desk, good.id)
    // A follow-up's answer is the only change here that its other records may take and one may not.
    const changes = name === 'followUps.reviseMany' ? { answeredCompanyOn: '2026-09-10' } : one.changes
    const problem = await desk.problemOf(name, { ids: [good.id, bad.id], changes } as never)
    if (bad.field === '') expect(problem).toMatchObject({ code: 'notFound', key: 'problems.oneOfManyGone' })
    else {
      expect(problem).toMatchObject({
        code: bad.field === 'ids' ? 'refused' : 'invalid',
        key: 'problems.oneOfMany',
        params: { name: bad.shown },
      })
      expect(Object.keys(problem.fields ?? {})).toContain(bad.field)
    }
    expect(await one.open(desk, good.id)).toEqual(before)
  })
})

it('visits are made stricter together, never looser', async () => {
  const desk = await aPartnerDesk()
  const made = [await desk.aVisit({ confidentiality: 'open' }), await desk.aVisit()]
  const ids = made.map(({ id }) => id)
  await desk.call('visits.reviseMany', { ids, changes: { confidentiality: 'confidential' } })
  const problem = await desk.problemOf('visits.reviseMany', { ids, changes: { confidentiality: 'internal' } })
  expect(problem.fields).toEqual({ 'changes.confidentiality': { key: 'problems.field.loosenedInBulk' } })
  expect(await desk.call('visits.reviseMany', { ids, changes: { type: 'phone' } })).toEqual({ changed: 2 })
})

it('a visit with a publishable summary keeps the others from becoming confidential too', async () => {
  const desk = await aPartnerDesk()
  const { id } = await desk.aVisit()
  const told = await desk.aVisit({ publishableSummary: 'God vekst.' })
  const ids = [id, told.id]
  const problem = await desk.problemOf('visits.reviseMany', { ids, changes: { confidentiality: 'confidential' } })
  expect(problem.fields?.['changes.publishableSummary']?.key).toBe('problems.field.confidentialHasSummary')
  expect((await desk.call('visits.open', { id })).visit.confidentiality).toBe('internal')
})

it('the answer given to companies makes open follow-ups answered ones, as it does on a single one', async () => {
  const desk = await aPartnerDesk()
  const { id } = await desk.aFollowUp()
  await desk.call('followUps.reviseMany', { ids: [id], changes: { answeredCompanyOn: '2026-09-10' } })
  expect(await desk.call('followUps.open', { id })).toMatchObject({ status: 'answered', responseDays: 9 })
})

it('decisions whose minutes are out of hand take the carrying out, and nothing else', async () => {
  const desk = await aMeetingDesk()
  const { meetingId } = await desk.inReview()
  const [taken] = (await desk.open(meetingId)).items.flatMap(({ decisions: own }) => own)
  const ids = [taken?.id ?? '']
  const problem = await desk.problemOf('decisions.reviseMany', { ids, changes: { deadline: '2026-12-01' } })
  expect(problem).toMatchObject({
    code: 'refused',
    key: 'problems.oneOfMany',
    params: { name: 'Budsjettet vedtas.' },
    fields: { ids: { key: 'problems.sealed' } },
  })
  expect(await desk.call('decisions.reviseMany', { ids, changes: { status: 'inProgress' } })).toEqual({ changed: 1 })
})

it.each([
  ['nobody', []],
  ['more than 500', Array.from({ length: 501 }, (_, n) => `01a00000-0000-7000-8000-${String(n).padStart(12, '0')}`)],
])('a change to %s is refused', async (_what, ids) => {
  const desk = await aPartnerDesk()
  const problem = await desk.problemOf('companies.reviseMany', { ids, changes: { status: 'active' } })
  expect(Object.keys(problem.fields ?? {})).toEqual(['ids'])
})

it('five hundred change together, undo together', async () => {
  const desk = await aPartnerDesk()
  const ids: string[] = []
  for (let n = 0; n < 500; n++) ids.push((await desk.aCompany()).id)
  const [sector] = await desk.call('sectors.list', {})
  const reply = await desk.ask('companies.reviseMany', { ids, changes: { sectorId: sector?.id ?? null } })
  expect(reply).toMatchObject({ ok: true, value: { changed: 500 } })
  const count = () => desk.call('companies.count', { filter: { sectorIds: [sector?.id ?? ''] } })
  expect(await count()).toBe(500)
  await desk.call('history.undo', { stamp: (reply.ok && reply.change) || '' })
  expect(await count()).toBe(0)
})

/** What tells when a record was changed, and what is counted anew each time. */
function without(record: object): object {
  const { changedStamp: _, ...rest } = record as { readonly changedStamp?: string }
  return rest
}
