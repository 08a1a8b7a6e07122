import { type GoalStatus, goalStatuses } from '#shared/domain/records/goal.ts'
import type { PlanRow } from './plan-use.ts'

/** What the address of the strategy screen holds beside the plan. */
export const planDefaults = {
  tab: 'map' as string,
  /** All plans, also where one of them leads. */
  all: false as boolean,
  gapsOnly: false as boolean,
  statuses: [] as string[],
  /** The version that is compared with. */
  compare: null as string | null,
  onlyChanges: true as boolean,
  /** Open dialog: `new`, `import`, `version`, `adopt`, `report`. */
  dialog: null as string | null,
}
export type PlanState = typeof planDefaults
export interface StateProps {
  readonly state: PlanState
  readonly change: (changes: Partial<PlanState>) => void
}

/** The statuses that the address names, as far as there are such. */
export const statusesOf = ({ statuses }: PlanState): GoalStatus[] =>
  goalStatuses.filter((status) => statuses.includes(status))

/** The plan that is shown without being chosen: the only one, or the only one in force. Null where there is a choice to make. */
export function shownPlan(plans: readonly Pick<PlanRow, 'id' | 'status'>[]): string | null {
  if (plans.length === 1) return plans[0]?.id ?? null
  const inForce = plans.filter(({ status }) => status === 'inForce')
  return inForce.length === 1 ? (inForce[0]?.id ?? null) : null
}
