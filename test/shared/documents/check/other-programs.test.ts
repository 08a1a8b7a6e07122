/** Documents of other programs: the checker sees in them what their own libraries say is there, and finds what they leave out. */
import { describe, expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { checkDocument } from '#shared/documents/check/check-document.ts'
import { OfficeFile } from '#shared/documents/check/office-file.ts'
import { readWord } from '#shared/documents/check/word/read-document.ts'
import { readWorkbook } from '#shared/documents/check/workbook/read-workbook.ts'
import { aSnapshot } from '../a-snapshot.ts'
import { hasPythonReaders, readWithPython } from '../office-file.ts'

/** The file that a Python script saves to the stream `out`. */
function writtenByPython(script: string): Uint8Array {
  const before = 'import sys,io,json,base64\nout=io.BytesIO()\n'
  const after = '\nprint(json.dumps(base64.b64encode(out.getvalue()).decode()))'
  return new Uint8Array(Buffer.from(String(readWithPython(new Uint8Array(), 'bin', before + script + after)), 'base64'))
}

describe.skipIf(!hasPythonReaders)('python-docx', () => {
  it('and the checker see the same headings, tables, header rows and pictures in a package', async () => {
    const bytes = await renderBoardPackageDocx(aSnapshot())
    const script = [
      'import sys,json,docx',
      'from docx.oxml.ns import qn',
      'd=docx.Document(sys.argv[1])',
      'heads=[[int(p.style.name[-1]),p.text] for p in d.paragraphs if p.style.name.startswith("Heading")]',
      'tables=[[len(t.rows),len(t.columns),[r.cells[0].text for r in t.rows[1:]]] for t in d.tables]',
      'alts=[s._inline.docPr.get("descr") for s in d.inline_shapes]',
      'print(json.dumps([heads,tables,alts,d.core_properties.title]))',
    ].join('\n')
    const document = readWord(new OfficeFile(bytes))
    expect(readWithPython(bytes, 'docx', script)).toEqual([
      document.headings.map(({ level, text }) => [level, text]),
      document.tables.map(({ rows, columns, firstColumn }) => [rows, columns, firstColumn]),
      document.pictures.map(({ alt }) => alt),
      document.title,
    ])
  })
  it('leaves much out, and all of it is found', () => {
    const bytes = writtenByPython(
      [
        'import docx',
        'd=docx.Document()',
        'd.core_properties.title=""',
        'd.core_properties.language=""',
        'd.add_heading("Referat",2)',
        'd.add_paragraph("En tekst i malens egen skrift, som har seriffer.")',
        't=d.add_table(3,2)',
        'for r in range(3):',
        '  t.cell(r,0).text="Rad %d"%r; t.cell(r,1).text=str(r)',
        't.cell(1,0).merge(t.cell(1,1))',
        'd.add_paragraph("1. ett"); d.add_paragraph("2. to")',
        'd.add_paragraph("Punkt",style="List Bullet")',
        'd.save(out)',
      ].join('\n'),
    )
    expect(checkDocument(bytes, 'docx')).toEqual([
      { rule: 'titleMissing', where: null, count: 1 },
      { rule: 'fileLanguage', where: null, count: 1 },
      { rule: 'mainHeading', where: null, count: 1 },
      { rule: 'headingOrder', where: 'Referat', count: 1 },
      { rule: 'bodyFont', where: null, count: 1 },
      { rule: 'tableHeaderRow', where: 'Referat', count: 1 },
      { rule: 'tableMerged', where: 'Referat', count: 1 },
      { rule: 'typedList', where: 'Referat', count: 2 },
      // The template's blue headings: 4F81BD on white is 4.0.
      { rule: 'contrast', where: 'Referat', count: 1 },
    ])
  })
})

describe.skipIf(!hasPythonReaders)('openpyxl', () => {
  it('and the checker see the same sheets, tables and frozen rows in a workbook', async () => {
    const bytes = await renderBoardPackageXlsx(aSnapshot())
    const script =
      'import sys,json,openpyxl\nb=openpyxl.load_workbook(sys.argv[1])\n' +
      'print(json.dumps([[s.title,int((s.freeze_panes or "A1")[1:])-1,len(s.merged_cells.ranges),[t.ref for t in s.tables.values()],' +
      'sum(1 for r in s.iter_rows() for c in r if c.data_type=="f"),s.print_title_rows] for s in b.worksheets]))'
    const { sheets } = readWorkbook(new OfficeFile(bytes))
    const letters = (column: number) => String.fromCharCode(64 + column)
    expect(readWithPython(bytes, 'xlsx', script)).toEqual(
      sheets.map(({ name, frozenRows, merged, tables, formulas, printTitles }) => [
        name,
        frozenRows,
        merged,
        tables.map(({ top, left, bottom, right }) => `${letters(left)}${top}:${letters(right)}${bottom}`),
        formulas.length,
        printTitles.map(([from, to]) => `$${from}:$${to}`).join(',') || null,
      ]),
    )
  })
  it('leaves much out, and all of it is found', () => {
    const bytes = writtenByPython(
      [
        'import openpyxl',
        'b=openpyxl.Workbook(); s=b.active',
        's["B2"]="Navn"; s["C2"]="Sum"',
        'for r in range(3,7):',
        '  s.cell(r,2,"Rad %d"%r); s.cell(r,3,r)',
        's["C7"]="=1+1"',
        's.merge_cells("B9:C9")',
        'b.save(out)',
      ].join('\n'),
    )
    expect(checkDocument(bytes, 'xlsx')).toEqual([
      { rule: 'titleMissing', where: null, count: 1 },
      { rule: 'fileLanguage', where: null, count: 1 },
      { rule: 'sheetName', where: 'Sheet', count: 1 },
      { rule: 'sheetTitle', where: 'Sheet', count: 1 },
      { rule: 'sheetTable', where: 'Sheet', count: 1 },
      { rule: 'cellsMerged', where: 'Sheet', count: 1 },
      { rule: 'formulaText', where: 'Sheet', count: 1 },
    ])
  })
})
