import {
  BorderStyle,
  Document,
  type FileChild,
  HeightRule,
  Packer,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { meetingLists, richNumbers } from '#shared/documents/meeting/blocks.ts'
import { settleWord } from '#shared/documents/settle-word.ts'
import { type Block, heading, linkTo, prose, table } from '#shared/documents/word/blocks.ts'
import { ourPageNumbers, readFlows } from '#shared/documents/word/layout/pages.ts'
import { PlainParagraph, PlainTable } from '#shared/documents/word/plain.ts'
import { stylesFor } from '#shared/documents/word/styles.ts'
import { centred, headRow, shaded } from '#shared/documents/word/table-cells.ts'
import { written } from '#shared/documents/word/written.ts'
import fc from '#test/random.ts'

async function packed(children: readonly FileChild[], pageNumbers = false): Promise<Uint8Array> {
  const document = new Document({
    styles: stylesFor('nb-NO'),
    numbering: { config: meetingLists },
    ...(pageNumbers ? { pageNumbers: ourPageNumbers } : {}),
    sections: [{ children }],
  })
  return Packer.pack(document, 'uint8array')
}
const settled = async (blocks: readonly FileChild[]) =>
  settleWord(await packed(blocks, true), '2026-11-22T10:00:00Z', 'nb-NO', blocks)
const documentOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).split('<w:body>')[1] ?? ''

const text = fc.oneof(
  fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
  fc.constantFrom(
    '',
    'Sak 1/26 & "anbud" <b>',
    "l'été",
    'a\u0001b\u0007',
    'fast\u00a0mellomrom – 🚀',
    '</w:t>',
    '_x0041_',
  ),
)
const run = fc.record({
  text,
  bold: fc.boolean(),
  color: fc.constantFrom(undefined, '51626C'),
})
const look = fc.record({
  style: fc.constantFrom(undefined, 'TableText', 'ListParagraph'),
  keepNext: fc.boolean(),
  indent: fc.constantFrom(undefined, { left: 540 }, { left: 940, hanging: 340 }),
  numbering: fc.constantFrom(
    undefined,
    { reference: richNumbers, level: 1 },
    { reference: richNumbers, level: 0, instance: 7 },
  ),
})

describe('plain paragraphs and tables', () => {
  it('are written as the docx library writes the same, character by character', async () => {
    const paragraph = fc.tuple(
      fc.oneof(text, fc.array(fc.oneof(run, fc.constant('tab' as const)), { minLength: 1, maxLength: 4 })),
      look,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 12 }), async (given) => {
        const theirs = given.map(([content, { style, keepNext, indent, numbering }]) => {
          const runs = typeof content === 'string' ? (content === '' ? [] : [{ text: content }]) : content
          return new Paragraph({
            ...(style ? { style } : {}),
            ...(keepNext ? { keepNext } : {}),
            ...(indent ? { indent } : {}),
            ...(numbering ? { numbering } : {}),
            children: runs.map((one) =>
              one === 'tab'
                ? new TextRun({ children: [new Tab()] })
                : new TextRun({
                    text: one.text,
                    ...('bold' in one && one.bold ? { bold: true } : {}),
                    ...('color' in one && one.color ? { color: one.color } : {}),
                  }),
            ),
          })
        })
        const ours = () =>
          given.map(([content, { keepNext, ...rest }]) => {
            const runs =
              typeof content === 'string'
                ? content
                : content.map((one) =>
                    one === 'tab'
                      ? one
                      : { text: one.text, bold: one.bold, ...(one.color ? { color: one.color } : {}) },
                  )
            return new PlainParagraph(runs, { ...rest, keepNext })
          })
        const expected = documentOf(await packed(theirs))
        expect(documentOf(await packed(ours()))).toBe(expected)
        const behindMarks = written(ours(), null)
        expect(behindMarks).toHaveLength(1)
        const bytes = settleWord(await packed(behindMarks), '2026-11-22T10:00:00Z', 'nb-NO', behindMarks)
        expect(documentOf(bytes)).toBe(documentOf(settleWord(await packed(theirs), '2026-11-22T10:00:00Z', 'nb-NO')))
      }),
      { numRuns: 25 },
    )
  })

  it('have heads, groups, rows to fill in and cells of several paragraphs as in the library', async () => {
    const line = { style: BorderStyle.SINGLE, size: 4, color: 'C3D0D8' }
    const looks = {
      width: { size: 9072, type: WidthType.DXA },
      // 9,071 in all: the library stretches them.
      columnWidths: [3023, 3024, 3024],
      layout: TableLayoutType.FIXED,
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
      tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    }
    const shading = { type: ShadingType.CLEAR, color: 'auto', fill: 'E6EFF4' }
    const cell = (style: string, ...texts: string[]) =>
      new TableCell({ children: texts.map((one) => new Paragraph({ style, text: one })) })
    const theirs = new Table({
      ...looks,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: ['A', 'B & C', 'D'].map(
            (header, index) =>
              new TableCell({
                shading,
                verticalAlign: 'bottom',
                children: [new Paragraph({ style: index === 2 ? 'TableHeadNumber' : 'TableHead', text: header })],
              }),
          ),
        }),
        new TableRow({
          cantSplit: true,
          children: [cell('TableFirst', 'x'), cell('TableText', 'y', 'z'), cell('TableNumber', '–')],
        }),
        new TableRow({
          cantSplit: false,
          height: { value: 500, rule: HeightRule.ATLEAST },
          children: ['1', '2', '3'].map(
            (one) =>
              new TableCell({
                shading,
                verticalAlign: 'center',
                children: [new Paragraph({ style: 'TableText', text: one, keepNext: true })],
              }),
          ),
        }),
        new TableRow({
          cantSplit: true,
          children: ['1', '2', '3'].map(
            () => new TableCell({ children: [new Paragraph({ children: [linkTo('fyr_goals', 'Mål')] })] }),
          ),
        }),
      ],
    })
    const texts = (style: string, ...given: string[]) => ({ texts: given, look: { style } })
    const ours = () =>
      new PlainTable(looks, [
        headRow([{ header: 'A' }, { header: 'B & C' }, { header: 'D', number: true }], 'E6EFF4'),
        { cantSplit: true, cells: [texts('TableFirst', 'x'), texts('TableText', 'y', 'z'), texts('TableNumber', '–')] },
        {
          cantSplit: false,
          height: 500,
          cells: ['1', '2', '3'].map((one) => ({
            properties: [shaded('E6EFF4'), centred],
            texts: [one],
            look: { style: 'TableText', keepNext: true },
          })),
        },
        {
          cantSplit: true,
          cells: ['1', '2', '3'].map(() => ({ blocks: [new Paragraph({ children: [linkTo('fyr_goals', 'Mål')] })] })),
        },
      ])
    expect(documentOf(await packed([ours()]))).toBe(documentOf(await packed([theirs])))
    expect(documentOf(await settled(written([ours()], readFlows())))).toBe(documentOf(await settled([theirs])))
  })

  it('end on the same pages and with the same names and numbers whether or not they become text at once', async () => {
    const blocks = (): Block[] => [
      new TableOfContents('Innhold', { hyperlink: true, headingStyleRange: '2-3' }),
      ...Array.from({ length: 12 }, (_, at) => [
        heading(2, `Del ${at} "a" & b`, { pageBreakBefore: at % 3 === 0, place: `fyr_place_${at}` }),
        ...prose(`${'Daglig leder la fram saken. '.repeat(30)}\nTo`),
        new PlainParagraph('én', { numbering: { reference: richNumbers, level: 0, instance: at } }),
        heading(3, `Tabell ${at}`),
        ...table(
          [
            { header: 'Tiltak', width: 3 },
            { header: 'Tall', width: 1, number: true },
          ],
          Array.from({ length: 9 }, (_row, row) => [`Rad ${row} `.repeat(at * 4), [String(row), 'to']]),
        ),
        new Paragraph({ children: [linkTo(`fyr_place_${at}`, 'dit')] }),
      ]).flat(),
    ]
    const whole = documentOf(await settled(blocks()))
    expect(whole).toContain('w:tblCaption w:val="Tabell 11"')
    expect(documentOf(await settled(written(blocks(), readFlows())))).toBe(whole)
  })

  it('leave a text that looks like the key of a list as it is', async () => {
    const text = '{richNumbers-0}'
    const blocks = written([new PlainParagraph(text, { numbering: { reference: richNumbers, level: 0 } })], null)
    const xml = documentOf(await settled(blocks))
    expect(xml).toContain(`>${text}</w:t>`)
    expect(xml).toMatch(/<w:numId w:val="\d+"\/>/)
  })

  it('are missed where they were not packed', async () => {
    const blocks = written([new PlainParagraph('a')], null)
    const bytes = await packed(blocks)
    expect(() => settleWord(bytes, '2026-11-22T10:00:00Z', 'nb-NO')).toThrow('a mark without its written block')
    const none = await packed([new PlainParagraph('a')])
    expect(() => settleWord(none, '2026-11-22T10:00:00Z', 'nb-NO', written([new PlainParagraph('a')], null))).toThrow(
      '0 marks',
    )
  })
})
