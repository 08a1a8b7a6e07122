import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName, byYear } from '#renderer/lib/group-by.ts'
import { useGo } from '#renderer/lib/navigation.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { milestoneStates } from '#shared/domain/records/project.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'
import type { MilestoneRow } from './use-slip-words.ts'

/** What milestones are grouped by, and what can be changed for many of them. */
export function useMilestoneRegister() {
  const t = useT()
  const go = useGo()
  const persons = usePersonOptions()
  return useMemo(() => {
    const key = (one: GroupKey<'milestones'>) => one
    const groups: GroupBy<MilestoneRow>[] = [
      {
        ...byName<MilestoneRow>(
          key('project'),
          t('projects.milestones.project'),
          (row) => row.projectId,
          (row) => row.projectTitle,
        ),
        open: ([first]) => {
          if (first) go('projects', first.projectId, { search: { tab: 'milestones' } })
        },
      },
      byCode(
        key('state'),
        t('projects.milestones.state'),
        milestoneStates,
        (row) => row.state,
        (code) => t(`codes.milestoneState.${code}`),
      ),
      byName(
        key('owner'),
        t('projects.milestones.owner'),
        (row) => row.ownerId,
        (row) => row.ownerName,
      ),
      byYear(key('year'), t('projects.milestones.year'), (row) => row.standsOn),
    ]
    const bulk: Bulk<'milestones.reviseMany'> = {
      operation: 'milestones.reviseMany',
      fields: [{ key: 'ownerId', label: t('projects.milestones.owner'), options: persons.options }],
    }
    return { groups, bulk }
  }, [t, go, persons])
}
