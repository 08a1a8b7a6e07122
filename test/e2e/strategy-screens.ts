/** Every screen of plans, goals, activities, indicators and figures on the sample. */
import type { Page } from 'playwright-core'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { Desk } from './desk.ts'

/** The names, for tests that are listed before the sample is open. */
export const strategyScreenNames = [
  'strategy',
  'strategy-tree',
  'strategy-about',
  'strategy-versions',
  'strategy-history',
  'strategy-import',
  'goals',
  'goals-grouped',
  'goal',
  'goal-thread',
  'goal-words',
  'goal-fields',
  'goal-new',
  'activities',
  'activity',
  'indicators',
  'indicator',
  'indicator-fields',
  'figures',
] as const
type Name = (typeof strategyScreenNames)[number]
/** Those that are a dialog, which keeps the focus. */
export const strategyDialogs: readonly string[] = ['strategy-import', 'goal-new'] satisfies Name[]

/** Each screen's path by its name. The sample must be open. */
export async function strategyScreens(desk: Desk, page: Page): Promise<Record<Name, string>> {
  const goals = await desk.call<OutputOf<'goals.list'>>(page, 'goals.list', { limit: 200 })
  const indicators = await desk.call<OutputOf<'indicators.list'>>(page, 'indicators.list', { limit: 200 })
  const activities = await desk.call<OutputOf<'activities.list'>>(page, 'activities.list', {})
  // Those with most to show.
  const weight = ({ serving, gaps }: (typeof goals.rows)[number]) =>
    Object.values(serving).reduce((sum, count) => sum + count, gaps.length)
  const goal = goals.rows.toSorted((a, b) => weight(b) - weight(a))[0]?.id
  const indicator = indicators.rows.toSorted((a, b) => b.figures - a.figures)[0]?.id
  return {
    strategy: '/strategy',
    'strategy-tree': '/strategy?tab=tree',
    'strategy-about': '/strategy?tab=about',
    'strategy-versions': '/strategy?tab=versions',
    'strategy-history': '/strategy?tab=history',
    'strategy-import': '/strategy?dialog=import',
    goals: '/goals',
    'goals-grouped': '/goals?groupBy=status',
    goal: `/goals/${goal}`,
    'goal-thread': `/goals/${goal}?tab=thread`,
    'goal-words': `/goals/${goal}?tab=words`,
    'goal-fields': `/goals/${goal}?tab=fields`,
    'goal-new': '/goals?adding=true',
    activities: '/activities',
    activity: `/activities/${activities.rows[0]?.id}`,
    indicators: '/indicators',
    indicator: `/indicators/${indicator}`,
    'indicator-fields': `/indicators/${indicator}?tab=fields`,
    figures: '/figures',
  }
}
