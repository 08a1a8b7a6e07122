/** A Word document written by hand, part by part: what a rule sees of it is known to the letter. */
import { strToU8, unzipSync, zipSync } from 'fflate'

const ns =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const run = (text: string, look = '') =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const para = (content: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`
export const heading = (level: number, text: string) =>
  para(text === '' ? '' : run(text), `<w:pStyle w:val="Heading${level}"/>`)
export const item = (text: string) => para(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
export const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : para(content)}</w:tc>`
export const row = (cells: readonly string[], isHeader = false) =>
  `<w:tr>${isHeader ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map((one) => (one.startsWith('<w:tc') ? one : cell(one))).join('')}</w:tr>`
export const table = (rows: string, properties = '<w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="1"/>') =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid/>${rows}</w:tbl>`
export const link = (text: string) => `<w:hyperlink r:id="rId9">${run(text)}</w:hyperlink>`
export const chart = (alt: string, kind: 'inline' | 'anchor' = 'inline') =>
  `<w:r><w:drawing><wp:${kind}><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><c:chart r:id="rId8"/></a:graphicData></a:graphic></wp:${kind}></w:drawing></w:r>`
export const picture = (alt: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="2" name="x" descr="${alt}"/><a:graphic/></wp:inline></w:drawing></w:r>`

/** Sound from end to end, and with something in it for every rule to look at. */
const sound = [
  heading(1, 'Styrepakke'),
  para('Første avsnitt.'),
  heading(2, 'Økonomi'),
  table(
    row(['Partner', 'Kroner'], true) + row(['Moss', '1 200,5']) + row(['Halden', '30']),
    '<w:tblLook w:val="04A0"/><w:tblCaption w:val="Tilskudd"/>',
  ),
  para(''),
  heading(3, 'Detaljer'),
  item('Et punkt'),
  item('Et punkt til'),
  para(`${run('Les ')}${link('vedtektene')}`),
  para(chart('Søylediagram. Moss 1 200,5; Halden 30.')),
  para(picture('Logoen til partnerskapet')),
  heading(2, 'Møter'),
  para('1. mai er fridag.'),
  para('– Vi er i gang, sier lederen.'),
  para(run('Hvitt på mørkt', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="0B4A6F"/>')),
].join('')

export interface WordFileParts {
  body: string
  styles: string
  core: string
  header: string
  chart: string
}

export const soundParts: WordFileParts = {
  body: sound,
  styles:
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:color w:val="1D2B33"/><w:sz w:val="21"/><w:lang w:val="nb-NO"/></w:rPr></w:rPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
    [1, 2, 3, 4]
      .map(
        (level) =>
          `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>`,
      )
      .join(''),
  core: '<dc:title>Styrepakke</dc:title><dc:language>nb-NO</dc:language>',
  header: para('Østfold-partnerskapet'),
  chart:
    '<c:plotArea><c:ser><c:cat><c:numCache><c:pt><c:v>46023</c:v></c:pt></c:numCache></c:cat><c:val><c:numCache><c:pt><c:v>1200.5</c:v></c:pt><c:pt><c:v>30</c:v></c:pt></c:numCache></c:val></c:ser></c:plotArea>',
}

/** The document, with some parts otherwise than in the sound one. */
export function aWordFile(edit: (parts: WordFileParts) => Partial<WordFileParts> = () => ({})): Uint8Array {
  const parts = { ...soundParts, ...edit(soundParts) }
  const rel = (id: string, type: string, target: string, mode = '') =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode}/>`
  const rels = (...list: string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
  const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
  return zipped({
    '_rels/.rels': rels(
      rel('rId1', `${relation}/officeDocument`, 'word/document.xml'),
      rel('rId2', core, '/docProps/core.xml'),
    ),
    'word/_rels/document.xml.rels': rels(
      rel('rId1', `${relation}/styles`, 'styles.xml'),
      rel('rId2', `${relation}/header`, 'header1.xml'),
      rel('rId8', `${relation}/chart`, 'charts/chart1.xml'),
      rel('rId9', `${relation}/hyperlink`, 'https://example.no/vedtekter', ' TargetMode="External"'),
    ),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.core}</cp:coreProperties>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<w:document ${ns}><w:body>${parts.body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `<w:styles ${ns}>${parts.styles}</w:styles>`,
    'word/header1.xml': `<w:hdr ${ns}>${parts.header}</w:hdr>`,
    'word/charts/chart1.xml': `<c:chartSpace ${ns}>${parts.chart}</c:chartSpace>`,
  })
}

export function zipped(texts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  )
}

/** The file with one of its parts changed; an edit that changes nothing is a mistake of the test. */
export function patched(file: Uint8Array, name: string, edit: (text: string) => string): Uint8Array {
  const parts = unzipSync(file)
  const before = new TextDecoder().decode(parts[name])
  const after = edit(before)
  if (after === before) throw new Error(`nothing was changed in ${name}`)
  return zipSync({ ...parts, [name]: strToU8(after) })
}
