/** What a board package holds of projects and of agreements that end (sections 11 and 13 of board-package.md). */
import { isGoing } from '#shared/documents/exceptions.ts'
import type { Snapshot, SnapshotProject } from '#shared/documents/snapshot.ts'
import { addDays, daysBetween, timeZoneOf, todayIn } from '#shared/domain/days.ts'
import { isLightStale } from '#shared/domain/project-rules.ts'
import type { BoardPackage } from '#shared/domain/records/board-package.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import type { MaskNames } from './mask-names.ts'
import { namedInPapers } from './repositories/attachments.ts'
import { commitmentsOfProject } from './repositories/commitments.ts'
import { type MilestoneRow, milestonesOfProject } from './repositories/milestones.ts'
import { plansInForce } from './repositories/plans.ts'
import {
  continuedBy,
  nextDecisionOf,
  type ProjectRow,
  partnersOfProject,
  projectsTouching,
  reportsOfProject,
} from './repositories/projects.ts'
import { instantOf } from './stamp.ts'
import { find, readAll, type Store, sql } from './store.ts'

interface Choice {
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly withConfidential: boolean
  readonly previous: BoardPackage | undefined
}
/** Days before its end from which an agreement is told of. */
const agreementNoticeDays = 90

/**
 * Projects that run or are to run in the period and those ended within it; lighthouses first, then by the plan's number and by title.
 * What is not public, a commitment, a document or a confidential item, is named only where the package is a closed one.
 */
export function projectPart(
  store: Store,
  choice: Choice,
  mask: MaskNames,
  today: Day,
): NonNullable<Snapshot['projects']> {
  const rows = projectsTouching(store, choice.periodFrom, choice.periodTo, today)
  const byNumber = new Intl.Collator('nb', { numeric: true })
  // Those come sorted by title, and sorting keeps that order where the rest is equal; without a number means after those with one.
  rows.sort(
    (a, b) =>
      Number(b.lighthouse) - Number(a.lighthouse) ||
      Number(a.number === null) - Number(b.number === null) ||
      byNumber.compare(a.number ?? '', b.number ?? ''),
  )
  const [plan] = plansInForce(store)
  return { areaLabel: plan?.areaLabel ?? null, rows: rows.map((row) => projectOf(store, row, choice, mask, today)) }
}

function projectOf(store: Store, row: ProjectRow, choice: Choice, mask: MaskNames, today: Day): SnapshotProject {
  // A project is about no company, so only full names of contact persons are known in its texts.
  const masked = (text: string | null) => (text === null ? null : mask(text, '').text)
  const { previous, withConfidential } = choice
  const next = nextDecisionOf(store, row.nextDecisionId)
  const carriedOn = row.continuesAsId === null ? undefined : find(store, 'projects', row.continuesAsId)
  return {
    title: row.title,
    number: row.number,
    lighthouse: row.lighthouse,
    focusAreas: row.focusAreaTitles,
    crossCutting: row.crossCutting,
    lead: row.leadName,
    owners: row.ownerNames,
    startYear: row.startYear,
    startOn: row.startOn,
    endPlannedOn: row.endPlannedOn,
    endActualOn: row.endActualOn,
    status: row.status,
    light: row.light,
    lightComment: masked(row.lightComment),
    lightOn: row.lightOn,
    lightIsStale: isStale(store, row.id, previous ? dataOf(store, previous) : null),
    budget: row.budgetAmount,
    currency: row.currency,
    granted: row.granted,
    appliedFor: row.appliedFor,
    partners: partnersOf(store, row.id, withConfidential, today),
    nextDecision:
      next === null || (next.confidential === 1 && !withConfidential)
        ? null
        : { title: next.title, numberText: next.numberText, bodyName: next.bodyName, meetingOn: next.meetingOn },
    continuesAs: carriedOn?.title ?? null,
    continues: continuedBy(store, row.id).map(({ title }) => title),
    description: masked(row.description),
    effect: masked(row.effect),
    milestones: milestonesOfProject(store, row.id, today).map((milestone) => ({
      title: milestone.title,
      owner: milestone.ownerName,
      baselineOn: milestone.baselineOn,
      baselineSetOn: milestone.baselineSetOn,
      rebaselined: milestone.rebaselined,
      forecastOn: milestone.forecastOn,
      actualOn: milestone.actualOn,
      state: milestone.state,
      slipDays: milestone.slipDays,
      daysOverdue: milestone.daysOverdue,
      reason: masked(milestone.deviationReason),
      evidence: evidenceOf(store, milestone, withConfidential),
    })),
  }
}

/** The instant of a package's data, and its day in the partnership's time zone. */
function dataOf(store: Store, { dataStamp }: Pick<BoardPackage, 'dataStamp'>) {
  const dataAsOf = instantOf(dataStamp)
  return { dataAsOf, day: todayIn(timeZoneOf(store.country), dataAsOf) }
}

/** The partners of a project, each once with its roles, and what each has promised to it; those who only promised come last. */
function partnersOf(store: Store, projectId: Id, withConfidential: boolean, today: Day): SnapshotProject['partners'] {
  const partners = new Map<Id, SnapshotProject['partners'][number]>()
  const partnerOf = (id: Id, name: string) => {
    const known = partners.get(id) ?? { name, roles: [], contributions: [] }
    partners.set(id, known)
    return known
  }
  for (const { partnerId, partnerName, role } of partnersOfProject(store, projectId)) {
    partnerOf(partnerId, partnerName).roles.push(role)
  }
  for (const commitment of commitmentsOfProject(store, projectId, today)) {
    if (commitment.stage !== 'promised' || (!commitment.isPublic && !withConfidential)) continue
    const { title, unit, pledged, delivered } = commitment
    partnerOf(commitment.partnerId, commitment.partnerName).contributions.push({ title, unit, pledged, delivered })
  }
  return [...partners.values()]
}

function evidenceOf(store: Store, { id }: Pick<MilestoneRow, 'id'>, withConfidential: boolean): string[] {
  return sql(
    store,
    `SELECT a.title FROM attachments a WHERE a.milestone_id = ? AND ${namedInPapers} ORDER BY a.created_stamp, a.id`,
  )
    .pluck()
    .all(id, withConfidential ? 1 : 0) as string[]
}

/** Agreements of active partners that have run out or do so within 90 days, the earliest first. */
export function agreementPart(store: Store, today: Day): NonNullable<Snapshot['agreements']> {
  const horizon = addDays(today, agreementNoticeDays)
  return readAll(store, 'partners', 'agreement_valid_to, id').flatMap(({ name, status, agreementValidTo: validTo }) =>
    status !== 'active' || validTo === null || validTo > horizon
      ? []
      : [{ partner: name, validTo, endsInDays: daysBetween(today, validTo) }],
  )
}

/** What of projects a package of this choice would tell, and whose light needs a newer comment. `previous`: the body's last package. */
export function previewProjects(
  store: Store,
  { periodFrom, periodTo }: Pick<Choice, 'periodFrom' | 'periodTo'>,
  previous: BoardPackage | undefined,
  today: Day,
) {
  const rows = projectsTouching(store, periodFrom, periodTo, today)
  const going = rows.filter(isGoing)
  const lit = going.filter(({ light }) => light === 'red' || light === 'amber')
  const last = previous ? dataOf(store, previous) : null
  return {
    projects: rows.length,
    redOrAmber: lit.length,
    slippingMilestones: going.reduce((sum, { slipping }) => sum + slipping, 0),
    staleLights: lit.filter(({ id }) => isStale(store, id, last)).map(({ id, title }) => ({ id, title })),
  }
}

function isStale(store: Store, projectId: Id, last: ReturnType<typeof dataOf> | null): boolean {
  const [report] = reportsOfProject(store, projectId)
  return isLightStale(report ? { ...report, writtenAt: instantOf(report.changedStamp) } : null, last)
}
