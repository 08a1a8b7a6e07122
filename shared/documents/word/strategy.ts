/** Goals and indicators (board-package.md 4.1, section 10): per plan in force its main goal, then area by area, then the activities. */
import { goalStatuses } from '../../domain/records/goal.ts'
import { hasStrategy } from '../meeting-parts.ts'
import type { Snapshot } from '../snapshot.ts'
import { inSentence, type StrategyWords, strategyWords } from '../strategy/words.ts'
import type { PaperGoal, PaperPlan } from '../strategy-snapshot.ts'
import { type Block, heading, places, sentence } from './blocks.ts'
import { goalChart } from './goal-chart.ts'
import { activityCounts, activityTable, goalTable, indicatorTable, threadTable } from './goal-tables.ts'

/** A board reads no more activities on paper; the plan has them all. */
const mostActivities = 40

/** Starts a page of its own. None where no plan in force has goals, nor in older packages. */
export function strategySection(snapshot: Snapshot): Block[] {
  if (!hasStrategy(snapshot)) return []
  const words = strategyWords(snapshot.language)
  const { plans } = snapshot.strategy
  const told = plans.filter(isTold)
  return [
    heading(2, words.t('documents.strategy.heading'), { pageBreakBefore: true, place: places.goals }),
    ...told.flatMap((plan) => (told.length === 1 ? planBlocks(plan, 3, words) : planUnderHeading(plan, words))),
  ]
}

/** A plan that is nothing but a name and areas tells a board nothing. */
export function isTold({ goals, activities, indicators }: PaperPlan): boolean {
  return goals.length + activities.length + indicators.length > 0
}

/** "Strategi for næringsutvikling, rullert 2018". */
export function planName({ title, versionLabel }: Pick<PaperPlan, 'title' | 'versionLabel'>): string {
  return versionLabel === null ? title : `${title} (${versionLabel})`
}

function planUnderHeading(plan: PaperPlan, words: StrategyWords): Block[] {
  return [heading(3, planName(plan)), ...planBlocks(plan, 4, words)]
}

function planBlocks(plan: PaperPlan, level: 3 | 4, words: StrategyWords): Block[] {
  const { t } = words
  const stray = plan.goals.filter(({ areaNumber }) => areaNumber === null)
  return [
    ...leadOf(plan, words),
    ...mainGoal(plan, level, words),
    ...plan.areas.flatMap((area) => {
      const goals = plan.goals.filter(({ areaNumber }) => areaNumber === area.number)
      const label = plan.areaLabel ?? t('documents.strategy.area')
      return [
        heading(level, `${label} ${area.number}: ${area.title}`),
        ...(goals.length === 0 ? [sentence(emptyArea(area.number, plan, words))] : goalsBlocks(goals, plan, words)),
      ]
    }),
    ...(stray.length === 0
      ? []
      : [heading(level, t('documents.strategy.otherGoals')), ...goalsBlocks(stray, plan, words)]),
    ...activities(plan, level, words),
  ]
}

/** Of a promise without goals the activities are its content. */
function emptyArea(number: number, plan: PaperPlan, words: StrategyWords): string {
  const own = plan.activities.filter(({ areaNumber }) => areaNumber === number)
  const none = words.t('documents.strategy.noGoalsInArea')
  return own.length === 0
    ? none
    : `${none} ${words.t('documents.strategy.activities.heading')}: ${activityCounts(own, words)}.`
}

/** How many goals, and how many of each status: the one set by hand, else by the figures. */
export function leadOf(plan: PaperPlan, words: StrategyWords): Block[] {
  const { t, number } = words
  const count = plan.goals.length
  const name = planName(plan)
  if (count === 0) return [sentence(t('documents.strategy.noGoals', { plan: name }), 'Lead')]
  const standing = ({ status, statusByFigures }: PaperGoal) => status ?? statusByFigures
  const states = goalStatuses
    .map((status) => ({ status, of: plan.goals.filter((goal) => standing(goal) === status).length }))
    .filter(({ of }) => of > 0)
    .map(({ status, of }) =>
      t('documents.strategy.state', { status: inSentence(t(`codes.goalStatus.${status}`)), number: number(of) }),
    )
    .join(', ')
  return [
    sentence(t('documents.strategy.lead', { plan: name, count, number: number(count) }), 'Lead'),
    sentence(t('documents.strategy.states', { states })),
    sentence(t('documents.strategy.statusNote')),
  ]
}

function mainGoal(plan: PaperPlan, level: 3 | 4, words: StrategyWords): Block[] {
  const { t } = words
  const own = plan.indicators.filter(({ ofMainGoal }) => ofMainGoal)
  if (plan.mainGoal === null && own.length === 0) return []
  const groups = [...Map.groupBy(own, ({ group }) => group)]
  return [
    heading(level, t('documents.strategy.mainGoal')),
    ...(plan.mainGoal === null ? [] : [sentence(plan.mainGoal)]),
    ...groups.flatMap(([group, rows]) => [
      sentence(mainIndicators(group, words), 'Byline', { keepNext: true }),
      ...indicatorTable(rows, words),
    ]),
  ]
}

function mainIndicators(group: string | null, { t }: StrategyWords): string {
  const label = t('documents.strategy.mainIndicators')
  return group === null ? label : `${label}: ${group}`
}

function goalsBlocks(goals: readonly PaperGoal[], plan: PaperPlan, words: StrategyWords): Block[] {
  return [
    ...goalTable(goals, plan, words),
    ...goals.flatMap((goal) => goalChart(goal, plan, words)),
    sentence(words.t('documents.strategy.thread.heading'), 'Byline', { keepNext: true }),
    ...threadTable(goals, plan, words),
  ]
}

function activities(plan: PaperPlan, level: 3 | 4, words: StrategyWords): Block[] {
  const all = plan.activities
  if (all.length === 0) return []
  const { t, number } = words
  const more = all.length - mostActivities
  return [
    heading(level, t('documents.strategy.activities.heading')),
    sentence(t('documents.strategy.activities.lead', { states: activityCounts(all, words) }), undefined, {
      keepNext: true,
    }),
    ...activityTable(all.slice(0, mostActivities), plan, words),
    ...(more > 0 ? [sentence(t('documents.strategy.activities.more', { count: more, number: number(more) }))] : []),
  ]
}
