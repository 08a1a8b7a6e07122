/** SheetJS reads our own workbook: an independent reader that is always there, also where no Python or LibreOffice is. */
import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { aSnapshot } from './a-snapshot.ts'

describe('the workbook in a second reader', () => {
  it('has its sheets, the title in A1, and a row per visit with a real date', async () => {
    const snapshot = aSnapshot()
    const book = read(await renderBoardPackageXlsx(snapshot), { cellNF: true })
    expect(new Set(book.SheetNames).size).toBe(book.SheetNames.length)
    const first = book.Sheets[book.SheetNames[0] ?? '']
    expect(String(first?.A1?.v)).toContain(snapshot.package.title)
    const rows = book.SheetNames.map((name) => utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 }))
    const named = rows.find((sheet) => sheet.some((row) => row.includes(snapshot.visits.rows[0]?.companyName)))
    expect(named).toBeDefined()
    const cells = Object.values(book.Sheets).flatMap((sheet) =>
      Object.entries(sheet).filter(([address]) => !address.startsWith('!')),
    )
    expect(cells.some(([, cell]) => cell.t === 'n' && /y/i.test(String(cell.z ?? '')))).toBe(true)
    expect(cells.filter(([, cell]) => cell.t === 'e')).toEqual([])
  })
})
