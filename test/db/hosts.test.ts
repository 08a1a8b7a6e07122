import { describe, expect, test } from 'vitest'
import { createClient, type Host } from '#shared/contract/client.ts'
import type { Topic } from '#shared/contract/operation.ts'
import { hosts } from './hosts.ts'

const partnership = { name: 'Øst', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' } as const

/** Calls that go wrong, each in its own way. */
const badCalls: readonly (readonly [what: string, name: string, input: unknown])[] = [
  ['an unknown name', 'visits.explode', {}],
  ['a name of every object', '__proto__', {}],
  ['another', 'constructor', {}],
  ['and another', 'toString', {}],
  ['an empty name', '', {}],
  ['no input', 'visits.open', null],
  ['an id that is none', 'visits.open', { id: '../../etc/passwd' }],
  ['a field too many', 'workspace.create', { ...partnership, path: '/etc/passwd' }],
  ['a missing field', 'workspace.create', { ...partnership, givenName: '' }],
  ['too much', 'workspace.create', { ...partnership, name: 'x'.repeat(1_100_000) }],
  ['no file open', 'visits.list', {}],
  ['a file id that was never given', 'files.open', { fileId: 'x' }],
]

async function opened(make: () => Promise<Host>) {
  const host = await make()
  const client = createClient(host)
  expect(await client.call('workspace.create', partnership)).toMatchObject({ fileName: 'Øst.fyr' })
  return { host, client }
}

describe.each(hosts)('over the host %s', (name, make) => {
  test('Fyr says which host it runs on', async () => {
    const about = await createClient(await make()).call('app.about', {})
    expect(about).toMatchObject({ host: name, version: '1.2.3', can: { openFiles: false, revealFiles: false } })
  })

  test('a visit is logged in a new file and found again, with the stamp of its change', async () => {
    const { client } = await opened(make)
    const logged = await client.ask('visits.log', {
      companyId: null,
      newCompanyName: 'Ålesund Båt & Dekk “AS”',
      visitedOn: '2026-03-02',
      notes: 'Øl,\nåpent 🛥',
    })
    expect(logged).toMatchObject({ ok: true, change: expect.any(String) })
    const page = await client.call('visits.list', {})
    expect(page.rows.map((row) => row.companyName)).toEqual(['Ålesund Båt & Dekk “AS”'])
  })

  test('each of two listeners hears what a command touched', async () => {
    const { host, client } = await opened(make)
    const heard = [0, 1].map(
      () =>
        new Promise<readonly Topic[]>((resolve) =>
          host.onChanged((topics) => {
            if (topics.includes('visitPlans')) resolve(topics)
          }),
        ),
    )
    await client.call('visitPlans.set', { year: 2026, target: 50, distribution: null })
    for (const topics of heard) expect(await topics).toEqual(['visitPlans'])
  })

  test('what goes wrong is told in the same words as without any host', async () => {
    const [reference, tested] = await Promise.all([hosts[0]?.[1]() ?? make(), make()])
    for (const [what, operation, input] of badCalls) {
      const expected = await reference.call(operation, input)
      expect(expected.ok, what).toBe(false)
      const reply = await tested.call(operation, input)
      // Electron's carrier lets no name through to the worker that no operation could have.
      if (name === 'electron' && !operation.includes('.')) expect(reply).toMatchObject({ problem: { code: 'refused' } })
      else expect(reply, what).toEqual(expected)
    }
  })

  test('many calls at once get each their own reply', async () => {
    const { client } = await opened(make)
    const years = Array.from({ length: 30 }, (_, index) => 2000 + index)
    await Promise.all(years.map((year) => client.call('visitPlans.set', { year, target: year, distribution: null })))
    const plans = await Promise.all(years.map((year) => client.call('visitPlans.show', { year })))
    expect(plans.map((plan) => plan?.target)).toEqual(years)
  })
})
