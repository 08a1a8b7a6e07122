import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName } from '#renderer/lib/group-by.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { availabilities, directions, frequencies, indicatorUnits } from '#shared/domain/records/indicator.ts'
import type { IndicatorRow } from './indicator-use.ts'

/** What indicators are grouped by, and what can be changed for many of them. */
export function useIndicatorRegister() {
  const t = useT()
  const persons = usePersonOptions()
  return useMemo(() => {
    const often = (code: (typeof frequencies)[number]) => t(`codes.frequency.${code}`)
    const access = (code: (typeof availabilities)[number]) => t(`codes.availability.${code}`)
    const groups: GroupBy<IndicatorRow>[] = [
      byName(
        'plan',
        t('app.fields.planId'),
        (row) => row.planTitle,
        (row) => row.planTitle,
      ),
      byCode('frequency', t('app.fields.frequency'), frequencies, (row) => row.frequency, often),
      byCode('availability', t('app.fields.availability'), availabilities, (row) => row.availability, access),
      byCode(
        'unit',
        t('indicators.list.unit'),
        indicatorUnits,
        (row) => row.unit,
        (code) => t(`codes.indicatorUnit.${code}`),
      ),
      byName(
        'responsible',
        t('app.fields.responsibleId'),
        (row) => row.responsibleId,
        (row) => row.responsibleName,
      ),
    ]
    const bulk: Bulk<'indicators.reviseMany'> = {
      operation: 'indicators.reviseMany',
      fields: [
        {
          key: 'responsibleId',
          label: t('app.fields.responsibleId'),
          options: persons.options,
          none: t('registers.bulk.empty'),
        },
        {
          key: 'frequency',
          label: t('app.fields.frequency'),
          options: frequencies.map((key) => ({ key, label: often(key) })),
        },
        {
          key: 'availability',
          label: t('app.fields.availability'),
          options: availabilities.map((key) => ({ key, label: access(key) })),
        },
        {
          key: 'nextExpectedOn',
          label: t('app.fields.nextExpectedOn'),
          kind: 'day',
          none: t('registers.bulk.clearDay'),
        },
        { key: 'sourceName', label: t('app.fields.sourceName'), kind: 'text' },
        {
          key: 'direction',
          label: t('app.fields.direction'),
          options: directions.map((key) => ({ key, label: t(`codes.direction.${key}`) })),
        },
      ],
    }
    return { groups, bulk }
  }, [t, persons])
}
