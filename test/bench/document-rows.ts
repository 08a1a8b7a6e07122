/** The board package in Word and Excel, from a snapshot made by the backend itself. */
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { bareDocx, bareXlsx } from './bare-documents.ts'
import type { Bench } from './bench.ts'
import { same, tagsIn } from './checks.ts'
import type { Row } from './harness.ts'
import { docxPackage, sheetJsWorkbook } from './peer-documents.ts'

export async function documentRows({ call, facts }: Bench): Promise<Row[]> {
  const { body, from, to } = facts
  const { id } = await call('packages.make', { bodyId: body, periodFrom: from, periodTo: to, language: 'nb' })
  const { snapshot } = await call('packages.open', { id })
  const paragraphs = (bytes: unknown) => tagsIn(bytes, /^word\/document\.xml$/, 'w:tr')
  const rows = (bytes: unknown) => tagsIn(bytes, /^xl\/worksheets\/sheet\d+\.xml$/, 'row')
  // Ours has headings, contents and more tables; it may not hold less than the visits that the others print.
  const whole = (count: (bytes: unknown) => number, least: number) => (ours: unknown, others: readonly unknown[]) => {
    const [bare = 0, ...peers] = others.map(count)
    same('rows', bare, peers)
    if (count(ours) < least) throw new Error(`rows: ${count(ours)} here, at least ${least} are due`)
  }
  return [
    {
      name: 'Package in Word',
      ours: () => renderBoardPackageDocx(snapshot),
      beside: [
        { role: 'bare', name: 'bare XML and zip', goal: 3, work: () => bareDocx(snapshot) },
        // 0.25 at a hundred pages, 0.3 at a thousand; the laxer of the two.
        { role: 'peer', name: 'docx, plain: the same texts and tables', goal: 0.3, work: () => docxPackage(snapshot) },
      ],
      check: whole(paragraphs, snapshot.followUps.rows.length),
    },
    {
      name: 'Package in Excel',
      ours: () => renderBoardPackageXlsx(snapshot),
      beside: [
        { role: 'bare', name: 'bare XML and zip', goal: 1.5, work: () => bareXlsx(snapshot) },
        { role: 'peer', name: 'SheetJS, the same rows', goal: 0.6, work: () => sheetJsWorkbook(snapshot) },
      ],
      check: whole(rows, snapshot.visits.rows.length),
    },
  ]
}
