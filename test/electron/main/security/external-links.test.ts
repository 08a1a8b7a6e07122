import { expect } from 'vitest'
import * as rule from '#electron/main/security/external-links.ts'
import { secured } from './secured.ts'

function aWorld(agrees: () => Promise<boolean> = async () => true) {
  const shown: string[] = []
  const opened: string[] = []
  const confirm = (address: string) => {
    shown.push(address)
    return agrees()
  }
  return { shown, opened, world: { confirm, open: async (address: string) => void opened.push(address) } }
}

secured(
  'electron/main/security/external-links.ts',
  rule,
  {
    'a link in a record starts a program of the system through its address': async ({ linkOpener }) => {
      const { world, shown, opened } = aWorld()
      const open = linkOpener(world)
      for (const address of [
        'file:///usr/bin/xterm',
        'file://evil.example/share/x.exe',
        'smb://evil.example/share',
        'search-ms:query=x',
        'ms-msdt:/id',
        'vbscript:x',
        'javascript:alert(1)',
        'data:text/html,x',
        'http://insecure.example/',
        'app://fyr/',
        '\\\\evil.example\\share',
        '',
      ])
        expect(await open(address)).toBe(false)
      expect([shown, opened]).toEqual([[], []])
    },
    'a name before the @ makes a stranger’s address look like the bank’s': async ({ linkOpener }) => {
      const { world, shown } = aWorld()
      for (const address of [
        'https://bank.no@evil.example/',
        'https://user:word@evil.example/',
        'https://:word@evil.example/',
      ])
        expect(await linkOpener(world)(address)).toBe(false)
      expect(shown).toEqual([])
    },
    'an address so long that its end is not seen in the question': async ({ linkOpener }) => {
      const start = 'https://example.no/'
      expect(await linkOpener(aWorld().world)(start + 'x'.repeat(2001 - start.length))).toBe(false)
      expect(await linkOpener(aWorld().world)(start + 'x'.repeat(2000 - start.length))).toBe(true)
    },
    'a mail link attaches a file, or writes to more people than are seen': async ({ linkOpener }) => {
      const { world, opened } = aWorld()
      const open = linkOpener(world)
      for (const address of [
        'mailto:',
        'mailto:a@b.no,c@d.no',
        'mailto:a@b.no%0Ac@d.no',
        'mailto:nobody',
        'mailto:a@b@c',
        'mailto:x,a@b.no',
        'mailto:a@b.no,x',
      ])
        expect(await open(address)).toBe(false)
      expect(await open('mailto:kari@example.no?attach=/etc/passwd&cc=c@d.no')).toBe(true)
      expect(opened).toEqual(['mailto:kari@example.no'])
    },
    'a name that only looks like another is shown in letters that hide it': async ({ linkOpener }) => {
      const { world, shown, opened } = aWorld()
      expect(await linkOpener(world)('https://exämple.no/å')).toBe(true)
      expect(shown).toEqual(['https://xn--exmple-cua.no/%C3%A5'])
      expect(opened).toEqual(shown)
    },
    'a user who stays is taken there all the same': async ({ linkOpener }) => {
      const { world, opened } = aWorld(async () => false)
      expect(await linkOpener(world)('https://example.no/')).toBe(false)
      expect(opened).toEqual([])
    },
    'a page asks until the user gives in': async ({ linkOpener }) => {
      let answer: (agreed: boolean) => void = () => {}
      const { world, shown, opened } = aWorld(() => new Promise((resolve) => (answer = resolve)))
      const open = linkOpener(world)
      const first = open('https://example.no/1')
      expect(await open('https://example.no/2')).toBe(false)
      expect(shown).toHaveLength(1)
      answer(true)
      expect(await first).toBe(true)
      expect(opened).toEqual(['https://example.no/1'])
      // After the answer the next one is asked about, also where the dialog failed.
      const next = open('https://example.no/3')
      answer(false)
      expect(await next).toBe(false)
      expect(shown).toHaveLength(2)
      const failing = linkOpener({ ...world, confirm: () => Promise.reject(new Error('no window')) })
      await expect(failing('https://example.no/')).rejects.toThrow('no window')
      await expect(failing('https://example.no/')).rejects.toThrow('no window')
    },
  },
  {
    mutants: [
      ["'https:'", "'http:'"],
      ['[^\\s@?,%]+$', '[^\\s@?%]+$'],
      ['/^[^\\s@?,%]+', '/^[^\\s@?%]+'],
      ['.finally(() => {\n      asking = false\n    })', ''],
      ['return url.href', 'return address'],
    ],
  },
)
