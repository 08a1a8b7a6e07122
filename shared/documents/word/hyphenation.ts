/**
 * Where long words of narrow columns may break. Norwegian and Swedish write compounds as one word, and a word wider than its cell is
 * otherwise cut at any letter. Word's own hyphenation is not asked: it needs the reader's dictionaries, differs from machine to machine,
 * and would move lines that the page numbers of the contents are counted by. Only words that cannot fit get hyphens, soft ones that are
 * seen where a line ends; the rest of a document is as it is.
 *
 * The points follow the rule of both languages' orthographies: a prefix or part of a compound first, else one consonant goes to the
 * new line, with consonants that begin a word together held together. Where that rule leads astray (`st`, `sk`, `sp` may end one part
 * of a compound or begin the next) there is no point at all: a long word has others.
 */
import type { IXmlableObject } from 'docx'
import { plainLook } from '../../domain/records/partnership.ts'
import { metricsOf, unitWidth } from './layout/font-metrics.ts'
import { looksOf } from './layout/paragraph-styles.ts'

const soft = '\u00ad'
/** Typefaces are set so that they take about the same room; this much of it is left to what they differ by. */
const ownShare = 0.94
/** Shorter words are left whole however narrow their column. */
const shortest = 7

const vowels = 'aeiouyæøåäöéèêóôáü'
/** Pairs that begin words: both go to the new line. */
const beginnings = new Set('bl br dr fj fl fr gj gl gr hj hv kj kl kr kv pj pl pr sj tj tr tv vr'.split(' '))
/** The `s` that joins parts of a compound: it ends a line. */
const joining = /^(?:ng|d|t)s(?![cjk]j)/
/** `s` that may as well end a part as begin the next: the letters do not tell. */
const doubtful = /s[ktp]|x[kt]|[^s]s$|[nr]sv/
const prefix =
  /^(?:etter|fram|fra|imot|inn|mellom|mot|om|opp|over|på|till?|under|upp|ut|av|sam(?=arb))(?=[^aeiouyæøåäöl]|l[aeiouyæøåäö]|arb)/
/** Parts that begin within compounds, where the letters before would be drawn to them. */
const part =
  /(?<=[es])(?=(?:arbeid|arbet|område|opplæring|under(?:sø|sök)|utvikl|utveckl|økonomi|ekonomi|yting))|(?<=l)(?=analys)/

/** Offsets in a word of letters before which it may break, from the left. */
export function breaksIn(word: string): number[] {
  let from = 0
  const points = word
    .toLowerCase()
    .split(part)
    .flatMap((one) => {
      const begin = from
      from += one.length
      // A single letter belongs to what follows it.
      const within = breaksInPart(one).filter((point) => point > 1)
      return [begin, ...within.map((point) => begin + point)]
    })
  const least = (point: number) => (prefix.exec(word.toLowerCase())?.[0].length === point ? 2 : 3)
  return points.filter((point) => point >= least(point) && word.length - point >= 3)
}

function breaksInPart(lower: string): number[] {
  const start = prefix.exec(lower)?.[0].length ?? 0
  const found = start > 0 ? [start] : []
  const isVowel = (at: number) => vowels.includes(lower.charAt(at))
  for (let at = start; at < lower.length; ) {
    if (!isVowel(at)) {
      at += 1
      continue
    }
    let next = at + 1
    while (next < lower.length && !isVowel(next)) next += 1
    const between = lower.slice(at + 1, next)
    if (next < lower.length && between !== '') {
      const joint = joining.exec(between)?.[0].length
      if (joint !== undefined) found.push(at + 1 + joint)
      else if (!doubtful.test(between)) found.push(next - taken(between))
    }
    at = next
  }
  return found
}

/** How many of the consonants between two vowels go to the new line. */
function taken(between: string): number {
  if (between.endsWith('skj')) return 3
  // "utvik-ling", "utveck-ling"; but "klima".
  if (/^c?kl$/.test(between)) return 1
  return beginnings.has(between.slice(-2)) ? 2 : 1
}

const looks = looksOf(plainLook.documentFont)
const { regular, bold } = metricsOf(plainLook.documentFont)

/** The text with a soft hyphen at each point of the words that are wider than `room` (twips); itself where all fit. */
function withSoftHyphens(text: string, style: string, room: number): string {
  const look = looks.get(style) ?? looks.get('')
  if (look === undefined || text.length < shortest) return text
  const widths = look.bold ? bold : regular
  const limit = (room * ownShare * 2048) / (look.size * 10)
  // Addresses are not words: a hyphen would be taken for a part of them.
  return text.replace(/[^\s–—-]+/g, (word) => {
    if (word.length < shortest || /[@.:/]\S/.test(word)) return word
    let width = 0
    for (let at = 0; at < word.length; at += 1) width += unitWidth(word.charCodeAt(at), widths)
    return width <= limit ? word : word.replace(/\p{L}+/gu, softened)
  })
}

function softened(letters: string): string {
  if (letters.length < shortest) return letters
  let from = 0
  const parts = breaksIn(letters).map((point) => {
    const one = letters.slice(from, point)
    from = point
    return one
  })
  return [...parts, letters.slice(from)].join(soft)
}

/** Whether a plain text holds a word that gets soft hyphens in a paragraph of this style and room. */
export function needsHyphens(text: string, style: string | undefined, room: number): boolean {
  return withSoftHyphens(text, style ?? '', room).length > text.length
}

type Node = { readonly [name: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
const childrenOf = (node: Node, name: string): readonly unknown[] => {
  const content = node[name]
  return Array.isArray(content) ? content : []
}

/** A formatted paragraph with soft hyphens in the words that are wider than `room` (twips). Other nodes are given back as they are. */
export function hyphenated(paragraph: IXmlableObject, room: number): IXmlableObject {
  if (!('w:p' in paragraph)) return paragraph
  const children = childrenOf(paragraph, 'w:p')
  const properties = children.find((child): child is Node => isNode(child) && 'w:pPr' in child)
  const named = properties && childrenOf(properties, 'w:pPr').find((child) => isNode(child) && 'w:pStyle' in child)
  const style = isNode(named) ? (named['w:pStyle'] as { _attr?: { 'w:val'?: string } })._attr?.['w:val'] : undefined
  const inner = (child: unknown): unknown => {
    if (!isNode(child)) return child
    for (const wrapper of ['w:hyperlink', 'w:r'] as const) {
      if (!(wrapper in child)) continue
      return {
        [wrapper]: childrenOf(child, wrapper).flatMap((one) => (wrapper === 'w:r' ? textParts(one) : [inner(one)])),
      }
    }
    return child
  }
  const textParts = (one: unknown): unknown[] => {
    if (!isNode(one) || !('w:t' in one)) return [one]
    const content = childrenOf(one, 'w:t')
    const text = content.filter((part) => typeof part === 'string').join('')
    const pieces = withSoftHyphens(text, style ?? '', room).split(soft)
    if (pieces.length === 1) return [one]
    const attributes = content.filter((part) => typeof part !== 'string')
    return pieces.flatMap((piece, at) => [
      ...(at > 0 ? [{ 'w:softHyphen': {} }] : []),
      ...(piece === '' ? [] : [{ 'w:t': [...attributes, piece] }]),
    ])
  }
  return { 'w:p': children.map(inner) } as IXmlableObject
}
