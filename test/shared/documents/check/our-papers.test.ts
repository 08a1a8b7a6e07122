/** The papers that the builders can make, with rich text, links, lists and tables in them: what the secretariat controls never falls short. */
import { describe, expect, it } from 'vitest'
import { checkDocument } from '#shared/documents/check/check-document.ts'
import { renderMeetingPaperDocx } from '#shared/documents/meeting-docx.ts'
import { languages } from '#shared/domain/values.ts'
import { doc, listOf, para, tableOf, text } from '../a-meeting-paper.ts'
import { aNorwegianBoard } from '../a-norwegian-board.ts'
import { aSwedishCouncil } from '../a-swedish-council.ts'

const kinds = ['notice', 'agenda', 'casePapers', 'minutes', 'followUpList', 'attendanceList'] as const

describe.each(languages)('in %s', (language) => {
  it.each(kinds)('the %s of a Norwegian board and a Swedish council has no findings', async (kind) => {
    for (const make of [aNorwegianBoard, aSwedishCouncil]) {
      const bytes = await renderMeetingPaperDocx(make({ kind, language }))
      expect(checkDocument(bytes, 'docx')).toEqual([])
    }
  })
})

it('what people write into a case is told with its place, and what they write well is not', async () => {
  const made = async (...content: Parameters<typeof doc>) => {
    const paper = aNorwegianBoard({ kind: 'casePapers', language: 'nb' })
    const [first, ...rest] = paper.items
    if (!first) throw new Error('the board has no items')
    const items = [{ ...first, background: doc(...content) }, ...rest]
    return checkDocument(await renderMeetingPaperDocx({ ...paper, items }), 'docx')
  }
  const linked = (words: string) => para(text(words, { type: 'link', attrs: { href: 'https://example.no/plan' } }))
  expect(
    await made(listOf('bulletList', 'Tomt', 'Vei'), linked('planen'), tableOf(['Tomt', 'Areal'], ['A', '3'])),
  ).toEqual([])
  const found = await made(para('- Tomt'), para('- Vei'), linked('her'), tableOf(['Tomt', ''], ['A', '3']))
  expect(found.map(({ rule, count }) => [rule, count])).toEqual([
    ['tableHeaderEmpty', 1],
    ['typedList', 2],
    ['linkText', 1],
  ])
  for (const { where } of found) expect(where).toMatch(/\S/)
})
