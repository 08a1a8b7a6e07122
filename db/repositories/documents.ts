/** Every document in one register: uploaded files, papers that Fyr made, and board packages (records.md 3.20). */
import type { z } from 'zod'
import type { documentRow } from '#shared/contract/documents.ts'
import { timeZoneOf, todayIn } from '#shared/domain/days.ts'
import { formatOf } from '#shared/domain/document-rules.ts'
import { foldForSearch, foldQuery, sortKey } from '#shared/domain/search-text.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'
import { type Arm, arms, conditionOf, type DocumentFilter, samePackage, samePaper } from './document-arms.ts'
import { type CursorValue, type Page, pageOf, readCursor } from './paging.ts'

export type DocumentRow = z.infer<typeof documentRow>
interface ListQuery {
  readonly filter: DocumentFilter
  readonly sort: 'madeOn' | 'title'
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

interface Key {
  readonly id: Id
  readonly source: Arm['source']
  readonly made: string
  readonly title: string
  readonly fileName: string
}

/** The keys of what the filter lets through, unsorted; with `first` only the first of each table in the order of their day. */
function keysOf(
  store: Store,
  filter: DocumentFilter,
  today: Day,
  first?: { after: readonly CursorValue[] | null; direction: 'asc' | 'desc'; limit: number },
): Key[] {
  return arms.flatMap((arm) => {
    const condition = conditionOf(arm, filter, today)
    if (condition === null) return []
    const { where, values } = condition
    const order = first?.direction === 'asc' ? 'ASC' : 'DESC'
    const beyond = first?.after ? [`(${arm.made}, ${arm.alias}.id) ${order === 'ASC' ? '>' : '<'} (?, ?)`] : []
    // As arrays: of twenty thousand rows, making objects with names costs half of the time.
    const rows = sql(
      store,
      `SELECT ${arm.alias}.id, ${arm.made}, ${arm.title}, ${arm.fileName}
       FROM ${first ? arm.ordered : arm.from} WHERE ${[...where, ...beyond].join(' AND ')}
       ${first ? `ORDER BY ${arm.made} ${order}, ${arm.alias}.id ${order} LIMIT ?` : ''}`,
    )
      .raw()
      .all(...values, ...(first?.after ?? []), ...(first ? [first.limit] : [])) as [Id, string, string, string][]
    return rows.map(([id, made, title, fileName]) => ({ id, source: arm.source, made, title, fileName }))
  })
}

/** Names as search and the alphabet take them, each worked out once: of all documents together it is what a page costs most. */
const folds = remembered((text) => ` ${foldForSearch(text)}`)
const keys = { NO: remembered((title) => sortKey(title, 'NO')), SE: remembered((title) => sortKey(title, 'SE')) }
function remembered(work: (text: string) => string): { readonly of: (text: string) => string } {
  const known = new Map<string, string>()
  return {
    of: (text) => {
      let result = known.get(text)
      if (result === undefined) {
        result = work(text)
        if (known.size > 100_000) known.clear()
        known.set(text, result)
      }
      return result
    },
  }
}

/** Whether every word begins one of the title or of the file's name. Folded here: the titles are few beside what the search index holds. */
function matches(text: string): (key: Key) => boolean {
  const words = foldQuery(text)
  if (words.length === 0) return () => true
  return ({ title, fileName }) => {
    const folded = folds.of(`${title} ${fileName}`)
    return words.every((word) => folded.includes(` ${word}`))
  }
}

/** A page of the register. `today` decides what is to be disposed of. */
export function listDocuments(
  store: Store,
  { filter, sort, direction, cursor, limit }: ListQuery,
  today: Day,
): Page<DocumentRow> {
  const after = readCursor(cursor, ['string', 'string'])
  const whole = sort === 'title' || foldQuery(filter.text).length > 0
  const found = whole
    ? keysOf(store, filter, today).filter(matches(filter.text))
    : keysOf(store, filter, today, { after, direction, limit: limit + 1 })
  const placed = found.map((key) => ({
    key,
    place: [sort === 'title' ? keys[store.country].of(key.title) : key.made, key.id] as const,
  }))
  const turn = direction === 'asc' ? 1 : -1
  const compare = (a: readonly CursorValue[], b: readonly CursorValue[]) => {
    const [one, other] = a[0] === b[0] ? [a[1], b[1]] : [a[0], b[0]]
    return one === other ? 0 : (one ?? '') < (other ?? '') ? -turn : turn
  }
  const page = firstOf(
    placed.filter(({ place }) => after === null || compare(place, after) > 0),
    limit + 1,
    (a, b) => compare(a.place, b.place),
  )
  const rows = new Map(
    rowsOf(
      store,
      page.map(({ key }) => key.id),
    ).map((row) => [row.id, row]),
  )
  const shown = page.flatMap(({ key, place }) => {
    const row = rows.get(key.id)
    return row ? [{ place, row }] : []
  })
  return pageOf(
    shown,
    limit,
    ({ place }) => place,
    ({ row }) => row,
  )
}

/** The first `most` in order, without putting all the others in order too. */
function firstOf<T>(all: readonly T[], most: number, compare: (a: T, b: T) => number): T[] {
  const first: T[] = []
  for (const one of all) {
    const last = first.at(-1)
    if (first.length === most && last !== undefined && compare(one, last) >= 0) continue
    let [from, to] = [0, first.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (compare(one, first[middle] as T) < 0) to = middle
      else from = middle + 1
    }
    first.splice(from, 0, one)
    if (first.length > most) first.pop()
  }
  return first
}

/** How many documents the filter lets through. */
export function countDocuments(store: Store, filter: DocumentFilter, today: Day): number {
  if (foldQuery(filter.text).length > 0) return keysOf(store, filter, today).filter(matches(filter.text)).length
  return arms
    .map((arm) => {
      const condition = conditionOf(arm, filter, today)
      if (condition === null) return 0
      return sql(store, `SELECT count(*) FROM ${arm.from} WHERE ${condition.where.join(' AND ')}`)
        .pluck()
        .get(...condition.values) as number
    })
    .reduce((sum, count) => sum + count, 0)
}

/** Documents by their ids as the register shows them, in no order; those that are gone are left out. */
function rowsOf(store: Store, ids: readonly Id[]): DocumentRow[] {
  return arms.flatMap((arm) =>
    (
      sql(
        store,
        `SELECT ${arm.alias}.id, '${arm.source}' AS source, ${arm.title} AS title, ${arm.fileName} AS "fileName",
           ${arm.kind} AS kind, ${arm.made} AS made, ${arm.publicity} AS publicity, ${arm.superseded} AS superseded, ${arm.columns}
         FROM json_each(?) hit CROSS JOIN ${arm.from} ON ${arm.alias}.id = hit.value ${arm.joins}
         WHERE ${arm.alias}.deleted_at IS NULL`,
      ).all(JSON.stringify(ids)) as Raw[]
    ).map((raw) => shown(store, raw)),
  )
}

type Raw = Omit<DocumentRow, 'home' | 'format' | 'madeOn' | 'superseded' | 'publicityDerived' | 'madeBy'> & {
  readonly mime: string
  readonly made: string
  readonly madeBy: string | null
  readonly superseded: 0 | 1
  readonly publicityDerived: 0 | 1
  readonly homeEntity: NonNullable<DocumentRow['home']>['entity'] | null
  readonly homeId: Id | null
  readonly homeMeetingId: Id | null
  readonly homeName: string | null
  readonly homeDay: Day | null
}

function shown(store: Store, raw: Raw): DocumentRow {
  const { mime, made, homeEntity, homeId, homeMeetingId, homeName, homeDay, ...row } = raw
  return {
    ...row,
    format: row.source === 'package' ? 'docx' : formatOf(mime, row.fileName),
    madeOn: made.length === 10 ? made : todayIn(timeZoneOf(store.country), made.slice(0, 24)),
    madeBy: row.madeBy ?? '',
    superseded: row.superseded === 1,
    publicityDerived: row.publicityDerived === 1,
    home:
      homeEntity === null || homeId === null
        ? null
        : { entity: homeEntity, openId: homeId, meetingId: homeMeetingId, name: homeName ?? '', day: homeDay },
  }
}

/** One document; undefined where there is none. */
export function documentRowOf(store: Store, id: Id): DocumentRow | undefined {
  return rowsOf(store, [id])[0]
}

/** Ids of the documents that an attachment has replaced, itself first: one after the other, back to the first version. */
export function lineBefore(store: Store, id: Id): Id[] {
  return sql(
    store,
    `WITH RECURSIVE line (id) AS (SELECT ? UNION
       SELECT a.supersedes_id FROM line JOIN attachments a ON a.id = line.id WHERE a.supersedes_id IS NOT NULL)
     SELECT id FROM line`,
  )
    .pluck()
    .all(id) as Id[]
}

/** Id of the document that has taken an attachment's place, other than `except`; null while none has. */
export function replacedBy(store: Store, id: Id, except: Id | null): Id | null {
  return (
    (sql(store, 'SELECT id FROM attachments WHERE supersedes_id = ? AND id IS NOT ? AND deleted_at IS NULL LIMIT 1')
      .pluck()
      .get(id, except) as Id | undefined) ?? null
  )
}

/** Every version of a document, the newest first, itself among them. */
export function versionsOf(store: Store, document: Pick<DocumentRow, 'id' | 'source'>): DocumentRow[] {
  const ids = sql(
    store,
    {
      attachment: `WITH RECURSIVE line (id) AS (SELECT ? UNION
         SELECT n.id FROM line JOIN attachments o ON o.id = line.id
           JOIN attachments n ON (n.id = o.supersedes_id OR n.supersedes_id = o.id) AND n.deleted_at IS NULL)
       SELECT id FROM line`,
      paper: `SELECT n.id FROM papers p JOIN papers n ON ${samePaper} WHERE p.id = ?`,
      package: `SELECT n.id FROM packages k JOIN packages n ON ${samePackage} WHERE k.id = ?`,
    }[document.source],
  )
    .pluck()
    .all(document.id) as Id[]
  return rowsOf(store, ids).sort((a, b) => b.version - a.version)
}
