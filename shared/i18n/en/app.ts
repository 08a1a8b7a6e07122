import type { app as nb } from '../nb/app.ts'
import type { Translated } from '../translated.ts'

export const app: Translated<typeof nb> = {}
