/** Screens of indicators and their figures. */
export const indicators = {
  title: 'Indikatorer',
} as const
