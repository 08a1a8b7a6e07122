/** What stands in the tables of a damaged file: by their trees as far as those hold, then from every leaf that no tree reaches. */
import { connect } from '../encryption/connect.ts'
import { type EntityName, entities } from '../entities.ts'
import { type Migration, migrate } from '../migrate.ts'
import type { Pages } from './pages.ts'
import { childrenOf, entriesOn, kindOf, type RawRow, rowsOn, type Value } from './rows.ts'

export interface TableRow {
  readonly table: string
  /** Column → value, as stored. Columns that came after the row have none. */
  readonly values: Readonly<Record<string, Value>>
  readonly rowid: number
  /** From a page that no tree reaches or from an earlier version of one: it may be out of date. */
  readonly stray: boolean
  /** Reads the row once more: what is large is not held. */
  readonly again: () => Readonly<Record<string, Value>> | null
}
export interface TablesRead {
  /** Pages of tables that could not be read as such, and cells on others. */
  readonly brokenPages: ReadonlySet<number>
  readonly brokenCells: number
  /** Rows of stray pages that fit no table, or several. */
  readonly unknownRows: number
  /** Where the index on `id` of each kind of record begins. */
  readonly idIndices: ReadonlyMap<EntityName, number>
  /** Where the index of the log by record and field begins; null where that can't be told. */
  readonly logIndex: number | null
}
interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
}

/** Tables that hold nothing of their own: made anew. */
const derived = new Set(['search_rows', 'sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4'])
const stampForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-z]{4}-[0-9a-f]{8}$/
const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads every row of the tables that hold data; `take` gets each as it comes, those of the trees first. */
export function readTables(
  pages: Pages,
  migrations: readonly Migration[],
  take: (row: TableRow) => void,
  /** Table of a record by its id, as the log has it; asked when everything else is read. */
  tableOfId: (id: string) => string | undefined,
  onProgress: (share: number) => void = () => {},
): TablesRead {
  const columns = columnsAt(migrations, pages.version)
  const broken = new Set<number>()
  const reached = new Set<number>()
  let brokenCells = 0
  let unknownRows = 0
  const undecided: RawRow[] = []
  const onBroken = () => {
    brokenCells += 1
  }
  const give = (table: string, row: RawRow, stray: boolean, again: () => RawRow[]) => {
    const known = columns.get(table)
    if (!known || row.values.length > known.length) return onBroken()
    const named = ({ values }: RawRow) => Object.fromEntries(values.map((value, at) => [known[at]?.name ?? '', value]))
    const once = () => again().find(({ rowid }) => rowid === row.rowid)
    take({
      table,
      values: named(row),
      rowid: row.rowid,
      stray,
      again: () => {
        const found = once()
        return found ? named(found) : null
      },
    })
  }
  const walk = (root: number, ours: boolean, onLeaf: (rows: RawRow[], again: () => RawRow[]) => void) => {
    const waiting = [root]
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      // A damaged pointer may lead anywhere, back up too.
      if (number < 1 || reached.has(number)) continue
      reached.add(number)
      const page = number <= pages.count ? pages.read(number) : null
      const kind = page && kindOf(page, number)
      if (page && kind === 'tableInner') waiting.push(...childrenOf(page, number).toReversed())
      else if (page && kind === 'tableLeaf') {
        const at = number
        onLeaf(rowsOn(pages, page, at, ours ? onBroken : () => {}), () => {
          const once = pages.read(at)
          return once ? rowsOn(pages, once, at, () => {}) : []
        })
      } else if (ours) broken.add(number)
    }
  }
  const roots = new Map<string, number>()
  const idIndices = new Map<EntityName, number>()
  let logIndex: number | null = null
  walk(1, true, (rows) => {
    for (const { values } of rows) {
      const [type, name, of, root] = values
      const entity = entityTables.get(String(of))
      if (type === 'index' && name === 'changes_record' && typeof root === 'number') logIndex = root
      if (entity && name === `sqlite_autoindex_${String(of)}_1` && typeof root === 'number') idIndices.set(entity, root)
      if (type === 'table' && typeof name === 'string' && typeof root === 'number') roots.set(name, root)
    }
  })
  for (const [table, root] of roots) {
    const ours = columns.has(table) && !derived.has(table)
    walk(root, ours, (rows, again) => {
      if (ours) for (const row of rows) give(table, row, false, again)
    })
  }
  for (let number = 2; number <= pages.count; number++) {
    if (number % 512 === 0) onProgress(number / pages.count)
    const stray = !reached.has(number) && !pages.free.has(number)
    const current = stray ? pages.read(number) : null
    for (const page of [...(current ? [current] : []), ...pages.older(number)]) {
      if (kindOf(page, number) !== 'tableLeaf') continue
      const rows = rowsOn(pages, page, number, () => {})
      const tables = [...columns].filter(([table, list]) => rows.every((row) => fits(table, list, row.values)))
      const only = tables.length === 1 ? tables[0]?.[0] : undefined
      const again = () => rowsOn(pages, page, number, () => {})
      if (only === undefined) undecided.push(...rows.filter(({ values }) => isId(values[0]) && isStamp(values[1])))
      else if (!derived.has(only)) for (const row of rows) give(only, row, true, again)
    }
  }
  for (const row of undecided) {
    const table = tableOfId(String(row.values[0]))
    if (table === undefined) unknownRows += 1
    else give(table, row, true, () => [row])
  }
  return { brokenPages: broken, brokenCells, unknownRows, idIndices, logIndex }
}

/** Ids that the indices on `id` still tell of, with their kind where the index can be told: what is lost can be counted and named by kind. */
export function idsInIndices(pages: Pages, roots: TablesRead['idIndices']): Map<string, EntityName | null> {
  const found = new Map<string, EntityName | null>()
  const reached = new Set<number>()
  const take = (number: number, entity: EntityName | null): readonly number[] => {
    const page = number > 1 && number <= pages.count && !pages.free.has(number) ? pages.read(number) : null
    const kind = page && kindOf(page, number)
    if (!page || reached.has(number) || (kind !== 'indexLeaf' && kind !== 'indexInner')) return []
    reached.add(number)
    for (const entry of entriesOn(pages, page, number)) {
      const [id, rowid] = entry
      if (entry.length === 2 && isId(id) && typeof rowid === 'number' && !found.has(id)) found.set(id, entity)
    }
    return kind === 'indexInner' ? childrenOf(page, number) : []
  }
  for (const [entity, root] of roots) {
    const waiting = [root]
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) waiting.push(...take(number, entity))
  }
  for (let number = 2; number <= pages.count; number++) take(number, null)
  return found
}

/** Number of each entry of the log → the record and field that it is of, as the log's index still tells. */
export function entriesInIndex(pages: Pages, root: TablesRead['logIndex']): Map<number, string> {
  const found = new Map<number, string>()
  const reached = new Set<number>()
  const waiting = root === null ? [] : [root]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = number > 1 && number <= pages.count && !reached.has(number) ? pages.read(number) : null
    const kind = page && kindOf(page, number)
    if (!page || (kind !== 'indexLeaf' && kind !== 'indexInner')) continue
    reached.add(number)
    for (const [id, field, stamp, seq] of entriesOn(pages, page, number)) {
      if (isId(id) && typeof field === 'string' && isStamp(stamp) && typeof seq === 'number') {
        found.set(seq, `${id} ${field}`)
      }
    }
    if (kind === 'indexInner') waiting.push(...childrenOf(page, number))
  }
  return found
}

/** The tables' columns in the order that they are stored, as the file's own version of the schema had them. */
function columnsAt(migrations: readonly Migration[], version: number | null): Map<string, Column[]> {
  const db = connect(':memory:')
  try {
    migrate(db, migrations.slice(0, Math.min(version ?? migrations.length, migrations.length)))
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%'")
      .pluck()
      .all() as string[]
    return new Map(
      tables.map((table) => [table, db.pragma(`table_info("${table}")`) as Column[]] satisfies [string, Column[]]),
    )
  } finally {
    db.close()
  }
}

const entityTables = new Map(Object.values(entities).map(({ name, table }) => [table, name]))

function fits(table: string, columns: readonly Column[], values: readonly Value[]): boolean {
  if (values.length > columns.length || values.length < 2) return false
  // Columns added later are missing at the end; those without a default can't be.
  if (values.length < columns.length && !entityTables.has(table)) return false
  if (entityTables.has(table)) {
    const [id, made, changed] = values
    if (!isId(id) || !isStamp(made) || !isStamp(changed)) return false
  }
  if (table === 'changes' && (!isStamp(values[1]) || !Buffer.isBuffer(values[7]) || values[7].length !== 32))
    return false
  if (table === 'change_sets' && !isStamp(values[0])) return false
  if (table === 'blobs' && !(typeof values[0] === 'string' && /^[0-9a-f]{64}$/.test(values[0]))) return false
  if (table === 'file_facts' && !['file_id', 'opened'].includes(String(values[0]))) return false
  return columns.slice(0, values.length).every((column, at) => fitsColumn(column, values[at] ?? null, table, at))
}

function fitsColumn({ name, type, notnull }: Column, value: Value, table: string, at: number): boolean {
  // A rowid under another name is stored as NULL.
  if (at === 0 && (table === 'changes' || table === 'search_rows')) return value === null
  if (value === null) return notnull === 0
  if (name === 'deleted_at') return typeof value === 'string' && value.endsWith('Z')
  if (/integer/i.test(type)) return typeof value === 'number' || typeof value === 'bigint'
  if (/real/i.test(type)) return typeof value === 'number'
  if (/blob/i.test(type)) return Buffer.isBuffer(value)
  if (typeof value !== 'string') return false
  // Keys of other records and days have a form of their own; it tells tables with as many columns apart.
  if (name.endsWith('_ids')) return value.startsWith('[')
  if (name.endsWith('_id')) return idForm.test(value)
  return name.endsWith('_on') ? /^\d{4}-\d\d-\d\d$/.test(value) : true
}

const isId = (value: Value | undefined): value is string => typeof value === 'string' && idForm.test(value)
/** Whether a value has the form of a stamp of the log. */
export const isStamp = (value: Value | undefined): value is string => typeof value === 'string' && stampForm.test(value)
