/**
 * Reads XML of unknown make: a cursor over start tags, end tags and texts. Names come with the prefixes below whatever prefixes the
 * file uses, so that documents of any writer read alike. One pass without look-back: time grows with the length alone. A document type
 * is refused (ISO/IEC 29500-2 forbids it, and entities could grow without end).
 */
import { problem } from '../../contract/problem.ts'

const office = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'
/** Our prefix for each namespace that a rule reads. */
const prefixes: Readonly<Record<string, string>> = {
  [`${office}/wordprocessingml/2006/main`]: 'w',
  [`${strict}/wordprocessingml/main`]: 'w',
  [`${office}/drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${strict}/drawingml/wordprocessingDrawing`]: 'wp',
  [`${office}/drawingml/2006/main`]: 'a',
  [`${strict}/drawingml/main`]: 'a',
  [`${office}/drawingml/2006/chart`]: 'c',
  [`${strict}/drawingml/chart`]: 'c',
  [`${office}/drawingml/2006/spreadsheetDrawing`]: 'xdr',
  [`${strict}/drawingml/spreadsheetDrawing`]: 'xdr',
  [`${office}/spreadsheetml/2006/main`]: 's',
  [`${strict}/spreadsheetml/main`]: 's',
  [`${office}/officeDocument/2006/relationships`]: 'r',
  [`${strict}/officeDocument/relationships`]: 'r',
  [`${office}/package/2006/relationships`]: 'rel',
  [`${office}/package/2006/metadata/core-properties`]: 'cp',
  [`${office}/officeDocument/2006/custom-properties`]: 'cust',
  [`${strict}/officeDocument/customProperties`]: 'cust',
  [`${office}/officeDocument/2006/docPropsVTypes`]: 'vt',
  [`${strict}/officeDocument/docPropsVTypes`]: 'vt',
  [`${office}/markup-compatibility/2006`]: 'mc',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/drawing/2017/decorative': 'adec',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}
/** Deeper than any document is nested; a hostile one ends here. */
const deepest = 2000
const damaged = () => problem('damagedFile', 'documentChecks.unreadable.damaged')

type Names = ReadonlyMap<string, string>
interface Open {
  readonly raw: string
  readonly name: string
  /** The prefixes that hold outside it. */
  readonly outer: Names
}

/** @throws ProblemError `damagedFile` from `next` where the text is not well-formed. */
export class XmlCursor {
  /** What `next` stopped at. A tag without content gives `open`, then `close`. */
  kind: 'open' | 'close' | 'text' = 'text'
  /** Of a tag: its name with our prefix, `?` for a namespace that no rule reads. */
  name = ''
  /** How many elements are open around, an opened one included. */
  get depth(): number {
    return this.#open.length
  }
  readonly #source: string
  #at = 0
  #tag = ''
  #content = ''
  #closeNext = false
  #attributes: Map<string, string> | null = null
  #open: Open[] = []
  #seen = false
  #names: Names = new Map([['xml', 'xml']])
  /** Names as they stand in the file → with our prefix, as long as the prefixes hold. */
  #known = new Map<string, string>()

  constructor(source: string) {
    this.#source = source.startsWith('\ufeff') ? source.slice(1) : source
  }

  /** The text between two tags, its references resolved. */
  get text(): string {
    return this.#content.includes('&') ? resolve(this.#content) : this.#content
  }

  /** An attribute of the tag, by its name with our prefix; undefined where it has none. */
  attribute(name: string): string | undefined {
    this.#attributes ??= this.#readAttributes()
    return this.#attributes.get(name)
  }

  /** Moves on; false at the end. */
  next(): boolean {
    if (this.#closeNext) {
      this.#closeNext = false
      this.#close(this.#open.at(-1)?.raw ?? '')
      return true
    }
    const source = this.#source
    while (this.#at < source.length) {
      const tag = source.indexOf('<', this.#at)
      if (tag !== this.#at) {
        const end = tag < 0 ? source.length : tag
        const content = source.slice(this.#at, end)
        this.#at = end
        if (this.#open.length > 0) {
          this.kind = 'text'
          this.#content = content
          return true
        }
        if (content.trim() !== '') throw damaged()
        continue
      }
      const code = source.charCodeAt(tag + 1)
      if (code === 33 || code === 63) {
        if (this.#skip(tag)) return true
        continue
      }
      const end = this.#endOfTag(tag)
      this.#at = end + 1
      if (code === 47) this.#close(source.slice(tag + 2, end).trimEnd())
      else this.#begin(source.slice(tag + 1, end))
      return true
    }
    if (this.#open.length > 0 || !this.#seen) throw damaged()
    return false
  }

  /** Moves to the outermost element; true where it has this name. */
  opens(name: string): boolean {
    return this.next() && this.name === name
  }

  /** Having opened an element, moves to its end. */
  skip(): void {
    for (const _ of this.inside());
  }

  /** Having opened an element, moves to its end and stops at each element opened within, by its name. */
  *inside(): Generator<string, void> {
    const depth = this.depth
    while (this.next()) {
      if (this.kind === 'open') yield this.name
      else if (this.kind === 'close' && this.depth < depth) return
    }
  }

  #begin(written: string): void {
    if (this.#open.length >= deepest || (this.#open.length === 0 && this.#seen)) throw damaged()
    this.#seen = true
    const closed = written.endsWith('/')
    this.#tag = closed ? written.slice(0, -1) : written
    const space = this.#tag.search(/\s/)
    const raw = space < 0 ? this.#tag : this.#tag.slice(0, space)
    if (raw === '') throw damaged()
    const outer = this.#names
    this.#attributes = null
    if (this.#tag.includes('xmlns')) this.#declare()
    this.kind = 'open'
    this.name = this.#nameOf(raw)
    this.#open.push({ raw, name: this.name, outer })
    this.#closeNext = closed
  }

  #close(raw: string): void {
    const open = this.#open.pop()
    if (!open || open.raw !== raw) throw damaged()
    this.kind = 'close'
    this.name = open.name
    if (this.#names !== open.outer) {
      this.#names = open.outer
      this.#known = new Map()
    }
  }

  /** Past a comment or an instruction; true at character data, which is a text. */
  #skip(from: number): boolean {
    const source = this.#source
    const past = (mark: string, start: number) => {
      const end = source.indexOf(mark, start)
      if (end < 0) throw damaged()
      this.#at = end + mark.length
      return end
    }
    if (source.startsWith('<!--', from)) past('-->', from + 4)
    else if (source.startsWith('<?', from)) past('?>', from + 2)
    else if (source.startsWith('<![CDATA[', from) && this.#open.length > 0) {
      this.kind = 'text'
      this.#content = source.slice(from + 9, past(']]>', from + 9)).replaceAll('&', '&amp;')
      return true
    } else throw damaged()
    return false
  }

  /** The `>` that ends a tag: one within quotes does not. */
  #endOfTag(from: number): number {
    const source = this.#source
    for (let at = from + 1; at < source.length; at++) {
      const code = source.charCodeAt(at)
      if (code === 62) return at
      if (code === 60) break
      if (code !== 34 && code !== 39) continue
      at = source.indexOf(code === 34 ? '"' : "'", at + 1)
      if (at < 0) break
    }
    throw damaged()
  }

  #declare(): void {
    const names = new Map(this.#names)
    for (const [raw, value] of attributesOf(this.#tag)) {
      if (raw === 'xmlns' || raw.startsWith('xmlns:')) names.set(raw.slice(6), prefixes[value] ?? '?')
    }
    this.#names = names
    this.#known = new Map()
  }

  #nameOf(raw: string): string {
    const known = this.#known.get(raw)
    if (known !== undefined) return known
    const colon = raw.indexOf(':')
    const prefix = this.#names.get(colon < 0 ? '' : raw.slice(0, colon)) ?? '?'
    const name = `${prefix}:${raw.slice(colon + 1)}`
    this.#known.set(raw, name)
    return name
  }

  #readAttributes(): Map<string, string> {
    const attributes = new Map<string, string>()
    if (this.kind !== 'open') return attributes
    for (const [raw, value] of attributesOf(this.#tag))
      attributes.set(raw.includes(':') ? this.#nameOf(raw) : raw, value)
    return attributes
  }
}

/** The attributes of a tag as they stand, references resolved. By hand: a pattern takes three times as long, and sheets have millions. */
function attributesOf(tag: string): [raw: string, value: string][] {
  const found: [string, string][] = []
  let at = 0
  while (true) {
    const equals = tag.indexOf('=', at)
    if (equals < 0) return found
    let open = equals + 1
    while (isSpace(tag.charCodeAt(open))) open++
    const quote = tag.charAt(open)
    const close = quote === '"' || quote === "'" ? tag.indexOf(quote, open + 1) : -1
    if (close < 0) throw damaged()
    let end = equals
    while (end > at && isSpace(tag.charCodeAt(end - 1))) end--
    let start = end
    while (start > at && !isSpace(tag.charCodeAt(start - 1))) start--
    const value = tag.slice(open + 1, close)
    found.push([tag.slice(start, end), value.includes('&') ? resolve(value) : value])
    at = close + 1
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function resolve(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(\w+));/gi,
    (_, hex?: string, decimal?: string, name?: string) => {
      const known = name === undefined ? undefined : named[name]
      if (known !== undefined) return known
      const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)
      if (!(code >= 0 && code <= 0x10ffff)) throw damaged()
      return String.fromCodePoint(code)
    },
  )
}
