import type { followUps as nb } from '../nb/follow-ups.ts'
import type { Translated } from '../translated.ts'

export const followUps: Translated<typeof nb> = {}
