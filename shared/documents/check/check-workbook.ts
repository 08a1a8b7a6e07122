import { type DocumentFinding, workbookRules } from '../../domain/records/document-finding.ts'
import { Findings } from './findings.ts'
import { isLanguageTag } from './language-tags.ts'
import { OfficeFile } from './office-file.ts'
import { propertiesOf } from './properties.ts'
import { isTextAsFormula } from './workbook/formula-texts.ts'
import { readWorkbook, type Sheet, type SheetTable } from './workbook/read-workbook.ts'

/** Names that programs give a sheet or column that nobody has named. */
const unnamedSheet = /^(sheet|ark|blad|regneark|kalkylblad|tabelle|table|tabell)\s?\d*$/i
const unnamedColumn = /^(column|kolonne|kolumn|spalte)\s?\d+$/i
/** A header further down is not held still: it would leave too little of the window for the rows. */
const mostFrozenRows = 8
/** Rows of two cells or more that make a table of what is not marked as one. */
const rowsOfATable = 3

/**
 * What in a finished workbook (.xlsx) its readers cannot use: the rules of board-package.md 4.2. Sees the bytes alone. Hidden sheets
 * are looked through for formulas only.
 *
 * @throws ProblemError `damagedFile` for bytes that are no workbook or end too early, `tooLarge` for one that unpacks without end.
 */
export function checkWorkbook(bytes: Uint8Array): DocumentFinding[] {
  const file = new OfficeFile(bytes)
  const { sheets, names } = readWorkbook(file)
  const { title, language } = propertiesOf(file)
  const found = new Findings()
  if (title === '') found.add('titleMissing', null)
  if (!isLanguageTag(language)) found.add('fileLanguage', null)
  const before = new Set<string>()
  for (const sheet of sheets) {
    checkFormulas(sheet, names, found)
    if (sheet.isHidden) continue
    const name = sheet.name.trim().toLowerCase()
    if (name === '' || before.has(name) || unnamedSheet.test(name)) found.add('sheetName', sheet.name)
    before.add(name)
    checkSheet(sheet, found)
  }
  return found.list(workbookRules)
}

function checkSheet(sheet: Sheet, found: Findings): void {
  const { name } = sheet
  if (!sheet.hasTitle) found.add('sheetTitle', name)
  if (sheet.tables.length === 0 && sheet.looseRows >= rowsOfATable) found.add('sheetTable', name)
  found.add('cellsMerged', name, sheet.merged)
  found.add('imageText', name, sheet.withoutText)
  sheet.tables.forEach((table, index) => {
    checkTable(sheet, table, index, found)
  })
  const [first] = sheet.tables
  if (!first) return
  const { top } = first
  if (top <= mostFrozenRows && sheet.frozenRows < top) found.add('headerFrozen', name)
  if (!sheet.printTitles.some(([from, to]) => from <= top && top <= to)) found.add('printTitles', name)
}

function checkTable({ name, cells }: Sheet, { columns, hasHeader }: SheetTable, index: number, found: Findings): void {
  const here = cells[index]
  if (!here) return
  found.add('blankRows', name, here.blankRows)
  const seen = new Set<string>()
  columns.forEach((column, at) => {
    const text = column.trim().toLowerCase()
    const isUnnamed = text === '' || unnamedColumn.test(text) || !hasHeader || here.blankHeaders[at] === true
    if (isUnnamed && here.filled[at] === 0) found.add('blankColumns', name)
    else if (isUnnamed || seen.has(text)) found.add('columnNames', name)
    seen.add(text)
  })
}

function checkFormulas({ name, formulas, cells }: Sheet, names: ReadonlySet<string>, found: Findings): void {
  for (const { text, isUnknownName, place } of formulas) {
    const column = place && cells[place.table]
    const texts = column ? (column.texts[place.column] ?? 0) : 0
    // A formula among texts is one of them that was taken for a formula.
    const isAmongTexts = column !== null && column !== undefined && texts * 2 > (column.filled[place?.column ?? 0] ?? 0)
    if (isUnknownName || isAmongTexts || isTextAsFormula(text, names)) found.add('formulaText', name)
  }
}
