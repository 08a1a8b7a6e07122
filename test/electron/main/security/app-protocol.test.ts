import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Protocol } from 'electron'
import { expect } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from '#electron/backend/renderer-files.ts'
import * as rule from '#electron/main/security/app-protocol.ts'
import { aFolder } from '../../folders.ts'
import { type Attacks, secured } from './secured.ts'

type Given = Parameters<typeof rule.serveRenderer>[2]
function served({ serveRenderer }: typeof rule, given?: Given) {
  const folder = join(aFolder(), 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), 'the page')
  writeFileSync(join(folder, 'assets/app-1.js'), 'the script')
  writeFileSync(join(folder, '../outside.js'), 'secret')
  const handlers = new Map<string, Parameters<Protocol['handle']>[1]>()
  serveRenderer({ handle: (scheme, handler) => void handlers.set(scheme, handler) }, folder, given)
  expect([...handlers.keys()]).toEqual(['app'])
  return async (url: string, method = 'GET') => {
    const response = await handlers.get('app')?.(new Request(url, { method }))
    if (!response) throw new Error('no answer')
    const text = await response.text()
    for (const [name, value] of Object.entries(securityHeaders)) expect(response.headers.get(name)).toBe(value)
    return { said: `${response.status} ${text}`, headers: response.headers }
  }
}

secured(
  'electron/main/security/app-protocol.ts',
  rule,
  {
    'a page asks app:// for a file of the machine': async (rule) => {
      const get = served(rule)
      for (const path of [
        '/../outside.js',
        '/..%2foutside.js',
        '/%2e%2e/outside.js',
        '/%2e%2e%2foutside.js',
        '/..%5coutside.js',
        '/..\\outside.js',
        '/assets/..%2f..%2foutside.js',
        '/%252e%252e/outside.js',
        '//etc/passwd.js',
        '/C:/windows/x.js',
        '/%5c%5cevil%5cshare%5cx.js',
        '/outside.js%00.js',
        '/assets/app-1.js%00',
        '/missing.js',
        '/missing.js?/index.html',
      ])
        expect((await get(`app://fyr${path}`)).said).toBe('404 Not found')
    },
    'another host of the scheme is answered as if it were Fyr': async (rule) => {
      const get = served(rule)
      for (const url of ['app://evil/', 'app://fyr.evil/', 'app://fyr:1/', 'app://fyr./'])
        expect((await get(url)).said).toBe('404 Not found')
    },
    'something is sent to Fyr’s pages': async (rule) => {
      const get = served(rule, () => new Response('made'))
      for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])
        expect((await get('app://fyr/', method)).headers.get('content-type')).toBe('text/plain')
      expect((await get('app://evil/')).said).toBe('404 Not found')
    },
    'one answer goes out without the content policy: a refusal, a page made for the moment, an error': async (rule) => {
      let bad = false
      const get = served(rule, (request) => {
        if (bad) throw new Error('broken')
        return request.url.endsWith('/made')
          ? new Response('made', { headers: { 'Content-Security-Policy': 'x' } })
          : null
      })
      // `get` itself looks at every header of every answer.
      const made = await get('app://fyr/made')
      expect([made.said, made.headers.get('content-security-policy')]).toEqual(['200 made', contentSecurityPolicy])
      await get('app://fyr/')
      await get('app://fyr/missing.js')
      bad = true
      expect((await get('app://fyr/')).said).toBe('404 Not found')
    },
    'a text is taken for a script by its looks': async (rule) => {
      const get = served(rule)
      expect((await get('app://fyr/missing.js')).headers.get('content-type')).toBe('text/plain')
      expect((await get('app://fyr/assets/app-1.js')).headers.get('content-type')).toBe(
        'text/javascript; charset=utf-8',
      )
      expect((await get('app://fyr/visits')).headers.get('content-type')).toBe('text/html; charset=utf-8')
    },
    'the scheme steps round the content policy, or another origin reads through it (CVE-2026-70604)': ({
      registerScheme,
    }) => {
      const schemes: Parameters<Protocol['registerSchemesAsPrivileged']>[0] = []
      registerScheme({ registerSchemesAsPrivileged: (given) => void schemes.push(...given) })
      // Whole: bypassCSP, allowServiceWorkers, stream and allowExtensions are off by not standing here.
      expect(schemes).toEqual([
        {
          scheme: 'app',
          privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
        },
      ])
    },
    'Fyr does not open any more': async (rule) => {
      const get = served(rule)
      expect((await get('app://fyr/visits?x=../..#y')).said).toBe('200 the page')
      expect((await get('app://fyr/assets/app-1.js')).said).toBe('200 the script')
    },
  } satisfies Attacks<typeof rule>,
  {
    mutants: [
      ['codeCache: true', 'codeCache: true, bypassCSP: true'],
      ['codeCache: true', 'codeCache: true, allowServiceWorkers: true'],
      ['.catch(() => null)', ''],
      ["'text/plain'", "'text/html'"],
      ['new URL(request.url).pathname', 'request.url.slice(9)'],
      [/\.headers\.set\(name, value\)/g, '.headers.has(name)'],
    ],
  },
)
