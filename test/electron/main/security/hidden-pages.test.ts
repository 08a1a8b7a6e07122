import { expect } from 'vitest'
import * as rule from '#electron/main/security/hidden-pages.ts'
import { aPage, foreign, listening, stopped } from './pages.ts'
import { secured } from './secured.ts'

secured(
  'electron/main/security/hidden-pages.ts',
  rule,
  {
    'what stands in a document takes the hidden window elsewhere, or asks the user from behind': ({ keepHidden }) => {
      const { contents, opens } = aPage()
      keepHidden(listening(contents))
      for (const url of [...foreign, 'app://fyr/', 'app://fyr/visits']) {
        expect(stopped(contents, 'will-frame-navigate', { url, isMainFrame: true })).toBe(true)
        expect(opens(url)).toEqual({ action: 'deny' })
      }
    },
  },
  {
    mutants: [
      ['event.preventDefault()', 'event'],
      ['contents.setWindowOpenHandler', 'void '],
    ],
  },
)
