/** The sheets of goals, indicators and figures (board-package.md 4.2): one row for each goal, indicator and figure in force. */
import type { Snapshot } from '../snapshot.ts'
import { indicatorOf, measureOf, missingTexts, strategyWords, targetText } from '../strategy/words.ts'
import type { PaperGoal, PaperIndicator, PaperPlan, SnapshotStrategy } from '../strategy-snapshot.ts'
import { planName } from '../word/strategy.ts'
import { lateAboveZero, type SheetColumn, type SheetSpec, type SheetValue } from '../workbook-spec.ts'

/** Area, goal, target, baseline, latest figure and status; values in the row's unit. A level counted out is rounded to the indicator's decimals. */
export function goalsSheet({ language }: Snapshot, { plans }: SnapshotStrategy): SheetSpec {
  const words = strategyWords(language)
  const { t, period } = words
  const goal = t('documents.strategy.columns.goal')
  const rows = plans.flatMap((plan) => plan.goals.map((one) => ({ plan, one })))
  const column = (key: Key, kind: SheetColumn['kind'], width: number) => ({
    header: t(`documents.strategy.columns.${key}`),
    kind,
    width,
  })
  return {
    name: t('documents.strategy.sheets.goals'),
    title: t('documents.strategy.sheets.goals'),
    notes: [t('documents.strategy.notes.goals')],
    totals: [{ label: t('documents.strategy.totals.goals'), of: 'count', header: goal, value: rows.length }],
    table: t('documents.strategy.tables.goals'),
    columns: [
      column('goal', 'name', 38),
      column('code', 'text', 10),
      column('area', 'text', 28),
      column('kind', 'text', 20),
      column('baseline', 'figure', 14),
      column('baselinePeriod', 'text', 15),
      column('target', 'figure', 12),
      column('targetText', 'text', 30),
      column('targetLevel', 'figure', 14),
      column('targetPeriod', 'text', 14),
      column('latest', 'figure', 14),
      column('latestPeriod', 'text', 15),
      column('unit', 'text', 18),
      column('reference', 'text', 20),
      column('referenceValue', 'figure', 14),
      column('way', 'number', 14),
      column('status', 'text', 16),
      column('byFigures', 'text', 18),
      column('statusOn', 'day', 13),
      column('comment', 'text', 44),
      column('responsible', 'text', 20),
      column('missing', 'text', 34),
      column('plan', 'text', 26),
    ],
    rows: rows.map(({ plan, one }): SheetValue[] => {
      const measure = measureOf(one, plan)
      return [
        one.title,
        one.code,
        areaName(one, plan),
        t(`codes.targetKind.${one.kind}`),
        one.baseline?.value ?? null,
        one.baseline?.period ? period(one.baseline.period) : null,
        one.targetValue,
        targetText(one, plan, words),
        one.target === null ? null : rounded(one.target, measure.decimals),
        one.targetPeriod === null ? null : period(one.targetPeriod),
        one.latest?.value ?? null,
        one.latest === null ? null : period(one.latest.period),
        measure.unitText ?? t(`codes.indicatorUnit.${measure.unit}`),
        one.reference,
        one.referenceFigure?.value ?? null,
        one.progress === null ? null : Math.round(100 * one.progress),
        t(`codes.goalStatus.${one.status ?? one.statusByFigures}`),
        t(`codes.goalStatus.${one.statusByFigures}`),
        one.statusOn,
        one.statusComment,
        one.responsible,
        missingTexts(one, words).join('; ') || null,
        planName(plan),
      ]
    }),
    empty: t('documents.strategy.empty.goals'),
  }
}

type Key = keyof typeof import('../../i18n/nb/strategy-documents.ts').strategyDocuments.columns

function areaName({ areaNumber }: PaperGoal, { areas }: PaperPlan): string | null {
  const area = areas.find(({ number }) => number === areaNumber)
  return area ? `${area.number} ${area.title}` : null
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

/** Code, title, unit, direction, source, how often, how it is come by, when the next figure is expected. */
export function indicatorsSheet({ language }: Snapshot, strategy: SnapshotStrategy): SheetSpec {
  const { t } = strategyWords(language)
  const rows = indicatorsOf(strategy)
  const column = (key: Key, kind: SheetColumn['kind'], width: number) => ({
    header: t(`documents.strategy.columns.${key}`),
    kind,
    width,
  })
  const code = column('code', 'name', 12)
  return {
    name: t('documents.strategy.sheets.indicators'),
    title: t('documents.strategy.sheets.indicators'),
    notes: [t('documents.strategy.notes.indicators')],
    totals: [
      { label: t('documents.strategy.totals.indicators'), of: 'count', header: code.header, value: rows.length },
    ],
    table: t('documents.strategy.tables.indicators'),
    columns: [
      code,
      column('title', 'text', 40),
      column('unit', 'text', 20),
      column('direction', 'text', 18),
      column('source', 'text', 24),
      column('frequency', 'text', 16),
      column('availability', 'text', 20),
      column('nextExpected', 'day', 14),
      { header: t('documents.workbook.columns.daysOverdue'), kind: 'number', width: 15, marks: lateAboveZero },
      column('responsible', 'text', 20),
      column('goals', 'text', 18),
      column('definition', 'text', 50),
    ],
    rows: rows.map((one) => [
      one.code,
      one.title,
      one.unitText ?? t(`codes.indicatorUnit.${one.unit}`),
      t(`codes.direction.${one.direction}`),
      one.source,
      t(`codes.frequency.${one.frequency}`),
      t(`codes.availability.${one.availability}`),
      one.nextExpectedOn,
      one.daysOverdue,
      one.responsible,
      one.goals.join('; ') || null,
      one.definition,
    ]),
    empty: t('documents.strategy.empty.indicators'),
  }
}

/** Long: one row for each figure in force, ready for a pivot. */
export function figuresSheet({ language }: Snapshot, strategy: SnapshotStrategy): SheetSpec {
  const { t, period } = strategyWords(language)
  const column = (key: Key, kind: SheetColumn['kind'], width: number) => ({
    header: t(`documents.strategy.columns.${key}`),
    kind,
    width,
  })
  const indicators = { indicators: indicatorsOf(strategy) }
  const head = column('indicator', 'name', 12)
  return {
    name: t('documents.strategy.sheets.figures'),
    title: t('documents.strategy.sheets.figures'),
    notes: [t('documents.strategy.notes.figures')],
    totals: [
      {
        label: t('documents.strategy.totals.figures'),
        of: 'count',
        header: head.header,
        value: strategy.figures.length,
      },
    ],
    table: t('documents.strategy.tables.figures'),
    columns: [
      head,
      column('title', 'text', 36),
      column('region', 'text', 16),
      column('part', 'text', 14),
      column('period', 'text', 16),
      column('value', 'figure', 14),
      column('unit', 'text', 18),
      column('figureStatus', 'text', 14),
      column('vintage', 'day', 13),
      column('breaks', 'text', 10),
      column('note', 'text', 50),
    ],
    rows: strategy.figures.map((one) => {
      const indicator = indicatorOf(indicators, one.indicator)
      return [
        one.indicator,
        indicator?.title ?? null,
        one.region,
        one.part,
        period(one.period),
        one.value,
        indicator ? (indicator.unitText ?? t(`codes.indicatorUnit.${indicator.unit}`)) : null,
        t(`codes.measurementStatus.${one.status}`),
        one.vintage,
        t(one.breaks ? 'documents.workbook.yes' : 'documents.workbook.no'),
        [one.missingReason, one.breakNote, one.note].filter((part) => part !== null).join('; ') || null,
      ]
    }),
    empty: t('documents.strategy.empty.figures'),
  }
}

/** Of all plans, each once, with the goals that it measures in each of them. */
function indicatorsOf({ plans }: SnapshotStrategy): PaperIndicator[] {
  const byCode = Map.groupBy(
    plans.flatMap(({ indicators }) => indicators),
    ({ code }) => code,
  )
  return [...byCode.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, goals: [...new Set([first, ...others].flatMap(({ goals }) => goals))] }] : [],
  )
}
