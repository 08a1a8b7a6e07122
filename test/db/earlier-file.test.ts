/** A file that the first release of the schema made, with everything it could hold, opened by this one. */
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { chain } from '#db/log-hashes.ts'
import { migrate, ownMigrations } from '#db/migrate.ts'
import { compareWithLog } from '#db/replay.ts'
import { aBackend, type TestBackend } from './a-backend.ts'
import { aFolder } from './a-store.ts'

interface Logged {
  readonly stamp: string
  readonly entity: string
  readonly record_id: string
  readonly field: string
  readonly value: string
  readonly replaces: string | null
}
const columnsOf = (db: Database, table: string) =>
  db.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').pluck().all(table) as string[]
const camel = (column: string) => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const tableOf = (entity: string) => entity.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * The same rows under the first migration's tables, and the log as its writer wrote it: a record without the fields that came
 * later, the hashes over that.
 */
function asFirstRelease(now: Database, path: string): Database {
  const then = new Sqlite(path)
  migrate(then, ownMigrations().slice(0, 1))
  then.pragma(`application_id = ${now.pragma('application_id', { simple: true }) as number}`)
  then.pragma('foreign_keys = OFF')
  const tables = then
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
  for (const table of tables.filter((name) => name !== 'changes' && !name.startsWith('search_'))) {
    const columns = columnsOf(then, table)
    const insert = then.prepare(
      `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of now
      .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
      .raw()
      .all())
      insert.run(row as unknown[])
  }
  let before: Buffer = Buffer.alloc(32)
  const log = then.prepare(
    'INSERT INTO changes (stamp, entity, record_id, field, value, replaces, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const entry of now.prepare('SELECT * FROM changes ORDER BY seq').all() as Logged[]) {
    const known = new Set(columnsOf(then, tableOf(entry.entity)).map(camel))
    if (entry.field !== '*' && !known.has(entry.field)) continue
    const record = entry.field === '*' ? (JSON.parse(entry.value) as Record<string, unknown>) : null
    const value = record
      ? JSON.stringify(Object.fromEntries(Object.entries(record).filter(([field]) => known.has(field))))
      : entry.value
    before = chain(before, entry.stamp, entry.entity, entry.record_id, entry.field, value, entry.replaces)
    log.run(entry.stamp, entry.entity, entry.record_id, entry.field, value, entry.replaces, before)
  }
  then.pragma('foreign_keys = ON')
  expect(then.pragma('foreign_key_check')).toEqual([])
  return then
}

/** Every area of the first release: bodies with packages, visits with follow-ups and attachments, things revised and removed. */
async function filled(desk: TestBackend) {
  const company = await desk.aCompany({ name: 'Ålesund Båt' })
  const contact = await desk.aContact({ companyId: company.id })
  const visit = await desk.aVisit({ companyId: company.id, theirParticipantIds: [contact.id], notes: 'Strøm' })
  await desk.aFollowUp({ visitId: visit.id })
  const attach = (fileName: string) =>
    desk.call('attachments.add', {
      visitId: visit.id,
      kind: 'file',
      fileName,
      mime: 'text/plain',
      altText: null,
      base64: Buffer.from(fileName).toString('base64'),
    })
  const [kept, gone] = [await attach('brev.txt'), await attach('feil.txt')]
  await desk.call('attachments.remove', { id: gone.id })
  await desk.call('attachments.revise', { id: kept.id, changes: { title: 'Brevet' } })
  const body = await desk.call('bodies.add', { name: 'Rådet', kind: 'council', activeFrom: '2020-01-01' })
  await desk.call('bodies.revise', { id: body.id, changes: { name: 'Næringsrådet' } })
  const choice = { bodyId: body.id, periodFrom: '2026-01-01', periodTo: '2026-12-31', language: 'nb' } as const
  await desk.call('packages.make', choice)
  await desk.call('packages.make', choice)
  return { bodyId: body.id, attachmentId: kept.id }
}

describe('a file of the first release', () => {
  it('keeps every row over the migration, bodies with the rules they never had, and log and tables agree', async () => {
    const desk = await aBackend()
    const { bodyId, attachmentId } = await filled(desk)
    const now = desk.backend.workspaces.store().db
    const path = join(aFolder(), 'earlier.fyr')
    const then = asFirstRelease(now, path)
    const counts = (db: Database) =>
      ['visits', 'follow_ups', 'attachments', 'bodies', 'packages', 'persons', 'contacts', 'changes', 'blobs'].map(
        (table) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()],
      )
    const before = counts(then)
    expect(before.every(([, count]) => Number(count) > 0)).toBe(true)
    expect(compareWithLogOfThen(then)).toBe(1)

    expect(migrate(then, ownMigrations())).toEqual({ from: 1, to: ownMigrations().length })
    expect(counts(then)).toEqual(before)
    expect(then.pragma('foreign_key_check')).toEqual([])
    expect(compareWithLog(then)).toEqual([])
    expect(
      then.prepare('SELECT title, visit_id IS NOT NULL AS kept FROM attachments WHERE id = ?').get(attachmentId),
    ).toEqual({ title: 'Brevet', kept: 1 })
    expect(
      then.prepare('SELECT name, numbering, quorum_rule, adjusters FROM bodies WHERE id = ?').get(bodyId),
    ).toMatchObject({
      name: 'Næringsrådet',
    })
    then.close()

    // And it is worked on from there: the old body meets, by the rules it got.
    const opened = await aBackend({ ports: () => ({ pickOpen: async () => path }) })
    await opened.call('workspace.open', { recentId: null })
    const meeting = await opened.call('meetings.plan', { bodyId, startsOn: '2026-10-01', startsAt: '09:00' })
    const { id } = await opened.call('agendaItems.add', {
      bodyId,
      meetingId: meeting.id,
      type: 'information',
      title: 'Sak',
    })
    expect((await opened.call('meetings.open', { id: meeting.id })).items[0]?.item.id).toBe(id)
    expect(compareWithLog(opened.backend.workspaces.store().db)).toEqual([])
  })
})

/** The version of a file that has none of the later tables. */
function compareWithLogOfThen(db: Database): number {
  expect(db.prepare("SELECT count(*) FROM pragma_table_list WHERE name = 'meetings'").pluck().get()).toBe(0)
  return db.pragma('user_version', { simple: true }) as number
}
