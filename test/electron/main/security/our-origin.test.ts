import { expect } from 'vitest'
import * as rule from '#electron/main/security/our-origin.ts'
import { foreign } from './pages.ts'
import { secured } from './secured.ts'

secured(
  'electron/main/security/our-origin.ts',
  rule,
  {
    'an address that only looks like Fyr’s is taken for Fyr’s': ({ isOurAddress }) => {
      expect(foreign.filter(isOurAddress)).toEqual([])
    },
    'Fyr’s own pages are shut out': ({ isOurAddress, origin }) => {
      expect(origin).toBe('app://fyr')
      for (const path of ['', '/', '/visits/1?x=1#y', '/../up']) expect(isOurAddress(`app://fyr${path}`)).toBe(true)
    },
  },
  {
    mutants: [
      ["'app'", "'file'"],
      ["'fyr'", "'evil'"],
    ],
  },
)
