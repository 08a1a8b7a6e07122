import { expect } from 'vitest'
import * as rule from '#electron/main/security/web-preferences.ts'
import { secured } from './secured.ts'

/** All of them: a switch that is not here is none that anybody has decided on. */
const safe = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  webgl: false,
  devTools: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: true,
}

secured(
  'electron/main/security/web-preferences.ts',
  rule,
  {
    'one preference switched “for now” gives every script on the page the whole machine': ({ safeWebPreferences }) => {
      expect(safeWebPreferences()).toEqual(safe)
      expect(safeWebPreferences({ preload: '/preload.cjs' })).toEqual({ ...safe, preload: '/preload.cjs' })
    },
    'DevTools open in what was packed, and run any script with the bridge at hand': ({ safeWebPreferences }) => {
      expect(safeWebPreferences({ preload: '/preload.cjs', devTools: false }).devTools).toBe(false)
      expect(safeWebPreferences({ preload: '/preload.cjs' }).devTools).toBe(false)
      expect(safeWebPreferences({ devTools: true }).devTools).toBe(true)
    },
    'a page without a bridge gets one': ({ safeWebPreferences }) => {
      expect('preload' in safeWebPreferences()).toBe(false)
    },
  },
  {
    mutants: [
      [/^ {4}\w+: (true|false),\n/gm, ''],
      ['devTools: powers.devTools === true', 'devTools: powers.devTools !== false'],
      ['    plugins: false', "    enableBlinkFeatures: 'X',\n    plugins: false"],
    ],
  },
)
