/** A fast wrong answer is no answer: what each side gave is counted and read before it is timed. */
import { strFromU8, unzipSync } from 'fflate'

export function same(what: string, ours: number, others: readonly number[]): void {
  const odd = others.find((other) => other !== ours)
  if (odd !== undefined) throw new Error(`${what}: ${ours} here, ${odd} beside it`)
}

/** Opens a zip, proves its XML well-formed and counts the tags of a name in the parts of a pattern. */
export function tagsIn(bytes: unknown, parts: RegExp, tag: string): number {
  const opened = Object.entries(unzipSync(bytes as Uint8Array))
  let count = 0
  for (const [name, content] of opened) {
    if (!/\.(xml|rels)$/.test(name)) continue
    const text = strFromU8(content)
    if (!isWellFormed(text)) throw new Error(`${name} is not well-formed`)
    if (parts.test(name)) count += [...text.matchAll(new RegExp(`<${tag}[ />]`, 'g'))].length
  }
  return count
}

const markup = /<\?.*?\?>|<!--.*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gs
/** Every tag closed in its order, and nothing between them that XML takes for a tag or a reference. A parser would fill the memory that is measured. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = []
  let read = 0
  for (const found of xml.matchAll(markup)) {
    const [all, closing, name, , empty] = found
    if (!isText(xml.slice(read, found.index))) return false
    read = found.index + all.length
    if (name === undefined) continue
    if (closing) {
      if (open.pop() !== name) return false
    } else if (!empty) open.push(name)
  }
  return read > 0 && open.length === 0 && xml.slice(read).trim() === ''
}

function isText(text: string): boolean {
  return !text.includes('<') && !/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text)
}

/** The texts of a Word document's paragraphs, those in tables too. */
export function paragraphsIn(bytes: unknown): Set<string> {
  const document = unzipSync(bytes as Uint8Array)['word/document.xml']
  if (!document) throw new Error('no document.xml')
  const paragraphs = strFromU8(document).split('</w:p>')
  return new Set(
    paragraphs.map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')),
  )
}
