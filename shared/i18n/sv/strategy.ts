/** Screens of plans, their tree and map, versions and import. */
export const strategy = {
  title: 'Strategi',
  areas: 'Delar av strategin',
} as const
