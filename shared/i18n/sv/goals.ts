/** Screens of goals, activities and the red thread. */
export const goals = {
  title: 'Mål',
} as const
