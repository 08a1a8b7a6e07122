/** Links and fields that stand open while a part is read. Word writes a link as an element or as a field with a result. */
import type { XmlCursor } from '../xml.ts'
import type { Link } from './document.ts'

interface OpenLink {
  readonly where: string | null
  text: string
}
interface Field {
  instruction: string
  /** What it shows; before that stands what it asks for. */
  isResult: boolean
  link: OpenLink | null
}

export class OpenLinks {
  readonly #links: OpenLink[] = []
  readonly #fields: Field[] = []

  open(where: string | null): void {
    this.#links.push({ where, text: '' })
  }

  close(): Link | undefined {
    return this.#links.pop()
  }

  beginField(instruction: string): void {
    this.#fields.push({ instruction, isResult: false, link: null })
  }

  beginResult(where: string | null): void {
    const field = this.#fields.at(-1)
    if (!field) return
    field.isResult = true
    if (/^\s*HYPERLINK\b/i.test(field.instruction)) field.link = { where, text: '' }
  }

  /** The link that the innermost field was, if it was one. */
  endField(): Link | undefined {
    return this.#fields.pop()?.link ?? undefined
  }

  /** Reads a `w:instrText` that has just been opened. */
  readInstruction(cursor: XmlCursor): void {
    const field = this.#fields.at(-1)
    while (cursor.next() && cursor.kind === 'text') if (field) field.instruction += cursor.text
  }

  /** True within what a field asks for, which nobody reads. */
  get isAsking(): boolean {
    return this.#fields.some(({ isResult }) => !isResult)
  }

  write(text: string): void {
    for (const link of this.#links) link.text += text
    for (const { link } of this.#fields) if (link) link.text += text
  }
}
