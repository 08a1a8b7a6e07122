import type { z } from 'zod'
import type { milestoneEvent } from '#shared/contract/milestones.ts'
import type { Id } from '#shared/domain/values.ts'
import { instantOf } from './stamp.ts'
import { type Store, sql } from './store.ts'

type Event = z.infer<typeof milestoneEvent>
interface Entry {
  readonly stamp: string
  readonly actor: string
  readonly field: string
  readonly value: string
}
const dates = { baselineOn: 'baseline', forecastOn: 'forecast', actualOn: 'actual' } as const
type DateField = keyof typeof dates
const isDate = (field: string): field is DateField => Object.hasOwn(dates, field)

/**
 * Every change of a milestone's three dates, read from the log, newest first: from, to, when, who, and why (records.md 3.19). Why = for a
 * new baseline the reason that was given with it, for the others the reason of the slip as it stood after that change.
 */
export function milestoneEvents(store: Store, id: Id): Event[] {
  const entries = sql(
    store,
    `SELECT c.stamp, s.actor, c.field, c.value FROM changes c JOIN change_sets s ON s.stamp = c.stamp
     WHERE c.record_id = ? AND c.field IN ('*', 'baselineOn', 'forecastOn', 'actualOn', 'deviationReason') ORDER BY c.seq`,
  ).all(id) as Entry[]
  const reasons = baselineReasons(store, id)
  const now: Record<string, string | null> = {}
  const events: Event[] = []
  for (const set of byStamp(entries)) {
    const changed: Record<string, string | null> = {}
    for (const { field, value } of set.entries) {
      Object.assign(changed, field === '*' ? JSON.parse(value) : { [field]: JSON.parse(value) })
    }
    if ('deviationReason' in changed) now.deviationReason = changed.deviationReason ?? null
    for (const field of Object.keys(dates).filter(isDate)) {
      const from = now[field] ?? null
      const to = field in changed ? (changed[field] ?? null) : from
      now[field] = to
      if (from === to) continue
      const reason = field === 'baselineOn' ? reasons.get(set.stamp) : now.deviationReason
      events.push({ at: instantOf(set.stamp), actor: set.actor, date: dates[field], from, to, reason: reason ?? null })
    }
  }
  return events.reverse()
}

/** Entries of the same change put together, in order. */
function byStamp(entries: readonly Entry[]): { stamp: string; actor: string; entries: Entry[] }[] {
  const sets: { stamp: string; actor: string; entries: Entry[] }[] = []
  for (const entry of entries) {
    const last = sets.at(-1)
    if (last?.stamp === entry.stamp) last.entries.push(entry)
    else sets.push({ stamp: entry.stamp, actor: entry.actor, entries: [entry] })
  }
  return sets
}

/** Stamp of the change that replaced a baseline → its reason; those taken back since too. */
function baselineReasons(store: Store, milestoneId: Id): Map<string, string> {
  const rows = sql(store, 'SELECT created_stamp AS stamp, reason FROM baselines WHERE milestone_id = ?').all(
    milestoneId,
  ) as { stamp: string; reason: string }[]
  return new Map(rows.map(({ stamp, reason }) => [stamp, reason]))
}
