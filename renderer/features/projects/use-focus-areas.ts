import { useMemo } from 'react'
import type { Option } from '#renderer/components/select.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { areaLabel } from './focus-areas.tsx'

/** Focus areas of all plans as choices, the plan in force first; with more than one plan each says whose it is. */
export function useFocusAreaOptions(): { options: readonly Option[]; nameOf: (id: string) => string | undefined } {
  const { data: plans } = useOperation('plans.list', {})
  return useMemo(() => {
    const all = plans ?? []
    const options = all.flatMap((plan) =>
      plan.areas.map((area) => ({
        key: area.id,
        label: areaLabel(area),
        detail: all.length > 1 ? plan.title : undefined,
      })),
    )
    return { options, nameOf: (id) => options.find(({ key }) => key === id)?.label }
  }, [plans])
}
