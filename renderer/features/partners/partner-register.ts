import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode } from '#renderer/lib/group-by.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Partner, partnerStatuses, partnerTypes } from '#shared/domain/records/partner.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'

/** What partners are grouped by, and what can be changed for many of them. */
export function usePartnerRegister<Row extends Partner>() {
  const t = useT()
  return useMemo(() => {
    const key = (one: GroupKey<'partners'>) => one
    const type = (code: (typeof partnerTypes)[number]) => t(`codes.partnerType.${code}`)
    const status = (code: (typeof partnerStatuses)[number]) => t(`codes.partnerStatus.${code}`)
    const groups: GroupBy<Row>[] = [
      byCode(key('type'), t('app.fields.partnerType'), partnerTypes, (row) => row.partnerType, type),
      byCode(key('status'), t('app.fields.status'), partnerStatuses, (row) => row.status, status),
    ]
    const bulk: Bulk<'partners.reviseMany'> = {
      operation: 'partners.reviseMany',
      fields: [
        {
          key: 'partnerType',
          label: t('app.fields.partnerType'),
          options: partnerTypes.map((code) => ({ key: code, label: type(code) })),
        },
        {
          key: 'agreementValidFrom',
          label: t('app.fields.agreementValidFrom'),
          kind: 'day',
          none: t('registers.bulk.clearDay'),
        },
        {
          key: 'agreementValidTo',
          label: t('app.fields.agreementValidTo'),
          kind: 'day',
          none: t('registers.bulk.clearDay'),
        },
        {
          key: 'status',
          label: t('app.fields.status'),
          options: partnerStatuses.map((code) => ({ key: code, label: status(code) })),
        },
        {
          key: 'leftOn',
          label: t('app.fields.leftOn'),
          kind: 'day',
          when: (values) => values.status === 'left',
        },
      ],
    }
    return { groups, bulk }
  }, [t])
}
