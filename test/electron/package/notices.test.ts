import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '#electron/build-steps.ts'
import { type Package, shippedPackages } from '#electron/packaging/bundled-packages.ts'
import { licenceOf } from '#electron/packaging/licence-rules.ts'
import { noticesFile, noticesOf, noticesText } from '#electron/packaging/notices.ts'
import { sbomOf } from '#electron/packaging/sbom.ts'
import type { Notices } from '#shared/domain/notices.ts'
import { aFolder } from '../folders.ts'

const kept = JSON.parse(readFileSync(noticesFile, 'utf8')) as Notices

describe('the licences that are kept', () => {
  test('are those of the packages in the bundles as they are now', { timeout: 60_000 }, async () => {
    const now = noticesOf(await shippedPackages())
    expect(kept, 'npm run notices').toEqual(now)
    const names = now.packages.map(({ name }) => name)
    // Of each bundle one, one that lies beside, one inside another's file, one that is compiled in.
    expect(names).toEqual(
      expect.arrayContaining([
        'react-dom',
        'docx',
        'i18next',
        'better-sqlite3',
        'electron',
        'nanoid',
        'SQLite',
        'SQLite3 Multiple Ciphers',
      ]),
    )
    // What only builds and tests use is not shipped.
    for (const tool of ['vite', 'vitest', 'typescript', 'exceljs', 'playwright-core']) expect(names).not.toContain(tool)
  })
  test('stand in the text for people, each with its words', () => {
    const text = noticesText(kept)
    for (const { name, version, texts } of kept.packages) {
      expect(text).toContain(`${name} ${version}: `)
      for (const at of texts) expect(text).toContain(kept.texts[at])
    }
  })
})

describe('a licence', () => {
  test.each([
    ['MIT', 'MIT'],
    ['(MIT OR GPL-3.0-or-later)', 'MIT'],
    ['(GPL-3.0-only OR (BSD-3-Clause AND Zlib))', 'BSD-3-Clause AND Zlib'],
    ['MIT AND Zlib', 'MIT AND Zlib'],
  ])('%s may ship as %s', (said, chosen) => {
    expect(licenceOf('it', said)).toBe(chosen)
  })
  test.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'LGPL-2.1',
    'MPL-2.0',
    'MIT AND GPL-2.0-only',
    'SEE LICENSE IN LICENSE',
    'UNLICENSED',
    'Commons Clause',
  ])('%s may not', (said) => {
    expect(() => licenceOf('it', said)).toThrow(`it has the licence ${said}, which may not ship.`)
  })
  test.each([undefined, '', null, { type: 'MIT' }])('one that is not said as text (%j) may not', (said) => {
    expect(() => licenceOf('it', said)).toThrow('it does not say what licence it has.')
  })

  function aPackage(about: object, files: Readonly<Record<string, string>>): Package {
    const folder = join(aFolder(), 'it')
    mkdirSync(folder)
    for (const [name, text] of Object.entries({ ...files, 'package.json': JSON.stringify(about) }))
      writeFileSync(join(folder, name), text)
    return { name: 'it', version: '1.0.0', folder: relative(projectFolder, folder) }
  }
  test('of a planted package stops the gathering where it is copyleft or brings no text', () => {
    expect(() => noticesOf([aPackage({ license: 'GPL-3.0-only' }, { LICENSE: 'GPL' })])).toThrow(
      'it has the licence GPL',
    )
    expect(() => noticesOf([aPackage({ license: 'MIT' }, { 'readme.md': 'MIT' })])).toThrow('it brings no text')
    const found = noticesOf([aPackage({ license: 'MIT' }, { 'LICENCE.txt': 'Do.\r\n', NOTICE: 'By me' })])
    expect(found.packages[0]).toEqual({ name: 'it', version: '1.0.0', licence: 'MIT', texts: [0, 1] })
    expect(found.texts.slice(0, 2)).toEqual(['Do.', 'By me'])
  })
})

describe('the bill of materials', () => {
  const bill = sbomOf(kept)
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
  test('is CycloneDX 1.6 by its own schema, which refuses a wrong one', async () => {
    expect(await validator.validate(bill)).toBeNull()
    const wrong = bill.replace('"id": "MIT"', '"id": "MUT"')
    expect(wrong).not.toBe(bill)
    expect(await validator.validate(wrong)).not.toBeNull()
  })
  test('names every package with its address, its licence and, from the registry, its hash', () => {
    const { components, dependencies } = JSON.parse(bill) as {
      components: { name: string; group?: string; purl: string; hashes?: object[]; licenses: object[] }[]
      dependencies: { ref: string; dependsOn?: string[] }[]
    }
    expect(components).toHaveLength(kept.packages.length)
    for (const { name, hashes, licenses } of components) {
      expect(licenses, name).toHaveLength(1)
      // What is compiled into a driver came from no registry.
      if (!name.startsWith('SQLite')) expect(hashes, name).toHaveLength(1)
    }
    const router = components.find(({ name, group }) => group === '@tanstack' && name === 'react-router')
    expect(router?.purl).toMatch(/^pkg:npm\/%40tanstack\/react-router@\d/)
    const needs = dependencies.find(({ ref }) => ref === router?.purl)?.dependsOn ?? []
    expect(needs.some((ref) => ref.startsWith('pkg:npm/%40tanstack/router-core@'))).toBe(true)
  })
  test('is the same for the same packages and another for others', () => {
    expect(sbomOf(kept)).toBe(bill)
    const id = (text: string) => (JSON.parse(text) as { serialNumber: string }).serialNumber
    expect(id(sbomOf({ ...kept, packages: kept.packages.slice(1) }))).not.toBe(id(bill))
  })
})
