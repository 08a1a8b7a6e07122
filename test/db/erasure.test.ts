/** GDPR art. 17: an erased name must be nowhere in the file, also not where nobody looks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import { aBackend, type TestBackend } from './a-backend.ts'
import { readInTheClear } from './encryption/in-the-clear.ts'

/** Letters that stand nowhere else, so that a plain search of the file's bytes is exact. */
const family = 'Zquxvik'
const given = 'Ollebrant'
const person = { givenName: given, familyName: family, email: 'olle@zquxvik.no', phone: '+47 917 35 846' }

function bytesOf(desk: TestBackend): string {
  const path = desk.backend.workspaces.file()?.path ?? ''
  return [path, `${path}-wal`]
    .filter((file) => existsSync(file))
    .map((file) => readInTheClear(file, path).toString('latin1'))
    .join('')
}
function traces(desk: TestBackend): string[] {
  const bytes = bytesOf(desk).toLowerCase()
  return [family, given, 'olle@zq', '91735846', '917 35 846'].filter((part) => bytes.includes(part.toLowerCase()))
}

async function named() {
  const desk = await aBackend()
  const company = await desk.aCompany({ name: 'Bruket AS', note: `Ring ${given} før besøk` })
  const contact = await desk.aContact({ ...person, companyId: company.id, roleTitle: 'Daglig leder' })
  const visit = await desk.aVisit({
    companyId: company.id,
    theirParticipantIds: [contact.id],
    notes: `${given} ${family} viste rundt.\nKontakt: 917 35 846.`,
    needs: `${family}s søster overtar`,
    confidentialText: `${family}, ${given} selger`,
  })
  const followUp = await desk.aFollowUp({ visitId: visit.id, description: `Svare ${given.toUpperCase()} om tomten` })
  await desk.call('visits.revise', { id: visit.id, changes: { notes: `${given} ${family} viste oss rundt.` } })
  const gone = await desk.aVisit({ companyId: company.id, purpose: `Treffe ${given}` })
  await desk.call('visits.remove', { id: gone.id })
  await desk.call('drafts.save', { key: `visit:${visit.id}:notes`, value: { text: `Husk ${given}` } })
  // A free page of the file that held the name: without the sweep it would stay there.
  await desk.call('drafts.save', { key: 'capture', value: { text: `${given} ${family} `.repeat(3000) } })
  await desk.call('drafts.discard', { key: 'capture' })
  return { desk, company, contact, visit, followUp }
}

it('sweeps the bytes at the next opening where the process ended before it could', async () => {
  const { desk, contact } = await named()
  const path = desk.backend.workspaces.file()?.path ?? ''
  const { db } = desk.backend.workspaces.store()
  const exec = db.exec.bind(db)
  // As if the process ended after the commit: nothing of the sweep is done.
  db.exec = (text) => {
    if (text === 'VACUUM') throw Object.assign(new Error('ended'), { code: 'SQLITE_FULL' })
    return exec(text)
  }
  await desk.call('contacts.anonymise', { id: contact.id, andText: true })
  expect(db.prepare("SELECT value FROM file_facts WHERE key = 'sweep_due'").pluck().get()).toBe('1')
  await desk.call('workspace.close', {})
  const left = new Sqlite(path)
  left.pragma('secure_delete = OFF')
  left.exec(`CREATE TABLE rest (a); INSERT INTO rest VALUES ('${`${family} `.repeat(3000)}'); DROP TABLE rest`)
  left.close()
  expect(readInTheClear(path).toString('latin1')).toContain(family)
  desk.backend.workspaces.open(path)
  await expect.poll(() => readInTheClear(path).toString('latin1').includes(family)).toBe(false)
  expect(
    desk.backend.workspaces.store().db.prepare("SELECT 1 FROM file_facts WHERE key = 'sweep_due'").get(),
  ).toBeUndefined()
})

describe('anonymising a contact with its texts', () => {
  it('leaves the name, the address and the number nowhere in the file, its journal or the search', async () => {
    const { desk, contact, visit } = await named()
    expect(traces(desk)).not.toEqual([])
    await desk.call('contacts.anonymise', { id: contact.id, andText: true })
    expect(traces(desk)).toEqual([])
    expect(await desk.call('search.find', { text: family })).toEqual([])
    expect(await desk.call('contacts.mentions', { id: contact.id })).toEqual([])
    expect(await desk.call('drafts.load', { key: `visit:${visit.id}:notes` })).toMatchObject({
      value: { text: 'Husk Anonymisert person' },
    })
    const path = desk.backend.workspaces.file()?.path ?? ''
    await desk.call('workspace.close', {})
    expect(readInTheClear(path).toString('latin1')).not.toContain(family)
    for (const file of readdirSync(desk.home)) {
      expect([file, readInTheClear(join(desk.home, file)).includes(family)]).toEqual([file, false])
    }
  })

  it('keeps the role, the visit and the rest of each text, and a log that still proves the tables', async () => {
    const { desk, contact, visit, followUp } = await named()
    const erased = await desk.call('contacts.anonymise', { id: contact.id, andText: true })
    expect(erased).toMatchObject({
      givenName: 'Anonymisert',
      familyName: 'person',
      roleTitle: 'Daglig leder',
      email: null,
      phone: null,
      status: 'anonymised',
    })
    const opened = await desk.call('visits.open', { id: visit.id })
    expect(opened.visit).toMatchObject({
      theirParticipantIds: [contact.id],
      notes: 'Anonymisert person viste oss rundt.',
      needs: 'Anonymisert persons søster overtar',
      confidentialText: 'Anonymisert person selger',
    })
    expect((await desk.call('followUps.open', { id: followUp.id })).description).toBe(
      'Svare Anonymisert person om tomten',
    )
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
    // The chain goes on from the new hashes.
    await desk.aVisit()
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  })

  it('can be neither undone nor changed, nor done twice', async () => {
    const { desk, contact } = await named()
    const reply = await desk.ask('contacts.anonymise', { id: contact.id, andText: true })
    expect(reply).toMatchObject({ ok: true, change: null })
    const stamp = (await desk.call('history.of', { entity: 'contacts', id: contact.id })).rows[0]?.stamp ?? ''
    expect(await desk.problemOf('history.undo', { stamp })).toMatchObject({ code: 'refused' })
    for (const call of [
      desk.problemOf('contacts.revise', { id: contact.id, changes: { givenName: given } }),
      desk.problemOf('contacts.anonymise', { id: contact.id, andText: true }),
    ]) {
      expect(await call).toMatchObject({ code: 'refused', key: 'problems.anonymised' })
    }
  })
})

describe('anonymising a contact alone', () => {
  it('takes the name out of the record and its history and leaves the texts as they are', async () => {
    const { desk, contact, visit } = await named()
    await desk.call('contacts.revise', { id: contact.id, changes: { givenName: 'Ollebrant Per' } })
    await desk.call('contacts.anonymise', { id: contact.id, andText: false })
    const history = (await desk.call('history.of', { entity: 'contacts', id: contact.id })).rows
    expect(JSON.stringify(history)).not.toMatch(/Zquxvik|Ollebrant|917/)
    expect((await desk.call('visits.open', { id: visit.id })).visit.notes).toContain(family)
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  })
})

describe('mentions of a contact', () => {
  it('names every text of its company with its day, and none of another company', async () => {
    const { desk, contact, company, visit, followUp } = await named()
    await desk.aVisit({ notes: `${given} var innom` })
    const mentions = await desk.call('contacts.mentions', { id: contact.id })
    expect(mentions.map(({ entity, id, field, day }) => [entity, id, field, day])).toEqual([
      ['companies', company.id, 'note', null],
      ['visits', visit.id, 'notes', '2026-09-01'],
      ['visits', visit.id, 'needs', '2026-09-01'],
      ['visits', visit.id, 'confidentialText', '2026-09-01'],
      ['followUps', followUp.id, 'description', '2026-09-01'],
    ])
    expect(mentions[0]?.excerpt).toBe(`Ring ${given} før besøk`)
  })

  it('takes a common word for a name only where it begins with a capital, and never the name of the company', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany({ name: 'Berg Bygg AS' })
    const contact = await desk.aContact({ companyId: company.id, givenName: 'Dag', familyName: 'Berg' })
    const log = (notes: string) => desk.aVisit({ companyId: company.id, notes })
    await log('En god dag hos Berg Bygg')
    const alone = await log('Dags plan: vekst')
    const full = await log('snakket med dag berg')
    const mentions = await desk.call('contacts.mentions', { id: contact.id })
    expect(mentions.map(({ id }) => id)).toEqual([alone.id, full.id])
  })
})

describe('the access report', () => {
  it('is a text in the language of the partnership with data, visits and every text that names the person', async () => {
    const { desk, contact } = await named()
    const saved = await desk.call('contacts.accessExport', { id: contact.id })
    expect(saved?.name).toBe(`Innsyn ${given} ${family}.txt`)
    const text = readFileSync(join(desk.home, saved?.name ?? ''), 'utf8')
    for (const part of [
      `Navn: ${given} ${family}`,
      'Bedrift: Bruket AS',
      '+4791735846',
      'Berettiget interesse',
      '01.09.2026  Bedriftsbesøk',
      'viste oss rundt.',
      'søster overtar',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('tells that a confidential text names the person, and keeps its words back', async () => {
    const { desk, contact } = await named()
    const saved = await desk.call('contacts.accessExport', { id: contact.id })
    const text = readFileSync(join(desk.home, saved?.name ?? ''), 'utf8')
    expect(text).toContain('fortrolig tekst: Holdt tilbake')
    expect(text).not.toContain('selger')
  })

  it('tells which texts of meetings, decisions and actions name the person, and keeps those of exempt items back', async () => {
    const { desk, contact } = await named()
    const [body] = await desk.call('bodies.list', {})
    const bodyId = body?.id ?? ''
    const meeting = await desk.call('meetings.plan', { bodyId, startsOn: '2026-09-10', startsAt: '09:00' })
    const words = (text: string) => ({
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    })
    const item = (title: string, text: string, confidential: boolean) =>
      desk.call('agendaItems.add', {
        bodyId,
        meetingId: meeting.id,
        type: 'information',
        title,
        background: words(text),
        confidential,
      })
    await item('Besøket på Bruket', `${family} ${given} viste fram hallen.`, false)
    await item('Kjøp av tomt', `${given} ${family} byr 4 millioner.`, true)
    // A first name alone is as likely a member's.
    await item('Orientering', `${given} fra styret la fram saken.`, false)
    await desk.call('actions.add', { title: `Ringe ${given} ${family}`, ownerId: desk.me, dueOn: '2026-10-01' })
    const saved = await desk.call('contacts.accessExport', { id: contact.id })
    const [, told = ''] = readFileSync(join(desk.home, saved?.name ?? ''), 'utf8').split(
      'Møtetekster der personen er nevnt',
    )
    const lines = told.split('\r\n').filter((line) => line.startsWith('- '))
    expect(lines).toEqual([
      `- Ringe ${given} ${family}`,
      `- 10.09.2026, Besøket på Bruket: ${family} ${given} viste fram hallen.`,
      expect.stringMatching(/^- 10\.09\.2026: Holdt tilbake/),
    ])
  })

  it('gives nothing when the user thinks better of it', async () => {
    const desk = await aBackend({
      ports: (home) => ({ pickSave: async ({ kind }) => (kind === 'txt' ? null : join(home, 'a.fyr')) }),
    })
    expect(await desk.call('contacts.accessExport', { id: (await desk.aContact()).id })).toBeNull()
  })
})
