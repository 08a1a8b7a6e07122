import { useCommand } from '#renderer/lib/use-command.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'

export type OpenIndicator = OutputOf<'indicators.open'>
export type IndicatorRow = OutputOf<'indicators.list'>['rows'][number]
export type IndicatorChanges = InputOf<'indicators.revise'>['changes']
export type Series = OpenIndicator['series'][number]
export type SavedFigure = Series['figures'][number]

/** Saves some fields of an indicator in one change. */
export function useReviseIndicator(id: string) {
  const revise = useCommand('indicators.revise')
  return (changes: IndicatorChanges) => revise.run({ id, changes })
}

/** Tells series of one indicator apart. */
export const seriesKey = ({ regionCode, breakdownCode }: Pick<Series, 'regionCode' | 'breakdownCode'>) =>
  `${regionCode} ${breakdownCode ?? ''}`
export const seriesName = ({ regionName, breakdownCode }: Pick<Series, 'regionName' | 'breakdownCode'>) =>
  [regionName, breakdownCode].filter(Boolean).join(' · ')
