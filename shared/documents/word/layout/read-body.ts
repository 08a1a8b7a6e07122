/** Reads what the docx library made of a document's body into the heights that pages are filled with. */
import type { IXmlableObject } from 'docx'
import { page } from '../styles.ts'
import { flowsBehind, mark } from '../written.ts'
import type { FontMetrics } from './font-metrics.ts'
import { countLines } from './lines.ts'
import type { ParagraphLook } from './paragraph-styles.ts'

export interface Paragraph {
  readonly type: 'paragraph'
  /** Lines of one height, in twips. */
  readonly lines: number
  readonly lineHeight: number
  /** The part of a line's height under its text, which may hang over the end of a page. */
  readonly slack: number
  readonly before: number
  readonly after: number
  readonly borderBelow: number
  readonly keepNext: boolean
  readonly keepLines: boolean
  readonly breakBefore: boolean
  readonly bookmarks: readonly string[]
}
export interface Row {
  readonly isHead: boolean
  readonly cantSplit: boolean
  readonly keepNext: boolean
  readonly cells: readonly (readonly Paragraph[])[]
}
export interface Table {
  readonly type: 'table'
  readonly rows: readonly Row[]
  /** Margins above and below a cell's text together. */
  readonly margins: number
  readonly borders: { readonly top: number; readonly between: number; readonly bottom: number }
}
export type Flow = Paragraph | Table
export type Looks = ReadonlyMap<string, ParagraphLook>

const twipsPerEmu = 1 / 635

type Node = readonly [name: string, children: readonly unknown[]]

function childrenOf(content: unknown): readonly unknown[] {
  return Array.isArray(content) ? content : content === null || content === undefined ? [] : [content]
}

function nodesOf(children: readonly unknown[]): Node[] {
  return children.flatMap((child) =>
    typeof child === 'object' && child !== null && !('_attr' in child)
      ? Object.entries(child).map(([name, content]): Node => [name, childrenOf(content)])
      : [],
  )
}

function find(nodes: readonly Node[], name: string): readonly unknown[] | undefined {
  return nodes.find(([one]) => one === name)?.[1]
}

function attribute(children: readonly unknown[] | undefined, name: string): unknown {
  for (const child of children ?? [])
    if (typeof child === 'object' && child !== null && '_attr' in child)
      return (child._attr as Record<string, unknown>)[name]
  return undefined
}

const twips = (value: unknown): number | undefined => (value === undefined ? undefined : Number(value))

function isOn(children: readonly unknown[] | undefined): boolean | undefined {
  if (children === undefined) return undefined
  const value = attribute(children, 'w:val')
  return ![false, 'false', 'off', '0', 0].includes(value as string)
}

/** What of a paragraph's own properties decides on its lines and heights; undefined is as its style says. */
interface OwnLook {
  readonly style?: string | undefined
  readonly keepNext?: boolean | undefined
  readonly keepLines?: boolean | undefined
  readonly breakBefore?: boolean | undefined
  readonly before?: number | undefined
  readonly after?: number | undefined
  readonly left?: number | undefined
  readonly hanging?: number | undefined
  readonly right?: number | undefined
  /** Level of its list. */
  readonly level?: number | undefined
  readonly hasTabs?: boolean
}

interface Content {
  text: string
  /** In twips. */
  picture: number
  bookmarks: readonly string[]
}

export interface BodyReader {
  /** A body, or a block of one: its paragraphs and tables in order, those of the contents among them. */
  readonly read: (body: IXmlableObject, width?: number) => Flow[]
  /** A paragraph by what it holds; `width` is the room between the edges, in twips. */
  readonly paragraph: (own: OwnLook, content: Content, width?: number) => Paragraph
  /** Room for text in each column of a formatted table. */
  readonly widths: (table: IXmlableObject) => number[]
}

export function bodyReader(looks: Looks, bulletLeft: number, { lineHeight, regular, bold }: FontMetrics): BodyReader {
  const read = (nodes: readonly Node[], width: number): Flow[] =>
    nodes.flatMap(([name, children]): Flow[] => {
      if (name === 'w:p') return [readParagraph(nodesOf(children), width)]
      if (name === 'w:tbl') return [readTable(nodesOf(children))]
      if (name === mark) return [...flowsBehind(children[0])]
      if (name === 'w:sdt' || name === 'w:sdtContent' || name === 'w:body' || name === 'w:document')
        return read(nodesOf(children), width)
      return []
    })

  const readParagraph = (nodes: readonly Node[], width: number): Paragraph => {
    const own = nodesOf(find(nodes, 'w:pPr') ?? [])
    const style = attribute(find(own, 'w:pStyle'), 'w:val')
    const spacing = find(own, 'w:spacing')
    const numbered = find(own, 'w:numPr')
    const indent = find(own, 'w:ind')
    const content = { text: '', picture: 0, bookmarks: [] as string[] }
    collect(nodes, content)
    return paragraph(
      {
        style: style === undefined ? undefined : String(style),
        keepNext: isOn(find(own, 'w:keepNext')),
        keepLines: isOn(find(own, 'w:keepLines')),
        breakBefore: isOn(find(own, 'w:pageBreakBefore')),
        before: twips(attribute(spacing, 'w:before')),
        after: twips(attribute(spacing, 'w:after')),
        left: twips(attribute(indent, 'w:left')),
        hanging: twips(attribute(indent, 'w:hanging')),
        right: twips(attribute(indent, 'w:right')),
        level: numbered === undefined ? undefined : Number(attribute(find(nodesOf(numbered), 'w:ilvl'), 'w:val') ?? 0),
        hasTabs: find(own, 'w:tabs') !== undefined,
      },
      content,
      width,
    )
  }

  const paragraph = (own: OwnLook, content: Content, width: number = page.textWidth): Paragraph => {
    const look = looks.get(own.style ?? '') ?? looks.get('')
    if (look === undefined) throw new Error('the styles have no paragraph without a style')
    const isBullet = own.level !== undefined
    const left = own.left ?? (own.level === undefined ? look.left : bulletLeft * (own.level + 1))
    const hanging = own.hanging ?? look.hanging
    const natural = look.size * 10 * lineHeight
    const slack = look.lineRule === 'auto' ? Math.max(0, look.line / 240 - 1) * natural : 0
    const lines =
      content.picture > 0 || content.text === ''
        ? 1
        : countLines(content.text, {
            size: look.size,
            widths: look.bold ? bold : regular,
            width: width - (own.right ?? look.right),
            // A bullet stands in the hanging part and a tab takes the text to the indent.
            first: isBullet ? left : left - hanging,
            rest: left,
            leftStop: look.leftStop,
            rightStop: own.hasTabs === true && look.leftStop === null,
          })
    const height = look.lineRule === 'exact' ? look.line : Math.max(natural, content.picture) + slack
    return {
      type: 'paragraph',
      lines,
      lineHeight: look.lineRule === 'atLeast' ? Math.max(height, look.line) : height,
      slack,
      before: own.before ?? look.before,
      after: own.after ?? look.after,
      borderBelow: look.borderBelow,
      keepNext: own.keepNext ?? look.keepNext,
      keepLines: own.keepLines ?? look.keepLines,
      breakBefore: own.breakBefore ?? false,
      bookmarks: content.bookmarks,
    }
  }

  const widthsOf = (nodes: readonly Node[]): number[] => {
    const margin = nodesOf(find(nodesOf(find(nodes, 'w:tblPr') ?? []), 'w:tblCellMar') ?? [])
    const beside = ['w:left', 'w:right'].reduce(
      (all, side) => all + Number(attribute(find(margin, side), 'w:w') ?? 0),
      0,
    )
    return nodesOf(find(nodes, 'w:tblGrid') ?? []).map(([, column]) => Number(attribute(column, 'w:w') ?? 0) - beside)
  }

  const readTable = (nodes: readonly Node[]): Table => {
    const own = nodesOf(find(nodes, 'w:tblPr') ?? [])
    const margin = nodesOf(find(own, 'w:tblCellMar') ?? [])
    const side = (name: string) => twips(attribute(find(margin, name), 'w:w')) ?? 0
    const border = nodesOf(find(own, 'w:tblBorders') ?? [])
    // In eighths of a point.
    const line = (name: string) => Number(attribute(find(border, name), 'w:sz') ?? 0) * 2.5
    const widths = widthsOf(nodes)
    const rows = nodes
      .filter(([name]) => name === 'w:tr')
      .map(([, children]): Row => {
        const row = nodesOf(children)
        const properties = nodesOf(find(row, 'w:trPr') ?? [])
        const cells = row
          .filter(([name]) => name === 'w:tc')
          .map(([, cell], index) =>
            read(nodesOf(cell), widths[index] ?? page.textWidth - side('w:left') - side('w:right')).filter(
              (one) => one.type === 'paragraph',
            ),
          )
        return {
          isHead: isOn(find(properties, 'w:tblHeader')) ?? false,
          cantSplit: isOn(find(properties, 'w:cantSplit')) ?? false,
          keepNext: cells[0]?.[0]?.keepNext ?? false,
          cells,
        }
      })
    return {
      type: 'table',
      rows,
      margins: side('w:top') + side('w:bottom'),
      borders: { top: line('w:top'), between: line('w:insideH'), bottom: line('w:bottom') },
    }
  }

  return {
    read: (body, width = page.textWidth) => read(nodesOf([body]), width),
    paragraph,
    widths: (table) => widthsOf(nodesOf(childrenOf(table['w:tbl']))),
  }
}

/** Text, height of a picture in twips, and bookmarks of a paragraph's runs. */
function collect(nodes: readonly Node[], into: { text: string; picture: number; bookmarks: string[] }): void {
  for (const [name, children] of nodes) {
    if (name === 'w:t') into.text += children.filter((child) => typeof child === 'string').join('')
    else if (name === 'w:tab') into.text += '\t'
    else if (name === 'w:softHyphen') into.text += '\u00ad'
    else if (name === 'w:br') into.text += '\n'
    // The number is what is being found out; most have two digits.
    else if (name === 'w:instrText' && children.some((child) => String(child).startsWith('PAGEREF'))) into.text += '00'
    else if (name === 'wp:extent')
      into.picture = Math.max(into.picture, Number(attribute(children, 'cy') ?? 0) * twipsPerEmu)
    else if (name === 'w:bookmarkStart') into.bookmarks.push(String(attribute(children, 'w:name')))
    else if (name !== 'w:pPr' && name !== 'w:rPr') collect(nodesOf(children), into)
  }
}
