import { RadioGroup } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { type Option, Select } from '#renderer/components/select.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { RegionField } from './indicator-regions.tsx'
import styles from './statistics.module.css'
import type { Mapping, Preview } from './statistics-use.ts'

type Rest = Omit<Mapping, 'indicatorId'>
interface Props {
  readonly preview: Preview
  readonly indicatorId: string | null
  readonly onIndicator: (id: string | null) => void
  /** The indicator is the one that the dialog was opened from. */
  readonly fixed: boolean
  readonly mapping: Rest
  readonly onChange: (changes: Partial<Rest>) => void
}
const breakdown = '\u0000breakdown'

/** Which dimension of the file is what: region, period, and what the others are held to. */
export function StatisticsMapping({ preview, indicatorId, onIndicator, fixed, mapping, onChange }: Props) {
  const t = useT()
  const format = useFormat()
  const client = useClient()
  const { dimensions } = preview
  const open = useOperation('indicators.open', { id: indicatorId ?? '' }, { enabled: indicatorId !== null })
  const indicator = open.data?.indicator
  const asOption = ({ id, label, values }: Preview['dimensions'][number]): Option => ({
    key: id,
    label,
    detail: t('indicators.statistics.values', { count: values.length, shown: format.number(values.length) }),
  })
  const region = dimensions.find(({ id }) => id === mapping.regionDimension)
  const own = (indicator?.regionCodes ?? []).filter((code) => region?.values.some((one) => one.code === code))
  const others = dimensions.filter(({ id }) => id !== mapping.regionDimension && id !== mapping.periodDimension)
  /** Each dimension that is no longer region or period is held to its first value. */
  const heldWith = (regionDimension: string | null, periodDimension: string) =>
    Object.fromEntries(
      dimensions
        .filter(({ id }) => id !== regionDimension && id !== periodDimension && id !== mapping.breakdownDimension)
        .map(({ id, values }) => [id, mapping.held?.[id] ?? values[0]?.code ?? '']),
    )
  return (
    <div className={styles.stack}>
      {!fixed && (
        <ComboBox
          label={t('app.fields.indicatorId')}
          required
          value={indicator ? { key: indicator.id, label: `${indicator.code} ${indicator.title}` } : null}
          onChange={(option) => onIndicator(option?.key ?? null)}
          suggest={async (text) => {
            const reply = await client.ask('indicators.list', { filter: { text: text.slice(0, 200) }, limit: 30 })
            return reply.ok
              ? reply.value.rows.map((row) => ({
                  key: row.id,
                  label: `${row.code} ${row.title}`,
                  detail: row.planTitle ?? undefined,
                }))
              : []
          }}
        />
      )}
      <div className={styles.pair}>
        <Select
          label={t('indicators.statistics.region')}
          emptyLabel={t('indicators.statistics.noRegion')}
          options={dimensions.filter(({ id }) => id !== mapping.periodDimension).map(asOption)}
          value={mapping.regionDimension}
          onChange={(regionDimension) =>
            onChange({ regionDimension, regions: [], held: heldWith(regionDimension, mapping.periodDimension) })
          }
        />
        <Select
          label={t('indicators.statistics.period')}
          options={dimensions.filter(({ id }) => id !== mapping.regionDimension).map(asOption)}
          value={mapping.periodDimension}
          onChange={(periodDimension) =>
            periodDimension && onChange({ periodDimension, held: heldWith(mapping.regionDimension, periodDimension) })
          }
        />
        {mapping.regionDimension === null && (
          <RegionField
            label={t('app.fields.regionCode')}
            value={mapping.regionCode ?? null}
            onChange={(regionCode) => onChange({ regionCode })}
          />
        )}
        {others.map((one) => (
          <Select
            key={one.id}
            label={t('indicators.statistics.held', { name: one.label })}
            options={[
              ...one.values.map(({ code, label }) => ({ key: code, label, detail: code === label ? undefined : code })),
              ...(indicator && indicator.breakdown !== 'none'
                ? [
                    {
                      key: breakdown,
                      label: t('indicators.statistics.breakdown', {
                        name: t(`codes.breakdown.${indicator.breakdown}`),
                      }),
                    },
                  ]
                : []),
            ]}
            value={mapping.breakdownDimension === one.id ? breakdown : (mapping.held?.[one.id] ?? null)}
            onChange={(code) => {
              if (code === null) return
              const { [one.id]: _gone, ...held } = mapping.held ?? {}
              if (code === breakdown) onChange({ breakdownDimension: one.id, held })
              else {
                onChange({
                  held: { ...held, [one.id]: code },
                  ...(mapping.breakdownDimension === one.id ? { breakdownDimension: null } : {}),
                })
              }
            }}
          />
        ))}
      </div>
      {region && own.length > 0 && own.length < region.values.length && (
        <RadioGroup
          label={t('indicators.statistics.regions')}
          look="segments"
          options={[
            {
              key: 'own',
              label: t('indicators.statistics.ownRegions', { count: own.length, shown: format.number(own.length) }),
            },
            {
              key: 'all',
              label: t('indicators.statistics.allRegions', {
                count: region.values.length,
                shown: format.number(region.values.length),
              }),
            },
          ]}
          value={(mapping.regions ?? []).length > 0 ? 'own' : 'all'}
          onChange={(which) => onChange({ regions: which === 'own' ? own : [] })}
        />
      )}
    </div>
  )
}
