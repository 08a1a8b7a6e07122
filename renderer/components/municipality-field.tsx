import { municipalityName, suggestMunicipalities } from '#shared/domain/municipalities.ts'
import type { Country } from '#shared/domain/values.ts'
import { ComboBox } from './combo-box.tsx'
import type { FieldProps } from './field.tsx'
import type { Option } from './select.tsx'

interface Props extends FieldProps {
  readonly country: Country
  /** Four digits, or null. A code out of use keeps its name. */
  readonly value: string | null
  readonly onChange: (code: string | null) => void
}

/** A municipality, found by name or code. */
export function MunicipalityField({ country, value, onChange, ...field }: Props) {
  return (
    <ComboBox
      {...field}
      value={value ? { key: value, label: municipalityName(value, country) ?? value } : null}
      onChange={(option) => onChange(option?.key ?? null)}
      suggest={async (text) => suggestedMunicipalities(text, country)}
    />
  )
}

/** Municipalities as options, with their codes as the second line. */
export function suggestedMunicipalities(text: string, country: Country): Option[] {
  return suggestMunicipalities(text, country).map((one) => ({ key: one.code, label: one.name, detail: one.code }))
}
