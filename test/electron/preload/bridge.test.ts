import type { IpcRenderer, IpcRendererEvent } from 'electron'
import { expect } from 'vitest'
import * as rule from '#electron/preload/bridge.ts'
import { type Attacks, secured } from '../main/security/secured.ts'

type Listener = Parameters<IpcRenderer['on']>[1]

function aBridge({ bridge }: typeof rule) {
  const invoked: unknown[][] = []
  const listeners: [channel: string, listener: Listener][] = []
  // The three calls that the bridge uses; Electron's overloads give back the whole renderer side.
  const ipc = {
    invoke: async (...values: unknown[]) => {
      invoked.push(values)
      return { ok: true, value: null, change: null }
    },
    on: (channel: string, listener: Listener) => listeners.push([channel, listener]),
    removeListener: (channel: string, listener: Listener) => {
      const at = listeners.findIndex(([name, it]) => name === channel && it === listener)
      if (at >= 0) listeners.splice(at, 1)
    },
  } as unknown as IpcRenderer
  return { exposed: bridge(ipc), invoked, listeners }
}

secured(
  'electron/preload/bridge.ts',
  rule,
  {
    'the page gets more of Electron than three functions, or puts its own in their place': (rule) => {
      const { exposed } = aBridge(rule)
      expect(Object.keys(exposed).sort()).toEqual(['call', 'onChanged', 'onMenu'])
      expect(Object.values(exposed).map((it) => typeof it)).toEqual(['function', 'function', 'function'])
      expect(Object.isFrozen(exposed)).toBe(true)
    },
    'a call speaks on a channel of Electron’s own': async (rule) => {
      const { exposed, invoked } = aBridge(rule)
      await exposed.call('ELECTRON_BROWSER_QUIT', { a: 1 })
      expect(invoked).toEqual([['fyr:call', 'ELECTRON_BROWSER_QUIT', { a: 1 }]])
    },
    'an event hands ipcRenderer to the page': (rule) => {
      const { exposed, listeners } = aBridge(rule)
      const heard: unknown[][] = []
      exposed.onChanged((...values) => heard.push(values))
      for (const [, listener] of listeners)
        listener({ sender: {}, ports: [] } as unknown as IpcRendererEvent, ['visits'], 'more')
      expect(heard).toEqual([[['visits']]])
      expect(listeners.map(([channel]) => channel)).toEqual(['fyr:changed'])
    },
    'the menu says what no menu says, or hands ipcRenderer to the page': (rule) => {
      const { exposed, listeners } = aBridge(rule)
      const heard: unknown[][] = []
      const stop = exposed.onMenu((...values) => heard.push(values))
      for (const name of ['app.undo', 'quit', '', null, { toString: () => 'app.undo' }, ['app.undo']])
        for (const [, listener] of [...listeners])
          listener({ sender: {}, ports: [] } as unknown as IpcRendererEvent, name, 'more')
      expect(heard).toEqual([['app.undo']])
      expect(listeners.map(([channel]) => channel)).toEqual(['fyr:menu'])
      stop()
      expect(listeners).toEqual([])
    },
    'listeners that nobody wants any more heap up': (rule) => {
      const { exposed, listeners } = aBridge(rule)
      const stop = exposed.onChanged(() => {})
      exposed.onChanged(() => {})
      stop()
      expect(listeners).toHaveLength(1)
    },
  } satisfies Attacks<typeof rule>,
  {
    mutants: [
      ['call: (name', 'ipc, call: (name'],
      ['ipc.invoke(callChannel, name', 'ipc.invoke(name, name'],
      ['listener(topics)', 'listener(_event as never)'],
      ['ipc.on(changedChannel, pass)', 'ipc.on(changedChannel, listener as never)'],
      ['Object.freeze(', '('],
      ['if (isMenuCommand(name)) ', ''],
      ['listener(name)', 'listener(_event as never)'],
    ],
  },
)
