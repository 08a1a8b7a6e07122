// @vitest-environment jsdom
import { generateJSON } from '@tiptap/core'
import { expect, test } from 'vitest'
import { toRichText } from '#renderer/components/rich-text-json.ts'
import { cleanPaste } from '#renderer/components/rich-text-paste.ts'
import { richTextExtensions } from '#renderer/components/rich-text-schema.ts'
import { plainText, richText } from '#shared/domain/rich-text.ts'

/** What the editor would hold after the paste, as it is stored; checked against the stored shape. */
function pasted(html: string) {
  const doc = toRichText(generateJSON(cleanPaste(html).html, richTextExtensions))
  expect(richText.parse(doc)).toEqual(doc)
  return doc?.content ?? []
}
/** The shape of blocks with their words: `ul[li[p one ul[…]]]`. */
function outline(html: string): string {
  const show = (blocks: readonly unknown[]): string =>
    blocks
      .map((one) => {
        const { type, content = [], text } = one as { type: string; content?: unknown[]; text?: string }
        return type === 'text' ? text : `${type}[${show(content)}]`
      })
      .join(' ')
  return show(pasted(html))
}

const mark = (text: string) =>
  `<![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${text}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`
const wordItem = (level: number, sign: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>${mark(sign)}<span lang=NO-BOK style='color:red'>${text}<o:p></o:p></span></p>\n`

test("Word's list paragraphs become a real list, nested by level, without their signs", () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=NO-BOK>
    <!--StartFragment-->${wordItem(1, '·', 'Tomter')}${wordItem(2, 'o', 'Borg havn')}${wordItem(2, 'o', 'Kalnes')}${wordItem(1, '·', 'Strøm')}<!--EndFragment--></body></html>`
  expect(outline(html)).toBe(
    'bulletList[listItem[paragraph[Tomter] bulletList[listItem[paragraph[Borg havn]] listItem[paragraph[Kalnes]]]] listItem[paragraph[Strøm]]]',
  )
})

test('numbers make a numbered list; a paragraph between two lists keeps them apart', () => {
  const html = `${wordItem(1, '1.', 'Først')}${wordItem(1, '2.', 'Så')}<p class=MsoNormal>Merk:</p>${wordItem(1, 'a)', 'Sist')}`
  expect(outline(html)).toBe(
    'orderedList[listItem[paragraph[Først]] listItem[paragraph[Så]]] paragraph[Merk:] orderedList[listItem[paragraph[Sist]]]',
  )
})

test('an indented paragraph of a list without a sign of its own is an ordinary paragraph', () => {
  expect(outline(`<p class=MsoListParagraph style='margin-left:36pt'>Bare innrykk</p>`)).toBe('paragraph[Bare innrykk]')
})

test('a list from Word on the web, a list per item, becomes one', () => {
  const item = (level: number, text: string) =>
    `<div class="ListContainerWrapper SCXW1 BCX0"><ul class="BulletListStyle1" role="list"><li data-leveltext="" data-aria-level="${level}" class="OutlineElement"><p class="Paragraph"><span class="TextRun">${text}</span><span class="EOP">&nbsp;</span></p></li></ul></div>`
  expect(outline(`<div>${item(1, 'En')}${item(2, 'Under')}${item(1, 'To')}</div>`)).toBe(
    'bulletList[listItem[paragraph[En] bulletList[listItem[paragraph[Under]]]] listItem[paragraph[To]]]',
  )
})

test('merged cells are taken apart: the content in the first, and every row as long as the others', () => {
  const html = `<table class=MsoTableGrid border=1 style='border-collapse:collapse'><thead><tr><td colspan=2 style='width:200pt'><p class=MsoNormal><b>Tiltak</b></p></td><td>År</td></tr></thead>
    <tr><td rowspan=2>Vei</td><td>Plan</td><td>2026</td></tr><tr><td>Bygg</td><td>2027</td></tr></table>`
  expect(outline(html)).toBe(
    'table[tableRow[tableHeader[paragraph[Tiltak]] tableHeader[paragraph[]] tableHeader[paragraph[År]]] ' +
      'tableRow[tableCell[paragraph[Vei]] tableCell[paragraph[Plan]] tableCell[paragraph[2026]]] ' +
      'tableRow[tableCell[paragraph[]] tableCell[paragraph[Bygg]] tableCell[paragraph[2027]]]]',
  )
})

test('styles, pictures, comments, deleted and hidden text are gone; what is left is counted', () => {
  const html = `<p class=MsoNormal style='color:#c00000;font-family:Calibri'>Styret <del cite="mailto:x">skal</del><ins>bør</ins> lese dette<span class=MsoCommentReference><a href="#_msocom_1">[KN1]</a></span>.<span style='display:none;mso-hide:all'>skjult</span></p>
    <p class=MsoNormal><o:p>&nbsp;</o:p></p><img src="file:///C:/logo.png"><script>alert(1)</script>
    <div style='mso-element:comment-list'><p>KN: er det sant?</p></div>`
  const cleaned = cleanPaste(html)
  expect(cleaned.pictures).toBe(1)
  expect(cleaned.html).not.toMatch(/style|class|img|script/)
  expect(pasted(html)).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'Styret bør lese dette.' }] }])
})

test('headings keep their level down to three, and a title becomes the first', () => {
  expect(outline('<p class=MsoTitle>Sak</p><h2>Fakta</h2><h5>Kilder</h5>')).toBe(
    'heading[Sak] heading[Fakta] heading[Kilder]',
  )
  expect(pasted('<h5>Kilder</h5>')[0]).toMatchObject({ attrs: { level: 3 } })
})

test('only addresses of web, mail and telephone stay links, and nothing but the address of them', () => {
  const link = (href: string) => pasted(`<p><a href="${href}" target="_blank" class="x" rel="nofollow">her</a></p>`)
  expect(link('https://fyr.no/a')).toEqual([
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'her', marks: [{ type: 'link', attrs: { href: 'https://fyr.no/a' } }] }],
    },
  ])
  for (const href of [
    'javascript:alert(1)',
    'file:///C:/x',
    '#_Toc1',
    'data:text/html,x',
    `https://x.no/${'a'.repeat(2000)}`,
  ]) {
    expect(link(href)).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'her' }] }])
  }
})

test('bold and italic that a page writes as styles are kept; the wrapper of Google Docs is not bold', () => {
  const html =
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">Fet</span> <span style="font-style:italic">skrå</span></p></b>'
  expect(pasted(html)).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Fet', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'skrå', marks: [{ type: 'italic' }] },
      ],
    },
  ])
})

test('a mail from Outlook, built of div and br, keeps its lines', () => {
  const html = '<div class="WordSection1"><div>Hei</div><div><br></div><div>Møtet er flyttet.<br>Kari</div></div>'
  expect(
    plainText({ type: 'doc', content: pasted(html) })
      .split('\n')
      .filter(Boolean),
  ).toEqual(['Hei', 'Møtet er flyttet.', 'Kari'])
})

test('what no letter is in counts as nothing, and unknown nodes give way to their words', () => {
  expect(toRichText({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'bulletList', content: [] }] })).toBeNull()
  const odd = {
    type: 'doc',
    content: [
      {
        type: 'callout',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ord', marks: [{ type: 'glow' }] }] }],
      },
    ],
  }
  expect(toRichText(odd)).toEqual({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ord' }] }],
  })
})
