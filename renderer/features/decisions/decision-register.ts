import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName, byYear } from '#renderer/lib/group-by.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import type { RowOf } from '#renderer/lib/use-infinite-operation.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { decisionStatuses } from '#shared/domain/records/decision.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'

type Row = RowOf<'decisions.list'>

/** What decisions are grouped by, and what can be changed for many of them: the carrying out. */
export function useDecisionRegister() {
  const t = useT()
  const persons = usePersonOptions()
  return useMemo(() => {
    const key = (one: GroupKey<'decisions'>) => one
    const status = (code: (typeof decisionStatuses)[number]) => t(`codes.decisionStatus.${code}`)
    const groups: GroupBy<Row>[] = [
      byName(
        key('body'),
        t('app.fields.bodyId'),
        (row) => row.bodyName,
        (row) => row.bodyName,
      ),
      byName(
        key('responsible'),
        t('app.fields.responsibleId'),
        (row) => row.responsibleId,
        (row) => row.responsibleName,
      ),
      byCode(key('status'), t('app.fields.status'), decisionStatuses, (row) => row.status, status),
      byYear(key('year'), t('registers.group.year'), (row) => row.decidedOn),
    ]
    const bulk: Bulk<'decisions.reviseMany'> = {
      operation: 'decisions.reviseMany',
      fields: [
        {
          key: 'responsibleId',
          label: t('app.fields.responsibleId'),
          options: persons.options,
          none: t('registers.bulk.empty'),
        },
        { key: 'deadline', label: t('app.fields.deadline'), kind: 'day', none: t('registers.bulk.clearDay') },
        {
          key: 'status',
          label: t('app.fields.status'),
          options: decisionStatuses.map((code) => ({ key: code, label: status(code) })),
        },
        {
          key: 'doneOn',
          label: t('app.fields.doneOn'),
          kind: 'day',
          when: (values) => values.status === 'done',
        },
        {
          key: 'result',
          label: t('app.fields.result'),
          kind: 'text',
          when: (values) => values.status === 'done',
        },
      ],
    }
    return { groups, bulk }
  }, [t, persons])
}
