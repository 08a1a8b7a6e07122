/**
 * Who may speak to the backend over IPC. The attacks: a frame inside the page, a page that the window was taken to,
 * or a frame that is gone by the time its message arrives, sends calls as if it were Fyr.
 */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { expect, test } from 'vitest'
import { carryCalls } from '#electron/main/ipc.ts'
import { isOurSender, type Sender } from '#electron/main/security/ipc-sender.ts'
import type { Topic } from '#shared/contract/operation.ts'

type Listener = Parameters<IpcMain['handle']>[1]
type Frame = NonNullable<Sender['senderFrame']>
const top: Frame = { url: 'app://fyr/visits', origin: 'app://fyr', parent: null }
const refusals: [string, Frame | null][] = [
  ['a frame that is gone', null],
  ['a frame inside the page', { ...top, parent: {} as Frame['parent'] }],
  ['another site', { ...top, url: 'https://evil.example/', origin: 'https://evil.example' }],
  ['a page without an origin', { ...top, url: 'about:blank', origin: 'null' }],
  ['a page that has just been left', { ...top, url: 'https://evil.example/' }],
  ['a look-alike', { ...top, url: 'app://fyr.evil/', origin: 'app://fyr.evil' }],
]

function aCarrier() {
  const handlers = new Map<string, Listener>()
  const calls: unknown[][] = []
  const sent: unknown[][] = []
  let announce: (topics: readonly Topic[]) => void = () => {}
  const window = { isDestroyed: () => false, send: (...message: unknown[]) => sent.push(message) }
  carryCalls(
    { handle: (channel, listener) => void handlers.set(channel, listener) },
    {
      call: async (name, input) => {
        calls.push([name, input])
        return { ok: true, value: 1, change: null }
      },
      onChanged: (listener) => {
        announce = listener
        return () => {}
      },
    },
    () => [window, { isDestroyed: () => true, send: () => expect.unreachable() }, window],
  )
  const invoke = (senderFrame: Frame | null, ...values: unknown[]) =>
    // The rule looks at the sender's frame alone.
    handlers.get('fyr:call')?.({ senderFrame } as IpcMainInvokeEvent, ...values)
  return { handlers, calls, sent, invoke, announce: (topics: readonly Topic[]) => announce(topics) }
}

test.each(refusals)('%s is refused before anything is called', async (_who, frame) => {
  const { invoke, calls } = aCarrier()
  expect(isOurSender({ senderFrame: frame })).toBe(false)
  expect(await invoke(frame, 'visits.list', {})).toMatchObject({ ok: false, problem: { code: 'refused' } })
  expect(calls).toEqual([])
})

test('the top frame of Fyr’s page gets its reply', async () => {
  const { invoke, calls } = aCarrier()
  expect(await invoke(top, 'visits.list', { limit: 5 })).toEqual({ ok: true, value: 1, change: null })
  expect(calls).toEqual([['visits.list', { limit: 5 }]])
})

test.each([undefined, null, 5, {}, ['visits.list']])('the name %j calls nothing', async (name) => {
  const { invoke, calls } = aCarrier()
  expect(await invoke(top, name, {})).toMatchObject({ ok: false })
  expect(calls).toEqual([])
})

test('one channel takes calls, and no other is open', () => {
  expect([...aCarrier().handlers.keys()]).toEqual(['fyr:call'])
})

test('topics reach every window that is still there', () => {
  const { announce, sent } = aCarrier()
  announce(['visits'])
  expect(sent).toEqual([
    ['fyr:changed', ['visits']],
    ['fyr:changed', ['visits']],
  ])
})
