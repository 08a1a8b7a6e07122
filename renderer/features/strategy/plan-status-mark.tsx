import { Badge } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { Plan } from '#shared/domain/records/plan.ts'

const looks = {
  draft: { tone: 'neutral', icon: 'edit' },
  inForce: { tone: 'success', icon: 'check' },
  superseded: { tone: 'neutral', icon: 'history' },
} as const

/** Whether a version is a draft, in force or superseded, by its word. */
export function PlanStatusMark({ status }: Pick<Plan, 'status'>) {
  const t = useT()
  return <Badge {...looks[status]}>{t(`codes.planStatus.${status}`)}</Badge>
}
