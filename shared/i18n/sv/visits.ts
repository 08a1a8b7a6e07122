import type { visits as nb } from '../nb/visits.ts'
import type { Translated } from '../translated.ts'

export const visits: Translated<typeof nb> = {}
