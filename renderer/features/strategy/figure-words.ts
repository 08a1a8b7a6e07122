import { useMemo } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { formatMonthShort } from '#shared/domain/days.ts'
import { formatPeriod, periodKind } from '#shared/domain/periods.ts'
import type { Indicator, MeasurementStatus } from '#shared/domain/records/indicator.ts'

export type Unit = Pick<Indicator, 'unit' | 'unitText' | 'decimals'>

/** Figures, units and periods as the language writes them. */
export function useFigureWords() {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  return useMemo(() => {
    const unitName = ({ unit, unitText }: Pick<Unit, 'unit' | 'unitText'>): string =>
      unitText ?? (unit === 'notStated' || unit === 'other' ? '' : t(`codes.indicatorUnit.${unit}`))
    /** The unit as it stands behind something else: "%", "kr per sysselsatt", "antall". */
    const unitShort = (unit: Pick<Unit, 'unit' | 'unitText'>): string => {
      if (unit.unitText) return unit.unitText
      if (unit.unit === 'percent') return '%'
      if (unit.unit === 'NOK' || unit.unit === 'SEK') return unit.unit
      if (unit.unit === 'percentagePoints') return t('indicators.figures.points')
      if (unit.unit === 'nokPerEmployee') return t('indicators.figures.perEmployee')
      return unitName(unit).toLocaleLowerCase(language)
    }
    /** The number alone, with the indicator's decimals: "3,87". */
    const number = (value: number, { decimals }: Pick<Unit, 'decimals'>) => format.number(value, decimals)
    /** With its unit: "3,87 %", "1 234 kr", "56 000 arbeidsplasser". */
    const value = (figure: number, unit: Unit): string => {
      if (unit.unit === 'percent') return format.share(figure, unit.decimals)
      const bare = number(figure, unit)
      if (unit.unit === 'rank') return t('indicators.figures.rank', { shown: bare })
      if (unit.unit === 'NOK' || unit.unit === 'SEK') {
        return t('indicators.figures.withUnit', { shown: bare, unit: unit.unitText ?? unit.unit })
      }
      if (unit.unit === 'percentagePoints') {
        return t('indicators.figures.withUnit', { shown: bare, unit: t('indicators.figures.points') })
      }
      if (unit.unit === 'nokPerEmployee') {
        return t('indicators.figures.withUnit', {
          shown: bare,
          unit: unit.unitText ?? t('indicators.figures.perEmployee'),
        })
      }
      return unit.unitText ? t('indicators.figures.withUnit', { shown: bare, unit: unit.unitText }) : bare
    }
    /** "2024", "1. halvår 2024", "3. kvartal 2024", "mars 2024", "31. mars 2024", "2017–2022". */
    const period = (text: string): string => formatPeriod(text, language)
    /** The same, as narrow as a column's head. */
    const periodShort = (text: string): string => {
      const [year, no] = [text.slice(0, 4), text.slice(6)]
      const kind = periodKind(text)
      if (kind === 'halfYear') return t('indicators.figures.halfShort', { no, year })
      if (kind === 'quarter') return t('indicators.figures.quarterShort', { no, year })
      return kind === 'month' ? formatMonthShort(text, language, true) : period(text)
    }
    const status = (code: MeasurementStatus) => t(`codes.measurementStatus.${code}`)
    return { unitName, unitShort, number, value, period, periodShort, status }
  }, [t, format, language])
}
export type FigureWords = ReturnType<typeof useFigureWords>
