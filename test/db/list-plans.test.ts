/** What a page of a list may cost: SQLite's own plans for the statements that the lists run, on a file of any size. */
import { describe, expect, it } from 'vitest'
import { listActions } from '#db/repositories/actions.ts'
import { listCommitments } from '#db/repositories/commitments.ts'
import { listCompanies } from '#db/repositories/companies.ts'
import { listDecisions } from '#db/repositories/decisions.ts'
import { listDocuments } from '#db/repositories/documents.ts'
import { listFollowUps } from '#db/repositories/follow-ups.ts'
import { listMeetings } from '#db/repositories/meetings.ts'
import { listMilestones } from '#db/repositories/milestones.ts'
import { listProjects } from '#db/repositories/projects.ts'
import { statisticsOf } from '#db/repositories/visit-statistics.ts'
import { listVisits } from '#db/repositories/visits.ts'
import type { Store } from '#db/store.ts'
import { commitmentFilter } from '#shared/contract/commitments.ts'
import { companyFilter } from '#shared/contract/companies.ts'
import { actionFilter, decisionFilter } from '#shared/contract/decisions.ts'
import { documentFilter } from '#shared/contract/documents.ts'
import { followUpFilter } from '#shared/contract/follow-ups.ts'
import { meetingFilter } from '#shared/contract/meetings.ts'
import { milestoneFilter } from '#shared/contract/milestones.ts'
import { projectFilter } from '#shared/contract/projects.ts'
import { visitFilter } from '#shared/contract/visits.ts'
import { aLargeStore } from './a-large-store.ts'
import { plansOf } from './plans-of.ts'

const today = '2026-09-15'
const first = { cursor: null, limit: 50 }
const [anyVisit, anyCompany, anyFollowUp] = [visitFilter.parse({}), companyFilter.parse({}), followUpFilter.parse({})]
const [anyDecision, openDecision] = [decisionFilter.parse({}), decisionFilter.parse({ state: 'open' })]
const [openAction, anyAction] = [actionFilter.parse({}), actionFilter.parse({ state: 'all' })]
const anyCommitment = commitmentFilter.parse({})
const [anyProject, anyMilestone, anyDocument] = [
  projectFilter.parse({}),
  milestoneFilter.parse({}),
  documentFilter.parse({}),
]
const anyMeeting = meetingFilter.parse({})
const asc = { direction: 'asc' as const }
const desc = { direction: 'desc' as const }

describe.each([
  ['before SQLite knows the sizes of the tables', false],
  ['when it knows them', true],
])('plans %s', (_when, analyzed) => {
  const lists: [string, (store: Store, cursor: string | null) => { next: string | null }][] = [
    [
      'visits by day',
      (store, cursor) => listVisits(store, { filter: anyVisit, sort: 'visitedOn', ...desc, limit: 10, cursor }),
    ],
    [
      'visits by company',
      (store, cursor) => listVisits(store, { filter: anyVisit, sort: 'company', ...asc, limit: 10, cursor }),
    ],
    [
      'companies by name',
      (store, cursor) => listCompanies(store, { filter: anyCompany, sort: 'name', ...asc, limit: 10, cursor }),
    ],
    [
      'open follow-ups by due day',
      (store, cursor) => listFollowUps(store, { filter: anyFollowUp, sort: 'dueOn', ...asc, limit: 10, cursor }, today),
    ],
    ['meetings by day', (store, cursor) => listMeetings(store, { filter: anyMeeting, ...desc, limit: 10, cursor })],
    [
      'decisions by day',
      (store, cursor) =>
        listDecisions(store, { filter: anyDecision, sort: 'decidedOn', ...desc, limit: 10, cursor }, today),
    ],
    [
      'open decisions by deadline',
      (store, cursor) =>
        listDecisions(store, { filter: openDecision, sort: 'deadline', ...asc, limit: 10, cursor }, today),
    ],
    [
      'decisions by deadline',
      (store, cursor) =>
        listDecisions(store, { filter: anyDecision, sort: 'deadline', ...desc, limit: 10, cursor }, today),
    ],
    [
      'commitments by the end of their period',
      (store, cursor) =>
        listCommitments(store, { filter: anyCommitment, sort: 'periodTo', ...asc, limit: 10, cursor }, today),
    ],
    [
      'commitments by title',
      (store, cursor) =>
        listCommitments(store, { filter: anyCommitment, sort: 'title', ...desc, limit: 10, cursor }, today),
    ],
    [
      'milestones by the day they stand on',
      (store, cursor) =>
        listMilestones(store, { filter: anyMilestone, sort: 'standsOn', ...asc, limit: 10, cursor }, today),
    ],
    [
      'milestones by title',
      (store, cursor) =>
        listMilestones(store, { filter: anyMilestone, sort: 'title', ...desc, limit: 10, cursor }, today),
    ],
    [
      'open actions by due day',
      (store, cursor) => listActions(store, { filter: openAction, sort: 'dueOn', ...asc, limit: 10, cursor }, today),
    ],
    [
      'actions by due day',
      (store, cursor) => listActions(store, { filter: anyAction, sort: 'dueOn', ...desc, limit: 10, cursor }, today),
    ],
  ]

  it.each(lists)('%s: pages are read off an index, the first and the next', (_name, list) => {
    const store = aLargeStore(5000)
    if (analyzed) store.db.exec('ANALYZE')
    const { next } = list(store, null)
    expect(next).not.toBeNull()
    for (const cursor of [null, next]) {
      const plans = plansOf(store, (seen) => list(seen, cursor))
      expect(plans.length).toBeGreaterThan(1)
      expect(plans.filter((detail) => /TEMP B-TREE|AUTOMATIC/.test(detail))).toEqual([])
      // A scan along an index stops at the page's end; a scan of a table would not. The people of the secretariat (p) are few.
      expect(plans.filter((detail) => /^SCAN (?!\w+ USING|p$)/.test(detail))).toEqual([])
    }
  })
})

describe('pages that are put together of several statements', () => {
  it('projects are read off the index of their order, and their parts off indexes of their own', () => {
    const store = aLargeStore(5000)
    for (const sort of ['title', 'startYear'] as const) {
      const query = { filter: anyProject, sort, ...asc, limit: 10 }
      const { next } = listProjects(store, { ...query, cursor: null }, today)
      expect(next).not.toBeNull()
      const plans = plansOf(store, (seen) => listProjects(seen, { ...query, cursor: next }, today))
      expect(
        plans.filter((detail) => /^SCAN (?!\w+ (USING|VIRTUAL))/.test(detail) && !/subquery/i.test(detail)),
      ).toEqual([])
      expect(plans.join()).toContain(sort === 'title' ? 'projects_title' : 'projects_year')
      expect(plans.join()).toContain('milestones_project')
    }
  })

  it('documents are read along their days, files and papers, and no paper looks through the items of other meetings', () => {
    const store = aLargeStore(5000)
    const query = { filter: anyDocument, sort: 'madeOn', ...desc, limit: 10 } as const
    const { next } = listDocuments(store, { ...query, cursor: null }, today)
    expect(next).not.toBeNull()
    for (const cursor of [null, next]) {
      const plans = plansOf(store, (seen) => listDocuments(seen, { ...query, cursor }, today))
      expect(plans.join()).toMatch(/a USING INDEX attachments_made.*p USING INDEX papers_made/)
      expect(plans.join()).toContain('agenda_items_meeting')
      expect(plans.filter((detail) => /^SCAN (a|p|n|x|y)$/.test(detail))).toEqual([])
    }
  })
})

describe('at 100,000 visits', () => {
  it('a page costs what it costs at 50, and counting a year little more than reading its visits', {
    timeout: 60_000,
  }, () => {
    const small = aLargeStore(50)
    const large = aLargeStore(100_000)
    const page = (store: Store) => listVisits(store, { filter: anyVisit, sort: 'visitedOn', ...desc, ...first })
    const year = () => statisticsOf(large, '2025-01-01', '2025-12-31', today)
    expect(year().total).toBeGreaterThan(4900)
    const bare = large.db
      .prepare(
        `SELECT v.*, c.sector_id FROM visits v JOIN companies c ON c.id = v.company_id
         WHERE v.deleted_at IS NULL AND v.visited_on BETWEEN '2025-01-01' AND '2025-12-31'`,
      )
      .raw()
    // The quickest of many runs, and against the same machine at the same time: the milliseconds are the benchmark's matter.
    const [few, many] = [quickest(() => page(small)), quickest(() => page(large))]
    const [read, counted] = [quickest(() => bare.all()), quickest(year)]
    expect(many).toBeLessThan(few * 2 + 0.2)
    expect(counted).toBeLessThan(read * 2)
  })
})

function quickest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 30; run++) {
    const started = performance.now()
    work()
    best = Math.min(best, performance.now() - started)
  }
  return best
}
