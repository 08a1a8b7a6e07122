/** Every document in one register: uploaded files, papers that Fyr made, and board packages (records.md 3.20). */
import type { z } from 'zod'
import type { documentFilter, documentRow } from '#shared/contract/documents.ts'
import { timeZoneOf, todayIn } from '#shared/domain/days.ts'
import { formatOf, kindOfPaper } from '#shared/domain/document-rules.ts'
import { foldForSearch, foldQuery, sortKey } from '#shared/domain/search-text.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'
import { addIn, type Condition, type CursorValue, type Page, pageOf, readCursor } from './paging.ts'

type Filter = z.infer<typeof documentFilter>
export type DocumentRow = z.infer<typeof documentRow>
type Source = DocumentRow['source']
interface ListQuery {
  readonly filter: Filter
  readonly sort: 'madeOn' | 'title'
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

/** One of the three tables: its expressions for what the filter asks, and its columns as a row of the register. */
interface Arm {
  readonly source: Source
  readonly from: string
  readonly alias: string
  /** Day, instant or stamp: all sort as text. */
  readonly made: string
  /** `from`, read in the order of `made`. */
  readonly ordered: string
  readonly title: string
  readonly fileName: string
  readonly kind: string
  readonly publicity: string
  /** The same for a filter over all: the few closed things are gathered once, not looked for at each row. */
  readonly publicityOfAll: string
  readonly superseded: string
  /** False where nothing of it can be disposed of. */
  readonly disposal: string | null
  readonly columns: string
  readonly joins: string
}

/** Whether an attachment hangs on what is itself confidential. */
const closedHome = `(EXISTS (SELECT 1 FROM agenda_items x WHERE x.id = a.item_id AND x.confidential = 1)
  OR EXISTS (SELECT 1 FROM visits x WHERE x.id = a.visit_id AND x.confidentiality = 'confidential')
  OR EXISTS (SELECT 1 FROM commitments x WHERE x.is_public = 0
    AND x.id = coalesce(a.commitment_id, (SELECT d.commitment_id FROM deliveries d WHERE d.id = a.delivery_id))))`
const closedHomeOfAll = `(a.item_id IN (SELECT id FROM agenda_items WHERE confidential = 1)
  OR a.visit_id IN (SELECT id FROM visits WHERE confidentiality = 'confidential')
  OR a.commitment_id IN (SELECT id FROM commitments WHERE is_public = 0)
  OR a.delivery_id IN (SELECT d.id FROM deliveries d JOIN commitments x ON x.id = d.commitment_id WHERE x.is_public = 0))`
const attachmentPublicity = (closed: string) =>
  `CASE WHEN a.publicity <> 'public' THEN a.publicity WHEN ${closed} THEN 'notPublic' ELSE 'public' END`
const replaced = `EXISTS (SELECT 1 FROM attachments n WHERE n.supersedes_id = a.id AND n.deleted_at IS NULL)`
/** How many came before it in its line. */
const attachmentVersion = `(WITH RECURSIVE line (id) AS (
    SELECT a.supersedes_id UNION SELECT o.supersedes_id FROM line JOIN attachments o ON o.id = line.id)
  SELECT count(id) + 1 FROM line)`

const attachments: Arm = {
  source: 'attachment',
  from: 'attachments a',
  alias: 'a',
  made: 'CASE WHEN a.made_on IS NULL THEN a.created_stamp ELSE a.made_on END',
  ordered: 'attachments a INDEXED BY attachments_made',
  title: 'a.title',
  fileName: 'a.file_name',
  kind: 'a.document_kind',
  publicity: attachmentPublicity(closedHome),
  publicityOfAll: attachmentPublicity(closedHomeOfAll),
  superseded: replaced,
  disposal: `a.retention = 'dispose' AND a.disposed_on IS NULL AND a.dispose_on <= ?`,
  columns: `a.mime, a.language, a.size, a.sha256, ${attachmentVersion} AS version, a.supersedes_id AS "supersedesId",
    (SELECT actor FROM change_sets WHERE stamp = a.created_stamp) AS "madeBy",
    a.publicity = 'public' AND ${closedHome} AS "publicityDerived",
    coalesce(a.exemption_reason, i.confidential_ground) AS "exemptionReason", a.retention, a.dispose_on AS "disposeOn",
    a.archive_status AS "archiveStatus", a.disposed_on AS "disposedOn",
    CASE WHEN a.visit_id IS NOT NULL THEN 'visits' WHEN a.item_id IS NOT NULL THEN 'agendaItems'
      WHEN a.meeting_id IS NOT NULL THEN 'meetings' WHEN a.partner_id IS NOT NULL THEN 'partners'
      WHEN c.id IS NOT NULL THEN 'commitments' WHEN a.project_id IS NOT NULL THEN 'projects'
      WHEN a.milestone_id IS NOT NULL THEN 'milestones' WHEN a.plan_id IS NOT NULL THEN 'plans' END AS "homeEntity",
    coalesce(a.visit_id, a.item_id, a.meeting_id, a.partner_id, c.id, a.project_id, a.milestone_id, a.plan_id) AS "homeId",
    i.meeting_id AS "homeMeetingId",
    coalesce(f.name, nullif(concat_ws(' ', i.number_text, i.title), ''), m.title, b.name, t.name, c.title, j.title, l.title, o.title) AS "homeName",
    coalesce(v.visited_on, m.starts_on) AS "homeDay"`,
  joins: `LEFT JOIN visits v ON v.id = a.visit_id LEFT JOIN companies f ON f.id = v.company_id
    LEFT JOIN agenda_items i ON i.id = a.item_id
    LEFT JOIN meetings m ON m.id = coalesce(a.meeting_id, i.meeting_id) LEFT JOIN bodies b ON b.id = m.body_id
    LEFT JOIN partners t ON t.id = a.partner_id LEFT JOIN deliveries g ON g.id = a.delivery_id
    LEFT JOIN commitments c ON c.id = coalesce(a.commitment_id, g.commitment_id)
    LEFT JOIN projects j ON j.id = a.project_id LEFT JOIN milestones l ON l.id = a.milestone_id
    LEFT JOIN plans o ON o.id = a.plan_id`,
}

/** The items that a paper tells of: those of its meeting, that of its decision, or for a list over all meetings the body's. */
const itemsOfPaper = `x.id IN (SELECT item_id FROM decisions WHERE id = p.decision_id
  UNION ALL SELECT id FROM agenda_items WHERE meeting_id = p.meeting_id AND deleted_at IS NULL AND p.decision_id IS NULL
  UNION ALL SELECT id FROM agenda_items WHERE body_id = p.body_id AND p.decision_id IS NULL AND p.meeting_id IS NULL)`
/** A whole paper with something in it that a redacted one would hold back. Lists of attendance and calendar entries hold no items. */
const holdsConfidential = `(p.redacted = 0 AND p.format <> 'ics' AND p.kind <> 'attendanceList' AND EXISTS (
  SELECT 1 FROM agenda_items x WHERE x.deleted_at IS NULL AND ${itemsOfPaper} AND (x.confidential = 1 OR EXISTS (
    SELECT 1 FROM attachments y WHERE y.item_id = x.id AND y.deleted_at IS NULL AND y.publicity <> 'public'))))`
/** The same over all papers: which items hold something back, and so which meetings, decisions and bodies. */
const heldBack = `SELECT x.id FROM agenda_items x WHERE x.deleted_at IS NULL AND (x.confidential = 1
  OR x.id IN (SELECT y.item_id FROM attachments y WHERE y.item_id IS NOT NULL AND y.deleted_at IS NULL AND y.publicity <> 'public'))`
const holdsConfidentialOfAll = `(p.redacted = 0 AND p.format <> 'ics' AND p.kind <> 'attendanceList' AND CASE
  WHEN p.decision_id IS NOT NULL THEN p.decision_id IN (SELECT d.id FROM decisions d WHERE d.item_id IN (${heldBack}))
  WHEN p.meeting_id IS NOT NULL THEN p.meeting_id IN (SELECT m.meeting_id FROM agenda_items m WHERE m.id IN (${heldBack}))
  ELSE p.body_id IN (SELECT m.body_id FROM agenda_items m WHERE m.id IN (${heldBack})) END)`
const samePaper = `n.meeting_id IS p.meeting_id AND n.body_id = p.body_id AND n.kind = p.kind AND n.decision_id IS p.decision_id
  AND n.language = p.language AND n.format = p.format AND n.redacted = p.redacted AND n.deleted_at IS NULL`

const papers: Arm = {
  source: 'paper',
  from: 'papers p',
  alias: 'p',
  made: 'p.made_on',
  ordered: 'papers p INDEXED BY papers_made',
  title: `iif(p.file_name LIKE '%.' || p.format, substr(p.file_name, 1, length(p.file_name) - length(p.format) - 1), p.file_name)`,
  fileName: 'p.file_name',
  kind: `CASE p.kind ${Object.entries(kindOfPaper)
    .map(([paper, kind]) => `WHEN '${paper}' THEN '${kind}'`)
    .join(' ')} END`,
  publicity: `iif(${holdsConfidential}, 'exempt', 'public')`,
  publicityOfAll: `iif(${holdsConfidentialOfAll}, 'exempt', 'public')`,
  superseded: `EXISTS (SELECT 1 FROM papers n WHERE ${samePaper} AND n.version > p.version)`,
  disposal: null,
  columns: `'' AS mime, p.language, p.size, p.sha256, p.version,
    (SELECT n.id FROM papers n WHERE ${samePaper} AND n.version < p.version ORDER BY n.version DESC LIMIT 1) AS "supersedesId",
    p.made_by AS "madeBy", ${holdsConfidential} AS "publicityDerived",
    iif(${holdsConfidential}, (SELECT group_concat(DISTINCT x.confidential_ground) FROM agenda_items x
      WHERE x.deleted_at IS NULL AND x.confidential = 1 AND ${itemsOfPaper}), NULL) AS "exemptionReason",
    'preserve' AS retention, NULL AS "disposeOn", 'current' AS "archiveStatus", NULL AS "disposedOn",
    iif(p.meeting_id IS NULL, 'bodies', 'meetings') AS "homeEntity", coalesce(p.meeting_id, p.body_id) AS "homeId",
    NULL AS "homeMeetingId", coalesce(m.title, b.name) AS "homeName", m.starts_on AS "homeDay"`,
  joins: 'JOIN bodies b ON b.id = p.body_id LEFT JOIN meetings m ON m.id = p.meeting_id',
}

const samePackage = `n.body_id = k.body_id AND n.meeting_id IS k.meeting_id AND n.period_from = k.period_from
  AND n.period_to = k.period_to AND n.language = k.language AND n.deleted_at IS NULL`

const packages: Arm = {
  source: 'package',
  from: 'packages k',
  alias: 'k',
  made: 'k.made_on',
  // As few as there were meetings of the board.
  ordered: 'packages k',
  title: 'k.title',
  fileName: 'k.title',
  kind: `'boardPackage'`,
  publicity: `iif(k.with_confidential = 1, 'exempt', 'public')`,
  publicityOfAll: `iif(k.with_confidential = 1, 'exempt', 'public')`,
  superseded: `EXISTS (SELECT 1 FROM packages n WHERE ${samePackage} AND n.version > k.version)`,
  disposal: null,
  columns: `'' AS mime, k.language, NULL AS size, NULL AS sha256, k.version,
    (SELECT n.id FROM packages n WHERE ${samePackage} AND n.version < k.version ORDER BY n.version DESC LIMIT 1) AS "supersedesId",
    k.made_by AS "madeBy", k.with_confidential AS "publicityDerived", NULL AS "exemptionReason",
    'preserve' AS retention, NULL AS "disposeOn", 'current' AS "archiveStatus", NULL AS "disposedOn",
    iif(k.meeting_id IS NULL, 'bodies', 'meetings') AS "homeEntity", coalesce(k.meeting_id, k.body_id) AS "homeId",
    NULL AS "homeMeetingId", coalesce(m.title, b.name) AS "homeName", m.starts_on AS "homeDay"`,
  joins: 'JOIN bodies b ON b.id = k.body_id LEFT JOIN meetings m ON m.id = k.meeting_id',
}
const arms = [attachments, papers, packages] as const

/** What of one table the filter lets through; null where it lets nothing through. Its words are left to `matches`. */
function conditionOf(arm: Arm, filter: Filter, today: Day): Condition | null {
  const condition: Condition = { where: [`${arm.alias}.deleted_at IS NULL`], values: [] }
  if (filter.disposalDueOnly) {
    if (arm.disposal === null) return null
    condition.where.push(arm.disposal)
    condition.values.push(today)
  }
  addIn(condition, arm.kind, filter.kinds)
  addIn(condition, arm.publicityOfAll, filter.publicities)
  if (filter.year !== null) {
    condition.where.push(`${arm.made} >= ? AND ${arm.made} < ?`)
    condition.values.push(startOfYear(filter.year), startOfYear(filter.year + 1))
  }
  if (!filter.withSuperseded) condition.where.push(`NOT ${arm.superseded}`)
  return condition
}

/** The instant at which a year begins in Oslo and Stockholm. As text it lies before the year's first day and after the last of the year before. */
function startOfYear(year: number): string {
  return `${year - 1}-12-31T23:00:00.000Z`
}

interface Key {
  readonly id: Id
  readonly source: Source
  readonly made: string
  readonly title: string
  readonly fileName: string
}

/** The keys of what the filter lets through, unsorted; with `first` only the first of each table in the order of their day. */
function keysOf(
  store: Store,
  filter: Filter,
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
export function countDocuments(store: Store, filter: Filter, today: Day): number {
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
