import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { largestBody } from '#electron/preview/body.ts'
import { largestUpload } from '#electron/preview/files.ts'
import { aPreview, listen, postCall, send, signIn } from './browser.ts'

async function signedIn() {
  const { preview, origin, home } = await aPreview()
  return { preview, origin, home, cookie: await signIn(preview.url) }
}
const upload = (origin: string, cookie: string, name: string, body: string) =>
  send(origin, '/upload', {
    method: 'POST',
    headers: { cookie, origin, 'x-file-name': encodeURIComponent(name) },
    body,
  })
const valueIn = (text: string) => JSON.parse(text).value

test('the page is served for every screen, scripts by name', async () => {
  const { origin, cookie } = await signedIn()
  for (const path of ['/', '/visits', '/visits/0199'])
    expect((await send(origin, path, { headers: { cookie } })).text).toContain('<title>Fyr</title>')
  const script = await send(origin, '/assets/app-1.js', { headers: { cookie } })
  expect(script.headers['content-type']).toContain('text/javascript')
})

test('a call gives its reply as it is', async () => {
  const { origin, cookie } = await signedIn()
  const input = { text: 'Blåbær & øl “sitert”', nested: [1, null, { a: true }] }
  const answer = await postCall(origin, cookie, 'echo', input)
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toEqual({ ok: true, value: input, change: null })
})

test.each(['not json', '[]', '{}', '{"name":5}', 'null'])('the body %s is a problem', async (body) => {
  const { origin, cookie } = await signedIn()
  const answer = await send(origin, '/call', {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body,
  })
  expect(answer.status).toBe(400)
  expect(JSON.parse(answer.text)).toMatchObject({ ok: false, problem: { code: 'invalid' } })
})

test('a body over the limit is refused, whether its length is told or not', async () => {
  const { origin, cookie } = await signedIn()
  const body = Buffer.alloc(largestBody + 1, 0x20)
  const headers = { cookie, origin, 'content-type': 'application/json' }
  for (const more of [{ 'content-length': String(body.length) }, { 'transfer-encoding': 'chunked' }]) {
    const answer = await send(origin, '/call', { method: 'POST', headers: { ...headers, ...more }, body })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, problem: { code: 'tooLarge' } })
  }
})

test('topics reach both of two open windows', async () => {
  const { origin, cookie } = await signedIn()
  const windows = [listen(origin, cookie), listen(origin, cookie)]
  await Promise.all(windows.map((window) => window.opened))
  await postCall(origin, cookie, 'touch', null)
  for (const window of windows) expect(await window.next(1)).toEqual(['["visits","companies"]'])
})

test('a file that was sent is the one the next question for a file gets, once, under its own name', async () => {
  const { origin, cookie, home } = await signedIn()
  expect(valueIn((await postCall(origin, cookie, 'port.pickOpen', {})).text)).toBeNull()
  writeFileSync(join(home, 'workspaces/øst.fyr'), 'an older one')
  const sent = await upload(origin, cookie, 'øst.fyr', 'content')
  expect(valueIn(sent.text).uploadId).toMatch(/^[\w-]{36}$/)
  const path = valueIn((await postCall(origin, cookie, 'port.pickOpen', {})).text)
  expect(path).toBe(join(home, 'workspaces/øst (2).fyr'))
  expect(readFileSync(path, 'utf8')).toBe('content')
  expect(readFileSync(join(home, 'workspaces/øst.fyr'), 'utf8')).toBe('an older one')
  expect(valueIn((await postCall(origin, cookie, 'port.pickOpen', {})).text)).toBeNull()
})

// The attack: a file's name leads out of the folder for uploads.
test.each(['../../evil.fyr', '/etc/evil.fyr', '..\\..\\evil.fyr'])(
  'a file named %s stays in its folder',
  async (name) => {
    const { origin, cookie, home } = await signedIn()
    expect((await upload(origin, cookie, name, 'x')).status).toBe(200)
    expect(readdirSync(join(home, 'workspaces'))).toEqual(['evil.fyr'])
  },
)

test('a file over the limit is refused by its announced length and leaves nothing', async () => {
  const { origin, cookie, home } = await signedIn()
  const answer = await send(origin, '/upload', {
    method: 'POST',
    headers: {
      cookie,
      origin,
      'x-file-name': 'big.fyr',
      'content-length': String(largestUpload + 1),
    },
  })
  expect(answer.status).toBe(413)
  expect(readdirSync(join(home, 'workspaces'))).toEqual([])
  expect(readdirSync(join(home, 'uploads'))).toEqual([])
})

test('an upload without a name is a problem', async () => {
  const { origin, cookie } = await signedIn()
  const answer = await send(origin, '/upload', { method: 'POST', headers: { cookie, origin }, body: 'x' })
  expect(answer.status).toBe(400)
})

test('a document is saved aside and fetched as a download under its own name', async () => {
  const { origin, cookie, home } = await signedIn()
  const pick = { suggestedName: 'Styrepakke høst.docx', kind: 'docx' }
  const path = valueIn((await postCall(origin, cookie, 'port.pickSave', pick)).text)
  expect(path).toBe(join(home, 'downloads/Styrepakke høst.docx'))
  writeFileSync(path, 'document')
  const url = valueIn((await postCall(origin, cookie, 'port.downloadUrl', { path, name: basename(path) })).text)
  const file = await send(origin, url, { headers: { cookie } })
  expect(file.text).toBe('document')
  expect(file.headers['content-disposition']).toBe(
    'attachment; filename="Styrepakke h_st.docx"; filename*=UTF-8\'\'Styrepakke%20h%C3%B8st.docx',
  )
  expect((await send(origin, url)).status).toBe(401)
})

test('only what was saved for download has an address, and a guessed address is nothing', async () => {
  const { origin, cookie, home } = await signedIn()
  const ask = { path: join(home, 'outside.js'), name: 'x' }
  expect(valueIn((await postCall(origin, cookie, 'port.downloadUrl', ask)).text)).toBeNull()
  for (const id of ['guess', '__proto__', '..%2f..%2foutside.js'])
    expect((await send(origin, `/download/${id}`, { headers: { cookie } })).status).toBe(404)
})

test('a new partnership gets a file of its own in the preview’s folder', async () => {
  const { origin, cookie, home } = await signedIn()
  const pick = { suggestedName: 'Østlandet: 2026', kind: 'workspace' }
  const path = valueIn((await postCall(origin, cookie, 'port.pickSave', pick)).text)
  expect(path).toBe(join(home, 'workspaces/Østlandet 2026.fyr'))
})

test('nothing is opened on the desktop from a browser', async () => {
  const { origin, cookie } = await signedIn()
  for (const port of ['openFile', 'revealFile'])
    expect(valueIn((await postCall(origin, cookie, `port.${port}`, { path: '/x' })).text)).toEqual({ ok: false })
})

test('closing ends open streams and closes the file', async () => {
  const { preview, origin, cookie, home } = await signedIn()
  await listen(origin, cookie).opened
  await preview.close()
  expect(existsSync(join(home, 'closed'))).toBe(true)
  await expect(send(origin, '/')).rejects.toThrow()
})

test('closing waits for a job, and what comes meanwhile is still answered', async () => {
  const { preview, origin, cookie, home } = await signedIn()
  await postCall(origin, cookie, 'job', true)
  const closed = preview.close()
  const late = new Promise((resolve) => setTimeout(resolve, 400, 'waits'))
  expect(await Promise.race([closed, late])).toBe('waits')
  expect(existsSync(join(home, 'closed'))).toBe(false)
  expect(valueIn((await postCall(origin, cookie, 'echo', 'a draft')).text)).toBe('a draft')
  await postCall(origin, cookie, 'job', false)
  await closed
  expect(existsSync(join(home, 'closed'))).toBe(true)
})

test('other methods are refused', async () => {
  const { origin, cookie } = await signedIn()
  for (const method of ['PUT', 'DELETE', 'OPTIONS'])
    expect((await send(origin, '/call', { method, headers: { cookie, origin } })).status).toBe(405)
})
