/** What one of our documents holds, as plain data: the other writers are given this, so that they write the same. */
import { strFromU8, unzipSync } from 'fflate'
import { read, utils } from 'xlsx'

export type WordBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly style: string; readonly text: string }
  /** Cells in rows; the paragraphs of a cell stand on lines of their own. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

export interface WordContent {
  readonly blocks: readonly WordBlock[]
  /** As our document has them, so that the others look the same. */
  readonly styles: string
}
export interface SheetContent {
  readonly name: string
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function textIn(xml: string): string {
  const parts = xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)
  const text = [...parts].map(([, told, other]) => told ?? (other === 'tab' ? '\t' : '\n')).join('')
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
}

/** Paragraphs, headings and tables of a Word document, those of the contents left out. */
export function wordContent(bytes: Uint8Array): WordContent {
  const parts = unzipSync(bytes)
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const body = part('word/document.xml').replace(/<w:sdt>.*?<\/w:sdt>/gs, '')
  const blocks: WordBlock[] = []
  for (const [xml] of body.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>|<w:p\/>/gs)) {
    if (xml.startsWith('<w:tbl>')) {
      const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
          [...cell.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([one]) => textIn(one)).join('\n'),
        ),
      )
      blocks.push({ kind: 'table', rows })
      continue
    }
    const style = /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? 'Normal'
    const text = textIn(xml)
    const level = /^Heading(\d)$/.exec(style)?.[1]
    if (level !== undefined) blocks.push({ kind: 'heading', level: Number(level), text })
    else blocks.push({ kind: 'paragraph', style, text })
  }
  return { blocks, styles: part('word/styles.xml') }
}

/** Pages as the document itself says, in the number that its foot ends with. */
export function pagesTold(bytes: Uint8Array): number {
  const foot = unzipSync(bytes, { filter: ({ name }) => /^word\/footer\d+\.xml$/.test(name) })
  const numbers = Object.values(foot).flatMap((one) =>
    [...strFromU8(one).matchAll(/NUMPAGES.*?<w:t[^>]*>(\d+)</gs)].map(([, number]) => Number(number)),
  )
  return Math.max(0, ...numbers)
}

/** The values of every sheet. */
export function sheetsContent(bytes: Uint8Array): SheetContent[] {
  const book = read(bytes, { type: 'array', dense: true })
  return book.SheetNames.map((name) => ({
    name,
    rows: utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, raw: true, defval: null, blankrows: false }),
  }))
}

export interface Counts {
  readonly headings: number
  readonly rows: number
  /** Characters of all text. */
  readonly text: number
}

/** What a written Word document holds, however it came about. */
export function wordCounts(content: WordContent): Counts {
  const said = content.blocks.map((one) => (one.kind === 'table' ? one.rows.flat().join('') : one.text)).join('')
  return {
    headings: content.blocks.filter(({ kind }) => kind === 'heading').length,
    rows: content.blocks.reduce((sum, one) => sum + (one.kind === 'table' ? one.rows.length : 0), 0),
    text: said.replace(/\s/g, '').length,
  }
}

export function sheetCounts(sheets: readonly SheetContent[]): Counts {
  const values = sheets.flatMap(({ rows }) => rows.flat()).filter((one) => one !== null)
  return {
    headings: sheets.length,
    rows: sheets.reduce((sum, { rows }) => sum + rows.length, 0),
    text: values.reduce<number>((sum, one) => sum + String(one).replace(/\s/g, '').length, 0),
  }
}
