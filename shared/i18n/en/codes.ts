import type { codes as nb } from '../nb/codes.ts'
import type { Translated } from '../translated.ts'

export const codes: Translated<typeof nb> = {}
