import { describe, expect, it } from 'vitest'
import type { AnnualPart, YearFigures } from '#shared/documents/annual-snapshot.ts'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { type Snapshot, snapshot } from '#shared/documents/snapshot.ts'
import { presetLayout } from '#shared/domain/package-presets.ts'
import type { PackageVariant } from '#shared/domain/records/package-template.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aMeetingSnapshot, secret } from './a-meeting-snapshot.ts'
import { all, part, partsOf, wordText } from './office-file.ts'

const figures: YearFigures = {
  from: '2026-01-01',
  to: '2026-12-31',
  visits: 48,
  visitTarget: 60,
  companies: 44,
  followUps: 20,
  followUpsClosed: 15,
  medianResponseDays: 12.5,
  meetings: 2,
  decisionsTaken: 9,
  decisionsDone: 4,
  commitments: [{ unit: 'NOK', pledged: 150_000_000, delivered: 90_000_000 }],
  projectsEnded: 0,
  milestones: 8,
  milestonesReached: 0,
}
const before: YearFigures = {
  ...figures,
  from: '2025-01-01',
  to: '2025-12-31',
  visits: 54,
  followUpsClosed: 20,
  medianResponseDays: 14.5,
  decisionsTaken: 9,
  commitments: [{ unit: 'NOK', pledged: 100_000_000, delivered: 70_000_000 }],
}
const annual: AnnualPart = {
  figures,
  before,
  projectsRunning: 5,
  seats: [
    {
      name: 'Anne Åmot',
      role: 'chair',
      represents: 'Moss kommune',
      party: 'Sp',
      termFrom: '2024-01-01',
      termTo: '2027-12-31',
      deputyFor: null,
    },
    {
      name: 'Dag Vara',
      role: 'deputy',
      represents: null,
      party: null,
      termFrom: '2024-01-01',
      termTo: null,
      deputyFor: 'Anne Åmot',
    },
  ],
  changes: [{ on: '2026-03-01', kind: 'newRole', name: 'Anne Åmot', role: 'chair' }],
  secretary: 'Siri Lund',
  partners: [{ name: 'Moss kommune', type: 'municipality', joinedOn: '2026-02-01', joinedInPeriod: true }],
  partnersLeft: [{ name: 'Gamle AS', leftOn: '2026-06-30' }],
  meetings: [
    {
      number: '1/2026',
      heldOn: '2026-02-12',
      kind: 'remote',
      title: null,
      place: null,
      cases: 11,
      decisions: 5,
      members: 8,
      present: 6,
      deputies: 1,
    },
  ],
}

function aVariant(variant: PackageVariant, language: Language, parts: Partial<Snapshot> = {}): Snapshot {
  const given = aMeetingSnapshot({ language, ...(language === 'sv' ? { country: 'SE' } : {}) })
  const isAnnual = variant === 'annualReport'
  return snapshot.parse({
    ...given,
    layout: presetLayout(variant),
    annual: isAnnual ? annual : null,
    ...(isAnnual ? { meeting: null } : {}),
    package: {
      ...given.package,
      ...(isAnnual ? { periodFrom: '2026-01-01', periodTo: '2026-12-31', title: titles[language] } : {}),
    },
    ...parts,
  })
}
const titles = { nb: 'Årsrapport 2026', sv: 'Verksamhetsberättelse 2026', en: 'Annual report 2026' }

const xmlOf = async (given: Snapshot) => part(partsOf(await renderBoardPackageDocx(given)), 'word/document.xml')
const headingsOf = (xml: string) =>
  all(xml, /(<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="Heading\d"\/>.*?<\/w:p>)/gs).map((paragraph) => ({
    level: Number(all(paragraph, /w:val="Heading(\d)"/g)[0]),
    text: wordText(`<w:x xmlns:w="w">${paragraph}</w:x>`),
  }))
const noSkips = (xml: string) => {
  const levels = headingsOf(xml).map(({ level }) => level)
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  levels.forEach((level, index) => {
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })
}

describe.each(languages)('an annual report in %s', async (language) => {
  const xml = await xmlOf(aVariant('annualReport', language))
  const text = wordText(xml)
  const t = translator(language)

  it('is called by its year on the cover, and says so once', () => {
    expect(headingsOf(xml)[0]).toEqual({ level: 1, text: titles[language] })
    expect(text.split(titles[language])).toHaveLength(2)
  })

  it('begins with the year in brief, the organisation and the meetings, with headings in unbroken order', () => {
    const sections = headingsOf(xml).filter(({ level }) => level === 2)
    expect(sections.slice(0, 3).map((one) => one.text)).toEqual([
      t('documents.annual.brief.heading'),
      t('documents.annual.organisation.heading', { body: aVariant('annualReport', language).body.name }),
      t('documents.annual.meetings.heading'),
    ])
    noSkips(xml)
  })

  it('tells the months in one chart only, with their figures in words', () => {
    expect(headingsOf(xml).filter((one) => one.text === t('documents.visits.byMonth.heading'))).toHaveLength(1)
    expect(text).not.toContain(t('documents.visits.figures.year'))
  })

  it('names nothing that is confidential', () => {
    expect(xml).not.toContain(secret)
  })
})

describe('the figures of an annual report', async () => {
  const text = wordText(await xmlOf(aVariant('annualReport', 'nb')))

  it('stand beside those of the year before, the change in words', () => {
    for (const told of ['6 færre', 'Uendret', '10 prosentpoeng lavere', '25 prosentpoeng lavere', '2 dager kortere']) {
      expect(text).toContain(told)
    }
    expect(text.replaceAll(/\s/gu, ' ')).toContain('200 000 kr mer')
    expect(text.replaceAll(/\s/gu, ' ')).toContain('600 000 kr')
  })

  it('leave out what neither year has, and keep a part that came to nothing', () => {
    expect(text).not.toContain('Prosjekter avsluttet')
    expect(text).toContain('0 av 8 planlagte milepæler nådd')
  })

  it('have no columns for a year of which nothing is kept', async () => {
    const alone = wordText(await xmlOf(aVariant('annualReport', 'nb', { annual: { ...annual, before: null } })))
    expect(alone).toContain('Det finnes ingen tall for samme periode året før.')
    expect(alone).not.toContain('Endring\n')
    expect(alone).not.toContain('6 færre')
  })

  it('tell who sat, who changed, which partners came and left, and who was at the meetings', () => {
    for (const told of [
      'Moss kommune, Sp',
      'For Anne Åmot',
      '01.03.2026: Anne Åmot fikk ny rolle som leder.',
      'Sekretær: Siri Lund.',
      '01.02.2026 (ny i perioden)',
      'Gamle AS, 30.06.2026',
      '6 av 8 (75 %)',
      '1 vara møtte',
      'Fjernmøte',
    ]) {
      expect(text.replaceAll('\u00a0', ' ')).toContain(told)
    }
  })
})

describe.each(['notice', 'agenda'] as const)('a package that is only the %s', (variant) => {
  it.each(languages)('goes on under its head on the first page, in %s', async (language) => {
    const given = aVariant(variant, language)
    const xml = await xmlOf(given)
    const [first, second] = headingsOf(xml)
    expect(first).toEqual({ level: 1, text: given.package.title })
    // What it is stands in the title: no heading says it again.
    expect(second?.text).not.toBe(translator(language)(`codes.paperKind.${variant}`))
    expect(xml).not.toContain('<w:pageBreakBefore')
    expect(xml).not.toContain('w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">TOC')
    noSkips(xml)
    expect(xml).not.toContain(secret)
  })

  it('keeps the heading that its template gives it', async () => {
    const layout = presetLayout(variant)
    const sections = layout.sections.map((row) => (row.section === variant ? { ...row, heading: 'Vårt eget' } : row))
    const xml = await xmlOf(aVariant(variant, 'nb', { layout: { ...layout, sections } }))
    expect(headingsOf(xml)[1]).toEqual({ level: 2, text: 'Vårt eget' })
    noSkips(xml)
  })
})

it('a notice ends with its sender, after agenda and coming meetings', async () => {
  const text = wordText(await xmlOf(aVariant('notice', 'nb'))).trimEnd()
  const sender = translator('nb')('papers.doc.sender')
  expect(text.split(`${sender}: `)).toHaveLength(2)
  expect(text.slice(text.lastIndexOf(`${sender}: `))).not.toContain(translator('nb')('documents.meetings.next'))
  expect(text.split('\n').at(-1)).toContain(sender)
})

it.each([
  ['papers', 'Styrepakke'],
  ['notice', 'Innkalling'],
  ['agenda', 'Saksliste'],
  ['annualReport', 'Årsrapport 2026'],
] as const)('the workbook and the properties of %s say what it is', async (variant, told) => {
  const given = aVariant(variant, 'nb')
  const book = partsOf(await renderBoardPackageXlsx(given))
  const shown = [...book].filter(([name]) => name.startsWith('xl/')).map(([, xml]) => xml)
  expect(shown.join('')).toContain(`${told} · ${given.partnership.name}`)
  for (const parts of [book, partsOf(await renderBoardPackageDocx(given))]) {
    expect(part(parts, 'docProps/core.xml')).toContain(`${told} for `)
  }
})
