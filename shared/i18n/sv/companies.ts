import type { companies as nb } from '../nb/companies.ts'
import type { Translated } from '../translated.ts'

export const companies: Translated<typeof nb> = {}
