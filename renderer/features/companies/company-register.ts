import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName } from '#renderer/lib/group-by.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import type { RowOf } from '#renderer/lib/use-infinite-operation.ts'
import { useNames } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { companyStatuses } from '#shared/domain/records/company.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'

type Row = RowOf<'companies.list'>

/** What companies are grouped by, and what can be changed for many of them. */
export function useCompanyRegister() {
  const t = useT()
  const names = useNames()
  return useMemo(() => {
    const key = (one: GroupKey<'companies'>) => one
    const groups: GroupBy<Row>[] = [
      byName(
        key('sector'),
        t('companies.fields.sectorId'),
        (row) => row.sectorId,
        (row) => names.sector(row.sectorId),
      ),
      byName(
        key('municipality'),
        t('companies.fields.municipalityCode'),
        (row) => row.municipalityCode,
        (row) => names.municipality(row.municipalityCode, row.country),
      ),
      byCode(
        key('status'),
        t('companies.fields.status'),
        companyStatuses,
        (row) => row.status,
        (code) => t(`codes.companyStatus.${code}`),
      ),
    ]
    const bulk: Bulk<'companies.reviseMany'> = {
      operation: 'companies.reviseMany',
      fields: [
        {
          key: 'sectorId',
          label: t('companies.fields.sectorId'),
          options: names.sectorOptions,
          none: t('common.notStated'),
        },
        {
          key: 'status',
          label: t('companies.fields.status'),
          options: companyStatuses.map((code) => ({ key: code, label: t(`codes.companyStatus.${code}`) })),
        },
      ],
    }
    return { groups, bulk }
  }, [t, names])
}
