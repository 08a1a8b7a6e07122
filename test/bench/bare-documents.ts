/** The limit for documents: the snapshot's texts as plain XML in a zip, with no styles, charts or checks. */
import { strToU8, zipSync } from 'fflate'
import type { Snapshot } from '#shared/documents/snapshot.ts'

export const xml = (text: unknown) =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** What a document holds, as tables of plain values; the peers print the same. */
export function tablesOf(snapshot: Snapshot): unknown[][][] {
  const { visits, followUps, changes } = snapshot
  const values = (rows: readonly object[]) => rows.map((row) => Object.values(row))
  return [
    values(visits.byMonth),
    values(visits.byType),
    values(visits.flags),
    values(visits.themes),
    values(visits.coverage.bySector),
    values(visits.coverage.byMunicipality),
    values(visits.coverage.byBand),
    values(visits.notVisited.rows),
    values(followUps.rows),
    ...(changes ? [values(changes.newVisits), values(changes.newFollowUps), values(changes.closedFollowUps)] : []),
  ]
}

export function bareDocx(snapshot: Snapshot): Uint8Array {
  const paragraph = (text: unknown) => `<w:p><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`
  const table = (rows: unknown[][]) =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
  const body = [
    ...tablesOf(snapshot).map(table),
    ...snapshot.visits.summaries.map((one) => paragraph(`${one.companyName} ${one.visitedOn}`) + paragraph(one.text)),
  ].join('')
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
}

/** The sheets of a workbook: the visits and every table. */
export function sheetsOf(snapshot: Snapshot): unknown[][][] {
  return [snapshot.visits.rows.map((row) => Object.values(row)), ...tablesOf(snapshot)]
}

export function bareXlsx(snapshot: Snapshot): Uint8Array {
  const sheet = (rows: unknown[][]) =>
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
      .map((row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${xml(cell)}</t></is></c>`).join('')}</row>`)
      .join('')}</sheetData></worksheet>`

  return zipSync(
    Object.fromEntries(
      sheetsOf(snapshot).map((rows, index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(sheet(rows))]),
    ),
  )
}
