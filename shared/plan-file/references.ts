/** Every part of a plan of the file, and what its parts name each other by: ids, codes and numbers that stand for the ids of records. */
import { fileMessage } from './message.ts'
import type { FileNode } from './nodes.ts'
import type { FileActivity, FileGoal, FileIndicator, FilePlan, FileStrategy } from './parts.ts'
import type { Remarks } from './taking.ts'

/** A goal with those under it, itself first. */
function withSubGoals(goal: FileGoal): FileGoal[] {
  return [goal, ...goal.subGoals.flatMap(withSubGoals)]
}

/** Every goal of a plan, in the file's order. */
export function goalsOfPlan(plan: FilePlan): FileGoal[] {
  return [...plan.areas.flatMap(({ goals }) => goals), ...plan.goals].flatMap(withSubGoals)
}

/** Every indicator of a plan, those of its main goal first; one that measures several goals comes again. */
export function indicatorsOfPlan(plan: FilePlan): FileIndicator[] {
  return [...plan.indicators, ...goalsOfPlan(plan).flatMap((goal) => goal.indicators), ...plan.references]
}

/** Every activity of a plan: of the whole plan, of its areas, of its goals. */
export function activitiesOfPlan(plan: FilePlan): FileActivity[] {
  return [plan, ...plan.areas, ...goalsOfPlan(plan)].flatMap(({ activities }) => activities)
}

function strategiesOfPlan(plan: FilePlan): FileStrategy[] {
  return [...plan.areas, ...goalsOfPlan(plan)].flatMap(({ strategies }) => strategies)
}

/** What the next version names an activity by. */
export function nameOf({ fields, ref }: Pick<FileActivity, 'fields' | 'ref'>): string | null {
  return fields.code ?? ref
}

/** Plans by what the file names them by, the first of each. */
export function plansByRef(plans: readonly FilePlan[]): Map<string, FilePlan> {
  return new Map(plans.flatMap((plan) => (plan.ref === null ? [] : [[plan.ref, plan] as const])).reverse())
}

/** Tells what a part names that is not in the file, or is there several times. */
export function tellUnknown(plans: readonly FilePlan[], remarks: Remarks): void {
  const byRef = plansByRef(plans)
  const refs = counted(plans.map(({ ref }) => ref))
  const look = (node: FileNode, key: string, wanted: Name, names: ReadonlyMap<Name, number>, none: string) => {
    const found = wanted === null ? 1 : (names.get(wanted) ?? 0)
    if (wanted === null || found === 1) return
    const at = (node.kind === 'map' && node.entries.get(key)) || node
    remarks.add(
      'error',
      at,
      found === 0 ? fileMessage(none, { id: wanted }) : fileMessage('codeTwice', { code: wanted }),
    )
  }
  // A hostile file has thousands of plans that all follow the same one.
  const names = new Map<FilePlan | undefined, ReturnType<typeof namesIn>>()
  for (const plan of plans) {
    look(plan.node, 'previous_version', plan.previousVersion, refs, 'noPreviousVersion')
    const previous = byRef.get(plan.previousVersion ?? '')
    const before = names.get(previous) ?? namesIn(previous)
    names.set(previous, before)
    for (const area of plan.areas) look(area.node, 'previous', area.previous, before.areas, 'noPreviousPart')
    for (const goal of goalsOfPlan(plan)) look(goal.node, 'previous', goal.previous, before.goals, 'noPreviousPart')
    const strategies = counted(strategiesOfPlan(plan).map(({ ref }) => ref))
    for (const activity of activitiesOfPlan(plan)) {
      look(activity.node, 'previous', activity.previous, before.activities, 'noPreviousPart')
      look(activity.node, 'strategy', activity.strategy, strategies, 'noSuchStrategy')
    }
  }
}

function namesIn(plan: FilePlan | undefined) {
  return {
    areas: counted(plan?.areas.map(({ fields }) => fields.number)),
    goals: counted(plan && goalsOfPlan(plan).map(({ fields }) => fields.code)),
    activities: counted(plan && activitiesOfPlan(plan).map(nameOf)),
  }
}

type Name = string | number | null
function counted(names: readonly Name[] = []): Map<Name, number> {
  const counts = new Map<Name, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
