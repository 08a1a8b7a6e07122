/**
 * Random histories of goals, wordings, strategies, activities and links, undo and redo among it. Whatever the order: log and tables agree,
 * one wording at most is in force, no goal lies under itself, places have no gaps, codes are their own, what lies under a goal has its
 * area, each tie stands once and to what is there, and no refusal leaves a trace.
 */

import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import { type Store, sql } from '#db/store.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { activityStatuses, goalStatuses, targetKinds } from '#shared/domain/records/goal.ts'
import fc from '#test/random.ts'
import { aPlanDesk, type PlanDesk } from './a-plan-desk.ts'

interface Picks {
  readonly a: number
  readonly b: number
  readonly c: number
}
interface World {
  readonly desk: PlanDesk
  readonly store: Store
  readonly since: string
  readonly others: { readonly project: readonly string[]; readonly commitment: readonly string[] }
  /** One that is likely to be there; any, where there are none or now and then. */
  likely(table: string, picks: Picks): string
}
type Step = (world: World, picks: Picks) => Promise<Reply<unknown>> | undefined

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]
const someday = ['2026-03-01', '2026-09-15', '2026-09-16', '2199-12-31'] as const
const someone = (value: string, pick: number) => (pick % 3 === 0 ? null : value)
/** Each with its weight. What the rules refuse is no step. */
const steps: Readonly<Record<string, readonly [number, Step]>> = {
  addGoal: [
    14,
    ({ desk, likely }, picks) =>
      desk.ask('goals.add', {
        planId: likely('plans', picks),
        title: `Mål ${picks.a}`,
        ...(picks.b % 2 === 0 ? { parentId: likely('goals', picks) } : {}),
        ...(picks.c % 3 === 0 ? { focusAreaId: likely('focus_areas', picks) } : {}),
        ...(picks.c % 4 === 0 ? { code: `M-${picks.b}` } : {}),
      }),
  ],
  reviseGoal: [
    10,
    ({ desk, likely }, picks) =>
      desk.ask('goals.revise', {
        id: likely('goals', picks),
        changes:
          at(
            [
              { parentId: someone(likely('goals', { ...picks, a: picks.c }), picks.b + picks.c) },
              { focusAreaId: someone(likely('focus_areas', { ...picks, a: picks.c }), picks.a + picks.c) },
              { code: `M-${picks.c % 4}` },
              { targetKind: at(targetKinds, picks.c) ?? 'none', targetValue: picks.a, targetUnit: 'percent' as const },
              { targetValue: picks.c % 2 === 0 ? null : picks.a },
              { status: at(goalStatuses, picks.c) ?? null, statusOn: at(someday, picks.a) ?? null },
            ] as const,
            picks.b,
          ) ?? {},
      }),
  ],
  reviseMany: [
    2,
    ({ desk, likely }, picks) =>
      desk.ask('goals.reviseMany', {
        ids: [likely('goals', picks), likely('goals', { ...picks, a: picks.b })],
        changes: { focusAreaId: likely('focus_areas', picks) },
      }),
  ],
  moveGoal: [6, ({ desk, likely }, picks) => desk.ask('goals.move', { id: likely('goals', picks), position: picks.b })],
  removeGoal: [5, ({ desk, likely }, picks) => desk.ask('goals.remove', { id: likely('goals', picks) })],
  word: [
    8,
    ({ desk, likely }, picks) =>
      desk.ask('wordings.add', {
        planId: likely('plans', picks),
        goalId: someone(likely('goals', picks), picks.c),
        text: `Ord ${picks.b}`,
        targetValue: picks.b % 2 === 0 ? null : picks.b,
      }),
  ],
  reword: [
    3,
    ({ desk, likely }, picks) =>
      desk.ask('wordings.revise', { id: likely('wordings', picks), changes: { targetValue: picks.b } }),
  ],
  putInForce: [
    6,
    ({ desk, likely }, picks) =>
      desk.ask('wordings.putInForce', { id: likely('wordings', picks), inForce: picks.b % 4 > 0 }),
  ],
  unword: [2, ({ desk, likely }, picks) => desk.ask('wordings.remove', { id: likely('wordings', picks) })],
  plan: [
    6,
    ({ desk, likely }, picks) =>
      desk.ask('strategies.add', {
        planId: likely('plans', picks),
        text: `Vi skal ${picks.c}`,
        ...(picks.b % 2 === 0 ? { goalId: likely('goals', picks) } : { focusAreaId: likely('focus_areas', picks) }),
        ...(picks.c % 3 === 0 ? { position: picks.c % 4 } : {}),
      }),
  ],
  replan: [
    5,
    ({ desk, likely }, picks) =>
      desk.ask('strategies.revise', {
        id: likely('strategies', picks),
        changes:
          at(
            [
              { position: picks.c },
              { goalId: likely('goals', { ...picks, a: picks.c }) },
              { focusAreaId: likely('focus_areas', { ...picks, a: picks.c }) },
            ] as const,
            picks.b,
          ) ?? {},
      }),
  ],
  unplan: [2, ({ desk, likely }, picks) => desk.ask('strategies.remove', { id: likely('strategies', picks) })],
  act: [
    6,
    ({ desk, likely }, picks) =>
      desk.ask('activities.add', {
        planId: likely('plans', picks),
        title: `Kurs ${picks.a}`,
        ...(picks.b % 2 === 0 ? { goalId: likely('goals', picks) } : {}),
        ...(picks.c % 4 === 0 ? { strategyId: likely('strategies', picks) } : {}),
        ...(picks.c % 3 === 0 ? { code: `A-${picks.a % 3}` } : {}),
        status: at(activityStatuses, picks.b) ?? 'planned',
      }),
  ],
  react: [
    5,
    ({ desk, likely }, picks) =>
      desk.ask('activities.revise', {
        id: likely('activities', picks),
        changes:
          at(
            [
              { goalId: someone(likely('goals', { ...picks, a: picks.c }), picks.c) },
              { focusAreaId: likely('focus_areas', { ...picks, a: picks.c }) },
              { status: 'dropped' as const, statusComment: picks.c % 2 === 0 ? null : 'Ingen søkte' },
              { code: `A-${picks.c % 3}` },
            ] as const,
            picks.b,
          ) ?? {},
      }),
  ],
  inact: [2, ({ desk, likely }, picks) => desk.ask('activities.remove', { id: likely('activities', picks) })],
  tie: [
    8,
    ({ desk, likely, others }, picks) => {
      const kind = picks.b % 2 === 0 ? 'project' : 'commitment'
      return desk.ask('goalLinks.add', {
        goalId: likely('goals', picks),
        kind,
        recordIds: [at(others[kind], picks.c) ?? ''],
      })
    },
  ],
  untie: [3, ({ desk, likely }, picks) => desk.ask('goalLinks.remove', { id: likely('goal_links', picks) })],
  removeServing: [
    2,
    ({ desk, others }, { b }) =>
      b % 2 === 0
        ? desk.ask('projects.remove', { id: at(others.project, b) ?? '' })
        : desk.ask('commitments.remove', { id: at(others.commitment, b) ?? '' }),
  ],
  undo: [
    24,
    ({ desk, store, since }, { a }) => {
      const newest = sql(store, 'SELECT stamp FROM change_sets WHERE stamp > ? ORDER BY stamp DESC LIMIT 1 OFFSET ?')
      const stamp = newest.pluck().get(since, a % 7)
      return typeof stamp === 'string' ? desk.ask('history.undo', { stamp }) : undefined
    },
  ],
}
const bag = Object.entries(steps).flatMap(([name, [weight]]) => Array<string>(weight).fill(name))
const history = fc.array(fc.record({ does: fc.constantFrom(...bag), a: fc.nat(11), b: fc.nat(11), c: fc.nat(11) }), {
  minLength: 40,
  maxLength: 80,
  size: 'max',
})

/** What must hold at any time, as questions that have no answer. */
const never: Readonly<Record<string, string>> = {
  'two wordings in force': `SELECT plan_id FROM wordings WHERE deleted_at IS NULL AND in_force = 1
    GROUP BY plan_id, goal_id HAVING count(*) > 1`,
  'holes among goals': `SELECT plan_id FROM goals WHERE deleted_at IS NULL
    GROUP BY plan_id HAVING max(position) <> count(*) - 1 OR count(DISTINCT position) <> count(*)`,
  'holes among strategies': `SELECT plan_id FROM strategies WHERE deleted_at IS NULL
    GROUP BY plan_id, goal_id, focus_area_id HAVING max(position) <> count(*) - 1 OR count(DISTINCT position) <> count(*)`,
  'a strategy at home twice or nowhere': `SELECT id FROM strategies
    WHERE deleted_at IS NULL AND (goal_id IS NULL) + (focus_area_id IS NULL) <> 1`,
  'a code twice': `SELECT plan_id FROM goals WHERE deleted_at IS NULL GROUP BY plan_id, lower(code) HAVING count(*) > 1
    UNION ALL SELECT plan_id FROM activities WHERE deleted_at IS NULL AND code IS NOT NULL GROUP BY plan_id, lower(code) HAVING count(*) > 1`,
  'a ring': `WITH RECURSIVE up(start, id, depth) AS (SELECT id, parent_id, 1 FROM goals WHERE deleted_at IS NULL
      UNION ALL SELECT up.start, g.parent_id, depth + 1 FROM up JOIN goals g ON g.id = up.id WHERE depth < 60)
    SELECT start FROM up WHERE depth = 60 OR id = start`,
  'a sub-goal of another plan or area': `SELECT s.id FROM goals s JOIN goals p ON p.id = s.parent_id
    WHERE s.deleted_at IS NULL AND (p.deleted_at IS NOT NULL OR p.plan_id <> s.plan_id OR p.focus_area_id IS NOT s.focus_area_id)`,
  'an activity beside its goal': `SELECT c.id FROM activities c JOIN goals g ON g.id = c.goal_id WHERE c.deleted_at IS NULL
    AND (g.deleted_at IS NOT NULL OR g.plan_id <> c.plan_id OR (g.focus_area_id IS NOT NULL AND g.focus_area_id IS NOT c.focus_area_id))`,
  'dropped without a reason': `SELECT id FROM activities WHERE deleted_at IS NULL AND status = 'dropped' AND status_comment IS NULL`,
  'a tie twice': `SELECT goal_id FROM goal_links WHERE deleted_at IS NULL GROUP BY goal_id, project_id, commitment_id HAVING count(*) > 1`,
  'a tie to what is gone': `SELECT l.id FROM goal_links l JOIN goals g ON g.id = l.goal_id LEFT JOIN projects p ON p.id = l.project_id
    LEFT JOIN commitments c ON c.id = l.commitment_id
    WHERE l.deleted_at IS NULL AND (g.deleted_at IS NOT NULL OR p.deleted_at IS NOT NULL OR c.deleted_at IS NOT NULL)`,
}

describe('over 60 random histories of goals', () => {
  it('log and tables agree, and nothing that the rules promise is broken by any order of steps', async () => {
    const desk = await aPlanDesk()
    await desk.call('plans.add', { title: 'En annen plan' })
    const others = {
      project: [(await desk.aProject()).id, (await desk.aProject()).id],
      commitment: [(await desk.aCommitment()).id, (await desk.aCommitment()).id],
    }
    for (let number = 0; number < 3; number += 1) await desk.aGoal()
    const store = desk.backend.workspaces.store()
    const world: World = {
      desk,
      store,
      others,
      since: sql(store, 'SELECT max(stamp) FROM change_sets').pluck().get() as string,
      likely(table, { a, c }) {
        const all = (where: string) =>
          sql(store, `SELECT id FROM ${table} ${where} ORDER BY created_stamp, id`).pluck().all() as string[]
        const there = all('WHERE deleted_at IS NULL')
        // The first plan holds most; the other is there to be mixed up with.
        const pick = table === 'plans' && c % 5 > 0 ? 0 : a
        return at(there.length > 0 && c % 7 > 0 ? there : all(''), pick) ?? '019f0000-0000-7000-8000-00000000dead'
      },
    }
    const taken = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(history, async (plan) => {
        // All in one savepoint on one open file: a fresh file per history would only measure the disk.
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
            for (const [what, question] of Object.entries(never))
              expect(sql(store, question).all(), `${does}: ${what}`).toEqual([])
          }
          expect(compareWithLog(store.db)).toEqual([])
          const { rows } = await desk.call('goals.list', { limit: 200 })
          expect((await desk.call('goals.totals', {})).count).toBe(rows.length)
        } finally {
          store.db.exec('ROLLBACK TO history; RELEASE history')
          store.lastHash = null
        }
      }),
      { numRuns: 60 },
    )
    const unused = Object.keys(steps).filter((name) => !taken.has(name))
    expect(unused.length, unused.join(', ')).toBeLessThanOrEqual(1)
  }, 300_000)
})
