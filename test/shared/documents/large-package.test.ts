/** A package of 300 pages with 60 items and 500 rows in its tables: other programs read all of it. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { aMeetingSnapshot } from './a-meeting-snapshot.ts'
import { all, hasLibreOffice, hasPdfReader, hasPythonReaders, pdfPages, readWithPython, toPdf } from './office-file.ts'
import { rich, text, titled } from './rich-builders.ts'

const [items, rows] = [60, 500]
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const prose = (at: number) =>
  `Avsnitt ${at}: saken gjelder næringsarealer, kompetanse og samarbeid mellom kommunene og bedriftene i regionen. `.repeat(
    6,
  )

function aLargeSnapshot(): Snapshot {
  const base = aMeetingSnapshot({ withConfidential: true }, { visits: rows, summaries: 200, followUps: rows })
  const [item] =
    base.meeting?.items.filter(({ type, proposedDecision }) => type === 'decision' && proposedDecision !== null) ?? []
  const [decision] = base.decisions?.rows ?? []
  if (base.meeting === null || item === undefined || base.decisions === null || decision === undefined)
    throw new Error('a meeting without an item or a decision')
  const background = (at: number) =>
    rich(...times(8, (part) => [titled(1, `Del ${part + 1}`), text(prose(at)), text(prose(part))]).flat())
  return {
    ...base,
    meeting: {
      ...base.meeting,
      items: times(items, (at) => ({
        ...item,
        numberText: `Sak ${at + 1}/26`,
        title: `Stor sak nr. ${at + 1}`,
        background: background(at),
      })),
    },
    decisions: { ...base.decisions, rows: times(rows, (at) => ({ ...decision, title: `Vedtak nr. ${at + 1}` })) },
  }
}

describe('a package of 300 pages', () => {
  const snapshot = aLargeSnapshot()

  it.skipIf(!hasPythonReaders)(
    'is read whole by python-docx, with all its items and rows',
    async () => {
      const bytes = await renderBoardPackageDocx(snapshot)
      const script = [
        'import sys,json,docx',
        'd=docx.Document(sys.argv[1])',
        'heads=[p.text for p in d.paragraphs if p.style.name=="Heading 3"]',
        'print(json.dumps([sum("Stor sak nr." in h for h in heads), max(len(t._tbl.tr_lst) for t in d.tables)]))',
      ].join('\n')
      const [cases, most] = readWithPython(bytes, 'docx', script) as [number, number]
      expect(cases).toBe(items)
      expect(most).toBeGreaterThan(rows / 2)
    },
    30_000,
  )

  it.skipIf(!hasPythonReaders)(
    'is read whole as a workbook by openpyxl, a row each',
    async () => {
      const bytes = await renderBoardPackageXlsx(snapshot)
      const script =
        'import sys,json,openpyxl\nb=openpyxl.load_workbook(sys.argv[1])\n' +
        'print(json.dumps([b.worksheets[0].title,sorted(s.max_row for s in b.worksheets)[-3:]]))'
      const [, longest] = readWithPython(bytes, 'xlsx', script) as [string, number[]]
      expect(Math.min(...longest)).toBeGreaterThan(rows)
    },
    30_000,
  )

  it.skipIf(!hasLibreOffice || !hasPdfReader)(
    'is printed by LibreOffice on the pages that the contents tell of its items',
    async () => {
      const bytes = await renderBoardPackageDocx(snapshot)
      const pages = pdfPages(toPdf(bytes, 'docx'))
      expect(pages.length).toBeGreaterThan(290)
      const told = [
        ...strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).matchAll(
          /Stor sak nr\. (\d+)<.{0,900}?PAGEREF _Toc\d+[^<]*<\/w:instrText><w:fldChar[^>]*\/><w:t[^>]*>(\d+)</gs,
        ),
      ]
      expect(told).toHaveLength(items)
      const wrong = told.filter(
        ([, no, page]) => !new RegExp(`Stor sak nr\\. ${no}$`, 'm').test(pages[Number(page) - 1] ?? ''),
      )
      expect(wrong.map(([, no]) => no)).toEqual([])
      expect(all(pages.join('\n'), /(Avsnitt 59: )/g).length).toBeGreaterThan(0)
    },
    60_000,
  )
})
