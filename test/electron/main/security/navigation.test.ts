import { EventEmitter } from 'node:events'
import { expect } from 'vitest'
import * as rule from '#electron/main/security/navigation.ts'
import { foreign, listening, stopped } from './pages.ts'
import { type Attacks, secured } from './secured.ts'

function limited({ limitNavigation }: typeof rule) {
  const contents = new EventEmitter()
  limitNavigation(listening(contents))
  return (event: string, details: object) => stopped(contents, event, details)
}

secured('electron/main/security/navigation.ts', rule, {
  'a link, a form, a drop or a redirect takes the window to another page, which then has the bridge': (rule) => {
    const prevented = limited(rule)
    for (const url of foreign)
      for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
        expect(prevented(event, { url, isMainFrame: true })).toBe(true)
  },
  'Fyr’s own page is put into a frame, where another page speaks for it': (rule) => {
    const prevented = limited(rule)
    expect(prevented('will-frame-navigate', { url: 'app://fyr/', isMainFrame: false })).toBe(true)
    expect(prevented('will-frame-navigate', { url: 'https://evil.example/', isMainFrame: false })).toBe(true)
  },
  'Fyr can’t go from page to page any more': (rule) => {
    const prevented = limited(rule)
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
      expect(prevented(event, { url: 'app://fyr/visits', isMainFrame: true })).toBe(false)
  },
} satisfies Attacks<typeof rule>)
