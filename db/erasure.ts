/**
 * Erasing a contact person (GDPR art. 17; records.md 3.11): the name and the channels leave the record, the change log,
 * the search index, the drafts and, where asked, every free text about the company. The log's hash chain is made anew from
 * the first entry touched, so that it still proves that log and tables agree; that the person stood there is kept.
 */

import type { Contact } from '#shared/domain/records/contact.ts'
import { interviewQuestions } from '#shared/domain/records/visit.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import type { Writer } from './changes.ts'
import { type EntityName, fieldsOf } from './entities.ts'
import { chain } from './log-hashes.ts'
import { identityOf, personPattern } from './person-in-text.ts'
import { listDrafts, loadDraft, saveDraft } from './repositories/drafts.ts'
import { find, type Store, sql } from './store.ts'

/** What stands where the name stood. Both names, since neither may be empty. */
export function anonymousName(language: Language): { givenName: string; familyName: string } {
  return {
    nb: { givenName: 'Anonymisert', familyName: 'person' },
    sv: { givenName: 'Anonymiserad', familyName: 'person' },
    en: { givenName: 'Anonymised', familyName: 'person' },
  }[language]
}

type TextEntity = 'visits' | 'followUps' | 'companies'
/** Free texts in which people are named, confidential ones too. */
const freeTexts: Readonly<Record<TextEntity | 'attachments', readonly string[]>> = {
  companies: ['note'],
  visits: ['place', 'purpose', 'notes', ...interviewQuestions, 'confidentialText', 'publishableSummary'],
  followUps: ['description', 'result'],
  attachments: ['title', 'fileName', 'altText', 'exemptionReason', 'disposedReason'],
}
const personal = ['givenName', 'familyName', 'email', 'phone'] as const

export interface Mention {
  readonly entity: TextEntity
  readonly id: string
  readonly field: string
  readonly excerpt: string
  /** Day of the visit; null for a company's note. */
  readonly day: Day | null
}
/** A mention with the whole text it stands in. */
export interface MentionInText extends Mention {
  readonly text: string
}

/** Every free text of the contact's company that names the person, with the words around the first hit; removed records left out. */
export function mentionsOf(store: Store, contact: Contact): MentionInText[] {
  const companyIds = companiesOf(store, contact)
  const pattern = patternOf(store, contact, companyIds)
  if (!pattern || contact.status === 'anonymised') return []
  const found: MentionInText[] = []
  for (const { entity, id } of recordsOf(store, companyIds)) {
    if (entity === 'attachments') continue
    const record = fieldsOf(find(store, entity, id))
    if (!record || record.deletedAt !== null) continue
    for (const field of freeTexts[entity]) {
      const value = record[field]
      if (typeof value !== 'string') continue
      const excerpt = excerptOf(value, pattern)
      if (excerpt !== null) found.push({ entity, id, field, excerpt, day: dayOf(store, entity, record), text: value })
    }
  }
  return found
}

function excerptOf(text: string, pattern: RegExp): string | null {
  const composed = text.normalize('NFC')
  pattern.lastIndex = 0
  const hit = pattern.exec(composed)
  if (!hit) return null
  const start = Math.max(0, hit.index - 80)
  const end = Math.min(composed.length, hit.index + hit[0].length + 80)
  return `${start > 0 ? '…' : ''}${composed.slice(start, end).replaceAll(/\s+/g, ' ').trim()}${end < composed.length ? '…' : ''}`
}

function dayOf(store: Store, entity: TextEntity, record: Record<string, unknown>): Day | null {
  if (entity === 'visits') return String(record.visitedOn)
  if (entity === 'followUps') return find(store, 'visits', String(record.visitId))?.visitedOn ?? null
  return null
}

/** The companies whose texts may name the contact: its own, and those it belonged to before. */
function companiesOf(store: Store, contact: Contact): string[] {
  return [...new Set([...identityOf(store, contact.id).companyIds, contact.companyId])]
}

function patternOf(store: Store, contact: Contact, companyIds: readonly string[], whole = false): RegExp | null {
  const names = companyIds.map((id) => find(store, 'companies', id)?.name ?? '')
  return personPattern(identityOf(store, contact.id), names, whole)
}

/** All records with free text about some companies, removed ones too, oldest first. */
function recordsOf(
  store: Store,
  companyIds: readonly string[],
): { readonly entity: keyof typeof freeTexts; readonly id: string }[] {
  const ids = JSON.stringify(companyIds)
  return sql(
    store,
    `WITH own AS MATERIALIZED (SELECT id, created_stamp FROM visits WHERE company_id IN (SELECT value FROM json_each(?)))
     SELECT entity, id FROM (
       SELECT 'companies' AS entity, id, created_stamp FROM companies WHERE id IN (SELECT value FROM json_each(?))
       UNION ALL SELECT 'visits', id, created_stamp FROM own
       UNION ALL SELECT 'followUps', f.id, f.created_stamp FROM follow_ups f WHERE f.visit_id IN (SELECT id FROM own)
       UNION ALL SELECT 'attachments', a.id, a.created_stamp FROM attachments a WHERE a.visit_id IN (SELECT id FROM own)
     ) ORDER BY created_stamp`,
  ).all(ids, ids) as { entity: keyof typeof freeTexts; id: string }[]
}

/**
 * Takes a contact's name and channels away, inside the caller's transaction; `andText` out of every free text about its
 * companies too. Role, company and visits stay. Call `sweepErased` when the transaction is committed.
 */
export function eraseContact(
  write: Writer,
  store: Store,
  contact: Contact,
  name: { readonly givenName: string; readonly familyName: string },
  andText: boolean,
): Contact {
  beginErasing(store)
  const companyIds = companiesOf(store, contact)
  const label = `${name.givenName} ${name.familyName}`
  // A text that doesn't name the person stays as it was typed, letter by letter: log and table must go on agreeing.
  const replacing = (pattern: RegExp | null) => (text: string) => {
    if (!pattern) return text
    const composed = text.normalize('NFC')
    const next = composed.replaceAll(pattern, label)
    return next === composed ? text : next
  }
  const redact = replacing(patternOf(store, contact, companyIds))
  const redactWhole = replacing(patternOf(store, contact, companyIds, true))
  const touched = [contact.id]

  const erased = write.revise('contacts', contact.id, { ...name, email: null, phone: null, status: 'anonymised' })
  const records = recordsOf(store, companyIds)
  if (andText) {
    for (const { entity, id } of records) {
      touched.push(id)
      redactRecord(write, entity, id, redact)
    }
  }
  redactDrafts(store, [contact.id, ...companyIds, ...records.map(({ id }) => id)], redact, redactWhole)
  redactLog(store, touched, (entity, field, value) => {
    if (entity !== 'contacts') return typeof value === 'string' && isFreeText(entity, field) ? redact(value) : value
    if (field === 'givenName' || field === 'familyName') return name[field]
    return (personal as readonly string[]).includes(field) ? null : value
  })
  store.db.exec("INSERT INTO search_index (search_index) VALUES ('optimize')")
  return erased
}

function isFreeText(entity: string, field: string): boolean {
  return Object.hasOwn(freeTexts, entity) && freeTexts[entity as keyof typeof freeTexts].includes(field)
}

function redactRecord(write: Writer, entity: EntityName, id: string, redact: (text: string) => string): void {
  const record = fieldsOf(find(write, entity, id))
  if (!record) return
  for (const field of freeTexts[entity as keyof typeof freeTexts]) {
    const value = record[field]
    if (typeof value !== 'string') continue
    const next = redact(value)
    if (next !== value) write.setField(entity, id, field, next)
  }
}

/**
 * Half-written texts. Those about the contact or its companies name one of their ids in key or value and lose single names
 * too; any other may be about a company not chosen yet, and loses the full name and the channels.
 */
function redactDrafts(
  store: Store,
  ids: readonly string[],
  redact: (text: string) => string,
  redactWhole: (text: string) => string,
): void {
  for (const { key, savedAt } of listDrafts(store)) {
    const draft = loadDraft(store, key)
    const text = JSON.stringify(draft?.value ?? null)
    if (!draft) continue
    const about = ids.some((id) => key.includes(id) || text.includes(id))
    const next = mapStrings(draft.value, about ? redact : redactWhole)
    if (JSON.stringify(next) !== text) saveDraft(store, key, next, savedAt)
  }
}

function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, map)]))
}

interface Entry {
  readonly seq: number
  readonly stamp: string
  readonly entity: string
  readonly record_id: string
  readonly field: string
  readonly value: string
  readonly replaces: string | null
  readonly hash: Buffer
}

/** Rewrites the logged values of some records, whole records under `*` too, and the hashes from the first entry that differs. */
function redactLog(
  store: Store,
  ids: readonly string[],
  replace: (entity: string, field: string, value: unknown) => unknown,
): void {
  let first = Number.POSITIVE_INFINITY
  for (const id of ids) {
    for (const entry of sql(store, 'SELECT * FROM changes WHERE record_id = ? ORDER BY seq').all(id) as Entry[]) {
      const value: unknown = JSON.parse(entry.value)
      const next =
        entry.field === '*'
          ? Object.fromEntries(
              Object.entries(value as Record<string, unknown>).map(([field, one]) => [
                field,
                replace(entry.entity, field, one),
              ]),
            )
          : replace(entry.entity, entry.field, value)
      const text = JSON.stringify(next)
      if (text === entry.value) continue
      sql(store, 'UPDATE changes SET value = ? WHERE seq = ?').run(text, entry.seq)
      first = Math.min(first, entry.seq)
    }
  }
  if (first !== Number.POSITIVE_INFINITY) rechain(store, first)
}

const batch = 2000
function rechain(store: Store, from: number): void {
  let before =
    (sql(store, 'SELECT hash FROM changes WHERE seq < ? ORDER BY seq DESC LIMIT 1').pluck().get(from) as
      | Buffer
      | undefined) ?? Buffer.alloc(32)
  for (let next = from; ; ) {
    const entries = sql(store, 'SELECT * FROM changes WHERE seq >= ? ORDER BY seq LIMIT ?').all(next, batch) as Entry[]
    for (const { seq, stamp, entity, record_id, field, value, replaces } of entries) {
      before = chain(before, stamp, entity, record_id, field, value, replaces)
      sql(store, 'UPDATE changes SET hash = ? WHERE seq = ?').run(before, seq)
      next = seq + 1
    }
    if (entries.length < batch) break
  }
  store.lastHash = before
}

/**
 * Before the first erasing write of a transaction: pages that become free are zeroed from here on, and the file remembers in the same
 * commit that its bytes are not swept yet.
 */
export function beginErasing({ db }: Pick<Store, 'db'>): void {
  db.pragma('secure_delete = ON')
  db.prepare("INSERT OR REPLACE INTO file_facts (key, value) VALUES ('sweep_due', '1')").run()
}

/** Whether something was erased and the process ended before its bytes were swept. */
export function isSweepDue({ db }: Pick<Store, 'db'>): boolean {
  return db.prepare("SELECT 1 FROM file_facts WHERE key = 'sweep_due'").get() !== undefined
}

/**
 * Takes what was erased out of the file's bytes too, after the commit: rebuilds the file, so that no free space keeps an
 * old page, and empties the journal beside it. On a disk without room for that the freed pages are at least zeroed, and the next
 * opening tries again.
 */
export function sweepErased(store: Store): void {
  const { db } = store
  try {
    // The rebuilt copy may be large; it goes to a file, not to memory.
    db.pragma('temp_store = FILE')
    db.exec('VACUUM')
    db.prepare("DELETE FROM file_facts WHERE key = 'sweep_due'").run()
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_FULL'))) throw cause
  } finally {
    db.pragma('temp_store = MEMORY')
    db.pragma('secure_delete = OFF')
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
}
