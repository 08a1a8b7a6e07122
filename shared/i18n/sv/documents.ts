import type { documents as nb } from '../nb/documents.ts'
import type { Translated } from '../translated.ts'

export const documents: Translated<typeof nb> = {}
