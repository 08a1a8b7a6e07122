/** Partners, what they promised and what they gave: screens, and under `doc` the words of papers. */
export const partners = {
  title: 'Partnere',
}
