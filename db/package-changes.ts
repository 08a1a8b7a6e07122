import type { Snapshot } from '#shared/documents/snapshot.ts'
import { timeZoneOf, todayIn } from '#shared/domain/days.ts'
import { isUnfinished } from '#shared/domain/follow-up-rules.ts'
import { codeKey } from '#shared/domain/goal-gaps.ts'
import type { BoardPackage } from '#shared/domain/records/board-package.ts'
import type { FollowUp } from '#shared/domain/records/follow-up.ts'
import type { Visit } from '#shared/domain/records/visit.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { decisionChanges } from './decision-changes.ts'
import type { MaskNames } from './mask-names.ts'
import { knownByConfidentialVisitsOnly, printedCompanyName, visitMarks } from './repositories/packages.ts'
import { type Past, pastOf } from './repositories/past.ts'
import { sectionChanges } from './section-changes/index.ts'
import { instantOf } from './stamp.ts'
import { find, type Store } from './store.ts'

type Changes = NonNullable<Snapshot['changes']>
type Names = (companyId: Id) => string | null
interface Period {
  readonly from: Day
  readonly to: Day
}

/** Fields of a visit that a package prints, in the order they are told. */
const printedFields = ['companyId', 'visitedOn', 'type', 'flags', 'themes', 'publishableSummary'] as const

/**
 * What a body has not read yet: the changes in the log after the data of its last package. What is confidential is
 * counted; what was confidential or a draft then and is not now is new to the reader, and the other way about is gone.
 */
export function changesSince(
  store: Store,
  previous: BoardPackage,
  period: Period,
  mask: MaskNames,
  choice: { readonly bodyId: Id; readonly meetingId: Id | null; readonly withConfidential: boolean },
  today: Day,
): Changes {
  const before = { from: previous.periodFrom, to: previous.periodTo }
  const past = pastOf(store, previous.dataStamp)
  const nameOf = namesOf(store)
  const visits = visitChanges(store, past, before, period, nameOf)
  const followUps = followUpChanges(store, past, mask, nameOf)
  const { confidential, ...decisions } = decisionChanges(store, past, choice)
  const masked = <T extends string | null>(text: T) => (text === null ? text : mask(text, '').text) as T
  const sections = sectionChanges({
    store,
    past,
    previous,
    previousDay: todayIn(timeZoneOf(store.country), previous.madeOn),
    choice: { ...choice, periodFrom: period.from, periodTo: period.to },
    today,
    masked,
  })
  return {
    previousVersion: previous.version,
    previousDataAsOf: instantOf(previous.dataStamp),
    newVisits: visits.made,
    newFollowUps: followUps.made,
    closedFollowUps: followUps.closed,
    newCompanies: newCompanies(store, past),
    changedVisits: visits.changed,
    removedVisits: visits.removed,
    ...decisions,
    goalStatuses: goalStatusChanges(store, past),
    confidential: visits.confidential + followUps.confidential + confidential,
    sections,
  }
}

function visitChanges(store: Store, past: Past, before: Period, period: Period, nameOf: Names) {
  const made: Changes['newVisits'] = []
  const changed: Changes['changedVisits'] = []
  let removed = 0
  let confidential = 0
  for (const id of past.changed('visits')) {
    const then = past.before('visits', id)
    const now = find(store, 'visits', id)
    if (!now) continue
    const counts = isReal(now) && within(now, period)
    const wasPrinted = then !== undefined && isOpen(then) && within(then, before)
    if (wasPrinted && !isOpen(now)) removed += 1
    else if (wasPrinted) {
      const fields = differing(then, now)
      if (fields.length > 0) changed.push({ visitedOn: now.visitedOn, companyName: nameOf(now.companyId), fields })
    } else if (counts && isOpen(now) && !(then && isOpen(then))) {
      made.push({ visitedOn: now.visitedOn, companyName: nameOf(now.companyId) })
    } else if (counts && !isOpen(now) && !(then && isReal(then) && differing(then, now).length === 0)) {
      confidential += 1
    } else if (then && isReal(then) && !isOpen(then) && within(then, before) && !isReal(now)) confidential += 1
  }
  const newest = (a: { visitedOn: Day }, b: { visitedOn: Day }) => (a.visitedOn < b.visitedOn ? 1 : -1)
  return { made: made.sort(newest), changed: changed.sort(newest), removed, confidential }
}

function followUpChanges(store: Store, past: Past, mask: MaskNames, nameOf: Names) {
  const made: Changes['newFollowUps'] = []
  const closed: Changes['closedFollowUps'] = []
  let confidential = 0
  for (const id of past.changed('followUps')) {
    const then = past.before('followUps', id)
    const now = find(store, 'followUps', id)
    if (!now || now.deletedAt !== null) continue
    const isNew = then === undefined || then.deletedAt !== null
    const wasClosed = !isNew && !isUnfinished(then.status as FollowUp['status'])
    const ends = !isUnfinished(now.status) && !wasClosed
    if (!ends && !isNew) continue
    const visit = visitMarks(store, now.visitId)
    if (!visit || !isReal(visit)) continue
    if (!isOpen(visit)) {
      confidential += 1
      continue
    }
    const description = mask(now.description, visit.companyId).text
    const companyName = nameOf(visit.companyId)
    if (ends) {
      const result = now.result === null ? null : mask(now.result, visit.companyId).text
      closed.push({ description, companyName, result })
    } else made.push({ description, companyName, dueOn: now.dueOn })
  }
  return { made: made.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)), closed, confidential }
}

/** Goals of the plans in force that were there then and whose status, set by hand, is another one now. */
function goalStatusChanges(store: Store, past: Past): Changes['goalStatuses'] {
  return past
    .changed('goals')
    .flatMap((id) => {
      const now = find(store, 'goals', id)
      const then = past.before('goals', id)
      if (!now || now.deletedAt !== null || !then || then.status === now.status) return []
      if (find(store, 'plans', now.planId)?.status !== 'inForce') return []
      return [{ code: now.code, title: now.title, from: then.status, to: now.status }]
    })
    .sort((a, b) => (codeKey(a.code) < codeKey(b.code) ? -1 : 1))
}

/** Companies registered since, sole traders left out; those known by confidential visits only too, since the name would tell. */
function newCompanies(store: Store, past: Past): string[] {
  return past.changed('companies').flatMap((id) => {
    const now = find(store, 'companies', id)
    if (!now || now.deletedAt !== null || now.soleTrader || past.before('companies', id)) return []
    return knownByConfidentialVisitsOnly(store, id) ? [] : [now.name]
  })
}

/** A visit that counts. */
function isReal(visit: Pick<Visit, 'deletedAt' | 'draft'>): boolean {
  return visit.deletedAt === null && !visit.draft
}
/** A visit that may be printed. */
function isOpen(visit: Pick<Visit, 'deletedAt' | 'draft' | 'confidentiality'>): boolean {
  return isReal(visit) && visit.confidentiality !== 'confidential'
}
function within(visit: Pick<Visit, 'visitedOn'>, { from, to }: Period): boolean {
  return visit.visitedOn >= from && visit.visitedOn <= to
}
function differing(then: Visit, now: Visit): string[] {
  return printedFields.filter((field) => JSON.stringify(then[field]) !== JSON.stringify(now[field]))
}
/** Companies come again and again: each is read once. */
function namesOf(store: Store): (id: Id) => string | null {
  const known = new Map<Id, string | null>()
  return (id) => {
    const name = known.get(id)
    if (name !== undefined) return name
    const read = printedCompanyName(store, id)
    known.set(id, read)
    return read
  }
}
