/** Screens of indicators and their figures. */
export const indicators = {
  title: 'Indicators',
} as const
