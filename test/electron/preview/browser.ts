/** A small browser for tests of the preview: any header at all, cookies only when told. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Limits } from '#electron/preview/limits.ts'
import { type Preview, startPreview } from '#electron/preview/server.ts'
import { aFolder } from '../folders.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}
export interface Request {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

/** A preview with little in it; `limits` are shorter ones than the usual. */
export async function aPreview(
  limits: Partial<Limits> = {},
): Promise<{ preview: Preview; origin: string; home: string }> {
  const home = aFolder()
  const rendererDir = join(home, 'renderer')
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Fyr</title>')
  writeFileSync(join(rendererDir, 'assets/app-1.js'), 'export {}')
  writeFileSync(join(home, 'outside.js'), 'secret')
  const worker = new URL('../echo-worker.ts', import.meta.url)
  const preview = await startPreview({ home, rendererDir, worker, limits })
  onTestFinished(() => preview.close())
  return { preview, origin: new URL(preview.url).origin, home }
}

/** Sends one request; `path` goes out as it is written, dots and all. */
export function send(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: Request = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
      response.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Follows the link like a browser would, and gives the cookie. */
export async function signIn(url: string): Promise<string> {
  const { origin, pathname, search } = new URL(url)
  const answer = await send(origin, pathname + search)
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
  if (answer.status !== 303 || !cookie) throw new Error(`The link was refused: ${answer.status}`)
  return cookie
}

export function postCall(
  origin: string,
  cookie: string,
  name: string,
  input: unknown,
  headers: Record<string, string> = {},
) {
  return send(origin, '/call', {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ name, input }),
  })
}

/** Opens the stream of events and collects its messages; `next(n)` waits until there are n. */
export function listen(origin: string, cookie: string) {
  const { hostname, port } = new URL(origin)
  const messages: string[] = []
  const followers: ((message: string) => void)[] = []
  let wake = () => {}
  const outgoing = request({ hostname, port, path: '/events', headers: { cookie }, agent: false })
  const opened = new Promise<void>((resolve, reject) => {
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      response.setEncoding('utf8')
      response.on('error', () => {})
      response.on('data', (text: string) => {
        for (const line of text.split('\n').filter((it) => it.startsWith('data: '))) {
          messages.push(line.slice(6))
          for (const follower of followers) follower(line.slice(6))
        }
        // The first bytes show that the server has the stream on its list.
        resolve()
        wake()
      })
    })
  })
  outgoing.end()
  onTestFinished(() => {
    outgoing.destroy()
  })
  return {
    opened,
    each: (follower: (message: string) => void) => void followers.push(follower),
    async next(count: number): Promise<string[]> {
      while (messages.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      return messages
    },
  }
}
