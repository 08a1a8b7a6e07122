/** The same application behind each host: what carries a call must not change it. */
import { join } from 'node:path'
import type { IpcMain, IpcMainInvokeEvent, IpcRenderer, IpcRendererEvent } from 'electron'
import { onTestFinished } from 'vitest'
import { createBackend } from '#db/backend.ts'
import type { Ports } from '#db/worker-protocol.ts'
import { startBackend } from '#electron/backend/start-backend.ts'
import { carryCalls } from '#electron/main/ipc.ts'
import { bridge } from '#electron/preload/bridge.ts'
import { startPreview } from '#electron/preview/server.ts'
import type { Host } from '#shared/contract/client.ts'
import { topics as allTopics } from '#shared/contract/operation.ts'
import { listen, postCall, signIn } from '../electron/preview/browser.ts'
import { aFolder } from './a-store.ts'

const can = { openFiles: false, revealFiles: false }

/** Dialogs whose user always saves into `folder` and chooses no file. */
function portsInto(folder: string): Ports {
  return {
    pickOpen: async () => null,
    pickFolder: async () => null,
    pickSave: async ({ suggestedName }) => join(folder, suggestedName),
    openFile: async () => ({ ok: false }),
    revealFile: async () => ({ ok: false }),
    downloadUrl: async () => null,
    printPages: async () => null,
  }
}

function aWorker(host: 'worker' | 'electron') {
  const home = aFolder()
  const backend = startBackend({
    worker: new URL('../../db/worker.ts', import.meta.url),
    start: { home, host, version: '1.2.3', openAtStart: null, can },
    ports: portsInto(home),
    log: () => {},
  })
  onTestFinished(() => backend.close())
  return backend
}

async function direct(): Promise<Host> {
  const home = aFolder()
  const backend = createBackend({ home, host: 'direct', version: '1.2.3', can, ports: portsInto(home) })
  onTestFinished(() => backend.close())
  return { call: backend.dispatch, onChanged: backend.onChanged }
}

/** Main and preload as they are, over a double of the two ends of Electron's IPC that copies what it carries. */
async function electron(): Promise<Host> {
  const handlers = new Map<string, Parameters<IpcMain['handle']>[1]>()
  const listeners = new Set<Parameters<IpcRenderer['on']>[1]>()
  const frame = { url: 'app://fyr/', origin: 'app://fyr', parent: null }
  const renderer = {
    async invoke(channel: string, ...values: unknown[]) {
      // The sender check reads the frame alone.
      const event = { senderFrame: frame } as unknown as IpcMainInvokeEvent
      return structuredClone(await handlers.get(channel)?.(event, ...structuredClone(values)))
    },
    on: (_channel: string, listener: Parameters<IpcRenderer['on']>[1]) => listeners.add(listener),
    removeListener: (_channel: string, listener: Parameters<IpcRenderer['on']>[1]) => listeners.delete(listener),
  } as unknown as IpcRenderer
  const contents = {
    isDestroyed: () => false,
    send(_channel: string, ...values: unknown[]) {
      for (const listener of listeners) listener({} as IpcRendererEvent, ...structuredClone(values))
    },
  }
  carryCalls({ handle: (channel, handler) => void handlers.set(channel, handler) }, aWorker('electron'), () => [
    contents,
  ])
  return bridge(renderer)
}

/** The preview over real HTTP, as its page would use it. */
async function preview(): Promise<Host> {
  const home = aFolder()
  const server = await startPreview({ home, rendererDir: home, version: '1.2.3' })
  onTestFinished(() => server.close())
  const { origin } = new URL(server.url)
  const cookie = await signIn(server.url)
  const stream = listen(origin, cookie)
  await stream.opened
  return {
    call: async (name, input) => JSON.parse((await postCall(origin, cookie, name, input)).text),
    onChanged(listener) {
      stream.each((message) => {
        const topics: unknown[] = JSON.parse(message)
        listener(allTopics.filter((topic) => topics.includes(topic)))
      })
      return () => {}
    },
  }
}

export const hosts: readonly (readonly [
  name: 'direct' | 'worker' | 'electron' | 'preview',
  make: () => Promise<Host>,
])[] = [
  ['direct', direct],
  ['worker', async () => aWorker('worker')],
  ['electron', electron],
  ['preview', preview],
]
