/** All comparisons on one file: `node one-size.ts FILE ROUNDS`; prints the results as JSON on its last line. */
import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { createBackend, noPorts } from '#db/backend.ts'
import { entities } from '#db/entities.ts'
import { uuidv7 } from '#db/ids.ts'
import { lineStatements } from '#db/repositories/search.ts'
import { createClient } from '#shared/contract/client.ts'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { foldForSearch, ftsPrefixQuery } from '#shared/domain/search-text.ts'
import { bareDocx, bareXlsx } from './bare-documents.ts'
import { type Comparison, compare, machineNow } from './harness.ts'

const [source = '', roundsText = '9'] = process.argv.slice(2)
const rounds = Number(roundsText)
const folder = mkdtempSync(join(tmpdir(), 'fyr-bench-'))
try {
  console.log(JSON.stringify(await measure()))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure() {
  const [oursPath, barePath] = [join(folder, 'ours.fyr'), join(folder, 'bare.fyr')]
  copyFileSync(source, oursPath)
  copyFileSync(source, barePath)
  const target = join(folder, 'backup.fyr')
  const backend = createBackend({
    home: join(folder, 'home'),
    host: 'direct',
    version: 'bench',
    can: { openFiles: false, revealFiles: false },
    ports: {
      ...noPorts,
      pickSave: async () => {
        rmSync(target, { force: true })
        return target
      },
    },
  })
  backend.workspaces.open(oursPath)
  const { call } = createClient({ call: backend.dispatch, onChanged: backend.onChanged })
  const db = bareDatabase(barePath)
  const comparisons = await list(call, db, barePath)
  const before = machineNow()
  const results = []
  for (const comparison of comparisons) results.push(await compare(comparison, rounds))
  const after = machineNow()
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
  const sizes = { visits: count('visits'), companies: count('companies'), changes: count('changes') }
  await backend.close()
  db.close()
  return { sizes, before, after, results, rss: process.resourceUsage().maxRSS }
}

/** The settings that `db/connection.ts` gives a file, so that only our own work is compared. */
function bareDatabase(path: string): Database {
  const db = new Sqlite(path)
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -32000')
  db.pragma('temp_store = MEMORY')
  db.prepare('SELECT count(*) FROM file_facts').get()
  db.pragma('synchronous = FULL')
  return db
}

type Call = ReturnType<typeof createClient>['call']

async function list(call: Call, db: Database, barePath: string): Promise<Comparison[]> {
  const limit = { limit: 20 }
  const same = (what: string, a: number, b: number) => {
    if (a !== b) throw new Error(`${what}: ${a} here, ${b} bare`)
  }
  const busiest = db
    .prepare(
      'SELECT company_id FROM visits WHERE deleted_at IS NULL GROUP BY company_id ORDER BY count(*) DESC LIMIT 1',
    )
    .pluck()
    .get() as string
  const year = String(db.prepare('SELECT max(visited_on) FROM visits').pluck().get()).slice(0, 4)
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const me = db.prepare('SELECT id FROM persons LIMIT 1').pluck().get() as string
  const body = db.prepare('SELECT id FROM bodies ORDER BY created_stamp, id LIMIT 1').pluck().get() as string
  const rare = db
    .prepare('SELECT name FROM companies WHERE deleted_at IS NULL AND sole_trader = 1 ORDER BY id DESC LIMIT 1')
    .pluck()
    .get() as string
  const words = { rare: rare, common: 'bedriften', prefix: 'be' }

  const company = db.prepare(`SELECT ${entities.companies.select} FROM companies WHERE id = ?`)
  const contacts = db.prepare(
    `SELECT ${entities.contacts.select} FROM contacts WHERE company_id = ? AND deleted_at IS NULL`,
  )
  const visitsOf = db.prepare(
    `SELECT id, visited_on, type, flags, themes, confidentiality, draft, substr(coalesce(notes, publishable_summary, purpose, ''), 1, 160),
       (SELECT count(*) FROM follow_ups f WHERE f.visit_id = visits.id AND f.deleted_at IS NULL AND f.status IN ('open', 'answered'))
     FROM visits WHERE company_id = ? AND deleted_at IS NULL ORDER BY visited_on DESC, id DESC LIMIT 50`,
  )
  const branches = db.prepare('SELECT id, name FROM companies WHERE local_unit_of_id = ? AND deleted_at IS NULL')
  const visitCount = db.prepare('SELECT count(*) FROM visits WHERE company_id = ? AND deleted_at IS NULL')
  const openOf = db.prepare(
    `SELECT count(*) FROM visits v JOIN follow_ups f ON f.visit_id = v.id
     WHERE v.company_id = ? AND v.deleted_at IS NULL AND f.deleted_at IS NULL AND f.status IN ('open', 'answered')`,
  )
  const page = db.prepare(
    `SELECT v.id, v.visited_on, v.company_id, c.name, c.municipality_code, c.sector_id, v.type, v.flags, v.themes,
       v.confidentiality, v.draft, v.publishable_summary IS NOT NULL,
       substr(coalesce(v.notes, v.publishable_summary, v.purpose, ''), 1, 160),
       (SELECT count(*) FROM follow_ups f WHERE f.visit_id = v.id AND f.deleted_at IS NULL AND f.status IN ('open', 'answered'))
     FROM visits v CROSS JOIN companies c ON c.id = v.company_id WHERE v.deleted_at IS NULL
     ORDER BY v.visited_on DESC, v.id DESC LIMIT 51`,
  )
  const hits = db.prepare(
    `SELECT r.entity, r.record_id AS id FROM search_index s JOIN search_rows r ON r.row_id = s.rowid
     WHERE search_index MATCH ? ORDER BY s.rowid DESC LIMIT ?`,
  )
  // The very statements of the application, so that only what is around them is compared.
  const readLines = [...lineStatements].map(([entity, text]) => ({ entity, statement: db.prepare(text) }))
  const bareSearch = (text: string) => {
    const match = ftsPrefixQuery(text)
    const found = [...hits.all(`{title} : (${match})`, 14), ...hits.all(match, 20)] as { entity: string; id: string }[]
    const unique = [...new Map(found.map((hit) => [hit.id, hit])).values()].slice(0, 20)
    return readLines.flatMap(({ entity, statement }) => {
      const ids = unique.filter((hit) => hit.entity === entity).map(({ id }) => id)
      return ids.length === 0 ? [] : statement.all(JSON.stringify(ids))
    })
  }
  const search = (name: string, text: string): Comparison => ({
    name,
    against: 'FTS5 and a statement per kind',
    goal: 1.5,
    repeats: 20,
    ours: () => call('search.find', { text, ...limit }),
    bare: () => bareSearch(text),
    check: (a, b) => same(name, (a as unknown[]).length, (b as unknown[]).length),
  })
  const { save, made } = bareSave(db, busiest, me)
  const snapshotOf = async () => {
    const { id } = await call('packages.make', { bodyId: body, periodFrom: from, periodTo: to, language: 'nb' })
    return (await call('packages.open', { id })).snapshot
  }
  const snapshot = await snapshotOf()
  const copy = `${barePath}.copy`
  const synced = (path: string) => {
    const handle = openSync(path, 'r+')
    fsyncSync(handle)
    closeSync(handle)
  }
  return [
    {
      name: 'Open a company',
      against: 'six prepared statements',
      goal: 1.5,
      repeats: 40,
      ours: () => call('companies.open', { id: busiest }),
      bare: () => [
        company.get(busiest),
        contacts.all(busiest),
        visitsOf.all(busiest),
        branches.all(busiest),
        visitCount.get(busiest),
        openOf.get(busiest),
      ],
      check: (a, b) =>
        same('visits', (a as { visits: unknown[] }).visits.length, ((b as unknown[])[2] as unknown[]).length),
    },
    {
      name: 'A page of the visits',
      against: 'one prepared statement',
      goal: 1.5,
      repeats: 20,
      ours: () => call('visits.list', {}),
      // The lists in a row are JSON; a screen needs them read.
      bare: () =>
        (page.all() as { flags: string; themes: string }[])
          .slice(0, 50)
          .map((row) => ({ ...row, flags: JSON.parse(row.flags), themes: JSON.parse(row.themes) })),
      check: (a, b) => same('rows', (a as { rows: unknown[] }).rows.length, (b as unknown[]).length),
    },
    search('Search: rare words', words.rare),
    search('Search: common word', words.common),
    search('Search: two letters', words.prefix),
    {
      name: 'Statistics of the year',
      against: 'grouped SQL',
      goal: 1.5,
      repeats: 3,
      ours: () => call('visits.statistics', { from, to }),
      bare: bareStatistics(db, from, to),
      check: (a, b) => same('counted', (a as { total: number }).total, (b as { total: number }).total),
    },
    {
      name: 'Verified backup',
      against: 'VACUUM INTO, quick_check, fsync',
      goal: 1.5,
      repeats: 1,
      ours: () => call('workspace.backup', {}),
      bare: () => {
        rmSync(copy, { force: true })
        db.prepare('VACUUM INTO ?').run(copy)
        const check = new Sqlite(copy, { readonly: true })
        const verdict = check.pragma('quick_check', { simple: true })
        check.close()
        if (verdict !== 'ok') throw new Error('the bare copy is damaged')
        synced(copy)
      },
    },
    {
      name: 'Verified backup',
      against: 'file copy and fsync',
      goal: 4,
      repeats: 1,
      ours: () => call('workspace.backup', {}),
      bare: () => {
        rmSync(copy, { force: true })
        copyFileSync(barePath, copy)
        synced(copy)
      },
    },
    {
      name: 'Package in Word',
      against: 'bare XML and zip',
      goal: 3,
      repeats: 1,
      ours: () => renderBoardPackageDocx(snapshot),
      bare: () => bareDocx(snapshot),
      check: (a, b) => same('zip', (a as Uint8Array)[0] ?? 0, (b as Uint8Array)[0] ?? 1),
    },
    {
      name: 'Package in Excel',
      against: 'bare XML and zip',
      goal: 1.5,
      repeats: 1,
      ours: () => renderBoardPackageXlsx(snapshot),
      bare: () => bareXlsx(snapshot),
      check: (a, b) => same('zip', (a as Uint8Array)[0] ?? 0, (b as Uint8Array)[0] ?? 1),
    },
    // Last: it makes the two files grow apart.
    {
      name: 'Save a visit',
      against: 'same rows, log, hash, FTS5, FULL',
      goal: 1.5,
      repeats: 20,
      ours: () => call('visits.log', { ...made(), companyId: busiest, visitedOn: from, ourParticipantIds: [me] }),
      bare: save,
    },
  ]
}

/** One visit by hand: the same rows that `visits.log` writes, with the texts of a quick capture. */
function bareSave(db: Database, companyId: string, me: string) {
  let count = 0
  const made = () => {
    count += 1
    return {
      notes: `Målt besøk nummer ${count}: omvisning i produksjonen, god ordrereserve og behov for flere fagarbeidere.`,
      purpose: 'Årlig samtale om utvikling',
    }
  }
  const columns = ['id', 'created_stamp', 'changed_stamp', ...entities.visits.columns.map(({ column }) => column)]
  const insert = db.prepare(`INSERT INTO visits (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  const set = db.prepare('INSERT INTO change_sets (stamp, device, actor, command) VALUES (?, ?, ?, ?)')
  const log = db.prepare('INSERT INTO changes (stamp, entity, record_id, field, value, hash) VALUES (?, ?, ?, ?, ?, ?)')
  const row = db.prepare('INSERT INTO search_rows (entity, record_id) VALUES (?, ?)')
  const text = db.prepare('INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)')
  const name = db.prepare('SELECT name FROM companies WHERE id = ?').pluck()
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')]
  let hash = db.prepare('SELECT hash FROM changes ORDER BY seq DESC LIMIT 1').pluck().get() as Buffer
  const defaults: Record<string, unknown> = {
    type: 'companyVisit',
    ourParticipantIds: JSON.stringify([me]),
    theirParticipantIds: '[]',
    notAnswered: '[]',
    flags: '[]',
    themes: '[]',
    confidentiality: 'internal',
    draft: 0,
    companyId,
    visitedOn: '2026-01-01',
  }
  const save = () => {
    const given: Record<string, unknown> = { ...defaults, ...made() }
    const id = uuidv7(Date.now())
    const stamp = `${new Date().toISOString()}-${count.toString(36).padStart(4, '0')}-0000bench`
    begin.run()
    insert.run(id, stamp, stamp, ...entities.visits.columns.map(({ field }) => given[field] ?? null))
    set.run(stamp, '0000benc', 'Bench', 'visits.log')
    const value = JSON.stringify(given)
    hash = createHash('sha256').update(hash).update(`${stamp}\0visits\0${id}\0*\0${value}\0`).digest()
    log.run(stamp, 'visits', id, '*', value, hash)
    const { lastInsertRowid } = row.run('visits', id)
    text.run(lastInsertRowid, '', foldForSearch(`${name.get(companyId)}\n${given.purpose}\n${given.notes}`))
    commit.run()
  }
  return { save, made }
}

/** The year's numbers by the database alone. */
function bareStatistics(db: Database, from: string, to: string): () => { total: number } {
  const where = 'deleted_at IS NULL AND draft = 0 AND visited_on BETWEEN ? AND ?'
  const visits = `FROM visits WHERE ${where}`
  const joined = `FROM visits v JOIN companies c ON c.id = v.company_id WHERE v.deleted_at IS NULL AND v.draft = 0 AND v.visited_on BETWEEN ? AND ?`
  const followUps = `FROM visits v CROSS JOIN follow_ups f ON f.visit_id = v.id WHERE v.deleted_at IS NULL AND v.draft = 0
    AND v.visited_on BETWEEN ? AND ? AND f.deleted_at IS NULL`
  const statements = [
    `SELECT substr(visited_on, 1, 7), type, count(*) ${visits} GROUP BY 1, 2`,
    `SELECT j.value, count(*) FROM visits, json_each(flags) j WHERE ${where} GROUP BY 1`,
    `SELECT j.value, count(*) FROM visits, json_each(themes) j WHERE ${where} GROUP BY 1`,
    `SELECT c.sector_id, c.municipality_code, c.employees_band, count(*) ${joined} GROUP BY 1, 2, 3`,
    `SELECT count(DISTINCT company_id) ${visits}`,
    `SELECT f.status, f.answered_company_on IS NOT NULL, count(*), avg(julianday(f.answered_company_on) - julianday(v.visited_on)) ${followUps} GROUP BY 1, 2`,
    `SELECT julianday(f.answered_company_on) - julianday(v.visited_on) FROM follow_ups f CROSS JOIN visits v ON v.id = f.visit_id
     WHERE f.deleted_at IS NULL AND f.answered_company_on BETWEEN ? AND ? AND v.draft = 0`,
  ].map((text) => db.prepare(text))
  const total = db.prepare(`SELECT count(*) ${visits}`).pluck()
  return () => {
    for (const statement of statements) statement.all(from, to)
    return { total: total.get(from, to) as number }
  }
}
