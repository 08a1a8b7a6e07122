import type { Option } from '#renderer/components/select.tsx'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { Translate } from '#shared/i18n/translator.ts'

type Plan = Pick<OutputOf<'plans.list'>[number], 'id' | 'title' | 'versionLabel' | 'status'>

/** "Handlingsprogram – Rullert 2018". */
export function planName({ title, versionLabel }: Pick<Plan, 'title' | 'versionLabel'>): string {
  return versionLabel === null ? title : `${title} – ${versionLabel}`
}

/** Plans as choices in their order: versions differ also where one is chosen, and those not in force say so. */
export function planOptions(t: Translate, plans: readonly Plan[]): Option[] {
  return plans.map((plan) => ({
    key: plan.id,
    label: planName(plan),
    detail: plan.status === 'inForce' ? undefined : t(`codes.planStatus.${plan.status}`),
  }))
}
