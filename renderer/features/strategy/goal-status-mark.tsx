import { Badge } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { ActivityStatus, GoalStatus } from '#shared/domain/records/goal.ts'

const goalLooks = {
  onTrack: { tone: 'success', icon: 'check' },
  atRisk: { tone: 'warning', icon: 'info' },
  offTrack: { tone: 'danger', icon: 'warning' },
  reached: { tone: 'success', icon: 'flag' },
  notMeasurable: { tone: 'neutral' },
} as const
const activityLooks = {
  notStated: { tone: 'neutral' },
  planned: { tone: 'neutral', icon: 'calendar' },
  ongoing: { tone: 'info', icon: 'clock' },
  done: { tone: 'success', icon: 'check' },
  dropped: { tone: 'neutral', icon: 'close' },
} as const

/** Where a goal stands, by its word; sign and colour only help. */
export function GoalStatusMark({ status }: { readonly status: GoalStatus }) {
  const t = useT()
  return <Badge {...goalLooks[status]}>{t(`codes.goalStatus.${status}`)}</Badge>
}

/** Where an activity stands, and how long it is overdue. */
export function ActivityStatusMark({
  activity: { status, daysOverdue },
}: {
  readonly activity: { readonly status: ActivityStatus; readonly daysOverdue: number }
}) {
  const t = useT()
  return (
    <>
      <Badge {...activityLooks[status]}>{t(`codes.activityStatus.${status}`)}</Badge>
      {daysOverdue > 0 && (
        <>
          {' '}
          <Badge tone="danger" icon="warning">
            {t('goals.activities.overdue', { count: daysOverdue })}
          </Badge>
        </>
      )}
    </>
  )
}
