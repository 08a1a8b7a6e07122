/** Attacks on the preview's connections, each from a bare socket against a server that listens: what is malformed, slow, many or two-faced. */
import { networkInterfaces } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { aPreview, postCall, send, signIn } from './browser.ts'
import { rawConnection, sendRaw, statuses } from './raw.ts'

/** Short ones, so that the tests are. */
const short = { headMs: 400, pauseMs: 400, callMs: 1200, strangers: 40 }

async function signedIn() {
  const { preview, origin, home } = await aPreview(short)
  const cookie = await signIn(preview.url)
  const host = new URL(origin).host
  return { preview, origin, home, cookie, host, works: () => postCall(origin, cookie, 'echo', 'still here') }
}

describe('malformed requests are refused, and the next good one is answered', () => {
  test.each([
    ['noise', '\x00\x01\x02\xff\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00'],
    ['HTTP/0.9', 'GET /\r\n\r\n'],
    ['a header without a colon', 'GET / HTTP/1.1\r\nHost: HOST\r\nbroken\r\n\r\n'],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: HOST\r\nX: a\x00b\r\n\r\n'],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: HOST\r\nX: a\r\n b: c\r\n\r\n'],
    ['a blank before the colon', 'GET / HTTP/1.1\r\nHost : HOST\r\n\r\n'],
    ['a bare line feed', 'GET / HTTP/1.1\nHost: HOST\n\n'],
    ['a negative length', 'POST /call HTTP/1.1\r\nHost: HOST\r\nContent-Length: -5\r\n\r\n'],
    ['two lengths', 'POST /call HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello'],
    ['an unknown method', 'STEAL / HTTP/1.1\r\nHost: HOST\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\nConnection: close\r\n\r\n'],
  ])('%s', async (_name, text) => {
    const { origin, host, cookie, works } = await signedIn()
    // With the cookie, so that nothing but the form of the request is in the way.
    const asked = text.replaceAll('HOST', host).replace('\r\n\r\n', `\r\nCookie: ${cookie}\r\n\r\n`)
    const answered = statuses(await sendRaw(origin, asked))
    expect(answered.every((status) => status >= 400)).toBe(true)
    expect(answered.length).toBeLessThan(2)
    expect((await works()).status).toBe(200)
  })

  test('a head of 64 kB', async () => {
    const { origin, host, works } = await signedIn()
    const answer = await sendRaw(origin, `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(65_536)}\r\n\r\n`)
    expect(statuses(answer)).toEqual([431])
    expect((await works()).status).toBe(200)
  })
})

describe('a request that two readers might read differently is refused', () => {
  const one =
    (line: string, more = '') =>
    (host: string, cookie: string) =>
      `${line}\r\nHost: ${host}\r\nCookie: ${cookie}\r\n${more}Connection: close\r\n\r\n`
  test.each([
    ['an absolute target', one('GET http://evil.example/ HTTP/1.1')],
    ['an absolute target with our name', one('GET http://127.0.0.1/ HTTP/1.1')],
    ['a target with a host of its own', one('GET //evil.example/assets/app-1.js HTTP/1.1')],
    ['an asterisk', one('OPTIONS * HTTP/1.1')],
    ['HTTP/1.0', one('GET / HTTP/1.0')],
    ['a change to WebSocket', one('GET / HTTP/1.1', 'Upgrade: websocket\r\n')],
    ['a change to HTTP/2', one('GET / HTTP/1.1', 'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n')],
  ])('%s', async (_name, text) => {
    const { origin, host, cookie } = await signedIn()
    expect(statuses(await sendRaw(origin, text(host, cookie)))).toEqual([400])
  })

  test('a tunnel is not dug', async () => {
    const { origin, host, cookie } = await signedIn()
    const text = await sendRaw(origin, `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`)
    expect(statuses(text)).toEqual([])
  })

  test('a length beside chunks: nothing after it is read as a request', async () => {
    const { origin, host, cookie } = await signedIn()
    const hidden = `GET /assets/app-1.js HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`
    const head = `POST /call HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nOrigin: ${origin}\r\n`
    const text = await sendRaw(
      origin,
      `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    )
    expect(statuses(text)).toEqual([400])
  })

  test('what stands in the body of a refused call is not read as a request', async () => {
    const { origin, host, cookie } = await signedIn()
    const hidden = `GET /assets/app-1.js HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`
    const head = `POST /call HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nOrigin: http://evil.example\r\n`
    const text = await sendRaw(origin, `${head}Content-Length: ${hidden.length}\r\n\r\n${hidden}`)
    expect(statuses(text)).toEqual([403])
  })

  test('requests sent in one go are each asked for their cookie', async () => {
    const { origin, host, cookie } = await signedIn()
    const good = `GET /assets/app-1.js HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`
    const bad = `GET /assets/app-1.js HTTP/1.1\r\nHost: ${host}\r\n\r\n`
    expect(statuses(await sendRaw(origin, good + good + bad + good))).toEqual([200, 200, 401])
  })
})

describe('slow clients', () => {
  test('a head that never ends is not waited for', async () => {
    const { origin, host } = await signedIn()
    const { socket, closed } = await rawConnection(origin)
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n`)
    const drip = setInterval(() => socket.write('X: y\r\n'), 50)
    const began = performance.now()
    expect(statuses(await closed)).toEqual([408])
    clearInterval(drip)
    expect(performance.now() - began).toBeLessThan(2500)
  })

  test('a connection that says nothing is not kept', async () => {
    const { origin } = await signedIn()
    const { closed } = await rawConnection(origin)
    const late = sleep(2500, 'kept')
    expect(await Promise.race([closed.then(() => 'closed'), late])).toBe('closed')
  })

  test.each(['/call', '/upload'])('a body of %s that stops coming is not waited for', async (path) => {
    const { origin, host, cookie, works } = await signedIn()
    const { socket, closed } = await rawConnection(origin)
    const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nOrigin: ${origin}\r\n`
    socket.write(`${head}Content-Type: application/json\r\nX-File-Name: a.fyr\r\nContent-Length: 1000\r\n\r\n{"name":`)
    expect(await Promise.race([closed.then(() => 'closed'), sleep(2500, 'kept')])).toBe('closed')
    expect((await works()).status).toBe(200)
  })

  test('a call that comes a byte at a time is given up as a whole', async () => {
    const { origin, host, cookie } = await signedIn()
    const { socket, closed } = await rawConnection(origin)
    const head = `POST /call HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nOrigin: ${origin}\r\n`
    socket.write(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`)
    const drip = setInterval(() => socket.write(' '), 50)
    expect(await Promise.race([closed.then(() => 'closed'), sleep(4000, 'kept')])).toBe('closed')
    clearInterval(drip)
  })

  test('an answer that takes longer than a body may is waited for', async () => {
    const { origin, cookie } = await signedIn()
    const answer = await postCall(origin, cookie, 'sleep', 1500)
    expect(answer.status).toBe(200)
  })

  test('a file may come slowly, as long as it comes', async () => {
    const { origin, host, cookie } = await signedIn()
    const { socket, answers } = await rawConnection(origin)
    const head = `POST /upload HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nOrigin: ${origin}\r\n`
    socket.write(`${head}X-File-Name: a.fyr\r\nContent-Length: 15\r\n\r\n`)
    for (let sent = 0; sent < 15; sent += 1) {
      await sleep(100)
      socket.write('x')
    }
    expect(statuses(await answers(1))).toEqual([200])
  })

  test('three hundred half-open connections keep nobody out', async () => {
    const { origin, host, works } = await signedIn()
    const held = []
    for (let count = 0; count < 300; count += 1) {
      const one = await rawConnection(origin)
      one.socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nX: `)
      held.push(one)
    }
    const began = performance.now()
    expect((await works()).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(1000)
    // No more of them are kept than there may be strangers.
    await sleep(100)
    expect(held.filter(({ socket }) => !socket.readableEnded && !socket.destroyed).length).toBeLessThanOrEqual(40)
  })

  test('a window that is signed in is not among those that have to go', async () => {
    const { origin, host, cookie } = await signedIn()
    const window = await rawConnection(origin)
    window.socket.write(`GET /events HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`)
    await window.answers(1)
    for (let count = 0; count < 60; count += 1) await rawConnection(origin)
    await postCall(origin, cookie, 'touch', null)
    await expect.poll(window.text).toContain('data: ["visits","companies"]')
  })
})

describe('where the preview listens', () => {
  const others = Object.values(networkInterfaces())
    .flat()
    .flatMap((one) => (one && !one.internal && one.family === 'IPv4' ? [one.address] : []))
  // A Mac has no second address of its own.
  const second = process.platform === 'darwin' ? [] : ['127.0.0.2']
  test.each(['::1', ...second, ...others])('nobody answers at %s', async (address) => {
    const { origin, host } = await signedIn()
    const { socket, closed } = await rawConnection(origin, address)
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
    expect(await closed).toBe('')
  })
})

test('methods that nobody needs are refused, and told which are not', async () => {
  const { origin, cookie } = await signedIn()
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD', 'TRACE', 'PROPFIND']) {
    const answer = await send(origin, '/', { method, headers: { cookie, origin } })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, POST')
  }
})
