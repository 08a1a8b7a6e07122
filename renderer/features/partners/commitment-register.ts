import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName, byYear } from '#renderer/lib/group-by.ts'
import { useGo } from '#renderer/lib/navigation.ts'
import { useEveryRow } from '#renderer/lib/use-every-row.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { commitmentKinds, commitmentStages, commitmentStatuses } from '#shared/domain/records/commitment.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'
import type { CommitmentRow } from './sums.ts'

/** What commitments are grouped by, and what can be changed for many of them. */
export function useCommitmentRegister() {
  const t = useT()
  const go = useGo()
  const format = useFormat()
  const projects = useEveryRow('projects.list', {}).data
  return useMemo(() => {
    const key = (one: GroupKey<'commitments'>) => one
    const kind = (code: (typeof commitmentKinds)[number]) => t(`codes.commitmentKind.${code}`)
    const groups: GroupBy<CommitmentRow>[] = [
      {
        ...byName<CommitmentRow>(
          key('partner'),
          t('partners.commitments.partner'),
          (row) => row.partnerId,
          (row) => row.partnerName,
        ),
        open: ([first]) => {
          if (first) go('partners', first.partnerId, { search: { tab: 'commitments' } })
        },
      },
      byCode(
        key('status'),
        t('partners.register.status'),
        commitmentStatuses,
        (row) => row.status,
        (code) => t(`codes.commitmentStatus.${code}`),
      ),
      byCode(key('kind'), t('partners.register.kind'), commitmentKinds, (row) => row.kind, kind),
      byYear(key('year'), t('registers.group.periodYear'), (row) => row.periodTo),
    ]
    const bulk: Bulk<'commitments.reviseMany'> = {
      operation: 'commitments.reviseMany',
      fields: [
        {
          key: 'stage',
          label: t('app.fields.stage'),
          options: commitmentStages.map((code) => ({ key: code, label: t(`codes.commitmentStage.${code}`) })),
        },
        {
          key: 'withdrawnReason',
          label: t('app.fields.withdrawnReason'),
          kind: 'text',
          when: (values) => values.stage === 'withdrawn',
        },
        {
          key: 'kind',
          label: t('partners.register.kind'),
          options: commitmentKinds.map((code) => ({ key: code, label: kind(code) })),
        },
        { key: 'periodFrom', label: t('app.fields.periodFrom'), kind: 'day' },
        { key: 'periodTo', label: t('app.fields.periodTo'), kind: 'day' },
        {
          key: 'isPublic',
          label: t('app.fields.isPublic'),
          options: [
            { key: 'yes', label: t('common.yes') },
            { key: 'no', label: t('common.no') },
          ],
          meaning: (one) => one === 'yes',
        },
        {
          key: 'projectId',
          label: t('app.entities.projects'),
          options: (projects ?? [])
            .map((one) => ({ key: one.id, label: one.title }))
            .sort((a, b) => format.compare(a.label, b.label)),
          none: t('registers.bulk.empty'),
        },
      ],
    }
    return { groups, bulk }
  }, [t, go, format, projects])
}
