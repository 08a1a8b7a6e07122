import { type DocumentFinding, wordRules } from '../../domain/records/document-finding.ts'
import { Findings } from './findings.ts'
import { isLanguageTag, languageOf } from './language-tags.ts'
import { OfficeFile } from './office-file.ts'
import { isTold, numbersIn } from './word/chart-figures.ts'
import type { Paragraph, Table, WordDocument } from './word/document.ts'
import { hasSerifs } from './word/fonts.ts'
import { describes } from './word/link-texts.ts'
import { readWord } from './word/read-document.ts'
import { typedLists } from './word/typed-lists.ts'

/** Body text in fonts with serifs that is too much to be a name or a quotation. */
const noticedShare = 0.1

/**
 * What in a finished Word document (.docx) its readers cannot use: the Word rules of board-package.md. Sees the bytes alone.
 *
 * @throws ProblemError `damagedFile` for bytes that are no Word document or end too early, `tooLarge` for one that unpacks without end.
 */
export function checkWord(bytes: Uint8Array): DocumentFinding[] {
  const document = readWord(new OfficeFile(bytes))
  const found = new Findings()
  checkFile(document, found)
  checkHeadings(document, found)
  checkFonts(document, found)
  for (const table of document.tables) checkTable(table, found)
  checkPictures(document, found)
  for (const { paragraph, items } of typedLists(document.paragraphs)) found.add('typedList', paragraph.where, items)
  for (const { where, text } of document.links) if (!describes(text)) found.add('linkText', where)
  for (const [where, count] of document.textBoxes) found.add('textBox', where, count)
  for (const [where, count] of document.floating) found.add('floating', where, count)
  for (const [where, count] of document.faint) found.add('contrast', where, count)
  checkLayout(document.paragraphs, found)
  return found.list(wordRules)
}

function checkFile({ title, fileLanguage, language, passages }: WordDocument, found: Findings): void {
  if (title === '') found.add('titleMissing', null)
  const isKnown = language !== undefined && isLanguageTag(language)
  if (!isKnown) found.add('textLanguage', null)
  if (!isLanguageTag(fileLanguage) || (isKnown && languageOf(language) !== languageOf(fileLanguage)))
    found.add('fileLanguage', null)
  // `x-none` is Word's mark for what has no language, a part number say.
  for (const [tag, where] of passages)
    if (tag !== language && tag !== 'x-none' && !isLanguageTag(tag)) found.add('passageLanguage', where)
}

function checkHeadings({ headings }: WordDocument, found: Findings): void {
  const main = headings.filter(({ level, text }) => level === 1 && text !== '')
  if (main.length !== 1) found.add('mainHeading', null, Math.max(1, main.length))
  let before = 0
  let where: string | null = null
  for (const { level, text } of headings) {
    if (text === '') found.add('headingEmpty', where)
    else where = text
    if (level > before + 1) found.add('headingOrder', where)
    before = level
  }
}

function checkFonts({ fonts, familyOf }: WordDocument, found: Findings): void {
  let all = 0
  let withSerifs = 0
  for (const [font, characters] of fonts) {
    all += characters
    if (hasSerifs(font, familyOf(font))) withSerifs += characters
  }
  if (withSerifs > all * noticedShare) found.add('bodyFont', null)
}

function checkTable(table: Table, found: Findings): void {
  const { where } = table
  if (table.headerRows === 0) found.add('tableHeaderRow', where)
  found.add('tableHeaderEmpty', where, table.emptyHeaders)
  if (!table.marksFirstColumn && namesRows(table)) found.add('tableFirstColumn', where)
  found.add('tableMerged', where, table.merged)
  if (table.nested) found.add('tableNested', where)
}

/** A first column names the rows where each row has a text of its own there; figures and days don't name. */
function namesRows({ firstColumn, columns }: Table): boolean {
  const names = firstColumn.map((text) => text.trim())
  return (
    columns > 1 &&
    names.length > 1 &&
    new Set(names).size === names.length &&
    names.every((name) => /\p{L}/u.test(name))
  )
}

/** A chart's figures stand in its alternative text, or in a table beside it. */
function checkPictures({ pictures, tables }: WordDocument, found: Findings): void {
  const numbers = new Map<number, Set<string>>()
  const besides = (section: number) => {
    const known = numbers.get(section)
    if (known) return known
    const told = numbersIn(tables.flatMap((table) => (table.section === section ? table.text : [])).join('\n'))
    numbers.set(section, told)
    return told
  }
  for (const { alt, decorative, floating, figures, section, where } of pictures) {
    if (floating) found.add('floating', where)
    const isFileName = /^\S+\.(png|jpe?g|gif|svg|emf|wmf|tiff?)$/i.test(alt)
    if (!decorative && (alt === '' || isFileName)) found.add('imageText', where)
    if (figures.length === 0) continue
    const inAlt = numbersIn(alt)
    if (
      !figures.every((figure) => isTold(figure, inAlt)) &&
      !figures.every((figure) => isTold(figure, besides(section)))
    )
      found.add('chartFigures', where)
  }
}

function checkLayout(paragraphs: readonly Paragraph[], found: Findings): void {
  let before: Paragraph | undefined
  for (const paragraph of paragraphs) {
    if (isEmpty(paragraph) && before && isEmpty(before) && before.container === paragraph.container)
      found.add('emptyParagraphs', paragraph.where)
    if (/\t[ \u00a0]*\t/.test(paragraph.text)) found.add('tabLayout', paragraph.where)
    before = paragraph
  }
}

function isEmpty({ text, holds, level }: Paragraph): boolean {
  return !holds && level === 0 && text.trim() === ''
}
