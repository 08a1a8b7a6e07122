import { describe, expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { exceptionsOf } from '#shared/documents/exceptions.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import type { PaperGoal, PaperPlan } from '#shared/documents/strategy-snapshot.ts'
import { translator } from '#shared/i18n/translator.ts'
import { secret } from './a-meeting-snapshot.ts'
import { aCommitment } from './a-partner-paper.ts'
import { aMilestone, aProject, aProjectsSnapshot } from './a-projects-snapshot.ts'
import { aSnapshot } from './a-snapshot.ts'
import { all, part, partsOf, wordText } from './office-file.ts'
import { headingsOf } from './read-paper.ts'

const wordOf = async (frozen: Snapshot) => part(partsOf(await renderBoardPackageDocx(frozen)), 'word/document.xml')
/** The section alone, with plain blanks. */
const sectionOf = async (frozen: Snapshot) => {
  const text = wordText(await wordOf(frozen)).replaceAll('\u00a0', ' ')
  const t = translator(frozen.language)
  const from = text.lastIndexOf(`\n${t('documents.exceptions.heading')}\n`)
  const next = [t('documents.meetings.next'), t('documents.changes.heading')]
    .map((title) => text.indexOf(`\n${title}\n`, from))
    .filter((at) => at > 0)
  return text.slice(from, Math.min(...next))
}
/** Nothing is late, and there is nothing to be late with. */
const calm = (): Snapshot => ({
  ...aSnapshot(),
  followUps: { ...aSnapshot().followUps, overdue: 0, rows: [] },
  projects: {
    areaLabel: null,
    rows: [aProject({ title: 'A', light: 'green', milestones: [aMilestone({ title: 'M' })] })],
  },
  agreements: [],
})

const aPlan = (over: Partial<PaperPlan>): PaperPlan => ({
  ...{ title: 'Plan', organisation: null, versionLabel: null, periodFrom: 2026, periodTo: 2030, adoptedBy: null },
  ...{ adoptedOn: null, vision: null, mission: null, values: [], mainGoal: null, areaLabel: null, goalLabel: null },
  ...{ strategyLabel: null, activityLabel: null, areas: [], goals: [], activities: [], indicators: [] },
  ...over,
})
const aGoal = (over: Partial<PaperGoal>): PaperGoal => ({
  ...{ code: 'G', title: 'Mål', areaNumber: null, parentCode: null, definition: null, wordings: [], kind: 'none' },
  ...{ targetValue: null, targetUnit: null, comparator: null, target: null, targetPeriod: null, deadline: null },
  ...{ test: null, baseline: null, baselineUnit: null, reference: null, lead: null, latest: null, expected: null },
  ...{ referenceFigure: null, progress: null, trend: null, brokenIn: null, figureGaps: [], statusComment: null },
  ...{ status: null, statusByFigures: 'notMeasurable', statusOn: null, responsible: null, gaps: [], series: [] },
  ...{ serving: [], withheld: 0, strategies: [], strategyIntro: null },
  ...over,
})
const anActivity = (title: string, daysOverdue: number): PaperPlan['activities'][number] => ({
  ...{ code: null, title, year: 2026, areaNumber: null, goalCode: null, responsible: null, status: 'ongoing' },
  ...{ statusComment: null, dueOn: '2026-05-31', daysOverdue, dependsOn: null },
})

describe('exceptions of a package', () => {
  it('are those of all kinds, counted as by hand', () => {
    const found = exceptionsOf(aProjectsSnapshot())
    // The finished project is red and has a milestone reached late: it is none.
    expect(found.projects.map(({ number }) => number)).toEqual(['F-1', 'F-2'])
    expect(found.milestones.map(({ milestone }) => milestone.title)).toEqual([
      'Avtale med grunneier',
      'Rammesøknad sendt',
    ])
    expect(found.commitments.rows.map(({ title }) => title)).toEqual(['Prosjektleder til Grønn industri'])
    expect(found.decisions.rows).toHaveLength(2)
    expect(found.followUps).toEqual({ overdue: 4, daysOldest: 91 })
    expect(found.agreements.map(({ endsInDays }) => endsInDays)).toEqual([-3, 45])
    expect(found.count).toBe(2 + 2 + 1 + 2 + 4 + 2)
  })
  it('come red before amber, overdue before late, and the longest first', () => {
    const late = (title: string, daysOverdue: number, slipDays: number | null) =>
      aMilestone({ title, daysOverdue, slipDays, state: daysOverdue > 0 ? 'overdue' : 'late' })
    const rows = [
      aProject({ title: 'amber', light: 'amber', milestones: [late('a', 0, 5), late('b', 3, null)] }),
      aProject({ title: 'red', light: 'red', milestones: [late('c', 9, 400), late('d', 0, 300)] }),
      aProject({ title: 'stopped', status: 'stopped', light: 'red', milestones: [late('e', 99, null)] }),
    ]
    const found = exceptionsOf(aProjectsSnapshot({}, rows))
    expect(found.projects.map(({ title }) => title)).toEqual(['red', 'amber'])
    expect(found.milestones.map(({ milestone }) => milestone.title)).toEqual(['c', 'b', 'd', 'a'])
  })
  it('are of the plans: off track by hand or by figures before at risk, then what has not come', async () => {
    const frozen = aProjectsSnapshot()
    const goal = (code: string, status: PaperGoal['status'], statusByFigures: PaperGoal['statusByFigures']) =>
      aGoal({ code, status, statusByFigures })
    const strategy = {
      plans: [
        aPlan({
          goals: [
            goal('G1', 'atRisk', 'onTrack'),
            goal('G2', 'onTrack', 'onTrack'),
            goal('G3', 'onTrack', 'offTrack'),
            goal('G4', 'offTrack', 'atRisk'),
            goal('G5', null, 'notMeasurable'),
          ],
          activities: [anActivity('Kort', 3), anActivity('I tide', 0), anActivity('Lang', 30)],
        }),
      ],
      figures: [],
    }
    const found = exceptionsOf({ ...frozen, strategy })
    expect(found.goals.map((one) => one.goal.code)).toEqual(['G3', 'G4', 'G1'])
    expect(found.activities.map(({ title }) => title)).toEqual(['Lang', 'Kort'])
    expect(found.count).toBe(exceptionsOf(frozen).count + 3 + 2)
    const text = await sectionOf({ ...frozen, strategy })
    expect(text).toContain('Mål ute av rute eller i fare (3)')
    expect(text.indexOf('G3 Mål')).toBeLessThan(text.indexOf('G1 Mål'))
    expect(text).not.toContain('G2 Mål')
    expect(text).toContain('30 dager over fristen')
    expect(text).toContain(translator('nb')('documents.projects.commentMissing'))
  })
  it('of older packages are found where there is something to find, and nothing fails', () => {
    expect(exceptionsOf(aSnapshot()).projects).toEqual([])
    expect(exceptionsOf(calm()).count).toBe(0)
  })
})

describe.each([
  ['NO', 'nb'],
  ['SE', 'sv'],
  ['NO', 'en'],
] as const)('the section of exceptions in %s, in %s', async (country, language) => {
  const xml = await wordOf(aProjectsSnapshot({ country, language }))
  const t = translator(language)
  const headings = headingsOf(xml)

  it('stands after the follow-ups of visits with a heading for each kind and how many there are', () => {
    const seconds = headings.filter((one) => one.startsWith('2 '))
    const at = seconds.indexOf(`2 ${t('documents.exceptions.heading')}`)
    expect(seconds[at - 1]).toBe(`2 ${t('documents.meetings.visitFollowUps')}`)
    expect(seconds[at + 1]).toBe(`2 ${t('documents.meetings.next')}`)
    const from = headings.indexOf(`2 ${t('documents.exceptions.heading')}`) + 1
    const kinds = ['projects', 'milestones', 'commitments', 'decisions', 'followUps', 'agreements'] as const
    expect(headings.slice(from, from + 6)).toEqual(
      kinds.map((kind, index) => `3 ${t(`documents.exceptions.${kind}`)} (${[2, 2, 1, 2, 4, 2][index]})`),
    )
  })
  it('links every row to where more is told', () => {
    const own = xml.slice(xml.lastIndexOf(t('documents.exceptions.intro')))
    const anchors = all(own, /<w:hyperlink\b[^>]*w:anchor="(fyr_[^"]+)"/g)
    expect(anchors).toEqual([
      ...['fyr_project_1', 'fyr_project_2', 'fyr_project_1', 'fyr_project_1'],
      ...['fyr_commitments', 'fyr_decisions', 'fyr_decisions', 'fyr_follow_ups', 'fyr_commitments', 'fyr_commitments'],
    ])
    const marks = all(xml, /<w:bookmarkStart\b[^>]*w:name="(fyr_[^"]+)"/g)
    for (const anchor of anchors) expect(marks).toContain(anchor)
  })
})

describe('what the section tells', async () => {
  const text = await sectionOf(aProjectsSnapshot())

  it('is where each stands, who answers for it, and for how many days', () => {
    for (const lines of [
      ['F-1 Grønn industri på Øra', '■ Rødt', '12.06.2026', 'Grunneieren har ikke skrevet under avtalen. '],
      ['Avtale med grunneier', 'F-1 Grønn industri på Øra', 'Over fristen', 'Planlagt 30.04.2026'],
      ['Siri Næss', '62 dager over fristen'],
      ['Forsinket', 'Planlagt 01.09.2026', 'Prognose 01.12.2026'],
      ['Per Åsen', '91 dager forsinket'],
      ['37,5 t levert av 120 t', 'Perioden gikk ut 31.03.2026', 'Sarpsborg kommune', '156 dager over fristen'],
      ['4 oppfølginger er over fristen, den eldste med 91 dager.', 'Mer står under Oppfølging etter bedriftsbesøk.'],
      ['Sarpsborg kommune', 'Avtalen gjelder til 28.06.2026', 'Gikk ut for 3 dager siden'],
      ['Østfold fylkeskommune', 'Avtalen gjelder til 15.08.2026', '45 dager igjen'],
    ])
      expect(text).toContain(lines.join('\n'))
  })
  it('names no company and nothing of a confidential item', async () => {
    for (const name of aProjectsSnapshot().followUps.rows.map(({ companyName }) => companyName))
      if (name !== null) expect(text).not.toContain(name)
    expect(text).not.toContain(secret)
    const hidden = aProjectsSnapshot()
    const decisions = hidden.decisions && { ...hidden.decisions, overdue: 3 }
    expect(await sectionOf({ ...hidden, decisions })).toContain(
      'I tillegg er 1 fra en sak som er unntatt offentlighet, over fristen.',
    )
  })
  it('counts overdue commitments that may not be named, and marks those of a closed package', async () => {
    const frozen = aProjectsSnapshot()
    const { byPartner, rows, ...told } = frozen.commitments ?? never()
    const more = byPartner.map((one, index) => (index === 1 ? { ...one, overdue: 2 } : one))
    expect(await sectionOf({ ...frozen, commitments: { ...told, rows, byPartner: more } })).toContain(
      'I tillegg er 2 som ikke er offentlige, over fristen.',
    )
    const closed = [...rows, aCommitment({ title: 'Lukket', isPublic: false, daysOverdue: 5 })]
    expect(await sectionOf({ ...frozen, commitments: { ...told, rows: closed, byPartner } })).toContain(
      'Lukket\nIkke offentlig\n',
    )
  })
  it('is one sentence where all goes as planned', async () => {
    const lines = (await sectionOf(calm())).trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^Det er ingen avvik å melde\./)
  })
  it('is cut where a kind has more than a board reads, and says how many more there are', async () => {
    const rows = Array.from({ length: 43 }, (_, no) => aProject({ title: `Nr. ${no}.`, light: 'red' }))
    const long = await sectionOf(aProjectsSnapshot({}, rows))
    expect(long).toContain('Nr. 39.\n')
    expect(long).not.toContain('Nr. 40.\n')
    expect(long).toContain('I tillegg kommer 3 til, som står i arbeidsboken.')
  })
})

function never(): never {
  throw new Error('the builder made no such part')
}
