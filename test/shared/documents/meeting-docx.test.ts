import { Packer } from 'docx'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderMeetingPaperDocx } from '#shared/documents/meeting-docx.ts'
import { paperKinds } from '#shared/domain/records/meeting.ts'
import { languages } from '#shared/domain/values.ts'
import { localeOf, translator } from '#shared/i18n/translator.ts'
import { anItem, doc, para, secretWords } from './a-meeting-paper.ts'
import { aNorwegianBoard } from './a-norwegian-board.ts'
import { aSwedishCouncil } from './a-swedish-council.ts'
import {
  all,
  hasLibreOffice,
  hasPdfReader,
  hasPythonReaders,
  part,
  partsOf,
  pdfPages,
  readWithPython,
  toPdf,
  wordText,
} from './office-file.ts'
import { body, headingsOf, textOf, xmlOf } from './read-paper.ts'

const makers = [
  ['a Norwegian board', aNorwegianBoard],
  ['a Swedish council', aSwedishCouncil],
] as const

afterEach(() => {
  vi.restoreAllMocks()
})

describe.each(makers)('every paper of %s', (_, make) => {
  const every = languages.flatMap((language) => paperKinds.map((kind) => ({ kind, language })))

  it.each(every)(
    '$kind in $language: one title, no skipped heading, header rows, language, no key left',
    async (choice) => {
      const parts = partsOf(await renderMeetingPaperDocx(make(choice)))
      const xml = part(parts, body)
      const levels = headingsOf(xml).map((one) => Number(one[0]))
      expect(levels[0]).toBe(1)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
      })
      const t = translator(choice.language)
      const locale = localeOf(choice.language)
      expect(headingsOf(xml)[0]).toBe(`1 ${t(`codes.paperKind.${choice.kind}`)}`)
      expect(part(parts, 'word/styles.xml')).toContain(`<w:lang w:val="${locale}"/>`)
      const core = part(parts, 'docProps/core.xml')
      expect(core).toContain(`<dc:language>${locale}</dc:language>`)
      expect(core).toContain(`<dc:title>${t(`codes.paperKind.${choice.kind}`)}, `)
      expect(core).toMatch(/<dc:creator>(Lars Moen|Maria Blom)<\/dc:creator>/)
      for (const table of all(xml, /<w:tbl>(.*?)<\/w:tbl>/gs)) {
        expect(table).toMatch(/<w:tr><w:trPr>(?:<w:cantSplit\/>)?<w:tblHeader\/>/)
        expect(table).toMatch(/<w:tblCaption w:val="[^"]+"\/>/)
      }
      expect(xml).not.toMatch(/gridSpan|vMerge|txbxContent/)
      const everything = [...parts]
        .filter(([name]) => /^word\/(document|header|footer)/.test(name))
        .map(([, text]) => wordText(text))
      expect(everything.join('\n')).not.toMatch(
        /\b(papers|documents|codes|problems)\.\w+\.|\{\{|undefined|NaN|\[object/,
      )
      const feet = [...parts].filter(([name]) => /^word\/footer/.test(name))
      expect(feet.length).toBeGreaterThan(0)
      for (const [, foot] of feet) expect(foot).toContain('NUMPAGES')
    },
  )
})

describe('a redacted paper', () => {
  it.each(paperKinds.filter((kind) => kind !== 'extract'))(
    '%s says so and holds nothing of a withheld item anywhere',
    async (kind) => {
      for (const [, make] of makers) {
        const paper = make({ kind, language: 'nb', redacted: true })
        const parts = partsOf(await renderMeetingPaperDocx(paper))
        const whole = [...parts.values()].join('\n')
        for (const word of secretWords) expect(whole).not.toContain(word)
        expect(wordText(part(parts, body))).toContain('Offentlig utgave.')
      }
    },
  )
  it('keeps number and ground, in agenda and minutes alike', async () => {
    for (const kind of ['agenda', 'minutes', 'casePapers'] as const)
      expect(await textOf(aNorwegianBoard({ kind, language: 'nb', redacted: true }))).toMatch(
        /Sak 15\/26\s+Unntatt offentlighet, offentleglova § 13/,
      )
  })
  it('of an extract of a withheld decision holds its number and ground', async () => {
    const paper = {
      ...aNorwegianBoard({ kind: 'extract', language: 'nb', redacted: true }),
      extractOf: { item: 5, decision: 0 },
    }
    const whole = [...partsOf(await renderMeetingPaperDocx(paper)).values()].join('\n')
    for (const word of secretWords) expect(whole).not.toContain(word)
    expect(whole).toContain('Sak 15/26')
  })
})

describe('a notice', () => {
  it('tells whom to report absence to, when deputies meet, disqualification, and warns when it is late', async () => {
    const text = await textOf(aNorwegianBoard({ kind: 'notice', language: 'nb' }))
    for (const line of [
      'Forfall meldes så snart som mulig til Lars Moen, lars.moen@ostfold.example, telefon +47 69 00 00 00.',
      'Varamedlemmer møter bare når de blir særskilt innkalt.',
      'forvaltningsloven § 8',
      'Innkallingen er datert 08.03.2026, 4 dager før møtet. Organets frist er 7 dager.',
      'Lunsj serveres kl. 11.30.',
      'Planlagt tid i alt: 155 minutter (2 t 35 min).',
      'Varamedlem, møter for Anne Holm',
    ])
      expect(text).toContain(line)
    expect(text).not.toContain('kari@sarpsborg.example')
    expect(text).not.toContain('Eva Strand')
  })
  it('does not warn when it is in time', async () => {
    const text = await textOf(aSwedishCouncil({ kind: 'notice', language: 'sv' }))
    expect(text).not.toContain('Organets frist')
    expect(text).toContain('6 kap. 30 § kommunallagen')
  })
})

describe('case papers', () => {
  it('put the proposed decision before the summary and the background, whose headings keep their order', async () => {
    const xml = await xmlOf(aNorwegianBoard({ kind: 'casePapers', language: 'nb' }))
    const headings = headingsOf(xml)
    const at = headings.indexOf('2 Sak 13/26 Grønn havn: bevilgning til fyrtårnprosjektet')
    expect(headings.slice(at, at + 9)).toEqual([
      '2 Sak 13/26 Grønn havn: bevilgning til fyrtårnprosjektet',
      '3 Forslag til vedtak',
      '3 Sammendrag',
      '3 Vedlegg',
      '3 Bakgrunn',
      '4 Hva partnerne har lovet',
      '4 Vurdering',
      '4 Økonomi',
      '3 Vedtaket sendes til',
    ])
    expect(wordText(xml)).toContain('Vedlegg 2: Prosjektplan for Grønn havn')
  })
  it.skipIf(!hasLibreOffice || !hasPdfReader)(
    'tell in their contents the pages that LibreOffice prints',
    async () => {
      const many = Array.from({ length: 12 }, (_, index) =>
        anItem({
          numberText: `Sak ${index + 1}/26`,
          title: `Sak om tema ${index + 1}`,
          proposedDecision: doc(para('Styret vedtar dette.')),
          background: doc(
            ...Array.from({ length: 4 + index * 2 }, () => para('En lang utredning med mange ord. '.repeat(14).trim())),
          ),
        }),
      )
      const bytes = await renderMeetingPaperDocx(aNorwegianBoard({ kind: 'casePapers', language: 'nb', items: many }))
      const xml = part(partsOf(bytes), body)
      const told = all(xml, /PAGEREF _Toc\d+[^<]*<\/w:instrText><w:fldChar[^>]*\/><w:t[^>]*>(\d+)<\/w:t>/g).map(Number)
      const titles = headingsOf(xml)
        .filter((one) => one.startsWith('2 '))
        .map((one) => one.slice(2))
      const pages = pdfPages(toPdf(bytes, 'docx'))
      let from = 1
      const found = titles.map((title) => {
        from = pages.findIndex((one, index) => index >= from && one.split('\n').some((line) => line.trim() === title))
        return from + 1
      })
      expect(told).toEqual(found)
    },
    60_000,
  )
})

describe('a follow-up list', () => {
  it('begins with what is overdue, says so in words, and works without a meeting', async () => {
    const text = await textOf({ ...aNorwegianBoard({ kind: 'followUpList', language: 'nb' }), meeting: null })
    expect(text.indexOf('Over frist (1)')).toBeLessThan(text.indexOf('Under oppfølging (1)'))
    expect(text).toContain('20 dager over frist')
    expect(text).toContain('Sendt til alle partnere.')
  })
})

describe('an extract', () => {
  it('holds its item and one decision with the line that certifies it', async () => {
    const xml = await xmlOf(aSwedishCouncil({ kind: 'extract', language: 'sv' }))
    const headings = headingsOf(xml)
    expect(headings[1]).toBe('2 § 36 Näringslivsstrategi 2026–2030')
    expect(headings.at(-1)).toBe('2 Utdragets riktighet bestyrks')
    expect(wordText(xml)).not.toContain('§ 38')
  })
  it('of no decision is refused', async () => {
    await expect(
      renderMeetingPaperDocx({ ...aSwedishCouncil({ kind: 'extract', language: 'sv' }), extractOf: null }),
    ).rejects.toThrow('which decision')
  })
})

describe('the same paper', () => {
  it('gives the same bytes, on the second run and years later', async () => {
    const paper = aNorwegianBoard({ kind: 'casePapers', language: 'nb' })
    const first = await renderMeetingPaperDocx(paper)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2041, 3, 4) })
    const second = await renderMeetingPaperDocx(paper)
    vi.useRealTimers()
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  })
  it('stops where the progress callback throws', async () => {
    const stop = new Error('cancelled')
    const packed = vi.spyOn(Packer, 'pack')
    await expect(
      renderMeetingPaperDocx(aNorwegianBoard({ kind: 'minutes', language: 'nb' }), () => {
        throw stop
      }),
    ).rejects.toBe(stop)
    expect(packed).not.toHaveBeenCalled()
  })
  it('with hostile names and texts stays well-formed and literal', async () => {
    const hostile = '<b>&amp;</b> ]]> \u0000_x0041_ \ud83d 🚀 " \' {{t}} $t(papers.title)'
    const paper = aNorwegianBoard({ kind: 'minutes', language: 'nb', madeBy: hostile, nextMeetings: [] })
    const items = paper.items.map((item) => ({ ...item, title: hostile }))
    const parts = partsOf(
      await renderMeetingPaperDocx({
        ...paper,
        items,
        attendances: paper.attendances.map((one) => ({ ...one, name: hostile })),
      }),
    )
    expect(wordText(part(parts, body))).toContain('<b>&amp;</b> ]]> _x0041_')
  })
})

describe('second readers', () => {
  it.skipIf(!hasPythonReaders)('python-docx reads headings, tables and core properties', async () => {
    const bytes = await renderMeetingPaperDocx(aNorwegianBoard({ kind: 'minutes', language: 'nb' }))
    const script = `
import sys, json, docx
d = docx.Document(sys.argv[1])
print(json.dumps({"title": d.core_properties.title, "tables": len(d.tables), "h1": [p.text for p in d.paragraphs if p.style.name == "Heading 1"]}))`
    expect(readWithPython(bytes, 'docx', script)).toMatchObject({
      title: 'Møteprotokoll, Styret, møte 3/2026, 12.03.2026',
      h1: ['Møteprotokoll'],
    })
  })
  it.skipIf(!hasLibreOffice || !hasPdfReader)(
    'LibreOffice numbers the pages and prints the header from the second page on',
    async () => {
      const pages = pdfPages(
        toPdf(await renderMeetingPaperDocx(aSwedishCouncil({ kind: 'minutes', language: 'sv' })), 'docx'),
      ).filter((one) => one.trim() !== '')
      expect(pages[0]).toContain(`sida 1 av ${pages.length}`)
      expect(pages[0]).not.toContain('sammanträde 4/2026 · 2026-03-25')
      expect(pages[1]).toContain('Kommunfullmäktige, sammanträde 4/2026 · 2026-03-25 · Protokoll')
    },
    60_000,
  )
})
