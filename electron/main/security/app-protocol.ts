import { readFile } from 'node:fs/promises'
import type { Protocol } from 'electron'
import { rendererFile, securityHeaders } from '#electron/backend/renderer-files.ts'
import { isOurAddress, scheme } from './our-origin.ts'

/**
 * Makes `app://` behave like a web address, with an origin of its own. Called before Electron is ready. `corsEnabled` does not open
 * anything: it has reads from another origin asked for by the rules of CORS, which nothing of ours ever grants (CVE-2026-70604).
 */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
    },
  ])
}

/**
 * Answers `app://fyr/…` with files of the built renderer and with nothing else but what `given` answers first: the
 * document that is being printed, once, and the page after a crash. Every answer, also one that says no, goes out
 * with the same headers. Checklist 7 and 18.
 */
export function serveRenderer(
  protocol: Pick<Protocol, 'handle'>,
  folder: string,
  given: (request: Request) => Response | null = () => null,
): void {
  protocol.handle(scheme, async (request) => {
    const answer = await answered(request, folder, given).catch(() => null)
    const response = answer ?? new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
    for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
    return response
  })
}

async function answered(
  request: Request,
  folder: string,
  given: (request: Request) => Response | null,
): Promise<Response | null> {
  if (request.method !== 'GET' || !isOurAddress(request.url)) return null
  const made = given(request)
  if (made) return made
  const file = rendererFile(folder, new URL(request.url).pathname)
  return file && new Response(await readFile(file.path), { headers: { ...file.headers } })
}
