/**
 * On which page each heading stands, so that the contents tell it. Follows what our own documents hold: paragraphs, inline charts,
 * tables with a repeated header row, in one font and one column. The docx library's layout follows all of Word and takes
 * fifty times as long; it and LibreOffice are the measure in `test/shared/documents/page-numbers.test.ts`.
 */
import type { IXmlableObject, PageNumberEstimator } from 'docx'
import { type DocumentFont, plainLook } from '../../../domain/records/partnership.ts'
import { bulletIndent, page } from '../styles.ts'
import { metricsOf } from './font-metrics.ts'
import { looksOf } from './paragraph-styles.ts'
import { type BodyReader, bodyReader, type Flow, type Paragraph, type Row, type Table } from './read-body.ts'

const top = page.margin + 200
const bottom = page.height - page.margin
/** Lengths are sums of fractions of twips. */
const tolerance = 0.01

/** Gives the docx library the page of each bookmark and the number of pages, of a document in one font; a `pageNumbers` of its documents. */
export function pageNumbersIn(font: DocumentFont): PageNumberEstimator {
  return (body) => {
    const { bookmarks, pageCount } = pagesOf(body, font)
    return {
      bookmarks: new Map([...bookmarks].map(([name, number]) => [name, String(number)])),
      bookmarkPageNumbers: bookmarks,
      pageCount,
      sectionPageCounts: [pageCount],
    }
  }
}

/** The same of a document that looks as Fyr's do. */
export const ourPageNumbers = pageNumbersIn(plainLook.documentFont)

/** Reads blocks into the heights that pages are filled with. */
export function readFlows(font: DocumentFont = plainLook.documentFont): BodyReader {
  return bodyReader(looksOf(font), bulletIndent.left, metricsOf(font))
}

export interface Pages {
  /** Page on which each bookmark stands, from 1. */
  readonly bookmarks: ReadonlyMap<string, number>
  /** Page on which each paragraph and table begins, in the body's order. */
  readonly starts: readonly number[]
  readonly pageCount: number
}

/** Fills pages with the paragraphs and tables of a body as the docx library formats it. */
export function pagesOf(body: IXmlableObject, font?: DocumentFont): Pages {
  return fillPages(readFlows(font).read(body))
}

function fillPages(blocks: readonly Flow[]): Pages {
  const bookmarks = new Map<string, number>()
  const starts: number[] = []
  let pageCount = 1
  let at = top
  let spaceAfter = 0
  /** Nothing is on the page yet, a repeated header row apart. */
  let empty = true
  const startPage = () => {
    pageCount += 1
    at = top
    spaceAfter = 0
    empty = true
  }
  const fits = (height: number, slack = 0) => at + height - slack <= bottom + tolerance

  const placeParagraph = (paragraph: Paragraph, index: number) => {
    if (paragraph.breakBefore && !empty) startPage()
    if (paragraph.keepNext && !empty) {
      const kept = keptHeight(blocks, index, spaceAfter)
      // What does not fit on a page of its own is left where it is.
      if (!fits(kept.height, kept.slack) && top + kept.height - kept.slack <= bottom + tolerance) startPage()
    }
    for (let placed = 0; placed < paragraph.lines; ) {
      // A page that a paragraph begins by overflow has no space above it; the first page has.
      const space =
        placed > 0 ? 0 : empty ? (pageCount === 1 ? paragraph.before : 0) : Math.max(spaceAfter, paragraph.before)
      const left = paragraph.lines - placed
      let count = linesThatFit(paragraph, left, bottom - at - space, placed === 0)
      if (count === 0 && empty)
        count = Math.max(1, Math.min(left, Math.floor((bottom - at - space) / paragraph.lineHeight)))
      if (count > 0) {
        if (placed === 0) starts.push(pageCount)
        if (placed === 0) for (const name of paragraph.bookmarks) bookmarks.set(name, pageCount)
        at += space + count * paragraph.lineHeight
        placed += count
        empty = false
      }
      if (placed < paragraph.lines) startPage()
    }
    at += paragraph.borderBelow
    spaceAfter = paragraph.after
  }

  const placeTable = (table: Table) => {
    if (!empty) at += spaceAfter
    spaceAfter = 0
    const heights = table.rows.map((row, index) => rowHeight(table, row, index))
    const heads = table.rows.findIndex(({ isHead }) => !isHead)
    const headRows = heads === -1 ? table.rows.length : heads
    const headHeight = sum(heights.slice(0, headRows))
    const startTablePage = (row: number) => {
      startPage()
      if (row >= headRows) at += headHeight
    }
    const last = table.rows.length - 1
    for (const [index, row] of table.rows.entries()) {
      const below = index < last ? table.borders.bottom : 0
      const height = heights[index] ?? 0
      if (row.keepNext && index < last && !empty) {
        let end = index
        while (end < last && table.rows[end]?.keepNext) end += 1
        const together = sum(heights.slice(index, end + 1)) + (end < last ? table.borders.bottom : 0)
        const part = table.rows[end]?.cantSplit
          ? together
          : sum(heights.slice(index, end)) + leastPart(table, table.rows[end]) + table.borders.bottom
        if (!fits(Math.min(together, part))) startTablePage(index)
      }
      if (row.cantSplit && !fits(height + below) && !empty) startTablePage(index)
      if (index === 0) starts.push(pageCount)
      if (fits(height + below)) at += height
      else splitRow(table, row, index, below, () => startTablePage(index))
      empty = false
    }
  }

  /** Puts the lines of a row's cells on as many pages as they need. */
  const splitRow = (table: Table, row: Row, index: number, below: number, nextPage: () => void) => {
    const edges = borderAbove(table, index) + (below === 0 ? table.borders.bottom : 0)
    let cells: readonly (readonly Left[])[] = row.cells.map((cell) =>
      cell.map((paragraph) => ({ paragraph, left: paragraph.lines })),
    )
    for (;;) {
      const room = bottom - at - edges - below - table.margins
      const parts = cells.map((cell) => fillCell(cell, room))
      const placesAll = parts.every(({ height, rest }) => height > 0 || rest.length === 0)
      const done = parts.every(({ rest }) => rest.length === 0)
      if (placesAll || empty) {
        at += Math.max(0, ...parts.map(({ height }) => height)) + table.margins + edges
        if (done) return
        // A line higher than a page would never end.
        if (!placesAll && empty) return
        cells = parts.map(({ rest }) => rest)
      }
      nextPage()
    }
  }

  for (const [index, block] of blocks.entries()) {
    if (block.type === 'paragraph') placeParagraph(block, index)
    else placeTable(block)
  }
  return { bookmarks, starts, pageCount }
}

/** Lines of a paragraph that a room takes: all, or so many that no line is left alone on either page. */
function linesThatFit(paragraph: Paragraph, left: number, room: number, isFirst: boolean): number {
  const { lineHeight, slack, borderBelow, keepLines } = paragraph
  const whole = left * lineHeight - slack + borderBelow
  if (whole <= room + tolerance) return left
  if (keepLines && isFirst) return 0
  const fitting = Math.floor((room + slack + tolerance) / lineHeight)
  const count = Math.min(fitting, left - 2)
  return count < (isFirst ? 2 : 1) ? 0 : count
}

/** The room that a paragraph kept with the next needs: itself, those kept likewise, and the beginning of what follows. */
function keptHeight(blocks: readonly Flow[], from: number, spaceBefore: number): { height: number; slack: number } {
  let height = 0
  let after = spaceBefore
  for (let index = from; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (block === undefined) break
    if (block.type === 'table') {
      let end = 0
      while (end < block.rows.length - 1 && block.rows[end]?.keepNext) end += 1
      const rows = block.rows.slice(0, end + 1).map((row, at) => rowHeight(block, row, at))
      return { height: height + after + sum(rows), slack: 0 }
    }
    height += Math.max(after, block.before)
    if (!block.keepNext || index === blocks.length - 1) {
      const count = block.keepLines || block.lines <= 3 ? block.lines : 2
      return { height: height + count * block.lineHeight, slack: block.slack }
    }
    height += block.lines * block.lineHeight + block.borderBelow
    after = block.after
  }
  return { height, slack: 0 }
}

function borderAbove({ borders }: Table, index: number): number {
  return index === 0 ? borders.top : borders.between
}

function rowHeight(table: Table, row: Row, index: number): number {
  const isLast = index === table.rows.length - 1
  const text = Math.max(0, ...row.cells.map((cell) => sum(cell.map((one) => one.lines * one.lineHeight))))
  return text + table.margins + borderAbove(table, index) + (isLast ? table.borders.bottom : 0)
}

/** What of a row that may break must stand on the page of the row before. */
function leastPart(table: Table, row: Row | undefined): number {
  const first = (row?.cells ?? []).map(([one]) => (one ? (one.lines <= 3 ? one.lines : 2) * one.lineHeight : 0))
  return table.borders.between + table.margins + Math.max(0, ...first)
}

type Left = { readonly paragraph: Paragraph; readonly left: number }

function fillCell(cell: readonly Left[], room: number): { height: number; rest: readonly Left[] } {
  let height = 0
  for (const [index, { paragraph, left }] of cell.entries()) {
    const count = linesThatFit(paragraph, left, room - height, left === paragraph.lines)
    height += count * paragraph.lineHeight
    if (count < left) return { height, rest: [{ paragraph, left: left - count }, ...cell.slice(index + 1)] }
  }
  return { height, rest: [] }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
