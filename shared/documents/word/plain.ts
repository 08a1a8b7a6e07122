/**
 * Paragraphs and tables that hold plain text, by far most of a long document. The docx library makes some ten objects of each
 * run and as many of each cell, and holds them all until the file is packed; these hold their text, and give either what the
 * library would have formatted or, for `written.ts`, the XML and the heights of it outright.
 * `test/shared/documents/plain.test.ts` holds them to what the library writes. Whatever is more than text (links, bookmarks,
 * charts, fields) stays with the library.
 */
import { FileChild, type IContext, type IXmlableObject, Table, TableCell, TableRow } from 'docx'
import { hyphenated, needsHyphens } from './hyphenation.ts'
import type { BodyReader, Flow, Paragraph, Row } from './layout/read-body.ts'
import { escaped, xmlOf } from './xml-text.ts'

/** A run: its text, or a tab. `color` is six hexadecimal digits. */
export type PlainRun = { readonly text: string; readonly bold?: boolean; readonly color?: string } | 'tab'
type Content = string | readonly PlainRun[]

export interface PlainLook {
  /** Id of a paragraph style. */
  readonly style?: string | undefined
  readonly keepNext?: boolean | undefined
  /** In twips. */
  readonly indent?: { readonly left: number; readonly hanging?: number } | undefined
  readonly numbering?: { readonly reference: string; readonly level: number; readonly instance?: number } | undefined
}

/** Takes XML in pieces, and the heights where pages are counted. */
interface Sink {
  readonly xml: (piece: string) => void
  readonly flow: (flow: Flow) => void
  readonly reader: BodyReader | null
}
/** A block that goes straight into a sink. */
interface Direct {
  readonly writeTo: (sink: Sink, context: IContext) => void
}

const preserved = { _attr: { 'xml:space': 'preserve' } }
const value = (given: string | number) => ({ _attr: { 'w:val': given } })

function runOf(run: PlainRun): IXmlableObject {
  if (run === 'tab') return { 'w:r': [{ 'w:tab': {} }] }
  const text = { 'w:t': [preserved, run.text] }
  const look = [
    ...(run.bold ? [{ 'w:b': {} }, { 'w:bCs': {} }] : []),
    ...(run.color === undefined ? [] : [{ 'w:color': value(run.color) }]),
  ]
  return { 'w:r': look.length === 0 ? [text] : [{ 'w:rPr': look }, text] }
}

function propertiesOf({ style, keepNext, indent, numbering }: PlainLook): IXmlableObject | null {
  const parts = [
    ...(style === undefined ? [] : [{ 'w:pStyle': value(style) }]),
    ...(keepNext ? [{ 'w:keepNext': {} }] : []),
    ...(numbering === undefined
      ? []
      : [
          {
            'w:numPr': [
              { 'w:ilvl': value(numbering.level) },
              // The library puts the list's number in the place of its key when it packs the file.
              { 'w:numId': value(`{${numbering.reference}-${numbering.instance ?? 0}}`) },
            ],
          },
        ]),
    ...(indent === undefined
      ? []
      : [
          {
            'w:ind': {
              _attr: {
                'w:left': indent.left,
                ...(indent.hanging === undefined ? {} : { 'w:hanging': indent.hanging }),
              },
            },
          },
        ]),
  ]
  return parts.length === 0 ? null : { 'w:pPr': parts }
}

function nodeOf(content: Content, look: PlainLook): IXmlableObject {
  const properties = propertiesOf(look)
  const texts = typeof content === 'string' ? (content === '' ? [] : [{ text: content }]) : content
  const parts = [...(properties === null ? [] : [properties]), ...texts.map(runOf)]
  return { 'w:p': parts.length === 0 ? {} : parts }
}

/** Looks that are only a style are most of them; the text of each is made once. */
const styled = new Map<string, string>()

function propertiesText(look: PlainLook): string {
  const { style } = look
  if (style === undefined || look.keepNext || look.indent !== undefined || look.numbering !== undefined) {
    const properties = propertiesOf(look)
    return properties === null ? '' : xmlOf(properties)
  }
  const known = styled.get(style) ?? `<w:pPr><w:pStyle w:val="${escaped(style)}"/></w:pPr>`
  styled.set(style, known)
  return known
}

function textOf(content: Content, look: PlainLook): string {
  if (typeof content !== 'string') return xmlOf(nodeOf(content, look))
  const properties = propertiesText(look)
  if (content === '') return properties === '' ? '<w:p/>' : `<w:p>${properties}</w:p>`
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped(content)}</w:t></w:r></w:p>`
}

function flowOf(reader: BodyReader, content: Content, look: PlainLook, width?: number): Paragraph {
  const text = typeof content === 'string' ? content : content.map((run) => (run === 'tab' ? '\t' : run.text)).join('')
  const { style, keepNext, indent, numbering } = look
  // False is what a paragraph without the word says too: as its style says.
  const own = {
    style,
    keepNext: keepNext || undefined,
    left: indent?.left,
    hanging: indent?.hanging,
    level: numbering?.level,
  }
  return reader.paragraph(own, { text, picture: 0, bookmarks: [] }, width)
}

/** A paragraph of plain text; an empty one has no run. */
export class PlainParagraph extends FileChild implements Direct {
  readonly #look: PlainLook
  readonly #content: Content

  constructor(content: Content, look: PlainLook = {}) {
    super('w:p')
    this.#content = content
    // What the library does: a list's paragraph without a style is one of lists.
    this.#look = look.numbering && look.style === undefined ? { ...look, style: 'ListParagraph' } : look
  }

  #makeList({ file }: IContext): void {
    const { numbering } = this.#look
    if (numbering) file.Numbering.createConcreteNumberingInstance(numbering.reference, numbering.instance ?? 0)
  }

  override prepForXml(context: IContext): IXmlableObject {
    this.#makeList(context)
    return nodeOf(this.#content, this.#look)
  }

  writeTo({ xml, flow, reader }: Sink, context: IContext): void {
    this.#makeList(context)
    xml(textOf(this.#content, this.#look))
    if (reader !== null) flow(flowOf(reader, this.#content, this.#look))
  }
}

/** The texts of a cell, a paragraph each, or finished paragraphs. `properties`: what a cell has beside its width. */
export type PlainCell = (PlainTexts | { readonly blocks: readonly FileChild[] }) & {
  readonly properties?: readonly IXmlableObject[]
}
interface PlainTexts {
  readonly texts: readonly string[]
  readonly look: PlainLook
}

export interface PlainRow {
  readonly cantSplit: boolean
  /** Repeated at the top of each page. */
  readonly isHead?: boolean
  /** At least, in twips. */
  readonly height?: number | undefined
  readonly cells: readonly PlainCell[]
}

/** A table's own looks: plain data, since equal ones are told apart by what they say. */
type PlainTableLook = Omit<ConstructorParameters<typeof Table>[0], 'rows' | 'columnWidths'> & {
  /** In twips. */
  readonly columnWidths: readonly number[]
}

interface Opening {
  /** Looks and grid as the library formats them. */
  readonly parts: readonly IXmlableObject[]
  /** Of each column's cells. */
  readonly widths: readonly IXmlableObject[]
}
const openings = new Map<string, Opening>()
const mostOpenings = 200

/** What the library makes of a table's looks. Most tables of a document share theirs with others, so they are kept. */
function openingOf(look: PlainTableLook, context: IContext): Opening {
  const key = JSON.stringify(look)
  const known = openings.get(key)
  if (known !== undefined) return known
  const cells = look.columnWidths.map(() => new TableCell({ children: [] }))
  // The widths are told outright, so the library needn't look for the page around the table.
  const table = new Table({ ...look, rows: [new TableRow({ children: cells })] }).prepForXml({ ...context, stack: [] })
  const parts: IXmlableObject[] = table?.['w:tbl'] ?? []
  const row: IXmlableObject[] = parts.at(-1)?.['w:tr'] ?? []
  const widths = row.map((cell): IXmlableObject => cell['w:tc'][0]['w:tcPr'][0])
  if (openings.size >= mostOpenings) openings.clear()
  const made = { parts: parts.slice(0, -1), widths }
  openings.set(key, made)
  return made
}

/** A table of rows of plain text. Where it `hyphenates`, words wider than their column get soft hyphens. */
export class PlainTable extends FileChild implements Direct {
  readonly #look: PlainTableLook
  readonly #rows: readonly PlainRow[]
  /** Of each column, in twips; null where words are left as they are. */
  readonly #rooms: readonly number[] | null

  constructor(look: PlainTableLook, rows: readonly PlainRow[], { hyphenates = false } = {}) {
    super('w:tbl')
    this.#look = look
    this.#rows = rows
    const { left = 0, right = 0 } = look.margins ?? {}
    this.#rooms = hyphenates ? look.columnWidths.map((width) => width - Number(left) - Number(right)) : null
  }

  /** The formatted paragraphs of a cell. */
  #nodesOf(cell: PlainCell, column: number, context: IContext): IXmlableObject[] {
    const nodes =
      'texts' in cell
        ? cell.texts.map((text) => nodeOf(text, cell.look))
        : cell.blocks.flatMap((block) => block.prepForXml(context) ?? [])
    const room = this.#rooms?.[column]
    return room === undefined ? nodes : nodes.map((node) => hyphenated(node, room))
  }

  /** Whether a cell can be written from its texts outright. */
  #isPlain(cell: PlainCell, column: number): cell is PlainTexts {
    const room = this.#rooms?.[column]
    return (
      'texts' in cell && (room === undefined || !cell.texts.some((text) => needsHyphens(text, cell.look.style, room)))
    )
  }

  override prepForXml(context: IContext): IXmlableObject {
    const { parts, widths } = openingOf(this.#look, context)
    const rows = this.#rows.map((row) => {
      const cells = row.cells.map((cell, index) => ({
        'w:tc': [cellProperties(cell, widths[index]), ...this.#nodesOf(cell, index, context)],
      }))
      return { 'w:tr': [...rowProperties(row), ...cells] }
    })
    return { 'w:tbl': [...parts, ...rows] }
  }

  /** Row by row: a table of a thousand rows is not held whole but as text. */
  writeTo({ xml, flow, reader }: Sink, context: IContext): void {
    const { parts, widths } = openingOf(this.#look, context)
    const table = { 'w:tbl': parts }
    xml(`<w:tbl>${parts.map(xmlOf).join('')}`)
    const rooms = reader?.widths(table) ?? []
    const plain = widths.map((width) => xmlOf({ 'w:tcPr': [width] }))
    const rows: Row[] = []
    for (const row of this.#rows) {
      let text = `<w:tr>${rowProperties(row).map(xmlOf).join('')}`
      const cells: Paragraph[][] = []
      for (const [index, cell] of row.cells.entries()) {
        text += `<w:tc>${cell.properties?.length ? xmlOf(cellProperties(cell, widths[index])) : plain[index]}`
        if (this.#isPlain(cell, index)) {
          for (const one of cell.texts) text += textOf(one, cell.look)
          if (reader !== null) cells.push(cell.texts.map((one) => flowOf(reader, one, cell.look, rooms[index])))
        } else {
          const nodes = this.#nodesOf(cell, index, context)
          for (const node of nodes) text += xmlOf(node)
          const flows = reader === null ? [] : nodes.flatMap((node) => reader.read(node, rooms[index]))
          cells.push(flows.filter((one) => one.type === 'paragraph'))
        }
        text += '</w:tc>'
      }
      xml(`${text}</w:tr>`)
      const { cantSplit, isHead = false } = row
      rows.push({ isHead, cantSplit, keepNext: cells[0]?.[0]?.keepNext ?? false, cells })
    }
    xml('</w:tbl>')
    const [read] = reader?.read(table) ?? []
    if (read?.type === 'table') flow({ ...read, rows })
  }
}

function cellProperties({ properties = [] }: PlainCell, width: IXmlableObject | undefined): IXmlableObject {
  return { 'w:tcPr': [...(width === undefined ? [] : [width]), ...properties] }
}

const whole = [{ 'w:trPr': [{ 'w:cantSplit': {} }] }]

function rowProperties({ cantSplit, height, isHead = false }: PlainRow): IXmlableObject[] {
  if (cantSplit && height === undefined && !isHead) return whole
  const parts = [
    cantSplit ? { 'w:cantSplit': {} } : { 'w:cantSplit': value('off') },
    ...(isHead ? [{ 'w:tblHeader': {} }] : []),
    ...(height === undefined ? [] : [{ 'w:trHeight': { _attr: { 'w:val': height, 'w:hRule': 'atLeast' } } }]),
  ]
  return [{ 'w:trPr': parts }]
}
