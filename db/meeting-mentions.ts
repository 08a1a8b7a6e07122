/** Where texts of meetings name a contact person, for what the person may ask to see (GDPR art. 15; records.md 3.11). */
import type { Contact } from '#shared/domain/records/contact.ts'
import { plainText, type RichText } from '#shared/domain/rich-text.ts'
import type { Day } from '#shared/domain/values.ts'
import { identityOf, personPattern } from './person-in-text.ts'
import { find, type Store, sql } from './store.ts'

export interface MeetingMention {
  /** Day of the meeting; null for a matter in a queue or something that came of no meeting. */
  readonly day: Day | null
  /** Title of the item; null for what came of none. */
  readonly title: string | null
  readonly text: string
  readonly confidential: boolean
}
type Row = Omit<MeetingMention, 'text' | 'confidential'> & {
  readonly confidential: 0 | 1 | null
  readonly text: string | null
  readonly rich: string | null
}

const ofItems = (columns: string, table: string, item: string) =>
  `SELECT m.starts_on AS day, i.title, i.confidential, ${columns} FROM ${table} t
   LEFT JOIN agenda_items i ON i.id = ${item} LEFT JOIN meetings m ON m.id = i.meeting_id WHERE t.deleted_at IS NULL`
const lines = (...columns: readonly string[]) =>
  columns.map((column) => `coalesce(t.${column}, '')`).join(` || char(10) || `)
const ofAction = 'coalesce(t.origin_item_id, (SELECT d.item_id FROM decisions d WHERE d.id = t.origin_decision_id))'
const sources = [
  ofItems(`${lines('title', 'summary', 'recipients')} AS text, NULL AS rich`, 'agenda_items', 't.id'),
  ...['background', 'proposed_decision', 'minutes_text'].map((column) =>
    ofItems(`NULL AS text, t.${column} AS rich`, 'agenda_items', 't.id'),
  ),
  ofItems(`${lines('text')} AS text, NULL AS rich`, 'proposals', 't.item_id'),
  ofItems(`${lines('text', 'result')} AS text, NULL AS rich`, 'decisions', 't.item_id'),
  ofItems(`${lines('text')} AS text, NULL AS rich`, 'statements', 't.item_id'),
  ofItems(`${lines('explanation')} AS text, NULL AS rich`, 'disqualifications', 't.item_id'),
  ofItems(`${lines('title', 'result')} AS text, NULL AS rich`, 'actions', ofAction),
]

/**
 * Every text of a meeting, a matter in a queue, a decision or an action that names the contact by full name, e-mail or telephone;
 * a single name may be a member's. Removed records are left out; empty for one who is anonymised.
 */
export function meetingMentionsOf(store: Store, contact: Contact): MeetingMention[] {
  const identity = identityOf(store, contact.id)
  const companies = identity.companyIds.map((id) => find(store, 'companies', id)?.name ?? '')
  const pattern = personPattern(identity, companies, true)
  if (!pattern || contact.status === 'anonymised') return []
  const found: MeetingMention[] = []
  for (const source of sources) {
    for (const { day, title, confidential, text, rich } of sql(store, source).iterate() as IterableIterator<Row>) {
      const words = (text ?? plainText(rich === null ? null : (JSON.parse(rich) as RichText))).trim()
      pattern.lastIndex = 0
      if (!pattern.test(words.normalize('NFC'))) continue
      found.push({ day, title, text: words, confidential: confidential === 1 })
    }
  }
  return found.sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : (a.day ?? '') > (b.day ?? '') ? 1 : 0))
}
