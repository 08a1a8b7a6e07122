import { describe, expect, it } from 'vitest'
import { checkWord } from '#shared/documents/check/check-word.ts'
import { documentFinding, type WordRule, wordRules } from '#shared/domain/records/document-finding.ts'
import {
  aWordFile,
  cell,
  chart,
  heading,
  link,
  para,
  picture,
  row,
  run,
  table,
  type WordFileParts,
} from './a-word-file.ts'

type Edit = (parts: WordFileParts) => Partial<WordFileParts>
/** The sound document's body with something after it, under the heading «Møter». */
const more =
  (content: string): Edit =>
  ({ body }) => ({ body: body + content })
const changed =
  (part: keyof WordFileParts, from: string, to: string): Edit =>
  (parts) => {
    if (!parts[part].includes(from)) throw new Error(`there is no ${from} in ${part}`)
    return { [part]: parts[part].replace(from, to) }
  }
const lists = [para('- ett'), para('- to'), para('- tre')].join('')
const header = row(['Navn', 'Sum'], true)
const white = '<w:color w:val="FFFFFF"/>'
const textBox = (frame: string) =>
  `<w:r><w:pict><v:shape style="${frame}"><v:textbox><w:txbxContent>${para('I boks')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** Each breaks one rule and no other. */
const broken: [rule: WordRule, what: string, edit: Edit, where: string | null, count: number][] = [
  ['titleMissing', 'an empty title', changed('core', '>Styrepakke<', '> <'), null, 1],
  ['fileLanguage', 'no language', changed('core', '<dc:language>nb-NO</dc:language>', ''), null, 1],
  ['fileLanguage', 'another language than the text', changed('core', 'nb-NO', 'sv-SE'), null, 1],
  ['textLanguage', 'no language of the text', changed('styles', '<w:lang w:val="nb-NO"/>', ''), null, 1],
  ['passageLanguage', 'a language that there is not', more(para(run('Hei', '<w:lang w:val="norsk"/>'))), 'Møter', 1],
  ['passageLanguage', 'an unknown code', more(para(run('Hei', '<w:lang w:val="xq-NO"/>'))), 'Møter', 1],
  ['mainHeading', 'two titles', more(heading(1, 'En til')), null, 2],
  ['headingOrder', 'a level that is skipped', more(heading(4, 'For dypt')), 'For dypt', 1],
  ['headingEmpty', 'a heading without text', more(heading(2, '')), 'Møter', 1],
  ['bodyFont', 'a font with serifs', changed('styles', 'w:ascii="Calibri"', 'w:ascii="Cambria"'), null, 1],
  [
    'bodyFont',
    'no font, which is Times',
    changed('styles', '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>', ''),
    null,
    1,
  ],
  ['tableHeaderRow', 'no header row', more(table(row(['Moss', '3']))), 'Møter', 1],
  ['tableHeaderRow', 'a header row that is not the first', more(table(row(['Moss', '3']) + header)), 'Møter', 1],
  ['tableHeaderEmpty', 'a dash as header', more(table(row(['Navn', '–'], true) + row(['Moss', '3']))), 'Møter', 1],
  [
    'tableFirstColumn',
    'names that are not marked',
    more(
      table(
        header + row(['Moss', '3']) + row(['Halden', '4']),
        '<w:tblLook w:val="0420"/><w:tblCaption w:val="Tall"/>',
      ),
    ),
    'Tall',
    1,
  ],
  ['tableMerged', 'cells merged across', more(table(header + row([cell('A', '<w:gridSpan w:val="2"/>')]))), 'Møter', 1],
  [
    'tableMerged',
    'cells merged down',
    more(table(header + row([cell('A', '<w:vMerge w:val="restart"/>'), '1']) + row([cell('', '<w:vMerge/>'), '2']))),
    'Møter',
    2,
  ],
  [
    'tableNested',
    'a table within a table',
    more(table(header + row([cell(table(header) + para('A')), '1']))),
    'Møter',
    1,
  ],
  ['imageText', 'a picture that says nothing', more(para(picture(''))), 'Møter', 1],
  ['imageText', 'a file name for a text', more(para(picture('image1.png'))), 'Møter', 1],
  ['chartFigures', 'figures told nowhere', more(para(chart('Søylediagram over kroner. Moss 1 200,5.'))), 'Møter', 1],
  ['typedList', 'dashes by hand', more(lists), 'Møter', 3],
  ['typedList', 'numbers by hand', more(para('1. ett') + para('2. to')), 'Møter', 2],
  [
    'typedList',
    'letters on the lines of one paragraph',
    more(para(`${run('a) ett')}<w:r><w:br/></w:r>${run('b) to')}`)),
    'Møter',
    2,
  ],
  ['textBox', 'a text box', more(para(textBox(''))), 'Møter', 1],
  ['floating', 'a picture beside the text', more(para(chart('Moss 1 200,5; Halden 30', 'anchor'))), 'Møter', 1],
  ['floating', 'a table beside the text', more(table(header, '<w:tblpPr/><w:tblLook w:val="04A0"/>')), 'Møter', 1],
  ['floating', 'a paragraph in a frame', more(para('Ramme', '<w:framePr w:w="100"/>')), 'Møter', 1],
  ['linkText', 'a bare address', more(para(link('https://example.no/a?b=1'))), 'Møter', 1],
  ['linkText', 'a link that says «her»', more(para(`${run('Se ')}${link('her.')}`)), 'Møter', 1],
  ['linkText', 'a Swedish one in a field', more(para(field('HYPERLINK "https://x.se"', 'Läs mer'))), 'Møter', 1],
  ['linkText', 'a link without text', more(para(link(''))), 'Møter', 1],
  ['contrast', 'grey on white', more(para(run('Svakt', '<w:color w:val="8A8A8A"/>'))), 'Møter', 1],
  [
    'contrast',
    'white on the ground of a cell',
    more(table(header + row([cell(para(run('A', white)), '<w:shd w:fill="9DB8C7"/>'), '1']))),
    'Møter',
    1,
  ],
  ['contrast', 'ink on a dark paragraph', more(para('Svakt', '<w:shd w:val="clear" w:fill="51626C"/>')), 'Møter', 1],
  [
    'contrast',
    'a header of the page',
    changed('header', '<w:r>', '<w:r><w:rPr><w:color w:val="C3D0D8"/></w:rPr>'),
    null,
    1,
  ],
  ['emptyParagraphs', 'three empty lines', more(para('') + para('') + para(run(' ')) + para('Slutt')), 'Møter', 2],
  ['tabLayout', 'columns by tabs', more(para(`${run('Navn')}<w:r><w:tab/><w:tab/></w:r>${run('Sum')}`)), 'Møter', 1],
]

describe('a sound Word document', () => {
  it('has no findings', () => {
    expect(checkWord(aWordFile())).toEqual([])
  })
  it.each<[string, Edit]>([
    ['a second line of large grey text', more(para(run('Stort', '<w:color w:val="8A8A8A"/><w:sz w:val="36"/>')))],
    [
      'a picture marked as decoration',
      more(
        para(
          picture('').replace(
            '<a:graphic/>',
            '<x:decorative xmlns:x="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>',
          ),
        ),
      ),
    ],
    [
      'a chart whose figures stand in a table under the same heading',
      more(para(chart('Søyler')) + table(row(['Moss', 'Halden'], true) + row(['1200,50', '30,0']))),
    ],
    [
      'a table whose first column repeats itself and is not marked',
      more(table(header + row(['Moss', '3']) + row(['Moss', '4']), '<w:tblLook w:val="0420"/>')),
    ],
    ['an empty line before and after a table', more(para('') + table(header) + para(''))],
    ['a mail address as link', more(para(link('post@example.no')))],
    ['another language, said', more(para(run('Hej', '<w:lang w:val="sv-SE"/>')))],
    ['what was deleted', more(`<w:p><w:del>${run('- a', '<w:color w:val="FFFFFF"/>')}</w:del></w:p>`)],
    ['white text that is hidden', more(para(run('Skjult', '<w:color w:val="FFFFFF"/><w:vanish/>')))],
    ['dates under each other', more(para('1. mai er fri.') + para('17. mai er fri.'))],
    ['headings numbered by hand', more(heading(2, '1. Innledning') + heading(2, '2. Slutt'))],
    ['the contents, a field with tabs', more(para(`${field('TOC \\o', 'Økonomi')}<w:r><w:tab/></w:r>${run('3')}`))],
  ])('may have %s', (_, edit) => {
    expect(checkWord(aWordFile(edit))).toEqual([])
  })
})

describe('a Word document that breaks a rule', () => {
  it.each(broken)('%s: %s', (rule, _, edit, where, count) => {
    const found = checkWord(aWordFile(edit))
    expect(found).toEqual([{ rule, where, count }])
    expect(documentFinding.parse(found[0])).toEqual(found[0])
  })
  it('has a document here for each rule', () => {
    expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(wordRules))
  })
  it('that has no title begins too deep as well', () => {
    const found = checkWord(aWordFile(changed('body', heading(1, 'Styrepakke'), heading(2, 'Styrepakke'))))
    expect(found.map(({ rule }) => rule)).toEqual(['mainHeading', 'headingOrder'])
  })
})

describe('findings', () => {
  it('are told once a rule and place, the rest together after twenty places, and a long place is cut', () => {
    const long = 'Overskrift '.repeat(20)
    const [first] = checkWord(aWordFile(more(heading(2, long) + para(picture('')) + para(picture('')))))
    expect(first).toMatchObject({ rule: 'imageText', count: 2 })
    expect(first?.where).toHaveLength(120)
    const many = Array.from({ length: 50 }, (_, index) => heading(2, `Del ${index}`) + para(picture('')))
    const found = checkWord(aWordFile(more(many.join(''))))
    expect(found).toHaveLength(21)
    expect(found.at(-1)).toEqual({ rule: 'imageText', where: null, count: 30 })
  })
})
