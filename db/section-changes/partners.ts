/** Partners that joined or left, and agreements that were renewed. */
import { sortKey } from '#shared/domain/search-text.ts'
import { find, sql } from '../store.ts'
import { type Comparing, Gathering, isThere, type Told } from './comparing.ts'

/** Active partners only: who is a candidate is nobody's news yet. */
export function partnerChanges({ store, past }: Comparing): Told {
  const gathering = new Gathering()
  const pairs = past
    .changed('partners')
    .flatMap((id) => {
      const now = find(store, 'partners', id)
      return now ? [{ was: past.before('partners', id), now, key: sortKey(now.name, store.country) }] : []
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const { was: then, now } of pairs) {
    const was = isThere(then) && then.status === 'active' ? then : null
    const partner = now.name
    if (!isThere(now) || now.status !== 'active') {
      if (was) gathering.tell({ code: 'partnerLeft', partner, on: now.leftOn })
      continue
    }
    const [from, to] = [was?.agreementValidTo ?? null, now.agreementValidTo]
    if (!was) gathering.tell({ code: 'partnerJoined', partner, on: now.joinedOn })
    else if (to !== null && (from === null || to > from))
      gathering.tell({ code: 'agreementRenewed', partner, from, to })
    else if (from !== null && from !== to) gathering.tell({ code: 'agreementChanged', partner, from, to })
  }
  const some = sql(store, "SELECT 1 FROM partners WHERE status = 'active' AND deleted_at IS NULL LIMIT 1").get()
  return gathering.told('partners', some !== undefined)
}
