/** A worker dies between a commit and its answer, or before: what the window hears is the truth, and nothing is done twice. */
import { expect, onTestFinished, test } from 'vitest'
import { createBackend, noPorts } from '#db/backend.ts'
import { goesBeyondLog, judge } from '#db/lost-calls.ts'
import type { LogEntry } from '#db/worker-protocol.ts'
import { startBackend } from '#electron/backend/start-backend.ts'
import { createClient } from '#shared/contract/client.ts'
import type { InputOf, OperationName } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import { isDone } from '#shared/contract/problem.ts'
import { aBackend, type TestBackend } from './a-backend.ts'
import { aFolder } from './a-store.ts'

/** The application's own worker in a thread, whose end can be chosen. */
async function aDesk() {
  const home = aFolder()
  const backend = startBackend({
    worker: new URL('./mortal-worker.ts', import.meta.url),
    start: { home, host: 'worker', version: '1.2.3', openAtStart: null, can: { openFiles: false, revealFiles: false } },
    ports: {
      pickOpen: async () => null,
      pickFolder: async () => null,
      pickSave: async ({ suggestedName }) => `${home}/${suggestedName}`,
      openFile: async () => ({ ok: false }),
      revealFile: async () => ({ ok: false }),
      downloadUrl: async () => null,
      printPages: async () => null,
    },
    log: () => {},
  })
  onTestFinished(() => backend.close())
  const client = createClient(backend)
  const name = { name: 'Øst', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' } as const
  await client.call('workspace.create', name)
  /** The next command that commits dies at this moment. */
  const dieAt = (moment: 'beforeCommit' | 'afterCommit' | 'inBackup', times = 1) =>
    backend.call('die.at', { moment, times })
  const visits = async () => (await client.call('visits.list', {})).rows
  return { backend, client, dieAt, visits }
}
const visit = { companyId: null, newCompanyName: 'Ålesund Båt AS', visitedOn: '2026-03-02', notes: 'Øl' } as const

test('a visit that was committed as the worker died is answered with the very record; one that was not is logged by the next worker', async () => {
  const { client, backend, dieAt, visits } = await aDesk()
  await dieAt('afterCommit')
  const logged = await client.ask('visits.log', visit)
  const [row, ...others] = await visits()
  expect(others).toEqual([])
  expect(logged).toMatchObject({ ok: true, change: expect.any(String), value: { id: row?.id, notes: 'Øl' } })
  expect(await client.call('app.health', {})).toMatchObject({ restarted: { done: 1, notSaved: 0, unknown: 0 } })
  // Its stamp undoes it, as it would have without the death.
  const change = logged.ok ? logged.change : null
  expect(await client.ask('history.undo', { stamp: change ?? '' })).toMatchObject({ ok: true })
  expect(await visits()).toEqual([])

  // Two windows and a draft at the moment of the next death: each gets its own answer.
  await dieAt('beforeCommit')
  const [drafted, ...replies] = await Promise.all([
    client.ask('drafts.save', { key: 'visit:new', value: 'half a sentence' }),
    ...['a', 'b', 'c'].map((notes) => client.ask('visits.log', { ...visit, notes })),
  ])
  expect(drafted.ok).toBe(true)
  expect(replies.map((reply) => reply.ok && reply.value.notes)).toEqual(['a', 'b', 'c'])
  expect((await visits()).map((one) => one.id).sort()).toEqual(
    replies.map((reply) => (reply.ok ? reply.value.id : '')).sort(),
  )
  expect(await client.call('drafts.load', { key: 'visit:new' })).toMatchObject({ value: 'half a sentence' })

  // Of what goes beyond the file nobody can tell; a job of the worker before is shown as failed.
  await dieAt('inBackup')
  expect(await client.ask('workspace.backup', {})).toMatchObject({ ok: false, problem: { code: 'maybeSaved' } })
  expect(await client.call('app.health', {})).toMatchObject({ restarted: { done: 0, unknown: 1 } })
  expect(await client.call('jobs.show', { id: 'of-the-worker-before' })).toMatchObject({
    state: 'failed',
    problem: { key: 'problems.jobGone' },
  })
  await client.call('app.dismissHealth', {})
  expect(await client.call('app.health', {})).toMatchObject({ restarted: null })
  expect(await backend.call('visits.list', {})).toMatchObject({ ok: true })
}, 60_000)

test('a command that kills two workers is told as not saved; when they keep dying the file is left, with its ways out', async () => {
  const { client, backend, dieAt, visits } = await aDesk()
  await dieAt('beforeCommit', 2)
  expect(await client.ask('visits.log', { ...visit, notes: 'deadly' })).toMatchObject({
    ok: false,
    problem: { code: 'wasNotSaved', key: 'problems.wasNotSaved' },
  })
  expect(await visits()).toEqual([])
  expect(await client.call('app.health', {})).toMatchObject({ restarted: { done: 0, notSaved: 1 } })
  await backend.call('die.now', null)
  expect(await client.call('workspace.current', {})).not.toBeNull()
  await backend.call('die.now', null)
  expect(await client.call('workspace.current', {})).toBeNull()
  const trouble = await client.call('opening.trouble', {})
  expect(trouble).toMatchObject({ state: 'keptEnding', fileName: 'Øst.fyr' })
  expect(trouble?.waysOut).toEqual(expect.arrayContaining(['retry', 'openCopy']))
  expect(await client.ask('opening.retry', { id: trouble?.id ?? '' })).toMatchObject({ ok: true })
}, 60_000)

/** Runs a command and judges it as if its answer had been lost behind its commit. */
async function lostBehindCommit<N extends OperationName>(desk: TestBackend, name: N, input: InputOf<N>) {
  const stamps: string[] = []
  const reply = await desk.backend.dispatch(name, input, (stamp) => stamps.push(stamp))
  const call = { id: 1, name, input, stamps, deaths: 1 }
  return { reply, stamps, judged: judge(call, desk.backend.workspaces.store()), call }
}

test('the answer out of the file is the one that was lost, word for word', async () => {
  const desk = await aBackend()
  const { id: companyId } = await desk.aCompany()
  const { id } = await desk.aVisit({ companyId })
  const same = async <N extends OperationName>(name: N, input: InputOf<N>) => {
    const { reply, judged, stamps } = await lostBehindCommit(desk, name, input)
    expect(stamps).toHaveLength(1)
    expect(judged).toEqual({ outcome: 'saved', reply })
    return reply
  }
  await same('visits.log', { ...visit, companyId, newCompanyName: undefined })
  await same('visits.log', visit)
  await same('visits.revise', { id, changes: { notes: 'Te' } })
  await same('companies.revise', { id: companyId, changes: { name: 'Ny AS' } })
  const contact = await same('contacts.add', { companyId, givenName: 'Ola', familyName: 'Nordmann' })
  await same('contacts.anonymise', { id: contact.ok ? (contact.value as { id: string }).id : '', andText: false })
  await same('partnership.revise', { changes: { name: 'Vest' } })
  await same('visits.remove', { id })
})

test('where the answer can’t be told out of the file it is told that it was saved', async () => {
  const desk = await aBackend()
  const ids = [(await desk.aVisit()).id, (await desk.aVisit()).id]
  const many = await lostBehindCommit(desk, 'visits.reviseMany', { ids, changes: { nextVisitBy: '2027-01-01' } })
  expect(many.reply.ok).toBe(true)
  expect(many.judged).toMatchObject({ outcome: 'saved', reply: { problem: { code: 'wasSaved' } } })
  const undone = await lostBehindCommit(desk, 'history.undo', { stamp: many.stamps[0] ?? '' })
  expect(undone.judged).toMatchObject({ outcome: 'saved', reply: { problem: { code: 'wasSaved' } } })
  expect('reply' in undone.judged && isDone(undone.judged.reply)).toBe(true)
})

test('what left nothing is done anew; what nobody can know is unknown', async () => {
  const desk = await aBackend()
  const { call } = await lostBehindCommit(desk, 'visits.log', visit)
  const store = desk.backend.workspaces.store()
  expect(judge({ ...call, stamps: [] }, store)).toEqual({ outcome: 'again' })
  expect(judge({ ...call, stamps: ['2026-09-15T08:00:00.000Z-00-nobody'] }, store)).toEqual({ outcome: 'again' })
  expect(judge({ ...call, stamps: [], deaths: 2 }, store)).toMatchObject({ outcome: 'notSaved' })
  expect(judge({ ...call, stamps: [] }, null)).toMatchObject({ outcome: 'notSaved' })
  // Half of it stands, or there is no file to look into.
  expect(judge({ ...call, stamps: [...call.stamps, 'x'] }, store)).toMatchObject({ outcome: 'unknown' })
  expect(judge(call, null)).toMatchObject({ outcome: 'unknown', reply: { problem: { code: 'maybeSaved' } } })
  expect(judge({ ...call, name: 'visits.list', stamps: [] }, null)).toEqual({ outcome: 'again' })
  expect(judge({ ...call, name: 'visits.list', stamps: [], deaths: 2 }, store)).toMatchObject({ outcome: 'unread' })
  expect(judge({ ...call, name: '__proto__', stamps: [] }, store)).toEqual({ outcome: 'again' })
})

test('every command that answers with a file, an address or a job is known to go beyond the change log', () => {
  const names = Object.entries(contract).flatMap(([name, row]) => {
    const output: unknown = 'unwrap' in row.output ? row.output.unwrap() : row.output
    const shape = typeof output === 'object' && output !== null && 'shape' in output ? Object(output.shape) : {}
    const beyond = row.kind === 'command' && ['jobId', 'fileId', 'url', 'fileName'].some((key) => key in shape)
    // A record of an attachment bears a file's name.
    return beyond && !('createdStamp' in shape) ? [name] : []
  })
  expect(names.length).toBeGreaterThan(15)
  expect(names.filter((name) => !goesBeyondLog(name))).toEqual([])
})

test('faults of a window reach the log without a word of what they were about', async () => {
  const logged: LogEntry[] = []
  const backend = createBackend({
    home: aFolder(),
    host: 'direct',
    version: '1.2.3',
    can: { openFiles: false, revealFiles: false },
    ports: noPorts,
    log: (entry) => logged.push(entry),
  })
  onTestFinished(() => backend.close())
  const fault = { kind: 'screen', name: 'TypeError', places: ['index-AbC1.js:12:3456'] }
  expect(await backend.dispatch('app.noteFault', fault)).toMatchObject({ ok: true })
  expect(logged).toMatchObject([{ operation: 'window.screen', message: 'TypeError\nindex-AbC1.js:12:3456' }])
  const telling = { ...fault, places: ['Kari Berg said no'] }
  expect(await backend.dispatch('app.noteFault', telling)).toMatchObject({ ok: false, problem: { code: 'invalid' } })
})
