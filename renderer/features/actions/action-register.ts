import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName } from '#renderer/lib/group-by.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import type { RowOf } from '#renderer/lib/use-infinite-operation.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { actionPriorities, actionStatuses } from '#shared/domain/records/decision.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'

type Row = RowOf<'actions.list'>

/** What action items are grouped by, and what can be changed for many of them. */
export function useActionRegister() {
  const t = useT()
  const persons = usePersonOptions()
  return useMemo(() => {
    const key = (one: GroupKey<'actions'>) => one
    const status = (code: (typeof actionStatuses)[number]) => t(`codes.actionStatus.${code}`)
    const priority = (code: (typeof actionPriorities)[number]) => t(`codes.actionPriority.${code}`)
    const groups: GroupBy<Row>[] = [
      byName(
        key('owner'),
        t('decisions.actions.owner'),
        (row) => row.ownerId,
        (row) => row.ownerName,
      ),
      byCode(key('status'), t('app.fields.status'), actionStatuses, (row) => row.status, status),
      byName(
        key('body'),
        t('app.fields.bodyId'),
        (row) => row.bodyName,
        (row) => row.bodyName,
      ),
      byCode(key('priority'), t('app.fields.priority'), actionPriorities.toReversed(), (row) => row.priority, priority),
    ]
    const ended = (values: Readonly<Record<string, unknown>>) => values.status === 'done'
    const bulk: Bulk<'actions.reviseMany'> = {
      operation: 'actions.reviseMany',
      fields: [
        { key: 'ownerId', label: t('decisions.actions.owner'), options: persons.options },
        { key: 'dueOn', label: t('decisions.actions.dueOn'), kind: 'day' },
        {
          key: 'priority',
          label: t('app.fields.priority'),
          options: actionPriorities.map((code) => ({ key: code, label: priority(code) })),
        },
        {
          key: 'status',
          label: t('app.fields.status'),
          options: actionStatuses.map((code) => ({ key: code, label: status(code) })),
        },
        { key: 'doneOn', label: t('app.fields.doneOn'), kind: 'day', when: ended },
        {
          key: 'result',
          label: t('app.fields.result'),
          kind: 'text',
          when: (values) => ended(values) || values.status === 'cancelled',
        },
      ],
    }
    return { groups, bulk }
  }, [t, persons])
}
