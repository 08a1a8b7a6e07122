import { EventEmitter } from 'node:events'
import { expect } from 'vitest'
import * as rule from '#electron/main/security/apply-to-all.ts'
import { aPage, aSession, listening, stopped } from './pages.ts'
import { type Attacks, secured } from './secured.ts'

function securing({ secureAllContents }: typeof rule) {
  const app = new EventEmitter()
  const outside: string[] = []
  secureAllContents(listening(app), async (address) => outside.push(address))
  return { app, outside }
}
function expectSession({ asks, handlers, session }: ReturnType<typeof aSession>): void {
  expect(asks('https://evil.example/')).toBe(false)
  expect(handlers.check?.(null, 'media', 'app://fyr', {} as never)).toBe(false)
  expect(stopped(session, 'will-download')).toBe(true)
}

secured('electron/main/security/apply-to-all.ts', rule, {
  'a page that comes later than the first window (a hidden one, a second one) has none of the rules': (rule) => {
    const { app, outside } = securing(rule)
    for (const page of [aPage(), aPage()]) {
      app.emit('web-contents-created', {}, page.contents)
      expect(stopped(page.contents, 'will-navigate', { url: 'https://evil.example/' })).toBe(true)
      expect(stopped(page.contents, 'will-attach-webview')).toBe(true)
      expect(page.opens('https://evil.example/')).toEqual({ action: 'deny' })
      expect(page.policies).toEqual(['disable_non_proxied_udp'])
      expectSession(page)
    }
    expect(outside).toHaveLength(2)
  },
  'a session asks the network before it has a page': (rule) => {
    const { app } = securing(rule)
    const kept = aSession()
    app.emit('session-created', kept.session)
    expectSession(kept)
  },
  'no one looks after what servers ask for': (rule) => {
    let trusted: unknown = null
    const held = stopped(securing(rule).app, 'certificate-error', {}, {}, '', '', {}, (it: boolean) => (trusted = it))
    expect([held, trusted]).toEqual([true, false])
  },
  'hidden windows that come and go heap up listeners on the one session': (rule) => {
    const { app } = securing(rule)
    const one = aSession()
    for (let more = 0; more < 5; more += 1) app.emit('web-contents-created', {}, aPage(one).contents)
    app.emit('session-created', one.session)
    expect(one.listeners()).toBe(1)
    expect(one.session.listenerCount('will-download')).toBe(1)
  },
} satisfies Attacks<typeof rule>)
