/** Rows of plans, goals and figures, on what `large-strategy-size.ts` says. */
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { enterFigure, gridOfPlan, openGoal, openIndicator, openPlan, pageOfIndicators } from './bare-strategy.ts'
import type { Bench } from './bench.ts'
import { besideStatements } from './beside-statements.ts'
import { same } from './checks.ts'
import type { Engine } from './engines.ts'
import type { Row } from './harness.ts'
import { largeStrategy } from './large-strategy-size.ts'

const [fromYear, toYear] = [2016, 2025]
type Given<Work extends (db: Engine, ...rest: never[]) => () => unknown> = readonly ReturnType<ReturnType<Work>>[]

export function strategyRows(bench: Bench): Row[] {
  const { call, facts } = bench
  const { strategy } = facts
  if (strategy === null) throw new Error('no large strategy')
  const { plan, goal, indicator, other } = strategy
  return [
    {
      name: 'A page of the indicators',
      ours: () => call('indicators.list', {}),
      beside: besideStatements(bench, 'two statements', null, pageOfIndicators),
      check: (ours, others) => {
        const { rows } = ours as OutputOf<'indicators.list'>
        const beside = others as Given<typeof pageOfIndicators>
        same(
          'indicators',
          rows.length,
          beside.map((one) => one.rows.length),
        )
        same(
          'goals',
          rows.flatMap(({ goals }) => goals).length,
          beside.map((one) => one.goals.length),
        )
      },
    },
    {
      name: 'Open an indicator',
      ours: () => call('indicators.open', { id: indicator }),
      beside: besideStatements(bench, 'four statements', null, (db) => openIndicator(db, indicator)),
      check: (ours, others) => {
        const figures = (ours as OutputOf<'indicators.open'>).series.flatMap((one) => one.figures).length
        if (figures < 50) throw new Error(`${figures} figures`)
        same(
          'figures',
          figures,
          (others as Given<typeof openIndicator>).map((one) => one.figures.length),
        )
      },
    },
    {
      name: 'Grid of a plan over ten years',
      ours: () => call('measurements.grid', { planId: plan, fromYear, toYear }),
      beside: besideStatements(bench, 'a statement per indicator', null, (db) =>
        gridOfPlan(db, plan, fromYear, toYear),
      ),
      check: (ours, others) => {
        const figures = (ours as OutputOf<'measurements.grid'>).rows.flatMap((row) => row.figures).length
        if (figures < 500) throw new Error(`${figures} figures`)
        same(
          'figures',
          figures,
          (others as Given<typeof gridOfPlan>).map((rows) => rows.flatMap((row) => row.figures).length),
        )
      },
    },
    {
      name: 'Open a plan',
      ours: () => call('plans.open', { id: plan }),
      beside: besideStatements(bench, 'a statement per table and series', null, (db) => openPlan(db, plan)),
      check: (ours, others) => {
        const opened = ours as OutputOf<'plans.open'>
        if (opened.goals.length < largeStrategy.goalsOfPlan) throw new Error(`${opened.goals.length} goals`)
        for (const part of ['goals', 'indicators'] as const) {
          same(
            part,
            opened[part].length,
            (others as Given<typeof openPlan>).map((one) => one[part].length),
          )
        }
      },
    },
    {
      name: 'Open a goal',
      ours: () => call('goals.open', { id: goal }),
      beside: besideStatements(bench, 'a statement per table', null, (db) => openGoal(db, goal)),
      check: (ours, others) => {
        const opened = ours as OutputOf<'goals.open'>
        same(
          'indicators',
          opened.serving.indicators.length,
          (others as Given<typeof openGoal>).map((one) => one.indicators.length),
        )
      },
    },
    enteringRow(bench, other),
  ]
}

/** Makes the files grow: a region of its own each time, so that each figure is a new one. */
function enteringRow(bench: Bench, indicatorId: string): Row {
  const { call, bare, peer } = bench
  const regions = () => {
    let made = 0
    return () => `R${made++}`
  }
  const ours = regions()
  const counts = [bare, peer].map((db) =>
    db.prepare('SELECT count(*) FROM measurements WHERE indicator_id = ? AND deleted_at IS NULL'),
  )
  const before = counts.map((count) => Number(count.pluckGet(indicatorId)))
  return {
    name: 'Enter a figure',
    ours: () =>
      call('measurements.enter', {
        figures: [{ indicatorId, regionCode: ours(), period: '2025', value: 1000, vintage: '2026-11-22' }],
      }),
    beside: besideStatements(bench, 'same row, log, hash, FULL', null, (db) => enterFigure(db, indicatorId, regions())),
    // One was entered on each side.
    check: (entered) =>
      same(
        'figures',
        (entered as OutputOf<'measurements.enter'>).added,
        counts.map((count, at) => Number(count.pluckGet(indicatorId)) - (before[at] ?? 0)),
      ),
  }
}
