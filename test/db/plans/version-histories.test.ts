/**
 * Random histories of plans and their versions: made, adopted, put in and out of force, removed, imported, with what serves them, and any
 * change of those taken back. Whatever the order: log and tables agree, no record breaks a rule that its form would have told, one version
 * of a series is in force, nothing is tied to what is gone, and no refusal leaves a trace.
 */

import { describe, expect, it } from 'vitest'
import type { EntityName } from '#db/entities.ts'
import { compareWithLog } from '#db/replay.ts'
import { type Store, sql } from '#db/store.ts'
import { brokenRules } from '#db/undo-rules.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { seriesOf } from '#shared/domain/plan-rules.ts'
import type { Plan } from '#shared/domain/records/plan.ts'
import fc from '#test/random.ts'
import { aProjectDesk, type ProjectDesk } from '../a-project-desk.ts'

interface Picks {
  readonly a: number
  readonly b: number
  readonly c: number
}
interface World {
  readonly desk: ProjectDesk
  readonly store: Store
  readonly since: string
  /** One that is likely to be there. */
  likely(table: string, pick: number): string
}
type Step = (world: World, picks: Picks) => Promise<Reply<unknown>> | undefined

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]
const file = (title: string) => `format: board-package-seed
format_version: 1
plans:
  - title: ${title}
    focus_areas:
      - number: 1
        title: Område
        goals:
          - {code: G-1, title: Mål, indicators: [{code: X-1, title: Antall, measurements: [{period: 2024, value: 5}]}]}
        activities: [{title: Kurs, year: 2025}]
        lighthouse_projects: [{title: Fyr, start_year: 2024}]
`
const steps: Readonly<Record<string, readonly [number, Step]>> = {
  newVersion: [
    8,
    ({ desk, likely }, { a }) => desk.ask('plans.newVersion', { id: likely('plans', a), versionLabel: `v${a}` }),
  ],
  adopt: [
    9,
    ({ desk, likely }, { a, b }) =>
      desk.ask('plans.adopt', { id: likely('plans', a), adoptedOn: '2026-09-01', adoptedBy: b % 2 ? 'Styret' : null }),
  ],
  setStatus: [
    7,
    ({ desk, likely }, { a, b }) =>
      desk.ask('plans.revise', {
        id: likely('plans', a),
        changes: { status: at(['draft', 'inForce', 'superseded'] as const, b) ?? 'draft' },
      }),
  ],
  setPrevious: [
    3,
    ({ desk, likely }, { a, b, c }) =>
      desk.ask('plans.revise', {
        id: likely('plans', a),
        changes: { previousVersionId: c % 3 === 0 ? null : likely('plans', b) },
      }),
  ],
  addPlan: [1, ({ desk }, { a }) => desk.ask('plans.add', { title: `Plan ${a}` })],
  removePlan: [4, ({ desk, likely }, { a }) => desk.ask('plans.remove', { id: likely('plans', a) })],
  import: [1, ({ desk }, { a }) => desk.ask('plans.import', { text: file(`Plan ${a % 3}`), plans: [0] })],
  addArea: [
    2,
    ({ desk, likely }, { a }) => desk.ask('focusAreas.add', { planId: likely('plans', a), title: `O ${a}` }),
  ],
  moveArea: [
    2,
    ({ desk, likely }, { a, b }) => desk.ask('focusAreas.move', { id: likely('focus_areas', a), number: b % 4 }),
  ],
  removeArea: [3, ({ desk, likely }, { a }) => desk.ask('focusAreas.remove', { id: likely('focus_areas', a) })],
  addGoal: [
    5,
    ({ desk, likely }, { a, b }) =>
      desk.ask('goals.add', {
        planId: likely('plans', a),
        title: `Mål ${a}`,
        ...(b % 2 ? { focusAreaId: likely('focus_areas', b) } : {}),
        ...(b % 3 ? {} : { parentId: likely('goals', b) }),
      }),
  ],
  removeGoal: [3, ({ desk, likely }, { a }) => desk.ask('goals.remove', { id: likely('goals', a) })],
  act: [
    4,
    ({ desk, likely }, { a, b }) =>
      desk.ask('activities.add', {
        planId: likely('plans', a),
        title: `Kurs ${b}`,
        ...(b % 2 ? { goalId: likely('goals', b) } : {}),
      }),
  ],
  react: [
    3,
    ({ desk, likely }, { a, b }) =>
      desk.ask('activities.revise', {
        id: likely('activities', a),
        changes: { status: at(['planned', 'ongoing', 'done'] as const, b) ?? 'planned' },
      }),
  ],
  addProject: [
    3,
    ({ desk, likely }, { a, b }) =>
      desk.ask('projects.add', {
        title: `Prosjekt ${b}`,
        startYear: 2026,
        focusAreaIds: [likely('focus_areas', a)],
        planId: likely('plans', b),
      }),
  ],
  endProject: [
    2,
    ({ desk, likely }, { a, b }) =>
      desk.ask('projects.revise', {
        id: likely('projects', a),
        changes: b % 2 ? { status: 'running' } : { status: 'finished', endActualOn: '2026-08-01' },
      }),
  ],
  moveProject: [
    2,
    ({ desk, likely }, { a, b, c }) =>
      desk.ask('projects.revise', {
        id: likely('projects', a),
        changes: { planId: likely('plans', b), focusAreaIds: [likely('focus_areas', c)] },
      }),
  ],
  tie: [
    8,
    ({ desk, likely }, { a, b, c }) => {
      const [kind, table] = at(
        [
          ['project', 'projects'],
          ['commitment', 'commitments'],
          ['indicator', 'indicators'],
        ] as const,
        b,
      ) ?? ['project', 'projects']
      return desk.ask('goalLinks.add', { goalId: likely('goals', a), kind, recordIds: [likely(table, c)] })
    },
  ],
  untie: [3, ({ desk, likely }, { a }) => desk.ask('goalLinks.remove', { id: likely('goal_links', a) })],
  indicator: [
    2,
    ({ desk, likely }, { a, b }) =>
      desk.ask('indicators.add', { code: `I-${b}`, title: 'Jobber', ...(a % 2 ? { planId: likely('plans', a) } : {}) }),
  ],
  removeIndicator: [1, ({ desk, likely }, { a }) => desk.ask('indicators.remove', { id: likely('indicators', a) })],
  lead: [
    3,
    ({ desk, likely }, { a, b, c }) =>
      desk.ask('goals.revise', {
        id: likely('goals', a),
        changes: { leadIndicatorId: c % 3 === 0 ? null : likely('indicators', b) },
      }),
  ],
  figure: [
    2,
    ({ desk, likely }, { a, b }) =>
      desk.ask('measurements.enter', {
        figures: [
          { indicatorId: likely('indicators', a), regionCode: 'NO', period: `${2020 + (b % 5)}`, value: b + 1 },
        ],
        confirmJumps: true,
      }),
  ],
  word: [
    2,
    ({ desk, likely }, { a, b }) =>
      desk.ask('wordings.add', {
        planId: likely('plans', a),
        goalId: b % 2 ? likely('goals', b) : null,
        text: `Ord ${b}`,
      }),
  ],
  undo: [
    26,
    ({ desk, store, since }, { a }) => {
      const newest = sql(store, 'SELECT stamp FROM change_sets WHERE stamp > ? ORDER BY stamp DESC LIMIT 1 OFFSET ?')
      const stamp = newest.pluck().get(since, a % 8)
      return typeof stamp === 'string' ? desk.ask('history.undo', { stamp }) : undefined
    },
  ],
}
/** The clock of the test goes on with each call: no day that was set is in the future. */
const later = '2027-12-31'
const bag = Object.entries(steps).flatMap(([name, [weight]]) => Array<string>(weight).fill(name))
const history = fc.array(fc.record({ does: fc.constantFrom(...bag), a: fc.nat(11), b: fc.nat(11), c: fc.nat(11) }), {
  minLength: 40,
  maxLength: 70,
  size: 'max',
})
const watched: Readonly<Record<string, EntityName>> = {
  plans: 'plans',
  focus_areas: 'focusAreas',
  goals: 'goals',
  wordings: 'wordings',
  strategies: 'strategies',
  activities: 'activities',
  goal_links: 'goalLinks',
  projects: 'projects',
  indicators: 'indicators',
  measurements: 'measurements',
}

describe('over 25 random histories of versions', () => {
  it('log and tables agree, and no record breaks a rule, whatever was adopted, removed and taken back', async () => {
    const desk = await aProjectDesk()
    const goal = await desk.call('goals.add', { planId: desk.planId, focusAreaId: desk.areaIds[0], title: 'Mål' })
    await desk.aProject()
    const commitment = await desk.aCommitment()
    await desk.call('goalLinks.add', { goalId: goal.id, kind: 'commitment', recordIds: [commitment.id] })
    const store = desk.backend.workspaces.store()
    const world: World = {
      desk,
      store,
      since: sql(store, 'SELECT max(stamp) FROM change_sets').pluck().get() as string,
      likely(table, pick) {
        const all = sql(store, `SELECT id FROM ${table} WHERE deleted_at IS NULL ORDER BY created_stamp DESC, id`)
        return at(all.pluck().all() as string[], pick) ?? '019f0000-0000-7000-8000-00000000dead'
      },
    }
    const broken = () =>
      Object.entries(watched).flatMap(([table, entity]) =>
        (sql(store, `SELECT id FROM ${table} WHERE deleted_at IS NULL`).pluck().all() as string[]).flatMap((id) =>
          Object.entries(brokenRules(store, entity, id, { today: later, language: 'nb' })).map(
            ([field, { key }]) => `${entity}.${field}: ${key}`,
          ),
        ),
      )
    const taken = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(history, async (plan) => {
        store.db.exec('SAVEPOINT history')
        try {
          for (const { does, ...picks } of plan) {
            const last = sql(store, 'SELECT max(seq) FROM changes').pluck().get()
            const reply = await steps[does]?.[1](world, picks)
            if (reply?.ok) taken.set(does, (taken.get(does) ?? 0) + 1)
            else if (reply) {
              expect(reply.problem.code, `${does} ${JSON.stringify(reply.problem)}`).not.toBe('internal')
              expect(sql(store, 'SELECT max(seq) FROM changes').pluck().get(), does).toBe(last)
            }
            if (reply?.ok) expect(broken(), does).toEqual([])
          }
          expect(compareWithLog(store.db)).toEqual([])
          const plans = await desk.call('plans.list', {})
          for (const one of plans) {
            const series = seriesOf(plans as readonly Plan[], one.id)
            expect(series.filter(({ status }) => status === 'inForce').length).toBeLessThanOrEqual(1)
            const page = await desk.call('plans.open', { id: one.id })
            expect(page.plan.counts).toEqual(one.counts)
          }
          const ties = sql(
            store,
            `SELECT l.id FROM goal_links l JOIN goals g ON g.id = l.goal_id LEFT JOIN projects p ON p.id = l.project_id
             LEFT JOIN commitments c ON c.id = l.commitment_id LEFT JOIN indicators i ON i.id = l.indicator_id
             WHERE l.deleted_at IS NULL AND (g.deleted_at IS NOT NULL OR p.deleted_at IS NOT NULL OR c.deleted_at IS NOT NULL
               OR i.deleted_at IS NOT NULL)`,
          )
          expect(ties.all()).toEqual([])
        } finally {
          store.db.exec('ROLLBACK TO history; RELEASE history')
          store.lastHash = null
        }
      }),
      { numRuns: 25 },
    )
    const unused = Object.keys(steps).filter((name) => !taken.has(name))
    expect(unused.length, unused.join(', ')).toBeLessThanOrEqual(1)
  }, 300_000)
})
