/** A workbook written by hand, part by part: what a rule sees of it is known to the letter. */
import { zipped } from './a-word-file.ts'

const ns =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A row of cells from column A: texts, numbers, `=formula`, or null for none. */
export const cells = (row: number, values: readonly (string | number | null)[]) =>
  `<row r="${row}">${values
    .map((value, index) => {
      const at = `r="${String.fromCharCode(65 + index)}${row}"`
      if (value === null) return ''
      if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`
      if (value.startsWith('=')) return `<c ${at} t="str"><f>${value.slice(1)}</f><v>0</v></c>`
      return `<c ${at} t="inlineStr"><is><t>${value}</t></is></c>`
    })
    .join('')}</row>`

export interface WorkbookParts {
  /** `<sheet>` names of the two sheets, and whether the second is hidden. */
  names: readonly [string, string]
  hidden: boolean
  titles: string
  view: string
  rows: string
  /** After the cells. */
  after: string
  tableRef: string
  columns: readonly string[]
  drawing: string
  second: string
  core: string
  custom: string
  strings: string
}

export const soundParts: WorkbookParts = {
  names: ['Partnere', 'Om'],
  hidden: false,
  titles: "'Partnere'!$A:$A,'Partnere'!$3:$3",
  view: '<pane ySplit="3" topLeftCell="A4" state="frozen"/>',
  rows: [
    '<row r="1"><c r="A1" t="s"><v>1</v></c></row>',
    cells(2, ['Sum', '=SUBTOTAL(109,Partnere[Lovet])']),
    cells(3, ['Navn', 'Lovet', 'Rest', 'Merknad']),
    cells(4, ['Moss', 10, '=B4-1', null]),
    cells(5, ['Halden', 20, '=B5-1', null]),
    cells(6, ['=NOW()-1', 30, null, null]).replace(/<c r="A6".*?<\/c>/, '<c r="A6" t="s"><v>2</v></c>'),
  ].join(''),
  after: '',
  tableRef: 'A3:D6',
  columns: ['Navn', 'Lovet', 'Rest', 'Merknad'],
  drawing:
    '<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="x" descr="Moss 10, Halden 20"/></xdr:nvGraphicFramePr></xdr:graphicFrame>',
  second: cells(1, ['Om arbeidsboken']) + cells(2, ['Laget av', 'Kari']),
  core: '<dc:title>Partnere</dc:title>',
  custom: '<property fmtid="x" pid="2" name="Language"><vt:lpwstr>nb-NO</vt:lpwstr></property>',
  strings: '<si><t> </t></si><si><t>Partnere i 2026</t></si><si><r><t>Råd</t></r><r><t>e</t></r></si>',
}

/** The workbook, with some parts otherwise than in the sound one. */
export function aWorkbookFile(edit: (parts: WorkbookParts) => Partial<WorkbookParts> = () => ({})): Uint8Array {
  const parts = { ...soundParts, ...edit(soundParts) }
  const rels = (...list: [id: string, type: string, target: string][]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
      .join('')}</Relationships>`
  const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
  const [first, second] = parts.names
  const sheets =
    `<sheet name="${first}" sheetId="1" r:id="rId1"/>` +
    `<sheet name="${second}" sheetId="2"${parts.hidden ? ' state="veryHidden"' : ''} r:id="rId2"/>`
  const titles = parts.titles
    ? `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${parts.titles}</definedName></definedNames>`
    : ''
  return zipped({
    '_rels/.rels': rels(
      ['rId1', `${relation}/officeDocument`, 'xl/workbook.xml'],
      ['rId2', core, 'docProps/core.xml'],
      ['rId3', `${relation}/custom-properties`, 'docProps/custom.xml'],
    ),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.core}</cp:coreProperties>`,
    'docProps/custom.xml': `<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">${parts.custom}</Properties>`,
    'xl/workbook.xml': `<workbook ${ns}><sheets>${sheets}</sheets>${titles}</workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      ['rId1', `${relation}/worksheet`, 'worksheets/sheet1.xml'],
      ['rId2', `${relation}/worksheet`, 'worksheets/sheet2.xml'],
      ['rId3', `${relation}/sharedStrings`, 'sharedStrings.xml'],
    ),
    'xl/sharedStrings.xml': `<sst ${ns}>${parts.strings}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${ns}><sheetViews><sheetView>${parts.view}</sheetView></sheetViews><sheetData>${parts.rows}</sheetData>${parts.after}</worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${ns}><sheetData>${parts.second}</sheetData></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': rels(
      ['rId1', `${relation}/table`, '../tables/table1.xml'],
      ['rId2', `${relation}/drawing`, '../drawings/drawing1.xml'],
    ),
    'xl/tables/table1.xml': `<table ${ns} id="1" name="Partnere" displayName="Partnere" ref="${parts.tableRef}"><tableColumns>${parts.columns
      .map((name, index) => `<tableColumn id="${index + 1}" name="${name}"/>`)
      .join('')}</tableColumns></table>`,
    'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">${parts.drawing}</xdr:wsDr>`,
  })
}
