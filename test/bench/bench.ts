/** What every row gets: three copies of one file, and what is asked of them, the same for each side. */
import type { DatabaseSync } from 'node:sqlite'
import type { createClient } from '#shared/contract/client.ts'
import type { Engine } from './engines.ts'
import { largeMeeting } from './large-meeting-size.ts'
import { largePartnership } from './large-partnership-size.ts'
import { largeStrategy } from './large-strategy-size.ts'

export interface Facts {
  /** The company with the most visits. */
  readonly busiest: string
  /** The newest year with visits. */
  readonly from: string
  readonly to: string
  readonly me: string
  readonly body: string
  /** The meeting of `large-meeting.ts`, and its body. */
  readonly meeting: string
  readonly largeBody: string
  /** Of `large-partnership.ts`: a commitment and a project; null in a file without it. */
  readonly commitment: string | null
  readonly project: string | null
  /** Of `large-strategy.ts`: a plan, its first goal, the indicator that leads it, and one that figures are entered of; null in a file without it. */
  readonly strategy: {
    readonly plan: string
    readonly goal: string
    readonly indicator: string
    readonly other: string
  } | null
  readonly words: { readonly rare: string; readonly common: string; readonly prefix: string }
}

/** Three copies of one file: ours behind the dispatcher, one in better-sqlite3, one in Node's own SQLite. */
export interface Bench {
  readonly call: ReturnType<typeof createClient>['call']
  readonly bare: Engine
  readonly peer: Engine
  readonly peerDb: DatabaseSync
  readonly facts: Facts
  readonly folder: string
  /** Where the dispatcher's backup is written. */
  readonly target: string
  /** The bare copy's path. */
  readonly file: string
}

export function factsOf(engine: Engine): Facts {
  const one = (text: string, ...values: string[]) => String(engine.prepare(text).pluckGet(...values))
  const found = (text: string, ...values: string[]) =>
    (engine.prepare(text).pluckGet(...values) ?? null) as string | null
  const largeBody = one('SELECT id FROM bodies WHERE name = ?', largeMeeting.bodyName)
  const plan = found('SELECT id FROM plans WHERE title = ?', largeStrategy.planTitle)
  const year = one('SELECT max(visited_on) FROM visits').slice(0, 4)
  return {
    busiest: one(
      'SELECT company_id FROM visits WHERE deleted_at IS NULL GROUP BY company_id ORDER BY count(*) DESC LIMIT 1',
    ),
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    me: one('SELECT id FROM persons LIMIT 1'),
    body: one('SELECT id FROM bodies ORDER BY created_stamp, id LIMIT 1'),
    meeting: one('SELECT id FROM meetings WHERE body_id = ?', largeBody),
    largeBody,
    commitment: found(
      `SELECT c.id FROM commitments c JOIN partners p ON p.id = c.partner_id
       WHERE p.name = ? AND c.stage = 'promised' ORDER BY c.period_to DESC, c.id LIMIT 1`,
      largePartnership.partnerName,
    ),
    project: found('SELECT id FROM projects WHERE title = ?', largePartnership.projectTitle),
    strategy: plan === null ? null : strategyOf(plan, one),
    words: {
      rare: one('SELECT name FROM companies WHERE deleted_at IS NULL AND sole_trader = 1 ORDER BY id DESC LIMIT 1'),
      common: 'bedriften',
      prefix: 'be',
    },
  }
}

function strategyOf(plan: string, one: (text: string, ...values: string[]) => string): Facts['strategy'] {
  const ofFirst = (column: string) =>
    one(`SELECT ${column} FROM goals WHERE plan_id = ? ORDER BY position LIMIT 1`, plan)
  return {
    plan,
    goal: ofFirst('id'),
    indicator: ofFirst('lead_indicator_id'),
    other: one('SELECT lead_indicator_id FROM goals WHERE plan_id = ? ORDER BY position DESC LIMIT 1', plan),
  }
}
