/** Screens of plans, their tree and map, versions and import. */
export const strategy = {
  title: 'Strategi',
  areas: 'Deler av strategien',
} as const
