/** The limit for saving: the same rows that `visits.log` writes, by prepared statements alone, on any engine. */
import { entities } from '#db/entities.ts'
import { uuidv7 } from '#db/ids.ts'
import { foldForSearch } from '#shared/domain/search-text.ts'
import { bareLog } from './bare-log.ts'
import type { Engine, Value } from './engines.ts'

/** The texts of a quick capture, another each time. */
export function visitTexts() {
  let count = 0
  return () => {
    count += 1
    return {
      notes: `Målt besøk nummer ${count}: omvisning i produksjonen, god ordrereserve og behov for flere fagarbeidere.`,
      purpose: 'Årlig samtale om utvikling',
    }
  }
}

export function saveVisit(db: Engine, companyId: string, visitedOn: string, me: string) {
  const made = visitTexts()
  const columns = ['id', 'created_stamp', 'changed_stamp', ...entities.visits.columns.map(({ column }) => column)]
  const insert = db.prepare(`INSERT INTO visits (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  const row = db.prepare('INSERT INTO search_rows (entity, record_id) VALUES (?, ?)')
  const text = db.prepare('INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)')
  const name = db.prepare('SELECT name FROM companies WHERE id = ?')
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')]
  const log = bareLog(db)
  const defaults: Record<string, Value> = {
    type: 'companyVisit',
    ourParticipantIds: JSON.stringify([me]),
    theirParticipantIds: '[]',
    notAnswered: '[]',
    flags: '[]',
    themes: '[]',
    confidentiality: 'internal',
    draft: 0,
    companyId,
    visitedOn,
  }
  return () => {
    const { notes, purpose } = made()
    const given: Record<string, Value> = { ...defaults, notes, purpose }
    const id = uuidv7(Date.now())
    const stamp = log.stamp()
    begin.run()
    insert.run(id, stamp, stamp, ...entities.visits.columns.map(({ field }) => given[field] ?? null))
    log.add(stamp, 'visits.log', { entity: 'visits', id, field: '*', value: JSON.stringify(given), replaces: null })
    const { lastInsertRowid } = row.run('visits', id)
    text.run(lastInsertRowid, '', foldForSearch(`${String(name.pluckGet(companyId))}\n${purpose}\n${notes}`))
    commit.run()
  }
}
