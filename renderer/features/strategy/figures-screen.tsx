import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { EmptyState, ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import spoken from '#renderer/components/spoken.module.css'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useToasts } from '#renderer/lib/toasts.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { FigureBar } from './figure-bar.tsx'
import { blockOf } from './figure-block.ts'
import { type ColumnKind, columnKindOf, columnKinds, columnsFor, fitsColumns, yearsAtFirst } from './figure-columns.ts'
import { FigureGrid, type GridHandle } from './figure-grid.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { fillFrom } from './figure-paste.ts'
import { cellKeyOf, type GridRow, type PendingCell, pendingCell, rowKeyOf } from './figure-pending.ts'
import { FigureProblems } from './figure-problems.tsx'
import { figuresDefaults, kindOf, scopeOf, yearsOf } from './figure-state.ts'
import { FigureTools } from './figure-tools.tsx'
import { useFigureWords } from './figure-words.ts'
import styles from './figures.module.css'
import { StatisticsImport } from './statistics-import.tsx'
import { StrategyAreas } from './strategy-areas.tsx'
import { useEveryIndicator } from './use-every-indicator.ts'
import type { Place } from './use-figure-keys.ts'
import { type CellProblem, mostPending, useFigurePending } from './use-figure-pending.ts'

const noRows: GridRow[] = []
const noPlans: never[] = []
const rowKey = (row: GridRow) => rowKeyOf({ indicatorId: row.indicator.id, regionCode: row.regionCode })

/** Figures entered as in a sheet: typed or pasted, and saved all at once. */
export function FiguresScreen() {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const toasts = useToasts()
  const readOnly = useReadOnly()
  const words = useFigureWords()
  const [state, change] = useListState(figuresDefaults)
  const pending = useFigurePending()
  const grid = useRef<GridHandle>(null)
  const [active, setActive] = useState<{ rowKey: string; period: string } | null>(null)
  const [said, setSaid] = useState('')

  const plans = useOperation('plans.list', {})
  const planInForce =
    (plans.data ?? noPlans).find(({ status }) => status === 'inForce')?.id ?? plans.data?.[0]?.id ?? null
  const wanted = scopeOf(state, planInForce)
  const text = useDeferredValue(state.text.trim().toLocaleLowerCase())
  const { isAll, everyOne, areMore } = useEveryIndicator(wanted, text)
  const scope = isAll ? { indicatorIds: (everyOne.data?.rows ?? []).map((row) => row.id) } : wanted
  const thisYear = Number(today().slice(0, 4))
  const asked = kindOf(state)
  // Rows do not depend on the years: the widest first view is asked for until it is known how often they are counted.
  const { fromYear: askedFrom, toYear } = yearsOf(state, thisYear, yearsAtFirst[asked ?? 'year'])
  const query = useOperation(
    'measurements.grid',
    { ...scope, fromYear: askedFrom, toYear },
    { keepPrevious: true, enabled: plans.data !== undefined && (!isAll || everyOne.data !== undefined) },
  )
  const reminders = useOperation('indicators.reminders', { withinDays: 0 })
  const overdue = useMemo(
    () => new Map((reminders.data ?? []).filter((one) => one.daysOverdue > 0).map((one) => [one.id, one.daysOverdue])),
    [reminders.data],
  )
  const all = query.data?.rows ?? noRows
  const counts = useMemo(() => countsOf(all), [all])
  const kind = asked ?? columnKinds.toSorted((a, b) => counts[b] - counts[a])[0] ?? 'year'
  const { fromYear } = yearsOf(state, thisYear, yearsAtFirst[kind])
  const rows = useMemo(
    () =>
      all.filter(
        (row) =>
          fitsColumns(row, kind) &&
          (text === '' ||
            `${row.indicator.code} ${row.indicator.title} ${row.regionName}`.toLocaleLowerCase().includes(text)),
      ),
    [all, kind, text],
  )
  const periods = useMemo(() => columnsFor(rows, kind, fromYear, toYear), [rows, kind, fromYear, toYear])
  const problems = useMemo(() => new Map(pending.problems.map((one) => [one.key, one])), [pending.problems])
  const shownKeys = useMemo(
    () => new Set(rows.flatMap((row) => periods.map((period) => cellKeyOf(rowKey(row), period)))),
    [rows, periods],
  )
  const hidden = Object.entries(pending.cells).filter(([key]) => !shownKeys.has(key))

  function onPaste(at: Place, pasted: string) {
    const block = blockOf(pasted)
    const filled = fillFrom(block, at, rows, periods, pending.cells)
    if (Object.keys(pending.cells).length + filled.cells.length > mostPending) {
      toasts.show({ text: t('indicators.figures.tooMany', { shown: format.number(mostPending) }), tone: 'danger' })
      return
    }
    if (filled.cells.length > 0) pending.set(filled.cells)
    const { cells, outside } = filled
    const told = [
      t('indicators.figures.pasted', { count: cells.length, shown: format.number(cells.length) }),
      block.periods && t('indicators.figures.pastedHeads'),
      outside > 0 && t('indicators.figures.pastedOutside', { count: outside, shown: format.number(outside) }),
    ]
    const sentence = told.filter(Boolean).join(' ')
    setSaid(sentence)
    if (outside > 0 || cells.length === 0 || block.periods) toasts.show({ text: sentence })
  }
  const confirmedWords = ({ label, period }: PendingCell) =>
    t('indicators.figures.jumps.confirmed', { name: `${label}, ${words.period(period)}` })
  function onGo({ key, cell }: CellProblem) {
    if (grid.current?.go(rowKeyOf(cell), cell.period)) return
    showPending([[key, cell]])
  }
  /** Cells out of sight come into it: their indicators, their kind of period, their years. */
  function showPending(cells: typeof hidden) {
    const [first] = cells
    if (!first) return
    setActive({ rowKey: rowKeyOf(first[1]), period: first[1].period })
    const years = cells.map(([, { period }]) => Number(period.slice(0, 4)))
    change({
      ids: [...new Set(cells.map(([, cell]) => cell.indicatorId))].slice(0, 200),
      goal: null,
      text: '',
      kind: '',
      from: String(Math.min(...years)),
      to: String(Math.max(...years, Math.min(thisYear, Math.min(...years) + 3))),
    })
  }
  async function onSave() {
    if (pending.problems.length > 0) {
      const [first] = pending.problems
      if (first) onGo(first)
      return
    }
    if (await pending.save(Object.keys(pending.cells))) grid.current?.focus()
  }
  const atRow = rows.find((row) => rowKey(row) === active?.rowKey) ?? rows[0]
  const atPeriod = periods.find((one) => one === active?.period) ?? periods.at(-1)
  const atKey = atRow && atPeriod ? cellKeyOf(rowKey(atRow), atPeriod) : ''
  const error = query.error ?? plans.error ?? everyOne.error
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('app.areas.figures')}
        detail={t('indicators.figures.detail')}
        actions={
          <WriteButton icon="file" onPress={() => change({ importing: true })}>
            {t('indicators.statistics.open')}
          </WriteButton>
        }
      />
      <StrategyAreas here="figures" />
      <FigureTools
        text={state.text}
        narrowed={state.ids.length > 0 || state.goal !== null}
        change={change}
        planId={'planId' in scope && scope.planId ? scope.planId : null}
        goalId={'goalId' in scope && scope.goalId ? scope.goalId : null}
        kind={kind}
        counts={counts}
        fromYear={fromYear}
        toYear={toYear}
      />
      {areMore && everyOne.data && (
        <div className={styles.note}>
          <Note tone="info">
            {t('indicators.figures.firstOnes', { shown: format.number(everyOne.data.rows.length) })}
          </Note>
        </div>
      )}
      {error && <ErrorNote error={error} onRetry={() => void (query.error ? query.refetch() : plans.refetch())} />}
      {!error && !query.data && <Loading lines={8} />}
      {query.data && rows.length === 0 && (
        <EmptyState
          icon="table"
          title={t(all.length === 0 ? 'indicators.figures.empty' : 'indicators.figures.noMatch')}
          action={
            all.length === 0 ? (
              <Button onPress={() => go('indicators', null, { search: { adding: true } })}>
                {t('indicators.add')}
              </Button>
            ) : (
              <Button onPress={() => change({ text: '', kind: '' })}>{t('common.showAll')}</Button>
            )
          }
        >
          {t(all.length === 0 ? 'indicators.figures.emptyText' : 'indicators.figures.noMatchText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <FigureGrid
            ref={grid}
            rows={rows}
            periods={periods}
            pending={pending.cells}
            problems={problems}
            overdue={overdue}
            words={words}
            active={active}
            onActive={(key, period) => setActive({ rowKey: key, period })}
            onType={(row, period, typed) => {
              const was = pending.cells[cellKeyOf(rowKey(row), period)]
              const made = pendingCell(row, period, typed)
              pending.set([
                was ? { ...made, reason: was.reason, seriesBreak: was.seriesBreak, breakNote: was.breakNote } : made,
              ])
            }}
            onEmpty={(row, period) => {
              const key = cellKeyOf(rowKey(row), period)
              const saved = row.figures.find((one) => one.period === period)
              if (pending.cells[key]) pending.drop([key])
              else if (saved) pending.set([pendingCell(row, period, '')])
            }}
            onPaste={onPaste}
            onUndo={pending.undo}
          />
          <Legend />
          {atRow && atPeriod && (
            <FigurePanel
              key={atKey}
              row={atRow}
              period={atPeriod}
              figure={atRow.figures.find((one) => one.period === atPeriod)}
              cell={pending.cells[atKey]}
              problem={problems.get(atKey)}
              pending={pending}
              words={words}
              onDone={(confirmed) => {
                if (confirmed) setSaid(confirmedWords(confirmed))
                grid.current?.focus()
              }}
            />
          )}
        </>
      )}
      <FigureProblems
        pending={pending}
        words={words}
        onGo={onGo}
        onConfirmed={(cell) => setSaid(confirmedWords(cell))}
        onDone={() => grid.current?.focus()}
      />
      {(rows.length > 0 || hidden.length > 0) && !readOnly && (
        <FigureBar
          pending={pending}
          words={words}
          hidden={hidden.length}
          onShowHidden={() => showPending(hidden)}
          onSave={() => void onSave()}
          onDiscarded={() => grid.current?.focus()}
        />
      )}
      <div role="status" className={spoken.spoken}>
        {said}
      </div>
      {state.importing && !readOnly && <StatisticsImport onClose={() => change({ importing: false })} />}
    </div>
  )
}

function countsOf(rows: readonly GridRow[]): Record<ColumnKind, number> {
  const counts: Record<ColumnKind, number> = { year: 0, half: 0, quarter: 0, month: 0 }
  for (const row of rows) counts[columnKindOf(row.indicator.frequency)] += 1
  return counts
}

function Legend() {
  const t = useT()
  return (
    <ul className={styles.legend} aria-label={t('indicators.figures.legend')}>
      {(['preliminary', 'estimated', 'revised'] as const).map((one) => (
        <li key={one}>
          <b>{t(`indicators.figures.marks.${one}`)}</b> {t(`codes.measurementStatus.${one}`)}
        </li>
      ))}
      <li>
        <b aria-hidden="true">‖</b> {t('indicators.figures.breakLegend')}
      </li>
    </ul>
  )
}
