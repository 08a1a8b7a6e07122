/** Finds the world outside: `window.fyr` in Electron, HTTP and server-sent events in the preview. Screens can't tell which. */
import type { Host } from '#shared/contract/client.ts'
import type { OperationName, Reply } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import { topics as allTopics, type Topic } from '#shared/contract/operation.ts'

declare global {
  interface Window {
    readonly fyr?: Host
  }
}

/** The host of this page; call it once, at the start. */
export function pickHost(): Host {
  return window.fyr ?? previewHost()
}

const gone: Reply = { ok: false, problem: { code: 'internal', key: 'problems.backendGone' } }
/** The server was killed, and with it who knew whether a command was done. */
const maybeSaved: Reply = { ok: false, problem: { code: 'maybeSaved', key: 'problems.maybeSaved' } }

/**
 * The preview's host. A browser can't give a path, so opening a file first asks for one here and sends it over;
 * a file that a command saved comes back as a download.
 */
function previewHost(): Host {
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  const announce = (topics: readonly Topic[]) => {
    for (const listener of [...listeners]) listener(topics)
  }
  listen(announce)
  // Before any field hears of it, so that what they keep as the page goes is sent in a way that outlives it.
  window.addEventListener('pagehide', () => {
    leaving = true
  })
  window.addEventListener('pageshow', () => {
    leaving = false
  })

  return {
    async call(name, input) {
      if (name === 'workspace.open' && asksForFile(input)) {
        const refusal = await uploadChosenFile()
        if (refusal) return refusal
      }
      const reply = await post('/call', JSON.stringify({ name, input }), { 'Content-Type': 'application/json' })
      if (reply.ok) downloadWhatWasSaved(reply.value)
      return reply === gone && contract[name as OperationName]?.kind === 'command' ? maybeSaved : reply
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Follows the topics. The browser reconnects by itself; what was missed meanwhile is unknown, so all is announced. */
function listen(announce: (topics: readonly Topic[]) => void): void {
  let opened = false
  let retry: ReturnType<typeof setTimeout> | undefined
  const connect = () => {
    const events = new EventSource('/events')
    events.onopen = () => {
      if (opened) announce(allTopics)
      opened = true
    }
    events.onmessage = (event) => {
      const topics: unknown = JSON.parse(event.data)
      if (Array.isArray(topics)) announce(topics.filter((topic): topic is Topic => allTopics.includes(topic)))
    }
    events.onerror = () => {
      // An answer that is no stream (the server was started anew) closes it for good, so it is opened again here.
      if (events.readyState !== EventSource.CLOSED) return
      clearTimeout(retry)
      retry = setTimeout(connect, 3000)
    }
  }
  connect()
}

let leaving = false
/** Bytes of requests under way that outlive the page: browsers carry 64 KB of them in all, and refuse the rest. */
let carried = 0
const mostCarried = 60_000

async function post(path: string, body: BodyInit, headers: Record<string, string>): Promise<Reply> {
  try {
    const bytes = leaving && typeof body === 'string' ? new Blob([body]).size : mostCarried + 1
    const keepalive = carried + bytes <= mostCarried
    if (keepalive) carried += bytes
    const response = await fetch(path, {
      method: 'POST',
      body,
      headers,
      credentials: 'same-origin',
      keepalive,
    }).finally(() => {
      if (keepalive) carried -= bytes
    })
    if (!(response.headers.get('Content-Type') ?? '').startsWith('application/json')) return gone
    // The server sends replies of the contract and nothing else as JSON.
    return (await response.json()) as Reply
  } catch {
    return gone
  }
}

function asksForFile(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'recentId' in input && input.recentId === null
}

/** Asks for a file and sends it. Gives the refusal if there is one; choosing nothing is no refusal. */
async function uploadChosenFile(): Promise<Reply | null> {
  const file = await chooseFile('.fyr')
  if (!file) return null
  const reply = await post('/upload', file, {
    'Content-Type': 'application/octet-stream',
    'X-File-Name': encodeURIComponent(file.name),
  })
  return reply.ok ? null : reply
}

function chooseFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input')
    field.type = 'file'
    field.accept = accept
    field.hidden = true
    const finish = (file: File | null) => {
      field.remove()
      resolve(file)
    }
    field.addEventListener('change', () => finish(field.files?.[0] ?? null), { once: true })
    field.addEventListener('cancel', () => finish(null), { once: true })
    document.body.append(field)
    field.click()
  })
}

/** Commands that save one file answer with its address at the top; jobs show theirs on the screen instead. */
function downloadWhatWasSaved(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('url' in value)) return
  const { url } = value
  const name = 'name' in value && typeof value.name === 'string' ? value.name : ''
  if (typeof url === 'string' && url.startsWith('/download/')) download(url, name)
}

/** Saves the file behind a download address of the preview, under its name: a busy browser may ask before it has heard it from the server. */
export function download(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
