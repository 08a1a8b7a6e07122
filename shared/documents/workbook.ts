/**
 * The one file that knows the library which writes workbooks (hucre, young: excel.md). Takes sheets as plain data and
 * gives accessible ones: a title in A1, notes, sums that follow the filter, one real table, frozen and printed header
 * rows, no merged cell, no blank row. Text is always text: nothing a person wrote becomes a formula.
 */
import {
  type Cell,
  type CellStyle,
  type CellValue,
  colToLetter,
  type SheetChart,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx'
import { cellText, cleanLine } from './clean-text.ts'
import { dressParts, ownLook } from './look.ts'
import { markFirstColumns, quoteSheetNames } from './settle-workbook.ts'
import { resettle, settleTimes } from './settle-zip.ts'
import { markRules } from './workbook-marks.ts'
import type { ColumnKind, SheetColumn, SheetSpec, SheetValue, WorkbookSpec } from './workbook-spec.ts'

const font = { name: 'Calibri', size: 11 }
const accent = { rgb: '0B4A6F' }
const white = { rgb: 'FFFFFF' }
const titleStyle: CellStyle = { font: { ...font, size: 18, bold: true, color: accent } }
const noteStyle: CellStyle = { font: { ...font, color: { rgb: '51626C' } } }
const totalLabelStyle: CellStyle = { font: { ...font, bold: true } }
const totalStyle: CellStyle = { font: { ...font, bold: true }, numFmt: '#,##0', alignment: { horizontal: 'left' } }
const headerStyle: CellStyle = {
  font: { ...font, bold: true, color: white },
  fill: { type: 'pattern', pattern: 'solid', fgColor: accent },
  alignment: { vertical: 'center', wrapText: true },
}
/** A heading stands where its figures stand. */
function headerStyleOf(kind: ColumnKind): CellStyle {
  const alignment = { ...headerStyle.alignment }
  if (kind === 'number' || kind === 'year' || kind === 'amount' || kind === 'share' || kind === 'figure')
    return { ...headerStyle, alignment: { ...alignment, horizontal: 'right', indent: 1 } }
  return kind === 'day' ? { ...headerStyle, alignment: { ...alignment, horizontal: 'left', indent: 1 } } : headerStyle
}
const hairline = { bottom: { style: 'hair', color: { rgb: 'C3D0D8' } } } as const

/** Numbers of Excel's SUBTOTAL for rows that the filter shows. */
const subtotals = { count: 103, sum: 109, max: 104 } as const
/** In characters: a wider sheet fitted to the width of A4 could not be read. */
const widestOnA4 = 190
/** Rows in view that may stand still above the scrolled ones. */
const mostFrozenRows = 8

/** The workbook's bytes (.xlsx). The same spec gives the same bytes. */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: spec.sheets.map((sheet) => sheetOf(sheet, spec)),
    defaultFont: font,
    properties: {
      title: cleanLine(spec.title),
      subject: cleanLine(spec.subject),
      creator: cleanLine(spec.author),
      lastModifiedBy: cleanLine(spec.author),
      keywords: spec.keywords,
      description: spec.description,
      created: new Date(spec.madeAt),
      modified: new Date(spec.madeAt),
      custom: { Language: spec.locale },
    },
  })
  return resettle(bytes, (parts) => {
    settleTimes(parts, spec.madeAt, spec.locale)
    dressParts(parts, spec.look ?? ownLook)
    markFirstColumns(parts)
    quoteSheetNames(parts)
  })
}

function sheetOf(sheet: SheetSpec, spec: WorkbookSpec): WriteSheet {
  const { columns, rows } = sheet
  const text = (value: string) => cellText(value, spec.cutMark)
  const top: CellValue[][] = [[text(sheet.title)], ...sheet.notes.map((note) => [text(note)])]
  const cells = new Map<string, Partial<Cell>>()
  cells.set('0,0', { style: titleStyle })
  sheet.notes.forEach((_, index) => {
    cells.set(`${index + 1},0`, { style: noteStyle })
  })
  const common = {
    name: sheet.name,
    columns: columns.map(({ kind, width }) => ({ width, style: styleOf(kind, spec.dayFormat) })),
    pageSetup: {
      paperSize: columns.reduce((sum, { width }) => sum + width, 0) > widestOnA4 ? 'a3' : 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${footerText(spec.title)}&R${spec.page.word} &P ${spec.page.of} &N` },
    view: { showGridLines: false },
  } as const satisfies Partial<WriteSheet>
  if (rows.length === 0) {
    cells.set(`${top.length},0`, { style: { font } })
    return { ...common, rows: [...top, [text(sheet.empty)]], cells, a11y: { summary: sheet.title } }
  }
  const totals = sheet.totals ?? []
  const headerRow = top.length + totals.length
  const place = (header: string) => columns.findIndex((column) => column.header === header)
  const rangeOf = (header: string, count = rows.length) => {
    const letter = colToLetter(place(header))
    return `$${letter}$${headerRow + 2}:$${letter}$${headerRow + 1 + count}`
  }
  totals.forEach(({ of, header, value }, index) => {
    const formula = `SUBTOTAL(${subtotals[of]},${sheet.table}[${escapeHeader(header)}])`
    cells.set(`${top.length + index},0`, { style: totalLabelStyle })
    cells.set(`${top.length + index},1`, { formula, formulaResult: value, style: totalStyle })
  })
  columns.forEach((_, index) => {
    cells.set(`${headerRow},${index}`, { style: headerStyleOf(columns[index]?.kind ?? 'text') })
  })
  addComputed(sheet, headerRow, cells)
  return {
    ...common,
    rows: [
      ...top,
      ...totals.map(({ label }) => [text(label)]),
      columns.map(({ header }) => header),
      ...rows.map((row) => row.map((value, index) => cellValue(value, columns[index]?.kind ?? 'text', text))),
    ],
    cells,
    rowDefs: new Map([[0, { height: 28 }], [headerRow, { height: 34 }], ...rowHeights(sheet, headerRow + 1)]),
    conditionalRules: markRules(columns, colToLetter, { first: headerRow + 2, last: headerRow + 1 + rows.length }),
    ...(headerRow < mostFrozenRows ? { freezePane: { rows: headerRow + 1 } } : {}),
    pageSetup: { ...common.pageSetup, printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}` },
    tables: [
      {
        name: sheet.table,
        displayName: sheet.table,
        range: `A${headerRow + 1}:${colToLetter(columns.length - 1)}${headerRow + 1 + rows.length}`,
        columns: columns.map(({ header }) => ({ name: header })),
        style: 'TableStyleLight1',
      },
    ],
    ...(sheet.chart ? { charts: [chartOf(sheet.chart, rangeOf, headerRow, columns.length, spec.monthFormat)] } : {}),
    a11y: { summary: sheet.title, headerRow },
  }
}

/** Heights in points for wrapped text, since not every reader works them out when it opens a file. Excel allows 409. */
function rowHeights({ columns, rows }: SheetSpec, firstRow: number): [number, { height: number }][] {
  const linesOf = (value: SheetValue | undefined, { kind, width }: SheetColumn) => {
    if (typeof value !== 'string' || kind === 'day') return 1
    // A width counts digits; letters are a little narrower, bold ones hardly.
    const fits = Math.max(4, kind === 'text' ? width * 1.05 : width)
    return value
      .slice(0, 6000)
      .split('\n')
      .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / fits)), 0)
  }
  return rows.map((row, index) => {
    const lines = columns.reduce((most, column, at) => Math.max(most, linesOf(row[at], column)), 1)
    return [firstRow + index, { height: Math.min(409, 5 + 14.5 * lines) }]
  })
}

/** Formulas of computed columns, and links to sheets. */
function addComputed({ columns, rows }: SheetSpec, headerRow: number, cells: Map<string, Partial<Cell>>): void {
  columns.forEach(({ formula, kind }, column) => {
    rows.forEach((row, index) => {
      const value = row[column]
      const line = headerRow + 1 + index
      if (formula !== undefined && typeof value === 'number')
        cells.set(`${line},${column}`, {
          formula: formula.replace(/\{([^}]+)\}/g, (_, header: string) => {
            const source = columns.findIndex((each) => each.header === header)
            return `${colToLetter(source)}${line + 1}`
          }),
          formulaResult: value,
        })
      if (kind === 'link' && typeof value === 'string' && value.startsWith('#'))
        cells.set(`${line},${column}`, {
          value: value.slice(1),
          hyperlink: { target: '', location: `'${value.slice(1).replaceAll("'", "''")}'!A1`, display: value.slice(1) },
          style: {
            font: { ...font, bold: true, underline: true, color: accent },
            alignment: { vertical: 'center', wrapText: true },
          },
        })
    })
  })
}

function chartOf(
  chart: NonNullable<SheetSpec['chart']>,
  rangeOf: (header: string, count?: number) => string,
  headerRow: number,
  columns: number,
  monthFormat: string,
): SheetChart {
  const fills = [accent.rgb, '9DB8C7']
  return {
    type: chart.type,
    title: chart.title,
    altText: cleanLine(chart.alt),
    frameTitle: chart.title,
    series: chart.series.map((name, index) => ({
      name,
      values: rangeOf(name, chart.rows),
      categories: rangeOf(chart.categories, chart.rows),
      color: fills[index % fills.length] ?? accent.rgb,
    })),
    legend: 'bottom',
    gapWidth: 60,
    dataLabels: { showValue: true, fontSize: 9 },
    axes: {
      x: {
        reverse: chart.type === 'bar',
        majorTickMark: 'none',
        ...(chart.days ? { numberFormat: { formatCode: monthFormat, sourceLinked: false } } : {}),
      },
      y: { hidden: true, gridlines: { major: false } },
    },
    anchor: {
      from: { row: headerRow, col: columns + 1 },
      to: { row: headerRow + Math.max(16, chart.rows * 2), col: columns + 9 },
    },
  }
}

function styleOf(kind: ColumnKind, dayFormat: string): CellStyle {
  const wrapped = { font, border: hairline, alignment: { vertical: 'center', wrapText: true } } as const
  const plain = { font, border: hairline, alignment: { vertical: 'center' } } as const
  // The indent keeps a number off the unit or text that stands beside it.
  const numbers = { vertical: 'center', horizontal: 'right', indent: 1 } as const
  switch (kind) {
    case 'day':
      return { ...plain, numFmt: dayFormat, alignment: { vertical: 'center', horizontal: 'left', indent: 1 } }
    case 'number':
      return { ...plain, numFmt: '#,##0', alignment: numbers }
    case 'year':
      return { ...plain, numFmt: '0', alignment: numbers }
    case 'amount':
      return { ...plain, numFmt: '#,##0.00', alignment: numbers }
    case 'figure':
      // Units differ from row to row, and decimals with them: none is added and none cut.
      return { ...plain, numFmt: 'General', alignment: numbers }
    case 'share':
      return { ...plain, numFmt: '0 %', alignment: numbers }
    case 'name':
    case 'link':
      return { ...wrapped, font: { ...font, bold: true } }
    default:
      return wrapped
  }
}

function cellValue(value: SheetValue, kind: ColumnKind, text: (value: string) => string): CellValue {
  if (typeof value !== 'string') return value
  if (kind === 'day') return serialOf(value) ?? value
  return text(value)
}

/**
 * Excel's number of a day: days since 30 December 1899. Null before 1 March 1900, where Excel counts a day that never was, so
 * that such days stay ISO text. Computed here, so that no time zone moves a day.
 */
export function serialOf(day: string): number | null {
  const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
  return serial > 60 ? serial : null
}

/** A column's name within a structured reference: these characters are escaped by an apostrophe. */
function escapeHeader(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&")
}

/** A page foot: `&` starts a code there, and 255 characters are all there is. */
function footerText(title: string): string {
  return cleanLine(title).slice(0, 100).toWellFormed().replaceAll('&', '&&')
}
