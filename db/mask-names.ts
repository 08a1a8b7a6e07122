/**
 * Takes the names of companies' people out of text that leaves the file (board-package.md, 4.1 row 12: no person names).
 * A contact's full name goes wherever it stands; the family name alone only in texts about the contact's own company,
 * and not where the company itself bears it. Names of sole traders are names of people and go too.
 */
import type { Language } from '#shared/domain/values.ts'

export interface NamedContact {
  readonly companyId: string
  readonly givenName: string
  readonly familyName: string
  /** Name of the contact's company. */
  readonly companyName: string
}
interface Masked {
  readonly text: string
  /** Names replaced. */
  readonly found: number
}
export type MaskNames = (text: string, companyId: string) => Masked

const neutral: Readonly<Record<'contact' | 'soleTrader', Readonly<Record<Language, string>>>> = {
  contact: { nb: 'kontaktperson', sv: 'kontaktperson', en: 'contact person' },
  soleTrader: { nb: 'enkeltpersonforetak', sv: 'enskild firma', en: 'sole trader' },
}

interface Phrase {
  readonly words: readonly string[]
  readonly instead: 'contact' | 'soleTrader'
  /** Only in texts about this company; null everywhere. */
  readonly companyId: string | null
}
interface Word {
  readonly plain: string
  readonly start: number
  readonly end: number
}

/** Words lower case and composed, with their places; hyphens part words, so that `Anne-Lise` and `Anne Lise` are the same. */
function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    words.push({
      plain: match[0].normalize('NFC').toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return words
}

const plainWords = (text: string) => wordsOf(text).map(({ plain }) => plain)

/** Makes the function that masks texts in a document's language; made once per document, since it reads every contact. */
export function maskNames(
  contacts: readonly NamedContact[],
  soleTraders: readonly string[],
  language: Language,
): MaskNames {
  const byFirst = new Map<string, Phrase[]>()
  const add = (words: readonly string[], instead: Phrase['instead'], companyId: string | null) => {
    const [first] = words
    if (first === undefined || words.join('').length < 3) return
    const known = byFirst.get(first)
    if (known) known.push({ words, instead, companyId })
    else byFirst.set(first, [{ words, instead, companyId }])
  }
  for (const contact of contacts) {
    const given = plainWords(contact.givenName)
    const family = plainWords(contact.familyName)
    if (given.length > 0 && family.length > 0) {
      add([...given, ...family], 'contact', null)
      add([...family, ...given], 'contact', null)
      if (given.length > 1) add([given[0] ?? '', ...family], 'contact', null)
    }
    const company = new Set(plainWords(contact.companyName))
    if (!family.every((word) => company.has(word))) add(family, 'contact', contact.companyId)
  }
  for (const name of soleTraders) add(plainWords(name), 'soleTrader', null)
  // The longest name first: `Kari Marie Nordmann` before `Kari`.
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length)

  /** How many words of the text from `at` on the phrase takes; 0 where it doesn't stand there. The last word may carry a genitive s. */
  const matches = (text: string, words: readonly Word[], at: number, phrase: Phrase): number => {
    for (let index = 0; index < phrase.words.length; index++) {
      const word = words[at + index]
      const before = words[at + index - 1]
      if (!word) return 0
      if (index > 0 && before && !/^[\s,.'’\-–]{1,3}$/u.test(text.slice(before.end, word.start))) return 0
      const last = index === phrase.words.length - 1
      if (word.plain !== phrase.words[index] && !(last && word.plain === `${phrase.words[index]}s`)) return 0
    }
    return phrase.words.length
  }
  const candidates = (word: string): readonly Phrase[] => {
    const exact = byFirst.get(word) ?? []
    return word.endsWith('s') ? [...exact, ...(byFirst.get(word.slice(0, -1)) ?? [])] : exact
  }

  return (text, companyId) => {
    const words = wordsOf(text)
    let found = 0
    let at = 0
    let done = 0
    let result = ''
    while (at < words.length) {
      const word = words[at]
      if (!word) break
      const hit = candidates(word.plain).find(
        (phrase) =>
          (phrase.companyId === null || phrase.companyId === companyId) &&
          // One word alone may be a common one (`berg`): only a capital makes it a name.
          (phrase.words.length > 1 || /^\p{Lu}/u.test(text.slice(word.start, word.end))) &&
          matches(text, words, at, phrase) > 0,
      )
      if (!hit) {
        at += 1
        continue
      }
      const last = words[at + hit.words.length - 1] ?? word
      const genitive = last.plain !== hit.words.at(-1) ? 's' : ''
      const opens = /(^|[.!?:]\s+|\n)$/u.test(text.slice(0, word.start))
      result += text.slice(done, word.start) + cased(neutral[hit.instead][language], opens) + genitive
      done = last.end
      found += 1
      at += hit.words.length
    }
    return { text: result + text.slice(done), found }
  }
}

function cased(word: string, opensSentence: boolean): string {
  return opensSentence ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
