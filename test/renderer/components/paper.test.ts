// @vitest-environment jsdom
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { drawWord } from '#renderer/components/paper/word-pages.ts'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { aSnapshot } from '#test/shared/documents/a-snapshot.ts'

const made = renderBoardPackageDocx(aSnapshot())
/** The same file with its body written over. */
async function edited(change: (xml: string) => string, part = 'word/document.xml'): Promise<Uint8Array> {
  const parts = unzipSync(await made)
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) })
}

test('bytes that are no Word file are an error, never an empty page', () => {
  for (const bytes of [new Uint8Array(), new Uint8Array([80, 75, 3, 4]), new TextEncoder().encode('%PDF-1.7')])
    expect(() => drawWord(bytes)).toThrow()
})

test('a file whose XML is broken is an error, too', async () => {
  const broken = await edited((xml) => xml.replace('</w:body>', ''))
  expect(() => drawWord(broken)).toThrow()
})

test('what a screen reader goes by is there: title, language, headings in order, heads of tables, pictures in words', async () => {
  const { flow, title, language, release } = drawWord(await made)
  expect(title).toBe(aSnapshot().package.title)
  expect(language).toBe('nb-NO')
  const levels = [...flow.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => Number(localName[1]))
  expect(levels.length).toBeGreaterThan(5)
  levels.forEach((level, at) => {
    if (at > 0) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
  })
  const tables = [...flow.querySelectorAll('table')]
  expect(tables.length).toBeGreaterThan(2)
  expect(tables.filter((table) => table.querySelector('th') === null)).toEqual([])
  const pictures = [...flow.querySelectorAll('img, svg[role="img"]')]
  expect(pictures.length).toBeGreaterThan(0)
  for (const one of pictures) expect(one.getAttribute('alt') ?? one.getAttribute('aria-label')).toMatch(/\d/)
  release()
})

test('each line of the contents names a heading that is there', async () => {
  const { flow } = drawWord(await made)
  const lines = [...flow.querySelectorAll<HTMLAnchorElement>('.contents a')]
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines) expect(flow.querySelector(`[id="${line.hash.slice(1)}"]`)?.textContent).toBeTruthy()
})

test('a text stays a text and a link leads to the web or to a mail program, whatever the file says', async () => {
  const first = /<w:t[^>]*>[^<]*<\/w:t>/
  const text = await edited((xml) => xml.replace(first, '<w:t>&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;</w:t>'))
  const { flow } = drawWord(text)
  expect(flow.textContent).toContain('<img src=x onerror=alert(1)><script>')
  expect(flow.querySelectorAll('script, [onerror]')).toHaveLength(0)
  for (const [target, href] of [
    ['https://fyr.example/', 'https://fyr.example/'],
    ['mailto:post@fyr.example', 'mailto:post@fyr.example'],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['http://fyr.example/', null],
  ] as const) {
    const parts = unzipSync(await made)
    const put = (name: string, change: (xml: string) => string) => {
      parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())))
    }
    put('word/document.xml', (xml) =>
      xml.replace(
        '</w:body>',
        '<w:p><w:hyperlink r:id="rIdPlanted"><w:r><w:t>planted</w:t></w:r></w:hyperlink></w:p></w:body>',
      ),
    )
    put('word/_rels/document.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rIdPlanted" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/></Relationships>`,
      ),
    )
    const link = [...drawWord(zipSync(parts)).flow.querySelectorAll('a')].find((one) => one.textContent === 'planted')
    expect(link?.getAttribute('href') ?? null).toBe(href)
  }
})
