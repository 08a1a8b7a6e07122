/** The packages that ship, with their licences and what these ask to be shown. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { projectFolder } from '#electron/build-steps.ts'
import type { Notice, Notices } from '#shared/domain/notices.ts'
import type { Package } from './bundled-packages.ts'
import { licenceOf } from './licence-rules.ts'

/** Kept in the repository, so that a change of licences is seen where it is made; About shows it. */
export const noticesFile = join(projectFolder, 'assets/notices/notices.json')

/** Packages that bring no text of their licence; the terms of Apache's are everywhere the same, what comes after them names a holder. */
const textOf: Readonly<Record<string, () => string[]>> = { 'drizzle-orm': apacheTerms }
/** Files whose words a licence asks to be kept: its text, and what Apache calls notices. */
const kept = /^(licen[cs]e|copying|notice|copyrightnotice|third_party_licenses)(\.(md|txt))?$/i
const inFolder = /^licen[cs]es$/i

/** @throws Error naming the package whose licence may not ship, or which brings no text. */
export function noticesOf(packages: readonly Package[]): Notices {
  const texts: string[] = []
  const indexOf = (text: string): number => {
    const at = texts.indexOf(text)
    return at < 0 ? texts.push(text) - 1 : at
  }
  const listed = packages.map(({ name, version, folder }): Notice => {
    const about = JSON.parse(readFileSync(join(projectFolder, folder, 'package.json'), 'utf8')) as { license?: unknown }
    const found = textOf[name]?.() ?? textsIn(folder)
    if (found.length === 0) throw new Error(`${name} brings no text of its licence; say in notices.ts where it stands.`)
    return { name, version, licence: licenceOf(name, about.license), texts: found.map(indexOf) }
  })
  return { packages: [...listed, sqlite(indexOf), ciphers(indexOf)], texts }
}

function textsIn(folder: string): string[] {
  const path = join(projectFolder, folder)
  const names = readdirSync(path).sort()
  const files = names.filter((name) => kept.test(name))
  for (const name of names.filter((one) => inFolder.test(one)))
    files.push(...readdirSync(join(path, name)).map((file) => join(name, file)))
  return files.map((name) => readFileSync(join(path, name), 'utf8').replace(/\r\n?/g, '\n').trim())
}

function apacheTerms(): string[] {
  const end = 'END OF TERMS AND CONDITIONS'
  return textsIn('node_modules/@internationalized/date').map((text) => text.slice(0, text.indexOf(end) + end.length))
}

/** SQLite is compiled into the database driver. */
function sqlite(indexOf: (text: string) => number): Notice {
  const db = new Database(':memory:')
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string
  db.close()
  const text = 'SQLite is in the public domain: https://www.sqlite.org/copyright.html'
  return { name: 'SQLite', version, licence: licenceOf('SQLite', 'blessing'), texts: [indexOf(text)] }
}

/** The library compiled into the driver for encrypted files, with an SQLite of its own. Its sources name holder and licence, and bring no text. */
function ciphers(indexOf: (text: string) => number): Notice {
  const folder = 'node_modules/better-sqlite3-multiple-ciphers'
  // Its types can't be found behind its list of exports; it has the plain driver's.
  const require = createRequire(import.meta.url)
  const Ciphers = require('better-sqlite3-multiple-ciphers') as typeof Database
  const db = new Ciphers(':memory:')
  const [said = '', sqliteVersion] = db.prepare('SELECT sqlite3mc_version(), sqlite_version()').raw().get() as string[]
  db.close()
  const name = 'SQLite3 Multiple Ciphers'
  const source = readFileSync(join(projectFolder, folder, 'deps/sqlite3/sqlite3.c'), 'utf8').slice(0, 1000)
  const holder = /Copyright:\s+(.+)/.exec(source)?.[1]
  const terms = textsIn(folder)[0]
  if (!holder || !/License:\s+MIT/.test(source) || !terms) throw new Error(`${name} says its licence in another way.`)
  const mit = terms.slice(terms.indexOf('Permission is hereby granted'))
  const text = `${name}, with SQLite ${sqliteVersion}, which is in the public domain\n\nThe MIT License (MIT)\n\nCopyright ${holder}\n\n${mit}`
  return { name, version: said.replace(`${name} `, ''), licence: licenceOf(name, 'MIT'), texts: [indexOf(text)] }
}

/** All of it as one text, for people. */
export function noticesText({ packages, texts }: Notices): string {
  const head = [
    'Fyr ships with the packages below. Each is named with its version and licence; the texts follow.',
    "Electron brings Chromium and Node.js; their licences are in LICENSES.chromium.html, beside Fyr's program.",
  ]
  const list = packages.map(
    ({ name, version, licence, texts: own }) =>
      `${name} ${version}: ${licence} (${own.map((one) => `text ${one + 1}`).join(', ')})`,
  )
  return [...head, '', ...list, ...texts.flatMap((text, at) => ['', `===== Text ${at + 1} =====`, '', text]), ''].join(
    '\n',
  )
}
