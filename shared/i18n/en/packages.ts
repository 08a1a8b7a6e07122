import type { packages as nb } from '../nb/packages.ts'
import type { Translated } from '../translated.ts'

export const packages: Translated<typeof nb> = {}
