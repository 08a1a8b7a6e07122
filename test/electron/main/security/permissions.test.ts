import type { WebContents } from 'electron'
import { expect } from 'vitest'
import * as rule from '#electron/main/security/permissions.ts'
import { aSession } from './pages.ts'
import { type Attacks, secured } from './secured.ts'

function denied({ denyPermissions }: typeof rule) {
  const { session, handlers } = aSession()
  denyPermissions(session)
  return {
    handlers,
    asked(permission: 'media' | 'clipboard-sanitized-write') {
      const answers: (boolean | undefined)[] = []
      // The rule looks at the permission alone; the page and the details may be anything.
      handlers.request?.({} as WebContents, permission, (granted) => answers.push(granted), {} as never)
      return [...answers, handlers.check?.(null, permission, 'app://fyr', {} as never)]
    },
  }
}
const wanted =
  'media geolocation notifications midi midiSysex clipboard-read openExternal fileSystem pointerLock display-capture idle-detection hid serial usb unknown'

secured(
  'electron/main/security/permissions.ts',
  rule,
  {
    'Electron grants what nobody refuses, so any script gets camera, place, clipboard and files': (rule) => {
      const { asked } = denied(rule)
      for (const permission of wanted.split(' ')) expect(asked(permission as 'media')).toEqual([false, false])
    },
    'a device that is plugged in is handed to the page': (rule) => {
      expect(denied(rule).handlers.device?.({} as never)).toBe(false)
    },
    'the screen is shared with a page': (rule) => {
      const streams: unknown[] = []
      denied(rule).handlers.display?.({} as never, (given) => streams.push(given))
      expect(streams).toEqual([{}])
    },
    'text can’t be copied out of Fyr any more': (rule) => {
      expect(denied(rule).asked('clipboard-sanitized-write')).toEqual([true, true])
    },
  } satisfies Attacks<typeof rule>,
  {
    mutants: [
      ["['clipboard-sanitized-write']", "['clipboard-sanitized-write', 'clipboard-read']"],
      ["['clipboard-sanitized-write']", '[]'],
      ['answer({})', "answer({ video: 'screen' })"],
      [/allowed\.has\(permission\)/g, 'true'],
    ],
  },
)
