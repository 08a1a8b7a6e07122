import type { DocumentFinding } from '../../domain/records/document-finding.ts'
import { cleanText } from '../clean-text.ts'
import { Findings } from './findings.ts'
import { OfficeFile } from './office-file.ts'

/** Shorter texts say nothing alone: "Budsjett", a name. */
const shortest = 12
/** From here on a passage does not read the same by chance. */
const passage = 40
const exemptOrder = ['exemptPassage', 'exemptWords'] as const
const ends = /<\/(?:w:p|w:tc|a:p|si|t|c)>|<w:(?:br|tab)\b[^>]*>/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Which of the texts that are exempt from disclosure stand in a document. Each is looked for line by line, whole, and told by its own words.
 *
 * @param texts what may not be there, as people wrote it.
 * @param open what may, though some of it reads the same.
 * @throws ProblemError as `checkDocument`.
 */
export function exemptIn(bytes: Uint8Array, texts: readonly string[], open: readonly string[]): DocumentFinding[] {
  const allowed = new Set(open.flatMap(linesOf))
  const wanted = new Set(texts.flatMap(linesOf).filter((line) => line.length >= shortest && !allowed.has(line)))
  const found = new Findings()
  if (wanted.size === 0) return []
  const written = writtenIn(bytes)
  for (const line of wanted) {
    if (written.includes(line)) found.add(line.length >= passage ? 'exemptPassage' : 'exemptWords', line)
  }
  return found.list(exemptOrder)
}

/** Lines of a text with their white space made one, as `writtenIn` has it. */
function linesOf(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
}

/** All that a document's parts say, of whatever kind: body, headers, notes, charts, properties, cells. */
function writtenIn(bytes: Uint8Array): string {
  const file = new OfficeFile(bytes)
  return file
    .names()
    .filter((name) => name.endsWith('.xml'))
    .map((name) =>
      (file.text(name) ?? '')
        .replace(ends, '\n')
        .replace(/<[^>]*>/g, '')
        .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, number, named) => {
          if (named) return entities[named] ?? whole
          const code = hex ? Number.parseInt(hex, 16) : Number(number)
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole
        })
        .replace(/\s+/g, ' '),
    )
    .join('\n')
}
