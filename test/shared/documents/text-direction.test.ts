import { describe, expect, it } from 'vitest'
import { directed, readsFromRight } from '#shared/documents/text-direction.ts'

describe('the direction of a text', () => {
  it.each([
    ['שלום עולם', true],
    ['(2026) مرحبا', true],
    ['Møte: שלום', false],
    ['12 % – …', false],
    ['', false],
    ['\u200eשלום', false],
    ['\u200fAbc', true],
    // What stands in an isolate says nothing of the paragraph around it.
    ['\u2067שלום\u2069 sa han', false],
    ['\u2066Fyr\u2069 שלום', true],
    // Letters outside the basic plane.
    ['𞤀𞤁', true],
  ])('%j reads from the right: %s', (text, expected) => {
    expect(readsFromRight(text)).toBe(expected)
  })
})

const run = (text: string, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`

describe('a paragraph that reads from right to left', () => {
  it('is marked before what must follow the mark, and so are its runs', () => {
    const given = `<w:p><w:pPr><w:pStyle w:val="A"/><w:numPr/><w:ind w:left="1"/></w:pPr>${run('שלום', '<w:rPr><w:b/></w:rPr>')}</w:p>`
    expect(directed(given)).toBe(
      `<w:p><w:pPr><w:pStyle w:val="A"/><w:numPr/><w:bidi/><w:ind w:left="1"/></w:pPr>${run('שלום', '<w:rPr><w:b/><w:rtl/></w:rPr>')}</w:p>`,
    )
  })
  it('gets properties where it has none', () => {
    expect(directed(`<w:p>${run('سلام')}</w:p>`)).toBe(
      `<w:p><w:pPr><w:bidi/></w:pPr>${run('سلام', '<w:rPr><w:rtl/></w:rPr>')}</w:p>`,
    )
  })
  it('alone is marked: its neighbours, empty paragraphs and lines of the contents stay as they are', () => {
    const plain = `<w:p/><w:p><w:pPr><w:keepNext/></w:pPr></w:p><w:p>${run('Åpent &amp; &lt;w:p&gt;')}</w:p>`
    const contents = `<w:p><w:pPr><w:pStyle w:val="TOC2"/></w:pPr>${run('Sak', '')}</w:p>`
    expect(directed(plain + contents)).toBe(plain + contents)
    expect(directed(`${plain}<w:p>${run('שלום')}</w:p>${plain}`)).toBe(
      `${plain}<w:p><w:pPr><w:bidi/></w:pPr>${run('שלום', '<w:rPr><w:rtl/></w:rPr>')}</w:p>${plain}`,
    )
    const line = `<w:p><w:pPr><w:pStyle w:val="TOC2"/></w:pPr>${run('שלום')}</w:p>`
    expect(directed(line)).not.toContain('<w:bidi/>')
  })
  it('of mixed words keeps the direction of the words in another', () => {
    const mixed = `<w:p>${run('Møte med ')}${run('שלום')}</w:p>`
    expect(directed(mixed)).toBe(`<w:p>${run('Møte med ')}${run('שלום', '<w:rPr><w:rtl/></w:rPr>')}</w:p>`)
  })
})
