/**
 * Who gets into the preview. The attacks: another user or program of the machine finds the port; a web page in the
 * same browser calls 127.0.0.1 behind the user's back, by a name of its own (DNS rebinding) or from another port;
 * somebody reads the link over a shoulder or in a history and opens it later.
 */
import { expect, test } from 'vitest'
import { aPreview, postCall, send, signIn } from './browser.ts'

test('the link gives a cookie that scripts cannot read and other sites cannot use, and leaves the address bar', async () => {
  const { preview, origin } = await aPreview()
  const { pathname, search } = new URL(preview.url)
  const answer = await send(origin, pathname + search)
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe('/')
  const cookie = answer.headers['set-cookie']?.[0] ?? ''
  expect(cookie).toMatch(/^fyr-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  expect(cookie).not.toContain(new URL(preview.url).searchParams.get('token'))
})

test('a link works once; who opens it later is told how to get another', async () => {
  const { preview, origin } = await aPreview()
  await signIn(preview.url)
  const { pathname, search } = new URL(preview.url)
  for (const [language, words] of [
    ['nb-NO,nb;q=0.9', 'Lenken gjelder ikke lenger'],
    ['sv', 'Länken gäller inte längre'],
    ['de', 'This link is no longer valid'],
  ] as const) {
    const answer = await send(origin, pathname + search, {
      headers: { accept: 'text/html', 'accept-language': language },
    })
    expect(answer.status).toBe(401)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.text).toContain(words)
  }
})

test('a new link lets a second browser in and ends the one before it', async () => {
  const { preview, origin } = await aPreview()
  const unused = preview.url
  const cookie = await signIn(preview.newLink())
  expect((await postCall(origin, cookie, 'echo', 1)).status).toBe(200)
  await expect(signIn(unused)).rejects.toThrow('401')
})

test('the browser that is in may open its link twice', async () => {
  const { preview, origin } = await aPreview()
  const cookie = await signIn(preview.url)
  const { pathname, search } = new URL(preview.url)
  expect((await send(origin, pathname + search, { headers: { cookie } })).status).toBe(303)
})

test.each(['/', '/visits', '/assets/app-1.js', '/events', '/download/x'])('%s needs the cookie', async (path) => {
  const { origin } = await aPreview()
  expect((await send(origin, path)).status).toBe(401)
  expect((await send(origin, path, { headers: { cookie: `fyr-${new URL(origin).port}=guess` } })).status).toBe(401)
})

test('a call without the cookie is refused in the envelope', async () => {
  const { origin } = await aPreview()
  const answer = await postCall(origin, '', 'echo', 1)
  expect(answer.status).toBe(401)
  expect(JSON.parse(answer.text)).toMatchObject({ ok: false, problem: { code: 'refused' } })
})

test.each(['evil.example', 'evil.example:80', 'localhost', '[::1]', '127.0.0.1'])(
  'a request made to the name %s is refused, cookie or not',
  async (host) => {
    const { preview, origin } = await aPreview()
    const cookie = await signIn(preview.url)
    expect((await send(origin, '/', { headers: { cookie, host } })).status).toBe(421)
    expect((await postCall(origin, cookie, 'echo', 1, { host })).status).toBe(421)
  },
)

test.each([
  ['https://evil.example', {}],
  ['null', {}],
  ['http://127.0.0.1:1', {}],
  ['', {}],
  ['ours', { 'sec-fetch-site': 'cross-site' }],
  ['ours', { 'sec-fetch-site': 'same-site' }],
] as const)('a call from the page %j with %j is refused', async (from, more) => {
  const { preview, origin } = await aPreview()
  const cookie = await signIn(preview.url)
  const answer = await postCall(origin, cookie, 'echo', 1, { ...more, origin: from === 'ours' ? origin : from })
  expect(answer.status).toBe(403)
})

test('a page on another port can follow no stream and fetch no file', async () => {
  const { preview, origin } = await aPreview()
  const cookie = await signIn(preview.url)
  const headers = { cookie, 'sec-fetch-site': 'same-site' }
  expect((await send(origin, '/events', { headers })).status).toBe(403)
  expect((await send(origin, '/download/x', { headers })).status).toBe(403)
})

test('a form of another page cannot make a call: only JSON is read', async () => {
  const { preview, origin } = await aPreview()
  const cookie = await signIn(preview.url)
  expect((await postCall(origin, cookie, 'echo', 1, { 'content-type': 'text/plain' })).status).toBe(415)
})

test.each(['/../outside.js', '/assets/../../outside.js', '/%2e%2e/outside.js', '/..%2foutside.js', '/..%5coutside.js'])(
  '%s does not leave the folder of the renderer',
  async (path) => {
    const { preview, origin } = await aPreview()
    const cookie = await signIn(preview.url)
    const answer = await send(origin, path, { headers: { cookie } })
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('secret')
  },
)

test('every answer carries the content policy and keeps the address to itself', async () => {
  const { preview, origin } = await aPreview()
  const cookie = await signIn(preview.url)
  const answers = [
    await send(origin, '/', { headers: { cookie } }),
    await send(origin, '/', { headers: { accept: 'text/html' } }),
    await send(origin, '/missing.js', { headers: { cookie } }),
    await postCall(origin, cookie, 'echo', 1),
  ]
  for (const answer of answers) {
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  }
})
