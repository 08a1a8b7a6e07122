/** Building blocks of the papers of a meeting, beside those of `word/blocks.ts`. All text is cleaned here. */
import {
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  Tab,
  TableLayoutType,
  TextRun,
  WidthType,
} from 'docx'
import { cleanLine, paragraphsOf } from '../clean-text.ts'
import { type Block, Heading, lowHeading, sentence } from '../word/blocks.ts'
import { type PlainCell, PlainParagraph, type PlainRun, PlainTable } from '../word/plain.ts'
import { bulletIndent, colours, page } from '../word/styles.ts'
import { centred, headRow, heldRows, longRow, shaded } from '../word/table-cells.ts'

/** Level of a heading; 1 is the title of the document. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
  6: HeadingLevel.HEADING_6,
} as const

/** The level `steps` below; 6 at most. */
export function below(level: Level, steps = 1): Level {
  return Math.min(6, level + steps) as Level
}

/** A heading of any level. */
export function headingAt(
  level: Level,
  text: string,
  options: { pageBreakBefore?: boolean; spacing?: { before: number } } = {},
): Block {
  if (level >= 4 && !options.pageBreakBefore && options.spacing === undefined)
    return lowHeading(level as 4 | 5 | 6, cleanLine(text))
  return new Heading({ heading: levels[level], text: cleanLine(text), ...options })
}

type Fact = readonly [label: string, value: string | null]

/**
 * Labels with their values, one a line, values lined up; those without a value are left out. A web address is a link.
 * `keepNext` holds them on the page of what follows.
 */
export function facts(pairs: readonly Fact[], { keepNext = false, style = 'Fact' } = {}): Block[] {
  return pairs.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [factLine(cleanLine(label), cleanLine(value), { style, keepNext })],
  )
}

function factLine(label: string, value: string, { style, keepNext }: { style: string; keepNext: boolean }): Block {
  const opening: PlainRun[] = [{ text: label, color: colours.muted }, 'tab']
  if (!/^https?:\/\/\S+$/i.test(value)) return new PlainParagraph([...opening, { text: value }], { style, keepNext })
  return new Paragraph({
    style,
    ...(keepNext ? { keepNext } : {}),
    children: [
      new TextRun({ text: label, color: colours.muted }),
      new TextRun({ children: [new Tab()] }),
      link(value, readableAddress(value)),
    ],
  })
}

/** A link in the look of one. */
export function link(address: string, text: string): ParagraphChild {
  return new ExternalHyperlink({ link: address, children: [new TextRun({ style: 'Hyperlink', text })] })
}

/** An address that stands for itself, without what only machines read. */
export function readableAddress(address: string): string {
  return address.replace(/^(https?:\/\/|mailto:|tel:)(www\.)?/i, '').replace(/\/$/, '')
}

/** A bold label and its text in one paragraph. */
export function labelled(label: string, text: string, style?: string): Block {
  return new PlainParagraph([{ text: `${cleanLine(label)}: `, bold: true }, { text: cleanLine(text) }], { style })
}

export const richBullets = 'richBullets'
export const richNumbers = 'richNumbers'
const depths = [0, 1, 2, 3, 4, 5] as const
export const deepestList = 5
const indentAt = (level: number) => ({
  left: bulletIndent.left * (level + 1),
  hanging: bulletIndent.hanging + (level > 0 ? 20 : 0),
})

/** The lists of the papers; add them to the numbering of every document that holds their blocks. */
export const meetingLists = [
  {
    reference: richBullets,
    levels: depths.map((level) => ({
      level,
      format: LevelFormat.BULLET,
      text: level % 2 === 0 ? '•' : '–',
      style: { paragraph: { indent: indentAt(level) } },
    })),
  },
  {
    reference: richNumbers,
    levels: depths.map((level) => ({
      level,
      format:
        [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN][level % 3] ?? LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      style: { paragraph: { indent: indentAt(level) } },
    })),
  },
]

/** A bullet for each text. */
export function bulletLines(items: readonly string[]): Block[] {
  return items.map(
    (item) =>
      new PlainParagraph(cleanLine(item), { style: 'ListParagraph', numbering: { reference: richBullets, level: 0 } }),
  )
}

const leadingNumber = /^(\d{1,2})[.)]\s+/

/**
 * A plain text of several lines. Lines that count 1, 2, 3 become a real numbered list, whatever style they are in; the rest are
 * paragraphs.
 */
export function lines(text: string, style: string | undefined, nextList: () => number): Block[] {
  const all = paragraphsOf(text)
  const numbers = all.map((line) => Number(leadingNumber.exec(line)?.[1] ?? 0))
  let list = 0
  let expected = 1
  return all.map((line, index) => {
    const starts = numbers[index] === 1 && numbers[index + 1] === 2
    if (starts) {
      list = nextList()
      expected = 1
    }
    if (list > 0 && numbers[index] === expected) {
      expected += 1
      return new PlainParagraph(line.replace(leadingNumber, ''), {
        style: style ?? 'ListParagraph',
        numbering: { reference: richNumbers, level: 0, instance: list },
        indent: style === undefined ? undefined : { left: 540, hanging: 340 },
      })
    }
    return sentenceOf(line, style)
  })
}

function sentenceOf(text: string, style: string | undefined): Block {
  return new PlainParagraph(text, { style })
}

export interface PaperColumn {
  readonly header: string
  /** Parts of the table's width. */
  readonly width: number
  readonly number?: boolean
}
/** A text, several paragraphs, or finished paragraphs. */
export type PaperCell = string | readonly string[] | { readonly blocks: readonly Block[] }
export interface PaperRow {
  readonly cells: readonly PaperCell[]
  /** A row that heads those after it: shaded and bold. */
  readonly isGroup?: boolean
}

interface TableOptions {
  /** Width in twips. */
  readonly width?: number
  /** Rows to be filled in by hand: this high at least, in twips, and empty cells stay empty. */
  readonly formHeight?: number
  /** On one page: lines to sign are not parted. */
  readonly together?: boolean
  /** Cells without text stay empty: a dash in most of a column says nothing. */
  readonly blank?: boolean
  /** The first column does not name the row. */
  readonly plainFirst?: boolean
}

/** The look of `word/blocks.ts`'s tables, with rows to fill in, rows that head a group, and cells of several paragraphs. No cell is merged. */
export function paperTable(
  columns: readonly PaperColumn[],
  rows: readonly PaperRow[],
  { width = page.textWidth, formHeight, blank = false, together = false, plainFirst = false }: TableOptions = {},
): Block[] {
  const parts = columns.reduce((sum, column) => sum + column.width, 0)
  const hairline = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
  const edge = { ...hairline, size: 8, color: colours.accent }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const head = headRow(
    columns.map((column) => ({ ...column, header: cleanLine(column.header) })),
    colours.headFill,
  )
  const cellStyle = (index: number, isGroup: boolean) => {
    if (isGroup) return 'TableGroup'
    if (columns[index]?.number) return 'TableNumber'
    return index === 0 && !plainFirst ? 'TableFirst' : 'TableText'
  }
  const lengths = rows.map(({ cells }) => cells.reduce((sum, cell) => sum + lengthOf(cell), 0))
  const held = heldRows(lengths)
  const body = rows.map(({ cells, isGroup = false }, at) => ({
    cantSplit: (lengths[at] ?? 0) < longRow,
    height: formHeight && !isGroup ? formHeight : undefined,
    cells: columns.map((_, index) => ({
      properties: [...(isGroup ? [shaded(colours.headFill)] : []), ...(formHeight ? [centred] : [])],
      ...cellContent(cells[index] ?? '', {
        style: cellStyle(index, isGroup),
        mayBeEmpty: blank || formHeight !== undefined || isGroup,
        keepNext: held[at] || isGroup || (together && at < rows.length - 1),
      }),
    })),
  }))
  return [
    new PlainTable(
      {
        width: { size: width, type: WidthType.DXA },
        columnWidths: columns.map((column) => Math.round((column.width / parts) * width)),
        layout: TableLayoutType.FIXED,
        margins: { top: 60, bottom: 60, left: 90, right: 90 },
        borders: { top: edge, bottom: edge, left: none, right: none, insideHorizontal: hairline, insideVertical: none },
        tableLook: { firstRow: true, firstColumn: !plainFirst, noHBand: true, noVBand: true },
      },
      [head, ...body],
      { hyphenates: true },
    ),
    sentence('', 'AfterTable'),
  ]
}

interface CellLook {
  readonly style: string
  readonly mayBeEmpty: boolean
  readonly keepNext: boolean
}

function cellContent(cell: PaperCell, { style, mayBeEmpty, keepNext }: CellLook): PlainCell {
  if (typeof cell === 'object' && 'blocks' in cell) return { blocks: cell.blocks }
  const texts = (typeof cell === 'string' ? [cell] : cell).flatMap(paragraphsOf)
  return { texts: texts.length > 0 ? texts : [mayBeEmpty ? '' : '–'], look: { style, keepNext } }
}

function lengthOf(cell: PaperCell): number {
  if (typeof cell === 'string') return cell.length
  return 'blocks' in cell ? 0 : cell.join('').length
}
