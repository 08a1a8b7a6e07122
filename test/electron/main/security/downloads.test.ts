import { EventEmitter } from 'node:events'
import { expect } from 'vitest'
import * as rule from '#electron/main/security/downloads.ts'
import { listening, stopped } from './pages.ts'
import { secured } from './secured.ts'

secured(
  'electron/main/security/downloads.ts',
  rule,
  {
    'a link with “download” puts a program into the user’s folder': ({ refuseDownloads }) => {
      const session = new EventEmitter()
      refuseDownloads(listening(session))
      expect(stopped(session, 'will-download', {}, { getFilename: () => 'Invoice.exe' })).toBe(true)
    },
  },
  {
    mutants: [
      ["'will-download'", "'download'"],
      ['event.preventDefault()', 'event'],
      ['session.on', 'session.off'],
    ],
  },
)
