import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { checkDocument } from '#shared/documents/check/check-document.ts'
import { contrast } from '#shared/documents/check/contrast.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { contrastWithWhite, mixedWithWhite, readableOnTint } from '#shared/domain/colours.ts'
import { documentFonts } from '#shared/domain/records/partnership.ts'
import { aMeetingSnapshot } from './a-meeting-snapshot.ts'
import { aProjectsSnapshot } from './a-projects-snapshot.ts'
import { all, part, partsOf, wordText } from './office-file.ts'

const red = '#7A1F3D'
const lookOf = (accentColour: string | null, font: (typeof documentFonts)[number] = 'Arial') =>
  ({ accentColour, font, logo: null }) satisfies Snapshot['look']
const formats = { docx: renderBoardPackageDocx, xlsx: renderBoardPackageXlsx } as const
type Format = keyof typeof formats
const xmlOf = (bytes: Uint8Array) => [...partsOf(bytes)].filter(([name]) => name.endsWith('.xml'))
/** Fyr's blue with its tints. */
const blues = /0B4A6F|E6EFF4|C3D0D8|9DB8C7/i

describe.each(Object.keys(formats) as Format[])('a package as %s', (format) => {
  const render = formats[format]
  const made = (look: Snapshot['look']) =>
    render({ ...aMeetingSnapshot(), projects: aProjectsSnapshot().projects, look })

  it.each(documentFonts)(
    'has nothing of Fyr’s own colour or typeface where the partnership chose another: %s',
    async (font) => {
      const parts = xmlOf(await made(lookOf(red, font)))
      const named = (pattern: RegExp) => parts.filter(([, xml]) => pattern.test(xml)).map(([name]) => name)
      expect(named(blues)).toEqual([])
      expect(named(/7A1F3D/).length).toBeGreaterThan(2)
      if (font !== 'Calibri') expect(named(/Calibri/)).toEqual([])
      expect(named(new RegExp(font)).length).toBeGreaterThan(0)
    },
  )

  it('has the same bytes for the same look, and Fyr’s own where none is chosen', async () => {
    expect(await made(lookOf(red))).toEqual(await made(lookOf(red)))
    expect(await made(lookOf(null, 'Calibri'))).toEqual(await made(null))
  })

  it('says the same words in any look', async () => {
    const words = (bytes: Uint8Array) =>
      xmlOf(bytes).map(([name, xml]) => [
        name,
        all(xml, /<(?:w:t|t|c:v)(?: [^>]*)?>([^<]*)</g).filter((text) => !/^\d+$/.test(text)),
      ])
    expect(words(await made(lookOf(red, 'Calibri')))).toEqual(words(await made(null)))
  })

  it.each(['#0F7B6C', '#777777', '#000000', '#B3261E'])('falls short for nobody in %s', async (accent) => {
    expect(checkDocument(await made(lookOf(accent, 'Verdana')), format)).toEqual([])
  })

  it('leaves what people wrote alone, even where it looks like a colour of ours', async () => {
    const hostile = ' w:fill="0B4A6F" <w:color w:val="0B4A6F"/> <a:srgbClr val="9DB8C7"/> rgb="FF0B4A6F" Calibri 0B4A6F'
    const snapshot = aMeetingSnapshot()
    const [first] = snapshot.visits.bySector
    snapshot.visits.bySector = [
      { label: hostile, count: first?.count ?? 3 },
      { label: '0B4A6F', count: 1 },
    ]
    snapshot.followUps.rows = snapshot.followUps.rows.map((row) => ({ ...row, description: hostile }))
    const texts = async (look: Snapshot['look']) => {
      const parts = partsOf(await render({ ...snapshot, look }))
      return format === 'docx' ? wordText(part(parts, 'word/document.xml')) : part(parts, 'xl/sharedStrings.xml')
    }
    const dressed = await texts(lookOf(red, 'Calibri'))
    expect(dressed).toBe(await texts(null))
    expect(dressed).toContain('FF0B4A6F')
  })
})

it.each(documentFonts)('in %s no run has a size of its own, and small letters are as high', async (font) => {
  const parts = partsOf(await renderBoardPackageDocx({ ...aMeetingSnapshot(), look: lookOf(red, font) }))
  expect(part(parts, 'word/document.xml')).not.toContain('<w:sz ')
  const sizes = all(part(parts, 'word/styles.xml'), /<w:docDefaults>.*?<w:sz w:val="(\d+)"/gs)
  expect(sizes).toEqual([{ Calibri: '21', Arial: '19', Verdana: '18' }[font]])
})

describe('an accent colour', () => {
  it.each(['#7A1F3D', '#0F7B6C', '#767676', '#0000FF', '#000000', '#D7263D', '#FFFF00'])(
    '%s can be read on white and on its tint',
    (colour) => {
      const accent = readableOnTint(colour, 0.1)
      expect(contrastWithWhite(accent)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(accent.slice(1), mixedWithWhite(accent, 0.1).slice(1))).toBeGreaterThanOrEqual(4.5)
    },
  )
  it('that can be read is not changed', () => {
    expect(readableOnTint(red, 0.1)).toBe(red)
  })
})

it('has no part of a package without a logo that holds a picture', async () => {
  const names = Object.keys(unzipSync(await renderBoardPackageDocx({ ...aMeetingSnapshot(), look: lookOf(red) })))
  expect(names.filter((name) => name.includes('media'))).toEqual([])
})
