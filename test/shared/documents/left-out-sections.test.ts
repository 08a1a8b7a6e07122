import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { presetLayout } from '#shared/domain/package-presets.ts'
import { packageSheets } from '#shared/domain/records/package-template.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aMeetingSnapshot } from './a-meeting-snapshot.ts'
import { aCommitmentsSnapshot } from './a-partner-paper.ts'
import { aProjectsSnapshot } from './a-projects-snapshot.ts'
import { all, part, partsOf, wordText } from './office-file.ts'

const t = translator('nb')
const preset = presetLayout('papers')
/** A package with something in every section that these builders know. */
function aFullSnapshot(layout: Snapshot['layout'] = preset): Snapshot {
  const meeting = aMeetingSnapshot()
  return {
    ...meeting,
    projects: aProjectsSnapshot().projects,
    agreements: aProjectsSnapshot().agreements,
    commitments: aCommitmentsSnapshot().commitments,
    layout,
  }
}
const bodyOf = async (snapshot: Snapshot) => part(partsOf(await renderBoardPackageDocx(snapshot)), 'word/document.xml')
const without = (left: string): Snapshot['layout'] => ({
  ...preset,
  sections: preset.sections.filter(({ section }) => section !== left),
})

/** Headings of level 2 in order, with whether something stands under each before the next. */
function sectionsRead(xml: string) {
  const paragraphs = xml.match(/<w:p\b.*?<\/w:p>|<w:tbl>/gs) ?? []
  const level = (one: string) => Number(/<w:pStyle w:val="Heading(\d)"/.exec(one)?.[1] ?? 0)
  const empty = paragraphs.filter((one, at) => {
    const own = level(one)
    const next = level(paragraphs[at + 1] ?? '<w:pStyle w:val="Heading1"')
    return own > 1 && next > 0 && next <= own
  })
  return { headings: paragraphs.filter((one) => level(one) === 2).map(textOf), empty: empty.map(textOf) }
}
const textOf = (paragraph: string) => all(paragraph, /<w:t\b[^>]*>([^<]*)<\/w:t>/g).join('')

describe.each(preset.sections.map(({ section }) => section).filter((section) => section !== 'cover'))(
  'a package without %s',
  (left) => {
    it('has no link that leads nowhere, no heading without text, and the contents of what is there', async () => {
      const [whole, xml] = [await bodyOf(aFullSnapshot()), await bodyOf(aFullSnapshot(without(left)))]
      const marked = new Set(all(xml, /<w:bookmarkStart[^>]* w:name="([^"]+)"/g))
      const named = [...all(xml, /w:anchor="([^"]+)"/g), ...all(xml, /PAGEREF (_Toc\d+)/g)]
      expect(named.filter((name) => !marked.has(name))).toEqual([])
      const { headings, empty } = sectionsRead(xml)
      // An item of the minutes may have nothing under its heading.
      const before = sectionsRead(whole)
      expect(empty.filter((title) => !before.empty.includes(title))).toEqual([])
      const gone = before.headings.filter((title) => !headings.includes(title))
      expect(gone.length).toBe(left === 'contents' || left === 'goals' ? 0 : 1)
      // No "more stands under" it either.
      const [title = ''] = gone
      if (title !== '')
        expect(wordText(xml)).not.toMatch(new RegExp(`(står|under|står under) «?${title.replace(/[()]/g, '.')}`))
    })
  },
)

describe.each(packageSheets)('a workbook without the sheet %s', (left) => {
  it('has a read-me sheet that names and links the sheets that are there, and no others', async () => {
    const layout = { ...preset, sheets: packageSheets.filter((sheet) => sheet !== left) }
    const bytes = await renderBoardPackageXlsx(aFullSnapshot(layout))
    const { SheetNames: names, Sheets } = read(bytes)
    const rows = utils.sheet_to_json<string[]>(Sheets[names[0] ?? ''] ?? {}, { header: 1 })
    const listed = rows.filter((row) => row[2] === t('documents.workbook.sheetList')).map(([name]) => name)
    expect(listed.toSorted()).toEqual(names.slice(1).toSorted())
    const linked = [...partsOf(bytes)].flatMap(([, xml]) =>
      all(xml.replaceAll('&apos;', "'"), /<hyperlink [^>]*location="'([^"]*)'!A1"/g),
    )
    expect(linked.filter((name) => !names.includes(name))).toEqual([])
    expect(linked.length).toBe(names.length - 1)
  })
})
