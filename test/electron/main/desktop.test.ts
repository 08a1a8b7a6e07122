import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenDialogOptions, SaveDialogOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { languageOfSystem } from '#electron/backend/language-of-system.ts'
import { followLanguage } from '#electron/main/language.ts'
import { openRequests } from '#electron/main/open-requests.ts'
import { desktopPorts } from '#electron/main/ports.ts'
import { readWindowState, writeWindowState } from '#electron/main/window-state.ts'
import type { Topic } from '#shared/contract/operation.ts'
import type { Language } from '#shared/domain/values.ts'
import { aFolder } from '../folders.ts'

function aDesktop(answers: { open?: string; save?: string } = {}) {
  const shown: (OpenDialogOptions | SaveDialogOptions)[] = []
  const did: string[] = []
  const ports = desktopPorts({
    dialog: {
      showOpenDialog: async (...values: unknown[]) => {
        // Electron's overloads take the window first or leave it out; the options come last.
        shown.push(values.at(-1) as OpenDialogOptions)
        return { canceled: !answers.open, filePaths: answers.open ? [answers.open] : [] }
      },
      showSaveDialog: async (...values: unknown[]) => {
        shown.push(values.at(-1) as SaveDialogOptions)
        return { canceled: !answers.save, filePath: answers.save ?? '' }
      },
    },
    shell: {
      openPath: async (path) => {
        did.push(`open ${path}`)
        return ''
      },
      showItemInFolder: (path) => did.push(`show ${path}`),
    },
    window: () => undefined,
    language: () => 'sv',
    documents: '/documents',
  })
  return { ports, shown, did }
}

test('a save dialog starts in Documents with a safe name and the words of the language', async () => {
  const { ports, shown } = aDesktop({ save: '/chosen/Paket.docx' })
  expect(await ports.pickSave({ suggestedName: '../Paket: höst.docx', kind: 'docx' })).toBe('/chosen/Paket.docx')
  expect(shown).toMatchObject([
    { defaultPath: join('/documents', 'Paket höst.docx'), filters: [{ name: 'Word-dokument', extensions: ['docx'] }] },
  ])
})

test('a dialog that is cancelled gives nothing', async () => {
  const { ports } = aDesktop()
  expect(await ports.pickOpen({ kind: 'workspace' })).toBeNull()
  expect(await ports.pickSave({ suggestedName: 'x', kind: 'any' })).toBeNull()
})

test('only a file that the user saved in this run is opened or shown', async () => {
  const { ports, did } = aDesktop({ save: '/chosen/Paket.docx' })
  expect(await ports.openFile({ path: '/chosen/Paket.docx' })).toEqual({ ok: false })
  await ports.pickSave({ suggestedName: 'Paket.docx', kind: 'docx' })
  expect(await ports.openFile({ path: '/chosen/Paket.docx' })).toEqual({ ok: true })
  expect(await ports.revealFile({ path: '/chosen/Paket.docx' })).toEqual({ ok: true })
  expect(await ports.openFile({ path: '/bin/sh' })).toEqual({ ok: false })
  expect(await ports.revealFile({ path: '/bin' })).toEqual({ ok: false })
  expect(did).toEqual(['open /chosen/Paket.docx', 'show /chosen/Paket.docx'])
})

test.each([
  [['nn-NO', 'en-US'], 'nb'],
  [['no'], 'nb'],
  [['fi-FI', 'sv-FI'], 'sv'],
  [['de'], 'en'],
  [[], 'en'],
] as const)('a system that prefers %j reads %s', (preferred, language) => {
  expect(languageOfSystem(preferred)).toBe(language)
})

test('the menu follows the language that the user chooses', async () => {
  let chosen: Language | null = null
  let announce: (topics: readonly Topic[]) => void = () => {}
  const used: Language[] = []
  let heard = () => {}
  followLanguage(
    {
      call: async () => ({ ok: true, value: { language: chosen }, change: null }),
      onChanged: (listener) => {
        announce = listener
        return () => {}
      },
    },
    'sv',
    (language) => {
      used.push(language)
      heard()
    },
  )
  const next = () => new Promise<void>((resolve) => (heard = resolve))
  await next()
  chosen = 'en'
  announce(['visits'])
  announce(['preferences'])
  await next()
  expect(used).toEqual(['sv', 'en'])
})

const screen = { x: 0, y: 0, width: 1920, height: 1080 }

test('a window opens where it was', () => {
  const file = join(aFolder(), 'window.json')
  writeWindowState(file, { x: 50, y: 60, width: 1000, height: 700 }, true)
  expect(readWindowState(file, [screen])).toEqual({ x: 50, y: 60, width: 1000, height: 700, maximised: true })
})

test.each([
  ['a screen that is gone', { x: 3000, y: 10, width: 900, height: 600, maximised: false }, { x: null, width: 900 }],
  ['a title bar above the screen', { x: 10, y: -300, width: 900, height: 600, maximised: false }, { x: null, y: null }],
  ['a size nobody can use', { x: 10, y: 10, width: 20, height: 0, maximised: false }, { width: 720, height: 480 }],
  ['nonsense', { x: 'left' }, { x: null, width: 1280, height: 800 }],
])('a kept state of %s is mended', (_what, kept, expected) => {
  const file = join(aFolder(), 'window.json')
  writeFileSync(file, JSON.stringify(kept))
  expect(readWindowState(file, [screen])).toMatchObject(expected)
})

test('a file double-clicked while Fyr runs is opened the way a user opens one', async () => {
  const requests = openRequests('/first.fyr')
  expect([requests.takeFirst(), requests.takeFirst()]).toEqual(['/first.fyr', null])
  const opened: (string | null)[] = []
  requests.serve({
    call: async (name) => {
      expect(name).toBe('workspace.open')
      opened.push(await requests.answerOr(async () => 'asked'))
      return { ok: true, value: null, change: null }
    },
    onChanged: () => () => {},
  })
  requests.open('/second.fyr')
  await new Promise(setImmediate)
  expect(await requests.answerOr(async () => 'asked')).toBe('asked')
  expect(opened).toEqual(['/second.fyr'])
})

test('a file that can’t be opened is told of, unless the window itself has a panel for it', async () => {
  const told: string[] = []
  let trouble: object | null = null
  const requests = openRequests(null, ({ key }) => told.push(key))
  const done: (() => void)[] = []
  requests.serve({
    call: async (name) => {
      if (name === 'opening.trouble') {
        queueMicrotask(() => done.shift()?.())
        return { ok: true, value: trouble, change: null }
      }
      return { ok: false, problem: { code: 'fileMissing', key: 'problems.fileMissing' } }
    },
    onChanged: () => () => {},
  })
  const asked = (ask: () => void) =>
    new Promise<void>((resolve) => {
      done.push(() => setImmediate(resolve))
      ask()
    })
  await asked(() => requests.openRecent('gone'))
  expect(told).toEqual(['problems.fileMissing'])
  trouble = { kind: 'damaged' }
  await asked(() => requests.open('/broken.fyr'))
  expect(told).toHaveLength(1)
  // The worker never asked which file: the next question is the user's own.
  expect(await requests.answerOr(async () => 'asked')).toBe('asked')
})

test('files that are asked for at once are opened one after the other, each its own', async () => {
  const requests = openRequests(null)
  const opened: (string | null)[] = []
  requests.serve({
    call: async () => {
      await new Promise(setImmediate)
      opened.push(await requests.answerOr(async () => 'asked'))
      return { ok: true, value: null, change: null }
    },
    onChanged: () => () => {},
  })
  requests.open('/a.fyr')
  requests.open('/b.fyr')
  await vi.waitFor(() => expect(opened).toHaveLength(2))
  expect(opened).toEqual(['/a.fyr', '/b.fyr'])
})
