/** Which rows of a list are confidential or came from something that is: they stay in the file (docs/decisions.md). */
import type { Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'

const closedVisit = (id: string) =>
  `EXISTS (SELECT 1 FROM visits v WHERE v.id = ${id} AND v.confidentiality = 'confidential')`
const closedItem = (id: string) => `EXISTS (SELECT 1 FROM agenda_items i WHERE i.id = ${id} AND i.confidential = 1)`
const ids = (from: string, alias: string, where: string) =>
  `SELECT ${alias}.id FROM json_each(?) given CROSS JOIN ${from} ${alias} ON ${alias}.id = given.value WHERE ${where}`

const texts = {
  visits: ids('visits', 'r', `r.confidentiality = 'confidential'`),
  followUps: ids('follow_ups', 'r', closedVisit('r.visit_id')),
  decisions: ids('decisions', 'r', closedItem('r.item_id')),
  actions: ids(
    'actions',
    'r',
    `${closedVisit('r.origin_visit_id')} OR ${closedItem('r.origin_item_id')}
      OR EXISTS (SELECT 1 FROM decisions d WHERE d.id = r.origin_decision_id AND ${closedItem('d.item_id')})`,
  ),
  documents: ids('attachments', 'r', `${closedVisit('r.visit_id')} OR ${closedItem('r.item_id')}`),
} as const

/** Those of the ids whose record is confidential by itself, its visit or its agenda item. Registers that hold none give none. */
export function confidentialAmong(store: Store, register: string, given: readonly Id[]): ReadonlySet<Id> {
  if (!Object.hasOwn(texts, register)) return new Set()
  const rows = sql(store, texts[register as keyof typeof texts])
    .pluck()
    .all(JSON.stringify(given)) as Id[]
  return new Set(rows)
}
