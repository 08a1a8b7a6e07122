import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { homeFolder, isUsualHome } from '#db/home-folder.ts'
import { freePath, safeFileName } from '#electron/backend/file-names.ts'
import { openedFile } from '#electron/backend/opened-file.ts'
import { aFolder } from '../folders.ts'

test.each([
  ['Styrepakke høst 2026.docx', 'Styrepakke høst 2026.docx'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\win.ini', 'win.ini'],
  ['a:b?c*.xlsx', 'abc.xlsx'],
  ['CON.txt', '_CON.txt'],
  ['...', 'Fyr'],
  ['', 'Fyr'],
  ['name. ', 'name'],
  ['line\nbreak\u202Efdp.docx', 'linebreakfdp.docx'],
])('%j is stored as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

test('long names are cut and keep their ending', () => {
  expect([...safeFileName(`${'a'.repeat(400)}.docx`)]).toHaveLength(120)
  const name = safeFileName(`${'å'.repeat(400)}.docx`)
  // File systems count bytes: 255 of them, with room for a number and a journal.
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180)
  expect(name.endsWith('.docx')).toBe(true)
})

test('a taken name gets a number', () => {
  const folder = aFolder()
  expect(freePath(folder, 'a.docx')).toBe(join(folder, 'a.docx'))
  writeFileSync(join(folder, 'a.docx'), '')
  writeFileSync(join(folder, 'a (2).docx'), '')
  expect(freePath(folder, 'a.docx')).toBe(join(folder, 'a (3).docx'))
})

test('home is the folder for local data, never one that roams', () => {
  expect(homeFolder({ LOCALAPPDATA: 'L', APPDATA: 'R' }, 'win32', 'U')).toBe(join('L', 'Fyr'))
  expect(homeFolder({}, 'darwin', '/u')).toBe('/u/Library/Application Support/Fyr')
  expect(homeFolder({}, 'linux', '/u')).toBe('/u/.local/share/fyr')
  expect(homeFolder({ FYR_HOME: '/elsewhere' }, 'win32', 'U')).toBe('/elsewhere')
})

test('the first .fyr file that exists is opened; options and other files are passed over', () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'øst.fyr'), '')
  writeFileSync(join(folder, 'notes.txt'), '')
  expect(openedFile(['--inspect', 'notes.txt', '.', 'missing.fyr', 'øst.fyr'], folder)).toBe(join(folder, 'øst.fyr'))
  expect(openedFile(['--load=øst.fyr', 'notes.txt'], folder)).toBeNull()
})

// The attack: the usual folder under another name, so that Fyr takes it for one that was set up for a test.
test('the usual home is known by whatever name it is called', () => {
  const usual = join(aFolder(), 'fyr')
  mkdirSync(usual)
  const link = join(aFolder(), 'link')
  symlinkSync(usual, link)
  vi.stubEnv('XDG_DATA_HOME', join(usual, '..'))
  vi.stubEnv('LOCALAPPDATA', join(usual, '..'))
  onTestFinished(() => void vi.unstubAllEnvs())
  for (const named of [usual, `${usual}/`, join(usual, '../fyr'), link]) {
    vi.stubEnv('FYR_HOME', named)
    expect(isUsualHome(named)).toBe(true)
  }
  const other = aFolder()
  vi.stubEnv('FYR_HOME', other)
  expect([isUsualHome(other), isUsualHome(join(other, 'gone'))]).toEqual([false, false])
})
