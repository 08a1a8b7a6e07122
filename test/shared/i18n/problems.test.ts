import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entities } from '#shared/contract/desk.ts'
import { problemCodes } from '#shared/contract/problem.ts'
import { languages } from '#shared/domain/values.ts'
import { catalogues } from '#shared/i18n/translator.ts'

/** Every text of a catalogue by its dotted key, plural endings kept. */
function texts(node: object, path = 'problems'): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}.${key}`, value] as [string, string]]
      : texts(value as object, `${path}.${key}`),
  )
}
const known = new Set(texts(catalogues.nb.problems).map(([key]) => key.replace(/_(one|other)$/, '')))

/** Keys of problems as they stand in the source of the folders that may throw them. */
function keysIn(folder: string): Set<string> {
  const keys = new Set<string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || file.includes('i18n')) continue
    const source = readFileSync(`${folder}/${file}`, 'utf8')
    for (const [, key] of source.matchAll(/['"`](problems\.[\w.]*\w)['"`]/g)) if (key) keys.add(key)
    const made = /\b(?:fieldMessage|refusal|fieldIssue|fieldIssueText)\(\s*(?:[^()?]*\?\s*)?'(\w+)'(?:\s*:\s*'(\w+)')?/g
    for (const [, first, second] of source.matchAll(made)) {
      for (const key of [first, second]) if (key) keys.add(`problems.field.${key}`)
    }
  }
  return keys
}

describe('the catalogue of problems', () => {
  it.each(['shared', 'db', 'electron', 'renderer'])('has a text for every key that %s/ uses', (folder) => {
    expect([...keysIn(folder)].filter((key) => !known.has(key))).toEqual([])
  })

  it('the search for keys finds those of every kind', () => {
    const found = keysIn('shared')
    for (const key of [
      'internal',
      'field.required',
      'field.orgNoLengthSE',
      'field.postalCodeNO',
      'field.reasonMissing',
    ]) {
      expect(found).toContain(`problems.${key}`)
    }
  })

  it('has a text for every code of a problem', () => {
    expect(problemCodes.filter((code) => !known.has(`problems.${code}`))).toEqual([])
  })

  it('tells of every entity that may refer to a record', () => {
    expect(entities.filter((entity) => !known.has(`problems.namedBy.${entity}`))).toEqual([])
  })

  it.each(languages)('in %s every text is a sentence, without shouting', (language) => {
    const wrong = texts(catalogues[language].problems).filter(
      ([, text]) => !/^["“”«{\p{Lu}].*\.$/u.test(text) || /!/.test(text),
    )
    expect(wrong).toEqual([])
  })

  it.each(languages)('in %s every text fills the same blanks as in Norwegian', (language) => {
    const blanks = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()
    const norwegian = Object.fromEntries(texts(catalogues.nb.problems))
    for (const [key, text] of texts(catalogues[language].problems)) {
      expect({ key, blanks: blanks(text) }).toEqual({ key, blanks: blanks(norwegian[key] ?? '') })
    }
  })
})
