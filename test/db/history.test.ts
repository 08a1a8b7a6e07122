import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createBackend } from '#db/backend.ts'
import { createClient } from '#shared/contract/client.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { aBackend, type TestBackend } from './a-backend.ts'
import { countingIds, steppingClock } from './a-store.ts'

const latest = async (desk: TestBackend, filter: InputOf<'history.latest'> = {}) =>
  (await desk.call('history.latest', filter)).rows
const commands = async (desk: TestBackend, filter: InputOf<'history.latest'>) =>
  (await latest(desk, filter)).map(({ command }) => command)
const steps = (desk: Pick<TestBackend, 'call'>, skip: string[] = []) => desk.call('history.steps', { skip })

async function renamed(desk: TestBackend, id: string, name: string): Promise<string> {
  const reply = await desk.ask('companies.revise', { id, changes: { name } })
  return (reply.ok && reply.change) || ''
}
async function removed(desk: TestBackend, id: string): Promise<string> {
  const reply = await desk.ask('companies.remove', { id })
  return (reply.ok && reply.change) || ''
}

describe('the history of a record', () => {
  test('comes page by page, newest first, and no change twice', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany({ name: 'Navn 0' })
    for (let n = 1; n <= 12; n++) await renamed(desk, company.id, `Navn ${n}`)
    const seen: unknown[] = []
    let cursor: string | null = null
    do {
      const page: OutputOf<'history.of'> = await desk.call('history.of', {
        entity: 'companies',
        id: company.id,
        cursor,
        limit: 5,
      })
      expect(page.rows.length).toBeLessThanOrEqual(5)
      seen.push(...page.rows.map(({ fields }) => fields[0]?.value))
      cursor = page.next
    } while (cursor !== null)
    expect(seen.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, n) => `Navn ${12 - n}`))
    expect(seen).toHaveLength(13)
  })
  test('holds of a change only the fields of the record; the whole change is read page by page', async () => {
    const desk = await aBackend()
    const visit = await desk.aVisit({ newCompanyName: 'Ny bedrift', notes: 'Snakket om strøm' })
    const own = await desk.call('history.of', { entity: 'visits', id: visit.id })
    expect(own.rows).toHaveLength(1)
    expect(own.rows[0]?.fields.map(({ entity }) => entity)).toEqual(['visits'])
    const stamp = own.rows[0]?.stamp ?? ''
    const first = await desk.call('history.details', { stamp, limit: 1 })
    const second = await desk.call('history.details', { stamp, limit: 1, cursor: first.next })
    expect([...first.rows, ...second.rows].map(({ entity }) => entity)).toEqual(['companies', 'visits'])
    expect(second.names[visit.id]?.name).toBe('Ny bedrift')
  })
})

describe('the activity log', () => {
  test('is filtered by kind, deed, person, device and day', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany()
    await desk.aVisit({ companyId: company.id })
    const other = await desk.aCompany()
    await removed(desk, other.id)
    expect(await commands(desk, { entities: ['visits'] })).toEqual(['visits.log'])
    expect(await commands(desk, { deed: 'removed' })).toEqual(['companies.remove'])
    expect(await commands(desk, { deed: 'removed', entities: ['visits'] })).toEqual([])
    expect(await commands(desk, { deed: 'made', entities: ['companies'] })).toEqual([
      'companies.register',
      'companies.register',
    ])
    const { actors, devices } = await desk.call('history.makers', {})
    expect(actors).toEqual(['Kari Berg'])
    expect((await latest(desk, { actor: 'Kari Berg', device: devices.at(-1) ?? '' })).length).toBeGreaterThan(3)
    expect(await latest(desk, { actor: 'Ola Berg' })).toEqual([])
    expect(await latest(desk, { device: 'en annen' })).toEqual([])
    expect((await latest(desk, { from: '2026-09-15', to: '2026-09-15' })).length).toBeGreaterThan(3)
    expect(await latest(desk, { from: '2026-09-16' })).toEqual([])
    expect(await latest(desk, { to: '2026-09-14' })).toEqual([])
  })
  test('finds words in values and in names of records, never in confidential text', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany({ name: 'Ålesund Støperi' })
    const visit = await desk.aVisit({
      companyId: company.id,
      notes: 'Trenger mer strøm',
      confidentialText: 'Skal selge',
      confidentiality: 'confidential',
    })
    await desk.call('visits.revise', { id: visit.id, changes: { confidentialText: 'Skal nedbemanne' } })
    expect(await commands(desk, { text: 'strom' })).toEqual(['visits.log'])
    expect(await commands(desk, { text: 'STRØM mer' })).toEqual(['visits.log'])
    expect(await commands(desk, { text: 'selge' })).toEqual([])
    expect(await commands(desk, { text: 'nedbemanne' })).toEqual([])
    // The company by its value, and what names it.
    expect(await commands(desk, { text: 'alesund', entities: ['companies'] })).toEqual(['companies.register'])
    expect(await commands(desk, { text: 'alesund' })).toContain('visits.log')
    expect(await commands(desk, { text: 'selge strøm' })).toEqual([])
    expect(await commands(desk, { text: '---' })).toEqual([])
  })
  test('a page at a time gives what one page gives, whatever the filter', async () => {
    const desk = await aBackend()
    const ids: string[] = []
    for (let n = 0; n < 6; n++) ids.push((await desk.aCompany({ name: `Bedrift nummer ${n}` })).id)
    for (const id of ids.slice(0, 3)) await removed(desk, id)
    for (const filter of [
      {},
      { entities: ['companies', 'visits'] as const },
      { deed: 'removed' as const },
      { deed: 'made' as const },
      { text: 'nummer' },
      { actor: 'Kari Berg' },
    ]) {
      const whole = await commands(desk, { ...filter, entities: [...(filter.entities ?? [])], limit: 200 })
      const paged: string[] = []
      let cursor: string | null = null
      do {
        const page: { rows: { command: string }[]; next: string | null } = await desk.call('history.latest', {
          ...filter,
          entities: [...(filter.entities ?? [])],
          limit: 2,
          cursor,
        })
        paged.push(...page.rows.map(({ command }) => command))
        cursor = page.next
      } while (cursor !== null)
      expect(paged, JSON.stringify(filter)).toEqual(whole)
      expect(whole.length, JSON.stringify(filter)).toBeGreaterThan(2)
    }
  })
})

describe('undo and redo', () => {
  test('walk the own changes both ways, and a new change ends the way forward', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany({ name: 'Null' })
    const one = await renamed(desk, company.id, 'En')
    const two = await renamed(desk, company.id, 'To')
    const name = async () => (await desk.call('companies.open', { id: company.id })).company.name
    const undo = async () => desk.call('history.undo', { stamp: (await steps(desk)).undo ?? '' })
    const redo = async () => desk.call('history.undo', { stamp: (await steps(desk)).redo ?? '' })
    expect(await steps(desk)).toEqual({ undo: two, redo: null })
    expect((await undo()).stamp).toBe(two)
    expect((await undo()).stamp).toBe(one)
    expect(await name()).toBe('Null')
    await redo()
    expect(await name()).toBe('En')
    await redo()
    expect(await name()).toBe('To')
    expect((await steps(desk)).redo).toBeNull()
    // Twice there and back again, through what was redone.
    await undo()
    await undo()
    expect(await name()).toBe('Null')
    await redo()
    await renamed(desk, company.id, 'Ny')
    expect((await steps(desk)).redo).toBeNull()
    await undo()
    await undo()
    expect(await name()).toBe('Null')
  })
  test('know of no change by another person or another device, nor of what lasts', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany()
    const mine = await renamed(desk, company.id, 'Mitt')
    const ola = await desk.call('persons.add', { givenName: 'Ola', familyName: 'Dal' })
    await desk.call('preferences.choose', { me: ola.id })
    expect(await steps(desk)).toEqual({ undo: null, redo: null })
    await renamed(desk, company.id, 'Olas')
    await desk.call('preferences.choose', { me: desk.me })
    // What Ola wrote stands in the way of nothing but this field.
    const { undo } = await steps(desk)
    expect(undo).not.toBe(mine)
    expect((await steps(desk, [undo ?? ''])).undo).toBe(mine)
    expect(await desk.problemOf('history.undo', { stamp: mine })).toMatchObject({ code: 'conflict' })
    expect((await desk.problemOf('history.undo', { stamp: mine })).fields).toHaveProperty('name')
  })
  test('are found again when the application starts anew', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany({ name: 'Før' })
    const stamp = await renamed(desk, company.id, 'Etter')
    const recent = (await desk.call('workspace.recent', {}))[0]
    await desk.backend.close()
    const again = createBackend({
      home: desk.home,
      host: 'direct',
      version: '1.2.3',
      can: { openFiles: false, revealFiles: false },
      ports: {
        pickOpen: async () => null,
        pickFolder: async () => null,
        pickSave: async ({ suggestedName }) => join(desk.home, suggestedName),
        openFile: async () => ({ ok: false }),
        revealFile: async () => ({ ok: false }),
        downloadUrl: async () => null,
        printPages: async () => null,
      },
      clock: steppingClock('2026-09-16T08:00:00.000Z'),
      newId: countingIds(),
      checkOutput: true,
    })
    const client = createClient({ call: again.dispatch, onChanged: again.onChanged })
    await client.call('workspace.open', { recentId: recent?.id ?? null })
    expect((await client.call('history.steps', {})).undo).toBe(stamp)
    await client.call('history.undo', { stamp })
    expect((await client.call('companies.open', { id: company.id })).company.name).toBe('Før')
    expect((await client.call('history.steps', {})).redo).not.toBeNull()
    await again.close()
  })
})

describe('the trash', () => {
  test('holds what is removed now, by whom and when, filtered by kind and name', async () => {
    const desk = await aBackend()
    const a = await desk.aCompany({ name: 'Ærfugl AS' })
    const b = await desk.aCompany({ name: 'Brygga AS' })
    await removed(desk, a.id)
    await removed(desk, b.id)
    const { rows } = await desk.call('trash.list', {})
    expect(rows.map(({ name, actor, entity, with: others }) => ({ name, actor, entity, others }))).toEqual([
      { name: 'Brygga AS', actor: 'Kari Berg', entity: 'companies', others: 0 },
      { name: 'Ærfugl AS', actor: 'Kari Berg', entity: 'companies', others: 0 },
    ])
    expect((await desk.call('trash.list', { text: 'aerf' })).rows.map(({ id }) => id)).toEqual([a.id])
    expect((await desk.call('trash.list', { entities: ['visits'] })).rows).toEqual([])
    const first = await desk.call('trash.list', { limit: 1 })
    const second = await desk.call('trash.list', { limit: 1, cursor: first.next })
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([b.id, a.id])
    await desk.call('trash.restore', { entity: 'companies', id: b.id })
    expect((await desk.call('trash.list', {})).rows.map(({ id }) => id)).toEqual([a.id])
    expect(await desk.problemOf('trash.restore', { entity: 'companies', id: b.id })).toMatchObject({
      key: 'problems.notInTrash',
    })
    // Restoring undid the removal: redo removes it again, and then it lies there once.
    await desk.call('history.undo', { stamp: (await latest(desk))[0]?.stamp ?? '' })
    expect((await desk.call('trash.list', {})).rows.map(({ id }) => id)).toEqual([b.id, a.id])
  })
  test('a record whose owner is removed too comes back with its owner, or says what it lacks', async () => {
    const desk = await aBackend()
    const visit = await desk.aVisit()
    await desk.call('visits.remove', { id: visit.id })
    await desk.call('companies.remove', { id: visit.companyId })
    const problem = await desk.problemOf('trash.restore', { entity: 'visits', id: visit.id })
    expect(problem).toMatchObject({ code: 'refused', key: 'problems.ownersInTrash', params: { names: 'Bedrift 1' } })
    const { restored } = await desk.call('trash.restore', { entity: 'visits', id: visit.id, withOwners: true })
    expect(restored).toBe(2)
    expect((await desk.call('trash.list', {})).rows).toEqual([])
    expect((await desk.call('visits.open', { id: visit.id })).visit.companyId).toBe(visit.companyId)
  })
  test('what was changed after the removal stands against an undo, not against coming back', async () => {
    const desk = await aBackend()
    const contact = await desk.aContact({ givenName: 'Per', familyName: 'Holm' })
    await desk.call('contacts.remove', { id: contact.id })
    await desk.call('contacts.anonymise', { id: contact.id } as never).catch(() => null)
    const [row] = (await desk.call('trash.list', { entities: ['contacts'] })).rows
    expect(row?.id).toBe(contact.id)
    await desk.call('trash.restore', { entity: 'contacts', id: contact.id })
    expect((await desk.call('trash.list', { entities: ['contacts'] })).rows).toEqual([])
  })
})

describe('the exported log', () => {
  async function exported(desk: TestBackend, filter: InputOf<'history.export'>['filter'] = {}): Promise<string[]> {
    const { jobId } = await desk.call('history.export', { filter, format: 'csv', language: 'nb' })
    await expect.poll(async () => desk.call('jobs.show', { id: jobId })).toMatchObject({ state: 'done' })
    const text = readFileSync(join(desk.home, 'Aktivitetslogg Partnerskapet 2026-09-15.csv'), 'utf8')
    return text.split('\r\n')
  }
  test('tells fields before and after, and nothing confidential nor personal', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany({ name: '=SUM(A1)' })
    await renamed(desk, company.id, 'Nytt navn AS')
    const contact = await desk.aContact({ companyId: company.id, givenName: 'Petra', familyName: 'Holmgren' })
    await desk.call('contacts.revise', { id: contact.id, changes: { email: 'petra@eksempel.no' } })
    await desk.call('companies.revise', { id: company.id, changes: { note: 'Ring Petra Holmgren' } })
    const open = await desk.aVisit({ companyId: company.id, theirParticipantIds: [contact.id] })
    await desk.call('visits.revise', { id: open.id, changes: { notes: 'Hemmelig notat', visitedOn: '2026-09-02' } })
    const secret = await desk.aVisit({ companyId: company.id, confidentiality: 'confidential' })
    const task = await desk.aFollowUp({ visitId: secret.id, description: 'Lukket oppgave' })
    await desk.call('followUps.revise', { id: task.id, changes: { description: 'Lukket oppgave to' } })
    const lines = await exported(desk)
    const all = lines.join('\n')
    expect(lines[0]).toContain('"Dag";"Tidspunkt";"Person"')
    expect(all).toContain(`"Navn";"'=SUM(A1)";"Nytt navn AS"`)
    expect(all).toContain('"01.09.2026";"02.09.2026"')
    for (const hidden of ['Petra', 'Holmgren', 'petra@', 'Hemmelig', 'Lukket oppgave'])
      expect(all).not.toContain(hidden)
    expect(all).toContain('(tatt ut)')
    expect(all).toContain('(personopplysning)')
    // The rest of the log stands: the visit that is open does, the closed one does not.
    expect(lines.filter((line) => line.includes('"Besøk"') && line.includes('"Opprettet"'))).toHaveLength(1)
  })
})
