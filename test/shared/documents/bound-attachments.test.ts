import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { boundFileName } from '#shared/documents/bound-attachments.ts'
import { checkDocument } from '#shared/documents/check/check-document.ts'
import type { PaperItem } from '#shared/documents/meeting-paper.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { fitted } from '#shared/documents/word/pictures.ts'
import { presetLayout } from '#shared/domain/package-presets.ts'
import { languages } from '#shared/domain/values.ts'
import { aMeetingSnapshot } from './a-meeting-snapshot.ts'
import { aPng } from './a-picture.ts'
import {
  all,
  hasLibreOffice,
  hasPdfReader,
  hasPythonReaders,
  part,
  partsOf,
  pdfPages,
  readWithPython,
  toPdf,
  wordText,
} from './office-file.ts'

const logo = { sha256: 'a'.repeat(64), mime: 'image/png', altText: 'En rød ring' }
const map = {
  sha256: 'b'.repeat(64),
  mime: 'image/png',
  size: 900,
  altText: 'Kart over havna',
  pixels: { width: 1200, height: 700 },
}
const files = new Map([
  [logo.sha256, aPng(640, 200)],
  [map.sha256, aPng(1200, 700, [30, 90, 160])],
])
const attachments: PaperItem['attachments'] = [
  { no: 1, title: 'Kart over området', fileName: 'kart.png', file: map },
  {
    no: 2,
    title: 'Budsjett 2026',
    fileName: 'b.xlsx',
    file: { sha256: 'c'.repeat(64), mime: 'application/octet-stream', size: 5, altText: null },
  },
  { no: 3, title: 'Kassert', fileName: 'gammel.pdf' },
]

function aBoundSnapshot(language: Snapshot['language'] = 'nb', mode: 'bound' | 'listed' = 'bound'): Snapshot {
  const snapshot = aMeetingSnapshot({ language })
  const items = (snapshot.meeting?.items ?? []).map((item, at) => ({
    ...item,
    attachments: at === 1 ? attachments : [],
  }))
  return {
    ...snapshot,
    meeting: snapshot.meeting && { ...snapshot.meeting, items },
    layout: { ...presetLayout('papers'), attachments: mode },
    look: { accentColour: '#7A1F3D', font: 'Arial', logo },
  }
}
const bodyOf = async (snapshot: Snapshot) =>
  part(partsOf(await renderBoardPackageDocx(snapshot, undefined, files)), 'word/document.xml')

describe('a logo on the cover', () => {
  it.each([
    ['wide', [640, 200], [227, 71]],
    ['high', [300, 900], [31, 94]],
    ['small, which is not made larger', [100, 40], [100, 40]],
  ] as const)('keeps its proportions: %s', (_, [width, height], [w, h]) => {
    expect(fitted({ width, height }, { width: 227, height: 94 }, 1)).toEqual({ width: w, height: h })
  })

  it('stands before everything else, with its alternative text', async () => {
    const xml = await bodyOf(aBoundSnapshot())
    expect(xml.indexOf('<w:drawing>')).toBeLessThan(xml.indexOf('<w:t'))
    expect(xml).toContain('descr="En rød ring"')
  })

  it('that did not come stops the document', async () => {
    await expect(renderBoardPackageDocx(aBoundSnapshot())).rejects.toThrow(/did not come/)
  })
})

describe.each(languages)('attachments bound in, in %s', (language) => {
  it('stand under numbered headings, in the contents, with alternative text; the others are said to lie in the folder', async () => {
    const bytes = await renderBoardPackageDocx(aBoundSnapshot(language), undefined, files)
    const parts = partsOf(bytes)
    const xml = part(parts, 'word/document.xml')
    const text = wordText(xml)
    expect(xml).toContain('descr="Kart over havna"')
    expect(text).toMatch(/\n(Vedlegg|Bilaga|Appendix) 1: Kart over området\n/)
    const folder = { nb: 'Vedlegg', sv: 'Bilagor', en: 'Attachments' }[language]
    expect(text).toContain(`${folder}/2 Budsjett 2026.xlsx`)
    expect(text).not.toContain('kart.png')
    expect(all(xml, /PAGEREF (_Toc\d+)/g).length).toBe(all(xml, /<w:pStyle w:val="(Heading[23])"/g).length)
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/')).length).toBe(2)
    const anchors = all(xml, /w:anchor="([^"]+)"/g)
    const marked = new Set(all(xml, /<w:bookmarkStart[^>]* w:name="([^"]+)"/g))
    expect(anchors.filter((anchor) => !marked.has(anchor))).toEqual([])
    expect(checkDocument(bytes, 'docx')).toEqual([])
  })
})

it('attachments that are listed are as they were, with the file’s own name and no picture', async () => {
  const text = wordText(await bodyOf(aBoundSnapshot('nb', 'listed')))
  expect(text).toContain('kart.png')
  expect(text).not.toContain('Vedlegg/2')
})

it('the same snapshot and files give the same bytes', async () => {
  const made = () => renderBoardPackageDocx(aBoundSnapshot(), undefined, files)
  expect(await made()).toEqual(await made())
  expect(Object.keys(unzipSync(await made())).filter((name) => name.includes('media'))).toHaveLength(2)
})

it.each([
  [{ no: 1, title: 'Budsjett', fileName: 'x.PDF' }, '1 Budsjett.PDF'],
  [{ no: 2, title: 'rapport.pdf', fileName: 'rapport.pdf' }, '2 rapport.pdf'],
  [{ no: 3, title: '../../etc/passwd: <x>|"?*', fileName: 'y.docx' }, '3 .. .. etc passwd x.docx'],
  [{ no: 4, title: '\u202Egnp.exe\u0000', fileName: 'uten' }, '4 gnp.exe'],
  [{ no: 5, title: 'a'.repeat(300), fileName: 'z.pdf' }, `5 ${'a'.repeat(60)}.pdf`],
] as const)('the file beside the document of %j is called %s', (attachment, name) => {
  expect(boundFileName(attachment)).toBe(name)
})

it.skipIf(!hasLibreOffice || !hasPdfReader)(
  'the picture is on the page of its heading, where the contents say',
  async () => {
    const bytes = await renderBoardPackageDocx(aBoundSnapshot(), undefined, files)
    const xml = part(partsOf(bytes), 'word/document.xml')
    const told = Number(
      all(
        xml,
        /Vedlegg 1: Kart over området.*?PAGEREF _Toc\d+[^<]*<\/w:instrText><w:fldChar[^>]*\/><w:t[^>]*>(\d+)</gs,
      )[0],
    )
    const found = pdfPages(toPdf(bytes, 'docx')).findIndex(
      (text, at) => at > 1 && /^Vedlegg 1: Kart over området$/m.test(text),
    )
    expect(found + 1).toBe(told)
  },
  60_000,
)

it.skipIf(!hasPythonReaders)('python-docx reads the pictures in their size', async () => {
  const bytes = await renderBoardPackageDocx(aBoundSnapshot(), undefined, files)
  const script =
    'import sys,json,docx\nd=docx.Document(sys.argv[1])\nprint(json.dumps([[round(s.width.mm),round(s.height.mm)] for s in d.inline_shapes if "pic:pic" in s._inline.xml]))'
  expect(readWithPython(bytes, 'docx', script)).toEqual([
    [60, 19],
    [160, 93],
  ])
})
