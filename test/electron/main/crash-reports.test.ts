import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  askAboutCrashReports,
  crashReportsIn,
  keepCrashReports,
  sweepCrashReports,
} from '#electron/main/crash-reports.ts'
import { desktopSigns, fileTeller } from '#electron/main/files-told.ts'
import { ownFolders } from '#electron/main/own-folders.ts'
import { aFolder } from '../folders.ts'

const day = 24 * 60 * 60 * 1000
const now = Date.UTC(2026, 10, 23)

/** Reports of so many days ago, as Linux has them: a dump and what was noted beside it. */
function reports(...ages: number[]) {
  const folder = join(aFolder(), 'crashes')
  mkdirSync(join(folder, 'completed'), { recursive: true })
  writeFileSync(join(folder, 'settings.dat'), '')
  for (const age of ages) {
    for (const ending of ['dmp', 'meta']) {
      const file = join(folder, 'completed', `${age}.${ending}`)
      writeFileSync(file, '')
      utimesSync(file, new Date(now - age * day), new Date(now - age * day))
    }
  }
  return { folder, left: () => readdirSync(join(folder, 'completed')).toSorted() }
}

test('reports are kept in Fyr’s own folder and sent nowhere', () => {
  const did: unknown[] = []
  const app = { setPath: (name: string, path: string) => did.push([name, path]) } as never
  expect(keepCrashReports(app, { start: (options) => did.push(options) }, '/home')).toBe(join('/home', 'crashes'))
  expect(did).toEqual([['crashDumps', join('/home', 'crashes')], { uploadToServer: false, compress: false }])
})

test('what is older than thirty days goes, with what was noted beside it; nothing else does', () => {
  const { folder, left } = reports(1, 29.9, 30.1, 400)
  sweepCrashReports(folder, now)
  expect(left()).toEqual(['1.dmp', '1.meta', '29.9.dmp', '29.9.meta'])
  expect(existsSync(join(folder, 'settings.dat'))).toBe(true)
})

test('the ten newest stay', () => {
  const { folder } = reports(12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
  sweepCrashReports(folder, now)
  expect(crashReportsIn(folder).map(({ path }) => Number(path.match(/(\d+)\.dmp$/)?.[1]))).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ])
})

test('a machine without a crash has no reports', () => {
  expect(crashReportsIn(join(aFolder(), 'none'))).toEqual([])
})

test.each([
  [0, 'shown', 4],
  [1, '', 0],
  [2, '', 4],
])('answer %i to the question about reports', async (response, shows, files) => {
  const { folder, left } = reports(1, 2)
  let shown = ''
  const asked: string[] = []
  await askAboutCrashReports({
    dialog: {
      showMessageBox: async (...given: unknown[]) => {
        asked.push((given.at(-1) as { message: string }).message)
        return { response, checkboxChecked: false }
      },
    },
    language: () => 'sv',
    folder,
    show: () => {
      shown = 'shown'
    },
  })
  expect(asked).toEqual(['2 kraschrapporter finns på den här datorn'])
  expect([shown, left().length]).toEqual([shows, files])
})

test('a folder is made before it is shown, and no other than Fyr’s own two can be', () => {
  const home = aFolder()
  const opened: string[] = []
  const show = ownFolders(home, {
    openPath: async (path) => {
      expect(existsSync(path)).toBe(true)
      opened.push(path)
      return ''
    },
  })
  show('logs')
  show('crashes')
  expect(opened).toEqual([join(home, 'logs'), join(home, 'crashes')])
})

test('one file is opened without a word; of several the rest is told', () => {
  const said: string[] = []
  const { several, failed } = fileTeller({
    dialog: {
      showMessageBox: async (...given: unknown[]) => {
        const { message, detail } = given.at(-1) as { message: string; detail: string }
        said.push(`${message} ${detail}`.trim())
        return { response: 0, checkboxChecked: false }
      },
    },
    language: () => 'en',
  })
  for (const count of [0, 1, 2, 4]) several(count)
  failed({ code: 'fileMissing', key: 'problems.fileMissing', params: { file: 'x.fyr' } })
  expect(said.slice(0, 2)).toEqual([
    'Fyr has one file open at a time. One more file was not opened.',
    'Fyr has one file open at a time. 3 more files were not opened.',
  ])
  expect(said[2]).toMatch(/^The file was not opened .+/)
})

test.each([
  ['win32', ['recent /a.fyr', 'progress 2', 'progress -1']],
  ['darwin', ['recent /a.fyr', 'frame /a.fyr', 'frame ', 'progress 2', 'progress -1']],
  ['linux', ['progress 2', 'progress -1']],
] as const)('the signs that %s has follow the worker', (platform, expected) => {
  const did: string[] = []
  let open = true
  const window = {
    isDestroyed: () => !open,
    setRepresentedFilename: (path: string) => did.push(`frame ${path}`),
    setProgressBar: (progress: number) => did.push(`progress ${progress}`),
  }
  const signs = desktopSigns({ addRecentDocument: (path) => did.push(`recent ${path}`) }, () => window, platform)
  signs.onFile('/a.fyr')
  signs.onFile(null)
  signs.onJob(true)
  signs.onJob(false)
  open = false
  signs.onJob(true)
  expect(did).toEqual(expected)
})
