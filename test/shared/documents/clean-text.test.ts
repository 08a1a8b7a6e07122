import { describe, expect, it } from 'vitest'
import { cellText, cleanLine, cleanText, longestCellText, paragraphsOf } from '#shared/documents/clean-text.ts'

const cut = '… [cut]'

describe('text from people', () => {
  it('loses control characters and keeps tab and line feed', () => {
    expect(cleanText('a\u0000b\u0007c\td\ne\u001bf\u007fg\u009fh\uffff')).toBe('abc\td\nefgh')
  })
  it('has one kind of line end', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne')
  })
  it('has lone surrogates replaced and pairs kept', () => {
    expect(cleanText('a\ud83db \ud83d\ude80 \udc00')).toBe('a\ufffdb \ud83d\ude80 \ufffd')
  })
  it('loses directional overrides and keeps right-to-left text', () => {
    expect(cleanText('שלום \u202Eabc\u202D')).toBe('שלום abc')
  })
  it('becomes one line or the paragraphs that say anything', () => {
    expect(cleanLine(' a\n\n b\t c ')).toBe('a b c')
    expect(paragraphsOf('a\n\n  \r\nb')).toEqual(['a', 'b'])
  })
})

describe('a line that no one meant as one paragraph', () => {
  it('is parted at spaces, and all its words are kept', () => {
    const parts = paragraphsOf('ord og '.repeat(2000))
    expect(Math.max(...parts.map((each) => each.length))).toBeLessThanOrEqual(3000)
    expect(parts.join(' ')).toBe('ord og '.repeat(2000).trim())
  })
  it('without a space is parted all the same, never within a surrogate pair', () => {
    for (const text of ['x'.repeat(10_000), `x${'🚀'.repeat(5000)}`]) {
      const parts = paragraphsOf(text)
      expect(parts.length).toBeGreaterThan(3)
      expect(parts.every((each) => each.isWellFormed())).toBe(true)
      expect(parts.join('')).toBe(text)
    }
  })
})

describe('a cell’s text', () => {
  it('has what a spreadsheet would read as an escape escaped, in either case of letters', () => {
    expect(cellText('_x0041_ _x00e5_ _x41_ x0041_', cut)).toBe('_x005F_x0041_ _x005F_x00e5_ _x41_ x0041_')
  })
  it('escapes escapes that share an underscore', () => {
    expect(cellText('_x0041_x0042_', cut)).toBe('_x005F_x0041_x005F_x0042_')
  })
  it('of exactly the limit is kept whole', () => {
    const text = 'å'.repeat(longestCellText)
    expect(cellText(text, cut)).toBe(text)
  })
  it('past the limit is cut before a mark that says so', () => {
    const text = cellText('a'.repeat(100_000), cut)
    expect(text).toHaveLength(longestCellText)
    expect(text.endsWith(`a${cut}`)).toBe(true)
  })
  it('is never cut within a surrogate pair', () => {
    for (const before of ['', 'a']) {
      const text = cellText(before + '🚀'.repeat(20_000), cut)
      expect(text.isWellFormed()).toBe(true)
      expect(text.length).toBeLessThanOrEqual(longestCellText)
    }
  })
  it('counts what is read, not the escapes', () => {
    const text = cellText('_x0041_'.repeat(4681), cut)
    expect(text.endsWith(cut)).toBe(false)
    expect(text.replaceAll('_x005F_', '_')).toHaveLength(4681 * 7)
  })
})
