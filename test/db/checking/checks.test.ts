/** The check of the open file through its operations: as a job in a thread, with what may be put right. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { checkInThread } from '#db/checking/check-thread.ts'
import { aBackend, type TestBackend } from '../a-backend.ts'

async function ended(desk: TestBackend, jobId: string) {
  await expect
    .poll(async () => (await desk.call('jobs.show', { id: jobId }))?.state, { timeout: 20_000 })
    .not.toBe('working')
  return desk.call('jobs.show', { id: jobId })
}
async function checked(desk: TestBackend) {
  const { jobId } = await desk.call('check.run', {})
  expect(await ended(desk, jobId)).toMatchObject({ state: 'done', problem: null })
  const { report } = await desk.call('check.last', {})
  if (!report) throw new Error('no report')
  return report
}
const db = (desk: TestBackend) => desk.backend.workspaces.store().db
const kindsIn = (report: Awaited<ReturnType<typeof checked>>) =>
  report.steps.flatMap(({ findings }) => findings.map(({ kind }) => kind)).filter((kind) => kind !== 'noBackup')
const factsOf = (desk: TestBackend) =>
  db(desk).prepare('SELECT key, value FROM file_facts UNION ALL SELECT stamp, command FROM change_sets').all()

test('never checked; then every step in a thread, what came since, and nothing in the file is changed', async () => {
  const desk = await aBackend({ checkThread: checkInThread })
  expect(await desk.call('check.last', {})).toEqual({ running: null, report: null, changesSince: 0 })
  await desk.aVisit()
  const before = factsOf(desk)
  const report = await checked(desk)
  expect(kindsIn(report)).toEqual([])
  expect(report.steps.map(({ name }) => name)).toContain('tables')
  expect(report.changes).toBeGreaterThan(0)
  expect(factsOf(desk)).toEqual(before)
  expect(readdirSync(join(desk.home, 'checks')).filter((name) => name.startsWith('.'))).toEqual([])
  await desk.aCompany()
  expect((await desk.call('check.last', {})).changesSince).toBeGreaterThan(0)
})

test('a file that has no backup is told so, and one that has is not', async () => {
  const desk = await aBackend({ automaticBackups: true })
  await desk.aCompany()
  const stateOf = async () => (await checked(desk)).steps.find(({ name }) => name === 'backups')?.state
  expect(await stateOf()).toBe('found')
  await ended(desk, (await desk.call('backups.make', {})).jobId)
  expect(await stateOf()).toBe('sound')
})

test('a hundred presses are one check, and the thread that does it can be cancelled', async () => {
  const desk = await aBackend({ checkThread: checkInThread })
  await desk.aCompany()
  const started = await Promise.all(Array.from({ length: 100 }, () => desk.call('check.run', {})))
  expect(new Set(started.map(({ jobId }) => jobId)).size).toBe(1)
  const jobId = started[0]?.jobId ?? ''
  expect((await desk.call('check.last', {})).running).toBe(jobId)
  await desk.call('jobs.cancel', { id: jobId })
  expect(await ended(desk, jobId)).toMatchObject({ state: 'cancelled' })
  expect(await desk.call('check.last', {})).toEqual({ running: null, report: null, changesSince: 0 })
  expect(readdirSync(join(desk.home, 'checks'))).toEqual([])
})

test('a check ends with the file that it was of', async () => {
  const desk = await aBackend()
  await desk.aCompany()
  const { jobId } = await desk.call('check.run', {})
  await desk.call('workspace.close', {})
  expect(await ended(desk, jobId)).toMatchObject({ state: 'cancelled' })
  expect(readdirSync(join(desk.home, 'checks'))).toEqual([])
})

test('a finding names its record as it is called now, and no name is kept on the device', async () => {
  const desk = await aBackend()
  const company = await desk.aCompany({ name: 'Hemmelig AS' })
  db(desk).prepare("UPDATE companies SET place = 'et annet sted' WHERE id = ?").run(company.id)
  const report = await checked(desk)
  expect(kindsIn(report)).toEqual(['fieldsDiffer', 'searchDiffers'])
  const found = report.steps.flatMap(({ findings }) => findings).find(({ kind }) => kind === 'fieldsDiffer')
  expect(found?.record).toMatchObject({ entity: 'companies', id: company.id, name: 'Hemmelig AS' })
  const [file = ''] = readdirSync(join(desk.home, 'checks'))
  expect(readFileSync(join(desk.home, 'checks', file), 'utf8')).not.toContain('Hemmelig')
  // A damaged record is a way to the ways out, also where the pages are whole.
  await desk.call('opening.leaveDamaged', {})
  expect((await desk.call('opening.trouble', {}))?.waysOut).toContain('salvage')
})

test('the ways out of a sound file stay shut', async () => {
  const desk = await aBackend()
  await desk.aCompany()
  await checked(desk)
  expect(await desk.problemOf('opening.leaveDamaged', {})).toMatchObject({ code: 'refused' })
})

test('a damaged page found by the check stops all writing', async () => {
  const desk = await aBackend()
  for (let i = 0; i < 30; i++) await desk.aCompany()
  // An index that lacks a row: what the pages of a table and of its index say differs.
  const raw = db(desk)
  raw.unsafeMode(true)
  raw.pragma('writable_schema = ON')
  raw.exec(
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'visits') WHERE name = 'companies'",
  )
  raw.pragma('writable_schema = RESET')
  const report = await checked(desk)
  expect(kindsIn(report)).toContain('damagedPages')
  expect((await desk.call('workspace.current', {}).catch(() => null))?.readOnly ?? true).toBe(true)
})

test('the search index is built anew, the file remembers it, and the history does not', async () => {
  const desk = await aBackend()
  const company = await desk.aCompany({ name: 'Finnbar AS' })
  db(desk).exec("INSERT INTO search_index (search_index) VALUES ('delete-all')")
  expect(kindsIn(await checked(desk))).toContain('searchDiffers')
  const sets = () => db(desk).prepare('SELECT count(*) FROM change_sets').pluck().get()
  const before = sets()
  const { jobId } = await desk.call('check.rebuildSearch', {})
  // What is written meanwhile is found too.
  const late = await desk.aCompany({ name: 'Sein AS' })
  const added = sets()
  expect((await desk.call('check.rebuildSearch', {})).jobId).toBe(jobId)
  expect(await ended(desk, jobId)).toMatchObject({ state: 'done', problem: null })
  expect(added).toBe(Number(before) + 1)
  expect(sets()).toBe(added)
  expect(kindsIn(await checked(desk))).toEqual([])
  const fact = db(desk).prepare("SELECT value FROM file_facts WHERE key = 'index_rebuilt'").pluck().get()
  expect(fact).toMatch(/^2026-09-15T/)
  const found = await desk.call('search.find', { text: 'finnbar' })
  expect(JSON.stringify(found)).toContain(company.id)
  expect(JSON.stringify(await desk.call('search.find', { text: 'sein' }))).toContain(late.id)
})

test('a rebuilding that was broken off is taken up when the file is opened again', async () => {
  const desk = await aBackend()
  for (let count = 0; count < 250; count += 1) await desk.aCompany()
  const { jobId } = await desk.call('check.rebuildSearch', {})
  // A turn: it has begun and is far from its end.
  const begun = () => db(desk).prepare("SELECT 1 FROM file_facts WHERE key = 'index_rebuilding'").get()
  while (begun() === undefined) await nextTurn()
  expect(db(desk).prepare('SELECT count(*) FROM search_rows').pluck().get()).toBeLessThan(250)
  await desk.call('workspace.close', {})
  expect(await ended(desk, jobId)).toMatchObject({ state: 'cancelled' })
  const [recent] = await desk.call('workspace.recent', {})
  await desk.call('workspace.open', { recentId: recent?.id ?? '' })
  expect(begun()).toBeDefined()
  await expect.poll(begun).toBeUndefined()
  expect(kindsIn(await checked(desk))).toEqual([])
}, 60_000)

test('content that nothing names is listed, saved to be looked at, and removed when said so', async () => {
  const desk = await aBackend()
  await desk.aCompany()
  expect(await desk.call('check.leftovers', {})).toEqual({ count: 0, size: 0, leftovers: [] })
  const shas = ['%PDF-1.7 alene', '{"a":1}'].map((text) => blob(desk, text))
  const { count, size, leftovers } = await desk.call('check.leftovers', {})
  expect([count, size, leftovers.map(({ kind }) => kind)]).toEqual([2, 21, ['pdf', 'data']])
  const saved = await desk.call('check.saveLeftover', { sha256: shas[0] ?? '' })
  expect(readFileSync(join(desk.home, saved?.name ?? ''), 'utf8')).toBe('%PDF-1.7 alene')
  // Only what was seen goes.
  expect(await desk.call('check.removeLeftovers', { sha256: [shas[0] ?? ''] })).toEqual({ removed: 1, size: 14 })
  expect((await desk.call('check.leftovers', {})).leftovers.map(({ sha256 }) => sha256)).toEqual([shas[1]])
  expect(kindsIn(await checked(desk))).toEqual(['blobOfNothing'])
})

test('what a record, undo or a frozen document needs is no leftover and is not removed', async () => {
  const desk = await aBackend()
  const raw = db(desk)
  const [earlier, inside, logo, spare] = ['forrige protokoll', 'vedlegg i en pakke', 'merke', 'til overs'].map((text) =>
    blob(desk, text),
  ) as [string, string, string, string]
  const frozen = blob(desk, JSON.stringify({ files: [inside] }))
  raw.pragma('foreign_keys = OFF')
  raw.pragma('ignore_check_constraints = ON')
  raw.prepare('UPDATE partnership SET logo_sha256 = ?').run(logo)
  insertAnyhow(raw, 'packages', { snapshot_sha256: frozen })
  insertAnyhow(raw, 'changes', { seq: 100_000, field: 'snapshotSha256', value: JSON.stringify(earlier) })
  expect((await desk.call('check.leftovers', {})).leftovers.map(({ sha256 }) => sha256)).toEqual([spare])
  const all = [earlier, inside, logo, spare, frozen]
  expect(await desk.problemOf('check.saveLeftover', { sha256: inside })).toMatchObject({ code: 'notFound' })
  expect((await desk.call('check.removeLeftovers', { sha256: all })).removed).toBe(1)
  const left = raw.prepare('SELECT sha256 FROM blobs ORDER BY sha256').pluck().all()
  expect(left).toEqual([earlier, inside, logo, frozen].sort())
})

test('the report is saved as a text; there is none before the first check', async () => {
  const desk = await aBackend()
  await desk.aCompany()
  expect(await desk.problemOf('check.export', { language: 'nb' })).toMatchObject({ code: 'notFound' })
  await checked(desk)
  for (const language of ['nb', 'sv', 'en'] as const) {
    const saved = await desk.call('check.export', { language })
    const path = join(desk.home, saved?.name ?? '')
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain('Partnerskapet.fyr')
  }
})

function blob(desk: TestBackend, text: string): string {
  const store = desk.backend.workspaces.store()
  const sha256 = createHash('sha256').update(text).digest('hex')
  store.db
    .prepare('INSERT INTO blobs (sha256, size, bytes) VALUES (?, ?, ?)')
    .run(sha256, text.length, Buffer.from(text))
  return sha256
}

/** A row with what is given and something in every other column that wants it. */
function insertAnyhow(raw: Database, table: string, given: Readonly<Record<string, unknown>>): void {
  const columns = raw.prepare('SELECT name, type, "notnull" FROM pragma_table_info(?)').all(table) as {
    name: string
    type: string
    notnull: number
  }[]
  const wanted = columns.filter(({ name, notnull }) => notnull || Object.hasOwn(given, name))
  const something = ({ name, type }: { name: string; type: string }) =>
    type === 'INTEGER' ? 1 : type === 'BLOB' ? Buffer.alloc(32) : `${name} x`
  const [names, marks] = [wanted.map(({ name }) => name), wanted.map(() => '?')]
  raw
    .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks.join(', ')})`)
    .run(wanted.map((column) => given[column.name] ?? something(column)))
}

// What is taken out of the file, or stands encrypted in it, must not stay in the device's own folder.
test('a kept report names nobody; the screen calls who made a change as the file does now', async () => {
  const desk = await aBackend({ checkThread: checkInThread })
  await desk.aCompany()
  db(desk).prepare("UPDATE change_sets SET actor = 'Fremmed Fugl' WHERE command = 'companies.register'").run()
  const report = await checked(desk)
  const findings = report.steps.flatMap((step) => step.findings)
  expect(findings.find(({ kind }) => kind === 'setChanged')?.params.who).toBe('Fremmed Fugl')
  for (const name of readdirSync(join(desk.home, 'checks'))) {
    expect(readFileSync(join(desk.home, 'checks', name), 'utf8')).not.toMatch(/Fremmed|Bedrift 1|Kari/)
  }
})
