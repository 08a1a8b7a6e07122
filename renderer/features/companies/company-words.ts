import { useFormat } from '#renderer/lib/use-format.ts'
import { useNames } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { isDay } from '#shared/domain/values.ts'
import { someWords, type Words } from '#shared/i18n/translator.ts'

type Field = keyof Words['companies']['fields']
function isField(field: string): field is Field {
  return Object.hasOwn(someWords().companies.fields, field)
}

/** Names and values of a company's fields as its history shows them. */
export function useChangeWords() {
  const t = useT()
  const format = useFormat()
  const names = useNames()
  return {
    fieldName: (field: string) => (isField(field) ? t(`companies.fields.${field}`) : undefined),
    fieldValue: (field: string, value: unknown): string | undefined => {
      if (typeof value === 'number' && field === 'turnover') return format.number(value / 100)
      if (typeof value !== 'string') return undefined
      if (field === 'sectorId') return names.sector(value)
      if (field === 'municipalityCode') return names.municipality(value)
      const listed = codeWord(field, value)
      if (listed) return t(listed)
      return isDay(value) ? format.day(value) : undefined
    },
  }
}

function codeWord(field: string, value: string) {
  const { companyStatus, employeesBand, country } = someWords().codes
  if (field === 'status' && value in companyStatus) {
    return `codes.companyStatus.${value as keyof typeof companyStatus}` as const
  }
  if (field === 'employeesBand' && value in employeesBand) {
    return `codes.employeesBand.${value as keyof typeof employeesBand}` as const
  }
  if (field === 'country' && value in country) return `codes.country.${value as keyof typeof country}` as const
  return null
}
