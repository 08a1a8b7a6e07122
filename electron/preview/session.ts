/** Who may speak to the preview: one browser at a time per link, shown to belong to the person who started Fyr. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface Sessions {
  /** A fresh link's token; earlier ones that nobody used stop working. */
  readonly newToken: () => string
  /** The cookie for a valid token, or null. A token works once. */
  readonly redeem: (token: string) => string | null
  readonly isSignedIn: (request: IncomingMessage) => boolean
}

/** Browsers keep cookies per host and not per port, so the port is part of the name. */
export function createSessions(port: () => number): Sessions {
  const secret = randomBytes(32).toString('base64url')
  const name = () => `fyr-${port()}`
  let token: string | null = null
  return {
    newToken() {
      token = randomBytes(32).toString('base64url')
      return token
    },
    redeem(offered) {
      if (token === null || !same(offered, token)) return null
      token = null
      return `${name()}=${secret}; HttpOnly; SameSite=Strict; Path=/`
    },
    isSignedIn(request) {
      const prefix = `${name()}=`
      return (request.headers.cookie ?? '')
        .split(';')
        .map((part) => part.trim())
        .some((part) => part.startsWith(prefix) && same(part.slice(prefix.length), secret))
    },
  }
}

/** Compares without telling by its time how much was right. */
function same(offered: string, wanted: string): boolean {
  const a = Buffer.from(offered)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * True when the request was made to us by name. A page of a hostile site whose name is made to point at 127.0.0.1
 * (DNS rebinding) still sends its own name as Host.
 */
export function namesUs(request: IncomingMessage, port: number): boolean {
  const hosts = request.headersDistinct.host ?? []
  return hosts.length === 1 && hosts[0] === `127.0.0.1:${port}`
}

/**
 * True when the request comes from our own page. Another program's page on another port of 127.0.0.1 is the "same
 * site" to a browser and gets the cookie sent along; its Origin gives it away.
 */
export function comesFromUs(request: IncomingMessage, port: number): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  return request.headers.origin === `http://127.0.0.1:${port}`
}

/**
 * True for a request such as browsers make of a server: HTTP/1.1, a path of this server (not `http://elsewhere/` nor `//elsewhere/`, which
 * would make two readers see two hosts), no change of protocol.
 */
export function isPlain(request: IncomingMessage): boolean {
  if (request.httpVersion !== '1.1' || request.headers.upgrade !== undefined) return false
  return /^\/(?!\/)/.test(request.url ?? '')
}

/**
 * True where a page may read the answer: our own, or the address bar. A page of another port gets the cookie sent along (see `comesFromUs`), and
 * may at most send its user to us; framed, fetched or loaded as a script we are not.
 */
export function mayRead(request: IncomingMessage, port: number): boolean {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = request.headers
  if (origin !== undefined && origin !== `http://127.0.0.1:${port}`) return false
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  return mode === 'navigate' && dest === 'document' && isScreen(request.url ?? '')
}

/** A link from elsewhere leads to a screen, never to a stream or a file. */
const isScreen = (target: string) => !/^\/(events|download\/|assets\/)/.test(target)
