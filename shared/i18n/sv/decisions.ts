import type { decisions as nb } from '../nb/decisions.ts'
import type { Translated } from '../translated.ts'

export const decisions: Translated<typeof nb> = {
  title: 'Beslut',
}
