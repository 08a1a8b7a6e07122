import { z } from 'zod'

/** What falls short in a finished Word document, each a rule of board-package.md ("Word rules for accessibility"). */
export const wordRules = [
  'titleMissing',
  'fileLanguage',
  'textLanguage',
  'passageLanguage',
  'mainHeading',
  'headingOrder',
  'headingEmpty',
  'bodyFont',
  'tableHeaderRow',
  'tableHeaderEmpty',
  'tableFirstColumn',
  'tableMerged',
  'tableNested',
  'imageText',
  'chartFigures',
  'typedList',
  'textBox',
  'floating',
  'linkText',
  'contrast',
  'emptyParagraphs',
  'tabLayout',
] as const
export type WordRule = (typeof wordRules)[number]

/** What falls short in a finished workbook, each a rule of board-package.md (4.2, "Rules"). */
export const workbookRules = [
  'titleMissing',
  'fileLanguage',
  'sheetName',
  'sheetTitle',
  'sheetTable',
  'columnNames',
  'cellsMerged',
  'blankRows',
  'blankColumns',
  'headerFrozen',
  'printTitles',
  'imageText',
  'formulaText',
] as const
export type WorkbookRule = (typeof workbookRules)[number]

/**
 * Words of what is exempt from disclosure, in a document that may be shown to anybody: whole passages, and short ones (a title, a line),
 * which may read the same by chance.
 */
export const exemptRules = ['exemptPassage', 'exemptWords'] as const
export type ExemptRule = (typeof exemptRules)[number]

type Rule = WordRule | WorkbookRule | ExemptRule
export const documentRules = [
  ...new Set<Rule>([...exemptRules, ...wordRules, ...workbookRules]),
] as const satisfies readonly Rule[]

/**
 * One thing that a reader of a finished document cannot use, and how many times it stands at one place. `where` is the nearest heading,
 * table or sheet as it reads in the document; null for the document as a whole, and for the rest where there are very many places.
 * Its sentence is `documentChecks.rules.<rule>`.
 */
export const documentFinding = z.object({
  rule: z.enum(documentRules),
  where: z.string().max(120).nullable(),
  count: z.int().min(1),
})
export type DocumentFinding = z.infer<typeof documentFinding>
