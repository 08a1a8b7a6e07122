import { ComboBox } from '#renderer/components/combo-box.tsx'
import type { FieldProps } from '#renderer/components/field.tsx'
import type { Option } from '#renderer/components/select.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'

interface Props extends FieldProps {
  readonly value: string | null
  readonly onChange: (code: string | null) => void
  /** What is typed beyond the list may be taken as a code of one's own; true unless said. */
  readonly open?: boolean
}

/** A region, found by name or code; one's own short name where no statistics know it. */
export function RegionField({ value, onChange, open = true, ...field }: Props) {
  const suggest = useRegionSuggestions()
  const name = useRegionName(value)
  const t = useT()
  return (
    <ComboBox
      {...field}
      value={value ? { key: value, label: name ?? value } : null}
      onChange={(option) => onChange(option?.key ?? null)}
      suggest={suggest}
      {...(open
        ? {
            onCreate: (text: string) => onChange(text.trim().slice(0, 40)),
            createLabel: (text: string) => t('indicators.regions.own', { code: text }),
          }
        : {})}
    />
  )
}

/** Regions by words, with their codes, and until when for those out of use. */
export function useRegionSuggestions() {
  const client = useClient()
  const t = useT()
  const format = useFormat()
  return async (text: string): Promise<readonly Option[]> => {
    const reply = await client.ask('regions.find', { text: text.slice(0, 100) })
    if (!reply.ok) return []
    return reply.value.map(({ code, name, validTo }) => ({
      key: code,
      label: name,
      detail: [code === name ? null : code, validTo && t('indicators.regions.until', { day: format.day(validTo) })]
        .filter(Boolean)
        .join(' · '),
    }))
  }
}

/** What a region is called; undefined until it is known, or where nobody knows. */
function useRegionName(code: string | null): string | undefined {
  const found = useOperation('regions.find', { text: code ?? '' }, { enabled: code !== null })
  return found.data?.find((one) => one.code === code)?.name
}
