/** The few building blocks that every section of a Word document is made of. All text is cleaned here. */
import {
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { cleanLine, paragraphsOf } from '../clean-text.ts'
import { colours, page } from './styles.ts'

export type Block = FileChild
export const bulletList = 'bullets'

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

/** Places in a package that its own text links to. */
export const places = {
  decisions: 'fyr_decisions',
  commitments: 'fyr_commitments',
  followUps: 'fyr_follow_ups',
  goals: 'fyr_goals',
  /** The project of this number in the package, from 0. */
  project: (index: number) => `fyr_project_${index + 1}`,
} as const

interface HeadingOptions {
  readonly pageBreakBefore?: boolean
  /** Name of a place that `linkTo` leads to; unique in the document. */
  readonly place?: string
}

/** A heading of the body: level 1 is the title of the document. */
export function heading(level: 1 | 2 | 3 | 4, text: string, { place, ...options }: HeadingOptions = {}): Block {
  const line = cleanLine(text)
  if (place === undefined) return new Paragraph({ heading: levels[level], text: line, ...options })
  const marked = new Bookmark({ id: place, children: [new TextRun(line)] })
  return new Paragraph({ heading: levels[level], children: [marked], ...options })
}

/** A text that leads to a place in the document. */
export function linkTo(place: string, text: string): ParagraphChild {
  return new InternalHyperlink({
    anchor: place,
    children: [new TextRun({ style: 'Hyperlink', text: cleanLine(text) })],
  })
}

/** One paragraph in a named style of `styles.ts`. */
export function sentence(text: string, style?: string): Block {
  return new Paragraph({ text: cleanLine(text), ...(style ? { style } : {}) })
}

/** A text from people: a paragraph for each of its lines. */
export function prose(text: string): Block[] {
  return paragraphsOf(text).map((line) => new Paragraph({ text: line }))
}

/** A label and its value on one line, the values lined up. */
export function fact(label: string, value: string): Block {
  return new Paragraph({
    style: 'CoverFact',
    children: [new TextRun({ text: cleanLine(label), color: colours.muted }), new TextRun(`\t${cleanLine(value)}`)],
  })
}

/** A real list, one bullet for each item. */
export function bullets(items: readonly string[]): Block[] {
  return items.map(
    (item) =>
      new Paragraph({ style: 'ListParagraph', numbering: { reference: bulletList, level: 0 }, text: cleanLine(item) }),
  )
}

export type Column = { header: string /** Parts of the table's width. */; width: number; number?: boolean }
/** A cell's text; several paragraphs as a list. */
export type CellText = string | readonly string[]

/** Rows longer than this may break across pages: kept whole they could leave most of a page white. */
const longRow = 1200

/**
 * A table with one header row, repeated on every page, and a first column that names the row. No cell is merged.
 * The small paragraph after it keeps two tables apart and gives air.
 */
export function table(columns: readonly Column[], rows: readonly (readonly CellText[])[]): Block[] {
  const parts = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.round((width / parts) * page.textWidth))
  const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ header, number }) =>
        new TableCell({
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: colours.headFill },
          verticalAlign: 'bottom',
          children: [new Paragraph({ style: number ? 'TableHeadNumber' : 'TableHead', text: cleanLine(header) })],
        }),
    ),
  })
  const body = rows.map(
    (cells) =>
      new TableRow({
        cantSplit:
          cells.reduce((sum, cell) => sum + (typeof cell === 'string' ? cell : cell.join('')).length, 0) < longRow,
        children: cells.map((cell, index) => {
          const style = columns[index]?.number ? 'TableNumber' : index === 0 ? 'TableFirst' : 'TableText'
          const lines = (typeof cell === 'string' ? [cell] : cell).flatMap(paragraphsOf)
          return new TableCell({
            children: (lines.length > 0 ? lines : ['–']).map((text) => new Paragraph({ style, text })),
          })
        }),
      }),
  )
  return [
    new Table({
      width: { size: page.textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      borders: {
        top: { ...line, size: 8, color: colours.accent },
        bottom: { ...line, size: 8, color: colours.accent },
        left: none,
        right: none,
        insideHorizontal: line,
        insideVertical: none,
      },
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [head, ...body],
    }),
    new Paragraph({ style: 'AfterTable' }),
  ]
}
