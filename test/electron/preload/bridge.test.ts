import type { IpcRenderer, IpcRendererEvent } from 'electron'
import { expect, test } from 'vitest'
import { bridge } from '#electron/preload/bridge.ts'

type Listener = Parameters<IpcRenderer['on']>[1]

function aBridge() {
  const invoked: unknown[][] = []
  const listeners = new Set<Listener>()
  // The double offers the three calls that the bridge uses; Electron's overloads give back the whole renderer side.
  const ipc = {
    invoke: async (...values: unknown[]) => {
      invoked.push(values)
      return { ok: true, value: null, change: null }
    },
    on: (channel: string, listener: Listener) => {
      expect(channel).toBe('fyr:changed')
      listeners.add(listener)
    },
    removeListener: (_channel: string, listener: Listener) => listeners.delete(listener),
  } as unknown as IpcRenderer
  return { bridge: bridge(ipc), invoked, listeners }
}

// The attack: a page that gets ipcRenderer, or an event that carries it, can speak on every channel of Electron's own.
test('the page gets two functions and nothing else', () => {
  const exposed = aBridge().bridge
  expect(Object.keys(exposed).sort()).toEqual(['call', 'onChanged'])
  expect(Object.values(exposed).map((it) => typeof it)).toEqual(['function', 'function'])
})

test('a call goes out on the one channel, whatever its name says', async () => {
  const { bridge, invoked } = aBridge()
  await bridge.call('ELECTRON_BROWSER_QUIT', { a: 1 })
  expect(invoked).toEqual([['fyr:call', 'ELECTRON_BROWSER_QUIT', { a: 1 }]])
})

test('listeners get the topics without the event, and stop when asked', () => {
  const { bridge, listeners } = aBridge()
  const heard: unknown[][] = []
  const stop = bridge.onChanged((...values) => heard.push(values))
  const emit = () => {
    for (const listener of listeners) listener({ sender: {} } as IpcRendererEvent, ['visits'])
  }
  emit()
  stop()
  emit()
  expect(heard).toEqual([[['visits']]])
  expect(listeners.size).toBe(0)
})
