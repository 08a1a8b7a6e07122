import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as rule from '#electron/backend/renderer-files.ts'
import { aFolder } from '../folders.ts'
import { secured } from '../main/security/secured.ts'

function aRenderer(): string {
  const folder = join(aFolder(), 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets/app-1.js'), '')
  mkdirSync(join(folder, '.hidden'))
  mkdirSync(join(folder, 'folder.js'))
  writeFileSync(join(folder, 'print.css'), '')
  writeFileSync(join(folder, '.hidden/app.js'), '')
  writeFileSync(join(folder, 'assets/page.html'), '')
  writeFileSync(join(folder, 'assets/stor båt.png'), '')
  writeFileSync(join(folder, 'assets/.secret.js'), '')
  writeFileSync(join(folder, 'assets/data.sqlite'), '')
  writeFileSync(join(folder, '../outside.js'), 'secret')
  return folder
}

secured(
  'electron/backend/renderer-files.ts',
  rule,
  {
    'a page or a link names a file outside the built renderer (the database, keys, the user’s files)': ({
      rendererFile,
    }) => {
      for (const pathname of [
        '/../outside.js',
        '/assets/../../outside.js',
        '/%2e%2e/outside.js',
        '/..%2foutside.js',
        '/..%5coutside.js',
        '/assets/..\\..\\outside.js',
        '//../outside.js',
        '/assets/.secret.js',
        '/.hidden/app.js',
        '/assets/data.sqlite',
        '/assets/app-1.js%00.html',
        '/assets/app-1.js%00.js',
        '/%zz.js',
        'outside.js',
        '/missing.js',
        '/folder.js',
        '/folder.js/',
      ])
        expect(rendererFile(aRenderer(), pathname), pathname).toBeNull()
    },
    'a folder whose name begins like the renderer’s is taken for it': ({ rendererFile }) => {
      const folder = aRenderer()
      mkdirSync(`${folder}-other`)
      writeFileSync(`${folder}-other/x.js`, 'secret')
      expect(rendererFile(folder, '-other/x.js')).toBeNull()
    },
    'a text field’s content becomes markup and brings a script, a frame, a form or a connection of its own': (rule) => {
      // Whole: a directive more or less, or one source more, is a decision.
      expect(rule.contentSecurityPolicy.split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'sha256-${createHash('sha256').update(rule.reactAriaStyle).digest('base64')}'`,
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ])
    },
    'an answer without its headers is guessed at, framed, read by others or tells where the user was': (rule) => {
      const folder = aRenderer()
      expect(rule.securityHeaders).toEqual({
        'Content-Security-Policy': rule.contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'X-DNS-Prefetch-Control': 'off',
        'X-Frame-Options': 'DENY',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), usb=(), serial=(), hid=()',
      })
      for (const pathname of ['/', '/assets/app-1.js'])
        expect(rule.rendererFile(folder, pathname)?.headers).toMatchObject(rule.securityHeaders)
    },
    'a page of yesterday is shown after an update, or a file is run as what it is not': ({ rendererFile }) => {
      const folder = aRenderer()
      const headers = (pathname: string) => {
        const given = rendererFile(folder, pathname)?.headers
        return [given?.['Content-Type'], given?.['Cache-Control']]
      }
      expect(headers('/')).toEqual(['text/html; charset=utf-8', 'no-store'])
      expect(headers('/assets/app-1.js')).toEqual([
        'text/javascript; charset=utf-8',
        'public, max-age=31536000, immutable',
      ])
      expect(headers('/assets/page.html')).toEqual(['text/html; charset=utf-8', 'no-store'])
      expect(headers('/print.css')).toEqual(['text/css; charset=utf-8', 'no-store'])
      const types = {
        json: 'application/json; charset=utf-8',
        svg: 'image/svg+xml',
        png: 'image/png',
        ico: 'image/x-icon',
        woff2: 'font/woff2',
      }
      for (const [ending, type] of Object.entries(types)) {
        writeFileSync(join(folder, `it.${ending}`), '')
        expect(headers(`/it.${ending}`)).toEqual([type, 'no-store'])
      }
    },
    'addresses of screens find no page any more': ({ rendererFile }) => {
      const folder = aRenderer()
      expect(rendererFile(folder, '/assets/app-1.js')?.path).toBe(join(folder, 'assets/app-1.js'))
      expect(rendererFile(folder, '/assets/stor%20b%C3%A5t.png')?.path).toBe(join(folder, 'assets/stor båt.png'))
      for (const screen of ['/', '/visits', '/visits/0199-abc', '/settings/'])
        expect(rendererFile(folder, screen)?.path).toBe(join(folder, 'index.html'))
    },
  },
  {
    mutants: [
      [/^ {2}["`](?:default|script|style|img|font|connect|base|form|frame).*",\n/gm, ''],
      [/^ {2}'(?:Content-Security|X-|Referrer|Cross|Permissions).*,\n/gm, ''],
      ['"script-src \'self\'"', "\"script-src 'self' 'unsafe-inline'\""],
      ['"connect-src \'self\'"', '"connect-src *"'],
      ['root + sep', 'root'],
      ['statSync(path, { throwIfNoEntry: false })?.isFile()', 'statSync(path, { throwIfNoEntry: false })'],
      ['decodeURIComponent(pathname)', 'pathname'],
      ["'.png': 'image/png',", "'.png': 'image/png', '.sqlite': 'x',"],
    ],
    alike: {
      // No path that `decode` lets through is known to leave the folder; the second lock is for what it may not know.
      'root + sep': 'the second lock behind `decode`',
      "startsWith('')": 'the name of no file begins with a dot and ours',
    },
  },
)

test('the one style let through by hash is the one that the installed React Aria adds', () => {
  const source = readFileSync('node_modules/react-aria/dist/private/interactions/usePress.mjs', 'utf8')
  const written = /style\.textContent = `([^`]*)`/
    .exec(source)?.[1]
    ?.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, 'data-react-aria-pressable')
    .trim()
  expect(written).toBe(rule.reactAriaStyle)
})
