/** The few building blocks that every section of a Word document is made of. All text is cleaned here. */
import {
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  TableLayoutType,
  TextRun,
  WidthType,
} from 'docx'
import { cleanLine, paragraphsOf } from '../clean-text.ts'
import { PlainParagraph, PlainTable } from './plain.ts'
import { colours, page } from './styles.ts'
import { headRow, heldRows, longRow } from './table-cells.ts'

export type Block = FileChild

/** A paragraph that the contents may list: the library must see it when it fills them. */
export class Heading extends Paragraph {}

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
  if (level === 4 && place === undefined && !options.pageBreakBefore) return lowHeading(level, line)
  if (place === undefined) return new Heading({ heading: levels[level], text: line, ...options })
  const marked = new Bookmark({ id: place, children: [new TextRun(line)] })
  return new Heading({ heading: levels[level], children: [marked], ...options })
}

/** A heading that no contents list: it needs no objects of the library. */
export function lowHeading(level: 4 | 5 | 6, line: string): Block {
  return new PlainParagraph(line, { style: `Heading${level}` })
}

/** A text that leads to a place in the document. */
export function linkTo(place: string, text: string): ParagraphChild {
  return new InternalHyperlink({
    anchor: place,
    children: [new TextRun({ style: 'Hyperlink', text: cleanLine(text) })],
  })
}

/** One paragraph in a named style of `styles.ts`; `keepNext` holds it on the page of what it introduces. */
export function sentence(text: string, style?: string, { keepNext = false } = {}): Block {
  return new PlainParagraph(cleanLine(text), { style, keepNext })
}

/** A text from people: a paragraph for each of its lines. */
export function prose(text: string): Block[] {
  return paragraphsOf(text).map((line) => new PlainParagraph(line))
}

/** A label and its value on one line, the values lined up. */
export function fact(label: string, value: string): Block {
  return new PlainParagraph([{ text: cleanLine(label), color: colours.muted }, { text: `\t${cleanLine(value)}` }], {
    style: 'CoverFact',
  })
}

/** A real list, one bullet for each item. */
export function bullets(items: readonly string[]): Block[] {
  return items.map(
    (item) =>
      // Not `cleanLine`: blanks within a figure must not break.
      new PlainParagraph(paragraphsOf(item).join(' '), {
        style: 'ListParagraph',
        numbering: { reference: bulletList, level: 0 },
      }),
  )
}

export type Column = { header: string /** Parts of the table's width. */; width: number; number?: boolean }
/** A cell's text; several paragraphs as a list. */
export type CellText = string | readonly string[]

/**
 * A table with one header row, repeated on every page, and a first column that names the row. No cell is merged.
 * The small paragraph after it keeps two tables apart and gives air.
 */
export function table(columns: readonly Column[], rows: readonly (readonly CellText[])[]): Block[] {
  const parts = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.round((width / parts) * page.textWidth))
  const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const head = headRow(
    columns.map((column) => ({ ...column, header: cleanLine(column.header) })),
    colours.headFill,
  )
  const looks = columns.map(({ number }, index) => ({
    style: number ? 'TableNumber' : index === 0 ? 'TableFirst' : 'TableText',
  }))
  const lengths = rows.map((cells) =>
    cells.reduce((sum, cell) => sum + (typeof cell === 'string' ? cell : cell.join('')).length, 0),
  )
  const held = heldRows(lengths)
  const body = rows.map((cells, at) => ({
    cantSplit: (lengths[at] ?? 0) < longRow,
    cells: cells.map((cell, index) => {
      const lines = (typeof cell === 'string' ? [cell] : cell).flatMap(paragraphsOf)
      const look = looks[index] ?? {}
      return { texts: lines.length > 0 ? lines : ['–'], look: held[at] ? { ...look, keepNext: true } : look }
    }),
  }))
  return [
    new PlainTable(
      {
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
      },
      [head, ...body],
      { hyphenates: true },
    ),
    new PlainParagraph('', { style: 'AfterTable' }),
  ]
}
