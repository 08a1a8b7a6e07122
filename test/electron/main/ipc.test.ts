/** Who may speak to the backend, and how: the rules for senders and calls are used before anything else happens. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { expect } from 'vitest'
import * as shell from '#electron/main/ipc.ts'
import type { Topic } from '#shared/contract/operation.ts'
import { type Attacks, secured } from './security/secured.ts'

type Listener = Parameters<IpcMain['handle']>[1]
const top = { url: 'app://fyr/visits', origin: 'app://fyr', parent: null }

function aCarrier({ carryCalls }: typeof shell) {
  const handlers = new Map<string, Listener>()
  const calls: unknown[][] = []
  const sent: unknown[][] = []
  let announce: (topics: readonly Topic[]) => void = () => {}
  const window = { isDestroyed: () => false, send: (...message: unknown[]) => sent.push(message) }
  const gone = {
    isDestroyed: () => true,
    send: () => {
      throw new Error('Object has been destroyed')
    },
  }
  carryCalls(
    { handle: (channel, listener) => void handlers.set(channel, listener) },
    {
      call: async (...given) => {
        calls.push(given)
        return { ok: true, value: 1, change: null }
      },
      onChanged: (listener) => {
        announce = listener
        return () => {}
      },
    },
    () => [window, gone, window],
  )
  const invoke = (senderFrame: object | null, ...values: unknown[]) =>
    // The rule looks at the sender's frame alone.
    handlers.get('fyr:call')?.({ senderFrame } as IpcMainInvokeEvent, ...values)
  return { handlers, calls, sent, invoke, announce: (topics: readonly Topic[]) => announce(topics) }
}
const refused = { ok: false, problem: { code: 'refused', key: 'problems.internal' } }

secured(
  'electron/main/ipc.ts',
  shell,
  {
    'another page, a frame or one that is gone sends a call as if it were Fyr': async (shell) => {
      const { invoke, calls } = aCarrier(shell)
      for (const frame of [
        null,
        { ...top, parent: {} },
        { ...top, origin: 'https://evil.example' },
        { ...top, url: 'about:blank' },
      ])
        expect(await invoke(frame, 'visits.list', {})).toMatchObject(refused)
      expect(calls).toEqual([])
    },
    'Fyr’s page sends what no page of ours sends': async (shell) => {
      const { invoke, calls } = aCarrier(shell)
      for (const values of [
        [],
        [undefined, {}],
        [{}, {}],
        [['visits.list'], {}],
        ['visits.list'],
        ['visits.list', {}, {}],
        ['visits.list', new Map()],
      ])
        expect(await invoke(top, ...values)).toMatchObject(refused)
      expect(calls).toEqual([])
    },
    'a second channel is open': (shell) => {
      expect([...aCarrier(shell).handlers.keys()]).toEqual(['fyr:call'])
    },
    'a window that is gone keeps the others from hearing of a change': (shell) => {
      const { announce, sent } = aCarrier(shell)
      announce(['visits'])
      expect(sent).toEqual([
        ['fyr:changed', ['visits']],
        ['fyr:changed', ['visits']],
      ])
    },
    'Fyr’s own page gets no answer any more': async (shell) => {
      const { invoke, calls } = aCarrier(shell)
      expect(await invoke(top, 'visits.list', { limit: 5 })).toEqual({ ok: true, value: 1, change: null })
      expect(calls).toEqual([['visits.list', { limit: 5 }]])
    },
  } satisfies Attacks<typeof shell>,
  {
    mutants: [
      ['given[0], given[1]', 'given[0], { ...(given[1] as object), x: 1 }'],
      ['callChannel, (event', "'other', (event"],
    ],
  },
)
