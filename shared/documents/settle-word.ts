/** What every Word document of Fyr needs once the library has written it: repeatable bytes, and tables that tell their name. */
import type { FileChild } from 'docx'
import { type DocumentLook, dressParts, ownLook, recoloured } from './look.ts'
import { type Parts, resettle, settleRelationships, settleTimes, utf8Of } from './settle-zip.ts'
import { directed } from './text-direction.ts'
import { mark, Written } from './word/written.ts'

/**
 * The same bytes for the same content: times set to `dataAsOf` (an instant), ids and numbers from 1, tables named, all in the
 * partnership's own `look`. `blocks` are the body's, where some of them are `written`. Throws where the marks of written blocks and the blocks don't match.
 */
export function settleWord(
  packed: Uint8Array,
  dataAsOf: string,
  locale: string,
  blocks: readonly FileChild[] = [],
  look: DocumentLook = ownLook,
): Uint8Array {
  return resettle(packed, (parts) => {
    settleTimes(parts, dataAsOf, locale)
    const renamed = settleRelationships(parts)
    dressParts(parts, look)
    speakInCharts(parts, locale)
    const text = parts.get(body)
    if (typeof text !== 'string') return
    const rename = renamed.get(body) ?? ((part: string) => part)
    const settle = [recoloured(look), settledNumbers(), namedTables(), directed]
    // Piece by piece: a thousand pages are 15 million characters, and each pass over them would hold a copy.
    parts.set(
      body,
      utf8Of(piecesOf(text, blocks, rename), (piece) => settle.reduce((from, one) => one(from), piece)),
    )
  })
}

const body = 'word/document.xml'

/** Windows' numbers of the documents' languages, as number formats name them. */
const languageNumbers: Readonly<Record<string, string>> = { 'nb-NO': '414', 'sv-SE': '41D', 'en-GB': '809' }

/**
 * Charts in the document's language: a decimal comma and thin thousands wherever they are opened, not as on the reader's machine. The names of
 * what is counted stand at the edge, where no line below zero runs through them. The library writes English, and names at the axis.
 */
function speakInCharts(parts: Parts, locale: string): void {
  const number = languageNumbers[locale]
  for (const [name, xml] of parts) {
    if (!/^word\/charts\/chart\d+\.xml$/.test(name) || typeof xml !== 'string') continue
    const spoken = xml
      .replace(/(<c:lang val="|<a:(?:endParaRPr|rPr|defRPr) lang=")en-US(?=")/g, `$1${locale}`)
      .replace(/(<c:catAx>.*?<c:tickLblPos val=")nextTo(?=")/gs, '$1low')
    parts.set(
      name,
      number === undefined ? spoken : spoken.replace(/(<c:numFmt formatCode=")(?=[#0G])/g, `$1[$-${number}]`),
    )
  }
}

/** The body's text in pieces, written blocks in the place of their marks. */
function* piecesOf(
  text: string,
  blocks: readonly FileChild[],
  rename: (part: string) => string,
): Generator<string, void, undefined> {
  const found = blocks.filter((block) => block instanceof Written)
  let at = 0
  let from = 0
  for (const match of text.matchAll(new RegExp(`<${mark}\\b([^>]*)/>`, 'g'))) {
    yield text.slice(from, match.index)
    const numbers = [...(match[1] ?? '').matchAll(/="([^"]*)"/g)].map(([, number = '']) => number)
    const written = found[at]
    if (written === undefined) throw new Error('a mark without its written block')
    for (const piece of written.take(numbers)) yield rename(piece)
    at += 1
    from = match.index + match[0].length
  }
  if (at !== found.length) throw new Error(`${at} marks for ${found.length} written blocks`)
  yield text.slice(from)
}

type Pass = (piece: string) => string

/** Numbers bookmarks and drawings from 1: the library counts on through the life of the process. */
function settledNumbers(): Pass {
  const counted = [
    { sign: '<w:bookmark', pattern: /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)/g },
    { sign: '<wp:docPr', pattern: /(<wp:docPr\b[^>]*? id=")(\d+)/g },
    {
      sign: '_Toc',
      pattern:
        /(<w:bookmarkStart\b[^>]*? w:name="_Toc|<w:hyperlink\b[^>]*? w:anchor="_Toc|<w:instrText\b[^>]*>PAGEREF _Toc)(\d+)/g,
    },
  ].map((one) => ({ ...one, numbers: new Map<string, number>() }))
  return (piece) =>
    counted.reduce((from, { sign, pattern, numbers }) => {
      if (!from.includes(sign)) return from
      return from.replace(pattern, (_, before: string, id: string) => {
        const number = numbers.get(id) ?? numbers.size + 1
        numbers.set(id, number)
        return `${before}${number}`
      })
    }, piece)
}

/** Gives each table the heading above it as its title, which screen readers tell; the library can't write it. */
function namedTables(): Pass {
  let name = ''
  const pattern = /<w:pStyle w:val="Heading[1-6]"\/>.*?<\/w:p>|<w:tblLook\b[^>]*\/>/gs
  return (piece) => {
    if (!piece.includes('<w:tblLook') && !piece.includes('<w:pStyle w:val="Heading')) return piece
    return piece.replace(pattern, (found) => {
      if (found.startsWith('<w:tblLook')) return `${found}<w:tblCaption w:val="${name.replaceAll('"', '&quot;')}"/>`
      name = [...found.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, part]) => part).join('')
      return found
    })
  }
}
