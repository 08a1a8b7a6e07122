import { useMemo } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLanguage } from '#renderer/lib/use-t.ts'
import { formatQuantity, parseQuantity } from '#shared/domain/quantities.ts'
import type { CommitmentUnit } from '#shared/domain/records/commitment.ts'

const decimalsOf = (value: number) => (value % 100 === 0 ? 0 : value % 10 === 0 ? 1 : 2)

/** Amounts in the language of the screen. All are kept in hundredths: øre/öre, or parts of the unit. */
export function useQuantity() {
  const language = useLanguage()
  const format = useFormat()
  return useMemo(() => {
    const money = (unit: CommitmentUnit) => unit === 'NOK' || unit === 'SEK'
    const number = (value: number, unit: CommitmentUnit) =>
      format.number(value / 100, money(unit) && value % 100 !== 0 ? 2 : decimalsOf(value))
    return {
      /** With its unit: `1 234,50 kr`, `7,5 t`. */
      words: (value: number, unit: CommitmentUnit) => formatQuantity(value, unit, language),
      /** Without: for tables whose head names the unit. */
      number,
      /** As a field shows it, so that it is read as the same amount: no thousands sign that could be a decimal one. */
      field: (value: number | null, unit: CommitmentUnit) => {
        if (value === null) return ''
        const text = money(unit) ? formatQuantity(value, unit, language) : number(value, unit)
        return language === 'en' ? text.replaceAll(',', '') : text
      },
      parse: (text: string, unit: CommitmentUnit) => parseQuantity(text, unit),
      /** How much of what was pledged: null where nothing was. Never 100 % before all of it has come. */
      share: (delivered: number, pledged: number) =>
        pledged === 0 ? null : format.share(Math.floor((delivered * 100) / pledged)),
    }
  }, [language, format])
}
