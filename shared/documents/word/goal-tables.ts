/** The tables of goals, indicators and activities in Word: of section 10 and of the report that walks a plan. */
import { Paragraph } from 'docx'
import { activityStatuses } from '../../domain/records/goal.ts'
import { paragraphsOf } from '../clean-text.ts'
import { type PaperCell, paperTable } from '../meeting/blocks.ts'
import {
  breakTexts,
  capital,
  figurePeriod,
  indicatorOf,
  inSentence,
  measureOf,
  missingTexts,
  type StrategyWords,
  targetText,
  trendText,
  whenText,
} from '../strategy/words.ts'
import type { PaperActivity, PaperGoal, PaperIndicator, PaperPlan } from '../strategy-snapshot.ts'
import type { Block } from './blocks.ts'
import { statusRuns } from './goal-status.ts'

/** On one line, numbers with blanks that don't break: "12 905" stays whole in a narrow cell. */
const tidy = (text: string) => paragraphsOf(text).join(' ')
const line = (text: string) => new Paragraph({ style: 'TableText', text: tidy(text) })
const first = (text: string) => new Paragraph({ style: 'TableFirst', text: tidy(text) })

/** A row a goal: target, baseline, latest figure with period and source, trend and status both ways, comment. */
export function goalTable(goals: readonly PaperGoal[], plan: PaperPlan, words: StrategyWords): Block[] {
  const { t } = words
  return paperTable(
    [
      { header: plan.goalLabel ?? t('documents.strategy.goal'), width: 2 },
      { header: t('documents.strategy.target'), width: 1.6 },
      { header: t('documents.strategy.baseline'), width: 1.6 },
      { header: t('documents.strategy.latest'), width: 1.95 },
      { header: t('documents.strategy.trendAndStatus'), width: 2.15 },
    ],
    goals.map((goal) => ({
      cells: [
        { blocks: nameLines(goal, words) },
        [capital(targetText(goal, plan, words)), whenText(goal, words)],
        baselineLines(goal, plan, words),
        latestLines(goal, plan, words),
        { blocks: statusLines(goal, plan, words) },
      ],
    })),
  )
}

function nameLines(goal: PaperGoal, { t }: StrategyWords): Paragraph[] {
  return [
    first(`${goal.code} ${goal.title}`),
    ...(goal.parentCode === null ? [] : [line(t('documents.strategy.partOf', { code: goal.parentCode }))]),
    line(
      goal.responsible === null
        ? t('documents.strategy.noResponsible')
        : t('documents.strategy.responsible', { name: goal.responsible }),
    ),
  ]
}

function baselineLines(goal: PaperGoal, plan: PaperPlan, words: StrategyWords): string[] {
  const { t, value, period } = words
  if (goal.baseline === null) {
    const needed = goal.gaps.includes('noBaseline')
    return [t(needed ? 'documents.strategy.noBaseline' : 'documents.strategy.baselineNotNeeded')]
  }
  const { period: when, source } = goal.baseline
  return [
    value(goal.baseline.value, measureOf(goal, plan)),
    when === null ? t('documents.strategy.noBaselinePeriod') : period(when),
    ...(source === null ? [] : [t('documents.strategy.source', { source })]),
  ]
}

function latestLines(goal: PaperGoal, plan: PaperPlan, words: StrategyWords): string[] {
  const { t, value } = words
  const lead = indicatorOf(plan, goal.lead)
  const measure = measureOf(goal, plan)
  if (goal.latest === null) return [t('documents.strategy.noFigure'), ...missingLines(lead, words)]
  const beside = goal.referenceFigure
  return [
    value(goal.latest.value, measure),
    figurePeriod(goal.latest, words),
    ...missingLines(lead, words),
    ...(beside === null
      ? []
      : [
          t('documents.strategy.referenceIs', {
            name: goal.reference ?? t('documents.strategy.chart.reference'),
            value: value(beside.value, measure),
          }),
        ]),
    ...(lead === undefined ? [] : [sourceText(lead, words)]),
  ]
}

function sourceText({ source }: PaperIndicator, { t }: StrategyWords): string {
  return source === null ? t('documents.strategy.noSource') : t('documents.strategy.source', { source })
}

/** That the newest period has no figure, and why; without a full stop of ours. */
export function missingLines(indicator: PaperIndicator | undefined, { t, period: read }: StrategyWords): string[] {
  if (!indicator?.missing) return []
  const period = read(indicator.missing.period)
  const { reason } = indicator.missing
  return [
    reason === null
      ? t('documents.strategy.missingNoReason', { period })
      : t('documents.strategy.missing', { period, reason }),
  ]
}

/** The trend in words, the status set by hand, what the figures say where that differs, the comment, breaks. */
export function statusLines(goal: PaperGoal, plan: PaperPlan, words: StrategyWords): Paragraph[] {
  const { t, day, value } = words
  const measure = measureOf(goal, plan)
  const trend = trendText(goal.trend, measure, words)
  const { status, statusByFigures: figures } = goal
  const marked = (told: Parameters<typeof statusRuns>[2], one: PaperGoal['statusByFigures']) =>
    new Paragraph({ style: 'TableText', children: statusRuns(one, t, told) })
  return [
    ...(goal.latest === null ? [] : [line(trend ?? t('documents.strategy.trend.noneShort'))]),
    status === null
      ? line(t('documents.strategy.notSet'))
      : marked((word) => t('documents.strategy.byHand', { status: word }), status),
    marked((word) => t('documents.strategy.byFigures', { status: word }), figures),
    ...(goal.expected === null || figures === 'reached' || figures === 'notMeasurable'
      ? []
      : [line(t('documents.strategy.expected', { value: value(goal.expected, measure) }))]),
    ...(goal.statusComment === null ? [] : goal.statusComment.split('\n').map(line)),
    ...(status === null || goal.statusOn === null
      ? []
      : [line(t('documents.strategy.asOf', { day: day(goal.statusOn) }))]),
    ...breakTexts(goal, words).slice(-1).map(line),
  ]
}

/** A row a goal: what serves it, as far as it may be named, and what it lacks. */
export function threadTable(goals: readonly PaperGoal[], plan: PaperPlan, words: StrategyWords): Block[] {
  const { t } = words
  return paperTable(
    [
      { header: plan.goalLabel ?? t('documents.strategy.goal'), width: 1 },
      { header: t('documents.strategy.thread.serves'), width: 5 },
      { header: t('documents.strategy.thread.missing'), width: 2.6 },
    ],
    goals.map((goal) => {
      const missing = missingTexts(goal, words)
      return {
        cells: [
          goal.code,
          servingLines(goal, words),
          missing.length === 0 ? t('documents.strategy.thread.complete') : missing,
        ] satisfies PaperCell[],
      }
    }),
  )
}

/** More names than these of a kind would bury the rest; the report has them all. */
const mostNamed = 5

/** What serves a goal, a line for each kind: "Prosjekter (2): …". */
export function servingLines(goal: PaperGoal, { t, number }: StrategyWords): string[] {
  const lines = [...Map.groupBy(goal.serving, ({ kind }) => kind)].map(([kind, all]) => {
    const named = all.slice(0, mostNamed).map(({ title }) => title)
    const rest = all.length - named.length
    return t('documents.strategy.thread.group', {
      kind: t(`documents.strategy.thread.kinds.${kind}`),
      number: number(all.length),
      titles: [...named, ...(rest > 0 ? [t('documents.strategy.thread.more', { number: number(rest) })] : [])].join(
        '; ',
      ),
    })
  })
  const { withheld: count } = goal
  const counted = count === 0 ? [] : [t('documents.strategy.thread.withheld', { count, number: number(count) })]
  const all = [...lines, ...counted]
  return all.length === 0 ? [t('documents.strategy.thread.nothing')] : all
}

function unitText({ unit, unitText: own }: PaperIndicator, { t }: StrategyWords): string {
  return `${t('documents.strategy.columns.unit')}: ${own ?? inSentence(t(`codes.indicatorUnit.${unit}`))}`
}

/** A row an indicator with its latest figure. */
export function indicatorTable(indicators: readonly PaperIndicator[], words: StrategyWords): Block[] {
  const { t, value } = words
  return paperTable(
    [
      { header: t('documents.strategy.indicator'), width: 2.9 },
      { header: t('documents.strategy.latest'), width: 2 },
      { header: t('documents.strategy.indicators.trend'), width: 2.3 },
      // The names of sources are long words.
      { header: t('documents.strategy.indicators.source'), width: 2.2 },
    ],
    indicators.map((one) => ({
      cells: [
        {
          blocks: [
            first(`${one.code} ${one.title}`),
            // A figure has its unit with it; a bare number, and no figure at all, do not say what is counted.
            ...(one.latest === null || (one.unit === 'number' && one.unitText === null)
              ? [line(unitText(one, words))]
              : []),
          ],
        },
        one.latest === null
          ? [t('documents.strategy.noFigure'), ...missingLines(one, words)]
          : [value(one.latest.value, one), figurePeriod(one.latest, words), ...missingLines(one, words)],
        trendText(one.trend, one, words) ?? t('documents.strategy.trend.noneShort'),
        one.source ?? t('documents.strategy.noSource'),
      ],
    })),
  )
}

/** The order in which activities are told: what goes on first, what was dropped last. */
const order = [
  'ongoing',
  'planned',
  'notStated',
  'done',
  'dropped',
] as const satisfies readonly PaperActivity['status'][]

/** "Pågår 3, planlagt 2": how many activities there are of each state. */
export function activityCounts(activities: readonly PaperActivity[], { t, number }: StrategyWords): string {
  return order
    .filter((status) => activityStatuses.includes(status) && activities.some((one) => one.status === status))
    .map((status, at) =>
      t('documents.strategy.state', {
        status: at === 0 ? t(`codes.activityStatus.${status}`) : inSentence(t(`codes.activityStatus.${status}`)),
        number: number(activities.filter((one) => one.status === status).length),
      }),
    )
    .join(', ')
}

/** Activities by state, each state under a row of its own. */
export function activityTable(activities: readonly PaperActivity[], plan: PaperPlan, words: StrategyWords): Block[] {
  const { t, number, day } = words
  const sorted = order.flatMap((status) => activities.filter((one) => one.status === status))
  return paperTable(
    [
      { header: plan.activityLabel ?? t('documents.strategy.activities.activity'), width: 4 },
      { header: t('documents.strategy.activities.year'), width: 1.3 },
      { header: t('documents.strategy.activities.responsible'), width: 1.8 },
      { header: t('documents.strategy.activities.status'), width: 2.8 },
    ],
    sorted.map((one) => ({
      cells: [
        {
          blocks: [
            first(one.code === null ? one.title : `${one.code} ${one.title}`),
            ...(one.dependsOn === null
              ? []
              : [line(t('documents.strategy.activities.after', { what: one.dependsOn }))]),
          ],
        },
        one.year === null ? t('documents.strategy.activities.eachYear') : String(one.year),
        one.responsible ?? t('documents.strategy.activities.nobody'),
        [
          t(`codes.activityStatus.${one.status}`),
          ...(one.statusComment === null ? [] : [one.statusComment]),
          ...(one.dueOn === null ? [] : [t('documents.strategy.activities.due', { day: day(one.dueOn) })]),
          ...(one.daysOverdue === 0
            ? []
            : [
                t('documents.strategy.activities.overdue', {
                  count: one.daysOverdue,
                  number: number(one.daysOverdue),
                }),
              ]),
        ],
      ],
    })),
  )
}
