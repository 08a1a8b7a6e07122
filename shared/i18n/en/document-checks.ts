import type { documentChecks as nb } from '../nb/document-checks.ts'
import type { Translated } from '../translated.ts'

/** What the check of a finished Word document or workbook says: what is wrong, and what to do. */
export const documentChecks: Translated<typeof nb> = {
  title: 'Check of the document',
  sound: 'The check found nothing to mend.',
  found_one: '{{count}} thing should be mended before the document is sent',
  found_other: '{{count}} things should be mended before the document is sent',
  /** Where it stands, and how many times there. */
  whole: 'The whole document',
  near: 'At “{{where}}”',
  times_one: '{{count}} place',
  times_other: '{{count}} places',
  rules: {
    exemptPassage:
      'A passage that is exempt from disclosure stands in a document that anybody may read. Find out where it comes from, take it out there, and make the document again.',
    exemptWords:
      'A text that is exempt from disclosure stands word for word in a document that anybody may read. See whether it is the same matter or only the same words.',
    titleMissing: 'The document has no title among its properties. Write one under File > Info.',
    fileLanguage:
      'The file does not say what language it is written in, or says another than the text. Make the file again in the right language.',
    textLanguage:
      'The text has no language, so a screen reader pronounces it wrongly. Select all text and choose its language under Review > Language.',
    passageLanguage:
      'Some of the text is marked with a language that does not exist. Select it and choose the language that it is in.',
    mainHeading:
      'The document needs one heading at the top level: its title. Put Heading 1 on the title and lower levels on the rest.',
    headingOrder: 'A heading skips a level. Choose the level just below the heading that it belongs to.',
    headingEmpty: 'A heading is empty. Write a text in it, or delete the line.',
    bodyFont:
      'The body text has serifs, which are harder to read on a screen. Choose a font without them, Calibri for one.',
    tableHeaderRow:
      'A table has no header row that is repeated on each page. Select its top row and turn on Repeat Header Rows.',
    tableHeaderEmpty: 'A column of a table has no header. Write what the column holds.',
    tableFirstColumn:
      'The first column of a table names its rows but is not marked so. Turn on First Column under Table Design.',
    tableMerged: 'A table has merged cells, which a screen reader cannot read in order. Split them again.',
    tableNested: 'A table lies within another. Move it out, or write what it holds as text.',
    imageText:
      'A picture or chart has no alternative text. Write what it shows for those who cannot see it; of a chart the figures too.',
    chartFigures:
      'The figures of a chart stand neither in its alternative text nor in a table beside it. Write them in one of the two.',
    typedList: 'A list is typed with dashes or numbers by hand. Turn it into a bulleted or numbered list.',
    textBox: 'Text stands in a text box, which screen readers often pass over. Move the text out into the document.',
    floating: 'Something is placed freely on the page, so it is unclear when it is read. Put it in line with the text.',
    linkText:
      'A link does not say where it leads. Write what the reader finds there instead of the bare address or “here”.',
    contrast:
      'Text stands out too little from its background. Choose a darker text colour or a lighter background, at least 4.5:1 (large text 3:1).',
    emptyParagraphs:
      'Empty lines are used to make room. Delete them and set the spacing before or after the paragraph.',
    tabLayout: 'Tabs are used to line up text in columns. Use a table.',
    sheetName:
      'A sheet has no name that says what it holds, or two sheets share one. Give the sheet a name of its own.',
    sheetTitle: 'The sheet has no title in cell A1. Write there what the sheet shows.',
    sheetTable: 'Rows on the sheet are not made into a table. Select them and choose Insert > Table.',
    columnNames: 'A column of the table has no name of its own. Give each column a header that no other has.',
    cellsMerged: 'The sheet has merged cells, which cannot be read in order or sorted. Split them again.',
    blankRows: 'The table has blank rows. Delete them.',
    blankColumns: 'The table has a blank column. Delete it.',
    headerFrozen: 'The header row is lost when one scrolls down. Freeze the rows down to it under View.',
    printTitles:
      'The header row is not repeated on each printed page. Choose it as a title under Page Layout > Print Titles.',
    formulaText:
      'A text is stored as a formula and may fail or fetch something from outside. Put an apostrophe before it, so that it stays text.',
  },
  /** Bytes that can't be checked. */
  unreadable: {
    notOffice: 'The file is no Word or Excel document. Choose a .docx or .xlsx file.',
    notWord: 'The file is no Word document. Choose a .docx file.',
    notWorkbook: 'The file is no Excel workbook. Choose a .xlsx file.',
    damaged: 'The document is damaged and cannot be read. Make it again.',
    tooLarge: 'The document is too large to be checked. Divide it into several.',
  },
}
