/** A finished workbook as the rules see it, sheet by sheet. */
import { problem } from '../../../contract/problem.ts'
import type { OfficeFile } from '../office-file.ts'
import { type CellArea, readSheet, type SheetCells } from './read-sheet.ts'

export interface SheetTable extends CellArea {
  readonly columns: readonly string[]
  readonly hasHeader: boolean
}
export interface Sheet extends SheetCells {
  readonly name: string
  readonly isHidden: boolean
  readonly tables: readonly SheetTable[]
  /** First and last row of what is repeated on each printed page, counted from 1. */
  readonly printTitles: readonly (readonly [number, number])[]
  /** Pictures, charts and shapes that say nothing to who can't see them. */
  readonly withoutText: number
}
export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Names that a formula may refer to: tables and named ranges, in lower case. */
  readonly names: ReadonlySet<string>
}

interface Listed {
  readonly name: string
  readonly isHidden: boolean
  readonly relationship: string
}

/** Reads a workbook of any make. @throws ProblemError `damagedFile` where it is none. */
export function readWorkbook(file: OfficeFile): Workbook {
  const [main] = file.targets('', 'officeDocument')
  const { listed, titles, names } = readMain(file, main)
  const relationships = file.relationships(main ?? '')
  const [strings] = file.targets(main ?? '', 'sharedStrings')
  const blankStrings = strings === undefined ? new Set<number>() : readBlankStrings(file, strings)
  const sheets = listed.flatMap(({ name, isHidden, relationship }, index): Sheet[] => {
    const part = relationships.get(relationship)
    if (part?.type !== 'worksheet') return []
    const tables = file.targets(part.target, 'table').flatMap((table) => readTable(file, table, names))
    const cells = readSheet(file, part.target, tables, blankStrings)
    const withoutText = file
      .targets(part.target, 'drawing')
      .reduce((sum, drawing) => sum + picturesWithoutText(file, drawing), 0)
    return [{ ...cells, name, isHidden, tables, printTitles: titles.get(index) ?? [], withoutText }]
  })
  return { sheets, names }
}

function readMain(file: OfficeFile, main: string | undefined) {
  const cursor = main === undefined ? undefined : file.xml(main)
  if (!cursor?.opens('s:workbook')) throw problem('damagedFile', 'documentChecks.unreadable.notWorkbook')
  const listed: Listed[] = []
  const titles = new Map<number, [number, number][]>()
  const names = new Set<string>()
  let titlesOf: number | null = null
  while (cursor.next()) {
    if (cursor.kind === 'text') {
      if (titlesOf !== null)
        for (const [, first, last] of cursor.text.matchAll(/\$(\d+):\$(\d+)/g))
          titles.set(titlesOf, [...(titles.get(titlesOf) ?? []), [Number(first), Number(last)]])
    } else if (cursor.kind === 'close') titlesOf = null
    else if (cursor.name === 's:sheet') {
      listed.push({
        name: cursor.attribute('name') ?? '',
        isHidden: /hidden/i.test(cursor.attribute('state') ?? ''),
        relationship: cursor.attribute('r:id') ?? '',
      })
    } else if (cursor.name === 's:definedName') {
      const name = cursor.attribute('name') ?? ''
      names.add(name.toLowerCase())
      titlesOf = name === '_xlnm.Print_Titles' ? Number(cursor.attribute('localSheetId')) : null
    }
  }
  return { listed, titles, names }
}

/** Places of the shared strings that say nothing. */
function readBlankStrings(file: OfficeFile, name: string): Set<number> {
  const cursor = file.xml(name)
  const blank = new Set<number>()
  let index = -1
  let isBlank = true
  let inText = false
  while (cursor?.next()) {
    if (cursor.kind === 'text') {
      if (inText && isBlank) isBlank = cursor.text.trim() === ''
    } else if (cursor.name === 's:t') inText = cursor.kind === 'open'
    else if (cursor.name === 's:si') {
      if (cursor.kind === 'open') {
        index++
        isBlank = true
      } else if (isBlank) blank.add(index)
    }
  }
  return blank
}

function readTable(file: OfficeFile, name: string, names: Set<string>): SheetTable[] {
  const cursor = file.xml(name)
  let area: CellArea | null = null
  let hasHeader = true
  const columns: string[] = []
  while (cursor?.next()) {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 's:table') {
      area = areaOf(cursor.attribute('ref') ?? '', Number(cursor.attribute('totalsRowCount') ?? 0))
      hasHeader = cursor.attribute('headerRowCount') !== '0'
      for (const key of ['name', 'displayName']) names.add((cursor.attribute(key) ?? '').toLowerCase())
    } else if (cursor.name === 's:tableColumn') columns.push(cursor.attribute('name') ?? '')
  }
  return area ? [{ ...area, columns, hasHeader }] : []
}

/** `A5:H20` in rows and columns from 1, without the rows of its totals. */
function areaOf(reference: string, totals: number): CellArea | null {
  const [, fromColumn, fromRow, toColumn, toRow] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (fromColumn === undefined || toColumn === undefined) return null
  return {
    top: Number(fromRow),
    bottom: Number(toRow) - totals,
    left: columnNumber(fromColumn),
    right: columnNumber(toColumn),
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function picturesWithoutText(file: OfficeFile, drawing: string): number {
  const cursor = file.xml(drawing)
  let without = 0
  while (cursor?.next()) {
    if (cursor.kind !== 'open' || cursor.name !== 'xdr:cNvPr') continue
    let says = (cursor.attribute('descr') ?? '').trim() !== ''
    for (const name of cursor.inside()) says ||= name === 'adec:decorative' && cursor.attribute('val') !== '0'
    if (!says) without++
  }
  return without
}
