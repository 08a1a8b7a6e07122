import type { Database } from 'better-sqlite3'
import { foldForSearch } from '#shared/domain/search-text.ts'
import { connectScratch } from '../encryption/connect.ts'
import { decode, type Entity, entities, fieldsOf } from '../entities.ts'
import type { Found, Step } from './step.ts'

const slice = 2000

/**
 * The full-text index word by word, with each word's place, against one built from the tables with the same row numbers; and that each
 * record that can be found has one row there, and no other has.
 */
export const searchStep: Step = {
  name: 'search',
  tables: [
    'search_rows',
    'search_index',
    'search_index_config',
    'search_index_data',
    'search_index_docsize',
    'search_index_idx',
  ],
  *run(db, found) {
    // A database of its own that spills to a temporary file: the index of a large file is not held in memory.
    const rebuilt = connectScratch(db)
    try {
      rebuilt.pragma('cache_size = -32000')
      rebuilt.pragma('synchronous = OFF')
      yield* build(db, rebuilt, found)
      yield* compare(db, rebuilt, found)
    } finally {
      rebuilt.close()
    }
    leftOver(db, found)
    yield 1
    return 'looked'
  },
}

function* build(db: Database, rebuilt: Database, found: (finding: Found) => void): Generator<number, void> {
  rebuilt.exec(db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'search_index'").pluck().get() as string)
  const insert = rebuilt.prepare('INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)')
  const rowOf = db.prepare('SELECT row_id FROM search_rows WHERE record_id = ? AND entity = ? LIMIT 2').pluck()
  const searched = Object.values(entities).filter((entity) => entity.searchText)
  rebuilt.exec('BEGIN')
  for (const [at, entity] of searched.entries()) {
    let done = 0
    const rows = db
      .prepare(`SELECT ${entity.select} FROM ${entity.table} WHERE deleted_at IS NULL`)
      .iterate() as IterableIterator<Record<string, unknown>>
    for (const row of rows) {
      const id = String(row.id)
      const numbers = rowOf.all(id, entity.name) as number[]
      const text = textOf(entity, row, db)
      done += 1
      if (done % slice === 0) {
        rebuilt.exec('COMMIT; BEGIN')
        yield (0.6 * at) / searched.length
      }
      // A record that can't be read is told of by the step of its table.
      if (!text) continue
      if (numbers[0] === undefined) found({ kind: 'searchMissing', record: { entity: entity.name, id } })
      else insert.run(numbers[0], foldForSearch(text.title), foldForSearch(text.body))
      if (numbers.length > 1) found({ kind: 'searchLeftOver', record: { entity: entity.name, id } })
    }
    yield (0.6 * (at + 1)) / searched.length
  }
  rebuilt.exec('COMMIT')
}

function textOf(
  entity: Entity,
  row: Record<string, unknown>,
  db: Database,
): { title: string; body: string } | undefined {
  try {
    return entity.searchText?.(fieldsOf(decode(entity.name, row)), db)
  } catch {
    return undefined
  }
}

/** A word at its place: term, row, column, position. */
type Place = [term: string, row: number, column: string, offset: number]

function* compare(db: Database, rebuilt: Database, found: (finding: Found) => void): Generator<number, void> {
  const has = placesIn(db)
  const should = placesIn(rebuilt)
  const differing = new Set<number>()
  try {
    let a = has.places.next()
    let b = should.places.next()
    for (let done = 1; !a.done || !b.done; done += 1) {
      if (done % 50_000 === 0) yield Math.min(0.98, 0.6 + done / 20_000_000)
      const order = a.done ? 1 : b.done ? -1 : inOrder(a.value, b.value)
      if (order === 0) {
        a = has.places.next()
        b = should.places.next()
      } else if (order < 0) {
        if (!a.done) differing.add(a.value[1])
        a = has.places.next()
      } else {
        if (!b.done) differing.add(b.value[1])
        b = should.places.next()
      }
    }
  } finally {
    has.close()
    should.close()
  }
  const owner = db.prepare('SELECT entity, record_id AS id FROM search_rows WHERE row_id = ?')
  for (const row of differing) {
    const record = owner.get(row) as { entity: string; id: string } | undefined
    if (record) found({ kind: 'searchDiffers', record })
    else found({ kind: 'searchLeftOver' })
  }
}

function placesIn(db: Database): { places: IterableIterator<Place>; close: () => void } {
  db.exec("CREATE VIRTUAL TABLE temp.check_words USING fts5vocab('main', 'search_index', 'instance')")
  const places = db
    .prepare('SELECT term, doc, col, "offset" FROM temp.check_words')
    .raw()
    .iterate() as IterableIterator<Place>
  return {
    places,
    close: () => {
      places.return?.()
      db.exec('DROP TABLE temp.check_words')
    },
  }
}

/** FTS5 gives its words by term in bytes, then row, column and place. */
function inOrder(a: Place, b: Place): number {
  if (a[0] !== b[0]) return Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]))
  if (a[1] !== b[1]) return a[1] - b[1]
  if (a[2] !== b[2]) return a[2] === 'title' ? -1 : 1
  return a[3] - b[3]
}

/** Rows of the index whose record is gone, or of a kind that is not searched. */
function leftOver(db: Database, found: (finding: Found) => void): void {
  const rows = db.prepare('SELECT entity, record_id AS id FROM search_rows').iterate() as IterableIterator<{
    entity: string
    id: string
  }>
  const here = new Map(
    Object.values(entities).flatMap((entity) =>
      entity.searchText
        ? [
            [
              entity.name as string,
              db.prepare(`SELECT 1 FROM ${entity.table} WHERE id = ? AND deleted_at IS NULL`).pluck(),
            ],
          ]
        : [],
    ),
  )
  for (const { entity, id } of rows) {
    if (here.get(entity)?.get(id) === undefined)
      found({ kind: 'searchLeftOver', record: { entity: String(entity), id: String(id) } })
  }
}
