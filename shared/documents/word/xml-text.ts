/** XML text of what the docx library formats; the library writes it only for a whole part at once. */
import type { IXmlableObject } from 'docx'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML knows no control characters; the library drops them as well
const unsafe = /[&"'<>\u0000-\u0008\u000b\u000c\u000e-\u001f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const everyUnsafe = /[&"'<>\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

/** Text within an element or an attribute. */
export function escaped(text: string): string {
  return unsafe.test(text) ? text.replace(everyUnsafe, (character) => escapes[character] ?? '') : text
}

function told(value: unknown): string {
  return typeof value === 'string' ? escaped(value) : String(value)
}

function attributesOf(given: Record<string, unknown>): string {
  let text = ''
  for (const name in given) text += ` ${name}="${told(given[name])}"`
  return text
}

/** The same text as the library's own, character by character (`test/shared/documents/plain.test.ts`). */
export function xmlOf(node: IXmlableObject): string {
  for (const name in node) {
    const content: unknown = node[name]
    if (!Array.isArray(content)) {
      if (typeof content !== 'object') return `<${name}>${told(content)}</${name}>`
      const attributes = (content as { _attr?: Record<string, unknown> } | null)?._attr
      return `<${name}${attributes === undefined ? '' : attributesOf(attributes)}/>`
    }
    let attributes = ''
    let inner = ''
    for (const child of content) {
      if (typeof child !== 'object') inner += told(child)
      else if ('_attr' in child) attributes += attributesOf(child._attr)
      else inner += xmlOf(child)
    }
    return `<${name}${attributes}>${inner}</${name}>`
  }
  return ''
}
