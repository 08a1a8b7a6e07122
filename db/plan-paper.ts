/** Puts the report that walks a plan together from the database, as plain data (`shared/documents/strategy-snapshot.ts`). */
import type { PlanPaper, PlanProject } from '#shared/documents/strategy-snapshot.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import type { MaskNames } from './mask-names.ts'
import { newestDataStamp } from './repositories/packages.ts'
import { areasOf, projectsOfPlans, sectionsOf } from './repositories/plans.ts'
import { projectRowOf } from './repositories/projects.ts'
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
  const mask = masking(store, language)
  const masked = (text: string) => mask(text, '').text
  const { name, country, contactName, contactEmail } = partnership
  return {
    format: 'fyr-plan-paper',
    formatVersion: 1,
    language,
    partnership: { name, country, contactName, contactEmail },
    plan: planPart(store, plan, { withConfidential: false, mask, today }).plan,
    projects: projectsOf(store, id, mask, today),
    sections: sectionsOf(store, id).map(({ title, lines }) => ({ title: masked(title), lines: lines.map(masked) })),
    today,
    dataAsOf: instantOf(newestDataStamp(store)),
    madeBy,
  }
}

function projectsOf(store: Store, planId: Id, mask: MaskNames, today: Day): PlanProject[] {
  const numberOf = new Map(areasOf(store, planId).map(({ id, number }) => [id, number]))
  const byNumber = new Intl.Collator('nb', { numeric: true })
  return projectsOfPlans(store, [planId])
    .flatMap(({ id }) => projectRowOf(store, id, today) ?? [])
    .map((row) => ({
      title: row.title,
      number: row.number,
      lighthouse: row.lighthouse,
      areaNumbers: row.focusAreaIds.flatMap((id) => numberOf.get(id) ?? []),
      lead: row.leadName,
      status: row.status,
      light: row.light,
      lightOn: row.lightOn,
      lightComment: row.lightComment === null ? null : mask(row.lightComment, '').text,
    }))
    .toSorted(
      (a, b) =>
        Number(b.lighthouse) - Number(a.lighthouse) ||
        Number(a.number === null) - Number(b.number === null) ||
        byNumber.compare(a.number ?? '', b.number ?? ''),
    )
}
