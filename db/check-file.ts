import { createHash } from 'node:crypto'
import Sqlite, { type Database } from 'better-sqlite3'
import { foldForSearch } from '#shared/domain/search-text.ts'
import { decode, entities, fieldsOf } from './entities.ts'
import { compareWithLog } from './replay.ts'
import { draftsHash } from './repositories/drafts.ts'

interface Finding {
  readonly check: 'integrity' | 'foreignKeys' | 'log' | 'blobs' | 'orphans' | 'search' | 'drafts'
  readonly detail: string
}

/** Findings of one check at most; a damaged file would fill the screen. */
const most = 20

/**
 * Everything that can be known about a file without its history elsewhere: SQLite's own checks, log against tables, the
 * hash of every kept file, kept files that nothing names, and the search index against one built anew.
 *
 * @returns what was found; empty for a sound file.
 */
export function checkFile(db: Database): Finding[] {
  return [
    ...integrity(db),
    ...foreignKeys(db),
    ...compareWithLog(db, most).map(
      ({ kind, entity, id, detail }): Finding => ({ check: 'log', detail: `${kind}: ${entity} ${id}: ${detail}` }),
    ),
    ...blobs(db),
    ...search(db),
    ...drafts(db),
  ]
}

function drafts(db: Database): Finding[] {
  // A file whose drafts were kept by an earlier version has no hash of them.
  const kept = db.prepare("SELECT value FROM file_facts WHERE key = 'drafts_hash'").pluck().get()
  return kept === undefined || kept === draftsHash(db) ? [] : [{ check: 'drafts', detail: 'not as they were kept' }]
}

function integrity(db: Database): Finding[] {
  const rows = db.pragma(`integrity_check(${most})`) as { integrity_check: string }[]
  return rows.flatMap(({ integrity_check: detail }) => (detail === 'ok' ? [] : [{ check: 'integrity', detail }]))
}

function foreignKeys(db: Database): Finding[] {
  const rows = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return rows
    .slice(0, most)
    .map(({ table, rowid, parent }) => ({ check: 'foreignKeys', detail: `${table} row ${rowid} names no ${parent}` }))
}

function blobs(db: Database): Finding[] {
  const found: Finding[] = []
  const rows = db.prepare('SELECT sha256, size, bytes FROM blobs').iterate() as IterableIterator<{
    sha256: string
    size: number
    bytes: Buffer
  }>
  for (const { sha256, size, bytes } of rows) {
    if (createHash('sha256').update(bytes).digest('hex') !== sha256 || bytes.byteLength !== size) {
      found.push({ check: 'blobs', detail: `${sha256} is not what was kept` })
    }
  }
  // A file may hold no bytes at all: then SQL finds even NULL missing among them.
  const missing = db
    .prepare(
      `SELECT 'attachment ' || id FROM attachments WHERE deleted_at IS NULL AND disposed_on IS NULL AND sha256 NOT IN (SELECT sha256 FROM blobs)
       UNION ALL SELECT 'package ' || id FROM packages WHERE deleted_at IS NULL
         AND (snapshot_sha256 NOT IN (SELECT sha256 FROM blobs) OR public_sha256 NOT IN (SELECT sha256 FROM blobs))
       UNION ALL SELECT 'file of a package ' || id FROM package_files WHERE deleted_at IS NULL AND sha256 NOT IN (SELECT sha256 FROM blobs)
       UNION ALL SELECT 'logo ' || id FROM partnership WHERE deleted_at IS NULL AND logo_sha256 IS NOT NULL AND logo_sha256 NOT IN (SELECT sha256 FROM blobs)
       UNION ALL SELECT 'minutes ' || id FROM minutes WHERE deleted_at IS NULL AND snapshot_sha256 NOT IN (SELECT sha256 FROM blobs)`,
    )
    .pluck()
    .all() as string[]
  const orphans = db
    .prepare(
      `SELECT sha256 FROM blobs WHERE sha256 NOT IN (SELECT sha256 FROM attachments)
         AND sha256 NOT IN (SELECT snapshot_sha256 FROM packages) AND sha256 NOT IN (SELECT snapshot_sha256 FROM minutes)
         AND sha256 NOT IN (SELECT public_sha256 FROM packages WHERE public_sha256 IS NOT NULL)
         AND sha256 NOT IN (SELECT sha256 FROM package_files)
         -- An earlier logo too: undo brings it back.
         AND sha256 NOT IN (SELECT value ->> '$' FROM changes WHERE entity = 'partnership' AND field = 'logoSha256' AND value <> 'null')
       UNION ALL SELECT a.sha256 FROM attachments a WHERE a.deleted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM visits WHERE id = a.visit_id AND deleted_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM agenda_items WHERE id = a.item_id AND deleted_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM meetings WHERE id = a.meeting_id AND deleted_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM partners WHERE id = a.partner_id AND deleted_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM commitments WHERE id = a.commitment_id AND deleted_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM deliveries WHERE id = a.delivery_id AND deleted_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM projects WHERE id = a.project_id AND deleted_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM milestones WHERE id = a.milestone_id AND deleted_at IS NULL)
         -- A document of the partnership itself hangs on nothing.
         AND coalesce(a.visit_id, a.item_id, a.meeting_id, a.partner_id, a.commitment_id, a.delivery_id, a.project_id, a.milestone_id) IS NOT NULL`,
    )
    .pluck()
    .all() as string[]
  return [
    ...found,
    ...missing.map((what): Finding => ({ check: 'blobs', detail: `the bytes of ${what} are gone` })),
    ...orphans.map((sha256): Finding => ({ check: 'orphans', detail: `${sha256} belongs to nothing` })),
  ].slice(0, most)
}

/** The index's words and how often each stands, against those of an index built from the tables. */
function search(db: Database): Finding[] {
  const rebuilt = new Sqlite(':memory:')
  const wordsIn = (from: Database, table: string) => {
    from.exec(`CREATE VIRTUAL TABLE temp.check_words USING fts5vocab(${table}, 'col')`)
    try {
      return new Map(
        (
          from.prepare('SELECT term, col, doc, cnt FROM temp.check_words').raw().all() as [
            string,
            string,
            number,
            number,
          ][]
        ).map(([term, column, documents, count]) => [`${column} ${term}`, `${documents} ${count}`]),
      )
    } finally {
      from.exec('DROP TABLE temp.check_words')
    }
  }
  try {
    const made = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'search_index'").pluck().get() as string
    rebuilt.exec(made)
    const insert = rebuilt.prepare('INSERT INTO search_index (title, body) VALUES (?, ?)')
    rebuilt.exec('BEGIN')
    let rows = 0
    for (const entity of Object.values(entities)) {
      if (!entity.searchText) continue
      const records = db.prepare(`SELECT ${entity.select} FROM ${entity.table} WHERE deleted_at IS NULL`).all()
      for (const row of records) {
        const record = fieldsOf(decode(entity.name, row as Record<string, unknown>))
        const { title, body } = entity.searchText(record, db)
        insert.run(foldForSearch(title), foldForSearch(body))
        rows += 1
      }
    }
    rebuilt.exec('COMMIT')
    const indexed = db.prepare('SELECT count(*) FROM search_rows').pluck().get() as number
    const has = wordsIn(db, "'main', 'search_index'")
    const should = wordsIn(rebuilt, "'main', 'search_index'")
    const differing = [...new Set([...has.keys(), ...should.keys()])].filter((key) => has.get(key) !== should.get(key))
    return [
      ...(indexed === rows
        ? []
        : [{ check: 'search' as const, detail: `${indexed} records in the index, ${rows} in the tables` }]),
      ...differing.slice(0, most).map((key): Finding => ({ check: 'search', detail: `differs at: ${key}` })),
    ]
  } finally {
    rebuilt.close()
  }
}
