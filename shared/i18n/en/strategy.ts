/** Screens of plans, their tree and map, versions and import. */
export const strategy = {
  title: 'Strategy',
  areas: 'Parts of the strategy',
} as const
