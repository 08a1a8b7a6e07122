/** The limit for meetings: the same rows read and written by prepared statements alone, on any engine. */
import { type EntityName, entities } from '#db/entities.ts'
import { itemTexts } from '#shared/domain/records/agenda-item.ts'
import { plainText, type RichText } from '#shared/domain/rich-text.ts'
import { foldForSearch } from '#shared/domain/search-text.ts'
import { bareLog } from './bare-log.ts'
import type { Engine, Value } from './engines.ts'

type Row = Record<string, unknown>
const itemsOf = 'SELECT id FROM agenda_items WHERE meeting_id = ? AND deleted_at IS NULL'
const nameOf = (person: string) => `trim(${person}.given_name || ' ' || ${person}.family_name) AS "personName"`
const organisationOf = (holder: string) =>
  `coalesce((SELECT name FROM partners WHERE id = ${holder}.representing_id),
    (SELECT name FROM partners WHERE id = p.organisation_id)) AS organisation`
const columnsOf = (entity: EntityName, alias: string) =>
  entities[entity].select.replaceAll(/(^|, )(\w+) AS/g, `$1${alias}.$2 AS`)

/** A reader of all rows of an entity by one value, with its JSON parsed. */
function reader(db: Engine, entity: EntityName, rest: string, select = entities[entity].select) {
  const statement = db.prepare(`SELECT ${select} FROM ${entities[entity].table} ${rest}`)
  const parsed = entities[entity].coded.filter(({ kind }) => kind === 'json').map(({ field }) => field)
  return (...values: Value[]): Row[] => {
    const rows = statement.all(...values) as Row[]
    if (parsed.length === 0) return rows
    // Node's own SQLite gives rows without a prototype that may be written to all the same.
    for (const row of rows) {
      for (const field of parsed) if (typeof row[field] === 'string') row[field] = JSON.parse(row[field])
    }
    return rows
  }
}

/** Everything that `meetings.open` reads of one meeting: a statement for each table, however many items there are. */
export function openMeeting(db: Engine, id: string) {
  const ofMeeting = (entity: EntityName, order: string) =>
    reader(db, entity, `WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY ${order}`)
  const ofItems = (entity: EntityName, order: string) =>
    reader(db, entity, `WHERE item_id IN (${itemsOf}) AND deleted_at IS NULL ORDER BY ${order}`)
  const meetings = reader(db, 'meetings', 'WHERE id = ?')
  const bodies = reader(db, 'bodies', 'WHERE id = ?')
  const members = reader(
    db,
    'bodyMembers',
    'm JOIN persons p ON p.id = m.person_id WHERE m.body_id = ? AND m.deleted_at IS NULL ORDER BY m.position, m.id',
    `${columnsOf('bodyMembers', 'm')}, ${nameOf('p')}, ${organisationOf('m')}`,
  )
  const people = reader(
    db,
    'attendances',
    'a JOIN persons p ON p.id = a.person_id WHERE a.meeting_id = ? AND a.deleted_at IS NULL ORDER BY a.position, a.id',
    `${columnsOf('attendances', 'a')}, ${nameOf('p')}, ${organisationOf('a')},
      (SELECT trim(given_name || ' ' || family_name) FROM persons WHERE id = a.replaces_id) AS "replacesName"`,
  )
  const adjustments = reader(
    db,
    'adjustments',
    'a JOIN persons p ON p.id = a.person_id WHERE a.meeting_id = ? AND a.deleted_at IS NULL ORDER BY a.created_stamp, a.id',
    `${columnsOf('adjustments', 'a')}, ${nameOf('p')}`,
  )
  const actions = reader(
    db,
    'actions',
    `WHERE deleted_at IS NULL AND (origin_item_id IN (${itemsOf}) OR origin_decision_id IN
      (SELECT id FROM decisions WHERE deleted_at IS NULL AND item_id IN (${itemsOf}))) ORDER BY due_on, id`,
  )
  const stamps = db.prepare(
    `SELECT record_id, field, max(stamp) FROM changes WHERE record_id IN (${itemsOf})
     AND field IN (${itemTexts.map((field) => `'${field}'`).join(', ')}) GROUP BY record_id, field`,
  )
  const beside = (['<', '>'] as const).map((compare) =>
    db.prepare(
      `SELECT id FROM meetings WHERE body_id = ? AND deleted_at IS NULL AND status <> 'cancelled'
       AND (starts_on, starts_at, id) ${compare} (?, ?, ?) ORDER BY starts_on LIMIT 1`,
    ),
  )
  const byMeeting = {
    items: ofMeeting('agendaItems', 'position, id'),
    minutes: ofMeeting('minutes', 'version'),
    papers: ofMeeting('papers', 'made_on DESC, id DESC'),
    attachments: ofMeeting('attachments', 'created_stamp, id'),
    disqualifications: ofItems('disqualifications', 'created_stamp, id'),
    proposals: ofItems('proposals', 'position, id'),
    votes: ofItems('votes', 'position, id'),
    decisions: ofItems('decisions', 'position, id'),
    statements: ofItems('statements', 'created_stamp, id'),
    itemAttachments: ofItems('attachments', 'created_stamp, id'),
    people,
    adjustments,
  }
  return () => {
    const [meeting] = meetings(id)
    if (!meeting) throw new Error('no meeting')
    const { bodyId, startsOn, startsAt } = meeting as Record<string, Value>
    const read = Object.fromEntries(Object.entries(byMeeting).map(([name, rows]) => [name, rows(id)])) as Record<
      keyof typeof byMeeting,
      Row[]
    >
    return {
      meeting,
      body: bodies(bodyId ?? null)[0],
      members: members(bodyId ?? null),
      actions: actions(id, id),
      stamps: stamps.all(id),
      neighbours: beside.map((statement) => statement.get(bodyId ?? null, startsOn ?? null, startsAt ?? null, id)),
      ...read,
    }
  }
}

/** A pause in typing: the half-written text in place of the one before, committed and synced. */
export function saveDraft(db: Engine, key: string, next: () => unknown) {
  const save = db.prepare(
    'INSERT INTO drafts (key, value, saved_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at',
  )
  return () => save.run(key, JSON.stringify(next()), new Date().toISOString())
}

/** The rows that `agendaItems.write` writes, and the stamp of the text before, which tells whether somebody else wrote meanwhile. */
export function writeMinutes(db: Engine, itemId: string, next: () => RichText) {
  const item = db.prepare(
    `SELECT title, number_text, case_no, summary, background, proposed_decision, created_stamp FROM agenda_items
     WHERE id = ? AND deleted_at IS NULL`,
  )
  const newest = db.prepare("SELECT max(stamp) FROM changes WHERE record_id = ? AND field = 'minutesText'")
  const update = db.prepare('UPDATE agenda_items SET minutes_text = ?, changed_stamp = ? WHERE id = ?')
  const row = db.prepare('SELECT row_id FROM search_rows WHERE record_id = ?')
  const unindex = db.prepare('DELETE FROM search_index WHERE rowid = ?')
  const index = db.prepare('INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)')
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')]
  const log = bareLog(db)
  const plain = (text: string | null) => (text === null ? null : plainText(JSON.parse(text) as RichText))
  return () => {
    const text = next()
    const value = JSON.stringify(text)
    begin.run()
    const before = item.get(itemId) as Record<string, string | null>
    const replaces = (newest.pluckGet(itemId) as string | null) ?? before.created_stamp ?? null
    const stamp = log.stamp()
    log.add(stamp, 'agendaItems.write', { entity: 'agendaItems', id: itemId, field: 'minutesText', value, replaces })
    update.run(value, stamp, itemId)
    const { title, number_text, case_no, summary, background = null, proposed_decision = null } = before
    const body = [summary, plain(background), plain(proposed_decision), plainText(text)]
    const rowId = row.pluckGet(itemId) as number
    unindex.run(rowId)
    index.run(
      rowId,
      foldForSearch([title, number_text, case_no].filter((part) => part !== null).join('\n')),
      foldForSearch(body.filter((part) => part !== null).join('\n')),
    )
    commit.run()
  }
}
