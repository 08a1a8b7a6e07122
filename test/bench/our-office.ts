/** Our own way to write Word, given the same content as the other writers: blocks, contents with page numbers, settled bytes. */
import { Document, Packer, TableOfContents } from 'docx'
import { meetingLists, paperTable } from '#shared/documents/meeting/blocks.ts'
import { settleWord } from '#shared/documents/settle-word.ts'
import { type Block, heading, sentence } from '#shared/documents/word/blocks.ts'
import { ourPageNumbers, readFlows } from '#shared/documents/word/layout/pages.ts'
import { stylesFor } from '#shared/documents/word/styles.ts'
import { written } from '#shared/documents/word/written.ts'
import type { WordBlock, WordContent } from './document-content.ts'

function blockOf(one: WordBlock): Block[] {
  if (one.kind === 'heading') return [heading(Math.min(4, one.level) as 1 | 2 | 3 | 4, one.text)]
  if (one.kind === 'paragraph') return [sentence(one.text, one.style)]
  const [head = [], ...rows] = one.rows
  return paperTable(
    head.map((header) => ({ header, width: 1 })),
    rows.map((cells) => ({ cells: cells.map((cell) => cell.split('\n')) })),
    { blank: true },
  )
}

export async function ourWord({ blocks }: WordContent): Promise<Uint8Array> {
  const contents = new TableOfContents('Innhold', { hyperlink: true, headingStyleRange: '2-3' })
  const body = written([contents, ...blocks.flatMap(blockOf)], readFlows())
  const document = new Document({
    styles: stylesFor('nb-NO'),
    numbering: { config: meetingLists },
    pageNumbers: ourPageNumbers,
    sections: [{ children: body }],
  })
  return settleWord(await Packer.pack(document, 'uint8array'), '2026-11-22T10:00:00Z', 'nb-NO', body)
}
