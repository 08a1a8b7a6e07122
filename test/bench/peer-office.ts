/** The peers for documents of a given content: docxtemplater and docx for Word, exceljs at once and in a stream for Excel. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { bareZip, paragraphXml, tableLooks, wordParts } from './bare-office.ts'
import type { SheetContent, WordBlock, WordContent } from './document-content.ts'

/**
 * A template with a loop over the blocks: a heading of each level, a paragraph of each style, a table of each number of columns with
 * a loop over its rows. Made before the time is taken, as a user would have it ready.
 */
export function templateOf({ blocks, styles }: WordContent): Uint8Array {
  const tag = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const kinds = new Set(blocks.map(keyOf))
  const part = (key: string) => {
    const [kind, what = ''] = key.split('_')
    if (kind === 'table') {
      const count = Number(what)
      const cells = Array.from({ length: count }, (_, at) => {
        const text = `${at === 0 ? '{#rows}' : ''}{c${at}}${at === count - 1 ? '{/rows}' : ''}`
        return `<w:tc>${paragraphXml('TableText', text)}</w:tc>`
      })
      return `<w:tbl>${tableLooks}<w:tr>${cells.join('')}</w:tr></w:tbl>`
    }
    return paragraphXml(kind === 'heading' ? `Heading${what}` : what, '{text}')
  }
  const body = [...kinds].map((key) => `${tag(`{#${key}}`)}${part(key)}${tag(`{/${key}}`)}`).join('')
  return bareZip(wordParts(`${tag('{#blocks}')}${body}${tag('{/blocks}')}`, styles))
}

function keyOf(one: WordBlock): string {
  if (one.kind === 'heading') return `heading_${one.level}`
  return one.kind === 'table' ? `table_${one.rows[0]?.length ?? 0}` : `paragraph_${one.style}`
}

/** The content in the words of the template. */
export function templateData({ blocks }: WordContent): object {
  return {
    blocks: blocks.map((one) => ({
      [keyOf(one)]:
        one.kind === 'table'
          ? { rows: one.rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [`c${at}`, cell]))) }
          : { text: one.text },
    })),
  }
}

export async function templaterWord(template: Uint8Array, data: object): Promise<Uint8Array> {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([
    import('docxtemplater'),
    import('pizzip'),
  ])
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true })
  document.render(data)
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** docx, as it is meant to be used: the same headings, paragraphs and tables. */
export async function docxWord({ blocks, styles }: WordContent): Promise<Uint8Array> {
  const { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = await import('docx')
  const paragraph = (style: string, text: string) =>
    new Paragraph({
      style,
      children: text.split('\n').map((line, at) => new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) })),
    })
  const children = blocks.map((one) => {
    if (one.kind === 'heading') return paragraph(`Heading${one.level}`, one.text)
    if (one.kind === 'paragraph') return paragraph(one.style, one.text)
    return new Table({
      rows: one.rows.map(
        (cells) =>
          new TableRow({ children: cells.map((text) => new TableCell({ children: [paragraph('TableText', text)] })) }),
      ),
    })
  })
  return Packer.pack(new Document({ externalStyles: styles, sections: [{ children }] }), 'uint8array')
}

const bold = { bold: true }

/** exceljs in memory: headers, widths, a filter and frozen rows, as ours. */
export async function exceljsSheets(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  for (const { name, rows } of sheets) {
    const made = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    for (const row of rows) made.addRow([...row])
    made.getRow(1).font = bold
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** exceljs in a stream, its way to write long files. */
export async function exceljsStream(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs')
  const stream = new PassThrough()
  const read = buffer(stream)
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  for (const { name, rows } of sheets) {
    const made = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    for (const [at, row] of rows.entries()) {
      const added = made.addRow([...row])
      if (at === 0) added.font = bold
      added.commit()
    }
    made.commit()
  }
  await book.commit()
  return read
}
