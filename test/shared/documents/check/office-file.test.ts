/** Files that mean harm, or are no files: a clear problem, and soon. */
import { constants, deflateRawSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Problem } from '#shared/contract/problem.ts'
import { checkDocument } from '#shared/documents/check/check-document.ts'
import { languages } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aWordFile, heading, para, patched } from './a-word-file.ts'
import { aWorkbookFile } from './a-workbook-file.ts'

function problemOf(bytes: Uint8Array, format: 'docx' | 'xlsx' = 'docx'): Problem | undefined {
  try {
    checkDocument(bytes, format)
    return undefined
  } catch (cause) {
    const { problem } = cause as { problem?: Problem }
    if (!problem) throw cause
    for (const language of languages) expect(messageText(translator(language), problem)).toMatch(/\S \S.*\.$/)
    return problem
  }
}
const body = (edit: (text: string) => string) => patched(aWordFile(), 'word/document.xml', edit)
const damaged = { code: 'damagedFile', key: 'documentChecks.unreadable.damaged' }

describe('bytes that are no document', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['one byte', new Uint8Array([80])],
    ['a text', strToU8('Styrepakke '.repeat(10_000))],
    ['a PDF', strToU8('%PDF-1.7\n')],
    ['the head of a document alone', aWordFile().slice(0, 1000)],
  ])('are refused: %s', (_, bytes) => {
    expect(problemOf(bytes)).toEqual({ code: 'damagedFile', key: 'documentChecks.unreadable.notOffice' })
    expect(problemOf(bytes, 'xlsx')?.code).toBe('damagedFile')
  })
  it('are told apart: a workbook is no Word document, a document no workbook, another zip neither', () => {
    expect(problemOf(aWorkbookFile())?.key).toBe('documentChecks.unreadable.notWord')
    expect(problemOf(aWordFile(), 'xlsx')?.key).toBe('documentChecks.unreadable.notWorkbook')
    expect(problemOf(zipSync({ 'a.txt': strToU8('a') }))?.key).toBe('documentChecks.unreadable.notWord')
  })
  it('are refused wherever a byte of them is wrong or they end, or are read as they stand', () => {
    const whole = aWordFile()
    for (let at = 0; at < whole.length; at += 97) {
      const wrong = whole.slice()
      wrong[at] = (wrong[at] ?? 0) ^ 0xff
      for (const bytes of [wrong, whole.slice(0, at), whole.slice(at)]) {
        const problem = problemOf(bytes)
        if (problem) expect(problem.code).toMatch(/damagedFile|tooLarge/)
      }
    }
  })
})

describe('a document made to harm its reader', () => {
  it.each<[string, (text: string) => string]>([
    ['an end tag missing', (text) => text.replace('</w:body>', '')],
    ['a tag left open', (text) => `${text}<w:p`],
    ['a quote left open', (text) => text.replace('<w:body>', '<w:body a="1>')],
    ['two roots', (text) => `${text}<w:document/>`],
    ['text after the end', (text) => `${text}hei`],
    ['a document type', (text) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')],
    ['an entity of its own', (text) => text.replace('Møter', '&bomb;')],
    ['a character that is none', (text) => text.replace('Møter', '&#x110000;')],
    ['a comment without end', (text) => text.replace('<w:body>', '<w:body><!-- ')],
    ['elements without end', (text) => text.replace('<w:body>', `<w:body>${'<w:p>'.repeat(100_000)}`)],
  ])('is damaged: %s', (_, edit) => {
    expect(problemOf(body(edit))).toEqual(damaged)
  })
  it('that says it is small and unpacks to gigabytes ends soon', { timeout: 60_000 }, () => {
    // A megabyte of spaces whose packed form can be set after itself: 600 of them.
    const block = deflateRawSync(new Uint8Array(1_000_000).fill(32), { finishFlush: constants.Z_FULL_FLUSH })
    const packed = Buffer.concat([...Array.from({ length: 600 }, () => block), Buffer.from([3, 0])])
    const bomb = zipSync({ '_rels/.rels': new Uint8Array(packed) }, { level: 0 })
    const view = new DataView(bomb.buffer)
    const list = view.getUint32(bomb.length - 6, true)
    // It was stored as it is; it says that it was packed from a hundred bytes.
    view.setUint16(8, 8, true)
    view.setUint16(list + 10, 8, true)
    view.setUint32(list + 24, 100, true)
    expect(bomb.length).toBeLessThan(1_000_000)
    const started = performance.now()
    expect(problemOf(bomb)).toEqual({ code: 'tooLarge', key: 'documentChecks.unreadable.tooLarge' })
    expect(performance.now() - started).toBeLessThan(30_000)
  })
  it('with attributes and texts of a megabyte is read in the time of its length', () => {
    const started = performance.now()
    const long = 'x '.repeat(500_000)
    const file = body((text) =>
      text.replace(
        '<w:body>',
        `<w:body>${para(`<w:r><w:rPr ${'a="1" '.repeat(100_000)}/><w:t>${long}</w:t></w:r>`)}${`<w:r b='${'"'.repeat(200_000)}'/>`}`,
      ),
    )
    expect(checkDocument(file, 'docx')).toEqual([])
    expect(performance.now() - started).toBeLessThan(5000)
  })
  it('with styles that are based on each other in a ring is read', () => {
    const file = patched(aWordFile(), 'word/styles.xml', (text) =>
      text.replace(
        '</w:styles>',
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
      ),
    )
    const ringed = patched(file, 'word/document.xml', (text) =>
      text.replace('<w:sectPr/>', `${para('I ring', '<w:pStyle w:val="A"/>')}<w:sectPr/>`),
    )
    expect(checkDocument(ringed, 'docx')).toEqual([])
  })
})

describe('a document of another make', () => {
  it('may use other prefixes, another encoding, character data and references', () => {
    const file = body((text) =>
      text
        .replaceAll('<w:', '<word:')
        .replaceAll('</w:', '</word:')
        .replaceAll(' w:', ' word:')
        .replace('xmlns:w=', 'xmlns:word=')
        .replace('Første avsnitt.', '<![CDATA[Første & <siste>]]> &#38; &#xE6;'),
    )
    expect(checkDocument(file, 'docx')).toEqual([])
    const broken = patched(file, 'word/document.xml', (text) =>
      text
        .replace('Styrepakke', 'A &lt; B &#38; C')
        .replace(
          '</word:body>',
          '<word:p><word:pPr><word:pStyle word:val="Heading1"/></word:pPr></word:p></word:body>',
        ),
    )
    expect(checkDocument(broken, 'docx')).toEqual([{ rule: 'headingEmpty', where: 'Møter', count: 1 }])
  })
  it('may be written in the strict form, and in UTF-16', () => {
    const strict = body((text) =>
      text.replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    )
    expect(checkDocument(strict, 'docx')).toEqual([])
    const core =
      '<?xml version="1.0" encoding="UTF-16"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Å</dc:title><dc:language>nb</dc:language></cp:coreProperties>'
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${core}`, 'utf16le'))
    const parts = aWordFile(() => ({ body: heading(1, 'Å') }))
    expect(checkDocument(zipSync({ ...unzipSync(parts), 'docProps/core.xml': utf16 }), 'docx')).toEqual([])
  })
})
