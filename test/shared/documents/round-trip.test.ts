/** LibreOffice reads our files and writes them again; other readers find the same in both, formulas reckoned anew among it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { aSnapshot } from './a-snapshot.ts'
import { hasLibreOffice, hasPythonReaders, readWithPython, throughLibreOffice } from './office-file.ts'

const words = `
import sys, json, docx
book = docx.Document(sys.argv[1])
def told(text): return ' '.join(text.replace('\\u00ad', '').split())
paragraphs = [told(p.text) for p in book.paragraphs if not p.style.name.lower().startswith('toc')]
headings = [[p.style.name, told(p.text)] for p in book.paragraphs if p.style.name.startswith('Heading')]
cells = [[told(c.text) for c in r.cells] for t in book.tables for r in t.rows]
print(json.dumps({'paragraphs': [p for p in paragraphs if p], 'headings': headings, 'cells': cells}))`

const cells = `
import sys, json, openpyxl
kept = openpyxl.load_workbook(sys.argv[1], data_only=True)
typed = openpyxl.load_workbook(sys.argv[1])
def plain(value):
    if isinstance(value, float): return round(value, 6)
    if value is None or isinstance(value, (int, bool)): return value
    return str(value)
values = {s.title: {c.coordinate: plain(c.value) for r in s.iter_rows() for c in r if c.value not in (None, '')} for s in kept}
formulas = {s.title: [c.coordinate for r in s.iter_rows() for c in r if c.data_type == 'f'] for s in typed}
tables = {s.title: sorted(s.tables) for s in typed}
print(json.dumps({'values': values, 'formulas': formulas, 'tables': tables}))`

/** The workbook without the results that we wrote beside its formulas, so that they must be reckoned. */
function unreckoned(bytes: Uint8Array): { bytes: Uint8Array; taken: number } {
  let taken = 0
  const parts = unzipSync(bytes)
  for (const [name, content] of Object.entries(parts)) {
    if (!/sheet\d+\.xml$/.test(name)) continue
    const xml = strFromU8(content).replace(/(<f\b[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, (_, formula: string) => {
      taken += 1
      return formula
    })
    parts[name] = strToU8(xml)
  }
  return { bytes: zipSync(parts), taken }
}

interface Book {
  readonly values: Record<string, Record<string, unknown>>
  readonly formulas: Record<string, string[]>
  readonly tables: Record<string, string[]>
}

describe.skipIf(!hasLibreOffice || !hasPythonReaders)('through LibreOffice and back', { timeout: 120_000 }, () => {
  it('a package in Word has the same words, headings and tables', async () => {
    const bytes = await renderBoardPackageDocx(aSnapshot())
    const before = readWithPython(bytes, 'docx', words) as Record<string, unknown[]>
    const after = readWithPython(throughLibreOffice(bytes, 'docx'), 'docx', words) as Record<string, unknown[]>
    expect(before.headings?.length).toBeGreaterThan(5)
    expect(before.cells?.length).toBeGreaterThan(10)
    expect(after).toEqual(before)
  })

  it('a workbook has the same values in every cell, and each formula reckons to what we wrote as its result', async () => {
    const bytes = await renderBoardPackageXlsx(aSnapshot())
    const before = readWithPython(bytes, 'xlsx', cells) as Book
    const bare = unreckoned(bytes)
    expect(bare.taken).toBe(Object.values(before.formulas).flat().length)
    const after = readWithPython(throughLibreOffice(bare.bytes, 'xlsx'), 'xlsx', cells) as Book
    expect(Object.values(before.formulas).flat().length).toBeGreaterThan(10)
    expect(after.values).toEqual(before.values)
    expect(after.tables).toEqual(before.tables)
  })
})
