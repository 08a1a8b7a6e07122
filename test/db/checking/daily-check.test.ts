/** The check of the newest backup, once a day and when nothing else is done. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import { aBackend } from '../a-backend.ts'

const start = Date.parse('2026-09-15T08:00:00.000Z')
const hour = 60

/** A desk with a backup, whose clock is moved on by hand, in minutes. */
async function aDesk(given: Pick<NonNullable<Parameters<typeof aBackend>[0]>, 'ports' | 'disk'> = {}) {
  let ms = start
  const clock = {
    now() {
      ms += 1
      return new Date(ms).toISOString()
    },
  }
  const desk = await aBackend({ automaticBackups: true, clock, ...given })
  const tick = () => desk.backend.dailyCheck.tick()
  const pass = (minutes: number) => {
    ms += minutes * 60_000
  }
  await desk.aCompany()
  const make = () => desk.backend.backups.make('byHand')
  await make()
  // The first look says since when the file is open.
  await tick()
  const looked = async () => (await desk.call('backups.state', {})).looked
  return { desk, tick, pass, make, looked, list: () => desk.backend.backups.list() }
}

test('once a day, not right after the file was opened', async () => {
  const { tick, pass, looked } = await aDesk()
  pass(2)
  expect(await tick()).toBe(false)
  pass(2)
  expect(await tick()).toBe(true)
  expect(await looked()).toMatchObject({ found: 'sound', findings: 0 })
  expect(await tick()).toBe(false)
  pass(23 * hour)
  expect(await tick()).toBe(false)
  pass(hour)
  expect(await tick()).toBe(true)
})

test('not while somebody works, and never two at once', async () => {
  const { desk, tick, pass } = await aDesk()
  pass(10)
  await desk.aCompany()
  pass(1)
  expect(await tick()).toBe(false)
  pass(2)
  expect(await Promise.all([tick(), tick(), tick()])).toEqual([true, false, false])
})

test('reading alone does not put it off', async () => {
  const { desk, tick, pass } = await aDesk()
  pass(10)
  await desk.call('companies.count', {})
  expect(await tick()).toBe(true)
})

test('not while a job, a backup or a command is under way', async () => {
  const { desk, tick, pass, make } = await aDesk()
  pass(10)
  const making = make()
  expect(desk.backend.backups.busy()).toBe(true)
  expect(await tick()).toBe(false)
  await making
  const { jobId } = await desk.call('check.run', {})
  pass(10)
  expect(desk.backend.jobRunning()).toBe(true)
  expect(await tick()).toBe(false)
  await expect.poll(async () => (await desk.call('jobs.show', { id: jobId }))?.state).toBe('done')
  expect(await tick()).toBe(true)
})

test('not while a command waits for the user, however long', async () => {
  const dialog: { answer: ((path: string | null) => void) | null; open: boolean } = { answer: null, open: false }
  const { desk, tick, pass } = await aDesk({
    ports: (home) => ({
      pickSave: ({ suggestedName }) =>
        dialog.open ? new Promise((resolve) => (dialog.answer = resolve)) : Promise.resolve(join(home, suggestedName)),
    }),
  })
  dialog.open = true
  const waiting = desk.call('workspace.backup', {})
  await expect.poll(() => dialog.answer).not.toBeNull()
  pass(hour)
  expect(await tick()).toBe(false)
  dialog.answer?.(null)
  await waiting
  pass(3)
  expect(await tick()).toBe(true)
})

test('a damaged backup is told until a sound one was checked', async () => {
  const { desk, tick, pass, make, looked, list } = await aDesk()
  const [newest] = list()
  if (!newest) throw new Error('no backup')
  writeFileSync(newest.path, Buffer.alloc(newest.size, 7))
  pass(10)
  expect(await tick()).toBe(true)
  expect(await looked()).toMatchObject({ found: 'damaged', madeAt: newest.madeAt })
  await desk.aCompany()
  await make()
  expect(await looked()).toMatchObject({ found: 'damaged' })
  pass(24 * hour)
  expect(await tick()).toBe(true)
  expect(await looked()).toMatchObject({ found: 'sound' })
})

test('a backup that can not be read is told, and tried again after an hour', async () => {
  const disk = { fails: true }
  const { tick, pass, looked } = await aDesk({
    disk: (work) =>
      work.what === 'check' && disk.fails
        ? Promise.reject(Object.assign(new Error('EIO: i/o error'), { code: 'EIO' }))
        : sameThreadDisk(work),
  })
  pass(10)
  expect(await tick()).toBe(false)
  expect(await looked()).toMatchObject({ found: 'unreadable' })
  disk.fails = false
  pass(5)
  expect(await tick()).toBe(false)
  pass(hour)
  expect(await tick()).toBe(true)
  expect(await looked()).toMatchObject({ found: 'sound' })
})
