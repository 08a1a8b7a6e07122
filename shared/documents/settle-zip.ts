/**
 * Makes an office file repeatable. The libraries number their parts from counters that live as long as the process, draw random
 * relationship ids and stamp the time of writing; the same snapshot shall give the same bytes on every machine, and on the second run too.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** The XML parts of an office file by name; bytes where a long one was encoded piece by piece. */
export type Parts = Map<string, string | Uint8Array>

/** The first day that a zip can tell, in local time as zip tells it: the same bytes in every time zone. */
const firstZipDay = new Date(1980, 0, 1)

/**
 * Unpacks an office file, hands its XML parts to `edit`, which may change, add or remove them, and packs it again with
 * fixed times. Parts that are not XML are kept as they are; one that is itself a zip (a chart's workbook) is settled likewise.
 */
export function resettle(file: Uint8Array, edit: (parts: Parts) => void): Uint8Array {
  const raw = unzipSync(file)
  const parts: Parts = new Map()
  const binary = new Map<string, Uint8Array>()
  for (const [name, bytes] of Object.entries(raw)) {
    if (/\.(xml|rels)$/.test(name)) parts.set(name, strFromU8(bytes))
    else if (/\.(xlsx|docx)$/.test(name))
      binary.set(
        name,
        resettle(bytes, (inner) => settleTimes(inner)),
      )
    else if (!name.endsWith('/')) binary.set(name, bytes)
  }
  edit(parts)
  const zip: Zippable = {}
  // The content types come first: some readers tell the kind of file by its first part.
  const names = [...parts.keys(), ...binary.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  for (const name of names) {
    const part = binary.get(name) ?? parts.get(name) ?? ''
    const bytes = typeof part === 'string' ? strToU8(part) : part
    // A sheet of 100,000 rows is packed in two fifths of the time, and is a sixteenth larger.
    zip[name] = bytes.length > longPart ? [bytes, { level: 4 }] : bytes
  }
  return zipSync(zip, { mtime: firstZipDay, level: 6 })
}

/** The pieces of a text, each after its `pass`, as one part's bytes. */
export function utf8Of(pieces: Iterable<string>, pass: (piece: string) => string): Uint8Array {
  const encoder = new TextEncoder()
  let bytes = new Uint8Array(1 << 20)
  let used = 0
  for (const piece of pieces) {
    const text = pass(piece)
    // A unit takes at most three bytes.
    if (used + text.length * 3 > bytes.length) {
      const larger = new Uint8Array(Math.max(bytes.length * 1.5, used + text.length * 3))
      larger.set(bytes.subarray(0, used))
      bytes = larger
    }
    used += encoder.encodeInto(text, bytes.subarray(used)).written
  }
  return bytes.subarray(0, used)
}

/** In bytes; longer parts are packed less tightly. */
const longPart = 1 << 24

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2
}

const core = 'docProps/core.xml'

/** Sets the times of an office file to `instant`, and its language, if given; without an instant the times are removed. */
export function settleTimes(parts: Parts, instant?: string, language?: string): void {
  const before = parts.get(core)
  if (typeof before !== 'string') return
  const at = instant?.replace(/\.\d+Z$/, 'Z')
  const times = at
    ? ['created', 'modified']
        .map((name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`)
        .join('')
    : ''
  const spoken = language ? `<dc:language>${language}</dc:language>` : ''
  parts.set(
    core,
    before
      .replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')
      .replace('</cp:coreProperties>', `${times}${spoken}</cp:coreProperties>`),
  )
}

/**
 * Renames every relationship id to `rId1`, `rId2` … in the order its part's relationships are listed. Gives what does so in the
 * parts, for text that is put into them later.
 */
export function settleRelationships(parts: Parts): Map<string, (text: string) => string> {
  const renamed = new Map<string, (text: string) => string>()
  for (const [relsName, rels] of [...parts]) {
    const match = /^(.*\/)_rels\/([^/]+)\.rels$/.exec(relsName)
    const owner = match ? `${match[1]}${match[2]}` : undefined
    const text = owner === undefined ? undefined : parts.get(owner)
    if (owner === undefined || typeof text !== 'string' || typeof rels !== 'string') continue
    const names = new Map<string, string>()
    const settled = rels.replace(/ Id="([^"]+)"/g, (_, id: string) => {
      names.set(id, `rId${names.size + 1}`)
      return ` Id="${names.get(id)}"`
    })
    parts.set(relsName, settled)
    const rename = (given: string) =>
      given.includes(' r:')
        ? given.replace(/ (r:(?:id|embed|link|pict))="([^"]+)"/g, (whole, attribute: string, id: string) => {
            const name = names.get(id)
            return name === undefined ? whole : ` ${attribute}="${name}"`
          })
        : given
    parts.set(owner, rename(text))
    renamed.set(owner, rename)
  }
  return renamed
}
