import { randomBytes } from 'node:crypto'
import { isOurAddress, origin } from './our-origin.ts'

/** Where the documents lie, each under a name that nobody can guess, until it is fetched. */
const path = '/pages/'

/** Hands a document to the one page that is to have it: at an address of its own, once, and only while it is offered. */
export function offeredDocuments() {
  const offered = new Map<string, Uint8Array>()
  return {
    /** The name under which `document` is fetched. */
    offer(document: Uint8Array): string {
      const name = randomBytes(32).toString('hex')
      offered.set(name, document)
      return name
    },
    withdraw(name: string): void {
      offered.delete(name)
    },
    /** Answers requests for documents; null for every other one. */
    answer(request: Request): Response | null {
      if (!isOurAddress(request.url)) return null
      const { pathname } = new URL(request.url)
      if (!pathname.startsWith(path)) return null
      const name = pathname.slice(path.length)
      const bytes = offered.get(name)
      const from = request.headers.get('origin')
      if (request.method !== 'GET' || bytes === undefined || (from !== null && from !== origin))
        return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
      offered.delete(name)
      return new Response(new Uint8Array(bytes), {
        headers: {
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': 'attachment',
          'Cache-Control': 'no-store',
        },
      })
    },
  }
}
