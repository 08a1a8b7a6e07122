// biome-ignore-all lint/a11y/useSemanticElements: part of a grid whose rows are placed by their distance
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './figure-grid.module.css'
import type { GridRow } from './figure-pending.ts'
import type { FigureWords } from './figure-words.ts'

interface Props {
  readonly row: GridRow
  readonly width: number
  /** Days since a figure was expected; 0 where none is late. */
  readonly overdue: number
  readonly words: FigureWords
}

/** What a row of the grid is about, and whether a figure that was expected has not come. */
export function FigureRowHead({ row, width, overdue, words }: Props) {
  const t = useT()
  const format = useFormat()
  const { indicator, regionName } = row
  return (
    <div role="rowheader" aria-colindex={1} className={styles.name} style={{ width }} title={indicator.title}>
      <span className={styles.title}>
        <span className={styles.code}>{indicator.code}</span> {indicator.title}
      </span>
      <span className={styles.sub}>
        {overdue > 0 && (
          <span className={styles.late}>
            {t('indicators.figures.notCome', { count: overdue, shown: format.number(overdue) })}
          </span>
        )}
        <span>{[regionName, words.unitShort(indicator)].filter(Boolean).join(' · ')}</span>
      </span>
    </div>
  )
}
