/** What of a package does not go as planned (board-package.md 4.1, section 13): chosen from the snapshot, for the paper and the screen. */
import { isOpenCommitment } from '../domain/commitment-rules.ts'
import { isEndedProject } from '../domain/project-rules.ts'
import type { PaperFollowUp } from './meeting-paper.ts'
import type { PaperCommitment } from './partner-paper.ts'
import type { Snapshot, SnapshotProject } from './snapshot.ts'
import type { PaperActivity, PaperGoal, PaperIndicator, PaperPlan } from './strategy-snapshot.ts'

export type SnapshotMilestone = SnapshotProject['milestones'][number]

export interface Exceptions {
  /** Red first, then amber. Not those finished or stopped: nothing can be done about them. */
  readonly projects: readonly SnapshotProject[]
  /** Overdue first, the longest first, then those whose forecast is late. */
  readonly milestones: readonly { readonly project: SnapshotProject; readonly milestone: SnapshotMilestone }[]
  /** Off track by hand or by the figures, then at risk. */
  readonly goals: readonly { readonly plan: PaperPlan; readonly goal: PaperGoal }[]
  /** Whose figures have not come when they were expected, each once. */
  readonly indicators: readonly PaperIndicator[]
  readonly activities: readonly PaperActivity[]
  readonly commitments: {
    readonly rows: readonly PaperCommitment[] /** Overdue and not to be named. */
    withheld: number
  }
  readonly decisions: {
    readonly rows: readonly PaperFollowUp[] /** Overdue, of confidential items. */
    withheld: number
  }
  /** Of visits: numbers only. `daysOldest` is null where all of them are of confidential visits. */
  readonly followUps: { readonly overdue: number; readonly daysOldest: number | null }
  readonly agreements: NonNullable<Snapshot['agreements']>
  /** All of these together. */
  readonly count: number
}

/** False for packages made before projects came: they told of no exceptions. */
export function tellsExceptions({ projects }: Pick<Snapshot, 'projects'>): boolean {
  return projects !== null
}

/**
 * The exceptions of a snapshot, each kind by urgency. Nothing that the snapshot withholds is named: it is counted only.
 */
export function exceptionsOf(
  snapshot: Pick<Snapshot, 'projects' | 'strategy' | 'commitments' | 'decisions' | 'followUps' | 'agreements'>,
): Exceptions {
  const { projects, followUps, agreements } = snapshot
  const going = (projects?.rows ?? []).filter(isGoing)
  const lit = (light: SnapshotProject['light']) => going.filter((project) => project.light === light)
  const slipping = (state: SnapshotMilestone['state']) =>
    going.flatMap((project) =>
      project.milestones.filter((one) => one.state === state).map((milestone) => ({ project, milestone })),
    )
  const daysOfFollowUps = followUps.rows.map(({ daysOverdue }) => daysOverdue).filter((days) => days > 0)
  const chosen = {
    projects: [...lit('red'), ...lit('amber')],
    milestones: [
      ...slipping('overdue').toSorted((a, b) => b.milestone.daysOverdue - a.milestone.daysOverdue),
      ...slipping('late').toSorted((a, b) => (b.milestone.slipDays ?? 0) - (a.milestone.slipDays ?? 0)),
    ],
    ...ofStrategy(snapshot),
    commitments: overdueCommitments(snapshot),
    decisions: overdueDecisions(snapshot),
    followUps: {
      overdue: followUps.overdue,
      daysOldest: daysOfFollowUps.length === 0 ? null : daysOfFollowUps.reduce((most, days) => Math.max(most, days), 0),
    },
    agreements: (agreements ?? []).toSorted((a, b) => a.endsInDays - b.endsInDays),
  }
  const { commitments, decisions } = chosen
  return {
    ...chosen,
    count:
      chosen.projects.length +
      chosen.milestones.length +
      chosen.goals.length +
      chosen.indicators.length +
      chosen.activities.length +
      commitments.rows.length +
      commitments.withheld +
      decisions.rows.length +
      decisions.withheld +
      chosen.followUps.overdue +
      chosen.agreements.length,
  }
}

function ofStrategy({ strategy }: Pick<Snapshot, 'strategy'>): Pick<Exceptions, 'goals' | 'indicators' | 'activities'> {
  const plans = strategy?.plans ?? []
  const goals = plans.flatMap((plan) => plan.goals.map((goal) => ({ plan, goal })))
  const stands = ({ goal }: (typeof goals)[number], state: PaperGoal['statusByFigures']) =>
    goal.status === state || goal.statusByFigures === state
  const offTrack = goals.filter((one) => stands(one, 'offTrack'))
  const late = (a: { daysOverdue: number }, b: { daysOverdue: number }) => b.daysOverdue - a.daysOverdue
  // An indicator that measures goals of two plans stands in both.
  const indicators = new Map(plans.flatMap((plan) => plan.indicators.map((one) => [one.code, one] as const)))
  return {
    goals: [...offTrack, ...goals.filter((one) => stands(one, 'atRisk') && !stands(one, 'offTrack'))],
    indicators: [...indicators.values()].filter(({ daysOverdue }) => daysOverdue > 0).toSorted(late),
    activities: plans
      .flatMap(({ activities }) => activities.filter(({ daysOverdue }) => daysOverdue > 0))
      .toSorted(late),
  }
}

/** Neither finished nor stopped. */
export function isGoing({ status }: Pick<SnapshotProject, 'status'>): boolean {
  return !isEndedProject(status)
}

function overdueCommitments({ commitments }: Pick<Snapshot, 'commitments'>): Exceptions['commitments'] {
  if (commitments === null) return { rows: [], withheld: 0 }
  const rows = commitments.rows
    .filter(({ status, daysOverdue }) => isOpenCommitment(status) && daysOverdue > 0)
    .toSorted((a, b) => b.daysOverdue - a.daysOverdue)
  const all = commitments.byPartner.reduce((sum, { overdue }) => sum + overdue, 0)
  return { rows, withheld: Math.max(0, all - rows.length) }
}

function overdueDecisions({ decisions }: Pick<Snapshot, 'decisions'>): Exceptions['decisions'] {
  if (decisions === null) return { rows: [], withheld: 0 }
  const rows = decisions.rows
    .filter(({ daysOverdue }) => daysOverdue > 0)
    .toSorted((a, b) => b.daysOverdue - a.daysOverdue)
  return { rows, withheld: Math.max(0, decisions.overdue - rows.length) }
}
