import { Document, Packer, Paragraph } from 'docx'
import { expect, it } from 'vitest'
import { paperTable } from '#shared/documents/meeting/blocks.ts'
import { type Block, table } from '#shared/documents/word/blocks.ts'
import { breaksIn } from '#shared/documents/word/hyphenation.ts'
import { pagesOf, readFlows } from '#shared/documents/word/layout/pages.ts'
import { stylesFor } from '#shared/documents/word/styles.ts'
import { written } from '#shared/documents/word/written.ts'
import fc from '#test/random.ts'
import { part, partsOf, wordText } from './office-file.ts'

const parted = (word: string) => {
  const points = [0, ...breaksIn(word), word.length]
  return points
    .slice(1)
    .map((point, at) => word.slice(points[at], point))
    .join('-')
}
const bodyOf = async (children: readonly Block[]) => {
  const document = new Document({ styles: stylesFor('nb-NO'), sections: [{ children: [...children] }] })
  return part(partsOf(await Packer.pack(document, 'uint8array')), 'word/document.xml')
}

it.each([
  'Om-døm-me-under-sø-kelsen',
  'Ut-gangs-verdi',
  'arbeids-plas-ser',
  'Hand-lings-plan',
  'befolk-nings-ut-vik-lin-gen',
  'stil-lings-an-nonser',
  'inno-va-sjons-distrikt',
  'om-stil-ling',
  'för-del-ning',
  'före-tags-be-sök',
  'till-växtav-del-nin-gen',
  'sys-selsätt-nings-grad',
  'Kom-mun-full-mäk-tige',
  // Which part the s belongs to cannot be told from the letters: no point there.
  'ver-diska-ping',
  'fest',
])('%s: parts of a compound, else one consonant to the new line', (word) => {
  expect(parted(word.replaceAll('-', ''))).toBe(word)
})

it('leaves three letters on either side, two after a prefix, and parts no pair of vowels', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aeiouyæøåäöbdfgklmnprstvjsk'), maxLength: 30 }), (word) => {
      const points = breaksIn(word)
      expect(points).toEqual([...new Set(points)].sort((a, b) => a - b))
      for (const point of points) {
        expect(point).toBeGreaterThanOrEqual(2)
        expect(word.length - point).toBeGreaterThanOrEqual(3)
      }
    }),
  )
})

const long = 'Omdømmeundersøkelsesresultater'
const narrow = [
  { header: 'Mål', width: 1 },
  { header: 'Resten', width: 6 },
]

it('a word wider than its column gets soft hyphens in any cell, and nothing of it is lost; one that fits has none', async () => {
  for (const cell of [long, [`Kilde: ${long}`], { blocks: [new Paragraph({ style: 'TableText', text: long })] }]) {
    const xml = await bodyOf(paperTable(narrow, [{ cells: [cell, long] }]))
    expect(xml.match(/<w:softHyphen\/>/g)?.length).toBe(breaksIn(long).length)
    expect(wordText(xml).split(long)).toHaveLength(3)
  }
  const wide = await bodyOf(table([{ header: long, width: 1 }], [[long]]))
  expect(wide).not.toContain('softHyphen')
})

it('leaves addresses and names with numbers as they are', async () => {
  const address = 'https://kommuneprofilen.example.no/omdommeundersokelse'
  const xml = await bodyOf(
    table(narrow, [
      [address, 'a'],
      ['sekretariatet@partnerskapet.example', 'b'],
    ]),
  )
  expect(xml).not.toContain('softHyphen')
})

it('counts the lines that soft hyphens give, written outright or by the library', () => {
  const blocks = () =>
    paperTable(
      narrow,
      Array.from({ length: 40 }, () => ({ cells: [`${long} ${long}`, 'b'] })),
    )
  const context = { stack: [], file: { Numbering: { createConcreteNumberingInstance: () => {} } } } as never
  const outright = written(blocks(), readFlows()).map((block) => block.prepForXml(context) ?? {})
  const byNodes = blocks().map((block) => block.prepForXml(context) ?? {})
  const body = (nodes: readonly object[]) => pagesOf({ 'w:body': [...nodes] } as never)
  expect(body(outright).pageCount).toBe(body(byNodes).pageCount)
  expect(body(outright).pageCount).toBeGreaterThan(3)
})
