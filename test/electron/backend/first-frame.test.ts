import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backgroundOf, chosenLook, startPage } from '#electron/backend/first-frame.ts'
import { projectFolder } from '#electron/build-steps.ts'
import { themes } from '#shared/contract/workspace.ts'
import { languages } from '#shared/domain/values.ts'
import { aFolder } from '../folders.ts'

test.each(themes.flatMap((theme) => [...languages, null].map((language) => [theme, language] as const)))(
  'the look %s, %s is the one that was chosen',
  (theme, language) => {
    const home = aFolder()
    writeFileSync(join(home, 'preferences.json'), JSON.stringify({ theme, language, recent: [] }))
    expect(chosenLook(home)).toEqual({ theme, language })
  },
)

test.each(['', '{', 'null', '[]', '{"theme":"pink","language":"\\" onload=\\"x"}', '{"theme":{},"language":7}'])(
  'preferences of %j choose nothing',
  (text) => {
    const home = aFolder()
    expect(chosenLook(home)).toEqual({ theme: 'system', language: null })
    writeFileSync(join(home, 'preferences.json'), text)
    expect(chosenLook(home)).toEqual({ theme: 'system', language: null })
  },
)

/** The two values of `--bg` in a block of the tokens. */
function bgOf(block: string) {
  const css = readFileSync(join(projectFolder, 'renderer/styles/tokens.css'), 'utf8')
  const [, light, dark] = /--bg: light-dark\((#\w+), (#\w+)\)/.exec(css.slice(css.indexOf(block))) ?? []
  return { light, dark }
}

test('what lies behind the window has the colour that the page will have', () => {
  const usual = bgOf(':root {')
  const contrast = bgOf(':root[data-contrast="more"]')
  const colour = (theme: (typeof themes)[number], dark: boolean) => backgroundOf({ theme, language: null }, { dark })
  expect([colour('system', false), colour('system', true)]).toEqual([usual.light, usual.dark])
  expect([colour('light', false), colour('light', true)]).toEqual([usual.light, usual.light])
  expect([colour('dark', false), colour('dark', true)]).toEqual([usual.dark, usual.dark])
  expect([colour('highContrast', false), colour('highContrast', true)]).toEqual([contrast.light, contrast.dark])
})

test('the page of each screen tells its look, and no other file is touched', () => {
  const folder = aFolder()
  mkdirSync(join(folder, 'assets'))
  const source = readFileSync(join(projectFolder, 'renderer/index.html'), 'utf8')
  writeFileSync(join(folder, 'index.html'), source)
  writeFileSync(join(folder, 'print.html'), '<html lang="nb">')
  writeFileSync(join(folder, 'assets/app-1.js'), '<html')
  const root = (...given: [Parameters<typeof startPage>[2], boolean]) =>
    /<html[^>]*>/.exec(startPage(folder, '/visits', ...given)?.html ?? '')?.[0]
  expect(root({ theme: 'system', language: null }, false)).toBe('<html lang="nb">')
  expect(root({ theme: 'dark', language: 'sv' }, true)).toBe(
    '<html data-theme="dark" data-language="sv" data-frame="desk" lang="nb">',
  )
  expect(root({ theme: 'highContrast', language: null }, false)).toBe('<html data-contrast="more" lang="nb">')
  const look = { theme: 'dark', language: 'nb' } as const
  for (const path of ['/print.html', '/assets/app-1.js', '/missing.js', '/../x']) {
    expect(startPage(folder, path, look, true)).toBeNull()
  }
  const page = startPage(folder, '/', look, true)
  expect(page?.headers['Cache-Control']).toBe('no-store')
  expect(page?.html.replace(/<html[^>]*>/, '')).toBe(source.replace(/<html[^>]*>/, ''))
})
