/**
 * Fyr in a browser of the same machine, for where Electron can't be had: the same renderer, the same worker, the
 * same replies. Listens on 127.0.0.1 alone and answers nobody but the browser that opened the printed link.
 */
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { chosenLook, startPage } from '#electron/backend/first-frame.ts'
import { openLog } from '#electron/backend/log-file.ts'
import { rendererFile, securityHeaders } from '#electron/backend/renderer-files.ts'
import { type Backend, startBackend } from '#electron/backend/start-backend.ts'
import { readBody } from './body.ts'
import { eventStreams } from './events.ts'
import { type PreviewFiles, previewFiles } from './files.ts'
import { type Limits, usualLimits, watchBody, watchStrangers } from './limits.ts'
import { encodeRfc5987, noEntry, notFound, refuse, sendJson } from './responses.ts'
import { comesFromUs, createSessions, isPlain, mayRead, namesUs } from './session.ts'

export interface PreviewOptions {
  /** Folder for preferences, recent files and the preview's workspaces; made when missing. */
  readonly home: string
  /** 0 takes a free one. */
  readonly port?: number
  readonly openAtStart?: string | null
  /** The built renderer. */
  readonly rendererDir: string
  readonly version?: string
  /** Another worker than `db/worker.ts`, for tests of the server alone. */
  readonly worker?: string | URL
  /** Where compiled code is kept for the next start; null or missing keeps none. */
  readonly codeCache?: string | null
  /** Shorter ones, for tests. */
  readonly limits?: Partial<Limits>
}

export interface Preview {
  /** The link to open, good for one browser. */
  readonly url: string
  /** Another such link; the earlier one stops working if nobody used it. */
  readonly newLink: () => string
  /** Tells the windows, waits for what is under way, for a job at most half a minute, and closes the file. */
  readonly close: () => Promise<void>
}

/** A service that is stopped is killed some time after; a document that takes longer than this is broken off. */
const jobWithinMs = 30_000

export async function startPreview(options: PreviewOptions): Promise<Preview> {
  await mkdir(options.home, { recursive: true })
  const files = await previewFiles(options.home)
  const backend = startBackend({
    worker:
      options.worker ??
      new URL(import.meta.url.endsWith('.ts') ? '../../db/worker.ts' : './worker.js', import.meta.url),
    codeCache: options.codeCache ?? null,
    start: {
      home: options.home,
      host: 'preview',
      version: options.version ?? '0.0.0',
      openAtStart: options.openAtStart ?? null,
      can: { openFiles: false, revealFiles: false },
    },
    ports: files.ports,
    log: openLog(options.home),
  })
  const limits = { ...usualLimits, ...options.limits }
  const events = eventStreams(limits)
  backend.onChanged(events.announce)
  let port = 0
  const sessions = createSessions(() => port)
  const server = createServer({
    // A large file over a slow disk takes its time: bodies are watched by their pauses. Only the head of a request must come soon.
    requestTimeout: 0,
    headersTimeout: limits.headMs,
    connectionsCheckingInterval: Math.ceil(limits.headMs / 4),
    // What another server before this one might read otherwise is not read at all.
    insecureHTTPParser: false,
    maxHeaderSize: 16 * 1024,
  })
  const strangers = watchStrangers(server, limits)
  const { rendererDir, home } = options
  const serve = router({ home, port: () => port, rendererDir, backend, files, events, sessions, limits, strangers })
  server.on('request', (request, response) => {
    serve(request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500, { code: 'internal', key: 'problems.internal' })
      else response.destroy()
    })
  })
  try {
    await new Promise<void>((ready, fail) => {
      server.once('error', fail)
      server.listen(options.port ?? 0, '127.0.0.1', ready)
    })
  } catch (cause) {
    await backend.close()
    throw cause
  }
  // A TCP server that listens has an address with a port; the type also covers pipes.
  port = (server.address() as AddressInfo).port
  const newLink = () => `http://127.0.0.1:${port}/?token=${sessions.newToken()}`
  return {
    url: newLink(),
    newLink,
    async close() {
      if (!(await backend.idle(300))) backend.tell('finishing')
      // What is being typed is still kept meanwhile.
      const idle = await backend.idle(jobWithinMs)
      const stopped = new Promise<void>((done) => server.close(() => done()))
      await backend.close({ hurry: !idle })
      events.close()
      server.closeAllConnections()
      await stopped
      await files.close()
    },
  }
}

interface Parts {
  readonly home: string
  readonly port: () => number
  readonly rendererDir: string
  readonly backend: Backend
  readonly files: PreviewFiles
  readonly events: ReturnType<typeof eventStreams>
  readonly sessions: ReturnType<typeof createSessions>
  readonly limits: Limits
  readonly strangers: ReturnType<typeof watchStrangers>
}

function router(parts: Parts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isPlain(request)) return refuse(response, 400, { code: 'refused', key: 'problems.internal' })
    if (!namesUs(request, parts.port())) return refuse(response, 421, { code: 'refused', key: 'problems.internal' })
    const url = URL.parse(request.url ?? '/', `http://127.0.0.1:${parts.port()}`)
    if (!url) return notFound(response)
    const reads = request.method === 'GET'
    const token = url.searchParams.get('token')
    if (reads && url.pathname === '/' && token !== null) return enter(parts, request, response, token)
    if (!parts.sessions.isSignedIn(request)) return noEntry(request, response)
    parts.strangers.knows(request.socket)
    if (!reads && request.method !== 'POST') {
      response.setHeader('Allow', 'GET, POST')
      return refuse(response, 405, { code: 'refused', key: 'problems.internal' })
    }
    if (!(reads ? mayRead(request, parts.port()) : comesFromUs(request, parts.port()))) {
      return refuse(response, 403, { code: 'refused', key: 'problems.internal' })
    }
    // Browsers ask for one unbidden; a refusal would stand in their console as an error.
    if (reads && url.pathname === '/favicon.ico') return void response.writeHead(204, securityHeaders).end()
    if (reads) return read(parts, response, url.pathname)
    if (url.pathname === '/call') return call(parts, request, response)
    if (url.pathname === '/upload') return upload(parts, request, response)
    // The body of what is asked for nowhere is not read.
    return refuse(response, 404, { code: 'invalid', key: 'problems.invalid' })
  }
}

/** Exchanges the link's token for the cookie and takes it out of the address bar and the history. */
function enter(parts: Parts, request: IncomingMessage, response: ServerResponse, token: string): void {
  const cookie = parts.sessions.redeem(token)
  // A browser that is in already (the link clicked twice) just goes on.
  if (!cookie && !parts.sessions.isSignedIn(request)) {
    noEntry(request, response)
    return
  }
  response
    .writeHead(303, {
      ...securityHeaders,
      Location: '/',
      'Cache-Control': 'no-store',
      ...(cookie ? { 'Set-Cookie': cookie } : {}),
    })
    .end()
}

async function read(parts: Parts, response: ServerResponse, pathname: string): Promise<void> {
  if (pathname === '/events') return parts.events.add(response, securityHeaders)
  if (pathname.startsWith('/download/')) return sendDownload(parts, response, pathname.slice('/download/'.length))
  const page = startPage(parts.rendererDir, pathname, chosenLook(parts.home), parts.backend.fileOpen())
  if (page) return void response.writeHead(200, { ...page.headers }).end(page.html)
  const file = rendererFile(parts.rendererDir, pathname)
  if (!file) return notFound(response)
  response.writeHead(200, { ...file.headers })
  await pipeline(createReadStream(file.path), response)
}

async function sendDownload(parts: Parts, response: ServerResponse, id: string): Promise<void> {
  const file = parts.files.toDownload(id)
  const size = file && (await stat(file.path).catch(() => null))?.size
  if (!file || size === undefined) return notFound(response)
  const plain = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  response.writeHead(200, {
    ...securityHeaders,
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(size),
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeRfc5987(file.name)}`,
    'Cache-Control': 'no-store',
  })
  await pipeline(createReadStream(file.path), response)
}

async function call(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    return refuse(response, 415, { code: 'invalid', key: 'problems.invalid' })
  }
  const seen = watchBody(request, parts.limits.pauseMs, parts.limits.callMs)
  const body = await readBody(request).finally(seen)
  if (body === null) return refuse(response, 413, { code: 'tooLarge', key: 'problems.tooLarge' })
  let asked: unknown
  try {
    asked = JSON.parse(body)
  } catch {
    return refuse(response, 400, { code: 'invalid', key: 'problems.invalid' })
  }
  const { name, input } = (typeof asked === 'object' && asked !== null ? asked : {}) as Record<string, unknown>
  if (typeof name !== 'string') return refuse(response, 400, { code: 'invalid', key: 'problems.invalid' })
  sendJson(response, 200, await parts.backend.call(name, input))
}

async function upload(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const name = decodeName(request.headers['x-file-name'])
  if (name === null) return refuse(response, 400, { code: 'invalid', key: 'problems.invalid' })
  const seen = watchBody(request, parts.limits.pauseMs, null)
  const uploadId = await parts.files.receive(request, name).finally(seen)
  if (uploadId === null) return refuse(response, 413, { code: 'tooLarge', key: 'problems.tooLarge' })
  sendJson(response, 200, { ok: true, value: { uploadId }, change: null })
}

function decodeName(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string' || header.length > 2000) return null
  try {
    return decodeURIComponent(header)
  } catch {
    return null
  }
}
