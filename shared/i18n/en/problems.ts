import type { problems as nb } from '../nb/problems.ts'
import type { Translated } from '../translated.ts'

export const problems: Translated<typeof nb> = {}
