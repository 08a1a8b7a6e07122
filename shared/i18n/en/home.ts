import type { home as nb } from '../nb/home.ts'
import type { Translated } from '../translated.ts'

export const home: Translated<typeof nb> = {}
