import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { isActionOpen } from '#shared/domain/action-rules.ts'
import { daysBetween } from '#shared/domain/days.ts'
import type { Action, Decision } from '#shared/domain/records/decision.ts'
import { Badge } from './notes.tsx'

const soonDays = 7

/** How far an action item has come, in words: overdue by how long, how long is left, done, ended. */
export function ActionState({ action }: { readonly action: Pick<Action, 'status' | 'dueOn'> }) {
  const t = useT()
  if (isActionOpen(action.status)) return <Due dueOn={action.dueOn} />
  return (
    <Badge tone={action.status === 'done' ? 'success' : 'neutral'} icon={action.status === 'done' ? 'check' : 'close'}>
      {t(`codes.actionStatus.${action.status}`)}
    </Badge>
  )
}

/** How far the carrying out of a decision has come; one without a deadline says only its status. */
export function DecisionState({ decision }: { readonly decision: Pick<Decision, 'status' | 'deadline'> }) {
  const t = useT()
  const { status, deadline } = decision
  if (status === 'done') {
    return (
      <Badge tone="success" icon="check">
        {t('codes.decisionStatus.done')}
      </Badge>
    )
  }
  if (status === 'noAction' || deadline === null) {
    return <Badge tone={status === 'noAction' ? 'neutral' : 'info'}>{t(`codes.decisionStatus.${status}`)}</Badge>
  }
  return <Due dueOn={deadline} />
}

function Due({ dueOn }: { readonly dueOn: string }) {
  const t = useT()
  const format = useFormat()
  const left = daysBetween(today(), dueOn)
  if (left < 0) {
    return (
      <Badge tone="danger" icon="warning">
        {t('decisions.overdue', { count: -left, days: format.number(-left) })}
      </Badge>
    )
  }
  if (left === 0) return <Badge tone="warning">{t('decisions.dueToday')}</Badge>
  return (
    <Badge tone={left <= soonDays ? 'warning' : 'neutral'}>
      {t('decisions.dueIn', { count: left, days: format.number(left) })}
    </Badge>
  )
}
