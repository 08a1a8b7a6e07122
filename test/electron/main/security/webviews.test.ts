import { EventEmitter } from 'node:events'
import { expect } from 'vitest'
import * as rule from '#electron/main/security/webviews.ts'
import { listening, stopped } from './pages.ts'
import { secured } from './secured.ts'

secured(
  'electron/main/security/webviews.ts',
  rule,
  {
    'a <webview> with preferences of its own gets Node': ({ denyWebviews }) => {
      const contents = new EventEmitter()
      denyWebviews(listening(contents))
      const preferences = { nodeIntegration: true, preload: '\\\\evil\\share\\preload.js' }
      expect(stopped(contents, 'will-attach-webview', {}, preferences, { src: 'https://evil.example/' })).toBe(true)
    },
  },
  {
    mutants: [
      ["'will-attach-webview'", "'did-attach-webview'"],
      ['event.preventDefault()', 'event'],
      ['contents.on', 'contents.off'],
    ],
  },
)
