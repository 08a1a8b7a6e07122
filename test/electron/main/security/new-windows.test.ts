import { expect } from 'vitest'
import * as rule from '#electron/main/security/new-windows.ts'
import { aPage, foreign } from './pages.ts'
import { secured } from './secured.ts'

secured(
  'electron/main/security/new-windows.ts',
  rule,
  {
    'window.open makes a window without Fyr’s rules, or starts a program by its address': ({ denyNewWindows }) => {
      const { contents, opens } = aPage()
      const outside: string[] = []
      denyNewWindows(contents, async (address) => outside.push(address))
      const tried = [...foreign, 'app://fyr/']
      for (const url of tried) expect(opens(url)).toEqual({ action: 'deny' })
      // Each is handed to the rule for links, and to nothing else.
      expect(outside).toEqual(tried)
    },
  },
  { mutants: [['contents.setWindowOpenHandler', 'void ']] },
)
