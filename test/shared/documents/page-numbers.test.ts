import { AlignmentType, Document, LevelFormat, Packer } from 'docx'
import { layoutDocument } from 'docx/layout'
import { describe, expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { type Block, bulletList, bullets, heading, prose, sentence, table } from '#shared/documents/word/blocks.ts'
import { bars } from '#shared/documents/word/charts.ts'
import { type Pages, pageNumbersIn, pagesOf } from '#shared/documents/word/layout/pages.ts'
import { bulletIndent, page, sizeIn, stylesFor } from '#shared/documents/word/styles.ts'
import { type DocumentFont, documentFonts } from '#shared/domain/records/partnership.ts'
import { languages } from '#shared/domain/values.ts'
import fc from '#test/random.ts'
import { aMeetingSnapshot } from './a-meeting-snapshot.ts'
import { aCommitmentsSnapshot } from './a-partner-paper.ts'
import { aProjectsSnapshot, someProjects } from './a-projects-snapshot.ts'
import { aSnapshot } from './a-snapshot.ts'
import { all, hasLibreOffice, hasPdfReader, part, partsOf, pdfPages, toPdf, wordText } from './office-file.ts'

const words =
  'bedriften og kommunen besøk, næringsutvikling forbindelse 12.11.2026 areal- transportplan (frist 2026–2027) – «sitat» AS: fagarbeidere/lærlinger e-post 10-15 % Å av–på kr sekretariatet@partnerskapet.example'.split(
    ' ',
  )
const text = (most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most, size: 'max' }).map((some) => some.join(' '))
const columns = [
  { header: 'Bedrift', width: 2.2 },
  { header: 'Hva som skal gjøres', width: 3.3 },
  { header: 'Antall besøk', width: 1.2, number: true },
]
const cells = fc.tuple(
  text(6),
  fc.oneof({ weight: 30, arbitrary: text(20) }, { weight: 1, arbitrary: text(250) }),
  text(1),
)
const rows = fc.array(cells, { minLength: 1, maxLength: 25, size: 'max' })
const headed = fc.tuple(fc.constantFrom(2, 3, 3, 4), text(12), fc.boolean())
const chart = fc
  .integer({ min: 1, max: 14 })
  .map((count) => [bars({ title: 'Flagg', alt: 'Flagg' }, Array(count).fill('x'), 'n', Array(count).fill(1))])
const content = fc.oneof(
  text(200).map(prose),
  text(40).map((lead) => [sentence(lead, 'Lead')]),
  fc.array(text(25), { minLength: 1, maxLength: 30, size: 'max' }).map(bullets),
  rows.map((some) => table(columns, some)),
  fc.tuple(chart, rows).map(([drawn, some]) => [...drawn, ...table(columns, some)]),
)
const section = fc
  .tuple(headed, content)
  .map(([[level, title, breaks], blocks]): Block[] => [
    heading(level as 2 | 3 | 4, title, { pageBreakBefore: breaks && level === 2 }),
    ...blocks,
  ])
const document = fc.array(section, { minLength: 6, maxLength: 14, size: 'max' }).map((sections) => sections.flat())

/** The styles as a document has them in another typeface. */
function stylesIn(font: DocumentFont): ReturnType<typeof stylesFor> {
  const text = JSON.stringify(stylesFor('nb-NO')).replaceAll('Calibri', font)
  // Borders have sizes as well, beside their style.
  return JSON.parse(text, (key, value) =>
    key === 'run' && typeof value?.size === 'number' ? { ...value, size: sizeIn(font, value.size) } : value,
  )
}

/** Pages by our own layout and by the docx library's, which follows Word: where each block begins, and how many there are. */
async function bothLayouts(
  children: readonly Block[],
  font: DocumentFont,
): Promise<{ ours: Pages; theirs: Omit<Pages, 'bookmarks'> }> {
  let ours: Pages | undefined
  const { width, height, margin } = page
  const made = new Document({
    styles: stylesIn(font),
    numbering: {
      config: [
        {
          reference: bulletList,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: bulletIndent } },
            },
          ],
        },
      ],
    },
    pageNumbers: (body, context) => {
      ours = pagesOf(body, font)
      return pageNumbersIn(font)(body, context)
    },
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: { top: margin + 200, right: margin, bottom: margin, left: margin, header: 700, footer: 600 },
          },
        },
        children,
      },
    ],
  })
  await Packer.pack(made, 'uint8array')
  if (ours === undefined) throw new Error('the library did not ask for page numbers')
  const { pages } = layoutDocument(made, { guess: true })
  const starts = ours.starts.map(
    (_, index) => 1 + pages.findIndex(({ body }) => body.some((one) => one.index === index)),
  )
  return { ours, theirs: { starts, pageCount: pages.length } }
}

describe('our own page layout', () => {
  it('begins every paragraph and table on the page where the docx library does, in any document of our blocks and any typeface', async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.constantFrom(...documentFonts), async (children, font) => {
        const { ours, theirs } = await bothLayouts(children, font)
        expect({ starts: ours.starts, pageCount: ours.pageCount }).toEqual(theirs)
      }),
      // No shrinking: each run lays out pages the slow way, and the seed of a failure is enough to find it.
      { numRuns: 12, endOnFailure: true },
    )
  }, 60_000)

  const inArial = { accentColour: null, font: 'Arial' as const, logo: null }
  const long = { visits: 60, summaries: 50, followUps: 60 }
  it.skipIf(!hasLibreOffice || !hasPdfReader).each([
    ...languages.map((language) => [`in ${language}`, aSnapshot({ language }, long)] as const),
    ['of a Norwegian meeting', aMeetingSnapshot({ withConfidential: true })] as const,
    ['of a Swedish meeting', aMeetingSnapshot({ country: 'SE' }, long)] as const,
    ['of Norwegian partners', aCommitmentsSnapshot()] as const,
    ['of Swedish partners', aCommitmentsSnapshot({ country: 'SE' })] as const,
    // Liberation Sans is as wide as Arial; no free font is as wide as Verdana: of it the library's layout alone, which has its widths, is a measure.
    ['in Arial', { ...aMeetingSnapshot({ withConfidential: true }, long), look: inArial }] as const,
  ])(
    'puts the headings of a package %s on the pages where LibreOffice prints them',
    async (_, snapshot) => {
      const bytes = await renderBoardPackageDocx(snapshot)
      const { told, headings, printed } = pagesTold(bytes)
      // The contents are page two; a heading stands after the one before it.
      let from = 2
      const found = headings.map((title) => {
        from = printed.findIndex((lines, index) => index >= from && lines.includes(title))
        return from + 1
      })
      expect(told.length).toBeGreaterThan(10)
      expect(found).toEqual(told)
    },
    120_000,
  )

  it
    .skipIf(!hasLibreOffice || !hasPdfReader)
    // Four of the five: with all, the contents end within a point of the page's end, and LibreOffice squeezes the last line in.
    .each([
      ['Norwegian', aProjectsSnapshot({}, someProjects().slice(0, 4))] as const,
      ['Swedish', aProjectsSnapshot({ country: 'SE' }, someProjects('SE').slice(0, 4))] as const,
    ])(
    'puts the headings of %s projects and exceptions on pages where LibreOffice prints them',
    async (_, snapshot) => {
      const bytes = await renderBoardPackageDocx(snapshot)
      const { told, headings, printed } = pagesTold(bytes)
      expect(told).toEqual(told.toSorted((a, b) => a - b))
      // A project's name stands in the timeline too: its heading is on one of the pages that have such a line.
      const missing = headings.filter((title, index) => !printed[(told[index] ?? 0) - 1]?.includes(title))
      expect(missing).toEqual([])
    },
    120_000,
  )
})

/** What the contents tell, and what is printed on each page without its blanks. */
function pagesTold(bytes: Uint8Array) {
  const xml = part(partsOf(bytes), 'word/document.xml')
  const told = all(xml, /PAGEREF _Toc\d+[^<]*<\/w:instrText><w:fldChar[^>]*\/><w:t[^>]*>(\d+)<\/w:t>/g).map(Number)
  const headings = all(xml, /(<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="Heading[23]"\/>.*?<\/w:p>)/gs).map((one) =>
    wordText(`<w:x xmlns:w="w">${one}</w:x>`).replaceAll(/\s/g, ''),
  )
  const printed = pdfPages(toPdf(bytes, 'docx')).map((one) => one.split('\n').map((line) => line.replaceAll(/\s/g, '')))
  return { told, headings, printed }
}
