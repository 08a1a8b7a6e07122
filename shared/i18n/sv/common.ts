import type { common as nb } from '../nb/common.ts'
import type { Translated } from '../translated.ts'

export const common: Translated<typeof nb> = {}
