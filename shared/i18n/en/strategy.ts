/** Screens of plans, their tree and map, versions and import. */
export const strategy = {
  title: 'Strategy',
} as const
