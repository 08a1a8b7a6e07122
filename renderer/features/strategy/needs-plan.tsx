import type { ReactNode } from 'react'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'

interface Props {
  /** The plan that is asked for; null = the first one. */
  readonly planId: string | null
  /** What is said where there is no plan. */
  readonly none: string
  readonly children: (planId: string) => ReactNode
}

/** A form of what belongs to a plan; where there is none, the way to the plans. */
export function NeedsPlan({ planId, none, children }: Props) {
  const t = useT()
  const plans = useOperation('plans.list', {})
  if (plans.error) return <ErrorNote error={plans.error} onRetry={() => void plans.refetch()} />
  if (!plans.data) return <Loading lines={4} />
  const first = plans.data[0]?.id
  if (first === undefined)
    return <Note action={<RecordLink area="strategy">{t('goals.toPlans')}</RecordLink>}>{none}</Note>
  return children(planId ?? first)
}
