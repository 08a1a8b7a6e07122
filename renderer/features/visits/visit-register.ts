import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName, byYear } from '#renderer/lib/group-by.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { useNames } from '#renderer/lib/use-names.ts'
import { useVisitOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { confidentialities, visitTypes } from '#shared/domain/records/visit.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'
import type { VisitRow } from './visit-filter.ts'

/** What visits are grouped by, and what can be changed for many of them. */
export function useVisitRegister() {
  const t = useT()
  const names = useNames()
  const options = useVisitOptions()
  return useMemo(() => {
    const key = (one: GroupKey<'visits'>) => one
    const groups: GroupBy<VisitRow>[] = [
      byYear(key('year'), t('registers.group.year'), (row) => row.visitedOn),
      byCode(
        key('type'),
        t('visits.fields.type'),
        visitTypes,
        (row) => row.type,
        (code) => t(`codes.visitType.${code}`),
      ),
      byName(
        key('sector'),
        t('visits.list.sector'),
        (row) => row.sectorId,
        (row) => names.sector(row.sectorId),
      ),
      byName(
        key('municipality'),
        t('visits.list.municipality'),
        (row) => row.municipalityCode,
        (row) => names.municipality(row.municipalityCode),
      ),
      byCode(
        key('confidentiality'),
        t('visits.fields.confidentiality'),
        confidentialities,
        (row) => row.confidentiality,
        (code) => t(`codes.confidentiality.${code}`),
      ),
    ]
    const bulk: Bulk<'visits.reviseMany'> = {
      operation: 'visits.reviseMany',
      fields: [
        { key: 'type', label: t('visits.fields.type'), options: options.types },
        { key: 'confidentiality', label: t('visits.fields.confidentiality'), options: options.confidentialities },
        {
          key: 'nextVisitBy',
          label: t('app.fields.nextVisitBy'),
          kind: 'day',
          none: t('registers.bulk.clearDay'),
        },
      ],
    }
    return { groups, bulk }
  }, [t, names, options])
}
