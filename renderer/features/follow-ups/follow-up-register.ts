import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName } from '#renderer/lib/group-by.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import type { RowOf } from '#renderer/lib/use-infinite-operation.ts'
import { usePartnerOptions, usePersonOptions, useVisitOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { followUpStatuses } from '#shared/domain/records/follow-up.ts'
import { themes } from '#shared/domain/records/visit.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'

type Row = RowOf<'followUps.list'>

/** What follow-ups are grouped by, and what can be changed for many of them. */
export function useFollowUpRegister() {
  const t = useT()
  const persons = usePersonOptions()
  const partners = usePartnerOptions()
  const visits = useVisitOptions()
  return useMemo(() => {
    const key = (one: GroupKey<'followUps'>) => one
    const groups: GroupBy<Row>[] = [
      byName(
        key('owner'),
        t('followUps.fields.ownerId'),
        (row) => row.ownerId,
        (row) => row.ownerName,
      ),
      byCode(
        key('status'),
        t('app.fields.status'),
        followUpStatuses,
        (row) => row.status,
        (code) => t(`codes.followUpStatus.${code}`),
      ),
      byCode(
        key('theme'),
        t('followUps.fields.theme'),
        themes,
        (row) => row.theme,
        (code) => t(`codes.theme.${code}`),
      ),
      byName(
        key('partner'),
        t('app.fields.forwardedToId'),
        (row) => row.forwardedToId,
        (row) => row.forwardedToName,
      ),
    ]
    const bulk: Bulk<'followUps.reviseMany'> = {
      operation: 'followUps.reviseMany',
      fields: [
        { key: 'ownerId', label: t('followUps.fields.ownerId'), options: persons.options },
        { key: 'dueOn', label: t('followUps.fields.dueOn'), kind: 'day' },
        { key: 'theme', label: t('followUps.fields.theme'), options: visits.themes },
        {
          key: 'forwardedToId',
          label: t('app.fields.forwardedToId'),
          options: partners.options,
          none: t('registers.bulk.empty'),
        },
        {
          key: 'status',
          label: t('app.fields.status'),
          options: followUpStatuses.map((code) => ({ key: code, label: t(`codes.followUpStatus.${code}`) })),
        },
        {
          key: 'answeredCompanyOn',
          label: t('app.fields.answeredCompanyOn'),
          kind: 'day',
          when: ({ status }) => status === 'answered' || status === 'closed',
        },
        {
          key: 'result',
          label: t('app.fields.result'),
          kind: 'text',
          when: ({ status }) => status === 'closed' || status === 'cannotBeDone',
        },
      ],
    }
    return { groups, bulk }
  }, [t, persons, partners, visits])
}
