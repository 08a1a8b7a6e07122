/** The rules of `electron/main/security` where they count: in the real Electron, against servers of this machine that count who comes. */
import { createSocket } from 'node:dgram'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildStale, electronStep, rendererStep } from '#electron/build-steps.ts'
import { startUnpacked, unpackedObstacle } from './program.ts'

const work = mkdtempSync(join(tmpdir(), 'fyr-app-'))
const why = unpackedObstacle === null ? '' : ` (skipped: ${unpackedObstacle})`

/** What came to servers that a page may try to reach. */
const came = { http: 0, udp: 0 }
const http = createServer((_request, response) => {
  came.http += 1
  response.setHeader('Access-Control-Allow-Origin', '*').end('reached')
})
const udp = createSocket('udp4').on('message', () => (came.udp += 1))

/** Tries every way out that script in a page has, and waits a while for each. */
async function tryToGetOut(page: Page, web: string, stun: string): Promise<void> {
  await page.evaluate(
    async ([web, stun]) => {
      const tries: (() => unknown)[] = [
        () => fetch(web).catch(() => {}),
        () => navigator.sendBeacon(web),
        () => new WebSocket(web.replace('http', 'ws')),
        () => new EventSource(web),
        () => {
          new Image().src = web
        },
        () => {
          for (const [name, more] of [
            ['iframe', { src: web }],
            ['script', { src: web }],
            ['link', { rel: 'stylesheet', href: web }],
            ['link', { rel: 'prefetch', href: web }],
            ['link', { rel: 'preconnect', href: web }],
          ] as const)
            document.head.append(Object.assign(document.createElement(name), more))
        },
        async () => {
          const peer = new RTCPeerConnection({ iceServers: [{ urls: stun }] })
          peer.createDataChannel('out')
          await peer.setLocalDescription(await peer.createOffer())
        },
      ]
      for (const one of tries) {
        try {
          await one()
        } catch {
          // Refused at once is as good as refused later.
        }
      }
      await new Promise((done) => setTimeout(done, 3_000))
    },
    [web, stun] as const,
  )
}

describe.skipIf(unpackedObstacle !== null)(`Fyr’s window in Electron${why}`, () => {
  let running: Awaited<ReturnType<typeof startUnpacked>>
  let web = ''
  let stun = ''
  beforeAll(async () => {
    await buildStale([rendererStep, electronStep], () => {})
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
    await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done))
    web = `http://127.0.0.1:${(http.address() as AddressInfo).port}/`
    stun = `stun:127.0.0.1:${udp.address().port}`
    running = await startUnpacked({ home: join(work, 'home'), saveIn: work })
    await running.page.locator('#root *').first().waitFor()
    // Whoever asks whether a link may be followed is told no.
    await running.app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
    })
  })
  afterAll(async () => {
    await running?.close()
    http.close()
    udp.close()
    rmSync(work, { recursive: true, force: true, maxRetries: 5 })
  })

  test('script in the page sends what it reads to a server', async () => {
    // The servers are there: this process reaches them.
    expect(await (await fetch(web)).text()).toBe('reached')
    came.http = 0
    await tryToGetOut(running.page, web, stun)
    expect(came).toEqual({ http: 0, udp: 0 })
  })

  test('the session itself is made to ask a server, past the content policy', async () => {
    for (const address of [web, web.replace('127.0.0.1', 'localhost')]) {
      const said = await running.app.evaluate(
        ({ session }, url) =>
          session.defaultSession.fetch(url, { bypassCustomProtocolHandlers: true }).then(
            () => 'reached',
            () => 'refused',
          ),
        address,
      )
      expect(said).toBe('refused')
    }
    expect(came.http).toBe(0)
  })

  test('the window is taken elsewhere, or a second one is opened', async () => {
    const { app, page } = running
    await page.evaluate((url) => {
      window.open(url)
      location.href = url
    }, web)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)))
    expect(new URL(page.url()).origin).toBe('app://fyr')
    expect(app.windows()).toHaveLength(1)
    expect(came.http).toBe(0)
  })

  test('app:// hands out a file of the machine, or an answer without the content policy', async () => {
    for (const path of ['/..%2fpackage.json', '/%2e%2e/main.js', '/missing.js', '/pages/guessed']) {
      const answer = await running.page.evaluate(
        (path) => fetch(path).then((it) => ({ status: it.status, policy: it.headers.get('content-security-policy') })),
        path,
      )
      expect(answer, path).toEqual({ status: 404, policy: expect.stringContaining("default-src 'none'") })
    }
  })

  test('the page gets the camera, the place or the clipboard', async () => {
    const said = await running.page.evaluate(async () => {
      const state = async (name: string) => (await navigator.permissions.query({ name: name as 'geolocation' })).state
      const media = navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'refused',
      )
      return [await state('geolocation'), await state('notifications'), await state('clipboard-read'), await media]
    })
    expect(said).toEqual(['denied', 'denied', 'denied', 'refused'])
  })

  test('script is made out of text, or the bridge is bent', async () => {
    const said = await running.page.evaluate(async () => {
      // In a turn of its own: what a test evaluates may make code, whatever the content policy says.
      const made = await new Promise((done) =>
        setTimeout(() => {
          try {
            done(new Function('return "made"')())
          } catch {
            done('refused')
          }
        }),
      )
      const given = await window.fyr?.call('visits.list', new Map())
      return [made, Object.isFrozen(window.fyr), given?.ok]
    })
    expect(said).toEqual(['refused', true, false])
  })
})
