import { setTimeout as after } from 'node:timers/promises'
import type { Page, Request } from 'playwright-core'

/** Nothing asked for that long: what a screen shows is there. Playwright's `networkidle` waits half a second at each of hundreds of screens. */
const quietMs = 150

interface Traffic {
  readonly waiting: Set<Request>
  /** When the last request came or was answered. */
  last: number
}
const watched = new WeakMap<Page, Traffic>()

function watch(page: Page): Traffic {
  const traffic: Traffic = { waiting: new Set(), last: performance.now() }
  const done = (request: Request) => {
    traffic.waiting.delete(request)
    traffic.last = performance.now()
  }
  page.on('request', (request) => {
    // The stream of announcements is open as long as the page.
    if (new URL(request.url()).pathname === '/events') return
    traffic.waiting.add(request)
    traffic.last = performance.now()
  })
  page.on('requestfinished', done)
  page.on('requestfailed', done)
  return traffic
}

/** Waits until the page asks for nothing any more. */
export async function quiet(page: Page): Promise<void> {
  let traffic = watched.get(page)
  if (!traffic) {
    traffic = watch(page)
    watched.set(page, traffic)
    // What was asked before the first look is not seen.
    await page.waitForLoadState('networkidle')
  }
  const began = performance.now()
  while (traffic.waiting.size > 0 || performance.now() - traffic.last < quietMs) {
    // A request of a page that was left may never be told as over.
    if (performance.now() - began > 10_000) traffic.waiting.clear()
    await after(Math.max(10, quietMs - (performance.now() - traffic.last)))
  }
}
