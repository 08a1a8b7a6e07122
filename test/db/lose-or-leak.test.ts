/** What somebody would do who wants to lose data or get at what is not theirs; each was possible once, or nearly. */
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backupTo } from '#db/backup.ts'
import { checkFile } from '#db/check-file.ts'
import { openFile } from '#db/connection.ts'
import { safeFileName } from '#db/files.ts'
import { applicationId } from '#db/header.ts'
import { openPreferences } from '#db/preferences.ts'
import { compareWithLog } from '#db/replay.ts'
import { writeWhole } from '#db/write-whole.ts'
import type { InputOf, OperationName } from '#shared/contract/dispatcher.ts'
import { aBackend, type TestBackend } from './a-backend.ts'
import { aFolder, aStore } from './a-store.ts'

async function stampOf<N extends OperationName>(desk: TestBackend, name: N, input: InputOf<N>): Promise<string> {
  const reply = await desk.ask(name, input)
  if (!reply.ok || reply.change === null) throw new Error(`${name} wrote nothing`)
  return reply.change
}
const db = (desk: TestBackend) => desk.backend.workspaces.store().db

describe('undoing what no longer fits', () => {
  it('a removed company does not come back with a number that another has taken', async () => {
    const desk = await aBackend()
    const first = await desk.aCompany({ orgNo: '923609016' })
    const removed = await stampOf(desk, 'companies.remove', { id: first.id })
    await desk.aCompany({ orgNo: '923609016' })
    expect(await desk.problemOf('history.undo', { stamp: removed })).toMatchObject({
      code: 'conflict',
      key: 'problems.alreadyThere',
    })
    expect(checkFile(db(desk))).toEqual([])
  })

  it('nor a removed partner, whose number no index guards', async () => {
    const desk = await aBackend()
    const number = { partnerType: 'company', orgNo: '923609016' } as const
    const first = await desk.call('partners.add', { name: 'Første', ...number })
    const removed = await stampOf(desk, 'partners.remove', { id: first.id })
    await desk.call('partners.add', { name: 'Andre', ...number })
    expect(await desk.problemOf('history.undo', { stamp: removed })).toMatchObject({
      fields: { orgNo: { key: 'problems.field.orgNoTaken', params: { name: 'Andre' } } },
    })
  })

  it('a follow-up, an attachment and a contact come back only to what is there', async () => {
    const desk = await aBackend()
    const contact = await desk.aContact()
    const visit = await desk.aVisit({ companyId: contact.companyId })
    const followUp = await desk.aFollowUp({ visitId: visit.id })
    const file = { visitId: visit.id, kind: 'file', fileName: 'a.txt', mime: 'text/plain', altText: null } as const
    const attachment = await desk.call('attachments.add', { ...file, base64: 'aGVp' })
    const stamps = [
      await stampOf(desk, 'followUps.remove', { id: followUp.id }),
      await stampOf(desk, 'attachments.remove', { id: attachment.id }),
      await stampOf(desk, 'contacts.remove', { id: contact.id }),
    ]
    const visitGone = await stampOf(desk, 'visits.remove', { id: visit.id })
    const companyGone = await stampOf(desk, 'companies.remove', { id: contact.companyId })
    for (const stamp of [...stamps, visitGone]) {
      expect(await desk.problemOf('history.undo', { stamp })).toMatchObject({ code: 'invalid' })
    }
    expect((await desk.call('followUps.list', { filter: { state: 'all' } })).rows).toEqual([])
    // In the right order all of it comes back.
    for (const stamp of [companyGone, visitGone, ...stamps]) await desk.call('history.undo', { stamp })
    expect((await desk.call('followUps.list', {})).rows.map(({ id }) => id)).toEqual([followUp.id])
    expect(checkFile(db(desk))).toEqual([])
  })

  it('one change of several is not undone into what no form would take', async () => {
    const desk = await aBackend()
    const visit = await desk.aVisit({ confidentiality: 'confidential' })
    const opened = await stampOf(desk, 'visits.revise', { id: visit.id, changes: { confidentiality: 'open' } })
    await desk.call('visits.revise', { id: visit.id, changes: { publishableSummary: 'Alle kan lese dette.' } })
    expect(await desk.problemOf('history.undo', { stamp: opened })).toMatchObject({
      fields: { publishableSummary: { key: 'problems.field.confidentialHasSummary' } },
    })
    const moved = await stampOf(desk, 'visits.revise', { id: visit.id, changes: { visitedOn: '2026-08-01' } })
    await desk.aFollowUp({ visitId: visit.id, dueOn: '2026-08-02' })
    expect(await desk.problemOf('history.undo', { stamp: moved })).toMatchObject({
      fields: { visitedOn: { key: 'problems.field.followUpsBeforeVisit' } },
    })
  })

  it('whoever sits here and is undone away sits here no more, and visits can still be logged', async () => {
    const desk = await aBackend()
    const made = await desk.ask('persons.add', { givenName: 'Per', familyName: 'Dahl' })
    if (!made.ok) throw new Error('refused')
    await desk.call('preferences.choose', { me: made.value.id })
    await desk.call('history.undo', { stamp: made.change ?? '' })
    expect((await desk.call('workspace.current', {}))?.me).toBeNull()
    await desk.aVisit({ ourParticipantIds: [desk.me] })
  })
})

describe('anonymising', () => {
  it('leaves texts that name somebody else as they were typed, so that log and tables still agree', async () => {
    const desk = await aBackend()
    const contact = await desk.aContact()
    const decomposed = 'A\u030asen og O\u0308sten'
    const visit = await desk.aVisit({ companyId: contact.companyId, notes: decomposed })
    await desk.call('contacts.anonymise', { id: contact.id, andText: true })
    expect((await desk.call('visits.open', { id: visit.id })).visit.notes).toBe(decomposed)
    expect(compareWithLog(db(desk))).toEqual([])
  })

  it('takes the full name and the channels out of a draft that names no record yet', async () => {
    const desk = await aBackend()
    const contact = await desk.aContact({ givenName: 'Ola', familyName: 'Berg', email: 'ola@berg.no' })
    const text = 'Ring Ola Berg (ola@berg.no). Berg i dagen ved veien.'
    await desk.call('drafts.save', { key: 'capture', value: { newCompanyName: 'Bruket', notes: text } })
    await desk.call('contacts.anonymise', { id: contact.id, andText: true })
    expect((await desk.call('drafts.load', { key: 'capture' }))?.value).toEqual({
      newCompanyName: 'Bruket',
      notes: 'Ring Anonymisert person (Anonymisert person). Berg i dagen ved veien.',
    })
  })
})

describe('a backup', () => {
  it('never lands on the file it copies, whatever link leads there', async () => {
    let target = ''
    const desk = await aBackend({
      ports: (home) => ({
        pickSave: async ({ kind, suggestedName }) => (kind === 'backup' ? target : join(home, suggestedName)),
      }),
    })
    const path = desk.backend.workspaces.file()?.path ?? ''
    symlinkSync(path, `${path}.symbolic`)
    linkSync(path, `${path}.hard`)
    for (target of [path, `${path}.symbolic`, `${path}.hard`]) {
      expect(await desk.problemOf('workspace.backup', {})).toMatchObject({ key: 'problems.backupOverItself' })
    }
    await desk.aCompany()
    expect(compareWithLog(db(desk))).toEqual([])
  })

  it('does not replace a file that is open or was left by a crash: its journal would be read into the copy', () => {
    const { file } = aStore()
    const other = aStore()
    expect(existsSync(`${other.path}-wal`)).toBe(true)
    const problem = { problem: expect.objectContaining({ code: 'lockedFile' }) }
    expect(() => backupTo(file.db, other.path)).toThrow(expect.objectContaining(problem))
    expect(compareWithLog(other.file.db)).toEqual([])
  })

  it('is called off when the file was closed while the dialog stood open', async () => {
    const holder: { desk?: TestBackend } = {}
    const folder = aFolder()
    const desk = await aBackend({
      ports: (home) => ({
        pickSave: async ({ kind, suggestedName }) => {
          if (kind === 'backup') await holder.desk?.call('workspace.close', {})
          return join(kind === 'backup' ? folder : home, suggestedName)
        },
      }),
    })
    holder.desk = desk
    expect(await desk.problemOf('workspace.backup', {})).toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a file that cannot be used', () => {
  it.each([
    ['has no tables', (bad: Sqlite.Database) => bad.exec('CREATE TABLE x (y)')],
    [
      'brings a program of its own',
      (bad: Sqlite.Database) =>
        bad.exec('CREATE TABLE x (y); CREATE TRIGGER t AFTER INSERT ON x BEGIN DELETE FROM x; END'),
    ],
  ])('that %s is refused as damaged, and the one in hand stays open', async (_what, make) => {
    let picked = ''
    const desk = await aBackend({ ports: () => ({ pickOpen: async () => picked }) })
    picked = join(desk.home, 'bad.fyr')
    const bad = new Sqlite(picked)
    make(bad)
    bad.pragma(`application_id = ${applicationId}`)
    bad.pragma('user_version = 1')
    bad.close()
    expect(await desk.problemOf('workspace.open', { recentId: null })).toMatchObject({ code: 'damagedFile' })
    await desk.aCompany()
  })

  it('that lost its partnership is refused, let go again, and the one in hand stays open', async () => {
    const { file, path } = aStore()
    file.db.exec('DELETE FROM partnership')
    file.close()
    const desk = await aBackend({ ports: () => ({ pickOpen: async () => path }) })
    for (const _ of [1, 2]) {
      expect(await desk.problemOf('workspace.open', { recentId: null })).toMatchObject({
        key: 'problems.noPartnership',
      })
    }
    await desk.aCompany()
  })

  it('that is a folder is no file of Fyr', () => {
    expect(() => openFile(aFolder())).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'notFyrFile' }) }),
    )
  })

  it('a trigger smuggled into a real file is not run either', () => {
    const { file, path } = aStore()
    file.db.exec('CREATE TRIGGER t AFTER INSERT ON drafts BEGIN DELETE FROM drafts; END')
    file.close()
    expect(() => openFile(path)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'damagedFile' }) }),
    )
  })
})

describe('folders and names', () => {
  it('a folder that is gone is told as such, when making a file and when saving a document', async () => {
    const folder = join(aFolder(), 'gone')
    const closed = { problem: expect.objectContaining({ key: 'problems.folderClosed' }) }
    expect(() => openFile(join(folder, 'x.fyr'), { create: true })).toThrow(expect.objectContaining(closed))
    await expect(writeWhole(join(folder, 'x.docx'), Buffer.from('x'))).rejects.toMatchObject({
      problem: { key: 'problems.target.gone' },
    })
  })

  it.each(['å', '語', '👩‍👩‍👧‍👦', 'x'])(
    'a name of two hundred %s fits every disk, and a document can be saved under it',
    async (one) => {
      const folder = aFolder()
      const name = safeFileName(`${one.repeat(200)}.docx`)
      await writeWhole(join(folder, name), Buffer.from('x'))
      expect(readdirSync(folder)).toEqual([name])
      expect(name).toMatch(/^\P{Cs}+\.docx$/u)
      openFile(join(folder, safeFileName(`${one.repeat(200)}.fyr`)), { create: true }).close()
    },
  )

  it('names of devices are no names of files, with more endings neither', () => {
    expect(safeFileName('CON.tar.gz')).toBe('_CON.tar.gz')
  })
})

describe('what the device remembers', () => {
  it.each([
    ['nothing', ''],
    ['half a file', '{"language": "nb", "rec'],
    ['another kind of value', '[1, 2]'],
    ['fields of other kinds', '{"language": 7, "theme": {}, "me": [], "recent": {}, "device": "../x"}'],
    ['names of every object', '{"__proto__": {"theme": "dark"}, "me": {"__proto__": "x"}}'],
  ])('starts afresh from preferences of %s', (_what, text) => {
    const home = aFolder()
    writeFileSync(join(home, 'preferences.json'), text)
    const preferences = openPreferences(home)
    expect(preferences.get()).toMatchObject({
      theme: 'system',
      recent: [],
      device: expect.stringMatching(/^[0-9a-f]{8}$/),
    })
    preferences.set({ theme: 'dark' })
    expect(openPreferences(home).get().theme).toBe('dark')
  })

  it('keeps the other recent files where one line is damaged', () => {
    const home = aFolder()
    const good = { id: 'a', path: '/x/a.fyr', name: 'A', openedAt: '2026-09-15T08:00:00.000Z' }
    writeFileSync(
      join(home, 'preferences.json'),
      JSON.stringify({ recent: [{ id: 1 }, good, { ...good, openedAt: 'soon' }] }),
    )
    expect(
      openPreferences(home)
        .recent()
        .map(({ name }) => name),
    ).toEqual(['A'])
  })

  it('a home folder that takes nothing does not keep a file from opening', async () => {
    const desk = await aBackend()
    const path = desk.backend.workspaces.file()?.path ?? ''
    await desk.call('workspace.close', {})
    // The name of the temporary file is taken by a folder: every save of the preferences fails.
    mkdirSync(join(desk.home, 'preferences.json.part'))
    expect(desk.backend.workspaces.open(path).fileName).toBe('Partnerskapet.fyr')
    await desk.aCompany()
    expect(readFileSync(join(desk.home, 'preferences.json'), 'utf8')).toContain('Partnerskapet')
  })
})
