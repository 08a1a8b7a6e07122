import { describe, expect, it } from 'vitest'
import { documentRules } from '#shared/domain/records/document-finding.ts'
import { languages } from '#shared/domain/values.ts'
import { catalogues } from '#shared/i18n/translator.ts'

describe.each(languages)('the sentences of the checker in %s', (language) => {
  const { rules } = catalogues[language].documentChecks
  it('are there for each rule and for nothing else', () => {
    expect(Object.keys(rules).toSorted()).toEqual([...documentRules].toSorted())
  })
  it('say what is wrong and then what to do, and differ', () => {
    for (const [rule, sentence] of Object.entries(rules)) expect(sentence, rule).toMatch(/^\p{Lu}.+[.»”] \p{Lu}.+\.$/u)
    expect(new Set(Object.values(rules)).size).toBe(documentRules.length)
  })
})
