// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { pickHost } from '#renderer/lib/host.ts'
import type { Host } from '#shared/contract/client.ts'
import { topics as allTopics } from '#shared/contract/operation.ts'

afterEach(() => vi.unstubAllGlobals())

/** The browser's stream of events, driven by the test: jsdom has none. */
class Events {
  static readonly CLOSED = 2
  static last: Events
  onopen = () => {}
  onmessage = (_event: { data: string }) => {}
  readonly address: string
  constructor(address: string) {
    this.address = address
    Events.last = this
  }
}

/** A page of the preview whose server answers `replies` in turn. */
function aPage(...replies: (unknown | (() => Response))[]) {
  const sent: { path: string; init: RequestInit }[] = []
  vi.stubGlobal('EventSource', Events)
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push({ path, init })
    const reply = replies.shift()
    return typeof reply === 'function' ? reply() : Response.json(reply)
  })
  return { host: pickHost(), sent }
}
const gone = { ok: false, problem: { code: 'internal', key: 'problems.backendGone' } }
const value = (it: unknown) => ({ ok: true, value: it, change: null })

test('in Electron the bridge is the host', () => {
  const bridge: Host = { call: async () => value(1) as never, onChanged: () => () => {} }
  vi.stubGlobal('fyr', bridge)
  expect(pickHost()).toBe(bridge)
})

test('in the preview a call is one request and its reply comes back as it is', async () => {
  const { host, sent } = aPage(value({ rows: [] }))
  expect(await host.call('visits.list', { limit: 5 })).toEqual(value({ rows: [] }))
  expect(sent).toMatchObject([
    { path: '/call', init: { method: 'POST', body: '{"name":"visits.list","input":{"limit":5}}' } },
  ])
})

test('what is kept as the page goes away is sent in a way that outlives it, as far as browsers carry it', async () => {
  const { host, sent } = aPage(value(1), value(2), value(3), value(4), value(5))
  const keep = (text: string) => host.call('drafts.save', { key: 'a', value: text })
  await keep('while the page stands')
  window.dispatchEvent(new Event('pagehide'))
  // Two bytes each: what counts is what goes over the wire.
  await Promise.all([keep('ø'.repeat(20_000)), keep('ø'.repeat(20_000)), keep('the last word')])
  window.dispatchEvent(new Event('pageshow'))
  await keep('and back')
  expect(sent.map(({ init }) => init.keepalive)).toEqual([false, true, false, true, false])
})

test('of a command whose server was killed nobody knows, and that is said', async () => {
  const { host } = aPage(() => Promise.reject(new TypeError('Failed to fetch')) as never)
  expect(await host.call('visits.log', {})).toEqual({
    ok: false,
    problem: { code: 'maybeSaved', key: 'problems.maybeSaved' },
  })
})

test.each([
  ['no network', () => Promise.reject(new TypeError('Failed to fetch')) as never],
  ['a page instead of a reply', () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
  ['half a reply', () => new Response('{"ok":', { headers: { 'Content-Type': 'application/json' } })],
])('with %s the call gives a problem', async (_what, answer) => {
  const { host } = aPage(answer)
  expect(await host.call('visits.list', {})).toEqual(gone)
})

test('every listener hears the topics that exist; after a lost connection all of them', () => {
  const { host } = aPage()
  const heard: unknown[] = []
  host.onChanged((topics) => heard.push(topics))
  const stop = host.onChanged((topics) => heard.push(topics))
  Events.last.onopen()
  Events.last.onmessage({ data: '["visits","weather"]' })
  stop()
  Events.last.onopen()
  expect(heard).toEqual([['visits'], ['visits'], allTopics])
})

/** Answers the file question that the page is about to ask. */
function answerFileQuestion(file: File | null) {
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementationOnce(function (this: HTMLInputElement) {
    if (file) Object.defineProperty(this, 'files', { value: [file] })
    this.dispatchEvent(new Event(file ? 'change' : 'cancel'))
  })
}

test('opening a file asks for it, sends it, and then calls', async () => {
  const { host, sent } = aPage(value({ uploadId: 'u' }), value(null))
  answerFileQuestion(new File(['content'], 'øst.fyr'))
  await host.call('workspace.open', { recentId: null })
  expect(sent.map(({ path }) => path)).toEqual(['/upload', '/call'])
  expect(sent[0]?.init.headers).toMatchObject({ 'X-File-Name': '%C3%B8st.fyr' })
  expect(document.querySelector('input')).toBeNull()
})

test('who chooses no file sends none', async () => {
  const { host, sent } = aPage(value(null))
  answerFileQuestion(null)
  expect(await host.call('workspace.open', { recentId: null })).toEqual(value(null))
  expect(sent.map(({ path }) => path)).toEqual(['/call'])
})

test('a file that is refused is told, and nothing is opened', async () => {
  const refused = { ok: false, problem: { code: 'tooLarge', key: 'problems.tooLarge' } }
  const { host, sent } = aPage(refused)
  answerFileQuestion(new File(['x'], 'x.fyr'))
  expect(await host.call('workspace.open', { recentId: null })).toEqual(refused)
  expect(sent).toHaveLength(1)
})

test('a recent file is opened without a question', async () => {
  const { host, sent } = aPage(value(null))
  await host.call('workspace.open', { recentId: 'r' })
  expect(sent.map(({ path }) => path)).toEqual(['/call'])
})

test('what a command saved is downloaded; an address elsewhere is not followed', async () => {
  const followed: string[] = []
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    followed.push(this.getAttribute('href') ?? '')
  })
  const { host } = aPage(value({ url: '/download/1' }), value({ url: 'https://evil.example/' }), value({ url: null }))
  for (let call = 0; call < 3; call += 1) await host.call('attachments.saveCopy', {})
  expect(followed).toEqual(['/download/1'])
  click.mockRestore()
})
