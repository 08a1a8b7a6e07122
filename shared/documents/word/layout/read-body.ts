/** Reads what the docx library made of a document's body into the heights that pages are filled with. */
import type { IXmlableObject } from 'docx'
import { page } from '../styles.ts'
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

/** Calibri's ascent, descent and gap: how high a line is for each twip of the font's size. */
const lineOfFont = 2500 / 2048
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

/** The paragraphs and tables of a body in order, those of the contents among them. */
export function readBody(body: IXmlableObject, looks: Looks, bulletLeft: number): Flow[] {
  const read = (nodes: readonly Node[], width: number): Flow[] =>
    nodes.flatMap(([name, children]): Flow[] => {
      if (name === 'w:p') return [readParagraph(nodesOf(children), width)]
      if (name === 'w:tbl') return [readTable(nodesOf(children))]
      if (name === 'w:sdt' || name === 'w:sdtContent' || name === 'w:body' || name === 'w:document')
        return read(nodesOf(children), width)
      return []
    })

  const readParagraph = (nodes: readonly Node[], width: number): Paragraph => {
    const own = nodesOf(find(nodes, 'w:pPr') ?? [])
    const look = looks.get(String(attribute(find(own, 'w:pStyle'), 'w:val') ?? '')) ?? looks.get('')
    if (look === undefined) throw new Error('the styles have no paragraph without a style')
    const spacing = find(own, 'w:spacing')
    const isBullet = find(own, 'w:numPr') !== undefined
    const indent = find(own, 'w:ind')
    const level = Number(attribute(find(nodesOf(find(own, 'w:numPr') ?? []), 'w:ilvl'), 'w:val') ?? 0)
    const left = twips(attribute(indent, 'w:left')) ?? (isBullet ? bulletLeft * (level + 1) : look.left)
    const hanging = twips(attribute(indent, 'w:hanging')) ?? look.hanging
    const right = twips(attribute(indent, 'w:right')) ?? look.right
    const content = { text: '', picture: 0, bookmarks: [] as string[] }
    collect(nodes, content)
    const natural = look.size * 10 * lineOfFont
    const slack = look.lineRule === 'auto' ? Math.max(0, look.line / 240 - 1) * natural : 0
    const lines =
      content.picture > 0 || content.text === ''
        ? 1
        : countLines(content.text, {
            size: look.size,
            bold: look.bold,
            width: width - right,
            // A bullet stands in the hanging part and a tab takes the text to the indent.
            first: isBullet ? left : left - hanging,
            rest: left,
            leftStop: look.leftStop,
            rightStop: find(own, 'w:tabs') !== undefined && look.leftStop === null,
          })
    const height = look.lineRule === 'exact' ? look.line : Math.max(natural, content.picture) + slack
    return {
      type: 'paragraph',
      lines,
      lineHeight: look.lineRule === 'atLeast' ? Math.max(height, look.line) : height,
      slack,
      before: twips(attribute(spacing, 'w:before')) ?? look.before,
      after: twips(attribute(spacing, 'w:after')) ?? look.after,
      borderBelow: look.borderBelow,
      keepNext: isOn(find(own, 'w:keepNext')) ?? look.keepNext,
      keepLines: isOn(find(own, 'w:keepLines')) ?? look.keepLines,
      breakBefore: isOn(find(own, 'w:pageBreakBefore')) ?? false,
      bookmarks: content.bookmarks,
    }
  }

  const readTable = (nodes: readonly Node[]): Table => {
    const own = nodesOf(find(nodes, 'w:tblPr') ?? [])
    const margin = nodesOf(find(own, 'w:tblCellMar') ?? [])
    const side = (name: string) => twips(attribute(find(margin, name), 'w:w')) ?? 0
    const border = nodesOf(find(own, 'w:tblBorders') ?? [])
    // In eighths of a point.
    const line = (name: string) => Number(attribute(find(border, name), 'w:sz') ?? 0) * 2.5
    const beside = side('w:left') + side('w:right')
    const widths = nodesOf(find(nodes, 'w:tblGrid') ?? []).map(([, column]) => Number(attribute(column, 'w:w') ?? 0))
    const rows = nodes
      .filter(([name]) => name === 'w:tr')
      .map(([, children]): Row => {
        const row = nodesOf(children)
        const properties = nodesOf(find(row, 'w:trPr') ?? [])
        const cells = row
          .filter(([name]) => name === 'w:tc')
          .map(([, cell], index) =>
            read(nodesOf(cell), (widths[index] ?? page.textWidth) - beside).filter((one) => one.type === 'paragraph'),
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

  return read(nodesOf([body]), page.textWidth)
}

/** Text, height of a picture in twips, and bookmarks of a paragraph's runs. */
function collect(nodes: readonly Node[], into: { text: string; picture: number; bookmarks: string[] }): void {
  for (const [name, children] of nodes) {
    if (name === 'w:t') into.text += children.filter((child) => typeof child === 'string').join('')
    else if (name === 'w:tab') into.text += '\t'
    else if (name === 'w:br') into.text += '\n'
    // The number is what is being found out; most have two digits.
    else if (name === 'w:instrText' && children.some((child) => String(child).startsWith('PAGEREF'))) into.text += '00'
    else if (name === 'wp:extent')
      into.picture = Math.max(into.picture, Number(attribute(children, 'cy') ?? 0) * twipsPerEmu)
    else if (name === 'w:bookmarkStart') into.bookmarks.push(String(attribute(children, 'w:name')))
    else if (name !== 'w:pPr' && name !== 'w:rPr') collect(nodesOf(children), into)
  }
}
