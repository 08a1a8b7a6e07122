/**
 * Random histories of plans, projects, milestones, their papers and changes to many, undo and redo among it. Whatever the order: log and
 * tables agree, places have no gaps, nothing deviates without its reason, an adopted baseline stays as it was, counts are those of
 * the rows, and no refusal leaves a trace.
 */

import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import { readAll, type Store, sql } from '#db/store.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { deviates, milestoneState } from '#shared/domain/milestone-rules.ts'
import { seriesOf } from '#shared/domain/plan-rules.ts'
import { lights, projectRoles, projectStatuses } from '#shared/domain/records/project.ts'
import fc from '#test/random.ts'
import { today } from './a-backend.ts'
import { aProjectDesk, type ProjectDesk } from './a-project-desk.ts'

interface Picks {
  readonly a: number
  readonly b: number
  readonly c: number
}
interface World {
  readonly desk: ProjectDesk
  readonly store: Store
  readonly people: readonly string[]
  /** The newest change before the history. */
  readonly since: string
  /** In the order they were made, removed ones too: a stale window still knows them. */
  ids(table: string): string[]
  /** One that is likely to be there; any, where there are none or now and then. */
  likely(table: string, picks: Picks, where?: string): string
}
type Step = (world: World, picks: Picks) => Promise<Reply<unknown>> | undefined

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]
const days = ['2026-03-01', '2026-08-31', '2026-09-15', '2026-09-16', '2026-12-24', '1800-01-01', '2199-12-31'] as const
const dayOf = (pick: number) => at(days, pick) ?? today
const reasons = [null, 'Venter på tilsagn', null] as const
const amounts = [0, 1, 999_999_999_999, 1_000_000_000_000] as const
const titles = ['Kompetanse', 'Arealer', 'KOMPETANSE', 'Nytt område'] as const
const file = { kind: 'file', fileName: 'rapport.txt', mime: 'text/plain', altText: null, base64: 'aGVp' } as const

/** Each with its weight. What the rules refuse is no step. */
const steps: Readonly<Record<string, readonly [number, Step]>> = {
  addPlan: [
    2,
    ({ desk, likely }, picks) =>
      desk.ask('plans.add', {
        title: `Plan ${picks.a}`,
        previousVersionId: picks.b % 3 === 0 ? null : likely('plans', picks),
      }),
  ],
  revisePlan: [
    3,
    ({ desk, likely }, picks) =>
      desk.ask('plans.revise', {
        id: likely('plans', picks),
        changes:
          picks.b % 2 === 0
            ? { status: at(['draft', 'inForce', 'superseded'] as const, picks.c) ?? 'draft' }
            : { periodFrom: 2016 + picks.b, periodTo: 2016 + picks.c },
      }),
  ],
  removePlan: [1, ({ desk, likely }, picks) => desk.ask('plans.remove', { id: likely('plans', picks) })],
  addArea: [
    3,
    ({ desk, likely }, picks) =>
      desk.ask('focusAreas.add', {
        planId: likely('plans', picks),
        title: at(titles, picks.b) ?? '',
        ...(picks.c % 3 === 0 ? { number: picks.c } : {}),
      }),
  ],
  reviseArea: [
    1,
    ({ desk, likely }, picks) =>
      desk.ask('focusAreas.revise', { id: likely('focus_areas', picks), changes: { number: picks.c % 4 } }),
  ],
  removeArea: [1, ({ desk, likely }, picks) => desk.ask('focusAreas.remove', { id: likely('focus_areas', picks) })],
  addProject: [
    8,
    ({ desk, likely, people }, picks) =>
      desk.ask('projects.add', {
        title: `Prosjekt ${picks.a}`,
        startYear: 2024 + (picks.b % 3),
        status: at(projectStatuses, picks.c) ?? 'idea',
        leadId: at(people, picks.a) ?? null,
        crossCutting: picks.b % 3 === 0,
        ...(picks.c % 3 === 0
          ? { newPlan: `Plan ${picks.b}`, newFocusAreas: [at(titles, picks.a) ?? ''] }
          : { focusAreaIds: [likely('focus_areas', picks)], planId: likely('plans', picks) }),
        ...(picks.a % 2 === 0 ? { budgetAmount: at(amounts, picks.b) ?? 0, currency: 'NOK' as const } : {}),
      }),
  ],
  reviseProject: [
    6,
    ({ desk, likely }, picks) =>
      desk.ask('projects.revise', {
        id: likely('projects', picks),
        changes:
          at(
            [
              {
                status: at(projectStatuses, picks.c) ?? 'idea',
                endActualOn: picks.b % 2 === 0 ? dayOf(picks.c) : null,
              },
              { continuesAsId: likely('projects', { ...picks, a: picks.b }) },
              { continuesAsId: null, crossCutting: picks.c % 2 === 0 },
              { currency: picks.c % 2 === 0 ? null : ('SEK' as const), budgetAmount: null },
              { planId: likely('plans', { ...picks, a: picks.c }) },
              { focusAreaIds: [likely('focus_areas', picks), likely('focus_areas', { ...picks, a: picks.b })] },
              { startOn: dayOf(picks.c), endPlannedOn: dayOf(picks.a) },
            ] as const,
            picks.b,
          ) ?? {},
      }),
  ],
  reviseMany: [
    3,
    ({ desk, ids, likely, people }, picks) =>
      desk.ask('projects.reviseMany', {
        ids: picks.c % 4 === 0 ? ids('projects').slice(0, 20) : [likely('projects', picks), likely('projects', picks)],
        changes:
          picks.b % 2 === 0
            ? { status: at(projectStatuses, picks.b) ?? 'idea', leadId: at(people, picks.a) ?? null }
            : { planId: likely('plans', picks) },
      }),
  ],
  removeProject: [2, ({ desk, likely }, picks) => desk.ask('projects.remove', { id: likely('projects', picks) })],
  report: [
    4,
    ({ desk, likely }, picks) =>
      desk.ask('projects.report', {
        projectId: likely('projects', picks),
        reportedOn: dayOf(picks.b),
        light: at(lights, picks.c) ?? 'green',
        comment: at(reasons, picks.b) ?? null,
      }),
  ],
  unreport: [
    1,
    ({ desk, likely }, picks) => desk.ask('projectReports.remove', { id: likely('project_reports', picks) }),
  ],
  join: [
    2,
    ({ desk, likely }, picks) =>
      desk.ask('projectPartners.add', {
        projectId: likely('projects', picks),
        partnerId: likely('partners', picks),
        role: at(projectRoles, picks.c) ?? 'owner',
      }),
  ],
  leave: [
    1,
    ({ desk, likely }, picks) => desk.ask('projectPartners.remove', { id: likely('project_partners', picks) }),
  ],
  finance: [
    3,
    ({ desk, likely }, picks) =>
      desk.ask('financings.add', {
        projectId: likely('projects', picks),
        source: 'Fylket',
        amount: at(amounts, picks.b) ?? 1,
        granted: picks.c % 2 === 0,
      }),
  ],
  unfinance: [1, ({ desk, likely }, picks) => desk.ask('financings.remove', { id: likely('financings', picks) })],
  promise: [
    2,
    ({ desk, likely }, picks) =>
      desk.ask('commitments.add', {
        partnerId: likely('partners', picks),
        projectId: likely('projects', picks),
        title: 'Timer',
        kind: 'hours',
        unit: 'hours',
        amount: 100 * picks.b,
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
        isPublic: picks.c % 2 === 0,
      }),
  ],
  changeCommitments: [
    1,
    ({ desk, ids }, picks) =>
      desk.ask('commitments.reviseMany', {
        ids: ids('commitments').slice(0, 5),
        changes: { periodTo: dayOf(picks.c) },
      }),
  ],
  addMilestone: [
    14,
    ({ desk, likely, people }, picks) =>
      desk.ask('milestones.add', {
        projectId: likely('projects', picks),
        title: `M ${picks.b}`,
        baselineOn: dayOf(picks.b),
        ...(picks.c % 2 === 0 ? { position: picks.c % 4 } : {}),
        ...(picks.c % 3 === 0 ? { ownerId: at(people, picks.a) ?? '' } : {}),
      }),
  ],
  forecast: [
    8,
    ({ desk, likely }, picks) =>
      desk.ask('milestones.forecast', {
        id: likely('milestones', picks),
        forecastOn: picks.b % 5 === 0 ? null : dayOf(picks.b),
        reason: at(reasons, picks.c) ?? null,
      }),
  ],
  reach: [
    6,
    ({ desk, likely }, picks) =>
      desk.ask('milestones.reach', {
        id: likely('milestones', picks),
        actualOn: picks.b % 4 === 0 ? null : dayOf(picks.b),
        reason: at(reasons, picks.c) ?? null,
      }),
  ],
  rebaseline: [
    8,
    ({ desk, likely }, picks) =>
      desk.ask('milestones.rebaseline', {
        id: likely('milestones', picks, 'actual_on IS NULL'),
        baselineOn: dayOf(picks.b),
        setOn: picks.c % 4 === 0 ? dayOf(picks.c) : today,
        reason: 'Styret vedtok ny plan',
      }),
  ],
  reword: [
    3,
    ({ desk, likely, people }, picks) =>
      desk.ask('milestones.revise', {
        id: likely('milestones', picks),
        changes:
          picks.b % 2 === 0
            ? { deviationReason: at(reasons, picks.c) ?? null }
            : { ownerId: at(people, picks.c) ?? '' },
      }),
  ],
  move: [
    6,
    ({ desk, likely }, picks) => desk.ask('milestones.move', { id: likely('milestones', picks), position: picks.b }),
  ],
  ownMany: [
    2,
    ({ desk, ids, people }, picks) =>
      desk.ask('milestones.reviseMany', {
        ids: ids('milestones').slice(picks.a, picks.a + 4),
        changes: { ownerId: at(people, picks.c) ?? '' },
      }),
  ],
  removeMilestone: [4, ({ desk, likely }, picks) => desk.ask('milestones.remove', { id: likely('milestones', picks) })],
  attach: [
    3,
    ({ desk, likely }, picks) =>
      desk.ask('attachments.add', {
        ...file,
        ...(picks.b % 2 === 0
          ? { milestoneId: likely('milestones', picks) }
          : { projectId: likely('projects', picks) }),
        ...(picks.c % 3 === 0 ? { supersedesId: likely('attachments', picks) } : {}),
      }),
  ],
  classify: [
    2,
    ({ desk, likely }, picks) =>
      desk.ask('attachments.revise', {
        id: likely('attachments', picks),
        changes:
          picks.b % 2 === 0
            ? { publicity: 'exempt', exemptionReason: picks.c % 2 === 0 ? 'offl. § 23' : null }
            : { supersedesId: likely('attachments', { ...picks, a: picks.c }) },
      }),
  ],
  unattach: [1, ({ desk, likely }, picks) => desk.ask('attachments.remove', { id: likely('attachments', picks) })],
  escalate: [
    4,
    ({ desk, likely }, picks) =>
      desk.ask('agendaItems.escalate', {
        from:
          picks.c % 3 === 0
            ? { entity: 'commitments', id: likely('commitments', picks) }
            : { entity: 'projects', id: likely('projects', picks) },
        bodyId: desk.bodyId,
        meetingId: picks.b % 2 === 0 ? null : likely('meetings', picks),
        title: 'Hva nå?',
      }),
  ],
  unescalate: [1, ({ desk, likely }, picks) => desk.ask('agendaItems.remove', { id: likely('agenda_items', picks) })],
  removePartner: [1, ({ desk, likely }, picks) => desk.ask('partners.remove', { id: likely('partners', picks) })],
  removePerson: [1, ({ desk, people }, { a }) => desk.ask('persons.remove', { id: at(people, a) ?? '' })],
  undo: [
    22,
    ({ desk, store, since }, { a }) => {
      const newest = sql(store, 'SELECT stamp FROM change_sets WHERE stamp > ? ORDER BY stamp DESC LIMIT 1 OFFSET ?')
      const stamp = newest.pluck().get(since, a % 7)
      return typeof stamp === 'string' ? desk.ask('history.undo', { stamp }) : undefined
    },
  ],
}
const bag = Object.entries(steps).flatMap(([name, [weight]]) => Array<string>(weight).fill(name))
const history = fc.array(fc.record({ does: fc.constantFrom(...bag), a: fc.nat(11), b: fc.nat(11), c: fc.nat(11) }), {
  minLength: 50,
  maxLength: 100,
  size: 'max',
})

/** Every adopted baseline that was replaced: it is written once and never again, undo may only take it away and give it back. */
function adopted(store: Store): Map<string, string> {
  const rows = sql(
    store,
    'SELECT id, milestone_id, baseline_on, set_on, decision_id, replaced_on, reason FROM baselines',
  )
  return new Map((rows.all() as { id: string }[]).map((row) => [row.id, JSON.stringify(row)]))
}

async function expectWhole({ desk, store, ids }: World): Promise<void> {
  const rows = <T>(text: string) => sql(store, text).all() as T[]
  const holes = `SELECT project_id FROM milestones WHERE deleted_at IS NULL
    GROUP BY project_id HAVING max(position) <> count(*) - 1 OR count(DISTINCT position) <> count(*)`
  expect(rows(holes)).toEqual([])
  const plans = readAll(store, 'plans', 'id')
  for (const { id } of plans) {
    const inForce = seriesOf(plans, id).filter(({ status }) => status === 'inForce')
    expect(inForce.length).toBeLessThanOrEqual(1)
  }
  const followed = plans.flatMap(({ previousVersionId }) => previousVersionId ?? [])
  expect(followed.length).toBe(new Set(followed).size)
  const numbers =
    'SELECT plan_id FROM focus_areas WHERE deleted_at IS NULL GROUP BY plan_id, number HAVING count(*) > 1'
  expect(rows(numbers)).toEqual([])
  const roles =
    'SELECT project_id FROM project_partners WHERE deleted_at IS NULL GROUP BY project_id, partner_id, role HAVING count(*) > 1'
  expect(rows(roles)).toEqual([])
  for (const [child, parent, column] of [
    ['milestones', 'projects', 'project_id'],
    ['baselines', 'milestones', 'milestone_id'],
    ['projects', 'plans', 'plan_id'],
    ['projects', 'projects', 'continues_as_id'],
    ['attachments', 'milestones', 'milestone_id'],
    ['commitments', 'projects', 'project_id'],
    ['financings', 'projects', 'project_id'],
  ] as const) {
    const orphans = `SELECT c.id FROM ${child} c JOIN ${parent} p ON p.id = c.${column}
      WHERE c.deleted_at IS NULL AND p.deleted_at IS NOT NULL`
    expect(rows(orphans), `${child}.${column}`).toEqual([])
  }
  const next = new Map(
    rows<{ id: string; as: string | null }>(
      'SELECT id, continues_as_id AS "as" FROM projects WHERE deleted_at IS NULL',
    ).map((row) => [row.id, row.as]),
  )
  for (const start of next.keys()) {
    const seen = new Set([start])
    for (let one = next.get(start) ?? null; one !== null; one = next.get(one) ?? null) {
      expect(seen.has(one), 'a ring').toBe(false)
      seen.add(one)
    }
  }
  let slipping = 0
  for (const id of ids('projects').filter((one) => next.has(one))) {
    const { project, milestones, financing } = await desk.call('projects.open', { id })
    expect(project.crossCutting || project.focusAreaIds.length > 0).toBe(true)
    expect(project.currency !== null || (project.budgetAmount === null && financing.length === 0)).toBe(true)
    for (const one of milestones) {
      expect(deviates(one) && one.deviationReason === null, 'deviates without a reason').toBe(false)
      expect(one.state).toBe(milestoneState(one, today, project.status))
    }
    expect(project.milestones).toBe(milestones.length)
    const late = milestones.filter(({ state }) => state === 'late' || state === 'overdue').length
    expect(project.slipping).toBe(late)
    slipping += late
    const chain = rows<{ on: string; set: string }>(
      `SELECT baseline_on AS "on", set_on AS "set" FROM baselines b WHERE b.deleted_at IS NULL AND b.milestone_id IN (
        SELECT id FROM milestones WHERE project_id = '${id}' AND deleted_at IS NULL)`,
    )
    expect(chain.length).toBe(milestones.reduce((sum, one) => sum + one.rebaselined, 0))
  }
  const totals = await desk.call('milestones.totals', { filter: { states: ['late', 'overdue'] } })
  expect(totals.count).toBe(slipping)
}

describe('over 60 random histories of projects', () => {
  it('log and tables agree, and nothing that the rules promise is broken by any order of steps', async () => {
    const desk = await aProjectDesk()
    await desk.aPartner('Moss kommune')
    await desk.aMeeting()
    const store = desk.backend.workspaces.store()
    const ids = (table: string) =>
      sql(store, `SELECT id FROM ${table} ORDER BY created_stamp, id`).pluck().all() as string[]
    const world: World = {
      desk,
      store,
      people: [desk.me, ...desk.memberIds, await desk.aPerson('Gro')],
      since: sql(store, 'SELECT max(stamp) FROM change_sets').pluck().get() as string,
      ids,
      likely(table, { a, c }, where = '1') {
        const fit = sql(
          store,
          `SELECT id FROM ${table} WHERE deleted_at IS NULL AND ${where} ORDER BY created_stamp, id`,
        )
        const found = fit.pluck().all() as string[]
        return at(found.length > 0 && c % 5 > 0 ? found : ids(table), a) ?? '019f0000-0000-7000-8000-00000000dead'
      },
    }
    const taken = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(history, async (plan) => {
        // All in one savepoint on one open file: a fresh file per history would only measure the disk.
        store.db.exec('SAVEPOINT history')
        try {
          for (const { does, ...picks } of plan) {
            const before = adopted(store)
            const last = sql(store, 'SELECT max(seq) FROM changes').pluck().get()
            const reply = await steps[does]?.[1](world, picks)
            if (reply?.ok) taken.set(does, (taken.get(does) ?? 0) + 1)
            else if (reply) {
              expect(reply.problem.code, `${does} ${JSON.stringify(reply.problem)}`).not.toBe('internal')
              expect(sql(store, 'SELECT max(seq) FROM changes').pluck().get(), does).toBe(last)
            }
            const after = adopted(store)
            for (const [id, content] of before) expect(after.get(id), does).toBe(content)
          }
          expect(compareWithLog(store.db)).toEqual([])
          await expectWhole(world)
        } finally {
          store.db.exec('ROLLBACK TO history; RELEASE history')
          store.lastHash = null
        }
      }),
      { numRuns: 60 },
    )
    // Steps that were always refused would prove nothing; the rarest may have been once.
    const never = Object.keys(steps).filter((name) => !taken.has(name))
    expect(never.length, never.join(', ')).toBeLessThanOrEqual(2)
  }, 300_000)
})
