import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { checkSpelling, spellingLanguages, textMenu } from '#electron/main/spelling.ts'
import { aFolder } from '../folders.ts'

const available = ['de', 'en-GB', 'en-US', 'nb', 'sv']
const files = ['nb-NO-3-0.bdic', 'sv-SE-3-0.bdic', 'en-GB-10-1.bdic']

test.each([
  ['sv', 'win32', available, [], ['sv', 'nb', 'en-GB']],
  ['en', 'win32', ['en-US', 'sv-SE'], [], ['en-US', 'sv-SE']],
  ['nb', 'linux', available, files, ['nb', 'sv', 'en-GB']],
  ['nb', 'linux', available, ['en-US-10-1.bdic'], ['en-US']],
  ['nb', 'linux', available, [], []],
  ['nb', 'linux', available, ['nb.txt', 'xnb-NO-3-0.bdic', 'nb-NO-3-0.bdic.part'], []],
] as const)('a screen in %s on %s checks what it has dictionaries for', (screen, platform, has, lying, expected) => {
  expect(spellingLanguages(screen, has, platform, lying)).toEqual(expected)
})

test('where there is nothing to check with, nothing is fetched: spell-check is off', () => {
  const did: unknown[] = []
  const session = {
    availableSpellCheckerLanguages: available,
    setSpellCheckerEnabled: (on: boolean) => did.push(on),
    setSpellCheckerLanguages: (languages: string[]) => did.push(languages),
  }
  const folder = join(aFolder(), 'Dictionaries')
  checkSpelling(session, 'nb', 'linux', folder)
  mkdirSync(folder)
  writeFileSync(join(folder, 'sv-SE-3-0.bdic'), '')
  checkSpelling(session, 'nb', 'linux', folder)
  checkSpelling(session, 'nb', 'darwin', folder)
  expect(did).toEqual([false, [], true, ['sv'], true])
})

function aMenu(params: Partial<Parameters<typeof textMenu>[0]>) {
  const did: string[] = []
  const rows = textMenu(
    {
      misspelledWord: '',
      dictionarySuggestions: [],
      isEditable: true,
      selectionText: '',
      editFlags: { canCut: false, canCopy: false, canPaste: true, canSelectAll: true },
      ...params,
    },
    'nb',
    {
      replaceMisspelling: async (word) => void did.push(`replace ${word}`),
      session: { addWordToSpellCheckerDictionary: (word) => did.push(`add ${word}`) > 0 },
    },
  )
  return { rows, did, labels: rows.filter((row) => row.type !== 'separator').map((row) => row.label) }
}
const press = (row: MenuItemConstructorOptions | undefined) => (row?.click as (() => void) | undefined)?.()

test('a misspelt word has what may be meant, and can be added', () => {
  const { rows, labels, did } = aMenu({ misspelledWord: 'styrmøte', dictionarySuggestions: ['styremøte', 'R&D'] })
  expect(labels).toEqual([
    'styremøte',
    'R&&D',
    'Legg til i ordlisten',
    'Klipp ut',
    'Kopier',
    'Lim inn',
    'Lim inn uten formatering',
    'Merk alt',
  ])
  press(rows[0])
  press(rows[1])
  press(rows.find((row) => row.label === 'Legg til i ordlisten'))
  expect(did).toEqual(['replace styremøte', 'replace R&D', 'add styrmøte'])
  expect(aMenu({ misspelledWord: 'x' }).rows[0]).toMatchObject({ label: 'Ingen forslag', enabled: false })
})

test('what can’t be changed can be copied, and where there is nothing there is no menu', () => {
  expect(aMenu({ isEditable: false, selectionText: 'tekst', misspelledWord: 'tekst' }).labels).toEqual(['Kopier'])
  expect(aMenu({ isEditable: false }).rows).toEqual([])
})
