import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName } from '#renderer/lib/group-by.ts'
import { planOptions } from '#renderer/lib/plan-options.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { lights, projectStatuses } from '#shared/domain/records/project.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'
import type { ProjectRow } from './use-project.ts'

/** What projects are grouped by, and what can be changed for many of them. */
export function useProjectRegister() {
  const t = useT()
  const persons = usePersonOptions()
  const plans = useOperation('plans.list', {}).data
  return useMemo(() => {
    const key = (one: GroupKey<'projects'>) => one
    const status = (code: (typeof projectStatuses)[number]) => t(`codes.projectStatus.${code}`)
    const groups: GroupBy<ProjectRow>[] = [
      {
        key: key('focusArea'),
        label: t('projects.list.focusArea'),
        // One that serves several stands once, under all of them together: counted twice, it would make the sums lie.
        of: (row) => {
          const label = row.crossCutting ? t('projects.list.crossCutting') : row.focusAreaTitles.join(' · ')
          return label === '' ? null : { key: label, label, order: row.crossCutting ? 1 : 0 }
        },
      },
      byCode(key('status'), t('app.fields.status'), projectStatuses, (row) => row.status, status),
      byCode(
        key('light'),
        t('projects.list.light'),
        lights.toReversed(),
        (row) => row.light,
        (code) => t(`codes.light.${code}`),
      ),
      byName(
        key('lead'),
        t('app.fields.leadId'),
        (row) => row.leadId,
        (row) => row.leadName,
      ),
      byName(
        key('startYear'),
        t('app.fields.startYear'),
        (row) => String(row.startYear),
        (row) => String(row.startYear),
      ),
    ]
    const bulk: Bulk<'projects.reviseMany'> = {
      operation: 'projects.reviseMany',
      fields: [
        {
          key: 'status',
          label: t('app.fields.status'),
          options: projectStatuses.map((code) => ({ key: code, label: status(code) })),
        },
        {
          key: 'leadId',
          label: t('app.fields.leadId'),
          options: persons.options,
          none: t('registers.bulk.empty'),
        },
        {
          key: 'lighthouse',
          label: t('app.fields.lighthouse'),
          options: [
            { key: 'yes', label: t('common.yes') },
            { key: 'no', label: t('common.no') },
          ],
          meaning: (one) => one === 'yes',
        },
        {
          key: 'planId',
          label: t('app.fields.planId'),
          options: planOptions(t, plans ?? []),
        },
      ],
    }
    return { groups, bulk }
  }, [t, persons, plans])
}
