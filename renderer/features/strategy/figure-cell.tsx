// biome-ignore-all lint/a11y/useSemanticElements: a table element can't hold rows placed by their distance, of which only those in sight exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop; cells are its active descendants
import { type KeyboardEvent, memo, useLayoutEffect, useRef } from 'react'
import { useT } from '#renderer/lib/use-t.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import styles from './figure-grid.module.css'
import { type Figure, type GridRow, type PendingCell, readPending } from './figure-pending.ts'
import type { FigureWords } from './figure-words.ts'
import type { CellProblem } from './use-figure-pending.ts'

/** What is being written in a cell. `replacing`: it began by typing over, so that the arrows leave the cell. */
export interface Editing {
  readonly text: string
  readonly replacing: boolean
}
interface Props {
  readonly id: string
  readonly row: GridRow
  readonly period: string
  readonly colIndex: number
  readonly width: number
  readonly figure: Figure | undefined
  readonly pending: PendingCell | undefined
  readonly problem: CellProblem | undefined
  readonly active: boolean
  /** Null where the cell isn't written in. */
  readonly editing: Editing | null
  readonly readOnly: boolean
  readonly words: FigureWords
  readonly onEdit: (text: string) => void
  readonly onEditKey: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onLeave: () => void
}

/** A figure in the grid: what is saved, what waits to be saved, what is wrong with it; or the field that it is written in. */
export const FigureCell = memo(function FigureCell(props: Props) {
  const { id, row, period, colIndex, width, figure, pending, problem, active, editing, readOnly, words } = props
  const t = useT()
  const said = useSaid(props)
  const state = problem ? (problem.jump ? 'jump' : 'wrong') : pending ? 'pending' : undefined
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={colIndex}
      aria-selected={active}
      aria-readonly={readOnly}
      {...(editing ? {} : { 'aria-label': said })}
      {...(problem ? { 'aria-invalid': true, title: messageText(t, problem.message) } : {})}
      className={styles.cell}
      style={{ width }}
      data-active={active}
      data-state={state}
      data-break={pending?.seriesBreak ?? figure?.seriesBreak ?? false}
      data-row={`${row.indicator.id} ${row.regionCode}`}
      data-period={period}
    >
      {editing ? (
        <Field
          label={`${row.indicator.code} ${row.indicator.title}, ${row.regionName}, ${words.period(period)}`}
          text={editing.text}
          replacing={editing.replacing}
          onChange={props.onEdit}
          onKey={props.onEditKey}
          onLeave={props.onLeave}
        />
      ) : (
        <Shown figure={figure} pending={pending} row={row} words={words} />
      )}
    </div>
  )
})

function Field({
  label,
  text,
  replacing,
  onChange,
  onKey,
  onLeave,
}: {
  readonly label: string
  readonly text: string
  readonly replacing: boolean
  readonly onChange: (text: string) => void
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onLeave: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret goes to the end once, when writing begins
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(text.length, text.length)
  }, [])
  return (
    <input
      ref={field}
      className={styles.input}
      aria-label={label}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      data-replacing={replacing}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKey}
      onBlur={onLeave}
    />
  )
}

function Shown({ figure, pending, row, words }: Pick<Props, 'figure' | 'pending' | 'row' | 'words'>) {
  const t = useT()
  if (pending) {
    const read = readPending(pending)
    if (read.kind === 'missing') return <span className={styles.none}>{t('indicators.figures.none')}</span>
    return (
      <span className={styles.value}>
        {read.kind === 'value' ? words.number(read.value, most(row, read.value)) : pending.text}
      </span>
    )
  }
  if (!figure) return null
  if (figure.value === null) return <span className={styles.none}>{t('indicators.figures.none')}</span>
  const mark = figure.status === 'preliminary' || figure.status === 'estimated' || figure.status === 'revised'
  return (
    <span className={styles.value}>
      {mark && (
        // The label says the status in a word; the letter is drawn, so that it doesn't stand in the text that the label must hold.
        <sup className={styles.mark} data-mark={t(`indicators.figures.marks.${figure.status as 'preliminary'}`)} />
      )}
      {words.number(figure.value, row.indicator)}
    </span>
  )
}

/** What was typed with more decimals than the indicator shows is shown whole until it is saved. */
function most(row: GridRow, value: number): { decimals: number } {
  const typed = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
  return { decimals: Math.max(row.indicator.decimals, Math.min(typed, 10)) }
}

/** The cell in words, for screen readers. */
function useSaid({ row, figure, pending, problem, words }: Props): string {
  const t = useT()
  const saved = !figure
    ? t('indicators.figures.blank')
    : figure.value === null
      ? t('indicators.figures.missingSaid', { reason: figure.missingReason ?? '' })
      : words.value(figure.value, row.indicator)
  const parts: string[] = []
  if (pending) {
    const read = readPending(pending)
    const typed =
      read.kind === 'value'
        ? words.value(read.value, { ...row.indicator, ...most(row, read.value) })
        : read.kind === 'missing'
          ? t('indicators.figures.none')
          : pending.text || t('indicators.figures.blank')
    parts.push(typed, problem ? messageText(t, problem.message) : t('indicators.figures.waiting'))
    if (figure) parts.push(t('indicators.figures.savedIs', { shown: saved }))
  } else {
    parts.push(saved)
    if (figure && figure.value !== null && figure.status !== 'final') parts.push(words.status(figure.status))
  }
  if (pending?.seriesBreak ?? figure?.seriesBreak) parts.push(t('indicators.figures.breakHere'))
  return parts.join(', ')
}
