/** Attacks on the preview by pages, programs and names: another origin in the same browser, a guessed or used address, a hostile file name. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { largestBody } from '#electron/preview/body.ts'
import { eventStreams } from '#electron/preview/events.ts'
import { usualLimits } from '#electron/preview/limits.ts'
import { aPreview, postCall, send, signIn } from './browser.ts'
import { type RawConnection, rawConnection, sendRaw, statuses } from './raw.ts'

async function signedIn() {
  const { preview, origin, home } = await aPreview()
  return { preview, origin, home, cookie: await signIn(preview.url), host: new URL(origin).host }
}
const valueIn = (text: string) => JSON.parse(text).value

describe('a page of another origin that the browser sends the cookie for', () => {
  const elsewhere = { 'sec-fetch-site': 'same-site' }
  test.each([
    ['fetches a script', '/assets/app-1.js', { ...elsewhere, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }],
    ['frames the window', '/', { ...elsewhere, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['embeds the window', '/', { ...elsewhere, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'object' }],
    ['fetches the page', '/', { ...elsewhere, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    ['preloads the window', '/', { ...elsewhere, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'document' }],
    ['leads to the stream', '/events', { ...elsewhere, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
    ['fetches with its origin alone', '/', { origin: 'http://127.0.0.1:1' }],
    ['fetches from a file', '/', { origin: 'null' }],
    ['fetches from another site', '/events', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
  ])('%s and gets nothing', async (_name, path, headers) => {
    const { origin, cookie } = await signedIn()
    const answer = await send(origin, path, { headers: { cookie, ...headers } })
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('<title>')
  })

  test('may send its user to us, as a link does', async () => {
    const { origin, cookie } = await signedIn()
    const headers = { cookie, ...elsewhere, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await send(origin, '/visits', { headers })).status).toBe(200)
  })

  test('is never told that it may read: no answer, to whomever, has a header of CORS', async () => {
    const { origin, cookie } = await signedIn()
    const from = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    const answers = [
      await send(origin, '/call', { method: 'OPTIONS', headers: from }),
      await send(origin, '/call', { method: 'OPTIONS', headers: { cookie, ...from } }),
      await send(origin, '/', { headers: { cookie, ...from } }),
      await postCall(origin, cookie, 'echo', 1, { origin: 'https://evil.example' }),
      await postCall(origin, cookie, 'echo', 1),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 405, 403, 403, 200])
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
  })
})

describe('the token and the cookie', () => {
  test('a wrong token, half a token, an empty one, two of them: none lets in, and none uses up the right one', async () => {
    const { preview, origin } = await aPreview()
    const right = new URL(preview.url).searchParams.get('token') ?? ''
    const wrong = [
      '',
      'x',
      right.slice(0, -1),
      `${right}x`,
      right.toUpperCase(),
      `x&token=${right}`,
      `${right}%00`,
      'null',
    ]
    for (const token of wrong) {
      const answer = await send(origin, `/?token=${token}`)
      expect(answer.status).toBe(401)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    await signIn(preview.url)
  })

  test('the token is no cookie, the cookie is no token, and that of another run opens nothing', async () => {
    const { preview, origin, cookie } = await signedIn()
    const name = cookie.split('=')[0] ?? ''
    const token = new URL(preview.newLink()).searchParams.get('token')
    expect((await send(origin, '/', { headers: { cookie: `${name}=${token}` } })).status).toBe(401)
    expect((await send(origin, `/?token=${cookie.slice(name.length + 1)}`)).status).toBe(401)
    const other = await signedIn()
    const borrowed = other.cookie.replace(/^[^=]+/, name)
    expect((await send(origin, '/', { headers: { cookie: borrowed } })).status).toBe(401)
  })

  test('neither is written to a file, told to a page or kept in an address', async () => {
    const { preview, origin, cookie, home } = await signedIn()
    const token = new URL(preview.newLink()).searchParams.get('token') ?? ''
    // What fails and what is slow is logged.
    await postCall(origin, cookie, 'log', null)
    await postCall(origin, cookie, 'die', null)
    await postCall(origin, '', 'echo', 1)
    const answers = [
      await send(origin, '/', { headers: { cookie } }),
      await send(origin, '/?token=wrong', { headers: { accept: 'text/html' } }),
      await send(origin, `/?token=${token}`),
      await send(origin, `/?token=${token}`, { headers: { cookie } }),
    ]
    expect(answers.map(({ headers }) => headers.location)).toEqual([undefined, undefined, '/', '/'])
    const secrets = [token, cookie.split('=')[1] ?? '']
    const written = readdirSync(home, { recursive: true, encoding: 'utf8' })
      .map((name) => join(home, name))
      .filter((path) => statSync(path).isFile())
    expect(written.some((path) => path.endsWith('fyr.log'))).toBe(true)
    for (const secret of secrets) {
      expect(secret).toHaveLength(43)
      for (const path of written) expect(readFileSync(path, 'utf8')).not.toContain(secret)
      for (const { text } of answers) expect(text).not.toContain(secret)
    }
    for (const { headers } of answers) expect(headers['referrer-policy']).toBe('no-referrer')
  })
})

describe('paths that lead out of the folder', () => {
  const up = ['..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '..%00', '%c0%ae%c0%ae', '..;', '%uff0e%uff0e', '．．']
  const ways = up.flatMap((dots) => [
    `/${dots}/outside.js`,
    `/assets/${dots}/${dots}/outside.js`,
    `/assets/${dots}%2f${dots}%2foutside.js`,
    `/assets/${dots}%5c${dots}%5coutside.js`,
    `/assets/${dots}\\${dots}\\outside.js`,
  ])
  test('are refused in every writing', async () => {
    const { origin, cookie, host } = await signedIn()
    for (const way of [
      ...ways,
      '/%2fetc%2fhostname.js',
      '/assets/app-1.js%00.html',
      '/assets/app-1.js/../../outside.js',
    ]) {
      const text = await sendRaw(
        origin,
        `GET ${way} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
      )
      expect(text, way).not.toContain('secret')
      expect([400, 404], way).toContain(statuses(text)[0])
    }
  })
})

describe('bodies', () => {
  const head = (host: string, cookie: string, origin: string, path: string, more: string) =>
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\nX-File-Name: a.fyr\r\n${more}\r\n\r\n`
  test('one that says it is too large is refused before any of it has come', async () => {
    const { origin, cookie, host } = await signedIn()
    for (const [path, length] of [
      ['/call', largestBody + 1],
      ['/upload', 5e9],
      ['/upload', 1e15],
    ] as const) {
      const { socket, closed } = await rawConnection(origin)
      socket.write(head(host, cookie, origin, path, `Content-Length: ${length}`))
      expect(statuses(await closed)).toEqual([413])
    }
  })

  test('one that never ends is refused as soon as it is too large', async () => {
    const { origin, cookie, host } = await signedIn()
    const { socket, closed } = await rawConnection(origin)
    socket.write(head(host, cookie, origin, '/call', 'Transfer-Encoding: chunked'))
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000, 0x20), Buffer.from('\r\n')])
    for (let sent = 0; sent <= largestBody; sent += 0x100000) socket.write(chunk)
    expect(await Promise.race([closed.then(statuses), sleep(5000, 'read on')])).toEqual([413])
  })

  test('one of a stranger is not read at all', async () => {
    const { origin, host } = await signedIn()
    const { socket, closed } = await rawConnection(origin)
    socket.write(head(host, 'none', origin, '/upload', 'Content-Length: 1000000'))
    expect(statuses(await closed)).toEqual([401])
  })

  test('one that goes on after its refusal is cut off', async () => {
    const { origin, cookie, host } = await signedIn()
    const { socket, closed } = await rawConnection(origin)
    socket.write(head(host, cookie, origin, '/nowhere', 'Transfer-Encoding: chunked'))
    const drip = setInterval(() => socket.write('1\r\nx\r\n'), 20)
    expect(await Promise.race([closed.then(statuses), sleep(2000, 'kept')])).toEqual([404])
    clearInterval(drip)
  })

  test('a file that breaks off leaves nothing', async () => {
    const { origin, cookie, host, home } = await signedIn()
    const { socket } = await rawConnection(origin)
    socket.write(`${head(host, cookie, origin, '/upload', 'Content-Length: 1000')}half of it`)
    await expect.poll(() => readdirSync(join(home, 'uploads'))).toHaveLength(1)
    socket.destroy()
    await expect.poll(() => readdirSync(join(home, 'uploads'))).toEqual([])
    expect(readdirSync(join(home, 'workspaces'))).toEqual([])
  })

  test('names from a prototype and a thousand floors of brackets are a problem and not an end', async () => {
    const { origin, cookie } = await signedIn()
    const call = (body: string) =>
      send(origin, '/call', { method: 'POST', headers: { cookie, origin, 'content-type': 'application/json' }, body })
    expect((await call('{"__proto__":{"name":"echo","input":1}}')).status).toBe(400)
    const deep = 1_000_000
    const answer = await call(`{"name":"echo","input":${'['.repeat(deep)}${']'.repeat(deep)}}`)
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false })
    expect((await postCall(origin, cookie, 'echo', 1)).status).toBe(200)
  })
})

describe('files and their addresses', () => {
  async function aDownload(name = 'Plan.docx', bytes = 10) {
    const desk = await signedIn()
    const ask = { suggestedName: 'a.docx', kind: 'docx' }
    const path = valueIn((await postCall(desk.origin, desk.cookie, 'port.pickSave', ask)).text)
    writeFileSync(path, Buffer.alloc(bytes, 'x'))
    const url: string = valueIn((await postCall(desk.origin, desk.cookie, 'port.downloadUrl', { path, name })).text)
    return { ...desk, url }
  }

  test('an address opens nothing to who has no cookie, to another origin, in another run or by any other name', async () => {
    const { origin, cookie, url } = await aDownload()
    const get = (path: string, headers: Record<string, string>, from = origin) => send(from, path, { headers })
    expect((await get(url, { cookie })).status).toBe(200)
    expect((await get(url, {})).status).toBe(401)
    expect((await get(url, { cookie, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' })).status).toBe(403)
    const other = await signedIn()
    expect((await get(url, { cookie: other.cookie }, other.origin)).status).toBe(404)
    const near = [url.slice(0, -1), `${url}0`, url.toUpperCase(), `${url}/`, '/download/', '/download/constructor']
    for (const guess of near) expect((await get(guess, { cookie })).text, guess).not.toBe('xxxxxxxxxx')
  })

  test('a download that breaks off keeps no file open', async () => {
    const { origin, cookie, host, url } = await aDownload('Plan.docx', 50_000_000)
    const { socket, answers } = await rawConnection(origin)
    socket.write(`GET ${url} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`)
    await answers(1)
    socket.pause()
    const reading = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length
    const before = reading()
    socket.destroy()
    await expect.poll(reading).toBeLessThanOrEqual(before - 2)
    expect((await send(origin, url, { headers: { cookie } })).text).toHaveLength(50_000_000)
  })

  test.each([
    'a\r\nSet-Cookie: x=1.docx',
    'a"; filename="evil.exe',
    'a\u2028\u0000b.docx',
    '\ud800.docx',
    'ø\u202egpj.docx',
  ])('a file named %j puts no line and no second name into the head', async (name) => {
    const { origin, cookie, url } = await aDownload(name)
    const answer = await send(origin, url, { headers: { cookie } })
    expect(answer.status).toBe(200)
    expect(answer.headers['set-cookie']).toBeUndefined()
    const told = answer.headers['content-disposition'] ?? ''
    expect(told).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.%!~-]+$/)
    expect(decodeURIComponent(told.split("''")[1] ?? '')).not.toMatch(/[\p{Cc}\p{Cf}"]/u)
  })

  test.each([
    '%0d%0aX-Evil:%201.fyr',
    '%00.fyr',
    '%ed%a0%80.fyr',
    '..%2f..%2fevil.fyr',
    `${'%c3%b8'.repeat(300)}.fyr`,
    '%',
  ])('a file sent as %j comes to lie in its folder or not at all', async (name) => {
    const { origin, cookie, home } = await signedIn()
    const headers = { cookie, origin, 'x-file-name': name }
    const { status } = await send(origin, '/upload', { method: 'POST', headers, body: 'x' })
    expect([200, 400]).toContain(status)
    const lie = readdirSync(join(home, 'workspaces'))
    expect(lie).toHaveLength(status === 200 ? 1 : 0)
    for (const one of lie) expect(one).toMatch(/^[^\p{Cc}/\\]{1,130}$/u)
  })
})

describe('the stream of events', () => {
  async function aServer(limits: { behind: number; streams: number }) {
    const events = eventStreams(limits)
    const server = createServer((_request, response) => events.add(response, {}))
    await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
    onTestFinished(() => {
      events.close()
      server.closeAllConnections()
      server.close()
    })
    const address = server.address()
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    return { events, origin }
  }
  const ask = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'

  test('a window that is gone is forgotten', async () => {
    const { events, origin } = await aServer(usualLimits)
    const windows = await Promise.all([rawConnection(origin), rawConnection(origin)])
    for (const window of windows) {
      window.socket.write(ask)
      await window.answers(1)
    }
    expect(events.count()).toBe(2)
    windows[0]?.socket.destroy()
    await expect.poll(events.count).toBe(1)
    events.announce(['visits'])
    await expect.poll(() => windows[1]?.text()).toContain('data: ["visits"]')
  })

  test('a window that fetches nothing is not remembered for without end', async () => {
    const { events, origin } = await aServer({ ...usualLimits, behind: 1000 })
    const { socket, answers } = await rawConnection(origin)
    socket.write(ask)
    await answers(1)
    socket.pause()
    for (let told = 0; told < 100_000 && events.count() > 0; told += 1) {
      events.announce(['visits', 'companies', 'followUps', 'meetings'])
      if (told % 1000 === 0) await sleep(1)
    }
    await expect.poll(events.count).toBe(0)
  })

  test('there are at most so many at a time; the newest are kept', async () => {
    const { events, origin } = await aServer({ ...usualLimits, streams: 3 })
    const windows: RawConnection[] = []
    for (let count = 0; count < 5; count += 1) {
      const window = await rawConnection(origin)
      window.socket.write(ask)
      await window.answers(1)
      windows.push(window)
    }
    await expect.poll(events.count).toBe(3)
    events.announce(['visits'])
    await expect.poll(() => windows[4]?.text()).toContain('data: ')
    await windows[0]?.closed
    expect(windows[0]?.text()).not.toContain('data: ')
  })
})
