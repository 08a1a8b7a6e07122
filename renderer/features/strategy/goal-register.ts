import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName } from '#renderer/lib/group-by.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { statusOf } from '#shared/domain/goal-gaps.ts'
import { type GoalStatus, goalStatuses, targetKinds } from '#shared/domain/records/goal.ts'
import { type GoalRow, usePlanOptions } from './goal-use.ts'

/** What goals are grouped by, and what can be changed for many of them. */
export function useGoalRegister() {
  const t = useT()
  const persons = usePersonOptions()
  const plans = usePlanOptions()
  return useMemo(() => {
    const status = (code: GoalStatus) => t(`codes.goalStatus.${code}`)
    const groups: GroupBy<GoalRow>[] = [
      byName(
        'plan',
        t('app.fields.planId'),
        (row) => row.planId,
        (row) => row.planTitle,
      ),
      {
        key: 'focusArea',
        label: t('goals.list.area'),
        of: (row) =>
          row.focusAreaId === null
            ? null
            : {
                key: row.focusAreaId,
                label: [row.areaNumber, row.areaTitle].filter((one) => one !== null).join(' '),
                order: row.areaNumber ?? 0,
              },
      },
      byCode('status', t('app.fields.status'), goalStatuses, (row) => statusOf(row, row.figures), status),
      byCode(
        'kind',
        t('app.fields.targetKind'),
        targetKinds,
        (row) => row.targetKind,
        (code) => t(`codes.targetKind.${code}`),
      ),
      byName(
        'responsible',
        t('app.fields.responsibleId'),
        (row) => row.responsibleId,
        (row) => row.responsibleName,
      ),
    ]
    const bulk: Bulk<'goals.reviseMany'> = {
      operation: 'goals.reviseMany',
      fields: [
        {
          key: 'responsibleId',
          label: t('app.fields.responsibleId'),
          options: persons.options,
          none: t('registers.bulk.empty'),
        },
        {
          key: 'focusAreaId',
          label: t('goals.list.area'),
          options: plans.areas,
          none: t('registers.bulk.empty'),
        },
        {
          key: 'status',
          label: t('app.fields.status'),
          options: goalStatuses.map((code) => ({ key: code, label: status(code) })),
          none: t('goals.status.byFiguresOnly'),
        },
        {
          key: 'statusComment',
          label: t('app.fields.statusComment'),
          kind: 'text',
          when: (values) => typeof values.status === 'string',
        },
        {
          key: 'targetPeriod',
          label: t('app.fields.targetPeriod'),
          kind: 'period',
          none: t('registers.bulk.clearPeriod'),
        },
      ],
    }
    return { groups, bulk }
  }, [t, persons, plans])
}
