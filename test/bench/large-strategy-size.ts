/** The strategy that the rows about plans and figures measure: how much of each, and the plan it is found by. */
export const largeStrategy = {
  plans: 50,
  goalsOfPlan: 10,
  indicators: 2000,
  measurements: 200_000,
  planTitle: 'Stor strategi 0',
} as const
export type LargeStrategy = typeof largeStrategy
