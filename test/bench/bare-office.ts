/** The limit for documents: their content as XML text, deflated by zlib, with no layout, contents, charts or checks. */
import { crc32, deflateRawSync } from 'node:zlib'
import { xml } from './bare-documents.ts'
import type { SheetContent, WordContent } from './document-content.ts'

/** A zip of these parts. */
export function bareZip(parts: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, text]) => {
    const bytes = Buffer.from(text)
    const packed = deflateRawSync(bytes, { level: 6 })
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt16LE(name.length, 22)
    return { name: Buffer.from(name), head, packed }
  })
  const signed = (sign: string, ...rest: Buffer[]) => Buffer.concat([Buffer.from(sign, 'latin1'), ...rest])
  let at = 0
  const locals = entries.map(({ name, head, packed }) => signed('PK\x03\x04', head, name, packed))
  const central = entries.map(({ name, head }, index) => {
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    at += locals[index]?.length ?? 0
    return signed('PK\x01\x02', Buffer.from([20, 0]), head, tail, name)
  })
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, directory, signed('PK\x05\x06', end)])
}

const opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of a Word document around the XML of a body. */
export function wordParts(body: string, styles: string): Record<string, string> {
  const part = (name: string, kind: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${word}.${kind}+xml"/>`
  return {
    '[Content_Types].xml': `${opening}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': `${opening}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${opening}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': styles,
    'word/document.xml': `${opening}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  }
}

export const tableLooks =
  '<w:tblPr><w:tblW w:type="dxa" w:w="9072"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid/>'

export function paragraphXml(style: string, text: string): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`)
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${lines.join('<w:br/>')}</w:r></w:p>`
}

export function bareWord({ blocks, styles }: WordContent): Uint8Array {
  const body = blocks.map((one) => {
    if (one.kind === 'heading') return paragraphXml(`Heading${one.level}`, one.text)
    if (one.kind === 'paragraph') return paragraphXml(one.style, one.text)
    const rows = one.rows.map(
      (cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraphXml('TableText', cell)}</w:tc>`).join('')}</w:tr>`,
    )
    return `<w:tbl>${tableLooks}${rows.join('')}</w:tbl>`
  })
  return bareZip(wordParts(body.join(''), styles))
}

export function bareSheets(sheets: readonly SheetContent[]): Uint8Array {
  const part = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${sheet}.${kind}+xml"/>`
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${opening}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${sheets.map((_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `${opening}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${opening}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${opening}<Relationships xmlns="${relations}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
  }
  for (const [at, { rows }] of sheets.entries()) {
    const cell = (value: unknown) => {
      if (value === null) return '<c/>'
      return typeof value === 'number'
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`
    }
    const written = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `${opening}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${written}</sheetData></worksheet>`
  }
  return bareZip(parts)
}
