import { expect } from 'vitest'
import * as rule from '#electron/main/security/requests.ts'
import { aSession, foreign } from './pages.ts'
import { type Attacks, secured } from './secured.ts'

function refusing({ refuseRequests }: typeof rule) {
  const kept = aSession()
  refuseRequests(kept.session)
  return kept
}

secured(
  'electron/main/security/requests.ts',
  rule,
  {
    'a picture, a style, a beacon or a socket carries what stands in Fyr to a server': (rule) => {
      const { asks } = refusing(rule)
      const tried = [
        ...foreign,
        'wss://evil.example/socket',
        'https://evil.example/x.png?secret',
        'blob:https://evil.example/0199',
        'blob:app://fyr.evil/0199',
        'blob:null/0199',
        'filesystem:app://fyr/temporary/x',
        'https://redirector.gvt1.com/edgedl/chrome/dict/sv-3-0.bdic',
      ]
      expect(tried.filter(asks)).toEqual([])
    },
    'spelling makes Chromium fetch dictionaries, past the requests of pages': (rule) => {
      expect(refusing(rule).handlers.dictionaries).toBe('app://fyr/dictionaries/')
    },
    'Fyr’s own files and the pictures it draws are refused too': (rule) => {
      const { asks } = refusing(rule)
      for (const url of ['app://fyr/', 'app://fyr/assets/x.js', 'blob:app://fyr/0199']) expect(asks(url)).toBe(true)
    },
  } satisfies Attacks<typeof rule>,
  {
    mutants: [
      ['}/`)', '`)'],
      [/blob:\$\{origin\}\//g, 'blob:'],
      ['mayAsk(url)', 'true'],
      ['({ url }, answer) =>', '({ url }, answer) => url.startsWith("app:") ? answer({}) :'],
    ],
  },
)
