import { readFile } from 'node:fs/promises'
import type { Protocol } from 'electron'
import { rendererFile } from '#electron/backend/renderer-files.ts'
import { isOurAddress, scheme } from './security/our-origin.ts'

/**
 * Makes `app://` behave like a web address, with an origin of its own. Called before Electron is ready. The scheme
 * does not get `bypassCSP`, nor `corsEnabled`: nothing else may read from it.
 */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Answers `app://fyr/…` with files of the built renderer and with nothing else but what `given` answers first: the
 * document that is being printed, once. Checklist 7 and 18.
 */
export function serveRenderer(
  protocol: Pick<Protocol, 'handle'>,
  folder: string,
  given: (request: Request) => Response | null = () => null,
): void {
  protocol.handle(scheme, async (request) => {
    const answer = given(request)
    if (answer) return answer
    const file =
      request.method === 'GET' && isOurAddress(request.url) ? rendererFile(folder, new URL(request.url).pathname) : null
    if (!file) return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
    return new Response(await readFile(file.path), { headers: { ...file.headers } })
  })
}
