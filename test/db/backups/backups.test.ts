/** Backups as the program makes them by itself, through the operations. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFile } from '#db/connection.ts'
import { aBackend } from '../a-backend.ts'

/** A clock that stands still until it is moved on. */
function aClock(start = '2026-09-15T08:00:00.000Z') {
  let ms = Date.parse(start)
  return {
    now() {
      ms += 1
      return new Date(ms).toISOString()
    },
    pass(hours: number) {
      ms += hours * 3_600_000
    },
  }
}
async function aDesk(options: { withPlace?: boolean } = {}) {
  const clock = aClock()
  let place = ''
  const desk = await aBackend({
    automaticBackups: true,
    clock,
    ports: (home) => ({
      pickFolder: async () => {
        place = join(home, 'stick')
        mkdirSync(place, { recursive: true })
        return place
      },
    }),
  })
  if (options.withPlace) await desk.call('backups.setPlace', {})
  const list = (where: 'here' | 'place' = 'here') => desk.call('backups.list', { where })
  const reasons = async () => (await list()).map((one) => one.reason)
  const job = async (started: { jobId: string }) => {
    await expect.poll(async () => (await desk.call('jobs.show', { id: started.jobId }))?.state).not.toBe('working')
    return desk.call('jobs.show', { id: started.jobId })
  }
  return { desk, clock, list, reasons, job, state: () => desk.call('backups.state', {}), place: () => place }
}

test('by the hour, where something was changed, and not otherwise', async () => {
  const { desk, clock, reasons, state } = await aDesk()
  await desk.backend.backups.tick()
  expect(await reasons()).toEqual([])
  expect(await state()).toMatchObject({ newest: null, stale: false })
  clock.pass(1)
  await desk.backend.backups.tick()
  expect(await reasons()).toEqual(['hourly'])
  clock.pass(3)
  await desk.backend.backups.tick()
  expect(await reasons()).toEqual(['hourly'])
  await desk.aCompany()
  expect((await state()).changesSince).toBeGreaterThan(0)
  await desk.backend.backups.tick()
  expect(await reasons()).toEqual(['hourly', 'hourly'])
  expect(await state()).toMatchObject({ changesSince: 0, problem: null })
})

test('on closing, and when another file is opened, where something was changed', async () => {
  const { desk, reasons } = await aDesk()
  await desk.aCompany()
  await desk.call('workspace.close', {})
  const recent = await desk.call('workspace.recent', {})
  await desk.call('workspace.open', { recentId: recent[0]?.id ?? '' })
  expect(await reasons()).toEqual(['close'])
  await desk.call('workspace.close', {})
  await desk.call('workspace.open', { recentId: recent[0]?.id ?? '' })
  expect(await reasons()).toEqual(['close'])
})

test('by hand, once for a hundred presses', async () => {
  const { desk, list, job } = await aDesk()
  const started = await Promise.all(Array.from({ length: 100 }, () => desk.call('backups.make', {})))
  for (const one of started) expect(await job(one)).toMatchObject({ state: 'done', problem: null })
  expect((await list()).length).toBeLessThanOrEqual(2)
})

test('restored with what is lost told before, and back again', async () => {
  const { desk, list, job, state } = await aDesk()
  const kept = await desk.aCompany({ name: 'Beholdt AS' })
  await job(await desk.call('backups.make', {}))
  const [old] = await list()
  if (!old) throw new Error('no backup')
  const lost = await desk.aCompany({ name: 'Tapt AS' })
  await desk.call('companies.revise', { id: kept.id, changes: { name: 'Endret AS' } })
  const preview = await desk.call('backups.preview', { where: 'here', backupId: old.id })
  expect(preview).toMatchObject({ lost: { count: 2 }, returning: 0, erasures: 0 })
  expect(preview.lost.newest).toMatchObject([
    { actor: 'Kari Berg', record: { entity: 'companies', name: 'Endret AS', deed: 'changed' }, others: 0 },
    { record: { entity: 'companies', name: 'Tapt AS', deed: 'made' } },
  ])
  const done = await job(await desk.call('backups.restore', { where: 'here', backupId: old.id }))
  expect(done).toMatchObject({ state: 'done', problem: null })
  expect(await desk.call('companies.open', { id: kept.id })).toMatchObject({ company: { name: 'Beholdt AS' } })
  expect(await desk.problemOf('companies.open', { id: lost.id })).toMatchObject({ code: 'notFound' })
  expect(await state()).toMatchObject({
    restored: { madeAt: old.madeAt, reason: 'byHand' },
    // The file is the very backup, though a newer one lies there.
    newest: { madeAt: old.madeAt },
    changesSince: 0,
  })
  expect(await desk.problemOf('backups.remove', { backupId: old.id })).toMatchObject({ code: 'refused' })
  expect((await desk.call('workspace.current', {}))?.warnings).toEqual([])
  // What came after the backup is still there, and can be had again.
  const before = (await list()).find((one) => one.reason === 'beforeRestore')
  expect(before?.changes).toBeGreaterThan(old.changes)
  await desk.aCompany({ name: 'Ny AS' })
  const again = await desk.call('backups.preview', { where: 'here', backupId: before?.id ?? '' })
  expect(again).toMatchObject({ lost: { count: 1 }, returning: 2 })
  await job(await desk.call('backups.restore', { where: 'here', backupId: before?.id ?? '' }))
  expect(await desk.call('companies.open', { id: lost.id })).toMatchObject({ company: { name: 'Tapt AS' } })
})

test('a name erased since is told: it comes back with the backup', async () => {
  const { desk, list, job } = await aDesk()
  const contact = await desk.aContact({ givenName: 'Ola', familyName: 'Nordmann' })
  await job(await desk.call('backups.make', {}))
  const [old] = await list()
  await desk.call('contacts.anonymise', { id: contact.id, andText: true })
  const preview = await desk.call('backups.preview', { where: 'here', backupId: old?.id ?? '' })
  expect(preview).toMatchObject({ lost: { count: 1 }, returning: 0, erasures: 1 })
  expect(JSON.stringify(preview)).not.toContain('Nordmann')
})

test('a second place gets every backup, is told when it is gone, and catches up', async () => {
  const { desk, list, job, state, place } = await aDesk({ withPlace: true })
  await job(await desk.call('backups.make', {}))
  await expect.poll(async () => (await list('place')).length).toBe(1)
  expect(await state()).toMatchObject({ place: { path: place(), problem: null, lacking: 0 } })
  expect(await list('place')).toEqual(await list())
  rmSync(place(), { recursive: true })
  await desk.aCompany()
  await job(await desk.call('backups.make', {}))
  await expect.poll(async () => (await state()).place?.problem?.key).toBe('problems.placeMissing')
  expect((await state()).place?.lacking).toBe(1)
  expect(await desk.problemOf('backups.list', { where: 'place' })).toMatchObject({ code: 'fileMissing' })
  // An empty folder of that name is a mount point without its stick: nothing is written there.
  mkdirSync(place())
  await desk.backend.backups.tick()
  expect(readdirSync(place())).toEqual([])
  mkdirSync(join(place(), 'Fyr backups'))
  await desk.backend.backups.tick()
  expect(await state()).toMatchObject({ place: { problem: null, lacking: 0 } })
  expect(await list('place')).toEqual(await list())
  // And one is restored from there where this device has lost its own.
  const [newest] = await list('place')
  rmSync(join(desk.home, 'backups'), { recursive: true })
  expect(await list()).toEqual([])
  await desk.aCompany({ name: 'Tapt AS' })
  const done = await job(await desk.call('backups.restore', { where: 'place', backupId: newest?.id ?? '' }))
  expect(done).toMatchObject({ state: 'done', problem: null })
})

test('a backup that fails is told with the way out, work goes on, and the older ones stay', async () => {
  const { desk, clock, job, list, state } = await aDesk()
  await job(await desk.call('backups.make', {}))
  const folder = join(desk.home, 'backups')
  const [inner] = readdirSync(folder)
  const aside = join(desk.home, 'aside')
  // A file where the folder should be: nothing can be written there, whoever runs the test.
  const { renameSync } = await import('node:fs')
  renameSync(folder, aside)
  writeFileSync(folder, '')
  await desk.aCompany()
  clock.pass(2)
  await desk.backend.backups.tick()
  expect((await state()).problem).not.toBeNull()
  await desk.aCompany()
  expect(await job(await desk.call('backups.make', {}))).toMatchObject({ state: 'failed' })
  rmSync(folder)
  renameSync(aside, folder)
  expect(readdirSync(folder)).toEqual([inner])
  expect(await list()).toHaveLength(1)
  await desk.backend.backups.tick()
  expect(await state()).toMatchObject({ problem: null, changesSince: 0 })
})

test('the home screen hears of it when the newest good one is over eight days old and the file has gone on', async () => {
  const { desk, clock, job, list, state } = await aDesk()
  await job(await desk.call('backups.make', {}))
  clock.pass(9 * 24)
  expect((await state()).stale).toBe(false)
  await desk.aCompany()
  expect((await state()).stale).toBe(true)
  await job(await desk.call('backups.make', {}))
  expect((await state()).stale).toBe(false)
  // One found damaged is no good one.
  const [newest] = await list()
  writeFileSync(join(desk.home, 'backups', readdirSync(join(desk.home, 'backups'))[0] ?? '', `${newest?.id}.fyr`), 'x')
  expect((await state()).stale).toBe(true)
  expect((await list())[0]).toMatchObject({ good: false })
  expect(await job(await desk.call('backups.restore', { where: 'here', backupId: newest?.id ?? '' }))).toMatchObject({
    state: 'failed',
    problem: { key: 'problems.backupChanged' },
  })
  expect(await desk.call('partnership.show', {})).toMatchObject({ name: 'Partnerskapet' })
})

test('a copy is saved where the user says, over no open file; the newest good one is not deleted, others are', async () => {
  const { desk, job, list } = await aDesk()
  await job(await desk.call('backups.make', {}))
  await desk.aCompany()
  await job(await desk.call('backups.make', {}))
  const [newest, old] = await list()
  const saved = await desk.call('backups.restoreCopy', { where: 'here', backupId: old?.id ?? '' })
  const copy = openFile(join(desk.home, saved?.name ?? ''))
  expect(copy.db.prepare('SELECT count(*) FROM companies').pluck().get()).toBe(0)
  copy.close()
  expect(await desk.problemOf('backups.remove', { backupId: newest?.id ?? '' })).toMatchObject({ code: 'refused' })
  await desk.call('backups.remove', { backupId: old?.id ?? '' })
  expect((await list()).map((one) => one.id)).toEqual([newest?.id])
  expect(await desk.problemOf('backups.remove', { backupId: '../../preferences' })).toMatchObject({ code: 'notFound' })
  expect(await job(await desk.call('backups.check', { where: 'here', backupId: newest?.id ?? '' }))).toMatchObject({
    state: 'done',
  })
  expect((await list())[0]?.checked).toMatchObject({ good: true })
})

test('a file found damaged while it is open is restored all the same', async () => {
  const { desk, list, job } = await aDesk()
  const kept = await desk.aCompany({ name: 'Beholdt AS' })
  await job(await desk.call('backups.make', {}))
  await desk.aCompany({ name: 'Tapt AS' })
  desk.backend.workspaces.foundDamaged()
  expect(await desk.problemOf('companies.register', { name: 'Ny AS' })).toMatchObject({ code: 'readOnly' })
  const old = (await list()).find((one) => one.reason === 'byHand')
  const done = await job(await desk.call('backups.restore', { where: 'here', backupId: old?.id ?? '' }))
  expect(done).toMatchObject({ state: 'done', problem: null })
  expect((await desk.call('workspace.current', {}))?.warnings).toEqual([])
  expect(await desk.call('companies.open', { id: kept.id })).toMatchObject({ company: { name: 'Beholdt AS' } })
  await desk.aCompany({ name: 'Ny AS' })
})

test('a file that can no longer be read is closed all the same, and its backups are found by its path', async () => {
  const { desk, job, list } = await aDesk()
  await job(await desk.call('backups.make', {}))
  await desk.aCompany()
  const file = desk.backend.workspaces.file()
  // What a damaged page does to every statement that reads it.
  file?.db.exec('ALTER TABLE file_facts RENAME TO facts_gone; ALTER TABLE changes RENAME TO changes_gone')
  expect((await list()).map((one) => one.reason)).toEqual(['byHand'])
  await desk.backend.backups.tick()
  await desk.call('workspace.close', {})
  expect(await desk.call('workspace.current', {})).toBeNull()
})

test('a file too damaged to be backed up is kept byte by byte, and its name is told', async () => {
  const { desk, list, job, state } = await aDesk()
  await job(await desk.call('backups.make', {}))
  await desk.aCompany()
  const [old] = await list()
  const file = desk.backend.workspaces.file()
  // Rows that the log made and nobody sees any more: no backup is made of such a file.
  file?.db.pragma('foreign_keys = OFF')
  file?.db.exec('DELETE FROM sectors')
  const done = await job(await desk.call('backups.restore', { where: 'here', backupId: old?.id ?? '' }))
  expect(done).toMatchObject({ state: 'done', problem: null })
  const { damagedCopy } = await state()
  expect(damagedCopy).toContain('damaged 2026-09-15')
  expect(readdirSync(desk.home)).toContain(damagedCopy)
})
