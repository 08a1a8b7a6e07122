/** The partnership that the rows about partners and projects measure: how much of each, and the names it is found by. */
export const largePartnership = {
  partners: 200,
  commitments: 5000,
  projects: 500,
  milestones: 10_000,
  partnerName: 'Storpartner 0',
  projectTitle: 'Storprosjekt 0',
} as const
export type LargePartnership = typeof largePartnership
