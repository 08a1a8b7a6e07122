import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { LogEntry, Ports } from '#db/worker-protocol.ts'
import { startBackend } from '#electron/backend/start-backend.ts'
import { topics as allTopics, type Topic } from '#shared/contract/operation.ts'
import { aFolder } from '../folders.ts'

function aBackend(ports: Partial<Ports> = {}) {
  const home = aFolder()
  const logged: LogEntry[] = []
  const backend = startBackend({
    worker: new URL('../echo-worker.ts', import.meta.url),
    start: { home, host: 'worker', version: '1.2.3', openAtStart: null, can: { openFiles: false, revealFiles: false } },
    ports: {
      pickOpen: async () => null,
      pickFolder: async () => null,
      pickSave: async () => null,
      openFile: async () => ({ ok: false }),
      revealFile: async () => ({ ok: false }),
      downloadUrl: async () => null,
      printPages: async () => null,
      ...ports,
    },
    log: (entry) => logged.push(entry),
  })
  onTestFinished(() => backend.close())
  return { backend, logged, home }
}
const gone = { ok: false, problem: { code: 'internal', key: 'problems.backendGone' } }
const value = (it: unknown) => ({ ok: true, value: it, change: null })

test('replies find their calls however many are under way', async () => {
  const { backend } = aBackend()
  const inputs = Array.from({ length: 50 }, (_, number) => ({ number }))
  expect(await Promise.all(inputs.map((input) => backend.call('echo', input)))).toEqual(inputs.map(value))
  expect(backend.inFlight()).toBe(0)
})

test('what was lost with a worker is taken up by the next one, with the stamps that it was about to commit', async () => {
  const { backend, logged } = aBackend()
  const lost = await Promise.all([backend.call('commitAndDie', ['a', 'b']), backend.call('echo', 1)])
  expect(lost).toEqual([value({ stamps: ['a', 'b'], deaths: 1 }), value({ stamps: [], deaths: 1 })])
  expect(await backend.call('echo', 'again')).toEqual(value('again'))
  expect(logged.map((entry) => entry.operation)).toContain('commitAndDie')
})

test('what is done anew forgets its stamps; what no worker has looked at keeps them over a second death', async () => {
  const { backend } = aBackend()
  expect(await backend.call('look', 'once')).toEqual(value('once'))
  expect(await backend.call('commitAndDie', ['twice'])).toEqual(value({ stamps: ['twice'], deaths: 2 }))
})

test('windows hear of every topic after a restart, and the file that was open is opened again', async () => {
  const { backend } = aBackend()
  await backend.call('opened', '/somewhere/east.fyr')
  const heard = new Promise<readonly Topic[]>((resolve) => backend.onChanged(resolve))
  expect(await backend.call('die', null)).toEqual(value({ stamps: [], deaths: 1 }))
  expect(await heard).toEqual(allTopics)
  expect(await backend.call('start', null)).toMatchObject({ value: { openAtStart: '/somewhere/east.fyr' } })
})

test('after three deaths the worker is started without the file, which it is told; after one more it rests until the next call', async () => {
  const { backend } = aBackend()
  await backend.call('opened', '/somewhere/deadly.fyr')
  for (let death = 0; death < 3; death += 1) await backend.call('die', null)
  expect(await backend.call('start', null)).toMatchObject({ value: { openAtStart: '/somewhere/deadly.fyr' } })
  await backend.call('die', null)
  expect(await backend.call('start', null)).toMatchObject({
    value: { openAtStart: null, afterDeath: { leftClosed: '/somewhere/deadly.fyr' } },
  })
  const [plain, half] = await Promise.all([backend.call('die', null), backend.call('commitAndDie', ['x'])])
  expect(plain).toEqual(gone)
  expect(half).toEqual(gone)
  expect(await backend.call('start', null)).toMatchObject({
    value: { openAtStart: null, afterDeath: { leftClosed: '/somewhere/deadly.fyr', calls: [] } },
  })
  // Opened again by the user it is left again, as it goes on killing.
  await backend.call('opened', '/somewhere/deadly.fyr')
  await backend.call('die', null)
  expect(await backend.call('start', null)).toMatchObject({
    value: { openAtStart: null, afterDeath: { leftClosed: '/somewhere/deadly.fyr' } },
  })
})

test('what kills every worker is passed on with its deaths', async () => {
  const { backend } = aBackend()
  expect(await backend.call('look', 'deadly')).toEqual(value({ stamps: [], deaths: 2 }))
})

test('a job that went with its worker is told to the next one', async () => {
  const { backend } = aBackend()
  await backend.call('job', true)
  await backend.call('die', null)
  expect(await backend.call('start', null)).toMatchObject({ value: { afterDeath: { job: true } } })
})

test('it is idle once no call and no job is under way', async () => {
  const { backend } = aBackend()
  expect(await backend.idle(0)).toBe(true)
  const call = backend.call('echo', 1)
  expect(await backend.idle(5_000)).toBe(true)
  await call
  await backend.call('job', true)
  expect(await backend.idle(20)).toBe(false)
  const later = backend.idle(5_000)
  await backend.call('job', false)
  expect(await later).toBe(true)
})

test('in a hurry a job is broken off and the file closed all the same', async () => {
  const { backend, home } = aBackend()
  await backend.call('job', true)
  const closed = backend.close()
  expect(await Promise.race([closed, new Promise((late) => setTimeout(late, 100, 'waits'))])).toBe('waits')
  await backend.close({ hurry: true })
  expect(readFileSync(join(home, 'closed'), 'utf8')).toBe('hurried')
})

test('closing waits for the calls under way and for the worker to close its file', async () => {
  let choose: (path: string) => void = () => {}
  let asked: () => void = () => {}
  const dialogOpen = new Promise<void>((resolve) => {
    asked = resolve
  })
  const { backend, home } = aBackend({
    pickOpen: () =>
      new Promise((resolve) => {
        choose = resolve
        asked()
      }),
  })
  const call = backend.call('port.pickOpen', { kind: 'workspace' })
  await dialogOpen
  const closed = backend.close()
  expect(backend.inFlight()).toBe(1)
  expect(existsSync(join(home, 'closed'))).toBe(false)
  choose('/chosen.fyr')
  expect(await call).toEqual(value('/chosen.fyr'))
  await closed
  expect(existsSync(join(home, 'closed'))).toBe(true)
  expect(await backend.call('echo', 1)).toEqual(gone)
})

test('topics reach every listener until it stops', async () => {
  const { backend } = aBackend()
  const first: unknown[] = []
  const second: unknown[] = []
  const stop = backend.onChanged((topics) => first.push(topics))
  backend.onChanged((topics) => second.push(topics))
  await backend.call('touch', null)
  stop()
  await backend.call('touch', null)
  expect(first).toEqual([['visits', 'companies']])
  expect(second).toHaveLength(2)
})

test('a port that fails answers as if the user had thought better of it', async () => {
  const { backend, logged } = aBackend({
    pickSave: async () => {
      throw new Error('no dialogs here')
    },
  })
  expect(await backend.call('port.pickSave', { suggestedName: 'x', kind: 'any' })).toEqual(value(null))
  expect(await backend.call('port.constructor', {})).toEqual(value(null))
  expect(logged).toMatchObject([{ operation: 'port.pickSave', level: 'error' }])
})

test('an input that cannot be copied to another thread is a problem and not a crash', async () => {
  const { backend } = aBackend()
  expect(await backend.call('echo', () => 1)).toMatchObject({ ok: false, problem: { code: 'invalid' } })
  expect(backend.inFlight()).toBe(0)
})
