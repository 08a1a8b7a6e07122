import { Document, Packer } from 'docx'
import { describe, expect, it } from 'vitest'
import { settleWord } from '#shared/documents/settle-word.ts'
import type { Snapshot, SnapshotProject } from '#shared/documents/snapshot.ts'
import { stylesFor } from '#shared/documents/word/styles.ts'
import { timelineBlocks } from '#shared/documents/word/timeline.ts'
import { addDays } from '#shared/domain/days.ts'
import { languages } from '#shared/domain/values.ts'
import { localeOf } from '#shared/i18n/translator.ts'
import { aSnapshot } from './a-snapshot.ts'
import { all, part, partsOf, wordText } from './office-file.ts'

type Milestone = SnapshotProject['milestones'][number]
function aMilestone(parts: Partial<Milestone> = {}): Milestone {
  return {
    title: 'Fiber lagt',
    owner: 'Kari Nordmann',
    baselineOn: '2026-02-15',
    baselineSetOn: '2026-01-10',
    rebaselined: 0,
    forecastOn: null,
    actualOn: null,
    state: 'onTime',
    slipDays: null,
    daysOverdue: 0,
    reason: null,
    evidence: [],
    ...parts,
  }
}
function aProject(parts: Partial<SnapshotProject> = {}): SnapshotProject {
  return {
    title: 'Grønn havn',
    number: 'F-1',
    lighthouse: true,
    focusAreas: ['Næring'],
    crossCutting: false,
    lead: 'Kari Nordmann',
    owners: ['Moss kommune'],
    startYear: 2026,
    startOn: '2026-01-01',
    endPlannedOn: '2027-06-30',
    endActualOn: null,
    status: 'running',
    light: 'amber',
    lightComment: 'Venter på leveranse.',
    lightOn: '2026-05-01',
    lightIsStale: false,
    budget: null,
    currency: null,
    granted: 0,
    appliedFor: 0,
    partners: [],
    nextDecision: null,
    continuesAs: null,
    continues: [],
    description: null,
    effect: null,
    milestones: [],
    ...parts,
  }
}
const late = aMilestone({
  title: 'Ladeanlegg',
  forecastOn: '2026-11-20',
  state: 'late',
  slipDays: 278,
  reason: 'Leveranse',
})

function withProjects(rows: readonly SnapshotProject[], parts: Parameters<typeof aSnapshot>[0] = {}): Snapshot {
  return { ...aSnapshot(parts), projects: { areaLabel: null, rows: [...rows] } }
}
async function bodyOf(frozen: Snapshot): Promise<string> {
  const children = timelineBlocks(frozen)
  const document = new Document({ styles: stylesFor(localeOf(frozen.language)), sections: [{ children }] })
  const bytes = settleWord(
    await Packer.pack(document, 'uint8array'),
    frozen.package.dataAsOf,
    localeOf(frozen.language),
  )
  return part(partsOf(bytes), 'word/document.xml')
}
/** The rows of the table, each a list of its cells' texts with `/` between lines. */
function rowsOf(xml: string): string[][] {
  return all(xml, /<w:tr\b.*?>(.*?)<\/w:tr>/gs).map((row) =>
    all(row, /<w:tc>(.*?)<\/w:tc>/gs).map((cell) =>
      all(cell, /<w:p>(.*?)<\/w:p>/gs)
        .map((line) => all(line, /<w:t\b[^>]*>([^<]*)<\/w:t>/g).join(''))
        .join('/'),
    ),
  )
}

describe('the timeline on paper', () => {
  it('puts each date in its quarter, with arrows from the baseline to the forecast', async () => {
    const xml = await bodyOf(withProjects([aProject({ milestones: [late] })]))
    const [head, project, milestone] = rowsOf(xml)
    expect(head).toEqual([
      'Prosjekt og milepæl',
      '1. kv./2026',
      '2. kv./2026',
      '3. kv./2026/nå',
      '4. kv./2026',
      '1. kv./2027',
      '2. kv./2027',
    ])
    expect(project?.[0]).toBe('F-1 Grønn havn/01.01.2026 – 30.06.2027 · I gang')
    expect(milestone).toEqual(['Ladeanlegg/Forsinket, 278 dager etter planen', 'P', '→', '→', 'PR', '', ''])
  })
  it('says a date that came early with arrows back', async () => {
    const early = aMilestone({ baselineOn: '2026-12-01', actualOn: '2026-05-03', state: 'reached', slipDays: -212 })
    const xml = await bodyOf(withProjects([aProject({ milestones: [early] })]))
    expect(rowsOf(xml)[2]).toEqual(['Fiber lagt/Nådd, 212 dager før planen', '', 'F', '←', 'P', '', ''])
  })
  it('repeats its head, merges no cell, and bears the name of its heading', async () => {
    const xml = await bodyOf(withProjects([aProject({ milestones: [late] })]))
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).not.toMatch(/gridSpan|vMerge/)
    expect(xml).toContain('<w:tblCaption w:val="Tidslinje"/>')
  })
  it.each([
    ['2026-12-31', 12],
    ['2028-12-31', 12],
    ['2034-01-01', 14],
  ])('has few enough columns to read until %s', async (endPlannedOn, columns) => {
    const xml = await bodyOf(withProjects([aProject({ endPlannedOn })]))
    expect(rowsOf(xml)[0]).toHaveLength(columns + 1)
  })
  it('keeps its columns fine beside a project that has run for ten years, and marks what lies beyond them', async () => {
    const milestones = [
      aMilestone({
        title: 'Oppstart',
        baselineOn: '2016-05-01',
        actualOn: '2016-05-01',
        state: 'reached',
        slipDays: 0,
      }),
      aMilestone({ title: 'Sluttrapport', baselineOn: '2026-12-01' }),
    ]
    const xml = await bodyOf(withProjects([aProject({ startYear: 2016, startOn: null, milestones })]))
    const [head, , first, last] = rowsOf(xml)
    expect(head?.slice(1, 3)).toEqual(['3. kv./2025', '4. kv./2025'])
    expect(first?.slice(1, 3)).toEqual(['← P/← F', ''])
    expect(last?.[6]).toBe('P')
    expect(wordText(xml)).toContain('datoen ligger før den første eller etter den siste kolonnen')
  })
  it('gives way to years where milestones lie far apart', async () => {
    const milestones = [aMilestone({ baselineOn: '2033-05-01' })]
    const xml = await bodyOf(withProjects([aProject({ endPlannedOn: '2040-01-01', milestones })]))
    expect(rowsOf(xml)[0]?.slice(1)).toEqual([
      '2026/nå',
      ...['2027', '2028', '2029', '2030', '2031', '2032', '2033', '2034', '2035', '2036', '2037', '2038', '2039'],
    ])
    expect(rowsOf(xml)[2]?.[8]).toBe('P')
  })
  it('counts in decades where milestones lie further apart than years can show', async () => {
    const xml = await bodyOf(withProjects([aProject({ milestones: [aMilestone({ baselineOn: '2061-05-01' })] })]))
    expect(rowsOf(xml)[0]?.slice(1)).toEqual(['2020-årene/nå', '2030-årene', '2040-årene', '2050-årene', '2060-årene'])
    expect(rowsOf(xml)[2]?.[5]).toBe('P')
  })
  it('is not there without projects, nor in packages made before there were any', () => {
    expect(timelineBlocks(withProjects([]))).toEqual([])
    expect(timelineBlocks(aSnapshot({ projects: null }))).toEqual([])
  })
  it('keeps to whole projects and says how many more there are', async () => {
    const milestones = Array.from({ length: 49 }, (_, index) =>
      aMilestone({ baselineOn: addDays('2026-01-01', index * 7) }),
    )
    const xml = await bodyOf(withProjects(Array.from({ length: 5 }, () => aProject({ milestones }))))
    expect(rowsOf(xml)).toHaveLength(1 + 2 * 50)
    expect(wordText(xml)).toContain('3 prosjekter til står i arbeidsboken.')
  })
  it.each(languages)('tells which letters stand for what in %s', async (language) => {
    const xml = await bodyOf(withProjects([aProject({ milestones: [late] })], { language }))
    const [planned, forecast] = language === 'en' ? ['B', 'F'] : ['P', 'PR']
    expect(rowsOf(xml)[2]).toEqual(expect.arrayContaining([planned, forecast]))
    expect(wordText(xml)).toContain(`${planned} = `)
    expect(wordText(xml)).not.toMatch(/documents\.|codes\.|\{\{|undefined/)
  })
})
