/** The limit for saving: the same rows that `visits.log` writes, by prepared statements alone, on any engine. */
import { createHash } from 'node:crypto'
import { entities } from '#db/entities.ts'
import { uuidv7 } from '#db/ids.ts'
import { foldForSearch } from '#shared/domain/search-text.ts'
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
  let count = 0
  const columns = ['id', 'created_stamp', 'changed_stamp', ...entities.visits.columns.map(({ column }) => column)]
  const insert = db.prepare(`INSERT INTO visits (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  const set = db.prepare('INSERT INTO change_sets (stamp, device, actor, command) VALUES (?, ?, ?, ?)')
  const log = db.prepare('INSERT INTO changes (stamp, entity, record_id, field, value, hash) VALUES (?, ?, ?, ?, ?, ?)')
  const row = db.prepare('INSERT INTO search_rows (entity, record_id) VALUES (?, ?)')
  const text = db.prepare('INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)')
  const name = db.prepare('SELECT name FROM companies WHERE id = ?')
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')]
  let hash = db.prepare('SELECT hash FROM changes ORDER BY seq DESC LIMIT 1').pluckGet() as Uint8Array
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
    count += 1
    const { notes, purpose } = made()
    const given: Record<string, Value> = { ...defaults, notes, purpose }
    const id = uuidv7(Date.now())
    const stamp = `${new Date().toISOString()}-${count.toString(36).padStart(4, '0')}-0000bench`
    begin.run()
    insert.run(id, stamp, stamp, ...entities.visits.columns.map(({ field }) => given[field] ?? null))
    set.run(stamp, '0000benc', 'Bench', 'visits.log')
    const value = JSON.stringify(given)
    hash = createHash('sha256').update(hash).update(`${stamp}\0visits\0${id}\0*\0${value}\0`).digest()
    log.run(stamp, 'visits', id, '*', value, hash)
    const { lastInsertRowid } = row.run('visits', id)
    text.run(lastInsertRowid, '', foldForSearch(`${String(name.pluckGet(companyId))}\n${purpose}\n${notes}`))
    commit.run()
  }
}
