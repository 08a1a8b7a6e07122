/** The limit for the database: the same reading by prepared statements alone, on any engine. */
import { entities } from '#db/entities.ts'
import { lineStatements } from '#db/repositories/search.ts'
import { ftsPrefixQuery } from '#shared/domain/search-text.ts'
import type { Engine } from './engines.ts'

const openFollowUps = `(SELECT count(*) FROM follow_ups f
  WHERE f.visit_id = v.id AND f.deleted_at IS NULL AND f.status IN ('open', 'answered'))`

export function openCompany(db: Engine, id: string) {
  const company = db.prepare(`SELECT ${entities.companies.select} FROM companies WHERE id = ?`)
  const contacts = db.prepare(
    `SELECT ${entities.contacts.select} FROM contacts WHERE company_id = ? AND deleted_at IS NULL`,
  )
  const visits = db.prepare(
    `SELECT id, visited_on, type, flags, themes, confidentiality, draft, substr(coalesce(notes, publishable_summary, purpose, ''), 1, 160),
       ${openFollowUps}
     FROM visits v WHERE company_id = ? AND deleted_at IS NULL ORDER BY visited_on DESC, id DESC LIMIT 50`,
  )
  const branches = db.prepare('SELECT id, name FROM companies WHERE local_unit_of_id = ? AND deleted_at IS NULL')
  const visitCount = db.prepare('SELECT count(*) FROM visits WHERE company_id = ? AND deleted_at IS NULL')
  const openCount = db.prepare(
    `SELECT count(*) FROM visits v JOIN follow_ups f ON f.visit_id = v.id
     WHERE v.company_id = ? AND v.deleted_at IS NULL AND f.deleted_at IS NULL AND f.status IN ('open', 'answered')`,
  )
  return () => ({
    company: company.get(id),
    contacts: contacts.all(id),
    visits: visits.all(id),
    branches: branches.all(id),
    visitCount: visitCount.get(id),
    openCount: openCount.get(id),
  })
}

export function pageOfVisits(db: Engine) {
  const page = db.prepare(
    `SELECT v.id, v.visited_on, v.company_id, c.name, c.municipality_code, c.sector_id, v.type, v.flags, v.themes,
       v.confidentiality, v.draft, v.publishable_summary IS NOT NULL,
       substr(coalesce(v.notes, v.publishable_summary, v.purpose, ''), 1, 160), ${openFollowUps}
     FROM visits v CROSS JOIN companies c ON c.id = v.company_id WHERE v.deleted_at IS NULL
     ORDER BY v.visited_on DESC, v.id DESC LIMIT 51`,
  )
  // The lists in a row are JSON; a screen needs them read.
  return () =>
    (page.all() as { flags: string; themes: string }[])
      .slice(0, 50)
      .map((row) => ({ ...row, flags: JSON.parse(row.flags), themes: JSON.parse(row.themes) }))
}

/** Hits and their lines, by the very statements of the application, so that only what is around them is compared. */
export function search(db: Engine, text: string) {
  const hits = db.prepare(
    `SELECT r.entity, r.record_id AS id FROM search_index s JOIN search_rows r ON r.row_id = s.rowid
     WHERE search_index MATCH ? ORDER BY s.rowid DESC LIMIT ? + 0`,
  )
  const readLines = [...lineStatements].map(([entity, line]) => ({ entity, statement: db.prepare(line) }))
  return () => {
    const match = ftsPrefixQuery(text)
    const found = [...hits.all(`{title} : (${match})`, 14), ...hits.all(match, 20)] as { entity: string; id: string }[]
    const unique = [...new Map(found.map((hit) => [hit.id, hit])).values()].slice(0, 20)
    return readLines.flatMap(({ entity, statement }) => {
      const ids = unique.filter((hit) => hit.entity === entity).map(({ id }) => id)
      return ids.length === 0 ? [] : statement.all(JSON.stringify(ids))
    })
  }
}

/** The year's numbers by the database alone. */
export function statistics(db: Engine, from: string, to: string): () => { total: number } {
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
  const total = db.prepare(`SELECT count(*) ${visits}`)
  return () => {
    for (const statement of statements) statement.all(from, to)
    return { total: total.pluckGet(from, to) as number }
  }
}
