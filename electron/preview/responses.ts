import type { IncomingMessage, ServerResponse } from 'node:http'
import { securityHeaders } from '#electron/backend/renderer-files.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { noEntryPage } from './pages.ts'

/** A file name as RFC 5987 wants it in a header. */
export function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    ...securityHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(JSON.stringify(value))
}

/** Refuses in the contract's own envelope, and closes the line on a body that is not going to be read. */
export function refuse(response: ServerResponse, status: number, problem: Problem): void {
  response.setHeader('Connection', 'close')
  sendJson(response, status, { ok: false, problem })
}

export function notFound(response: ServerResponse): void {
  response.writeHead(404, { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found')
}

/** No cookie: a page that says how to get in, or the envelope for anything that is not a page. */
export function noEntry(request: IncomingMessage, response: ServerResponse): void {
  const wantsPage = (request.headers.accept ?? '').includes('text/html')
  if (!wantsPage) {
    refuse(response, 401, { code: 'refused', key: 'problems.internal' })
    return
  }
  response.writeHead(401, {
    ...securityHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(noEntryPage(request.headers['accept-language']))
}
