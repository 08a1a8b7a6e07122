import { Document, Packer } from 'docx'
import { describe, expect, it } from 'vitest'
import { meetingLists } from '#shared/documents/meeting/blocks.ts'
import { listCounter } from '#shared/documents/meeting/words.ts'
import { richBlocks } from '#shared/documents/rich-text-docx.ts'
import { stylesFor } from '#shared/documents/word/styles.ts'
import type { RichText } from '#shared/domain/rich-text.ts'
import { doc, head, listOf, para, tableOf, text } from './a-meeting-paper.ts'
import { all, part, partsOf, wordText } from './office-file.ts'

async function made(...texts: RichText[]) {
  const nextList = listCounter()
  const children = texts.flatMap((one) => richBlocks(one, { level: 3, nextList }))
  const document = new Document({
    styles: stylesFor('nb-NO'),
    numbering: { config: meetingLists },
    sections: [{ children }],
  })
  const parts = partsOf(await Packer.pack(document, 'uint8array'))
  return { parts, xml: part(parts, 'word/document.xml') }
}

describe('rich text in Word', () => {
  it('has its headings below the one it stands under, without a skipped level', async () => {
    const { xml } = await made(doc(head(3, 'A'), head(1, 'B'), head(3, 'C'), head(3, 'D'), head(2, 'E')))
    expect(all(xml, /<w:pStyle w:val="(Heading\d)"\/>/g)).toEqual([
      'Heading4',
      'Heading4',
      'Heading5',
      'Heading6',
      'Heading5',
    ])
  })
  it('has marks, line breaks, and links whose text tells where they lead', async () => {
    const href = 'https://www.havn.example/sak?a=1&b=2'
    const { xml, parts } = await made(
      doc(
        para(
          text('fet', { type: 'bold' }),
          text('kursiv', { type: 'italic' }),
          text('strek', { type: 'strike' }),
          text('under', { type: 'underline' }),
        ),
        { type: 'paragraph', content: [text('over'), { type: 'hardBreak' }, text('under')] },
        para(
          text('se ', { type: 'link', attrs: { href } }),
          text('saken', { type: 'bold' }, { type: 'link', attrs: { href } }),
        ),
        para(text('https://havn.example/', { type: 'link', attrs: { href: 'https://havn.example/' } })),
      ),
    )
    for (const mark of ['<w:b/>', '<w:i/>', '<w:strike/>', '<w:u w:val="single"/>', '<w:br/>'])
      expect(xml).toContain(mark)
    expect(all(xml, /(<w:hyperlink\b)/g)).toHaveLength(2)
    expect(wordText(xml)).toContain('se saken\nhavn.example')
    expect(part(parts, 'word/_rels/document.xml.rels')).toContain('Target="https://www.havn.example/sak?a=1&amp;b=2"')
  })
  it('begins each numbered list at 1, and a list within a list on a level of its own', async () => {
    const { xml, parts } = await made(
      doc(
        listOf('orderedList', 'en', [para('to'), listOf('orderedList', 'a', 'b')]),
        para('mellom'),
        listOf('orderedList', 'en igjen'),
      ),
    )
    const numbers = [...xml.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/g)].map(([, level, id]) => [
      level,
      id,
    ])
    expect(numbers.map(([level]) => level)).toEqual(['0', '0', '1', '1', '0'])
    expect(new Set(numbers.map(([, id]) => id)).size).toBe(3)
    const numbering = part(parts, 'word/numbering.xml')
    for (const [, id] of numbers)
      expect(numbering).toMatch(new RegExp(`<w:num w:numId="${id}"[^>]*>.*?<w:startOverride w:val="1"/>`, 's'))
  })
  it('has tables with a repeated header row and no merged cell; short rows are filled up', async () => {
    const { xml } = await made(doc(tableOf(['Partner', 'Beløp'], ['Borg Havn'], ['Østfold Energi', '400 000'])))
    expect(xml).toContain('<w:tblHeader/>')
    expect(all(xml, /(<w:tc>)/g)).toHaveLength(6)
    expect(xml).not.toMatch(/gridSpan|vMerge/)
  })
  it('keeps quotes, and what stands where Word has no room for it as paragraphs', async () => {
    const { xml } = await made(
      doc({ type: 'blockquote', content: [para('Sitat'), head(1, 'Tittel i sitat'), tableOf(['A', 'B'], ['1', '2'])] }),
    )
    expect(all(xml, /(<w:pStyle w:val="PaperQuote"\/>)/g)).toHaveLength(4)
    expect(wordText(xml)).toBe('Sitat\nTittel i sitat\nA · B\n1 · 2')
    expect(xml).not.toMatch(/Heading|<w:tbl>/)
  })
  it('gives no block for nothing', () => {
    expect(richBlocks(null, { level: 2, nextList: listCounter() })).toEqual([])
  })
})
