import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { daysBetween } from '#shared/domain/days.ts'
import { daysOverdue, isUnfinished } from '#shared/domain/follow-up-rules.ts'
import type { FollowUp } from '#shared/domain/records/follow-up.ts'
import { Badge } from './notes.tsx'

const soonDays = 7

/** Where a follow-up stands, in words: how long overdue, how long left, answered, ended. */
export function FollowUpState({ followUp }: { readonly followUp: Pick<FollowUp, 'status' | 'dueOn'> }) {
  const t = useT()
  const format = useFormat()
  const now = today()
  if (!isUnfinished(followUp.status)) {
    return (
      <Badge
        tone={followUp.status === 'closed' ? 'success' : 'neutral'}
        icon={followUp.status === 'closed' ? 'check' : 'close'}
      >
        {t(`codes.followUpStatus.${followUp.status}`)}
      </Badge>
    )
  }
  const late = daysOverdue(followUp, now)
  if (late > 0) {
    return (
      <Badge tone="danger" icon="warning">
        {t('followUps.overdue', { count: late, days: format.number(late) })}
      </Badge>
    )
  }
  const left = daysBetween(now, followUp.dueOn)
  if (left === 0) return <Badge tone="warning">{t('followUps.dueToday')}</Badge>
  return (
    <Badge tone={left <= soonDays ? 'warning' : 'neutral'}>
      {t('followUps.dueIn', { count: left, days: format.number(left) })}
    </Badge>
  )
}
