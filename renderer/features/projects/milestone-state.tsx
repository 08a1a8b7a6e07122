import { Badge } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { MilestoneState } from '#shared/domain/records/project.ts'

const looks = {
  onTime: { tone: 'neutral', icon: 'calendar' },
  late: { tone: 'warning', icon: 'clock' },
  overdue: { tone: 'danger', icon: 'warning' },
  reached: { tone: 'success', icon: 'check' },
  reachedLate: { tone: 'warning', icon: 'check' },
  notReached: { tone: 'neutral', icon: 'close' },
} as const

/** How a milestone stands by its dates, by its word; sign and colour only help. */
export function MilestoneStateMark({ state }: { readonly state: MilestoneState }) {
  const t = useT()
  return <Badge {...looks[state]}>{t(`codes.milestoneState.${state}`)}</Badge>
}
