/** The peers for documents: the same texts and tables by a library, with none of our layout, contents or charts. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { utils, write } from 'xlsx'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { sheetsOf, tablesOf } from './bare-documents.ts'

const told = (value: unknown) => String(value ?? '')

/** docx, plain. */
export function docxPackage(snapshot: Snapshot): Promise<Uint8Array> {
  const row = (cells: readonly unknown[]) =>
    new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(told(cell))] })) })
  const children = [
    // The library writes no table without rows; the bare file's empty ones hold nothing either.
    ...tablesOf(snapshot)
      .filter((rows) => rows.length > 0)
      .map((rows) => new Table({ rows: rows.map(row) })),
    ...snapshot.visits.summaries.flatMap((one) => [
      new Paragraph(`${told(one.companyName)} ${one.visitedOn}`),
      new Paragraph(one.text),
    ]),
  ]
  return Packer.pack(new Document({ sections: [{ children }] }), 'uint8array')
}

/** SheetJS, compressed as our workbook is. */
export function sheetJsWorkbook(snapshot: Snapshot): Uint8Array {
  const book = utils.book_new()
  for (const rows of sheetsOf(snapshot)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((cells) => cells.map(told))))
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
}
