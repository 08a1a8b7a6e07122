import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFile } from '#db/connection.ts'
import { type EntityName, entities } from '#db/entities.ts'
import { openPackage } from '#db/package-files.ts'
import { assemblePartnerPaper } from '#db/partner-papers.ts'
import { wrongInFocusArea, wrongInPlan } from '#db/plan-checks.ts'
import { wrongInFinancing, wrongInProject, wrongInProjectPartner } from '#db/project-checks.ts'
import { compareWithLog } from '#db/replay.ts'
import { listCommitments } from '#db/repositories/commitments.ts'
import { partnerReminders } from '#db/repositories/give-and-take.ts'
import { timelineOf, totalsOfMilestones } from '#db/repositories/milestones.ts'
import { listPackages } from '#db/repositories/packages.ts'
import { listProjects } from '#db/repositories/projects.ts'
import { countedVisits } from '#db/repositories/visit-statistics.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { assembleSnapshot, previewPackage } from '#db/snapshots.ts'
import { createStore, find, readAll } from '#db/store.ts'
import { brokenRules } from '#db/undo-rules.ts'
import { commitmentFilter } from '#shared/contract/commitments.ts'
import { milestoneFilter } from '#shared/contract/milestones.ts'
import { projectFilter } from '#shared/contract/projects.ts'
import { partnerPaper } from '#shared/documents/partner-paper.ts'
import { snapshot as snapshotSchema } from '#shared/documents/snapshot.ts'
import { checkAffiliation } from '#shared/domain/affiliation-rules.ts'
import { checkCommitment, checkDelivery } from '#shared/domain/commitment-rules.ts'
import { bandOf, checkCompany } from '#shared/domain/company-rules.ts'
import { checkFollowUp, isOverdue, urgentWithoutFollowUp } from '#shared/domain/follow-up-rules.ts'
import { checkMilestone } from '#shared/domain/milestone-rules.ts'
import { presetLayout } from '#shared/domain/package-presets.ts'
import { checkPartner } from '#shared/domain/partner-rules.ts'
import { checkPersonalData } from '#shared/domain/person-rules.ts'
import { checkReport } from '#shared/domain/project-rules.ts'
import {
  agendaItem,
  agendaTemplate,
  disqualification,
  phrase,
  proposal,
  statement,
  vote,
} from '#shared/domain/records/agenda-item.ts'
import { attachment } from '#shared/domain/records/attachment.ts'
import { boardPackage, packageFile } from '#shared/domain/records/board-package.ts'
import { body, bodyMember } from '#shared/domain/records/body.ts'
import { affiliation, commitment, commitmentStatuses, delivery } from '#shared/domain/records/commitment.ts'
import { company } from '#shared/domain/records/company.ts'
import { contact } from '#shared/domain/records/contact.ts'
import { action, decision } from '#shared/domain/records/decision.ts'
import { followUp } from '#shared/domain/records/follow-up.ts'
import { activity, goal, goalLink, strategy, wording } from '#shared/domain/records/goal.ts'
import { indicator, measurement } from '#shared/domain/records/indicator.ts'
import { adjustment, attendance, meeting, minutes, paper } from '#shared/domain/records/meeting.ts'
import { packageTemplate } from '#shared/domain/records/package-template.ts'
import { partner } from '#shared/domain/records/partner.ts'
import { partnership } from '#shared/domain/records/partnership.ts'
import { person } from '#shared/domain/records/person.ts'
import { focusArea, plan, planSection } from '#shared/domain/records/plan.ts'
import {
  baseline,
  financing,
  milestone,
  milestoneStates,
  project,
  projectPartner,
  projectReport,
} from '#shared/domain/records/project.ts'
import { savedView } from '#shared/domain/records/saved-view.ts'
import { sector } from '#shared/domain/records/sector.ts'
import { interviewQuestions, visit } from '#shared/domain/records/visit.ts'
import { visitPlan } from '#shared/domain/records/visit-plan.ts'
import { checkVisit } from '#shared/domain/visit-rules.ts'
import { aFolder } from './a-store.ts'

const today = '2026-11-22'
const schemas = {
  partnership,
  persons: person,
  partners: partner,
  bodies: body,
  sectors: sector,
  companies: company,
  contacts: contact,
  visits: visit,
  followUps: followUp,
  attachments: attachment,
  visitPlans: visitPlan,
  packages: boardPackage,
  packageTemplates: packageTemplate,
  packageFiles: packageFile,
  bodyMembers: bodyMember,
  meetings: meeting,
  attendances: attendance,
  agendaItems: agendaItem,
  disqualifications: disqualification,
  proposals: proposal,
  votes: vote,
  decisions: decision,
  statements: statement,
  actions: action,
  minutes,
  adjustments: adjustment,
  papers: paper,
  agendaTemplates: agendaTemplate,
  phrases: phrase,
  affiliations: affiliation,
  commitments: commitment,
  deliveries: delivery,
  plans: plan,
  focusAreas: focusArea,
  projects: project,
  projectPartners: projectPartner,
  financings: financing,
  projectReports: projectReport,
  milestones: milestone,
  baselines: baseline,
  savedViews: savedView,
  planSections: planSection,
  goals: goal,
  wordings: wording,
  strategies: strategy,
  activities: activity,
  goalLinks: goalLink,
  indicators: indicator,
  measurements: measurement,
} satisfies Record<EntityName, unknown>

/** What `db/sample/planning.ts` writes. */
const ofPlans = [
  'plans',
  'planSections',
  'focusAreas',
  'goals',
  'wordings',
  'strategies',
  'activities',
  'goalLinks',
  'indicators',
  'measurements',
] as const satisfies readonly EntityName[]

function aSample(sample: 'ostfold' | 'robertsfors', options: { today?: string; seed?: number; years?: number } = {}) {
  const path = join(aFolder(), 'sample.fyr')
  const made = makeSample(path, { sample, today, ...options })
  const file = openFile(path)
  const store = createStore(file.db, { now: () => '2026-11-22T10:00:00.000Z', device: '0000abcd' })
  return { made, path, file, store }
}

describe.each(['ostfold', 'robertsfors'] as const)('the sample of %s', (sample) => {
  it('holds only records that pass the schemas and the rules', () => {
    const { store } = aSample(sample)
    for (const name of Object.keys(entities) as (keyof typeof schemas)[]) {
      for (const record of readAll(store, name, 'id')) {
        const parsed = schemas[name].safeParse(record)
        expect(parsed.error?.issues ?? [], `${name} ${record.id}`).toEqual([])
        expect(parsed.data, name).toEqual(record)
      }
    }
    const visits = readAll(store, 'visits', 'id')
    const followUps = readAll(store, 'followUps', 'id')
    for (const record of readAll(store, 'companies', 'id')) expect(checkCompany(record, { today })).toEqual({})
    for (const record of readAll(store, 'partners', 'id')) expect(checkPartner(record)).toEqual({})
    for (const record of [...readAll(store, 'persons', 'id'), ...readAll(store, 'contacts', 'id')]) {
      expect(checkPersonalData(record, { today })).toEqual({})
    }
    for (const record of visits) expect(checkVisit(record, { today })).toEqual({})
    for (const record of followUps) {
      const of = find(store, 'visits', record.visitId)
      expect(checkFollowUp(record, { today, visitedOn: of?.visitedOn ?? '' })).toEqual({})
    }
    const day = { today, language: 'nb' } as const
    for (const record of readAll(store, 'plans', 'id')) expect(wrongInPlan(store, record.id, record, day)).toEqual({})
    for (const record of readAll(store, 'focusAreas', 'id')) {
      expect(wrongInFocusArea(store, record.id, record)).toEqual({})
    }
    for (const record of readAll(store, 'projects', 'id')) {
      expect(wrongInProject(store, record.id, record, day), record.title).toEqual({})
    }
    for (const record of readAll(store, 'projectPartners', 'id')) {
      expect(wrongInProjectPartner(store, record.id, record)).toEqual({})
    }
    for (const record of readAll(store, 'financings', 'id')) expect(wrongInFinancing(store, record)).toEqual({})
    for (const record of readAll(store, 'projectReports', 'id')) expect(checkReport(record, day)).toEqual({})
    for (const record of readAll(store, 'milestones', 'id')) {
      expect(checkMilestone(record, day), record.title).toEqual({})
    }
    for (const name of ofPlans) {
      for (const record of readAll(store, name, 'id')) {
        expect(brokenRules(store, name, record.id, day), `${name} ${JSON.stringify(record)}`).toEqual({})
      }
    }
    const affiliations = readAll(store, 'affiliations', 'id')
    for (const record of affiliations) expect(checkAffiliation(record, affiliations)).toEqual({})
    for (const record of readAll(store, 'commitments', 'id')) expect(checkCommitment(record), record.title).toEqual({})
    for (const record of readAll(store, 'deliveries', 'id')) {
      const of = find(store, 'commitments', record.commitmentId)
      if (of) expect(checkDelivery(record, of, { today }), of.title).toEqual({})
    }
    expect(visits.filter((one) => urgentWithoutFollowUp(one, followUps))).toEqual([])
  })

  it('tells what partners promised and gave, as partnerships do', () => {
    const { store } = aSample(sample)
    const list = (filter: object) =>
      listCommitments(
        store,
        { filter: commitmentFilter.parse(filter), sort: 'title', direction: 'asc', cursor: null, limit: 100 },
        today,
      ).rows
    const all = list({})
    for (const kind of ['money', 'hours', 'people', 'premises', 'promotion', 'dataAnalysis'] as const) {
      expect(all.filter((one) => one.kind === kind).length, kind).toBeGreaterThan(0)
    }
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(commitmentStatuses))
    expect(new Set(all.map(({ recurrence }) => recurrence))).toEqual(new Set(['once', 'yearly']))
    expect(all.filter(({ over }) => over > 0).length).toBeGreaterThan(0)
    expect(list({ overdueOnly: true }).length).toBe(1)
    expect(all.filter(({ isPublic }) => !isPublic)).toHaveLength(1)
    expect(all.some(({ decisionNumber }) => decisionNumber !== null)).toBe(true)
    expect(all.filter(({ decisionNumber, source }) => source === 'meetingDecision' && decisionNumber === null)).toEqual(
      [],
    )
    const evidence = readAll(store, 'attachments', 'id').filter(({ deliveryId }) => deliveryId !== null)
    expect(evidence.length).toBeGreaterThan(5)
    const due = partnerReminders(store, today, 90)
    expect(due.filter(({ kind, daysOverdue }) => kind === 'agreement' && daysOverdue === 0)).toHaveLength(1)
    const people = Map.groupBy(readAll(store, 'affiliations', 'id'), ({ personId }) => personId)
    expect([...people.values()].filter((places) => places.length > 1)).toHaveLength(1)
    for (const partner of readAll(store, 'partners', 'id')) {
      const paper = assemblePartnerPaper(store, partner.id, 'nb', { today, madeBy: 'Kari Berg' })
      expect(partnerPaper.safeParse(paper).error?.issues ?? [], partner.name).toEqual([])
      expect(paper.commitments.length, partner.name).toBeGreaterThan(0)
    }
  })

  it('tells of projects as they go: every light and state, a new baseline, one carried on by another, evidence', () => {
    const { store } = aSample(sample)
    const { rows } = listProjects(
      store,
      { filter: projectFilter.parse({}), sort: 'title', direction: 'asc', cursor: null, limit: 50 },
      today,
    )
    expect(rows.length).toBeGreaterThanOrEqual(5)
    expect(new Set(rows.map(({ light }) => light))).toEqual(new Set(['green', 'amber', 'red']))
    expect(rows.some(({ crossCutting }) => crossCutting)).toBe(true)
    expect(rows.filter(({ lighthouse }) => lighthouse).length).toBeGreaterThanOrEqual(5)
    expect(rows.some(({ continuesAsId, status }) => continuesAsId !== null && status === 'finished')).toBe(true)
    expect(rows.filter(({ nextDecisionId }) => nextDecisionId !== null).length).toBeLessThanOrEqual(1)
    const { byState } = totalsOfMilestones(store, milestoneFilter.parse({}), today)
    expect(byState.map(({ state }) => state)).toEqual(expect.arrayContaining([...milestoneStates]))
    expect(readAll(store, 'baselines', 'id').length).toBe(1)
    const evidence = readAll(store, 'attachments', 'id').filter(({ milestoneId }) => milestoneId !== null)
    expect(evidence.length).toBeGreaterThanOrEqual(3)
    const drawn = timelineOf(
      store,
      { projectId: null, focusAreaId: null, lighthouseOnly: false, withEnded: true },
      today,
    )
    expect(drawn.flatMap(({ milestones }) => milestones).length).toBeGreaterThanOrEqual(10)
  })

  it('has log and tables that agree, and no broken reference', () => {
    const { file } = aSample(sample)
    expect(compareWithLog(file.db)).toEqual([])
    expect(file.db.pragma('foreign_key_check')).toEqual([])
    expect(file.db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('tells of three years and of something in every corner', () => {
    const { store, made } = aSample(sample)
    const has = (text: string) => Number(store.db.prepare(`SELECT count(*) FROM ${text}`).pluck().get())
    expect(made.visits).toBeGreaterThan(130)
    expect(has("visits WHERE visited_on LIKE '2024%'")).toBeGreaterThan(30)
    expect(countedVisits(store, '2026-01-01', today)).toBeGreaterThanOrEqual(35)
    expect(countedVisits(store, '2026-01-01', today)).toBeLessThan(45)
    for (const wanted of [
      "visits WHERE confidentiality = 'confidential' AND confidential_text IS NOT NULL",
      "visits WHERE flags LIKE '%urgent%'",
      "visits WHERE not_answered <> '[]'",
      'visits WHERE draft = 1',
      'companies WHERE sole_trader = 1',
      'companies WHERE local_unit_of_id IS NOT NULL',
      "companies WHERE status <> 'active'",
      "follow_ups WHERE status = 'answered'",
      "follow_ups WHERE status = 'closed'",
      'attachments',
      'contacts WHERE collected_in_id IS NOT NULL',
    ]) {
      expect(has(wanted), wanted).toBeGreaterThan(0)
    }
    const overdue = readAll(store, 'followUps', 'id').filter((one) => isOverdue(one, today))
    expect(overdue.length).toBeGreaterThan(1)
    expect(overdue.length).toBeLessThan(25)
  })

  it('has a package whose successor tells of new, closed, changed and removed things', () => {
    const { store } = aSample(sample)
    const [earlier] = listPackages(store)
    if (!earlier) throw new Error('no package')
    expect(snapshotSchema.safeParse(openPackage(store, earlier.id).snapshot).error?.issues ?? []).toEqual([])
    const choice = {
      bodyId: earlier.bodyId,
      meetingId: null,
      withConfidential: false,
      periodFrom: '2026-01-01',
      periodTo: today,
      language: earlier.language,
      title: 'Ny',
      madeBy: 'Ny',
      version: 2,
      layout: presetLayout('papers'),
      previous: earlier,
    }
    const next = assembleSnapshot(store, choice, today)
    expect(snapshotSchema.safeParse(next).error?.issues ?? []).toEqual([])
    expect(next.changes?.newVisits.length).toBeGreaterThan(5)
    expect(next.changes?.closedFollowUps.length).toBeGreaterThan(2)
    expect(next.changes).toMatchObject({ removedVisits: 1 })
    expect(next.changes?.changedVisits.map(({ fields }) => fields)).toEqual([
      ['publishableSummary'],
      ['publishableSummary'],
    ])
    // No name of a contact and no confidential word is left in it.
    const text = JSON.stringify(next)
    for (const { givenName, familyName } of readAll(store, 'contacts', 'id')) {
      expect(text).not.toContain(`${givenName} ${familyName}`)
    }
    for (const { confidentialText } of readAll(store, 'visits', 'id')) {
      if (confidentialText) expect(text).not.toContain(confidentialText)
    }
    expect(previewPackage(store, choice, today).visits).toBe(next.visits.period.total)
  })

  it('says nothing twice in one text, and promises nothing twice at one visit', () => {
    const { store } = aSample(sample)
    const texts = [
      ...readAll(store, 'visits', 'id').flatMap((one) => [
        one.notes,
        one.confidentialText,
        one.publishableSummary,
        ...interviewQuestions.map((question) => one[question]),
      ]),
      ...[...Map.groupBy(readAll(store, 'followUps', 'id'), ({ visitId }) => visitId).values()].map((promised) =>
        promised.map(({ description }) => `${description}.`).join(' '),
      ),
    ]
    for (const text of texts) {
      const sentences = (text ?? '').match(/[^.?!]+[.?!]/g) ?? []
      const trimmed = sentences.map((sentence) => sentence.trim())
      expect(new Set(trimmed).size, text ?? '').toBe(trimmed.length)
    }
    expect(texts.filter(Boolean).length).toBeGreaterThan(300)
  })

  it.each([1, 7])('tells as many employees as the company has (seed %i)', (seed) => {
    const { store } = aSample(sample, { seed })
    const told = readAll(store, 'visits', 'id').flatMap((one) => {
      const company = find(store, 'companies', one.companyId)
      const text = [one.notes, one.publishableSummary, ...interviewQuestions.map((question) => one[question])].join(' ')
      return Array.from(text.matchAll(/(\d+) (?:ansatte|på huset|anställda)/g), ([, number]) => ({
        told: Number(number),
        known: company?.employees,
        band: company?.employeesBand,
      }))
    })
    expect(told.length).toBeGreaterThan(5)
    expect(told.filter(({ told, known }) => told !== known)).toEqual([])
    expect(told.filter(({ told, band }) => bandOf(told) !== band)).toEqual([])
  })

  it('leaves no blank of a sentence unfilled', () => {
    const { store } = aSample(sample)
    const text = JSON.stringify([readAll(store, 'visits', 'id'), readAll(store, 'followUps', 'id')])
    expect(text).not.toMatch(/\{[a-z]+\}/i)
  })
})

describe('the generator', () => {
  const contents = (path: string) => {
    const file = openFile(path)
    try {
      return file.db.prepare('SELECT hash FROM changes ORDER BY seq DESC LIMIT 1').pluck().get()
    } finally {
      file.close()
    }
  }
  it('gives the same file for the same seed, and another for another', () => {
    const paths = [1, 1, 2].map((seed) => {
      const { path, file } = aSample('ostfold', { seed, years: 1 })
      file.close()
      return path
    })
    const [first, again, other] = paths.map((path) => contents(path))
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
  })

  it.each(['2026-01-03', '2024-02-29', '2026-07-15', '2025-12-31'])('writes no day after %s', (end) => {
    const { store } = aSample('robertsfors', { today: end })
    const latest = store.db.prepare('SELECT max(visited_on) FROM visits').pluck().get()
    expect(String(latest) <= end).toBe(true)
    const stamp = store.db.prepare('SELECT max(stamp) FROM changes').pluck().get()
    expect(String(stamp).slice(0, 10) <= end).toBe(true)
    for (const record of readAll(store, 'companies', 'id')) expect(checkCompany(record, { today: end })).toEqual({})
  })
})
