import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentSecurityPolicy, reactAriaStyle, rendererFile } from '#electron/backend/renderer-files.ts'
import { aFolder } from '../folders.ts'

function aRenderer(): string {
  const folder = join(aFolder(), 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets/app-1.js'), '')
  writeFileSync(join(folder, 'assets/.secret.js'), '')
  writeFileSync(join(folder, 'assets/data.sqlite'), '')
  writeFileSync(join(folder, '../outside.js'), 'secret')
  return folder
}

test('files are found, and addresses of screens get the page', () => {
  const folder = aRenderer()
  expect(rendererFile(folder, '/assets/app-1.js')?.path).toBe(join(folder, 'assets/app-1.js'))
  for (const screen of ['/', '/visits', '/visits/0199-abc', '/settings/'])
    expect(rendererFile(folder, screen)?.path).toBe(join(folder, 'index.html'))
})

// The attack: a page or a link names a file outside the built renderer (the database, keys, the user's files).
test.each([
  '/../outside.js',
  '/assets/../../outside.js',
  '/%2e%2e/outside.js',
  '/..%2foutside.js',
  '/..%5coutside.js',
  '/assets/..\\..\\outside.js',
  '//../outside.js',
  '/assets/.secret.js',
  '/assets/data.sqlite',
  '/assets/app-1.js%00.html',
  '/%zz.js',
  'outside.js',
  '/missing.js',
])('%s is refused', (pathname) => {
  expect(rendererFile(aRenderer(), pathname)).toBeNull()
})

test('every file goes out with the content policy; only hashed files may be kept', () => {
  const folder = aRenderer()
  const page = rendererFile(folder, '/')
  const script = rendererFile(folder, '/assets/app-1.js')
  for (const file of [page, script]) expect(file?.headers['Content-Security-Policy']).toBe(contentSecurityPolicy)
  expect(page?.headers['Cache-Control']).toBe('no-store')
  expect(script?.headers['Cache-Control']).toContain('immutable')
})

// The attack: a text field's content becomes markup and brings a script, a frame or a form of its own.
test('the content policy lets no script, style sheet, frame, form or connection in from outside', () => {
  const rules = new Map(contentSecurityPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule]))
  expect(rules.get('default-src')).toBe("default-src 'none'")
  expect(rules.get('script-src')).toBe("script-src 'self'")
  expect(rules.get('connect-src')).toBe("connect-src 'self'")
  for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(rules.get(name)).toBe(`${name} 'none'`)
  expect(rules.get('style-src')).not.toContain('unsafe')
  expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|data:|\*/)
})

test('the one style let through by hash is the one that the installed React Aria adds', () => {
  const source = readFileSync('node_modules/react-aria/dist/private/interactions/usePress.mjs', 'utf8')
  const written = /style\.textContent = `([^`]*)`/
    .exec(source)?.[1]
    ?.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, 'data-react-aria-pressable')
    .trim()
  expect(written).toBe(reactAriaStyle)
  expect(contentSecurityPolicy).toContain(createHash('sha256').update(reactAriaStyle).digest('base64'))
})
