import type { partners as nb } from '../nb/partners.ts'
import type { Translated } from '../translated.ts'

/** Partners, what they promised and what they gave: screens, and under `doc` the words of papers. */
export const partners: Translated<typeof nb> = {
  title: 'Partner',
}
