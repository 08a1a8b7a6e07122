/**
 * The whole contract against a hostile window: whatever is thrown at an operation comes back as a reply in words that
 * people can read, soon, and what is refused has written nothing.
 */

import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { compareWithLog } from '#db/replay.ts'
import type { OperationName } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import type { Message, Problem } from '#shared/contract/problem.ts'
import { languages } from '#shared/domain/values.ts'
import { catalogues } from '#shared/i18n/translator.ts'
import fc from '#test/random.ts'
import { aBackend, type TestBackend } from './a-backend.ts'
import { aTreatedItem } from './a-treated-item.ts'
import { hostileTexts, hostileValues, hugeText } from './hostile-values.ts'
import { aliasesOf, fieldPaths, put, valuesOf } from './schema-values.ts'

// Read here, so that no call is told late because a test loads them from their sources.
await Promise.all([
  import('#shared/plan-file/read.ts'),
  import('#shared/plan-file/write.ts'),
  import('#shared/statistics/read-statistics.ts'),
])

const names = Object.keys(contract) as OperationName[]
/** Making a whole sample partnership takes its second, rightly; and erasing a person rebuilds the file, so that nothing is left in it. */
const mayTakeLong: ReadonlySet<string> = new Set(['workspace.openSample', 'contacts.anonymise'])
/** Ids of everything there is, of what was deleted, and of what never was. */
type Pool = readonly string[]

async function aDesk(): Promise<{ desk: TestBackend; pool: Pool; good: Partial<Record<OperationName, unknown>> }> {
  const desk = await aBackend()
  const company = await desk.aCompany({ name: 'Ålesund Båt', orgNo: '923609016', note: 'Notat' })
  const other = await desk.aCompany()
  const contact = await desk.aContact({ companyId: company.id, email: 'ola@nordmann.no' })
  const visit = await desk.aVisit({ companyId: company.id, theirParticipantIds: [contact.id], notes: 'Strøm og areal' })
  const followUp = await desk.aFollowUp({ visitId: visit.id })
  const photo = await desk.call('attachments.add', {
    visitId: visit.id,
    kind: 'file',
    fileName: 'brev.txt',
    mime: 'text/plain',
    altText: null,
    base64: 'aGVp',
  })
  const partner = await desk.call('partners.add', { name: 'Kommunen', partnerType: 'municipality' })
  const person = await desk.call('persons.add', { givenName: 'Per', familyName: 'Dahl', organisationId: partner.id })
  const [body] = await desk.call('bodies.list', {})
  const [sector] = await desk.call('sectors.list', {})
  const choice = { bodyId: body?.id ?? '', periodFrom: '2026-01-01', periodTo: '2026-12-31', language: 'nb' } as const
  const made = await desk.call('packages.make', choice)
  await desk.call('visitPlans.set', { year: 2026, target: 50, distribution: null })
  await desk.call('drafts.save', { key: 'capture', value: { text: 'Halvt' } })
  const project = await desk.call('projects.add', {
    title: 'Vertskap',
    startYear: 2026,
    newPlan: 'Næringsplan',
    newFocusAreas: ['Kompetanse'],
    currency: 'NOK',
  })
  const milestone = await desk.call('milestones.add', {
    projectId: project.id,
    title: 'Kartlegging',
    ownerId: desk.me,
    baselineOn: '2026-10-01',
  })
  const report = await desk.call('projects.report', { projectId: project.id, reportedOn: '2026-09-01', light: 'green' })
  const money = await desk.call('financings.add', { projectId: project.id, source: 'Fylket', amount: 100 })
  const role = await desk.call('projectPartners.add', { projectId: project.id, partnerId: partner.id, role: 'owner' })
  const view = await desk.call('views.save', { register: 'projects', name: 'Mine', search: {} })
  const gone = await desk.aVisit({ companyId: other.id })
  await desk.call('visits.remove', { id: gone.id })
  const page = await desk.call('visits.list', { limit: 1 })
  const pool = [company, contact, visit, followUp, photo, partner, person, made, gone, project, milestone].map(
    ({ id }) => id,
  )
  const treated = await aTreatedItem(desk, body?.id ?? '')
  pool.push(...Object.values(treated.ids))
  pool.push(body?.id ?? '', sector?.id ?? '', desk.me, '019f0000-0000-7000-8000-00000000dead')
  // Inputs that the operations take as they are, so that a field gone wrong is the only thing wrong.
  const good: Partial<Record<OperationName, unknown>> = {
    ...treated.good,
    'visits.log': { companyId: company.id, visitedOn: '2026-09-01' },
    'visits.list': { cursor: page.next },
    'contacts.add': { companyId: company.id, givenName: 'Ola', familyName: 'Nordmann' },
    'followUps.add': {
      visitId: visit.id,
      description: 'Svare',
      theme: 'other',
      ownerId: desk.me,
      dueOn: '2026-10-01',
    },
    'followUps.close': { id: followUp.id, status: 'closed', answeredCompanyOn: '2026-09-02', result: 'Gjort' },
    'packages.make': choice,
    'packages.preview': choice,
    'packages.export': { id: made.id, formats: ['docx'], editions: ['full'] },
    'visits.statistics': { from: '2026-01-01', to: '2026-12-31' },
    'visits.coverage': { from: '2026-01-01', to: '2026-12-31', by: 'sector' },
    'home.overview': { year: 2026, today: '2026-09-15' },
    'visits.due': { notVisitedSince: '2026-01-01' },
    'companies.duplicates': { name: 'Ålesund Båt', orgNo: null, country: 'NO', exceptId: null },
    'attachments.add': {
      visitId: visit.id,
      kind: 'file',
      fileName: 'a.txt',
      mime: 'a/b',
      altText: null,
      base64: 'aGVp',
    },
    'search.find': { text: 'strøm' },
    'projects.add': { title: 'Nytt', startYear: 2026, crossCutting: true },
    'projects.reviseMany': { ids: [project.id], changes: {} },
    'projects.report': { projectId: project.id, reportedOn: '2026-09-01', light: 'red', comment: 'Stanset' },
    'milestones.add': { projectId: project.id, title: 'M', ownerId: desk.me, baselineOn: '2026-10-01' },
    'milestones.reviseMany': { ids: [milestone.id], changes: {} },
    'milestones.forecast': { id: milestone.id, forecastOn: '2026-12-01', reason: 'Venter' },
    'milestones.reach': { id: milestone.id, actualOn: '2026-09-01' },
    'milestones.rebaseline': { id: milestone.id, baselineOn: '2026-11-01', setOn: '2026-09-15', reason: 'Vedtak' },
    'milestones.move': { id: milestone.id, position: 0 },
    'views.save': { register: 'projects', name: 'Mine', search: { sort: 'title' } },
    'views.rename': { id: view.id, name: 'Våre' },
    'registers.export': { register: 'projects', input: {}, columns: ['title'], language: 'nb' },
  }
  const byId: Record<string, string> = {
    ...treated.ids,
    companies: company.id,
    contacts: contact.id,
    visits: visit.id,
    followUps: followUp.id,
    attachments: photo.id,
    partners: partner.id,
    persons: person.id,
    bodies: body?.id ?? '',
    sectors: sector?.id ?? '',
    packages: made.id,
    plans: project.planId,
    focusAreas: project.focusAreaIds[0] ?? '',
    projects: project.id,
    projectReports: report.id,
    financings: money.id,
    projectPartners: role.id,
    milestones: milestone.id,
    views: view.id,
  }
  for (const name of names) {
    const id = byId[name.split('.')[0] ?? '']
    if (good[name] === undefined && id !== undefined && Object.hasOwn(shapeOf(name), 'id'))
      good[name] = Object.hasOwn(shapeOf(name), 'changes') ? { id, changes: {} } : { id }
  }
  return { desk, pool, good }
}

function shapeOf(name: OperationName): Record<string, z.ZodType> {
  return (contract[name].input as unknown as { shape: Record<string, z.ZodType> }).shape
}

/** What a refused command must leave as it was. */
function contentOf(desk: TestBackend): string {
  const db = desk.backend.workspaces.file()?.db
  if (!db) return 'closed'
  return JSON.stringify(
    db
      .prepare(
        `SELECT (SELECT max(seq) FROM changes), (SELECT max(stamp) FROM change_sets), (SELECT count(*) FROM blobs),
           (SELECT group_concat(key || saved_at) FROM drafts), (SELECT count(*) FROM search_rows)`,
      )
      .raw()
      .get(),
  )
}

/** The sentence, or undefined where there is none or a blank stays open. What fills a blank may itself look like one. */
function textOf(language: (typeof languages)[number], { key, params }: Message): string | undefined {
  const find = (wanted: string) =>
    wanted
      .split('.')
      .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], catalogues[language])
  const text = find(key) ?? find(`${key}_other`)
  if (typeof text !== 'string') return undefined
  const blanks = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')
  return blanks.every((name) => params?.[name] !== undefined) ? text : undefined
}

/** Every sentence of a problem, in every language, with no blank left open. */
function unsaid(problem: Problem): string[] {
  const messages = [problem, ...Object.values(problem.fields ?? {})]
  return languages.flatMap((language) =>
    messages.flatMap((message) => (textOf(language, message) === undefined ? [`${language} ${message.key}`] : [])),
  )
}

/** Calls, and gives what is wrong about the reply; null for a sound one. */
async function fault(desk: TestBackend, name: string, input: unknown): Promise<string | null> {
  const path = desk.backend.workspaces.file()?.path
  const before = contentOf(desk)
  const started = performance.now()
  const cpu = process.cpuUsage()
  const reply = await desk.backend.dispatch(name, input)
  const waited = performance.now() - started
  const { user, system } = process.cpuUsage(cpu)
  // What a slow disk or other programs took is not the reply's own doing; what holds the thread up is.
  const worked = Math.min(waited, (user + system) / 1000)
  const wrong: string[] = []
  if ((worked > 1000 || waited > 15_000) && !mayTakeLong.has(name)) wrong.push(`took ${Math.round(waited)} ms`)
  if (!reply.ok) {
    if (reply.problem.code === 'internal') wrong.push('internal')
    wrong.push(...unsaid(reply.problem))
    if (contentOf(desk) !== before) wrong.push('refused, but something was written')
    if (desk.backend.workspaces.file()?.path !== path) wrong.push('refused, but another file is open')
  }
  if (desk.backend.workspaces.file()?.path !== path && path !== undefined) desk.backend.workspaces.open(path)
  return wrong.length === 0 ? null : `${name} ${preview(input)}: ${wrong.join(', ')}`
}

function preview(input: unknown): string {
  try {
    return JSON.stringify(input, (_key, value) =>
      typeof value === 'string' && value.length > 60 ? `${value.slice(0, 60)}…` : value,
    ).slice(0, 300)
  } catch {
    return String(typeof input)
  }
}

describe('a hostile window', () => {
  it('gets a readable refusal for whatever it puts in any field of any operation', async () => {
    const { desk, pool, good } = await aDesk()
    const faults: (string | null)[] = []
    for (const name of names) {
      const base = good[name] ?? {}
      for (const path of fieldPaths(contract[name].input)) {
        for (const value of [...hostileValues, ...pool]) faults.push(await fault(desk, name, put(base, path, value)))
      }
    }
    expect(faults.filter((one) => one !== null)).toEqual([])
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  }, 300_000)

  it('gets a readable refusal for inputs that are no objects, lack fields, or bring their own', async () => {
    const { desk, good } = await aDesk()
    const faults: (string | null)[] = []
    for (const name of names) {
      const base = (good[name] ?? {}) as Record<string, unknown>
      for (const value of hostileValues) faults.push(await fault(desk, name, value))
      for (const field of Object.keys(base)) {
        const { [field]: _, ...without } = base
        faults.push(await fault(desk, name, without))
      }
      for (const own of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'path', 'sql', '']) {
        const input = JSON.parse(`{${JSON.stringify(own)}: {"isAdmin": true}}`) as object
        faults.push(await fault(desk, name, Object.assign(Object.create(null), base, input)))
        faults.push(await fault(desk, name, { ...base, ...Object.fromEntries([[own, hugeText]]) }))
      }
    }
    expect(faults.filter((one) => one !== null)).toEqual([])
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  }, 300_000)

  it('finds no operation by a name that is no text or of every object', async () => {
    const { desk } = await aDesk()
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'visits',
      'visits.',
      'visits.list ',
      hugeText,
      '',
      ...hostileTexts,
    ]) {
      expect(await desk.backend.dispatch(name, {})).toMatchObject({ ok: false, problem: { code: 'unknownOperation' } })
    }
    for (const name of [null, undefined, 1, Symbol('x'), {}, [], Object.create(null), ['visits.list']]) {
      expect(await desk.backend.dispatch(name as string, {})).toMatchObject({ problem: { code: 'unknownOperation' } })
    }
  })

  it('cannot hold the thread up with what is large but holds little text', async () => {
    const { desk, good } = await aDesk()
    const heavy: readonly unknown[] = [
      new Uint8Array(30_000_000),
      new Array(4_000_000_000),
      Array.from({ length: 300_000 }, () => ''),
      Array.from({ length: 60_000 }, () => ({ a: [{}] })),
      Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`k${index}`, 1])),
      new Map([[1, hugeText]]),
    ]
    const faults: (string | null)[] = []
    for (const name of names) {
      for (const path of fieldPaths(contract[name].input)) {
        for (const value of heavy.slice(0, 2)) faults.push(await fault(desk, name, put(good[name] ?? {}, path, value)))
      }
      for (const value of heavy) faults.push(await fault(desk, name, value))
    }
    for (const field of ['ourParticipantIds', 'flags', 'notes'])
      for (const value of heavy)
        faults.push(await fault(desk, 'visits.log', put(good['visits.log'] ?? {}, [field], value)))
    for (const value of heavy) faults.push(await fault(desk, 'drafts.save', { key: 'k', value }))
    expect(faults.filter((one) => one !== null)).toEqual([])
  }, 120_000)

  it('may send any mixture of fields that look right: nothing is internal, and log and tables agree', async () => {
    const { desk, pool } = await aDesk()
    const other = aliasesOf(pool)
    const faults: string[] = []
    for (const name of names) {
      const inputs = fc.sample(valuesOf(contract[name].input, other), {
        numRuns: name.startsWith('workspace.') ? 4 : 40,
        seed: 7,
      })
      for (const input of inputs) {
        const found = await fault(desk, name, input)
        if (found !== null) faults.push(found)
      }
    }
    expect(faults).toEqual([])
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  }, 300_000)
})
