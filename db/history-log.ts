/** The activity log: changes of the whole file by who, where, what, when, and by words in their values. */
import type { z } from 'zod'
import type { historyFilter } from '#shared/contract/history.ts'
import { addDays, timeZoneOf, todayIn } from '#shared/domain/days.ts'
import { foldForSearch, foldQuery } from '#shared/domain/search-text.ts'
import { type Change, changeOf } from './history.ts'
import { recordsNamed } from './repositories/search.ts'
import { instantOf } from './stamp.ts'
import { type Store, sql } from './store.ts'

export type HistoryFilter = z.infer<typeof historyFilter>

/**
 * So many changes one call looks through, or so many where words are looked for, and so many values that may hold them: some ten milliseconds. The
 * next call goes on.
 */
const looked = { changes: 2_000, worded: 3_000, read: 200 }
/** Records found by name; more of them than this and the words say too little. */
const mostNamed = 200

interface SetRow {
  readonly stamp: string
  readonly actor: string
  readonly device: string
}

/**
 * The changes that hold to a filter before a stamp, newest first; `before` null starts at the newest. At most `limit`; `next` says where to
 * go on, null at the end. A page may be short, or empty, with more to come.
 */
export function pageOfLog(
  store: Store,
  filter: HistoryFilter,
  before: string | null,
  limit: number,
): { rows: Change[]; next: string | null } {
  const { stamps, next } = stampsOfLog(store, filter, before, limit)
  return { rows: stamps.map((stamp) => changeOf(store, stamp)), next }
}

/** The stamps of such a page alone. */
export function stampsOfLog(
  store: Store,
  filter: HistoryFilter,
  before: string | null,
  limit: number,
): { stamps: string[]; next: string | null } {
  // Days are the partnership's own; a stamp tells the time in UTC, so a day more at either end is looked at, and each once more.
  const newest = filter.to === null ? '~' : addDays(filter.to, 2)
  const oldest = filter.from === null ? '' : addDays(filter.from, -1)
  const start = before !== null && before < newest ? before : newest
  const holds = conditions(store, filter)
  const source = filter.text.trim() === '' ? candidates : worded
  const found: string[] = []
  const { stamps, next } = source(store, filter, start, oldest)
  for (const [index, stamp] of stamps.entries()) {
    if (!holds(stamp)) continue
    found.push(stamp)
    if (found.length === limit)
      return { stamps: found, next: index < stamps.length - 1 || next !== null ? stamp : null }
  }
  return { stamps: found, next }
}

interface Candidates {
  readonly stamps: readonly string[]
  /** Where to look on; null where there is nothing more. */
  readonly next: string | null
}

/** Changes that may hold, by the index that leaves the fewest. */
function candidates(store: Store, filter: HistoryFilter, before: string, from: string): Candidates {
  const few = looked.changes
  const range = 'stamp < ? AND stamp >= ? ORDER BY stamp DESC LIMIT ?'
  const rows = (text: string, ...given: unknown[]) =>
    sql(store, text)
      .pluck()
      .all(...given, before, from, few) as string[]
  let lists: string[][]
  if (filter.deed === 'removed' || filter.deed === 'restored') {
    lists = [
      rows(`SELECT DISTINCT stamp FROM changes INDEXED BY changes_removed WHERE field = 'deletedAt' AND ${range}`),
    ]
  } else if (filter.entities.length > 0) {
    lists = filter.entities.map((entity) =>
      rows(`SELECT DISTINCT stamp FROM changes INDEXED BY changes_entity WHERE entity = ? AND ${range}`, entity),
    )
  } else if (filter.actor !== null) {
    lists = [
      rows(`SELECT stamp FROM change_sets INDEXED BY change_sets_actor WHERE actor = ? AND ${range}`, filter.actor),
    ]
  } else if (filter.device !== null) {
    lists = [
      rows(`SELECT stamp FROM change_sets INDEXED BY change_sets_device WHERE device = ? AND ${range}`, filter.device),
    ]
  } else lists = [rows(`SELECT stamp FROM change_sets WHERE ${range}`)]
  // Where one list was cut, what lies behind its end is not known of the others.
  const end = lists.filter((list) => list.length === few).map((list) => list.at(-1) ?? '')
  const next = end.length === 0 ? null : end.reduce((a, b) => (a > b ? a : b))
  const stamps = [...new Set(lists.flat())].filter((stamp) => next === null || stamp >= next)
  return { stamps: stamps.sort((a, b) => (a < b ? 1 : -1)), next }
}

/** Changes with the words in a value, or of a record that is called so. So many changes at a time, from the newest on. */
function worded(store: Store, filter: HistoryFilter, before: string, from: string): Candidates {
  const words = foldQuery(filter.text)
  if (words.length === 0) return { stamps: [], next: null }
  const start =
    (sql(store, 'SELECT stamp FROM change_sets WHERE stamp < ? ORDER BY stamp DESC LIMIT 1 OFFSET ?')
      .pluck()
      .get(before, looked.worded) as string | undefined) ?? from
  const oldest = start < from ? from : start
  const named = JSON.stringify(recordsNamed(store, filter.text, mostNamed))
  const like = words.map(() => 'value LIKE ?').join(' AND ')
  const rows = sql(
    store,
    `SELECT stamp, field, iif(record_id IN (SELECT value FROM json_each(?)), NULL, value) AS value
     FROM changes INDEXED BY changes_stamp
     WHERE stamp < ? AND stamp >= ? AND ((${like}) OR record_id IN (SELECT value FROM json_each(?))
       OR (length(value) = 38 AND trim(value, '"') IN (SELECT value FROM json_each(?))))
     ORDER BY stamp DESC LIMIT ?`,
  ).all(named, before, oldest, ...words.map(patternOf), named, named, looked.read) as {
    stamp: string
    field: string
    value: string | null
  }[]
  const ids = new Set(JSON.parse(named) as string[])
  const stamps = new Set<string>()
  const cut = rows.length === looked.read ? (rows.at(-1)?.stamp ?? null) : null
  // The change that the limit cut in two is left to the next call; one longer than the limit counts as read.
  const isOne = cut === rows[0]?.stamp
  for (const { stamp, field, value } of rows) {
    if (stamps.has(stamp) || (stamp === cut && !isOne)) continue
    if (value === null || stands(words, field, JSON.parse(value), ids)) stamps.add(stamp)
  }
  if (cut !== null) return { stamps: [...stamps], next: isOne ? cut : `${cut}!` }
  return { stamps: [...stamps], next: oldest === from ? null : oldest }
}

/** A word as LIKE finds it, whatever Nordic letter stands for a plain one; what it lets through is looked at again. */
function patternOf(word: string): string {
  return `%${[...word].map((letter) => (/[b-df-np-z0-9]/.test(letter) ? letter : '_')).join('')}%`
}

/** Whether every word begins a word of the value's texts, or the value names one of these records. */
function stands(words: readonly string[], field: string, value: unknown, ids: ReadonlySet<string>): boolean {
  if (field === 'confidentialText') return false
  if (typeof value === 'string' && ids.has(value)) return true
  const folded = ` ${foldForSearch(textsIn(value).join('\n'))}`
  return words.every((word) => folded.includes(` ${word}`))
}

const idText = /^[0-9a-f]{8}-[0-9a-f]{4}-/
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return idText.test(value) ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'confidentialText' ? [] : textsIn(one)))
}

/** What the index did not settle. */
function conditions(store: Store, { actor, device, entities, deed, from, to }: HistoryFilter) {
  const zone = timeZoneOf(store.country)
  const kinds = JSON.stringify(entities)
  const deeds = {
    made: `field = '*'`,
    changed: `field NOT IN ('*', 'deletedAt')`,
    removed: `field = 'deletedAt' AND value <> 'null'`,
    restored: `field = 'deletedAt' AND value = 'null'`,
  }
  const touches = [
    ...(deed === null ? [] : [deeds[deed]]),
    ...(entities.length === 0 ? [] : ['entity IN (SELECT value FROM json_each(?))']),
  ].join(' AND ')
  return (stamp: string): boolean => {
    if (from !== null || to !== null) {
      const day = todayIn(zone, instantOf(stamp))
      if ((from !== null && day < from) || (to !== null && day > to)) return false
    }
    if (actor !== null || device !== null) {
      const set = sql(store, 'SELECT stamp, actor, device FROM change_sets WHERE stamp = ?').get(stamp) as SetRow
      if ((actor !== null && set.actor !== actor) || (device !== null && set.device !== device)) return false
    }
    if (touches === '') return true
    const given = entities.length === 0 ? [stamp] : [stamp, kinds]
    return sql(store, `SELECT 1 FROM changes WHERE stamp = ? AND ${touches} LIMIT 1`).get(...given) !== undefined
  }
}

/** Everyone who made a change, and every device, as the log has them; in no order of an alphabet. */
export function makersOf(store: Store): { actors: string[]; devices: string[] } {
  // From one value of the index to the next: as many steps as there are values.
  const each = (column: 'actor' | 'device') =>
    sql(
      store,
      `WITH RECURSIVE one (v) AS (SELECT min(${column}) FROM change_sets
         UNION ALL SELECT (SELECT min(${column}) FROM change_sets WHERE ${column} > v) FROM one WHERE v IS NOT NULL)
       SELECT v FROM one WHERE v IS NOT NULL LIMIT 500`,
    )
      .pluck()
      .all() as string[]
  return { actors: each('actor'), devices: each('device') }
}
