/** Ways out of Fyr: links to the browser, files to the desktop. */
import { expect, test } from 'vitest'
import { openOutside, outsideAddress } from '#electron/main/security/external-links.ts'
import { rememberPaths } from '#electron/main/security/given-paths.ts'

// The attack: a link in a record starts a program of the system through its address (search-ms:, file:, ssh: …).
test.each([
  'file:///usr/bin/xterm',
  'smb://evil.example/share',
  'search-ms:query=x',
  'javascript:alert(1)',
  'http://insecure.example/',
  'https://user:word@example.no/',
  'app://fyr/',
  'mailto:a@b.no?attach=/etc/passwd',
  'mailto:a@b.no,c@d.no',
  'mailto:',
  `https://example.no/${'x'.repeat(3000)}`,
  '',
])('%s never leaves Fyr as it is', async (address) => {
  const opened: string[] = []
  await openOutside(address, { confirm: async () => true, open: async (it) => void opened.push(it) })
  expect(opened.filter((it) => it === address)).toEqual([])
  expect(opened.filter((it) => !/^mailto:[^?,]+$/.test(it))).toEqual([])
})

test('web pages and mail addresses open once the user has seen the plain address', async () => {
  const shown: string[] = []
  const opened: string[] = []
  const world = {
    confirm: async (address: string) => {
      shown.push(address)
      return true
    },
    open: async (address: string) => {
      opened.push(address)
    },
  }
  expect(await openOutside('https://exämple.no/å', world)).toBe(true)
  expect(await openOutside('mailto:kari@example.no?subject=x', world)).toBe(true)
  // A name that only looks like another is shown in the letters the network uses.
  expect(shown).toEqual(['https://xn--exmple-cua.no/%C3%A5', 'mailto:kari@example.no'])
  expect(opened).toEqual(shown)
})

test('a user who stays stays', async () => {
  const opened: string[] = []
  const world = { confirm: async () => false, open: async (address: string) => void opened.push(address) }
  expect(await openOutside('https://example.no/', world)).toBe(false)
  expect(opened).toEqual([])
  expect(outsideAddress('https://example.no')).toBe('https://example.no/')
})

// The attack: an attachment or a message makes Fyr hand a program, or a file of somebody else's choosing, to the desktop.
test.each([
  '/saved/report.exe',
  '/saved/link.lnk',
  '/saved/page.html',
  '/saved/run.desktop',
  '/saved/none',
  '/saved/a.docx\0.exe',
])('%s is not opened, though the user saved it', (path) => {
  const paths = rememberPaths()
  paths.remember(path)
  expect(paths.mayOpen(path)).toBe(false)
})

test('a document is opened where the user saved it, and no other one is', () => {
  const paths = rememberPaths()
  paths.remember('/saved/Styrepakke.docx')
  expect(paths.mayOpen('/saved/../saved/Styrepakke.docx')).toBe(true)
  expect(paths.mayReveal('/saved/Styrepakke.docx')).toBe(true)
  expect(paths.mayOpen('/saved/other.docx')).toBe(false)
  expect(paths.mayReveal('/etc')).toBe(false)
})
