import { strFromU8, unzipSync } from 'fflate'

/** The parts of one of Fyr's own Word files that its pages are drawn from. */
export interface WordFile {
  readonly title: string
  readonly language: string
  readonly body: Element
  readonly styles: Element
  readonly numbering: Element | null
  /** The target of a relationship of the body; `outside` where it is no part of the file. */
  readonly target: (id: string) => { readonly target: string; readonly outside: boolean } | null
  /** A part named by a relationship of the body. */
  readonly xml: (target: string) => Element | null
  readonly bytes: (target: string) => Uint8Array<ArrayBuffer> | null
}

/** @throws Error where the bytes are no Word file. */
export function openWordFile(bytes: Uint8Array): WordFile {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^word\/(?!embeddings)|^docProps\/core/.test(name) })
  const read = (name: string): Element | null => {
    const part = parts[name]
    if (part === undefined) return null
    const root = new DOMParser().parseFromString(strFromU8(part), 'application/xml').documentElement
    if (root.localName === 'parsererror') throw new Error(`${name} is not well-formed`)
    return root
  }
  const body = child(read('word/document.xml'), 'body')
  const styles = read('word/styles.xml')
  if (body === null || styles === null) throw new Error('no Word file')
  const links = new Map(
    children(read('word/_rels/document.xml.rels'), 'Relationship').map((one) => [one.getAttribute('Id') ?? '', one]),
  )
  return {
    body,
    styles,
    numbering: read('word/numbering.xml'),
    title: read('docProps/core.xml')?.getElementsByTagNameNS('*', 'title')[0]?.textContent ?? '',
    language: styles.getElementsByTagNameNS('*', 'lang')[0]?.getAttributeNS(w, 'val') ?? '',
    target: (id) => {
      const link = links.get(id)
      return link === undefined
        ? null
        : { target: link.getAttribute('Target') ?? '', outside: link.getAttribute('TargetMode') === 'External' }
    },
    xml: (target) => read(`word/${target}`),
    bytes: (target) => {
      const part = parts[`word/${target}`]
      return part === undefined ? null : new Uint8Array(part)
    },
  }
}

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The first child of that name, whatever its namespace. */
export function child(parent: Element | null | undefined, name: string): Element | null {
  for (const one of parent?.children ?? []) if (one.localName === name) return one
  return null
}

export function children(parent: Element | null | undefined, name: string): Element[] {
  return [...(parent?.children ?? [])].filter(({ localName }) => localName === name)
}

/** An attribute of Word's namespace. */
export function value(element: Element | null | undefined, name = 'val'): string | null {
  return element?.getAttributeNS(w, name) ?? null
}

/** A length or size; 0 where nothing is said. */
export function number(element: Element | null | undefined, name = 'val'): number {
  return Number(value(element, name) ?? 0)
}

/** Whether a switch is on; null where nothing is said. */
export function isOn(element: Element | null): boolean | null {
  return element === null ? null : !['false', '0', 'off'].includes(value(element) ?? '')
}
