/**
 * Text folded for search and for sorting by the Nordic letters. FTS5's own `remove_diacritics` folds neither ø nor æ,
 * and SQLite's order knows no Nordic alphabet, so both are done here and stored beside the record.
 */
import type { Country } from './values.ts'

const combining = /[\u0300-\u036f]/g
/** Latin letters that Unicode doesn't take apart into a letter and an accent; the Sami ones among them. */
const whole: Readonly<Record<string, string>> = {
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ŧ: 't',
  ʒ: 'z',
}
const wholePattern = new RegExp(`[${Object.keys(whole).join('')}]`, 'g')

/** Lower case, composed, so that å is one character however it was typed. */
function lower(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFC')
}

/** Drops accents of Latin letters. Nordic letters must be dealt with before. */
function plain(text: string): string {
  return text
    .replace(wholePattern, (letter) => whole[letter] ?? letter)
    .normalize('NFD')
    .replace(combining, '')
    .normalize('NFC')
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** One word with å and æ spelt as said. ø and ö are always o. */
function spell(word: string, ring: 'aa' | 'a', ash: 'ae' | 'a'): string {
  const spelt = word
    .replace(/å|aa/g, ring === 'aa' ? 'å' : 'a')
    .replace(/[æä]|ae/g, ash)
    .replace(/å/g, 'aa')
    .replace(/[øö]/g, 'o')
  return plain(spelt)
}

const oneSpelling = /^(?!.*(?:aa|ae))[a-z0-9]+$/

/**
 * What goes into the search index: lower case, without accents, words apart by blanks, in their order.
 * Words with å (or aa) and æ or ä (or ae) stand in every spelling, at most four: `Ålesund` → `aalesund alesund`.
 */
export function foldForSearch(text: string): string {
  const folded: string[] = []
  for (const word of wordsOf(lower(text))) {
    // Most words have one spelling, and folding is most of what saving a text costs.
    if (oneSpelling.test(word)) {
      folded.push(word)
      continue
    }
    const forms = new Set([
      spell(word, 'aa', 'ae'),
      spell(word, 'aa', 'a'),
      spell(word, 'a', 'ae'),
      spell(word, 'a', 'a'),
      foldWord(word),
    ])
    folded.push(...forms)
  }
  return folded.join(' ')
}

function foldWord(word: string): string {
  return plain(word.replace(/å/g, 'a').replace(/[æä]/g, 'a').replace(/[øö]/g, 'o'))
}

/** The words a user looks for, each in the one spelling that `foldForSearch` is sure to hold. Letters and digits only; no word twice. */
export function foldQuery(text: string): string[] {
  const words = wordsOf(lower(text)).flatMap((word) => wordsOf(foldWord(word)))
  return [...new Set(words)]
}

/** An FTS5 MATCH expression for "every word begins so", `"sarp"* AND "met"*`; null when there is no word to look for. */
export function ftsPrefixQuery(text: string): string | null {
  const words = foldQuery(text)
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' AND ')
}

/** Where the Nordic letters stand: the three characters that follow z in ASCII. */
const nordic: Readonly<Record<Country, Readonly<Record<string, string>>>> = {
  NO: { æ: '{', ä: '{', ø: '|', ö: '|', å: '}', aa: '}' },
  SE: { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' },
}

/**
 * A text whose plain byte order is the alphabetical order of the country: NO … z æ ø å (ä as æ, ö as ø, aa as å),
 * SE … z å ä ö (æ as ä, ø as ö). ü is y, as in both countries' registers; other accents, case and punctuation don't
 * count; digits come before letters. Equal names are put in order by the original text, which ends the key.
 */
export function sortKey(text: string, country: Country): string {
  const order = nordic[country]
  const pattern = country === 'NO' ? /aa|[æäøöå]/g : /[åäæöø]/g
  const letters = lower(text)
    .replace(/[{|}]/g, ' ')
    .replace(pattern, (letter) => order[letter] ?? letter)
    .replace(/ü/g, 'y')
  const key = plain(letters)
    .replace(/[^\p{L}\p{N}{|}]+/gu, ' ')
    .trim()
  return `${key}\u0001${text}`
}
