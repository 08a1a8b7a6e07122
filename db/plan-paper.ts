/** Puts the report that walks a plan together from the database, as plain data (`shared/documents/strategy-snapshot.ts`). */
import type { PlanPaper } from '#shared/documents/strategy-snapshot.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { newestDataStamp } from './repositories/packages.ts'
import { masking } from './snapshots.ts'
import { instantOf } from './stamp.ts'
import { read, readAll, type Store } from './store.ts'
import { planPart } from './strategy-snapshot.ts'

/**
 * The report that walks a plan, whatever its status. It goes to those who work with the plan and travels further: nothing confidential is
 * named in it, and contact persons are masked, as in an open package.
 *
 * @throws ProblemError `notFound` where the plan is gone.
 */
export function assemblePlanPaper(
  store: Store,
  id: Id,
  language: Language,
  { today, madeBy }: { readonly today: Day; readonly madeBy: string },
): PlanPaper {
  const plan = read(store, 'plans', id)
  const [partnership] = readAll(store, 'partnership', 'id')
  if (!partnership) throw new Error('a file without a partnership')
  const { name, country, contactName, contactEmail } = partnership
  return {
    format: 'fyr-plan-paper',
    formatVersion: 1,
    language,
    partnership: { name, country, contactName, contactEmail },
    plan: planPart(store, plan, { withConfidential: false, mask: masking(store, language), today }).plan,
    today,
    dataAsOf: instantOf(newestDataStamp(store)),
    madeBy,
  }
}
