/** What every Word document of Fyr needs once the library has written it: repeatable bytes, and tables that tell their name. */
import { type Parts, resettle, settleRelationships, settleTimes } from './settle-zip.ts'

/** The same bytes for the same content: times set to `dataAsOf` (an instant), ids and numbers from 1, tables named. */
export function settleWord(packed: Uint8Array, dataAsOf: string, locale: string): Uint8Array {
  return resettle(packed, (parts) => {
    settleTimes(parts, dataAsOf, locale)
    settleRelationships(parts)
    settleNumbers(parts)
    nameTables(parts)
  })
}

const body = 'word/document.xml'

/** Numbers bookmarks and drawings from 1: the library counts on through the life of the process. */
function settleNumbers(parts: Parts): void {
  const text = parts.get(body)
  if (text === undefined) return
  const counted = [
    /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)/g,
    /(<wp:docPr\b[^>]*? id=")(\d+)/g,
    /(<w:bookmarkStart\b[^>]*? w:name="_Toc|<w:hyperlink\b[^>]*? w:anchor="_Toc|<w:instrText\b[^>]*>PAGEREF _Toc)(\d+)/g,
  ]
  const settled = counted.reduce((from, pattern) => {
    const numbers = new Map<string, number>()
    return from.replace(pattern, (_, before: string, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1
      numbers.set(id, number)
      return `${before}${number}`
    })
  }, text)
  parts.set(body, settled)
}

/** Gives each table the heading above it as its title, which screen readers tell; the library can't write it. */
function nameTables(parts: Parts): void {
  const text = parts.get(body)
  if (text === undefined) return
  let name = ''
  const pattern = /<w:pStyle w:val="Heading[1-6]"\/>.*?<\/w:p>|<w:tblLook\b[^>]*\/>/gs
  parts.set(
    body,
    text.replace(pattern, (found) => {
      if (found.startsWith('<w:tblLook')) return `${found}<w:tblCaption w:val="${name.replaceAll('"', '&quot;')}"/>`
      name = [...found.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, part]) => part).join('')
      return found
    }),
  )
}
